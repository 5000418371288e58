"""Who agreed to which use, until when, and which consent decided: for one person, or for everybody of a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from desktop.casework import family, naming, reading, recorded_twice
from desktop.casework.consent import Asking, Scope, scopes, un_question
from desktop.casework.records import existing
from desktop.casework.workspace import Workspace, day_of
from desktop.domain.permission import FINAL, Permission, strictest
from desktop.domain.values import Nested

Mark = Literal["yes", "team", "some", "no", "open"]

_SETTLED_NO = FINAL | {"child_not_able", "not_possible", "approval_declined"}


@dataclass(frozen=True, repr=False)
class Answer:
    """How it stands with one use today. audience: for whom it is, in words; question: the exact words of the UN, or "".

    mark: "yes"; "team" (not asked, our team may go on); "some" (only to those named in `only_to`); "no"; "open" (to be
    asked, or asked again). why: the reason in words. until: the day it ends, "" for none. conditions: in their words.
    consent: the record that decided, if any. apart: where the records of somebody recorded twice say different things,
    what each says, by its code; what goes out of one asks that one, and the stricter answer is the one shown.
    """

    scope: Scope
    audience: str
    question: str
    mark: Mark
    reason: str
    why: str
    until: str
    only_to: str
    conditions: tuple[str, ...]
    consent: str | None
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, repr=False)
class PersonRow:
    """One person with an answer for every use, in the vocabulary's order. code: "" where they are called by it.

    also: by which codes else they are recorded.
    """

    person: str
    called: str
    code: str
    answers: tuple[Answer, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Matrix:
    """People down, uses across."""

    scopes: tuple[Scope, ...]
    rows: tuple[PersonRow, ...]


def matrix_of(ws: Workspace, record: str) -> Matrix:
    """record: a person, or a case, whose people come in their order, each once. Refused `record.unknown`."""
    state = existing(ws, record)
    people = family.people_of(ws, record) if state.kind == "case" else (record,)
    asking, uses = Asking(ws, day_of(ws)), scopes(ws)
    groups = recorded_twice.one_by_one(ws, people)
    called = naming.told_apart(ws, naming.called_beside(ws, groups))
    return Matrix(uses, tuple(_row(ws, asking, uses, records, called[person]) for person, records in groups.items()))


def _row(ws: Workspace, asking: Asking, uses: tuple[Scope, ...], records: Sequence[str], called: str) -> PersonRow:
    """records: all of one person, the one that is shown first."""
    person, *others = records
    code = ws.vault.code(person)
    answers = tuple(_strictest(ws, asking, records, scope) for scope in uses)
    return PersonRow(person, called, "" if code in called else code, answers, recorded_twice.codes(ws, others))


def _strictest(ws: Workspace, asking: Asking, records: Sequence[str], scope: Scope) -> Answer:
    """What holds for all their records."""
    said = {one: asking.permits(one, scope.code, "") for one in records}
    least = strictest(said.values())
    answer = _answer(ws, asking, next(one for one in records if said[one] == least), scope)
    if len({_mark(one) for one in said.values()}) == 1:
        return answer
    words = {one: ws.vocabularies.label("permission_reasons", each.reason, ws.language) for one, each in said.items()}
    return replace(answer, apart=tuple((ws.vault.code(one), told) for one, told in words.items()))


def _answer(ws: Workspace, asking: Asking, person: str, scope: Scope) -> Answer:
    said = asking.permits(person, scope.code, "")
    consent: Nested = ws.vault.state(said.consent).nested() if said.consent else {}
    term = ws.vocabularies["consent_scopes"][scope.code]
    holds = said.allowed or said.reason == "recipient"
    return Answer(
        scope=scope,
        audience=term.more.get("audience_en" if ws.language == "en" else "audience_zh_hans", ""),
        question=un_question(ws, scope.code),
        mark=_mark(said),
        reason=said.reason,
        why=ws.vocabularies.label("permission_reasons", said.reason, ws.language),
        until=reading.date_text(ws, consent["expires"]) if holds and consent.get("expires") else "",
        only_to=_only_to(ws, consent, scope.code) if holds else "",
        conditions=tuple(naming.read(ws, words) for words in asking.conditions(person, scope.code)) if holds else (),
        consent=said.consent,
    )


def _mark(said: Permission) -> Mark:
    if said.allowed:
        return "team" if said.reason == "team_not_asked" else "yes"
    if said.reason == "recipient":
        return "some"
    return "no" if said.reason in _SETTLED_NO else "open"


def _only_to(ws: Workspace, consent: Nested, scope: str) -> str:
    rows = consent.get("scopes")
    named = [
        row["recipients"]
        for row in (rows.values() if isinstance(rows, dict) else ())
        if isinstance(row, dict) and row.get("scope") == scope and isinstance(row.get("recipients"), str)
    ]
    return naming.read(ws, ", ".join(str(each) for each in named))
