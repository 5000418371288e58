"""Who is at risk, who was never assessed, and whose assessment should have been looked at again."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from desktop.casework import reading
from desktop.casework.naming import Calling
from desktop.casework.report_rows import in_words
from desktop.casework.same_person import KIND as DECISION
from desktop.casework.same_person import recorded_as
from desktop.casework.tables import Table
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.dates import last_day
from desktop.domain.meta import Label
from desktop.history.state import RecordState

KIND = "risk_assessment"
_MOST = 1000
_HEADS = (
    Label("Person", "人物"),
    Label("Code", "代号"),
    Label("Level of risk", "风险程度"),
    Label("Was due", "到期日"),
)


@dataclass(frozen=True)
class Overdue:
    """Somebody whose risks should have been looked at again. review: the assessment; day: by when."""

    person: str
    code: str
    called: str = field(repr=False)
    review: str = field(repr=False)
    day: date


@dataclass(frozen=True)
class AtRisk:
    """Somebody of a case whose risks nobody has assessed."""

    person: str
    code: str
    called: str = field(repr=False)


def overdue(ws: Workspace, day: date) -> tuple[Overdue, ...]:
    """Whoever was to be looked at again before `day`, by the last assessment that says when; the longest first.

    A later assessment takes the place of those before it, also where it is to be looked at again sooner; one that says
    no day settles what was due by the day it was made.
    """
    found: dict[str, tuple[date, int, date, str]] = {}
    made: dict[str, date] = {}
    for state in _assessments(ws):
        nested = state.nested()
        person, by = nested.get("person"), last_day(nested.get("review_on"))
        if not isinstance(person, str):
            continue
        when = _made(ws, state.id, nested)
        if by is not None:
            found[person] = max(found.get(person, (*when, by, state.id)), (*when, by, state.id))
        else:
            made[person] = max(made.get(person, when[0]), when[0])
    last = {person: (by, review) for person, (_, _, by, review) in found.items()}
    late = {
        person: (by, review)
        for person, (by, review) in last.items()
        if by < day and not (person in made and made[person] >= by)
    }
    calling = Calling(ws)
    calling.prepare(late)
    listed = [Overdue(one, ws.vault.code(one), calling.beside(one), review, by) for one, (by, review) in late.items()]
    return tuple(sorted(listed, key=lambda one: (one.day, one.code)))


def table(ws: Workspace, day: date) -> Table:
    """Everybody who is overdue, with how high the risk was."""
    found = overdue(ws, day)
    states = ws.vault.states([one.review for one in found])
    levels = {record: reading.text(ws, KIND, "level", state.nested().get("level")) for record, state in states.items()}
    rows = [(one.called, one.code, levels.get(one.review, ""), one.day.isoformat()) for one in found]
    return in_words(ws, _HEADS, rows)


def unassessed(ws: Workspace, people: Collection[str]) -> tuple[AtRisk, ...]:
    """Those of them of whom there is no assessment, in the order given: whoever is near a defender is at risk."""
    assessed = _assessed(ws, people)
    calling = Calling(ws)
    return tuple(
        AtRisk(one, ws.vault.code(one), calling.record(one))
        for one in people
        if not assessed[one] and ws.vault.kind_of(one) == "person"
    )


def levels(ws: Workspace, people: Collection[str]) -> Mapping[str, str]:
    """How high the last assessment of each of them says the risk is, in words; those are left out of whom none says."""
    assessed = _assessed(ws, people)
    states = ws.vault.states([one for several in assessed.values() for one in several])
    found: dict[str, str] = {}
    for person, several in assessed.items():
        said = [(_made(ws, one, states[one].nested()), one) for one in several if one in states]
        if said:
            last = states[max(said)[1]].nested()
            found[person] = reading.text(ws, KIND, "level", last.get("level"))
    return {person: level for person, level in found.items() if level}


def _assessed(ws: Workspace, people: Collection[str]) -> dict[str, list[str]]:
    """The assessments of each of them; one of somebody recorded twice is of both records."""
    twice = bool(ws.vault.count(DECISION))
    records = {one: recorded_as(ws, one) if twice else (one,) for one in people}
    found = ws.vault.referring_many([each for group in records.values() for each in group], KIND)
    return {one: [row.id for each in group for row in found.get(each, ())] for one, group in records.items()}


def _assessments(ws: Workspace) -> Iterator[RecordState]:
    offset = 0
    while rows := ws.vault.rows(KIND, offset=offset, limit=_MOST):
        yield from _read(ws, [row.id for row in rows])
        offset += len(rows)


def _read(ws: Workspace, records: Sequence[str]) -> Iterator[RecordState]:
    yield from ws.vault.states(records).values()


def _made(ws: Workspace, record: str, nested: Mapping[str, JSON]) -> tuple[date, int]:
    """When somebody was assessed: on the day that is said, else when it was written down."""
    root = ws.vault.envelope(record)
    at = root.at if root else 0
    return last_day(nested.get("assessed_on")) or datetime.fromtimestamp(at, UTC).date(), at
