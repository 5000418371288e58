"""What a form has done in the vault's thread to keep what stands in it: each is one job there."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from desktop.casework import drafts, records
from desktop.casework.records import Shown
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.errors import JiashuError
from desktop.ui.saving import Saving, differing, draft_key

UNTAKEN = "untaken"
"""Of the names of a draft: by field words that are in no value, since nobody chose them from a list."""
BEFORE = "before"
"""In the draft of a change: what the fields changed were shown as when somebody began to type."""
MOST_CALLED = 60
"""Of so many records a record points at it is read with it what they are called; of others it comes a moment later."""


def read(ws: Workspace, record: str) -> Shown:
    """A record as a form shows it."""
    return records.show(ws, record, called=MOST_CALLED)


def draft_of(values: dict[str, JSON], shown: Mapping[str, JSON] | None) -> dict[str, JSON]:
    """shown: None for what is new."""
    return {"values": values} if shown is None else {"values": values, BEFORE: {one: shown.get(one) for one in values}}


def save(ws: Workspace, saving: Saving, kind: str, record: str | None, draft: str) -> Changes:
    """A revision, and how the record stands after it; the draft is done."""
    changes = records.save(ws, kind, record, saving.sent, shown=saving.before, draft=draft)
    saving.record = record or changes.created[0]
    with suppress(JiashuError):  # it is saved all the same
        saving.read = read(ws, saving.record)
    return changes


def save_leaving(
    ws: Workspace,
    saving: Saving,
    kind: str,
    record: str | None,
    draft: str,
    stands: dict[str, JSON],
    untaken: dict[str, JSON],
) -> Changes:
    """The same after a saving that may have been under way; words that are in no value stay in a draft."""
    here = saving.record or record
    done = draft_key(kind, here) if here else draft
    changes = records.save(ws, kind, here, stands, shown=saving.stands, draft=done)
    if untaken:
        here = here or changes.created[0]
        names: JSON = {UNTAKEN: untaken}
        drafts.keep(ws, draft_key(kind, here), f"record:{kind}", {"values": {}}, record=here, names=names)
    return changes


def keep_beside(
    ws: Workspace,
    saving: Saving,
    kind: str,
    record: str | None,
    draft: str,
    stands: dict[str, JSON],
    snapshot: Mapping[str, JSON],
    *,
    sealed: bool,
    names: JSON,
) -> None:
    """A draft of what differs from what was being saved meanwhile."""
    here = saving.record or record
    key = draft_key(kind, here) if here else draft
    content = {**snapshot, **draft_of(differing(stands, saving.stands), saving.stands if here else None)}
    drafts.keep(ws, key, f"record:{kind}", content, record=here, sealed=sealed, names=names)
