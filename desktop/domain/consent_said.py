"""What one consent record says to a purpose: nothing, yes, no, or why its yes does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.consent_scopes import FOR_A_CHILD_NOT_ABLE, SCOPES, TEAM
from desktop.domain.dates import earliest, latest
from desktop.domain.likeness import apart, likeness
from desktop.domain.permission import FINAL, Reason
from desktop.domain.values import Json, Nested

ADULT = 18
KEEP = "record"


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


def answers(record: str, consent: Nested, asked: Question) -> Iterator[Answer]:
    """What a consent says to a purpose: nothing, or one answer a row that speaks of it.

    A no of which nobody here can tell what for is one to everything; to a purpose of a newer program, one to all but
    our own team.
    """
    overall = _state(consent.get("state"))
    if consent.get("child_assent") == "refused":
        yield Answer("child_refused", record)
        return
    if overall not in {"given", "not_asked"}:
        yield Answer(overall, record)
        return
    for row in _rows(consent):
        state = _state(row.get("state", consent.get("state")))
        if row.get("scope") == asked.scope:
            yield _of_row(record, consent, row, state, asked)
        elif state in FINAL and _speaks_of_all(row.get("scope"), asked.scope):
            yield Answer(state, record)


def conditions(consent: Nested, scope: str) -> Iterator[str]:
    """The conditions, in their own words, under which somebody agreed to a purpose."""
    rows = [row for row in _rows(consent) if row.get("scope") == scope]
    if rows:
        yield from filter(None, (_words(said.get("conditions")) for said in (consent, *rows)))


def given_between(consent: Nested) -> tuple[date | None, date | None]:
    """The first and the last day on which a consent can have been given, None where nobody knows.

    Nobody agrees after it has run out.
    """
    edtf = _edtf(consent.get("obtained_on"))
    days = [_last_day(consent.get("expires")), latest(edtf) if edtf else None]
    return earliest(edtf) if edtf else None, min((day for day in days if day), default=None)


def _of_row(record: str, consent: Nested, row: Nested, state: Reason, asked: Question) -> Answer:
    named = not _for_anybody(row)
    if state != "given":
        return Answer(state, record, named)
    reason = _childs_reason(consent, asked) or _terms(consent, row, asked)
    return Answer(reason, record, named, *given_between(consent))


def _speaks_of_all(said: Json, scope: str) -> bool:
    """Whether a no to another purpose is one to this: what may not even be kept may not be used."""
    if said == KEEP or not isinstance(said, str):
        return True
    return said not in SCOPES and SCOPES.get(scope, ("", ""))[1] != TEAM


_STATES: Mapping[str, Reason] = {
    "given": "given",
    "refused": "refused",
    "withdrawn": "withdrawn",
    "not_possible": "not_possible",
}


def _state(value: Json) -> Reason:
    """A code of ``consent_states``; one of a newer program may be a refusal, and is not acted upon."""
    if value is None or value == "not_asked":
        return "not_asked"
    if isinstance(value, dict):
        return "not_asked" if value.get("absent") in ("not_asked", "unknown") else "unclear"
    return _STATES.get(value, "unclear") if isinstance(value, str) else "unclear"


def _terms(consent: Nested, row: Nested, asked: Question) -> Reason:
    """Whether a consent that was given is still good, and for this recipient."""
    if _expired(consent, asked.day):
        return "expired"
    return "given" if _names(row, asked.recipient) else "recipient"


def _childs_reason(consent: Nested, asked: Question) -> Reason | None:
    """What a child's age has against a consent, if anything."""
    grown = _of_age(asked.person, asked.day)
    if consent.get("given_by") != "guardian":
        return "no_guardian" if not grown and _known_child(asked.person, asked.day) else None
    if grown:
        return "came_of_age"
    assent = consent.get("child_assent")
    if assent == "given":
        return None
    if assent != "not_able":
        return "child_not_asked"
    reasoned = _words(consent.get("best_interests")) and _words(consent.get("second_approval"))
    return None if reasoned and asked.scope in FOR_A_CHILD_NOT_ABLE else "child_not_able"


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
    return born is not None and _eighteen(born, day)


def _known_child(person: Nested, day: date) -> bool:
    """Whether somebody is said to be a child, or was born too lately to be anything else."""
    born = _last_day(person.get("birth"))
    return person.get("minor") is True or (born is not None and not _eighteen(born, day))


def _eighteen(born: date, day: date) -> bool:
    return (day.year - born.year, day.month, day.day) >= (ADULT, born.month, born.day)


def _first_day(value: Json) -> date | None:
    edtf = _edtf(value)
    return earliest(edtf) if edtf else None


def _last_day(value: Json) -> date | None:
    edtf = _edtf(value)
    return latest(edtf) if edtf else None


def _edtf(value: Json) -> str | None:
    edtf = value.get("edtf") if isinstance(value, dict) else None
    return edtf if isinstance(edtf, str) else None


def _open_to_the_past(value: Json) -> bool:
    """Whether a date says no more than "by then"."""
    return _first_day(value) is None and _last_day(value) is not None


def _names(row: Nested, recipient: str) -> bool:
    """Whether a row lets a recipient have it: it names them, or nobody. Names nobody can read are not theirs."""
    if _for_anybody(row):
        return True
    only = map(likeness, apart(_words(row.get("recipients"))))
    return likeness(recipient) in [name for name in only if name]


def _for_anybody(row: Nested) -> bool:
    """Whether a row names no recipients at all."""
    said = row.get("recipients")
    return _unsaid(said) or (isinstance(said, str) and not re.sub("[,，、;；\\s]", "", said))


def _unsaid(value: Json) -> bool:
    """Whether nobody said anything, which holds nothing back; a value withheld or of another shape may well do."""
    return value in (None, "", {"absent": "not_asked"}, {"absent": "unknown"})


def _words(value: Json) -> str:
    return value.strip() if isinstance(value, str) else ""


def _rows(consent: Nested) -> list[Nested]:
    scopes = consent.get("scopes")
    return [row for row in scopes.values() if isinstance(row, dict)] if isinstance(scopes, dict) else []
