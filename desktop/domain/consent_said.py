"""What one consent record says to a purpose: nothing, yes, no, or why its yes does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.ages import ADULT, born
from desktop.domain.consent_read import PUBLIC, rows_of, state_of, words_of
from desktop.domain.consent_scopes import FOR_A_CHILD_NOT_ABLE, SCOPES, TEAM, WITHOUT_CONSENT
from desktop.domain.consent_second import NOBODY, Second, decided_with_reason, for_a_child, somebody_else_decided
from desktop.domain.dates import first_day, last_day
from desktop.domain.likeness import apart, likeness
from desktop.domain.permission import FINAL, GRANTS, Reason
from desktop.domain.values import Json, Nested

KEEP = "record"
GRANTABLE = ("given", "not_possible")


@dataclass(frozen=True, slots=True)
class Answer:
    """One row's answer. named: whether it is for named recipients only; given: the days it was given between.

    An unknown day is None: given some time before, or after, nobody knows when.
    """

    reason: Reason
    consent: str = field(repr=False)
    named: bool = False
    not_before: date | None = None
    not_after: date | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """scope: a code of `SCOPES`; recipient: as it would be named in "only to"; person: whose consents they are."""

    scope: str
    recipient: str = field(repr=False)
    day: date
    person: Nested = field(repr=False)
    second: Second = field(default=NOBODY, repr=False)


def answers(record: str, consent: Nested, asked: Question) -> Iterator[Answer]:
    """What a consent says to a purpose: nothing, or one answer a row that speaks of it.

    A no of which nobody here can tell what for is one to everything; to a purpose of a newer program, one to all but
    our own team.
    """
    overall = state_of(consent.get("state"))
    if consent.get("child_assent") == "refused":
        yield Answer("child_refused", record)
        return
    if overall not in {"given", "not_asked", "not_possible"}:
        yield Answer(overall, record)
        return
    rows = rows_of(consent)
    if overall == "not_possible" and all(row.get("scope") != asked.scope for row in rows):
        yield Answer(overall, record)
    for row in rows:
        state = state_of(row.get("state", consent.get("state")))
        if row.get("scope") == asked.scope:
            unasked = overall == "not_possible" and state not in FINAL
            yield _of_row(record, consent, row, "not_possible" if unasked else state, asked)
        elif state in FINAL and _speaks_of_all(row.get("scope"), asked.scope):
            yield Answer(state, record)


def conditions(consent: Nested, scope: str) -> Iterator[str]:
    """The conditions, in their own words, under which somebody agreed to a purpose."""
    rows = [row for row in rows_of(consent) if row.get("scope") == scope]
    if rows:
        yield from filter(None, (words_of(said.get("conditions")) for said in (consent, *rows)))


def every_condition(consent: Nested) -> Iterator[str]:
    """The conditions of a consent, whatever they are for, each once."""
    said = (words_of(one.get("conditions")) for one in (consent, *rows_of(consent)))
    yield from dict.fromkeys(words for words in said if words)


def given_between(consent: Nested) -> tuple[date | None, date | None]:
    """The first and the last day on which a consent can have been given, None where nobody knows.

    Nobody agrees after it has run out.
    """
    obtained = consent.get("obtained_on")
    days = [last_day(consent.get("expires")), last_day(obtained)]
    return first_day(obtained), min((day for day in days if day), default=None)


def _of_row(record: str, consent: Nested, row: Nested, state: Reason, asked: Question) -> Answer:
    named = not _for_anybody(row)
    if state not in GRANTABLE:
        return Answer(state, record, named)
    if state == "not_possible":
        reason = _unasked_reason(record, consent, asked) or _terms(consent, row, asked)
        reason = "without_consent" if reason == "given" else reason
    else:
        reason = _childs_reason(record, consent, asked) or _terms(consent, row, asked)
    if reason in GRANTS and record in asked.second.declined:
        reason = "approval_declined"
    if reason == "given" and consent.get("basis") == PUBLIC:  # its end and whom it names bind as before
        return Answer("not_asked", record, named)
    return Answer(reason, record, named, *given_between(consent))


def _unasked_reason(record: str, consent: Nested, asked: Question) -> Reason | None:
    """What stands against a use for somebody who could not be asked, if anything."""
    if asked.scope not in WITHOUT_CONSENT or not words_of(consent.get("reason")):
        return "not_possible"
    return _second(record, asked)


def _second(record: str, asked: Question) -> Reason | None:
    """What a second person has against a consent that needs one."""
    if record in asked.second.declined:
        return "approval_declined"
    return None if record in asked.second.approved else "not_approved"


def _speaks_of_all(said: Json, scope: str) -> bool:
    """Whether a no to another purpose is one to this: what may not even be kept may not be used."""
    if said == KEEP or not isinstance(said, str):
        return True
    return said not in SCOPES and SCOPES.get(scope, ("", ""))[1] != TEAM


def _terms(consent: Nested, row: Nested, asked: Question) -> Reason:
    """Whether a consent that was given is still good, and for this recipient."""
    if has_ended(consent, asked.day):
        return "expired"
    return "given" if _names(row, asked.recipient) else "recipient"


def _childs_reason(record: str, consent: Nested, asked: Question) -> Reason | None:
    """What a child's age has against a consent, if anything."""
    grown = _of_age(asked.person, asked.day)
    if not for_a_child(consent):
        return "no_guardian" if not grown and _known_child(asked.person, asked.day) else None
    if grown:
        return "came_of_age"
    lacking: Reason | None = None
    if somebody_else_decided(record, consent, asked.second.held):
        lacking = None if decided_with_reason(consent) else "guardian_held"
        lacking = lacking or _second(record, asked)
    assent = consent.get("child_assent")
    if assent == "given" or lacking:
        return lacking
    if assent != "not_able":
        return "child_not_asked"
    if asked.scope not in FOR_A_CHILD_NOT_ABLE or not words_of(consent.get("best_interests")):
        return "child_not_able"
    return _second(record, asked)


def has_ended(consent: Nested, day: date) -> bool:
    """A consent that ends some time in a month ends on the month's first day; one nobody can read has ended."""
    expires = consent.get("expires")
    empty = isinstance(expires, dict) and not any(expires.get(said) for said in ("edtf", "words", "absent"))
    if empty or _unsaid(expires):
        return False
    until = first_day(expires)
    return until is None or day > until


def _of_age(person: Nested, day: date) -> bool:
    """Whether somebody may be eighteen by a day; of whom nothing is known is taken for a child."""
    known = born(person)
    if person.get("minor") is False or (known is not None and known.first is None):
        return True  # a birth that says no more than "by then" says nothing against it
    return known is not None and known.first is not None and _eighteen(known.first, day)


def _known_child(person: Nested, day: date) -> bool:
    """Whether somebody is said to be a child, or was born too lately to be anything else."""
    known = born(person)
    too_late = known is not None and known.last is not None and not _eighteen(known.last, day)
    return person.get("minor") is True or too_late


def _eighteen(born: date, day: date) -> bool:
    return (day.year - born.year, day.month, day.day) >= (ADULT, born.month, born.day)


def _names(row: Nested, recipient: str) -> bool:
    """Whether a row lets a recipient have it: it names them, or nobody. Names nobody can read are not theirs."""
    if _for_anybody(row):
        return True
    only = map(likeness, apart(words_of(row.get("recipients"))))
    return likeness(recipient) in [name for name in only if name]


def _for_anybody(row: Nested) -> bool:
    """Whether a row names no recipients at all."""
    said = row.get("recipients")
    return _unsaid(said) or (isinstance(said, str) and not re.sub("[,，、;；\\s]", "", said))


def _unsaid(value: Json) -> bool:
    """Whether nobody said anything, which holds nothing back; a value withheld or of another shape may well do."""
    return value in (None, "", {"absent": "not_asked"}, {"absent": "unknown"})
