"""The full-text index: words of every shown text, kept in step with the records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from desktop.domain.indexing import code_token, index_text
from desktop.domain.names import readings
from desktop.vault.connection import Database

PINYIN = "#pinyin"
"""Behind the path of a name stand its readings, as a text of their own."""

TERMS = "#terms"
"""In place of a path: the codes of a record, one word each (`domain.indexing.code_token`)."""
_LONGEST_CODE = 100

SLOTS = 1 << 20
_NAMES = {"name": ("full", "family", "given", "pinyin")}
_WHOLE = frozenset({"full", "pinyin"})  # names also compared with others, so that those in plain letters have keys too


def words(kind: str, texts: list[tuple[str, str]], terms: Iterable[tuple[str, str, str]] = ()) -> dict[str, str]:
    """Path → words in the form of the index. texts: path and stored text; terms: path, vocabulary, code.

    Both as `domain.walk` gives them.
    """
    found = {path: index_text(text) for path, text in texts}
    for path, text in texts:
        if path in _NAMES.get(kind, ()) and (path in _WHOLE or not text.isascii()):
            found[path + PINYIN] = " ".join(readings(text))
    codes = ((vocabulary, code) for _, vocabulary, code in terms if len(code) <= _LONGEST_CODE)
    found[TERMS] = " ".join(code_token(*each) for each in dict.fromkeys(codes))
    return {path: text for path, text in found.items() if text}


def record_of(number: int) -> int:
    """The record a text belongs to."""
    return number // SLOTS


def numbers(record: int) -> tuple[int, int]:
    """The first and the last number a text of this record may have."""
    return record * SLOTS, record * SLOTS + SLOTS - 1


class Index:
    """The tables `text` and `word`. An external-content index is told the old words to forget them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, record: int, texts: Mapping[str, str], *, new: bool) -> None:
        """Make `texts` (path → words) all there is of a record. new: it has none yet."""
        placed = _placed(record, texts)
        before = {} if new else self._kept(record)
        for number, (path, old) in before.items():
            if placed.get(number) != (path, old):
                self._forget(number, old)
        for number, (path, text) in placed.items():
            if before.get(number) != (path, text):
                self._database.run("INSERT INTO text VALUES (?, ?, ?)", (number, path, text))
                self._database.run("INSERT INTO word (rowid, words) VALUES (?, ?)", (number, text))

    def clear(self) -> None:
        """Forget everything, before all is put anew."""
        self._database.run("INSERT INTO word (word) VALUES ('delete-all')")
        self._database.run("DELETE FROM text")

    def optimise(self) -> None:
        """Merge the index into one piece, and drop the pages that deletions emptied."""
        self._database.run("INSERT INTO word (word) VALUES ('optimize')")

    def check(self) -> None:
        """Damaged `vault.database` unless the index says what the texts say."""
        self._database.run("INSERT INTO word (word, rank) VALUES ('integrity-check', 1)")

    def _kept(self, record: int) -> dict[int, tuple[str, str]]:
        rows = self._database.all("SELECT id, path, words FROM text WHERE id BETWEEN ? AND ?", numbers(record))
        return {number: (path, text) for number, path, text in rows}

    def _forget(self, number: int, old: str) -> None:
        self._database.run("INSERT INTO word (word, rowid, words) VALUES ('delete', ?, ?)", (number, old))
        self._database.run("DELETE FROM text WHERE id = ?", (number,))


def _placed(record: int, texts: Mapping[str, str]) -> dict[int, tuple[str, str]]:
    """Numbers for the texts of a record: a function of their paths alone, so that a rebuild finds the same ones."""
    first, last = numbers(record)
    placed: dict[int, tuple[str, str]] = {}
    free = first
    for wanted, path in sorted((_slot(path), path) for path in texts):
        free = max(free, first + wanted)
        if free > last:
            break  # more texts at the end than numbers: what is beyond is kept and shown, but not found
        placed[free] = (path, texts[path])
        free += 1
    return placed


def _slot(path: str) -> int:
    return int.from_bytes(hashlib.sha256(path.encode()).digest()[:4], "big") % (SLOTS - 1024)
