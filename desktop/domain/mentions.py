"""Mentions of people inside running text: tokens that stand for a person, and what they read as."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

OPEN = "⟦"
CLOSE = "⟧"
SEPARATOR = "·"

_PIECE = re.compile(f"{OPEN}{OPEN}|{OPEN}([0-9a-f]{{64}})(?:{SEPARATOR}([0-9a-f]{{32}}))?{CLOSE}")


@dataclass(frozen=True, slots=True, repr=False)
class Text:
    """Words as they are read."""

    words: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A person in the text. item: which spoken form of theirs (an item of ``identity.spoken``), if one was."""

    person: str
    item: str | None = None

    @property
    def token(self) -> str:
        """How it is stored: ``⟦PERSON⟧`` or ``⟦PERSON·ITEM⟧``."""
        spoken = f"{SEPARATOR}{self.item}" if self.item else ""
        return f"{OPEN}{self.person}{spoken}{CLOSE}"


Part: TypeAlias = Text | Mention


@dataclass(frozen=True, slots=True)
class Piece:
    """A part and where it stands in the stored text, in code points. A ``⟦⟦`` is a piece by itself and reads ``⟦``."""

    part: Part
    start: int
    end: int


def pieces(text: str) -> Iterator[Piece]:
    """What stored text is made of, in order and without gaps.

    A lone ``⟦`` that begins no token (it came from elsewhere) reads as itself.
    """
    at = 0
    for found in _PIECE.finditer(text):
        if at < found.start():
            yield Piece(Text(text[at : found.start()]), at, found.start())
        at = found.end()
        yield Piece(Text(OPEN) if found[1] is None else Mention(found[1], found[2]), found.start(), at)
    if at < len(text):
        yield Piece(Text(text[at:]), at, len(text))


def parse(text: str) -> list[Part]:
    """The parts of stored text, neighbouring words joined."""
    parts: list[Part] = []
    words: list[str] = []
    for piece in pieces(text):
        if isinstance(piece.part, Text):
            words.append(piece.part.words)
            continue
        if words:
            parts.append(Text("".join(words)))
            words = []
        parts.append(piece.part)
    return [*parts, Text("".join(words))] if words else parts


def compose(parts: Iterable[Part]) -> str:
    """Parts as they are stored: `parse` gives them back."""
    return "".join(part.token if isinstance(part, Mention) else escape(part.words) for part in parts)


def escape(words: str) -> str:
    """Typed words as they are stored: no ``⟦`` somebody types is ever taken for a token."""
    return words.replace(OPEN, OPEN + OPEN)


def render(text: str, lookup: Callable[[Mention], str]) -> str:
    """Stored text as it is read; ``lookup`` says what a mention reads as (a name, spoken words, a code)."""
    if OPEN not in text:
        return text
    return "".join(lookup(part) if isinstance(part, Mention) else part.words for part in parse(text))


def mentioned(text: str) -> Iterator[Mention]:
    """The mentions in stored text, in order, repeated as often as they stand there."""
    return (part for part in parse(text) if isinstance(part, Mention)) if OPEN in text else iter(())
