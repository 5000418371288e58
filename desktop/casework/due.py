"""What is due: records to look at again, tasks, risks, and interviews whose opening is not answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from desktop.casework import interviews, risks
from desktop.casework.naming import Calling
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.domain.dates import latest
from desktop.domain.mentions import escape
from desktop.errors import Refused

Why = Literal["review", "task", "risk", "opening"]

REVIEWED: Mapping[str, str] = {"case": "next_review_on", "consent": "review_on"}
"""Kinds that say themselves when they are looked at again; of any other record a task says it."""
_MOST = 1000


@dataclass(frozen=True)
class Due:
    """One thing to look at. record: where it leads; day: since when, None where no day was said."""

    why: Why
    record: str
    kind: str
    code: str
    title: str = field(repr=False)
    day: date | None


def due(ws: Workspace, day: date) -> tuple[Due, ...]:
    """All that is due on a day, the longest first; what has no day stands last."""
    found = [*_risks(ws, day), *reviews(ws, day), *tasks(ws, day), *_openings(ws)]
    return tuple(sorted(found, key=lambda one: (one.day or date.max, one.code)))


def reviews(ws: Workspace, day: date) -> tuple[Due, ...]:
    """Records that were to be looked at again by now: whether they are still needed, whether somebody still agrees."""
    return tuple(one for kind, name in REVIEWED.items() for one in _with_date(ws, "review", kind, name, day))


def tasks(ws: Workspace, day: date) -> tuple[Due, ...]:
    """Tasks that are due and not done; also those that say of a record when to look whether it is still needed."""
    return tuple(_with_date(ws, "task", "task", "due_on", day))


def look_again(ws: Workspace, record: str, on: date, what: str) -> Changes:
    """Put down that a record is looked at again on a day. what: the words of the task.

    Refused `record.unknown`.
    """
    if ws.vault.kind_of(record) is None:
        raise Refused("record.unknown", record=record)
    pending = Pending(ws)
    said = on.isoformat()
    pending.create(
        "task",
        {"title": escape(what), "about": record, "due_on": {"edtf": said, "words": said, "calendar": "gregorian"}},
    )
    return pending.commit()


def _with_date(ws: Workspace, why: Why, kind: str, name: str, day: date) -> Iterator[Due]:
    calling = Calling(ws)
    offset = 0
    while rows := ws.vault.rows(kind, offset=offset, limit=_MOST):
        states = ws.vault.states([row.id for row in rows])
        for row in rows:
            nested = states[row.id].nested() if row.id in states else {}
            by = _by(nested.get(name))
            if by is not None and by <= day and nested.get("done") is not True:
                yield Due(why, row.id, kind, row.code, calling.listed(row), by)
        offset += len(rows)


def _risks(ws: Workspace, day: date) -> Iterator[Due]:
    for one in risks.overdue(ws, day):
        yield Due("risk", one.review, risks.KIND, one.code, one.called, one.day)


def _openings(ws: Workspace) -> Iterator[Due]:
    for one in interviews.unfinished(ws):
        yield Due("opening", one.interview.id, "interview", one.interview.code, one.interview.title, None)


def _by(value: JSON) -> date | None:
    edtf = value.get("edtf") if isinstance(value, dict) else None
    return latest(edtf) if isinstance(edtf, str) else None
