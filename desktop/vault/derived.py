"""Records made for a recipient's redacted copies, kept apart from the log so that a later copy extends them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.vault.connection import Database


@dataclass(frozen=True, slots=True, repr=False)
class DerivedRecord:
    """derived: id of the fresh record that stands for `source` with one recipient; no other recipient knows it.

    state: whatever is needed to extend it, as bytes of the writer's choosing.
    """

    recipient: str
    source: str
    derived: str
    state: bytes


class Derived:
    """By recipient (signing key, or another name of theirs) and source record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, record: DerivedRecord) -> None:
        """Add one, or overwrite what was kept for the same recipient and source."""
        self._database.run(
            "REPLACE INTO derived (recipient, source, derived, state) VALUES (?, ?, ?, ?)",
            (record.recipient, record.source, record.derived, record.state),
        )

    def keep_all(self, records: Iterable[DerivedRecord]) -> None:
        """Several at once, in one transaction."""
        rows = [(record.recipient, record.source, record.derived, record.state) for record in records]
        with self._database.transaction():
            self._database.run_many(
                "REPLACE INTO derived (recipient, source, derived, state) VALUES (?, ?, ?, ?)", rows
            )

    def one(self, recipient: str, source: str) -> DerivedRecord | None:
        """What stands for a record with a recipient."""
        row = self._database.one(
            "SELECT recipient, source, derived, state FROM derived WHERE recipient = ? AND source = ?",
            (recipient, source),
        )
        return DerivedRecord(*row) if row else None

    def origin(self, derived: str) -> DerivedRecord | None:
        """Which record of ours a derived id stands for, should it ever come back."""
        row = self._database.one("SELECT recipient, source, derived, state FROM derived WHERE derived = ?", (derived,))
        return DerivedRecord(*row) if row else None

    def forget(self, source: str) -> None:
        """Nothing derived of a record that is being erased."""
        self._database.run("DELETE FROM derived WHERE source = ?", (source,))
