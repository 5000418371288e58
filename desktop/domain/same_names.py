"""How two names may be one: written alike in either script, spelled out in letters, or read alike."""

from __future__ import annotations

from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Spelt:
    """A name as it is compared. written: equal in either script, width, case and spacing. keys: of its readings."""

    written: str = field(repr=False)
    han: bool
    keys: frozenset[str] = field(repr=False)

    @classmethod
    def of(cls, name: str) -> Spelt:
        """Worked out from the name."""
        return cls(written(name), has_han(name), frozenset(whole_readings(name)))


def how_alike(one: str, other: str) -> Alike | None:
    """How far two names are one, whatever their script, spacing and order; None when they are not."""
    return how(Spelt.of(one), Spelt.of(other))


def how(one: Spelt, other: Spelt) -> Alike | None:
    """The same of two that are spelt out already."""
    if not (one.written and other.written):
        return None
    if one.written == other.written:
        return Alike.WRITTEN
    if one.keys.isdisjoint(other.keys):
        return None
    if not (one.han and other.han):
        return Alike.SPELLED
    same_length = len(one.written) == len(other.written) >= SHORTEST_READ_ALIKE
    return Alike.SOUNDS if same_length and one.written[0] == other.written[0] else None


def written(name: str) -> str:
    """A name as it is compared: equal in either script, width, case and spacing."""
    return "".join(character for character in fold_text(name) if character.isalnum())
