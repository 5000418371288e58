"""What a form can be begun with: the people of a case and what was done to each."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.casework.members import Gathering
from desktop.casework.records import Listed, list_records
from desktop.casework.workspace import Workspace
from desktop.domain.mechanisms import CHINA

_MOST = 200


@dataclass(frozen=True)
class Somebody:
    """A person of the case, as the screen calls them."""

    person: str
    code: str
    called: str = field(repr=False)


@dataclass(frozen=True)
class Something:
    """An act of the case: to whom, and in one line what."""

    act: str
    victim: str
    title: str = field(repr=False)


@dataclass(frozen=True)
class Choices:
    """state: the State the case is about; people: the defenders first; acts: by time."""

    case: str
    state: str
    people: tuple[Somebody, ...]
    acts: tuple[Something, ...]


def choices(ws: Workspace, case: str) -> Choices:
    """Refused `record.unknown`."""
    page = Gathering(ws, case)
    acts = page.acts()
    state = page.nested(case).get("respondent_state")
    people = page.people(acts)
    page.calling.prepare(people)
    return Choices(
        case=case,
        state=state if isinstance(state, str) else CHINA,
        people=tuple(Somebody(one, ws.vault.code(one), page.calling.record(one)) for one in people),
        acts=tuple(Something(act.id, act.victim or "", _line(act.date, act.type or act.title)) for act in acts),
    )


def forms(ws: Workspace) -> tuple[Listed, ...]:
    """The forms that were begun or sent, what changed last first."""
    return list_records(ws, "submission", limit=_MOST).rows


def _line(date: str, what: str) -> str:
    return " · ".join(part for part in (date, what) if part)
