"""What a person here refused to accept from others, so that a repetition is listed and not asked again."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.vault.connection import Database


@dataclass(frozen=True, slots=True)
class Refusal:
    """revision: what was refused (an erasure, a deletion, a loosened consent). what: which of these."""

    revision: str
    record: str
    at: int
    what: str


class Refusals:
    """By revision; nothing of it is in the log."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, refusal: Refusal) -> None:
        """Note a refusal."""
        self._database.run(
            "REPLACE INTO refused (revision, record, at, what) VALUES (?, ?, ?, ?)",
            (refusal.revision, refusal.record, refusal.at, refusal.what),
        )

    def of_record(self, record: str) -> tuple[Refusal, ...]:
        """What was refused about a record, the earliest first."""
        rows = self._database.all(
            "SELECT revision, record, at, what FROM refused WHERE record = ? ORDER BY at, revision", (record,)
        )
        return tuple(Refusal(*row) for row in rows)

    def every(self) -> tuple[Refusal, ...]:
        """All refusals, the earliest first."""
        rows = self._database.all("SELECT revision, record, at, what FROM refused ORDER BY at, revision")
        return tuple(Refusal(*row) for row in rows)

    def withdraw(self, revision: str) -> None:
        """Ask again next time."""
        self._database.run("DELETE FROM refused WHERE revision = ?", (revision,))
