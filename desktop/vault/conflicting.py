"""Which records have something to settle, without going through all of them whenever one was saved."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.vault.connection import Database

_SEEN = "SELECT seq FROM record WHERE conflicts > 0 AND gone < 2"
_SEEN_OF = f"{_SEEN} AND seq IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own words
_MOST = 2_000  # events since: after more of them, as a package brings, going through all is no slower


@dataclass(frozen=True, slots=True)
class _Found:
    """n: the last event of the log when it was found out."""

    n: int
    seqs: frozenset[int]


class Conflicting:
    """Gone through once after unlocking; from then on only what the log says was touched since is looked at."""

    def __init__(self, database: Database) -> None:
        """database: `a.db`, where the log is."""
        self._database = database
        self._found: dict[Database, _Found] = {}

    def seqs(self, databases: Sequence[Database]) -> set[int]:
        """Numbers of the records with a path in open conflict, deleted ones too, as these databases show them."""
        n: int = self._database.value("SELECT COALESCE(MAX(n), 0) FROM log")
        # What was found in the compartment goes as soon as it is closed.
        self._found = {database: _Found(n, self._now(database, n)) for database in databases}
        return {seq for found in self._found.values() for seq in found.seqs}

    def forget(self) -> None:
        """Lists were made anew without an event of the log: go through all once more."""
        self._found = {}

    def _now(self, database: Database, n: int) -> frozenset[int]:
        before = self._found.get(database)
        if before is None or not 0 <= n - before.n <= _MOST:
            return frozenset(seq for (seq,) in database.all(_SEEN))
        if n == before.n:
            return before.seqs
        touched = self._database.all(
            "SELECT DISTINCT revision.record FROM log CROSS JOIN revision ON revision.seq = log.revision"
            " WHERE log.n > ?",
            (before.n,),
        )
        numbers = [seq for (seq,) in touched]
        now = database.all(_SEEN_OF, (json.dumps(numbers),))
        return before.seqs.difference(numbers).union(seq for (seq,) in now)
