"""A database of an older program brought to the tables of this one: in a copy, which is opened and compared first.

The old file is not written to. What a kill leaves is the old file or the new one, whole (`rewriting`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from desktop.vault import folder, schema
from desktop.vault.connection import Database
from desktop.vault.migrations import step_2
from desktop.vault.rewriting import rewrite


class Step(Protocol):
    """Statements for each database, run in this order, that lead to the version before which they stand."""

    MAIN: tuple[str, ...]
    IDENTITIES: tuple[str, ...]


STEPS: Mapping[int, Step] = {2: step_2}
"""By the version each leads to; from any version to this program's they follow on one another."""


def upgrade(database: Database) -> bool:
    """Bring a database to `schema.VERSION`; returns whether anything was to be done.

    Damaged `vault.database`, Refused `vault.newer` as `schema.check`; Hindered `disk.full` (needed: bytes), `disk.…`,
    Damaged `vault.database` when the copy is not what it should be: the old file is as it was then.
    """
    version = schema.check(database)
    if version == schema.VERSION:
        return False

    def change(copy: Database) -> None:
        for statement in statements(database.path.name, version):
            copy.run(statement)

    rewrite(database, change)
    return True


def statements(name: str, version: int) -> Iterator[str]:
    """What leads from a version of one database to this program's. name: `a.db` or `b.db`."""
    for number in range(version + 1, schema.VERSION + 1):
        step = STEPS[number]
        yield from step.MAIN if name == folder.MAIN else step.IDENTITIES
        yield f"PRAGMA user_version = {number}"
