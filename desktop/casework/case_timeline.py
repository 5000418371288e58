"""A case in the order of time: a lane a person, what happened to each, and what it led to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from desktop.casework import reading
from desktop.casework.chains import CAUSES, PRECEDES, undated
from desktop.casework.members import ActLine, Gathering, Member
from desktop.casework.reckoning import duration_text, is_state
from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.domain.dates import Span, earliest, edtf_of, last_day, latest, parse_edtf
from desktop.domain.durations import end_of, is_over

_MOST = 1000


@dataclass(frozen=True, repr=False)
class Moment:
    """One act or event on a lane.

    first, last: the days between which it happened, or began; None where nobody knows. until: to when it is known to
    have gone on, of what goes on. open: it is not known to be over. when, lasted, age: as they read.
    """

    record: str
    kind: str
    code: str
    what: str
    who: str
    when: str
    lasted: str
    age: str
    first: date | None
    last: date | None
    until: date | None
    open: bool


@dataclass(frozen=True, repr=False)
class Lane:
    """What happened to one person; person: "" for what happened around all of them. kinship: as the family says."""

    person: str
    called: str
    kinship: str
    defender: bool
    moments: tuple[Moment, ...]


@dataclass(frozen=True, repr=False)
class Led:
    """One thing that led to another, or came before it; both are on the timeline."""

    first: str
    second: str
    causes: bool


@dataclass(frozen=True, repr=False)
class CaseTimeline:
    """The lanes, that of events and those of defenders first; people to whom nothing happened have none.

    case: what it is called. today: no line goes further.
    """

    case: str
    lanes: tuple[Lane, ...]
    links: tuple[Led, ...]
    today: date

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All of them in the order of time, those of unknown time last."""
        every = [moment for lane in self.lanes for moment in lane.moments]
        return tuple(sorted(every, key=lambda one: (one.first or one.last or date.max, one.record)))


def timeline_of(ws: Workspace, case: str) -> CaseTimeline:
    """Refused `record.unknown`."""
    page = Gathering(ws, case)
    acts = page.acts()
    members = page.members(acts)
    events = tuple(_events(ws, page, case))
    lanes = [Lane("", "", "", False, events)] if events else []
    lanes += [_lane(ws, page, member) for member in members if member.acts]
    placed = {moment.record for lane in lanes for moment in lane.moments}
    if others := tuple(_of_act(ws, page, act, "") for act in acts if act.id not in placed):
        lanes.append(Lane("", "", "", False, others))
    known = {moment.record for lane in lanes for moment in lane.moments}
    return CaseTimeline(page.calling.record(case), tuple(lanes), tuple(_links(ws, page, known)), day_of(ws))


def _lane(ws: Workspace, page: Gathering, member: Member) -> Lane:
    moments = tuple(_of_act(ws, page, act, member.apart) for act in member.acts)
    kinship = member.kinship if member.apart == member.called else member.code  # of the nameless it is said above
    return Lane(member.person, member.called, kinship, member.defender, moments)


def _of_act(ws: Workspace, page: Gathering, act: ActLine, who: str) -> Moment:
    nested = page.nested(act.id)
    first, last = _days(nested.get("start"))
    lasting = is_state(ws, nested)
    return Moment(
        record=act.id,
        kind="act",
        code=act.code,
        what=act.type or act.title,
        who=who,
        when=act.date,
        lasted=duration_text(ws, nested),
        age=act.age if act.young else "",
        first=first,
        last=last,
        until=_until(nested),
        open=lasting and not is_over(nested),
    )


def _events(ws: Workspace, page: Gathering, case: str) -> Iterator[Moment]:
    for record in ws.vault.referring(case, "event"):
        nested = page.nested(record)
        first, last = _days(nested.get("date"))
        yield Moment(
            record=record,
            kind="event",
            code=ws.vault.code(record),
            what=undated(page.calling, "event", record, nested),
            who="",
            when=reading.date_text(ws, nested.get("date")),
            lasted="",
            age="",
            first=first,
            last=last,
            until=_throughout(nested.get("date")),
            open=False,
        )


def _until(act: Mapping[str, JSON]) -> date | None:
    """The last day something is known to have gone on."""
    ended = end_of(act)
    if ended is not None:
        return latest(ended) or earliest(ended)
    days = [last_day(act.get("last_confirmed")), _throughout(act.get("start"))]
    return max((day for day in days if day), default=None)


def _days(value: JSON) -> tuple[date | None, date | None]:
    """Between which days something was, or began: of what is told as a whole time, its first end."""
    said = parse_edtf(edtf_of(value) or "")
    if said is None:
        return None, None
    if isinstance(said, Span) and said.throughout:
        return (said.start.first, said.start.last) if said.start else (None, said.end.last if said.end else None)
    return earliest(str(said)), latest(str(said))


def _throughout(value: JSON) -> date | None:
    said = parse_edtf(edtf_of(value) or "")
    return said.end.last if isinstance(said, Span) and said.throughout and said.end else None


def _links(ws: Workspace, page: Gathering, known: set[str]) -> Iterator[Led]:
    """The links between what is on the timeline, each once."""
    rows = ws.vault.referring_many(known, "event_link")
    for record in dict.fromkeys(row.id for several in rows.values() for row in several[:_MOST]):
        nested = page.nested(record)
        first, second, kind = str(nested.get("first")), str(nested.get("second")), nested.get("type")
        if first in known and second in known and first != second and kind in (CAUSES, PRECEDES):
            yield Led(first, second, kind == CAUSES)
