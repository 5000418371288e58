"""Making sure that what was erased is nowhere any more: steps on record, each whole, taken up again after a kill."""

from __future__ import annotations

from collections.abc import Callable

from desktop.vault.append import Appended
from desktop.vault.blobs import Blobs
from desktop.vault.connection import Database
from desktop.vault.derived import Derived
from desktop.vault.drafts import Drafts
from desktop.vault.identities import Identities
from desktop.vault.index import Index
from desktop.vault.record import STRIKE_LATER
from desktop.vault.rewriting import rewrite

Progress = Callable[[int, int], None]

SCRUB = "scrub"
"""Words were forgotten by the index of `a.db`, but still stand in its older pieces and in the write-ahead log."""
SCRUB_IDENTITIES = "scrub identities"
"""The same for `b.db`, which is made anew, when the compartment is next open."""


class Erasure:
    """Finishes erasures. Nothing is reported erased before `finish` has returned and `pending` is empty."""

    def __init__(self, database: Database, blobs: Blobs, drafts: Drafts, derived: Derived) -> None:
        self._database = database
        self._blobs = blobs
        self._drafts = drafts
        self._derived = derived

    @property
    def pending(self) -> frozenset[str]:
        """The steps still to do."""
        steps = self._database.all("SELECT step FROM unfinished WHERE NOT step GLOB 'renew*'")  # of the keys: not ours
        return frozenset(step for (step,) in steps)

    @property
    def to_strike(self) -> list[str]:
        """Records with words in the compartment that are to be struck when it is open."""
        return sorted(step.removeprefix(STRIKE_LATER) for step in self.pending if step.startswith(STRIKE_LATER))

    def note(self, done: Appended) -> None:
        """Within the transaction that erased: what has to follow, and all else of these records that goes with it."""
        if not done.struck and not done.erased and not done.hidden:
            return
        for record in done.struck.union(done.erased):
            self._drafts.drop_mentioning(record)
        for record in done.erased:
            self._derived.forget(record)
            self._blobs.leave(info.name for info in self._blobs.of_record(record))
        steps = [SCRUB, SCRUB_IDENTITIES] if done.hidden else [SCRUB]
        self._database.run_many("INSERT OR IGNORE INTO unfinished VALUES (?)", [(step,) for step in steps])

    def struck(self, record: str) -> None:
        """Within a transaction: what had to wait for the compartment is done."""
        self._database.run("DELETE FROM unfinished WHERE step = ?", (STRIKE_LATER + record,))

    def finish(self, identities: Identities | None, progress: Progress | None = None) -> None:
        """Do every step that can be done now. identities: None while the compartment is closed."""
        steps: list[Callable[[], None]] = []
        pending = self.pending
        if SCRUB in pending:
            steps.append(self._scrub)
        if SCRUB_IDENTITIES in pending and identities is not None:
            steps.append(lambda: self._scrub_identities(identities))
        for done, step in enumerate(steps):
            if progress:
                progress(done, len(steps))
            step()
        if progress:
            progress(len(steps), len(steps))

    def _scrub(self) -> None:
        self._blobs.sweep()
        Index(self._database).optimise()
        _empty_statistics(self._database)
        rewrite(self._database)
        self._done(SCRUB)

    def _scrub_identities(self, identities: Identities) -> None:
        identities.rebuild()
        _empty_statistics(identities.database)
        rewrite(identities.database)
        self._done(SCRUB_IDENTITIES)

    def _done(self, step: str) -> None:
        self._database.run("DELETE FROM unfinished WHERE step = ?", (step,))


def _empty_statistics(database: Database) -> None:
    """The planner's statistics hold copies of values. This program never makes them; another one may have."""
    for (table,) in database.all("SELECT name FROM sqlite_master WHERE name LIKE 'sqlite_stat_'"):
        database.run(f"DELETE FROM {table}")  # noqa: S608 - names SQLite reserves for itself
