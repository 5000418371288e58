"""What is due: records to look at again, tasks, risks, and interviews whose opening is not answered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from desktop.casework import interviews, risks
from desktop.casework.naming import Calling
from desktop.casework.workspace import Workspace
from desktop.domain.dates import last_day

Why = Literal["review", "task", "risk", "opening"]

REVIEWED: Mapping[str, str] = {"case": "next_review_on"}
"""Kinds with a day of their own to look at them again, beside the one any record may have (`RETENTION`).

Consents have one too; when to ask again `consents_due` says.
"""
RETENTION = "retention_review_on"
_MOST = 1000


@dataclass(frozen=True)
class Due:
    """One thing to look at. record: where it leads, path: the field there that settles it; person: whom a risk is of.

    day: since when, None where no day is known.
    """

    why: Why
    record: str
    kind: str
    code: str
    title: str = field(repr=False)
    day: date | None
    path: str = ""
    person: str = field(default="", repr=False)


def due(ws: Workspace, day: date) -> tuple[Due, ...]:
    """All that is due on a day, the longest first; what has no day stands last."""
    return in_order((*said_due(ws, day), *retained(ws, day)))


def said_due(ws: Workspace, day: date) -> tuple[Due, ...]:
    """The same but for `retained`, which takes longer in a large vault."""
    return in_order((*_risks(ws, day), *reviews(ws, day), *tasks(ws, day), *_openings(ws)))


def in_order(found: Iterable[Due]) -> tuple[Due, ...]:
    """The longest first, each record that is looked at again once; what has no day stands last."""
    each = {(one.why, one.record): one for one in found}
    return tuple(sorted(each.values(), key=lambda one: (one.day or date.max, one.code)))


def reviews(ws: Workspace, day: date) -> tuple[Due, ...]:
    """Cases to review by now."""
    return tuple(one for kind, name in REVIEWED.items() for one in _with_date(ws, "review", kind, name, day))


def retained(ws: Workspace, day: date) -> tuple[Due, ...]:
    """Records of any kind of which it is to be looked by now whether they are still kept."""
    found: list[Due] = []
    after: int | None = 0
    while after is not None:
        piece, after = retained_piece(ws, day, after)
        found += piece
    return tuple(found)


def retained_piece(ws: Workspace, day: date, after: int) -> tuple[tuple[Due, ...], int | None]:
    """The same a piece of the vault at a time. after: 0, then what the piece before gave; None: that was all."""
    records, more = ws.vault.ever_setting(RETENTION, after)
    return tuple(_of_those(ws, day, records)), more


def tasks(ws: Workspace, day: date) -> tuple[Due, ...]:
    """Tasks that are due and not done."""
    return tuple(_with_date(ws, "task", "task", "due_on", day))


def _of_those(ws: Workspace, day: date, records: Collection[str]) -> Iterator[Due]:
    calling = Calling(ws)
    states = ws.vault.states(records)
    for row in ws.vault.rows_of(records):
        by = last_day(states[row.id].nested().get(RETENTION)) if row.id in states else None
        if by is not None and by <= day and not row.deleted:
            yield Due("review", row.id, row.kind, row.code, calling.listed(row), by, RETENTION)


def _with_date(ws: Workspace, why: Why, kind: str, name: str, day: date) -> Iterator[Due]:
    calling = Calling(ws)
    offset = 0
    while rows := ws.vault.rows(kind, offset=offset, limit=_MOST):
        states = ws.vault.states([row.id for row in rows])
        for row in rows:
            nested = states[row.id].nested() if row.id in states else {}
            by = last_day(nested.get(name))
            if by is not None and by <= day and nested.get("done") is not True:
                path = "done" if why == "task" else name
                undated = {field: value for field, value in nested.items() if field != name}  # the day stands beside it
                yield Due(why, row.id, kind, row.code, calling.title(kind, row.id, undated), by, path)
        offset += len(rows)


def _risks(ws: Workspace, day: date) -> Iterator[Due]:
    for one in risks.overdue(ws, day + timedelta(days=1)):  # from its day on, as everything that is due
        yield Due("risk", one.review, risks.KIND, one.code, one.called, one.day, person=one.person)


def _openings(ws: Workspace) -> Iterator[Due]:
    for one in interviews.unfinished(ws):
        kept, root = one.interview, ws.vault.envelope(one.interview.id)
        begun = datetime.fromtimestamp(root.at, UTC).date() if root else None
        yield Due("opening", kept.id, "interview", kept.code, kept.title, begun, one.lacks[0])
