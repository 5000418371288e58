"""Putting a text into the words of a redacted copy: people by their codes, what tells on them noted as it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from desktop.domain.mentions import Mention, Text, compose, parse
from desktop.domain.telltales import Found, Telltales

LEFT_OUT = "…"


@dataclass(frozen=True)
class Taken:
    """Words of a text that told who somebody is, or that look as if. how: "coded" (they read as a code in the copy) |
    "left_out". times: how often they stand in the record."""

    words: str = field(repr=False)
    how: str = field(repr=False)
    times: int


class Rewording:
    """stand_in: the id somebody has in the copy, None where they are not in it. left_out: what stands for them then."""

    def __init__(self, telltales: Telltales, stand_in: Callable[[str], str | None], left_out: str = LEFT_OUT) -> None:
        self._telltales = telltales
        self._stand_in = stand_in
        self._left_out = left_out
        self._taken: dict[str, Counter[tuple[str, str]]] = {}

    def text(self, record: str, stored: str) -> str:
        """A text of a record with every person in it, mentioned or named, as they are in the copy."""
        parts: list[Text | Mention] = []
        for part in parse(stored):
            parts += [self._person(part.person)] if isinstance(part, Mention) else self._unnamed(record, part.words)
        return compose(parts)

    def taken(self, record: str) -> tuple[Taken, ...]:
        """What was taken out of the texts of a record, the most frequent first. Mentions are no such words."""
        return tuple(
            Taken(words, how, times) for (words, how), times in self._taken.get(record, Counter()).most_common()
        )

    def _unnamed(self, record: str, words: str) -> Iterator[Text | Mention]:
        """Words with what tells who somebody is taken out of them."""
        for part in self._telltales.parts(words):
            yield Text(part) if isinstance(part, str) else self._instead(record, part)

    def _instead(self, record: str, found: Found) -> Text | Mention:
        put = self._person(found.person)
        how = "coded" if isinstance(put, Mention) else "left_out"
        self._taken.setdefault(record, Counter())[found.words, how] += 1
        return put

    def _person(self, person: str | None) -> Text | Mention:
        there = self._stand_in(person) if person else None
        return Mention(there) if there else Text(self._left_out)
