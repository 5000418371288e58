"""What left, and what came: each package, who has it, and what was in it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from desktop.vault.connection import Database

RECEIVED = "received"
TABLES, FILE, SUBMISSION = "tables", "file", "submission"
IN_CLEAR = frozenset({TABLES, FILE, SUBMISSION})
"""What was written out readable by anybody: everything as tables, an evidence file, a form for a mechanism."""


@dataclass(frozen=True, slots=True)
class Sent:
    """package: its digest or random name. kind: ``transfer``, ``redacted``, ``passphrase``, one of `IN_CLEAR`, or
    ``received`` for a transfer that came. at: UTC seconds.

    receiver: who has it: signing key of the contact, or words somebody noted, where there is no contact.
    """

    package: str
    kind: str
    at: int
    purpose: str = field(repr=False)
    receiver: str = field(repr=False)


class Outbox:
    """Packages sent, and transfers that came: who sent one has what was in it.

    An item is the id of a record, or of a revision whose wording went along.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, sent: Sent, items: Collection[str]) -> None:
        """Remember a package, once for each receiver it was made for."""
        with self._database.transaction():
            self._database.run(
                "REPLACE INTO sent (package, kind, at, purpose, receiver) VALUES (?, ?, ?, ?, ?)",
                (sent.package, sent.kind, sent.at, sent.purpose, sent.receiver),
            )
            self._database.run_many("REPLACE INTO sent_item VALUES (?, ?)", [(item, sent.package) for item in items])

    def every(self) -> tuple[Sent, ...]:
        """All packages, the latest first."""
        return self._select("ORDER BY at DESC, package")

    def holding(self, item: str) -> tuple[Sent, ...]:
        """The packages a record or a revision was in, the latest first."""
        return self._select("WHERE package IN (SELECT package FROM sent_item WHERE item = ?) ORDER BY at DESC", item)

    def items(self, package: str) -> frozenset[str]:
        """What was in a package."""
        return frozenset(
            item for (item,) in self._database.all("SELECT item FROM sent_item WHERE package = ?", (package,))
        )

    def _select(self, rest: str, *values: Any) -> tuple[Sent, ...]:
        statement = "SELECT package, kind, at, purpose, receiver FROM sent "
        return tuple(Sent(*row) for row in self._database.all(statement + rest, values))
