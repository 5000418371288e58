"""What a form can be begun with: the people of a case and what was done to each."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.casework import reading
from desktop.casework.members import Gathering
from desktop.casework.naming import Calling
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.mechanisms import CHINA
from desktop.vault.rows import Row

_MOST = 200


@dataclass(frozen=True)
class Somebody:
    """A person of the case, as the screen calls them. kinship: as seen from the defender, "" if not known."""

    person: str
    code: str
    called: str = field(repr=False)
    defender: bool
    kinship: str = field(repr=False)


@dataclass(frozen=True)
class Something:
    """An act of the case: to whom, and in one line what."""

    act: str = field(repr=False)
    victim: str = field(repr=False)
    title: str = field(repr=False)


@dataclass(frozen=True)
class Choices:
    """state: the State the case is about; people: the defenders first; acts: by time."""

    case: str
    state: str
    people: tuple[Somebody, ...]
    acts: tuple[Something, ...]


@dataclass(frozen=True)
class Begun:
    """A form that was begun: what it is, about which case, how far. updated: UTC seconds."""

    id: str
    form: str = field(repr=False)
    case: str = field(repr=False)
    status: str = field(repr=False)
    updated: int


def choices(ws: Workspace, case: str) -> Choices:
    """Refused `record.unknown`."""
    page = Gathering(ws, case)
    acts = page.acts()
    state = page.nested(case).get("respondent_state")
    page.calling.prepare(page.people(acts))
    return Choices(
        case=case,
        state=state if isinstance(state, str) else CHINA,
        people=tuple(
            Somebody(one.person, one.code, one.called, one.defender, one.kinship) for one in page.members(acts)
        ),
        acts=tuple(Something(act.id, act.victim or "", _line(act.date, act.type or act.title)) for act in acts),
    )


def forms(ws: Workspace) -> tuple[Begun, ...]:
    """The forms that were begun or sent, what changed last first."""
    rows = ws.vault.rows("submission", limit=_MOST)
    states = ws.vault.states([row.id for row in rows])
    return tuple(_begun(ws, Calling(ws), row, states[row.id].nested()) for row in rows if row.id in states)


def _begun(ws: Workspace, calling: Calling, row: Row, nested: JSON) -> Begun:
    case = nested.get("case")
    return Begun(
        id=row.id,
        form=reading.text(ws, "submission", "form", nested.get("form")) or row.code,
        case=calling.record(case) if isinstance(case, str) else "",
        status=reading.text(ws, "submission", "status", nested.get("status")),
        updated=row.updated,
    )


def _line(date: str, what: str) -> str:
    return " · ".join(part for part in (date, what) if part)
