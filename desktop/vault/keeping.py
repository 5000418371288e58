"""When the vault was backed up, checked, its recovery set up and rehearsed: what somebody who keeps it must know."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from desktop.vault.connection import Database

KEPT = 50
"""Lines of each kind; older ones go."""


@dataclass(frozen=True)
class Kept:
    """One line. at: UTC seconds. found: counts and digests of it; never a place or a word somebody chose."""

    what: str
    at: int
    found: Mapping[str, str | int] = field(repr=False)


class Keeping:
    """`backup`, `drill`, `keys`, `recovery`, `rescue`, `verify`, each noted when it was done to its end."""

    def __init__(self, database: Database, clock: Callable[[], int]) -> None:
        self._database = database
        self._clock = clock

    def note(self, what: str, **found: str | int) -> None:
        """It was done, now."""
        told = json.dumps(found, sort_keys=True)
        with self._database.transaction():
            self._database.run("INSERT INTO keeping (what, at, found) VALUES (?, ?, ?)", (what, self._clock(), told))
            self._database.run(
                "DELETE FROM keeping WHERE what = ?1 AND seq NOT IN "
                "(SELECT seq FROM keeping WHERE what = ?1 ORDER BY seq DESC LIMIT ?2)",
                (what, KEPT),
            )

    def last(self, what: str) -> Kept | None:
        """The latest line of its kind, by the order they were noted in: a clock may have been wrong."""
        return next(iter(self.every(what, limit=1)), None)

    def every(self, what: str, *, limit: int = KEPT) -> tuple[Kept, ...]:
        """The latest lines of its kind, the latest first."""
        rows = self._database.all(
            "SELECT what, at, found FROM keeping WHERE what = ? ORDER BY seq DESC LIMIT ?", (what, limit)
        )
        return tuple(Kept(kind, at, json.loads(found)) for kind, at, found in rows)

    def since(self, what: str, other: str) -> bool:
        """Whether `what` was noted after the last `other`; False when it never was."""
        last = {
            kind: self._database.value("SELECT MAX(seq) FROM keeping WHERE what = ?", (kind,)) for kind in (what, other)
        }
        return last[what] is not None and (last[other] is None or last[what] > last[other])
