"""What runs out when, of everything that was sent or is being put together for the UN; the nearest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.casework.naming import Calling
from desktop.casework.submission_voice import listed
from desktop.casework.tables import Table
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.date_show import show_edtf
from desktop.domain.dates import first_day
from desktop.domain.deadlines import Deadline, of_intervention, waits
from desktop.domain.liberty import taken
from desktop.domain.meta import Label
from desktop.vault.rows import Row

_PAGE = 500
_COLUMNS = (
    Label("Due on", "期限"),
    Label("Days left", "剩余天数"),
    Label("What runs out", "到期事项"),
    Label("Complaint, letter or help", "申诉、信函或援助"),
    Label("Reference number", "编号"),
    Label("Counted from", "起算依据"),
)
_SINCE = {
    "letter_public": Label("60 days after it was sent to the State: {day}", "转交有关国家后 60 天：{day}"),
    "state_reply": Label("60 days after it was sent to the State: {day}", "转交有关国家后 60 天：{day}"),
    "urgent_ends": Label("three months after the disappearance: {day}", "失踪后三个月：{day}"),
    "follow_up": Label("the day somebody noted there", "有人在该记录中注明的日期"),
}


@dataclass(frozen=True)
class Due:
    """One deadline of one record. record, kind: where it leads. days_left: less than none once it is past.

    since: where the day comes from, in words.
    """

    record: str
    kind: str
    code: str
    title: str = field(repr=False)
    reference: str = field(repr=False)
    deadline: Deadline
    days_left: int
    since: str = field(repr=False)


@dataclass(frozen=True)
class Waiting:
    """Something that went out, of which no deadline runs yet."""

    record: str
    code: str
    title: str = field(repr=False)
    reference: str = field(repr=False)


def deadlines(ws: Workspace, day: date) -> tuple[Due, ...]:
    """Of interventions, and of forms for disappearances that were not sent; what is past stands first."""
    found = [*_of(ws, "intervention", day), *_of(ws, "submission", day)]
    return tuple(sorted(found, key=lambda one: (one.deadline.due, one.code, one.deadline.kind)))


def waiting(ws: Workspace) -> tuple[Waiting, ...]:
    """What went out and has no deadline yet, since nobody wrote down when it was passed on."""
    return tuple(
        Waiting(row.id, row.code, title, _words(nested.get("reference")))
        for row, title, nested in _each(ws, "intervention")
        if waits(nested)
    )


def table(ws: Workspace, day: date) -> Table:
    """The list of deadlines as a report."""
    rows = tuple(
        (
            one.deadline.due.isoformat(),
            one.days_left,
            ws.vocabularies.label("deadline_kinds", one.deadline.kind, ws.language),
            one.title,
            one.reference,
            one.since,
        )
        for one in deadlines(ws, day)
    )
    return Table(tuple(label(ws.language) for label in _COLUMNS), rows)


def _of(ws: Workspace, kind: str, day: date) -> Iterator[Due]:
    for row, title, nested in _each(ws, kind):
        for one in (each for each in _running(ws, kind, nested) if each.matters(day)):
            yield Due(
                record=row.id,
                kind=kind,
                code=row.code,
                title=title,
                reference=_words(nested.get("reference")),
                deadline=one,
                days_left=one.days_left(day),
                since=_SINCE[one.kind](ws.language).format(
                    day=show_edtf(one.since.isoformat(), ws.language) if one.since else ""
                ),
            )


def _each(ws: Workspace, kind: str) -> Iterator[tuple[Row, str, Mapping[str, JSON]]]:
    calling = Calling(ws)
    offset = 0
    while rows := ws.vault.rows(kind, offset=offset, limit=_PAGE):
        states = ws.vault.states([row.id for row in rows])
        for row in rows:
            yield row, calling.listed(row), states[row.id].nested() if row.id in states else {}
        offset += len(rows)


def _words(value: JSON) -> str:
    return value if isinstance(value, str) else ""


def _running(ws: Workspace, kind: str, nested: Mapping[str, JSON]) -> Iterator[Deadline]:
    if kind == "submission":
        if nested.get("form") != "WGEID_FORM" or isinstance(nested.get("intervention"), str):
            return
        nested = {**nested, "type": "un_wgeid"}
    yield from of_intervention(nested, _last_seen(ws, nested) if nested.get("type") == "un_wgeid" else None)


def _last_seen(ws: Workspace, nested: Mapping[str, JSON]) -> date | None:
    """The first day the disappearance may have begun, as the acts it is about have it."""
    acts = [ws.vault.state(act).nested() for act in listed(nested.get("acts"), "act") if ws.vault.kind_of(act)]
    dated = sorted(((day, act) for act in acts if (day := first_day(act.get("start")))), key=lambda one: one[0])
    found = taken(dated, vanished=True)
    return found[0] if found else None
