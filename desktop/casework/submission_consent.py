"""What everybody in a submission agreed to: the form's questions, their answers, and whose name may stand in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from desktop.casework.consent import TO_ASK, Asking, UnReply, un_question
from desktop.casework.workspace import Workspace
from desktop.domain.mechanisms import Mechanism
from desktop.domain.permission import Permission


@dataclass(frozen=True, slots=True)
class Answer:
    """How one person answered one question. scope: of consent. question: word for word as the form has it.

    reason: of `domain.permission.Reason`. conditions: theirs, in their own words. consent: the record that decided, ""
    for none. risks: it says which risks were explained to them.
    """

    scope: str
    question: str = field(repr=False)
    said: UnReply
    reason: str
    conditions: tuple[str, ...] = field(default=(), repr=False)
    consent: str = field(default="", repr=False)
    risks: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands with one person the form is for. reason: why they are not in it.

    included: they are in it; also who has not answered yet, since nothing is written before they do. named: by name,
    else by their code, since they agreed to be known to the experts and to nobody else.
    """

    person: str
    code: str
    answers: tuple[Answer, ...]
    included: bool
    named: bool
    reason: str

    @property
    def unanswered(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if answer.said == "unanswered")


class Agreeing:
    """Asks for one mechanism, each person once."""

    def __init__(self, ws: Workspace, asking: Asking, mechanism: Mechanism) -> None:
        self._ws = ws
        self._asking = asking
        self._mechanism = mechanism
        self._recipient = ws.vocabularies.label("submission_forms", mechanism.code, "en")

    def standing(self, person: str) -> Standing:
        """The answers of somebody the form is for, and whether they can be in it."""
        answers = tuple(self._answer(person, scope) for scope in self._mechanism.questions)
        said = [self._permits(person, scope) for scope in self._mechanism.any_of]
        agreed = any(one.allowed for one in said)
        waits = any(one.said == "unanswered" and one.scope == self._mechanism.any_of[0] for one in answers)
        return Standing(
            person=person,
            code=self._ws.vault.code(person),
            answers=answers,
            included=agreed or waits,
            named=said[0].allowed or waits,
            reason="given" if agreed else said[0].reason,
        )

    def open_to_name(self, person: str) -> bool:
        """Whether somebody the form is not for may be named in it: only with a yes to all it asks."""
        return all(self._permits(person, scope).allowed for scope in self._mechanism.questions)

    def _answer(self, person: str, scope: str) -> Answer:
        permission = self._permits(person, scope)
        said: UnReply = "yes" if permission.allowed else "unanswered" if permission.reason in TO_ASK else "no"
        conditions = self._asking.conditions(person, scope)
        consent = permission.consent or ""
        told = self._ws.vault.state(consent).nested().get("risks_explained") if consent else None
        risks = isinstance(told, str) and bool(told.strip())
        return Answer(scope, question(self._ws, scope), said, permission.reason, conditions, consent, risks)

    def _permits(self, person: str, scope: str) -> Permission:
        return self._asking.permits(person, scope, self._recipient)


def question(ws: Workspace, scope: str) -> str:
    """A question of the form, word for word; where the form has no words of its own, the use of the consent."""
    return un_question(ws, scope) or ws.vocabularies.label("consent_scopes", scope, ws.language)


def unanswered(standings: Collection[Standing]) -> Iterator[tuple[Standing, Answer]]:
    """Everybody with every question they have not answered."""
    return ((standing, answer) for standing in standings for answer in standing.unanswered)
