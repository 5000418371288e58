"""An answer to a question of consent with its reason, and which of several answers is the stricter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

Reason = Literal[
    "given",
    "without_consent",
    "team_not_asked",
    "not_asked",
    "refused",
    "withdrawn",
    "not_possible",
    "not_approved",
    "approval_declined",
    "expired",
    "recipient",
    "child_refused",
    "child_not_asked",
    "child_not_able",
    "no_guardian",
    "guardian_held",
    "came_of_age",
    "unclear",
]

GRANTS: frozenset[Reason] = frozenset({"given", "without_consent"})
"""Reasons that let something go to others: somebody agreed, or could not be asked and two people answer for it."""

FINAL: frozenset[Reason] = frozenset({"refused", "withdrawn", "child_refused", "unclear"})
"""Reasons that hold whatever another record says."""

AS_NOT_ASKED: frozenset[Reason] = frozenset(
    {
        "not_asked",
        "not_possible",
        "not_approved",
        "approval_declined",
        "child_not_asked",
        "child_not_able",
        "no_guardian",
        "guardian_held",
        "came_of_age",
    }
)
"""Reasons that amount to nobody having been asked (yet, or validly): the team may go on working."""

_ORDER: Sequence[Reason] = (
    "child_refused",
    "withdrawn",
    "refused",
    "unclear",
    "approval_declined",
    "came_of_age",
    "no_guardian",
    "guardian_held",
    "child_not_able",
    "child_not_asked",
    "not_approved",
    "expired",
    "recipient",
    "not_possible",
    "not_asked",
    "team_not_asked",
    "without_consent",
    "given",
)


@dataclass(frozen=True, slots=True)
class Permission:
    """An answer with its reason. consent: the record that decided, None if none speaks of it."""

    allowed: bool
    reason: Reason
    consent: str | None = field(default=None, repr=False)


def strictest(permissions: Iterable[Permission]) -> Permission:
    """Of several answers to one question the stricter: of own setters and all, of each value in conflict.

    Of no answer at all: not allowed, ``unclear``.
    """
    return min(permissions, key=_strictness, default=Permission(False, "unclear"))


def _strictness(permission: Permission) -> tuple[bool, int, str]:
    return permission.allowed, _ORDER.index(permission.reason), permission.consent or ""
