"""The identity database: unsealed openings and what lists show of them, trailing behind the log of the main one."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from desktop.errors import Damaged, Hindered
from desktop.history.fold import Setters, fold
from desktop.history.opening import Opening
from desktop.history.state import RecordState
from desktop.vault import renewal
from desktop.vault.append import Parts
from desktop.vault.connection import Database
from desktop.vault.projection import Projection, Seen
from desktop.vault.revisions import Stored, load_opening

Progress = Callable[[int, int], None]

_SEALED_SINCE = """
    SELECT DISTINCT revision.record, revision.seq FROM log
    JOIN revision ON revision.seq = log.revision JOIN record ON record.seq = revision.record
    WHERE log.n > ? AND record.sealed
"""


class Identities:
    """Only here while the compartment is open. Nothing in it is the truth: `rebuild` makes it anew at will."""

    def __init__(self, database: Database, parts: Parts) -> None:
        """parts: of the main database."""
        self.database = database
        self.projection = Projection(database)
        self.failed = False
        self._main = parts.database
        self._revisions = parts.revisions
        self._log = parts.log
        self._compartment = parts.compartment
        self._own = parts.own

    def catch_up(self) -> bool:
        """Apply what came since; everything anew when the log is not the one applied. Returns whether it was that."""
        applied, hashed = self._applied()
        if self._log.hash_at(applied) != hashed:
            self.rebuild()
            return True
        if applied != self._log.n:
            touched: dict[int, set[int]] = {}
            for record, seq in self._main.all(_SEALED_SINCE, (applied,)):
                touched.setdefault(record, set()).add(seq)
            with self.database.transaction():
                for record, seqs in touched.items():
                    self._refresh(record, seqs, {})
                self._note_applied()
        self.failed = False
        return False

    def apply(self, fresh: Mapping[int, Mapping[int, Opening]]) -> None:
        """Follow a change just made. fresh: by number of record, the openings that came with it by revision.

        A failure is not one of the change, which is on disk by now: this database stays behind until the next try.
        """
        try:
            with self.database.transaction():
                for record, openings in fresh.items():
                    self._refresh(record, openings.keys(), openings)
                self._note_applied()
        except (Hindered, Damaged):
            self.failed = True

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make everything anew from the log."""
        records = [seq for (seq,) in self._main.all("SELECT seq FROM record WHERE sealed ORDER BY seq")]
        with self.database.transaction():
            self.projection.clear()
            self.database.run("DELETE FROM opening")
            for done, record in enumerate(records):
                self._refresh(record, (), {})
                if progress:
                    progress(done, len(records))
            self.projection.index.optimise()
            self._note_applied()
            renewal.note_new(self.database)
        self.failed = False
        self.database.truncate_wal()

    def renew(self) -> Iterator[tuple[int, int]]:
        """Make lists and index anew a slice at each step, where other rules made them."""
        return renewal.slices(self.database, self.projection.index, lambda record: self._refresh(record, (), {}))

    def openings(self, record: int) -> dict[str, Opening]:
        """The openings of a sealed record, by revision id."""
        rows = self.database.all("SELECT revision, opening FROM opening WHERE record = ?", (record,))
        ids = self._revisions.ids(seq for seq, _ in rows)
        return {ids[seq]: load_opening(kept) for seq, kept in rows}

    def openings_of(self, records: Iterable[int]) -> dict[int, dict[str, Opening]]:
        """The same of several sealed records at once, by number of record."""
        rows = self.database.all(
            "SELECT opening.record, revision, opening FROM json_each(?1) CROSS JOIN opening ON opening.record = value",
            (json.dumps(list(records)),),
        )
        ids = self._revisions.ids(revision for _, revision, _ in rows)
        found: dict[int, dict[str, Opening]] = {}
        for record, revision, kept in rows:
            found.setdefault(record, {})[ids[revision]] = load_opening(kept)
        return found

    def state(self, record: int, setters: Setters = "all") -> RecordState:
        """A sealed record as it reads while the compartment is open."""
        revisions = [stored.revision for stored in self._revisions.of_record(record)]
        return fold(revisions, self.openings(record), self._own, setters=setters)

    def _refresh(self, record: int, changed: Collection[int], fresh: Mapping[int, Opening]) -> None:
        stored = self._revisions.of_record(record)
        kept = {seq for (seq,) in self.database.all("SELECT revision FROM opening WHERE record = ?", (record,))}
        for each in stored:
            if each.seq in changed or each.seq not in kept:
                self._keep(record, each, fresh.get(each.seq))
        state = fold([each.revision for each in stored], self.openings(record), self._own)
        changed_at: int = self._main.value("SELECT changed FROM record WHERE seq = ?", (record,))
        revisions = (each.revision for each in stored)
        new = not self.database.one("SELECT 1 FROM record WHERE seq = ?", (record,))
        self.projection.put(Seen.of(record, state, changed_at, revisions), new=new)

    def _keep(self, record: int, stored: Stored, fresh: Opening | None) -> None:
        opened = fresh if fresh is not None else self._unsealed(stored)
        if opened is None:
            self.database.run("DELETE FROM opening WHERE revision = ?", (stored.seq,))
        else:
            self.database.run("REPLACE INTO opening VALUES (?, ?, ?)", (stored.seq, record, opened.encode()))

    def _unsealed(self, stored: Stored) -> Opening | None:
        """All that came sealed for a revision, joined; what does not belong to its envelope counts as not here."""
        found: Opening | None = None
        sealed: Iterable[bytes] = self._revisions.later(stored.seq)
        for each in (stored.sealed, *sealed):
            if each is None:
                continue
            try:
                opened = self._compartment.unseal_opening(each)
                opened.check(stored.revision.envelope)
            except Damaged:
                continue
            found = opened if found is None else found.union(opened)
        return found

    def _applied(self) -> tuple[int, bytes]:
        n = self.database.value("SELECT value FROM fact WHERE name = 'n'")
        hashed = self.database.value("SELECT value FROM fact WHERE name = 'hash'")
        return (0, b"") if n is None else (n, hashed)

    def _note_applied(self) -> None:
        self.database.run_many("REPLACE INTO fact VALUES (?, ?)", (("n", self._log.n), ("hash", self._log.hash)))
