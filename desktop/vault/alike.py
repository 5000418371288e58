"""Names that may be of one person, found by the index alone."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from desktop.vault.connection import Database
from desktop.vault.index import PINYIN

_KEYS = json.dumps([f"full{PINYIN}", f"pinyin{PINYIN}"])
_MOST_KEYS = 64  # of one name, in one query
# The shortest first: names in letters have fewest keys, and are what a name in characters is compared with.
_SHARING = """
    SELECT DISTINCT record.seq, target FROM word CROSS JOIN text ON text.id = word.rowid
    CROSS JOIN record ON record.seq = word.rowid / 1048576
    CROSS JOIN reference ON reference.source = record.seq AND reference.path = 'person'
    WHERE word MATCH ?1 AND record.kind = 'name' AND record.gone = 0
    AND text.path IN (SELECT value FROM json_each(?2)) ORDER BY length(text.words) LIMIT ?3
"""
_TEXTS = """
    SELECT record.seq, reference.target, text.path, text.words FROM record
    CROSS JOIN reference ON reference.source = record.seq AND reference.path = 'person'
    CROSS JOIN text ON text.id BETWEEN record.seq * 1048576 AND record.seq * 1048576 + 1048575
    WHERE {which} AND record.gone = 0 AND text.path IN ('full', ?1, ?2) ORDER BY record.seq
"""
_EVERY = _TEXTS.format(which="record.kind = 'name'")
_THESE = _TEXTS.format(which="+record.kind = 'name' AND record.seq IN (SELECT value FROM json_each(?3))")


@dataclass(frozen=True, slots=True)
class Indexed:
    """A name as the index has it. words: as written, folded, every Chinese character a word; keys: of its readings."""

    person: str
    words: str = field(repr=False)
    keys: tuple[str, ...] = field(repr=False)


class AlikeNames:
    """Over `a.db`, and over `b.db` too while that is given."""

    def __init__(self, databases: Sequence[Database]) -> None:
        self._databases = databases

    def sharing(self, written: str, keys: Collection[str], limit: int) -> list[Indexed]:
        """Names written so, then those that share one of these keys (`domain.names.whole_readings`).

        written: the words of the name, as `indexing.query_phrases` gives them.
        """
        found: dict[tuple[str, str], Indexed] = {}
        asked = " OR ".join(f'"{key}"' for key in list(keys)[:_MOST_KEYS])
        for query, paths in ((f'^ "{written}"', json.dumps(["full"])), (asked, _KEYS)):
            if not query.strip('^ "'):
                continue
            for database in self._databases:
                seqs = json.dumps([seq for seq, _ in database.all(_SHARING, (query, paths, limit))])
                for name in self._indexed(database.all(_THESE, (f"full{PINYIN}", f"pinyin{PINYIN}", seqs))):
                    found.setdefault((name.person, name.words), name)
        return list(found.values())

    def every(self) -> Iterator[Indexed]:
        """Every name in sight, without its initials, which tell nothing."""
        for database in self._databases:
            yield from self._indexed(database.all(_EVERY, (f"full{PINYIN}", f"pinyin{PINYIN}")))

    def _indexed(self, rows: Iterable[tuple[Any, ...]]) -> Iterator[Indexed]:
        """Rows of one name after the other, put together."""
        for (_, target), several in groupby(rows, key=lambda row: (row[0], row[1])):
            texts = {path: words for _, _, path, words in several}
            words = texts.pop("full", "")
            keys = dict.fromkeys(key for each in texts.values() for key in each.split())
            yield Indexed(target.hex(), words, tuple(key for key in keys if len(key) > _signs(words)))


def _signs(words: str) -> int:
    """Letters the initials of a name have: one a character; none for a name that is written in letters."""
    return len(words.split()) if not words.isascii() else 0
