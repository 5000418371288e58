"""The sentence words were found in, with the places where they match."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from desktop.domain.folding import fold_text
from desktop.domain.mentions import OPEN, Text, escape, parse

BEFORE, AFTER = 24, 72
"""Code points shown before the first match and behind it."""

LONGEST = 200_000
"""Code points that are looked through; of a longer text the beginning is shown where nothing matches before."""

_LONGEST_MENTION = 100
Parts = tuple[tuple[str, bool], ...]


def snippet(text: str, phrases: Sequence[str]) -> Parts:
    """Pieces of stored text around the first match, in order, True where a phrase matches; mentions stay whole.

    phrases: as `domain.indexing.query_phrases` gives them. Where the fold of single characters shows no match (it
    was found by pinyin), the beginning of the text is given unmarked.
    """
    looked_through = _beginning(text)
    units, folded = _units(looked_through)
    spans = _spans(folded, phrases)
    first = spans[0] if spans else (0, 0)
    start, end = max(0, first[0] - BEFORE), min(len(units), first[1] + AFTER)
    pieces = [("…" if start else "", False)]
    place = start
    for begin, stop in spans:
        if stop > end:
            break
        pieces += [("".join(units[place:begin]), False), ("".join(units[begin:stop]), True)]
        place = stop
    pieces += [("".join(units[place:end]), False), ("…" if end < len(units) or looked_through != text else "", False)]
    return tuple((piece, marked) for piece, marked in pieces if piece)


def _beginning(text: str) -> str:
    """As much as is looked through, no mention cut in two."""
    if len(text) <= LONGEST:
        return text
    cut = text.rfind(OPEN, LONGEST - _LONGEST_MENTION, LONGEST)
    return text[: cut if cut >= 0 else LONGEST]


def _units(text: str) -> tuple[Sequence[str], Sequence[str]]:
    """What is shown as one, and its fold: characters, and mentions, which fold to a space."""
    if OPEN not in text:
        whole = fold_text(text)
        return text, whole if len(whole) == len(text) else [_fold(character) for character in text]
    units: list[str] = []
    for part in parse(text):
        units += [escape(character) for character in part.words] if isinstance(part, Text) else [part.token]
    return units, [" " if unit.startswith(OPEN) else _fold(unit) for unit in units]


def _spans(folded: Sequence[str], phrases: Sequence[str]) -> list[tuple[int, int]]:
    """Where phrases match, as units from and to, none within another."""
    owner = [number for number, unit in enumerate(folded) for _ in unit]
    joined = "".join(folded)
    found = sorted(match.span() for phrase in phrases for match in _pattern(phrase).finditer(joined) if match.end())
    return list(_apart((owner[begin], owner[stop - 1] + 1) for begin, stop in found))


def _apart(spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    reached = 0
    for begin, stop in spans:
        if begin >= reached:
            reached = stop
            yield begin, stop


@lru_cache(maxsize=64)
def _pattern(phrase: str) -> re.Pattern[str]:
    """The tokens with nothing but punctuation between them; a Latin one begins where a word does."""
    tokens = phrase.split(" ")
    start = r"(?<!\w)" if tokens[0].isascii() else ""
    return re.compile(start + r"[\W_]*".join(map(re.escape, tokens)))


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    return fold_text(character)
