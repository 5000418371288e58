"""How two names may be one: written alike in either script, spelled out in letters, or read alike."""

from __future__ import annotations

from enum import IntEnum

from desktop.domain.folding import fold_text
from desktop.domain.names import has_han, whole_readings

SHORTEST_READ_ALIKE = 3
"""Characters. Of shorter names too many are read alike."""


class Alike(IntEnum):
    """The smaller, the surer: the same characters, the same name in letters, other characters read the same."""

    WRITTEN = 0
    SPELLED = 1
    SOUNDS = 2


def how_alike(one: str, other: str) -> Alike | None:
    """How far two names are one, whatever their script, spacing and order; None when they are not."""
    first, second = written(one), written(other)
    if not (first and second):
        return None
    if first == second:
        return Alike.WRITTEN
    if has_han(one) and has_han(other):
        alike = len(first) == len(second) >= SHORTEST_READ_ALIKE and first[0] == second[0]
        return Alike.SOUNDS if alike and _share(one, other) else None
    return Alike.SPELLED if _share(one, other) else None


def written(name: str) -> str:
    """A name as it is compared: equal in either script, width, case and spacing."""
    return "".join(character for character in fold_text(name) if character.isalnum())


def _share(one: str, other: str) -> bool:
    return not set(whole_readings(one)).isdisjoint(whole_readings(other))
