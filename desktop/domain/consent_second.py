"""Which consents count only once a second person approved them, and what has to be written before anybody can."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.domain.consent_read import rows_of, state_of, words_of
from desktop.domain.values import Nested

_DECIDED = ("giver", "giver_reason", "best_interests")
"""Where somebody decided in a guardian's place: who, why they did, and why that is best for the child."""


@dataclass(frozen=True, slots=True, repr=False)
class Second:
    """What others have to do with somebody's consents, by record id.

    approved, declined: by a second person, as they read now. held: given by a guardian who is in custody.
    """

    approved: frozenset[str] = frozenset()
    declined: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()


NOBODY = Second()


def needs_second(record: str, consent: Nested, held: frozenset[str] = frozenset()) -> bool:
    """Whether a consent counts only once a second person approved it.

    Where nobody could be asked, the child itself could not be, or somebody decided in a guardian's place.
    held: as in `Second`.
    """
    if state_of(consent.get("state")) not in {"given", "not_possible"} or consent.get("child_assent") == "refused":
        return False
    return any(True for _ in _wanted(record, consent, held))


def lacks_for_second(record: str, consent: Nested, held: frozenset[str] = frozenset()) -> str | None:
    """The field without which nobody can approve a consent that needs a second person; None where all is written."""
    return next((name for name in _wanted(record, consent, held) if not words_of(consent.get(name))), None)


def _wanted(record: str, consent: Nested, held: frozenset[str]) -> Iterator[str]:
    """The fields a second person has to find written; none where nobody needs to be asked."""
    if "not_possible" in [consent.get("state"), *(row.get("state") for row in rows_of(consent))]:
        yield "reason"
    if for_a_child(consent):
        if somebody_else_decided(record, consent, held):
            yield from _DECIDED
        elif consent.get("child_assent") == "not_able":
            yield "best_interests"


def for_a_child(consent: Nested) -> bool:
    """Whether somebody spoke for a child: a guardian, or a representative who wrote why it is best for the child."""
    by = consent.get("given_by")
    return by == "guardian" or (by == "representative" and bool(words_of(consent.get("best_interests"))))


def somebody_else_decided(record: str, consent: Nested, held: frozenset[str]) -> bool:
    """Whether a representative decided, or a guardian who is in custody. held: as in `Second`."""
    return consent.get("given_by") == "representative" or record in held


def decided_with_reason(consent: Nested) -> bool:
    """Whether it is written who decided, why they did, and why that is best for the child."""
    return all(words_of(consent.get(name)) for name in _DECIDED)
