"""Which acts took somebody's liberty, as the forms on detention and disappearance need to know; threats took none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from desktop.domain.sub_formats import called_for
from desktop.domain.values import Nested

Key = TypeVar("Key")

_HELD = frozenset(
    {"A.01", "A.02", "A.03", "A.11", "A.13", "E.05", "E.07"}
    | {"B.02", "B.03", "B.04", "B.05", "B.06", "B.08", "B.09", "B.10", "B.11", "B.12", "B.14", "B.15", "B.16"}
)
"""Somebody was held. A summons, a trial and release on bail are not that, though they ask what a detention asks."""
_VANISHED = frozenset({"A.14", "B.09"})
"""Nobody knows where somebody is, or those who hold them do not say so."""
_NOT_DONE = frozenset({"threat", "omission"})


def taken(acts: Sequence[tuple[Key, Nested]], *, vanished: bool = False) -> tuple[Key, Nested] | None:
    """The first act, in the order given, that took somebody's liberty; None where none is known to have.

    vanished: a disappearance comes before any other detention. Without one, what has the marks of a detention and no
    type yet, or a child whose whereabouts nobody knows.
    """
    done = [(key, act) for key, act in acts if str(act.get("nature")) not in _NOT_DONE]
    wanted = [_vanished, _held] if vanished else [_held, _vanished]
    wanted.append(_untyped)
    return next(((key, act) for fits in wanted for key, act in done if fits(act)), None)


def _held(act: Nested) -> bool:
    return str(act.get("type")) in _HELD


def _vanished(act: Nested) -> bool:
    return str(act.get("type")) in _VANISHED


def _untyped(act: Nested) -> bool:
    return not isinstance(act.get("type"), str) and "detention" in called_for("act", act)
