"""Asking again: what of an earlier consent a new one begins with. The earlier one stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.casework.items import new_item
from desktop.casework.records import show
from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.domain.consent_read import state_of
from desktop.domain.date_input import with_dates

AGREED = ("given", "not_possible")


@dataclass(frozen=True)
class Begun:
    """code: of the earlier record. uses: codes of what they had agreed to. nested: what the new one begins with; nobody
    has agreed to any of it yet."""

    code: str
    uses: tuple[str, ...] = field(repr=False)
    nested: dict[str, JSON] = field(repr=False)


def begun(ws: Workspace, consent: str) -> Begun:
    """Whose it is, and every use they had agreed to without an answer of its own: the answer on the whole decides.

    It is said today; of an answer without a day nobody knows that it came after the one that has run out.
    Refused `record.unknown`.
    """
    earlier = show(ws, consent)
    scopes = earlier.nested.get("scopes")
    rows = [row for row in scopes.values() if isinstance(row, dict)] if isinstance(scopes, dict) else []
    agreed = [row for row in rows if state_of(row.get("state", earlier.nested.get("state"))) in AGREED]
    uses = {new_item(): {name: value for name, value in row.items() if name != "state"} for row in agreed}
    nested = {"person": earlier.nested.get("person"), "scopes": uses or None, "obtained_on": day_of(ws).isoformat()}
    said = with_dates("consent", {name: value for name, value in nested.items() if value is not None})
    named = (row.get("scope") for row in agreed)
    return Begun(earlier.code, tuple(dict.fromkeys(one for one in named if isinstance(one, str))), said)
