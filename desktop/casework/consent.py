"""What people agreed to: said in one word, listed, and asked before anything leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product
from math import prod
from typing import Literal, TypeAlias

from desktop.casework import approved
from desktop.casework.same_person import Decided
from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.domain import consent as rules
from desktop.domain.alternatives import alternatives
from desktop.domain.consent_said import conditions
from desktop.domain.consent_second import Second
from desktop.domain.permission import FINAL, Permission, strictest
from desktop.domain.values import Nested
from desktop.history.state import RecordState


@dataclass(frozen=True)
class Scope:
    """One thing a person can agree to. code: of `consent_scopes`."""

    code: str
    label: str = field(repr=False)


@dataclass(frozen=True)
class ScopeState:
    """How it stands with one scope. allowed: as `permits` says today; reason: a code of `domain.permission.Reason`.

    record: the consent that decided, if any.
    """

    scope: Scope
    allowed: bool
    reason: str
    record: str | None


def scopes(ws: Workspace) -> tuple[Scope, ...]:
    """All scopes in the vocabulary's order."""
    return tuple(Scope(term.code, term.label(ws.language)) for term in ws.vocabularies["consent_scopes"])


def consents_of(ws: Workspace, person: str) -> tuple[ScopeState, ...]:
    """How it stands with each scope, today."""
    asking = Asking(ws, day_of(ws))
    answers = ((scope, asking.permits(person, scope.code, "")) for scope in scopes(ws))
    return tuple(ScopeState(scope, said.allowed, said.reason, said.consent) for scope, said in answers)


def permits(ws: Workspace, person: str, scope: str, recipient: str, day: date) -> Permission:
    """May what concerns somebody go to a recipient for a purpose? The stricter of own setters and all holds."""
    return Asking(ws, day).permits(person, scope, recipient)


UnReply = Literal["yes", "no", "unanswered"]

TO_ASK: frozenset[str] = frozenset(
    {
        "not_asked",
        "expired",
        "unclear",
        "not_approved",
        "came_of_age",
        "child_not_asked",
        "no_guardian",
        "guardian_held",
    }
)
"""Reasons why a question of the UN is still to be put to somebody, or put again."""


def un_question(ws: Workspace, scope: str) -> str:
    """The exact words of a question of the UN; "" for another scope."""
    more = ws.vocabularies["consent_scopes"][scope].more
    return more.get("question_en" if ws.language == "en" else "question_zh_hans", "")


View: TypeAlias = Mapping[str, Sequence[Nested]]
"""By consent each way it may be read."""


class Asking:
    """Asks `permits` of many people for one day, reading each one's consents once."""

    def __init__(self, ws: Workspace, day: date) -> None:
        self._ws = ws
        self._day = day
        self._told: dict[str, tuple[View, View]] = {}
        self._second: dict[str, Second] = {}
        self._ages: dict[str, list[Nested]] = {}
        self._answers: dict[tuple[str, str, str], Permission] = {}
        self._nos: dict[tuple[tuple[str, ...], str, str], Permission | None] = {}
        self._decided = (Decided(ws), Decided(ws, own=True))  # that they are two, nobody else says for us

    def permits(self, person: str, scope: str, recipient: str) -> Permission:
        """The strictest answer: of own setters alone and of all, over every value in conflict."""
        asked = person, scope, recipient
        if asked not in self._answers:
            self._answers[asked] = self._of_all_records(*asked)
        return self._answers[asked]

    def conditions(self, person: str, scope: str) -> tuple[str, ...]:
        """The conditions, in their own words, under which somebody agreed to a purpose; by anybody who noted any."""
        everybodys, _ = self._views(person)
        readings = [said for each in everybodys.values() for said in each]
        return tuple(dict.fromkeys(words for said in readings for words in conditions(said, scope)))

    def _of_all_records(self, person: str, scope: str, recipient: str) -> Permission:
        """Of somebody recorded twice a no in either record binds; a yes counts where it was said."""
        answer = self._ask(person, scope, recipient)
        views = self._decided if answer.allowed else ()
        nos = (self._no_of(decided.group(person), scope, recipient) for decided in views)
        return next((no for no in nos if no is not None), answer)

    def _no_of(self, group: tuple[str, ...], scope: str, recipient: str) -> Permission | None:
        """The no in any of the records of one person."""
        asked = group, scope, recipient
        if len(group) > 1 and asked not in self._nos:
            answers = (self._ask(one, scope, recipient) for one in group)
            self._nos[asked] = next((said for said in answers if said.reason in FINAL), None)
        return self._nos.get(asked)

    def _ask(self, person: str, scope: str, recipient: str) -> Permission:
        if person not in self._ages:
            self._ages[person] = self._about(person)
        views = self._views(person)
        second = self._second[person]
        return strictest(
            _strictly(view, scope, recipient, self._day, about, second)
            for view in views
            for about in self._ages[person]
        )

    def _views(self, person: str) -> tuple[View, View]:
        """Somebody's consents with their readings: as all say it, and as we do."""
        if person not in self._told:
            vault = self._ws.vault
            told = {record: vault.state(record) for record in vault.referring(person, "consent")}
            told = {record: state for record, state in told.items() if _counts(state, person)}
            own = {record: vault.own_state(record) for record in told}
            self._second[person] = approved.second(self._ws, told)
            self._told[person] = _all_readings(told), _all_readings(own)
        return self._told[person]

    def _about(self, person: str) -> list[Nested]:
        """What is said of somebody's age: by us, by all, and each value in conflict."""
        vault = self._ws.vault
        if vault.kind_of(person) != "person":
            return [{}]
        readings: list[Nested] = []
        for state in (vault.state(person), vault.own_state(person)):
            ages = {path: values for path, values in _in_conflict(state).items() if path in _AGE}
            readings += [each for each in alternatives(state.nested(), ages) if each not in readings]
        return readings or [{"minor": True}, {"minor": False}]  # too many to tell


_AGE = ("birth", "minor", "age", "age_on", "age_counted_from_one")


_MOST_JOINT = 4096  # joint readings of one person's consents; nobody settles that many contradictions by hand


def _strictly(view: View, scope: str, recipient: str, day: date, about: Nested, second: Second) -> Permission:
    """The strictest answer of all joint readings, since what one record names may narrow what another grants."""
    if prod(map(len, view.values())) > _MOST_JOINT:
        return Permission(False, "unclear")
    return strictest(
        rules.permits(dict(zip(view, chosen, strict=True)), scope, recipient, day, person=about, second=second)
        for chosen in product(*view.values())
    )


def _all_readings(states: Mapping[str, RecordState]) -> View:
    return {record: _readings(state) for record, state in states.items()}


def _readings(state: RecordState) -> list[Nested]:
    """Each way a consent may be read while values of it are in conflict; where there is none, the one."""
    said, conflicts = _said(state), _in_conflict(state)
    if not conflicts:
        return [said]
    return [said, *(alternatives(said, conflicts) or [{**said, "state": "refused"}])]  # too many to tell


def _in_conflict(state: RecordState) -> dict[str, list[JSON]]:
    return {
        path: [setter.value for setter in setters]
        for path, setters in state.conflicts().items()
        if not path.endswith("*")
    }


def _said(state: RecordState) -> Nested:
    """What a consent says; where a later wording of it is not here, that it might say no."""
    hidden = any(field.later_not_here or field.struck for field in state.fields.values())
    return {**state.nested(), "state": "refused"} if hidden else state.nested()


def _counts(state: RecordState, person: str) -> bool:
    """Whose consent it is, its root alone says, whoever wrote that."""
    return not state.deleted and not state.erased and state.nested().get("person") == person
