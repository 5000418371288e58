"""Finding records by what they are called, while it is typed: people by their names, others by name or title."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from desktop.domain.fitting import Fit
from desktop.domain.folding import fold_text
from desktop.domain.indexing import query_phrases
from desktop.domain.names import reading_key
from desktop.errors import Refused
from desktop.history import codes
from desktop.vault.connection import Database
from desktop.vault.index import PINYIN
from desktop.vault.revisions import Revisions

_CALLED: Mapping[str, tuple[str, ...]] = {
    "name": ("full", "pinyin"),
    "case": ("title",),
    "organisation": ("name", "name_en"),
    "source": ("title", "url"),
}
"""The fields a record of a kind is called by, the one that is its name first."""
_NAMES = {"person": "name"}
"""Kinds that are called by records of their own, which point at them in the field of that kind."""

_WHOLE_CODE = 8  # characters; fewer may be a word, or one of several records
_ROWS = 4  # looked at for each record wanted: one may have several names, or several spellings of one
_FOUND = """
    SELECT record.seq, text.path, text.words FROM word CROSS JOIN record ON record.seq = word.rowid / 1048576
    CROSS JOIN text ON text.id = word.rowid
    WHERE word MATCH ?1 AND record.kind = ?2 AND record.gone = 0
    AND text.path IN (SELECT value FROM json_each(?3))
    ORDER BY length(text.words), record.changed DESC LIMIT ?4
"""
_POINTED = """
    SELECT source, target FROM json_each(?1) CROSS JOIN reference ON source = value WHERE reference.path = ?2
"""


class Called:
    """Over `a.db`, and over `b.db` too while that is given. Asks the index alone, and reads no record."""

    def __init__(self, databases: Sequence[Database], revisions: Revisions) -> None:
        self._databases = databases
        self._revisions = revisions

    def fitting(self, kind: str, words: str, limit: int) -> dict[str, Fit]:
        """Ids of records of a kind, the best first: called exactly so, beginning so, read so, with all the words.

        EXACT means the whole name as it is written, in either script, or a whole code; the pinyin of a name and its
        initials fit no better than BEGINS, since many are read alike, and the beginning of a code does so too.
        """
        coded, whole = self._by_code(kind, words)
        found: dict[str, Fit] = dict.fromkeys(coded if whole else (), Fit.EXACT)
        for fits in self._by_name(kind, words, limit * _ROWS):
            for record, fit in fits:
                found.setdefault(record, fit)
            if len(found) >= limit:
                break
        found |= {record: Fit.BEGINS for record in coded if record not in found}  # names before half a code
        best = sorted(found.items(), key=lambda one: one[1])  # keeps the order of those that fit alike
        return dict(best[:limit])

    def _by_code(self, kind: str, words: str) -> tuple[list[str], bool]:
        """Whose code begins so, and whether it is a whole one: somebody without a name is found by nothing else."""
        try:
            code = codes.parse_code(words)
        except Refused:
            return [], False
        found = [record for record in self._revisions.find_code(code) if self._kind_of(record) == kind]
        return found, len(code) >= _WHOLE_CODE

    def _by_name(self, kind: str, words: str, rows: int) -> Iterator[list[tuple[str, Fit]]]:
        """From the closest to the widest, each asked only when it is wanted."""
        paths = _CALLED.get(_NAMES.get(kind, kind))
        name = _phrase(words)
        if paths is None or not name:
            return
        yield self._asked(kind, f'^ "{name}" *', paths, rows, name)
        key = reading_key(words)
        if key and key.isascii():
            spelled = [path + PINYIN for path in paths]
            yield self._asked(kind, f'"{key}"', spelled, rows)
            yield self._asked(kind, f'"{key}" *', spelled, rows)
        every = " AND ".join(f'"{phrase}" *' for phrase in query_phrases(words))
        yield [(record, max(fit, Fit.WORD)) for record, fit in self._asked(kind, every, paths, rows)]

    def _asked(self, kind: str, query: str, paths: Sequence[str], rows: int, exact: str = "") -> list[tuple[str, Fit]]:
        """Records by what the index has, names put into whose they are. exact: the words of a name that is EXACT."""
        holder = _NAMES.get(kind, kind)
        found: list[tuple[str, Fit]] = []
        for database in self._databases:
            hits = database.all(_FOUND, (query, holder, json.dumps(list(paths)), rows))
            whole = {seq for seq, path, words in hits if exact and path == paths[0] and _phrase(words) == exact}
            called = self._whose(database, kind, [seq for seq, _, _ in hits])
            for seq, _, _ in hits:
                if seq in called:
                    found.append((called[seq], Fit.EXACT if seq in whole else Fit.BEGINS))
        return found

    def _whose(self, database: Database, kind: str, seqs: Sequence[int]) -> dict[int, str]:
        if kind not in _NAMES:
            return self._revisions.ids(seqs)
        pointed = database.all(_POINTED, (json.dumps(list(dict.fromkeys(seqs))), kind))
        return {source: target.hex() for source, target in pointed}

    def _kind_of(self, record: str) -> str | None:
        seq = self._revisions.record_seq(record)
        kind: str | None = self._databases[0].value("SELECT kind FROM record WHERE seq = ?", (seq,))
        return kind


def _phrase(words: str) -> str:
    """All the words as one phrase of the index."""
    bare = fold_text(words).replace('"', " ")
    return next(iter(query_phrases(f'"{bare}"')), "")
