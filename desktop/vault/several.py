"""The states of several records at once: a few statements for all of them, where each alone would take several."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from desktop.history.fold import Setters, fold
from desktop.history.opening import Opening
from desktop.history.revision import Revision
from desktop.history.state import RecordState
from desktop.vault.connection import Database
from desktop.vault.identities import Identities
from desktop.vault.revisions import Revisions, Stored

AT_ONCE = 200
"""Records whose revisions are held at a time: each may have many."""

# CROSS JOIN keeps this order: without statistics the planner begins with every record there is.
_ROOTS = """
    SELECT revision.seq, record.sealed FROM json_each(?1) CROSS JOIN revision ON revision.id = unhex(value)
    CROSS JOIN record ON record.seq = revision.seq WHERE revision.record = revision.seq
"""


class Several:
    """Damaged where a page of any of them is: whoever asks for one at a time then learns of which."""

    def __init__(self, database: Database, own: Collection[str], identities: Identities | None) -> None:
        self._database = database
        self._own = own
        self._identities = identities
        self._revisions = Revisions(database)

    def states(self, records: Sequence[str], setters: Setters) -> dict[str, RecordState]:
        """By id; what is no record here is left out. records: ids, each once."""
        found: dict[str, RecordState] = {}
        for place in range(0, len(records), AT_ONCE):
            roots = self._database.all(_ROOTS, (json.dumps(records[place : place + AT_ONCE]),))
            found.update((state.id, state) for state in self._states(dict(roots), setters))
        return found

    def twice(self, records: Sequence[str]) -> dict[str, tuple[RecordState, RecordState]]:
        """The same, and as the own setters alone say; folded once where nobody else wrote."""
        found: dict[str, tuple[RecordState, RecordState]] = {}
        for place in range(0, len(records), AT_ONCE):
            roots = self._database.all(_ROOTS, (json.dumps(records[place : place + AT_ONCE]),))
            for revisions, openings in self._read(dict(roots)):
                every = fold(revisions, openings, self._own)
                alone = all(said.envelope.author in self._own for said in revisions)
                own = every if alone else fold(revisions, openings, self._own, setters="own")
                found[every.id] = every, own
        return found

    def _states(self, sealed: dict[int, int], setters: Setters) -> Iterator[RecordState]:
        for revisions, openings in self._read(sealed):
            yield fold(revisions, openings, self._own, setters=setters)

    def _read(self, sealed: dict[int, int]) -> Iterator[tuple[list[Revision], dict[str, Opening]]]:
        """sealed: by number of record whether its words lie with the identities."""
        unsealed = {}
        if self._identities is not None:
            unsealed = self._identities.openings_of([seq for seq, hidden in sealed.items() if hidden])
        for seq, group in groupby(self._revisions.of_records(sealed), key=lambda pair: pair[0]):
            stored = [each for _, each in group]
            openings = unsealed.get(seq, {}) if self._identities is not None and sealed[seq] else _in_clear(stored)
            yield [each.revision for each in stored], openings


def _in_clear(stored: Sequence[Stored]) -> dict[str, Opening]:
    return {each.revision.id: opened for each in stored if (opened := each.opened) is not None}
