"""What one act says that holds for another person too: what was done to both at once, and who did it."""

from __future__ import annotations

from desktop.casework import records
from desktop.casework.items import new_item
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Changes, Workspace

SHARED = (
    *("because_of", "type", "nature", "case", "event", "start", "started", "place", "place_type", "region"),
    *("demand", "purposes", "pretext", "words_used", "legal_basis", "document_shown", "narrative", "anchors"),
)
"""Not whom it harmed, how it ended, what it did to them, nor how sure anybody is of it: these are each one's own."""
OF_ACTORS = ("perpetrator", "number", "called", "description", "type", "degree", "pressured_by")


def begin(ws: Workspace, act: str) -> dict[str, JSON]:
    """What the act of another person begins with; saves nothing. Refused `record.unknown`."""
    shared = _said(existing(ws, act).nested(), SHARED)
    anchors = shared.get("anchors")
    if isinstance(anchors, dict):
        shared["anchors"] = {new_item(): anchor for anchor in anchors.values()}
    return shared


def name_actors(ws: Workspace, act: str, of: str) -> Changes:
    """Whoever did `act` did `of` too. Refused as `records.add` does."""
    found = (ws.vault.state(record).nested() for record in ws.vault.referring(act, "involvement"))
    same = [{"act": of, **_said(nested, OF_ACTORS)} for nested in found if nested.get("act") == act]
    return records.add(ws, "involvement", same)


def _said(nested: dict[str, JSON], names: tuple[str, ...]) -> dict[str, JSON]:
    told = ((name, nested.get(name)) for name in names)
    return {name: value for name, value in told if value is not None and not _absent(value)}


def _absent(value: JSON) -> bool:
    return isinstance(value, dict) and "absent" in value
