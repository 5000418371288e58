"""What a file to be imported is read into, whichever form it has: rows that can be made, and troubles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from desktop.casework.workspace import Workspace
from desktop.casework.writing import Pending
from desktop.domain.mentions import escape
from desktop.formats.csv_in import BLOCKING, Problem, Table
from desktop.formats.tally import Tally

SAMPLE = 20
SHOWN = 200  # characters


@dataclass(frozen=True)
class Trouble:
    """A problem of one cell. row: line of the table, the header is 1. column: its header, or "" for the whole row.

    place: counts the column from 1 where it has no header to be called by; else 0. code: of the vocabulary
    `import_troubles`. text: the cell, or its beginning. blocking: the file cannot be taken while it is so; otherwise
    the words are kept as they are.
    """

    row: int
    column: str = field(repr=False)
    code: str
    text: str = field(repr=False)
    blocking: bool
    place: int = 0


@dataclass(frozen=True)
class More:
    """How many troubles of one code there are beside those that are listed."""

    code: str
    count: int
    blocking: bool


class Troubles:
    """All that is odd in a file; of each reason the first hundred are listed."""

    def __init__(self) -> None:
        self._tally: Tally[tuple[bool, str], Trouble] = Tally()

    def add(self, trouble: Trouble) -> None:
        """Take one in."""
        self._tally.add((not trouble.blocking, trouble.code), trouble)

    def add_table(self, table: Table) -> None:
        """Take in what reading the table itself found."""
        for problem in table.problems:
            self.add(_trouble(table, problem))
        for code, count in table.more.items():
            self._tally.add_unkept((code not in BLOCKING, code), count)

    @property
    def listed(self) -> tuple[Trouble, ...]:
        """Those that stand in the way first, then by row."""
        return tuple(sorted(self._tally.kept, key=lambda trouble: (not trouble.blocking, trouble.row)))

    @property
    def more(self) -> tuple[More, ...]:
        """What is not listed, in the same order."""
        left_out = sorted(self._tally.left_out().items(), key=lambda item: item[0][0])
        return tuple(More(code, count, not harmless) for (harmless, code), count in left_out)


@dataclass
class Making:
    """An import under way. ids: of rows, by their id in the file. sources: by what they say, made or found so far."""

    ws: Workspace
    pending: Pending
    ids: dict[str, str] = field(repr=False)
    sources: dict[str, str] = field(default_factory=dict, repr=False)

    def source(self, said: str) -> str:
        """The source that says so; made if there is none."""
        if said not in self.sources:
            self.sources[said] = existing_source(self.ws, said) or self.pending.create("source", source_values(said))
        return self.sources[said]


class Row(Protocol):
    """One row. key: what tells it from others, in two parts, the first of which is one text for many rows; record: its
    id, where it was exported here.

    makes: kinds of the records it becomes; shares: sources it leans on; refers: ids it points at, by path.
    """

    @property
    def number(self) -> int: ...
    @property
    def key(self) -> tuple[str, str]: ...
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
    columns: Sequence[tuple[str, str]] = field(repr=False)
    troubles: Troubles
    encoding: str
    sample: tuple[tuple[str, ...], ...] = field(repr=False)


def sample(table: Table) -> tuple[tuple[str, ...], ...]:
    """The beginnings of the first rows, to be looked at."""
    return tuple(tuple(map(beginning, row.cells)) for row in table.rows[:SAMPLE])


def beginning(cell: str) -> str:
    """As much of a cell as one can look at in a list."""
    return cell if len(cell) <= SHOWN else cell[: SHOWN - 1] + "…"


def _trouble(table: Table, problem: Problem) -> Trouble:
    within = 0 < problem.column <= len(table.header)
    column = table.header[problem.column - 1].strip() if within else ""
    return Trouble(problem.row, column, problem.code, "", problem.blocking, 0 if column else problem.column)


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
