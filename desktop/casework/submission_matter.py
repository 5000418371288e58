"""What a submission is about, once consent was asked: the people in it, their acts, what was left out and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from desktop.casework.accepting import as_it_counts
from desktop.casework.consent import Asking
from desktop.casework.gathering import Gathered, gather
from desktop.casework.identified import Readings
from desktop.casework.leaving import Verdict, redacted
from desktop.casework.members import listed_people
from desktop.casework.records import existing
from desktop.casework.submission_consent import Agreeing, Standing
from desktop.casework.submission_voice import Voice, listed
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.allegation import stands
from desktop.domain.alternatives import alternatives
from desktop.domain.dates import first_day, last_day
from desktop.domain.liberty import taken
from desktop.domain.mechanisms import CHINA, MECHANISMS, Mechanism
from desktop.domain.permission import AS_NOT_ASKED, FINAL
from desktop.errors import Refused

NOT_THEIRS, DELETED = "not_for_them", "deleted"
_BORNE_OUT = ("corroboration", "claim_status")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An act or a person that was chosen and does not go along. reason: a code of the vocabulary ``left_out``, or of
    ``permission_reasons``."""

    record: str
    kind: str
    reason: str


@dataclass(frozen=True, repr=False)
class Matter:
    """asked: everybody the form is for. people: those who are in it. acts: by the person harmed, in order of time.

    refusing: everybody of the case who agrees to none of the uses the form is for, and whether they said no.
    counting: the acts, as far as they count as accepted.
    """

    ws: Workspace
    nested: Mapping[str, JSON]
    mechanism: Mechanism
    case: Mapping[str, JSON]
    gathered: Gathered
    asked: tuple[Standing, ...]
    acts: Mapping[str, Sequence[str]]
    left_out: tuple[LeftOut, ...]
    voice: Voice
    leaves: frozenset[str] = field(default_factory=frozenset)
    refusing: Mapping[str, bool] = field(default_factory=dict)
    counting: Mapping[str, Mapping[str, JSON]] = field(default_factory=dict)

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who is in it."""
        return tuple(one.person for one in self.asked if one.included)

    @property
    def state(self) -> str:
        """The State it is about; China where nothing else was said."""
        said = (self.nested.get("state"), self.case.get("respondent_state"))
        return next((code for code in said if isinstance(code, str) and code), CHINA)

    def named(self, person: str) -> bool:
        """Whether somebody is in it by name."""
        return any(one.named for one in self.asked if one.person == person)

    def act(self, record: str) -> Mapping[str, JSON]:
        """The values of an act, or of anything else of the case; nothing of how far it is borne out while that is
        in conflict, so that it is told no more strongly than by the weaker of the two; one that was accepted without a
        source as needing work."""
        nested = self.counting.get(record) or self.gathered.nested.get(record, {})
        if record not in self.gathered.states or not _unsettled(self.gathered, record):
            return nested
        return {name: value for name, value in nested.items() if name not in _BORNE_OUT}

    def acts_of(self, person: str) -> Sequence[tuple[str, Mapping[str, JSON]]]:
        """What was done to somebody, of what was chosen."""
        return [(record, self.act(record)) for record in self.acts.get(person, ())]

    def chosen(self, record: str) -> Mapping[str, JSON] | None:
        """The values of an act that is in the form; None of any other record."""
        return self.act(record) if any(record in acts for acts in self.acts.values()) else None

    def tells_of(self) -> set[str]:
        """Whom words about the whole case are about: its defenders, and whoever its acts in the form are because of."""
        of_case = self._read(self.gathered.case).named("defenders/*/person")
        return {*of_case}.union(*(self._read(act).said("because_of") for acts in self.acts.values() for act in acts))

    def about(self, step: str) -> set[str]:
        """For whom a step was taken, by every reading: who is noted, and whoever was harmed by the acts it is about."""
        read = self._read(step)
        acts = {act for act in read.named("acts/*/act") if act in self.gathered.states}
        return {*read.named("people/*/person")}.union(*(self._read(act).said("victim") for act in acts))

    def _read(self, record: str) -> Readings:
        return Readings(self.ws, record, self.gathered.states[record])

    def detention_of(self, person: str) -> tuple[str, Mapping[str, JSON]] | None:
        """The first of somebody's acts that took their liberty, or since which nobody knows where they are."""
        return taken(self.acts_of(person), vanished=self.mechanism.disappearance)

    def part_of(self, act: str, kind: str) -> list[tuple[str, Mapping[str, JSON]]]:
        """Records of a kind that belong to an act and may leave; nobody is accused by what does not stand any more."""
        found = [record for record, its_kind in self._pointing.get(act, ()) if its_kind == kind]
        told = (record for record in found if record in self.leaves and _stands(self.gathered, record))
        return [(record, self.gathered.nested[record]) for record in told]

    def said_of(self, account: str) -> Mapping[str, JSON] | None:
        """The values of a statement an act stands on; None where it is not here."""
        if account in self.gathered.nested:
            return self.gathered.nested[account]
        here = self.ws.vault.kind_of(account) is not None
        return self.ws.vault.state(account).nested() if here else None

    @cached_property
    def _pointing(self) -> Mapping[str, Sequence[tuple[str, str]]]:
        """What points at each of the acts."""
        return self.ws.vault.referring_by([act for acts in self.acts.values() for act in acts])

    def of_kind(self, kind: str) -> list[tuple[str, Mapping[str, JSON]]]:
        """All records of a kind in the case."""
        return [(record, self.gathered.nested[record]) for record in self.gathered.of_kind(kind)]


def matter(ws: Workspace, submission: str, day: date) -> Matter:
    """Refused `record.unknown`, `submission.no_form`, `submission.no_case`."""
    nested = existing(ws, submission).nested()
    mechanism = MECHANISMS.get(str(nested.get("form")))
    if mechanism is None:
        raise Refused("submission.no_form")
    case = nested.get("case")
    if not isinstance(case, str) or ws.vault.kind_of(case) != "case":
        raise Refused("submission.no_case")
    gathered = gather(ws, case)
    agreeing = Agreeing(ws, Asking(ws, day), mechanism)
    gone = {row.id for row in ws.vault.rows_of(listed_people(nested.get("people"))) if row.deleted}
    people = [one for one in listed_people(nested.get("people")) if one not in gone]
    chosen = listed(nested.get("acts"), "act")
    readings: dict[str, Readings] = {}
    verdicts = [redacted(ws, gathered, scope, _recipient(ws, mechanism), readings) for scope in mechanism.any_of]
    leaves = frozenset[str]().union(*(verdict.leaves for verdict in verdicts))
    asked = tuple(agreeing.standing(person) for person in dict.fromkeys(people))
    included = frozenset(one.person for one in asked if one.included)
    named = frozenset(one.person for one in asked if one.included and one.named)
    waiting = frozenset(one.person for one in asked if one.unanswered)
    out = dict.fromkeys(sorted(gone), DELETED) | {one.person: one.reason for one in asked if not one.included}
    why = {record: _why_not(gathered, record, included, waiting, verdicts) for record in dict.fromkeys(chosen)}
    why = {record: _theirs(gathered, record, out) if reason == NOT_THEIRS else reason for record, reason in why.items()}
    kept = [record for record, reason in why.items() if not reason]
    left_out = [LeftOut(person, "person", reason) for person, reason in out.items()]
    left_out += [LeftOut(record, "act", reason) for record, reason in why.items() if reason]
    return Matter(
        ws=ws,
        nested=nested,
        mechanism=mechanism,
        case=gathered.nested[case],
        gathered=gathered,
        asked=asked,
        acts=_by_victim(gathered, kept),
        left_out=tuple(left_out),
        voice=Voice(ws, gathered, named | _others(ws, gathered, included, verdicts, agreeing)),
        leaves=leaves | _parts(ws, gathered, kept, leaves),
        refusing=_refusing(verdicts, included),
        counting={record: as_it_counts(ws, record, "act", gathered.nested[record]) for record in kept},
    )


def _refusing(verdicts: Sequence[Verdict], included: Collection[str]) -> Mapping[str, bool]:
    """Who agrees to none of the uses, and whether they were asked and said no."""
    out = set.intersection(*(set(verdict.refused) for verdict in verdicts)).difference(included)
    return {person: any(verdict.refused[person] in FINAL for verdict in verdicts) for person in out}


def _parts(ws: Workspace, gathered: Gathered, acts: Sequence[str], leaves: Collection[str]) -> frozenset[str]:
    """What belongs to acts that wait for an answer, to be seen with them."""
    waiting = [act for act in acts if act not in leaves]
    pointing = ws.vault.referring_by(waiting).values()
    parts = (part for several in pointing for part, kind in several if kind in ("involvement", "citation"))
    return frozenset(part for part in parts if part in gathered.states)


def _recipient(ws: Workspace, mechanism: Mechanism) -> str:
    return ws.vocabularies.label("submission_forms", mechanism.code, "en")


def _why_not(
    gathered: Gathered, act: str, included: Collection[str], waiting: Collection[str], verdicts: Sequence[Verdict]
) -> str:
    """Why an act that was chosen does not go along; "" where it does, or will once somebody has answered."""
    nested = gathered.nested.get(act)
    if nested is None:
        return "other_case"
    if not _stands(gathered, act):
        return "does_not_stand"
    victim = nested.get("victim")
    if not isinstance(victim, str):
        return "no_victim"
    if victim not in included:
        return NOT_THEIRS
    if any(act in verdict.leaves for verdict in verdicts):
        return ""
    reason = verdicts[0].stays.get(act, "unclear")
    return "" if victim in waiting and reason in AS_NOT_ASKED else reason


def _stands(gathered: Gathered, record: str) -> bool:
    """Whether something may be told, by every value in conflict."""
    readings = alternatives(gathered.nested[record], _unsettled(gathered, record))
    return all(map(stands, readings or [{"claim_status": "conflict"}]))


def _unsettled(gathered: Gathered, record: str) -> dict[str, list[JSON]]:
    """What is in open conflict of how far something is borne out, with everything that is said of it."""
    conflicts = gathered.states[record].conflicts()
    return {path: [one.value for one in conflicts[path]] for path in _BORNE_OUT if path in conflicts}


def _theirs(gathered: Gathered, act: str, out: Mapping[str, str]) -> str:
    """Why an act against somebody who is not in it stays: their reason, where they were asked."""
    return out.get(str(gathered.nested[act].get("victim")), NOT_THEIRS)


def _by_victim(gathered: Gathered, acts: Sequence[str]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for act in sorted(acts, key=lambda one: (_begins(gathered.nested[one]), one)):
        found.setdefault(str(gathered.nested[act].get("victim")), []).append(act)
    return found


def _begins(act: Mapping[str, JSON]) -> str:
    start = act.get("start")
    day = first_day(start) or last_day(start)
    return day.isoformat() if day else "~"


def _others(
    ws: Workspace, gathered: Gathered, included: Collection[str], verdicts: Sequence[Verdict], agreeing: Agreeing
) -> frozenset[str]:
    """People of the case the form is not for who may be named: officials, and whoever agreed to all the form asks."""
    others = [one for one in gathered.of_kind("person") if one not in included]
    return frozenset(
        one
        for one in others
        if any(one not in verdict.refused for verdict in verdicts)
        and (Readings(ws, one, gathered.states[one]).said_here("official") or agreeing.open_to_name(one))
    )
