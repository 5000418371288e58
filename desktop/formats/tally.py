"""What is odd in a stranger's file, by reason: the first of each kept, all of them counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from typing import Generic, TypeVar

R = TypeVar("R", bound=Hashable)
T = TypeVar("T")

KEPT = 100
"""Of each reason; nobody reads more, and a file may have millions."""


class Tally(Generic[R, T]):
    """kept: in the order they came, at most `KEPT` of each reason. counted: how many there are, by reason."""

    def __init__(self) -> None:
        self.kept: list[T] = []
        self.counted: Counter[R] = Counter()
        self._kept_of: Counter[R] = Counter()

    def add(self, reason: R, one: T) -> None:
        """Count one, and keep it if it is among the first."""
        self.counted[reason] += 1
        if self._kept_of[reason] < KEPT:
            self._kept_of[reason] += 1
            self.kept.append(one)

    def add_unkept(self, reason: R, count: int) -> None:
        """Count some that somebody else did not keep."""
        self.counted[reason] += count

    def left_out(self) -> dict[R, int]:
        """By reason how many were counted and not kept, the reason that came first first."""
        return {reason: left for reason, count in self.counted.items() if (left := count - self._kept_of[reason])}
