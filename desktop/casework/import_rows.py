"""What a file to be imported is read into, whichever form it has: rows that can be made, and troubles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop.casework.workspace import Workspace
from desktop.casework.writing import Pending
from desktop.domain.mentions import escape
from desktop.formats.csv_in import Problem, Table


@dataclass(frozen=True)
class Trouble:
    """A problem of one cell. row: line of the table, the header is 1. column: its header, or "" for the whole row.

    code: of the vocabulary `import_troubles`. text: the cell. blocking: the file cannot be taken while it is so;
    otherwise the words are kept as they are.
    """

    row: int
    column: str
    code: str
    text: str
    blocking: bool


@dataclass
class Making:
    """An import under way. ids: of rows, by their id in the file. sources: by what they say, made or found so far."""

    ws: Workspace
    pending: Pending
    ids: dict[str, str]
    sources: dict[str, str] = field(default_factory=dict)

    def source(self, said: str) -> str:
        """The source that says so; made if there is none."""
        if said not in self.sources:
            self.sources[said] = existing_source(self.ws, said) or self.pending.create("source", source_values(said))
        return self.sources[said]


class Row(Protocol):
    """One row. key: what tells it from others; record: its id, where it was exported here.

    makes: kinds of the records it becomes; shares: sources it leans on; refers: ids it points at, by path.
    """

    @property
    def number(self) -> int: ...
    @property
    def key(self) -> str: ...
    @property
    def record(self) -> str | None: ...
    @property
    def makes(self) -> Sequence[str]: ...
    @property
    def shares(self) -> Sequence[str]: ...
    @property
    def refers(self) -> Mapping[str, str]: ...

    def make(self, making: Making) -> str:
        """Put its records together; returns the id of the main one."""


@dataclass(frozen=True)
class Rows:
    """A file as read. columns: header and what becomes of it. encoding: "" where there was nothing to guess."""

    rows: Sequence[Row]
    columns: Sequence[tuple[str, str]]
    troubles: Sequence[Trouble]
    encoding: str
    sample: tuple[tuple[str, ...], ...]


def table_troubles(table: Table) -> list[Trouble]:
    """What reading the table itself found."""
    return [_trouble(table, problem) for problem in table.problems]


def _trouble(table: Table, problem: Problem) -> Trouble:
    named = 0 < problem.column <= len(table.header)
    column = table.header[problem.column - 1] if named else str(problem.column or "")
    return Trouble(problem.row, column, problem.code, "", problem.blocking)


def source_values(said: str) -> dict[str, str]:
    """A source from a cell: a web address, or whatever stands there as its title."""
    is_address = said.lower().startswith(("http://", "https://"))
    return {"url" if is_address else "title": escape(said)}


def existing_source(ws: Workspace, said: str) -> str | None:
    """A source that says exactly so already."""
    wanted = source_values(said)
    for row in ws.vault.rows("source", text=said, limit=20):
        nested = ws.vault.state(row.id).nested()
        if all(nested.get(name) == value for name, value in wanted.items()):
            return row.id
    return None
