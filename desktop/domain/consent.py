"""Consent: may what somebody told be used for a purpose, by whom, on a day, and why (not)?

From rules of the field: consent is asked for each purpose, may be narrowed or withdrawn at any time, and of several
answers the stricter holds; a child's refusal outweighs any guardian (Every Casualty Standards; Murad Code; CRC 12).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desktop.domain.consent_scopes import FOR_A_CHILD_NOT_ABLE, SCOPES, TEAM
from desktop.domain.dates import earliest, latest
from desktop.domain.folding import fold_text
from desktop.domain.values import Json, Nested

Reason = Literal[
    "given",
    "team_not_asked",
    "not_asked",
    "refused",
    "withdrawn",
    "not_possible",
    "expired",
    "recipient",
    "child_refused",
    "child_not_asked",
    "child_not_able",
    "came_of_age",
    "unclear",
]
ADULT = 18
KEEP = "record"


@dataclass(frozen=True, slots=True)
class Permission:
    """An answer with its reason. consent: the record that decided, None if none speaks of it."""

    allowed: bool
    reason: Reason
    consent: str | None = None


def permits(
    consents: Mapping[str, Nested], scope: str, recipient: str, day: date, *, person: Nested | None = None
) -> Permission:
    """May what one person's consents cover go to somebody for a purpose on a day?

    consents: the settled values of that person's consent records, by record id. scope: a code of `SCOPES`.
    recipient: as it would be named in "only to". person: their record, for the day they come of age.

    Any refusal or withdrawal of the scope, of keeping the account at all, or of everything, holds; then a consent
    that covers the scope and is good; else the reason the nearest one is not. Never asked: our team yes, others no.
    """
    answers = [
        answer
        for record, consent in sorted(consents.items())
        for answer in _answers(record, consent, scope, recipient, day, person or {})
    ]
    against = [answer for answer in answers if answer.reason in _FINAL]
    if against:
        return strictest(against)
    if (granted := next((answer for answer in answers if answer.allowed), None)) is not None:
        return granted
    if SCOPES.get(scope, ("", ""))[1] == TEAM and all(answer.reason in _AS_NOT_ASKED for answer in answers):
        return Permission(True, "team_not_asked")
    return strictest(answers) if answers else Permission(False, "not_asked")


def strictest(permissions: Iterable[Permission]) -> Permission:
    """Of several answers to one question the stricter: of own setters and all, of each value in conflict.

    Of no answer at all: not allowed, ``unclear``.
    """
    return min(permissions, key=_strictness, default=Permission(False, "unclear"))


_FINAL: frozenset[Reason] = frozenset({"refused", "withdrawn", "child_refused", "unclear"})
"""Reasons that hold whatever another record says."""

_AS_NOT_ASKED: frozenset[Reason] = frozenset(
    {"not_asked", "not_possible", "child_not_asked", "child_not_able", "came_of_age"}
)
"""Reasons that amount to nobody having been asked (yet, or validly): the team may go on working."""

_STATES: Mapping[str, Reason] = {
    "given": "given",
    "refused": "refused",
    "withdrawn": "withdrawn",
    "not_possible": "not_possible",
}

_ORDER: Sequence[Reason] = (
    "child_refused",
    "withdrawn",
    "refused",
    "unclear",
    "came_of_age",
    "child_not_able",
    "child_not_asked",
    "expired",
    "recipient",
    "not_possible",
    "not_asked",
    "team_not_asked",
    "given",
)


def _strictness(permission: Permission) -> tuple[bool, int, str]:
    return permission.allowed, _ORDER.index(permission.reason), permission.consent or ""


def _answers(
    record: str, consent: Nested, scope: str, recipient: str, day: date, person: Nested
) -> Iterator[Permission]:
    """What one consent record says to a purpose: nothing, or one answer a row that speaks of it.

    A no of which nobody can tell what for is one to everything.
    """

    def answer(reason: Reason) -> Permission:
        return Permission(reason == "given", reason, record)

    overall = _state(consent.get("state"))
    if consent.get("child_assent") == "refused":
        yield answer("child_refused")
    elif overall not in {"given", "not_asked"}:
        yield answer(overall)
    else:
        for row in _rows(consent):
            state = _state(row.get("state", consent.get("state")))
            if row.get("scope") == scope:
                if state == "given":
                    state = _childs_reason(consent, scope, day, person) or _terms(consent, row, recipient, day)
                yield answer(state)
            elif state in _FINAL and (row.get("scope") == KEEP or not isinstance(row.get("scope"), str)):
                yield answer(state)  # what may not even be kept may not be used


def _state(value: Json) -> Reason:
    """A code of ``consent_states``; one of a newer program may be a refusal, and is not acted upon."""
    if value is None or value == "not_asked":
        return "not_asked"
    if isinstance(value, dict):
        return "not_asked" if value.get("absent") in ("not_asked", "unknown") else "unclear"
    return _STATES.get(value, "unclear") if isinstance(value, str) else "unclear"


def _terms(consent: Nested, row: Nested, recipient: str, day: date) -> Reason:
    """Whether a consent that was given is still good, and for this recipient."""
    if _expired(consent, day):
        return "expired"
    return "given" if _names(row, recipient) else "recipient"


def _childs_reason(consent: Nested, scope: str, day: date, person: Nested) -> Reason | None:
    """What stands against a guardian's consent, if anything."""
    if consent.get("given_by") != "guardian":
        return None
    if _of_age(person, day):
        return "came_of_age"
    assent = consent.get("child_assent")
    if assent == "given":
        return None
    if assent != "not_able":
        return "child_not_asked"
    reasoned = _words(consent.get("best_interests")) and _words(consent.get("second_approval"))
    return None if reasoned and scope in FOR_A_CHILD_NOT_ABLE else "child_not_able"


def _expired(consent: Nested, day: date) -> bool:
    """A consent that ends some time in a month ends on the month's first day; one nobody can read has ended."""
    expires = consent.get("expires")
    empty = isinstance(expires, dict) and not any(expires.get(said) for said in ("edtf", "words", "absent"))
    if empty or _unsaid(expires):
        return False
    last_day = _first_day(expires)
    return last_day is None or day > last_day


def _of_age(person: Nested, day: date) -> bool:
    """Whether somebody may be eighteen by a day; of whom nothing is known is taken for a child."""
    birth = person.get("birth")
    if person.get("minor") is False or _open_to_the_past(birth):
        return True
    born = _first_day(birth)
    return born is not None and (day.year - born.year, day.month, day.day) >= (ADULT, born.month, born.day)


def _first_day(value: Json) -> date | None:
    edtf = value.get("edtf") if isinstance(value, dict) else None
    return earliest(edtf) if isinstance(edtf, str) else None


def _open_to_the_past(value: Json) -> bool:
    """Whether a date says no more than "by then"."""
    edtf = value.get("edtf") if isinstance(value, dict) else None
    return isinstance(edtf, str) and earliest(edtf) is None and latest(edtf) is not None


def _names(row: Nested, recipient: str) -> bool:
    """Whether a row lets a recipient have it: it names them, or nobody. Names nobody can read are not theirs."""
    if not isinstance(row.get("recipients"), str) and not _unsaid(row.get("recipients")):
        return False
    only = [fold_text(name).strip() for name in re.split("[,，、;；\n]", _words(row.get("recipients")))]
    named = [name for name in only if name]
    return not named or fold_text(recipient).strip() in named


def _unsaid(value: Json) -> bool:
    """Whether nobody said anything, which holds nothing back; a value withheld or of another shape may well do."""
    return value in (None, "", {"absent": "not_asked"}, {"absent": "unknown"})


def _words(value: Json) -> str:
    return value.strip() if isinstance(value, str) else ""


def _rows(consent: Nested) -> list[Nested]:
    scopes = consent.get("scopes")
    return [row for row in scopes.values() if isinstance(row, dict)] if isinstance(scopes, dict) else []
