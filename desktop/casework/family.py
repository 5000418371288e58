"""A case as a family: who, how they are related to the defender, what happened to each."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework.quick import Pick
from desktop.casework.records import Listed, Shown
from desktop.casework.workspace import JSON, Changes, Workspace


@dataclass(frozen=True)
class ActLine:
    """One act. type: the vocabulary's label. date: as it is shown. sort_key: earliest day or ""."""

    id: str
    code: str
    type_code: str
    type: str
    date: str
    sort_key: str
    because_of: str | None
    title: str


@dataclass(frozen=True)
class Member:
    """A person of a case. kinship: "wife", "母亲" … as seen from the defender, "" if not known.

    relationship: the record that says so, or None. minor: None if the age is not known.
    """

    person: str
    code: str
    called: str
    defender: bool
    kinship: str
    relationship: str | None
    minor: bool | None
    status: str
    acts: tuple[ActLine, ...]


@dataclass(frozen=True)
class CasePage:
    """All a case's page shows, in one query."""

    case: Shown
    members: tuple[Member, ...]
    acts: tuple[ActLine, ...]
    testimonies: tuple[Listed, ...]
    evidence: tuple[Listed, ...]
    consents: tuple[Listed, ...]
    others: tuple[Listed, ...]


@dataclass(frozen=True)
class KinTerm:
    """A word of kinship. code: what is stored; term: in the workspace's language; relationship: its class."""

    code: str
    term: str
    relationship: str
    relationship_label: str


def case_page(ws: Workspace, case: str) -> CasePage:
    """Refused `record.unknown`."""
    raise NotImplementedError


def kin_terms(ws: Workspace) -> tuple[KinTerm, ...]:
    """The words to choose from, in the order of the vocabulary."""
    raise NotImplementedError


def add_defender(ws: Workspace, case: str, who: Pick) -> Changes:
    """Name a defender of the case; a new name makes the person."""
    raise NotImplementedError


def add_relative(ws: Workspace, case: str, who: Pick, *, of: str, relationship: str, kin_term: str = "") -> Changes:
    """Say that somebody is a relative of the defender `of`; a new name makes the person. In one transaction."""
    raise NotImplementedError


def add_act(ws: Workspace, case: str, nested: JSON) -> Changes:
    """Keep what happened to one person: an `act` of this case. Refusals as `records.add`."""
    raise NotImplementedError
