"""What is due: records to look at again, tasks, risks, and interviews whose opening is not answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from desktop.casework import interviews, risks
from desktop.casework.naming import Calling
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.dates import latest

Why = Literal["review", "task", "risk", "opening"]

REVIEWED: Mapping[str, str] = {"case": "next_review_on", "consent": "review_on"}
"""Kinds with a day of their own to look at them again, beside the one any record may have (`RETENTION`)."""
RETENTION = "retention_review_on"
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
    said = [one for kind, name in REVIEWED.items() for one in _with_date(ws, "review", kind, name, day)]
    seen = {one.record for one in said}
    return (*said, *(one for one in _retained(ws, day) if one.record not in seen))


def tasks(ws: Workspace, day: date) -> tuple[Due, ...]:
    """Tasks that are due and not done."""
    return tuple(_with_date(ws, "task", "task", "due_on", day))


def _retained(ws: Workspace, day: date) -> Iterator[Due]:
    """Records of any kind with a day on which to look whether they are still kept."""
    calling = Calling(ws)
    records = ws.vault.ever_setting(RETENTION)
    states = ws.vault.states(records)
    for row in ws.vault.rows_of(records):
        by = _by(states[row.id].nested().get(RETENTION)) if row.id in states else None
        if by is not None and by <= day and not row.deleted:
            yield Due("review", row.id, row.kind, row.code, calling.listed(row), by)


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
