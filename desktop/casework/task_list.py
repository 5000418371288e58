"""Tasks as a list is read: what is still to be done first, what is due soonest at the front, then what was done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Literal

from desktop.casework.reading import labelled
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.dates import last_day
from desktop.vault.rows import Row

Standing = Literal["overdue", "today", "open", "done"]

DUE = "due_on"
_AT_ONCE = 500


def standing(nested: Mapping[str, JSON], day: date) -> Standing:
    """How it stands with a task on a day."""
    by = last_day(nested.get(DUE))
    if nested.get("done") is True:
        return "done"
    if by is None or by > day:
        return "open"
    return "today" if by == day else "overdue"


def in_order(ws: Workspace, text: str = "", *, turned: bool = False, referring_to: str | None = None) -> list[Row]:
    """Every task that has the words. turned: what was done first. referring_to: only what points at that record."""
    rows: list[Row] = []
    asked = partial(ws.vault.rows, "task", limit=_AT_ONCE, text=text, labelled=labelled(ws), referring_to=referring_to)
    while piece := asked(offset=len(rows)):
        rows += piece
    states = ws.vault.states([row.id for row in rows])
    said = {row.id: states[row.id].nested() if row.id in states else {} for row in rows}

    def first(row: Row) -> tuple[bool, date]:
        nested = said[row.id]
        return (nested.get("done") is True) is not turned, last_day(nested.get(DUE)) or date.max

    return sorted(rows, key=first)
