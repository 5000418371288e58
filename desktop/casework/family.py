"""A case as a family: who, how they are related to the defender, what happened to each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.casework import people, reading, recorded_twice
from desktop.casework.members import ActLine, Gathering, Member, listed_people
from desktop.casework.people import Pick
from desktop.casework.records import Listed, Shown, closed_to_us, existing, listed, show
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.domain import kinship
from desktop.errors import Refused
from desktop.history.state import RecordState

SELF = "self"
"""What the defender is to the defender, in the vocabulary of relationships."""

_OTHERS = ("interview", "intervention", "submission")

__all__ = [
    "ActLine",
    "CasePage",
    "Member",
    "add_act",
    "add_defender",
    "add_relative",
    "case_page",
    "people_of",
    "relationship_between",
]


@dataclass(frozen=True)
class CasePage:
    """All a case's page shows, in one query. others: interviews, interventions and what else points at the case.

    summary, status, priority: as they read. evidence_closed: there may be more, with the identities, which are closed.
    """

    case: Shown
    summary: str = field(repr=False)
    status: str
    priority: str = field(repr=False)
    members: tuple[Member, ...]
    acts: tuple[ActLine, ...]
    testimonies: tuple[Listed, ...]
    evidence: tuple[Listed, ...]
    evidence_closed: bool
    consents: tuple[Listed, ...]
    others: tuple[Listed, ...]


def case_page(ws: Workspace, case: str) -> CasePage:
    """Refused `record.unknown`."""
    page = Gathering(ws, case)
    acts = page.acts()
    members = page.members(acts)
    consents = {row.id: row for member in members for row in page.rows(member.person, "consent")}  # two may be in one
    shown = show(ws, case)
    summary, status, priority = (
        reading.text(ws, "case", path, shown.nested.get(path)) for path in ("summary", "status", "priority")
    )
    return CasePage(
        case=shown,
        summary=summary,
        status=status,
        priority=priority,
        members=recorded_twice.once(ws, members),
        acts=acts,
        testimonies=listed(ws, page.rows(case, "testimony")),
        evidence=listed(ws, page.rows(case, "evidence")),
        evidence_closed=closed_to_us(ws, "evidence"),
        consents=listed(ws, list(consents.values())),
        others=listed(ws, [row for kind in _OTHERS for row in page.rows(case, kind)]),
    )


def people_of(ws: Workspace, case: str) -> tuple[str, ...]:
    """Everybody a case is about, its defenders first."""
    page = Gathering(ws, case)
    return tuple(page.people(page.acts()))


def add_defender(ws: Workspace, case: str, who: Pick) -> Changes:
    """Name a defender of the case; a new name makes the person. In one transaction. Refused `person.nobody`."""
    pending = Pending(ws)
    person = people.picked(ws, pending, who)
    if person is None:
        raise Refused("person.nobody")
    state = existing(ws, case)
    if person not in listed_people(state.nested().get("defenders")):
        pending.patch(state, {"defenders": [{"person": person}]})
    return pending.commit()


def add_relative(ws: Workspace, who: Pick, *, of: str, relationship: str, kin_term: str = "") -> Changes:
    """Say that somebody is the `relationship` of the person `of`; a new name makes the person. In one transaction.

    Refused `person.nobody`, and as `records.add`.
    """
    pending = Pending(ws)
    person = people.picked(ws, pending, who)
    if person is None:
        raise Refused("person.nobody")
    nested = {"person": person, "type": relationship, "related_person": of}
    pending.create("relationship", {**nested, **({"kin_term": kin_term} if kin_term else {})})
    return pending.commit()


def add_act(ws: Workspace, case: str, nested: Mapping[str, JSON]) -> Changes:
    """Keep what happened to one person: an `act` of this case. Refusals as `records.add`."""
    pending = Pending(ws)
    pending.create("act", {**nested, "case": case})
    return pending.commit()


def relationship_between(ws: Workspace, person: str, defender: str) -> str:
    """What somebody is to the defender, as the records of the two say, from either side; "self" of the same person.

    "" where nothing is recorded, or not one thing alone: that is for people to say.
    """
    if person == defender:
        return SELF
    about_both = [set(ws.vault.referring(one, "relationship")) for one in (person, defender)]
    states = (ws.vault.state(record) for record in set.intersection(*about_both))
    said = {found for state in states if (found := _said_of(ws, state, person, defender))}
    return said.pop() if len(said) == 1 else ""


def _said_of(ws: Workspace, state: RecordState, person: str, defender: str) -> str:
    """What one record says the person is to the defender."""
    nested = state.nested()
    ends, said = (nested.get("person"), nested.get("related_person")), nested.get("type")
    if not isinstance(said, str) or state.conflicts():
        return ""
    relationships = ws.vocabularies["relationships"]
    term = relationships.get(said)
    if term is None or term.more.get("group") == "admin":  # that two records are of one person is no relationship
        return ""
    if ends == (person, defender):
        return said
    return kinship.inverse(relationships, said) or "" if ends == (defender, person) else ""
