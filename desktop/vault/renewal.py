"""Lists and index that were made by other rules than ours, made anew a slice at a time, on from where it stopped.

They stay in use meanwhile: a record is found by the old rules until its turn comes, and what is saved follows ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.vault.connection import Database
from desktop.vault.index import Index

RULES = 6
"""Counts changes of what lists and index hold of a record: which fields, folded how, cut how, titled how."""

_SLICE = 100  # records, in one transaction: a tenth of a second
_MADE_BY, _REACHED = "rules", "renewed"
_KEEP = "REPLACE INTO fact VALUES (?, ?)"

FACT = f"INSERT INTO fact VALUES ('{_MADE_BY}', {RULES})"  # noqa: S608 - our own words
"""Of a database that is just being made."""


def is_old(database: Database) -> bool:
    """Whether other rules made what is in it: older ones, or those of a newer program."""
    return bool(_fact(database, _MADE_BY) != RULES)


def note_new(database: Database) -> None:
    """All of it follows our rules now."""
    database.run(_KEEP, (_MADE_BY, RULES))
    database.run("DELETE FROM fact WHERE name = ?", (_REACHED,))


def slices(database: Database, index: Index, put: Callable[[int], None]) -> Iterator[tuple[int, int]]:
    """Put a slice of the records at each step; gives (done, total) in records. put: shows one by its number, anew."""
    reached = _reached(database)
    total: int = database.value("SELECT COUNT(*) FROM record")
    done: int = database.value("SELECT COUNT(*) FROM record WHERE seq <= ?", (reached,))
    while records := _after(database, reached):
        with database.transaction():
            for record in records:
                put(record)
            reached = records[-1]
            database.run(_KEEP, (_REACHED, f"{RULES} {reached}"))
        done += len(records)
        yield done, total
    with database.transaction():
        index.optimise()
        note_new(database)


def _after(database: Database, reached: int) -> list[int]:
    rows = database.all("SELECT seq FROM record WHERE seq > ? ORDER BY seq LIMIT ?", (reached, _SLICE))
    return [seq for (seq,) in rows]


def _reached(database: Database) -> int:
    """The last record that was made anew by these rules, before something interrupted it."""
    kept = _fact(database, _REACHED)
    rules, _, reached = kept.partition(" ") if isinstance(kept, str) else ("", "", "")
    return int(reached) if rules == str(RULES) else 0


def _fact(database: Database, name: str) -> object:
    return database.value("SELECT value FROM fact WHERE name = ?", (name,))
