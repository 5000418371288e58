"""Counting a date from that of an event or act of the case, and telling when that date has changed since."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.casework.chains import undated
from desktop.casework.naming import Calling
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.relative_dates import FIELDS, Relative, counted, relative_of, with_relative
from desktop.errors import Refused


@dataclass(frozen=True)
class Standing:
    """How a counted date stands. title: what it was counted from. changed: that has another date now, or none.

    again: the date counted anew; None where nothing changed, or it cannot be counted.
    """

    title: str = field(repr=False)
    changed: bool
    again: JSON = field(default=None, repr=False)


def count(ws: Workspace, to: str, days: int, words: str, *, about: bool = False) -> JSON:
    """A date so many days after that of an event or act. words: how it was said, which is kept.

    Refused `date.anchor` where the other has no date that was understood, or the days lead out of the calendar.
    """
    origin, name = _origin(ws, to)
    edtf = counted(origin, days, about=about) if origin else None
    if edtf is None:
        raise Refused("date.anchor")
    return with_relative(words, edtf, Relative(to, name, days, origin))


def standing(ws: Workspace, value: JSON) -> Standing | None:
    """Of a date as a record has it; None where it was not counted from another."""
    said = relative_of(value)
    if said is None:
        return None
    kind = ws.vault.kind_of(said.to)
    if kind not in FIELDS:
        return Standing("", changed=kind is not None)
    nested = ws.vault.state(said.to).nested()
    title = undated(Calling(ws), kind, said.to, nested)
    origin, _name = _origin(ws, said.to)
    if origin == said.origin:
        return Standing(title, changed=False)
    about = isinstance(value.get("edtf"), str) and "~" in value["edtf"] and "~" not in said.origin
    edtf = counted(origin, said.days, about=about) if origin else None
    if edtf is None:
        return Standing(title, changed=True)
    again = {
        **value,
        **with_relative(str(value.get("words") or ""), edtf, Relative(said.to, said.field, said.days, origin)),
    }
    return Standing(title, changed=True, again=again)


def _origin(ws: Workspace, record: str) -> tuple[str, str]:
    """The date to count from, as it is written down, and the field it stands in."""
    kind = ws.vault.kind_of(record)
    name = FIELDS.get(kind or "")
    if name is None:
        return "", ""
    date = ws.vault.state(record).nested().get(name)
    edtf = date.get("edtf") if isinstance(date, dict) else None
    return (edtf if isinstance(edtf, str) else ""), name
