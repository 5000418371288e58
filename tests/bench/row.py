"""One measured comparison with a named peer."""

from __future__ import annotations

from dataclasses import dataclass


class NotMeasured(Exception):
    """Something a comparison needs is not on this machine; the text says what."""


@dataclass(frozen=True)
class Row:
    """A figure of ours, the peer's in the same run, and how they compare.

    ours, peer: medians in `unit`. ratio: how many times worse ours is, so smaller is better.
    bound: the greatest ratio that is promised. note: who the peer is, and how it was measured.
    """

    name: str
    ours: float
    peer: float
    ratio: float
    bound: float
    unit: str
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the promise is kept."""
        return self.ratio <= self.bound
