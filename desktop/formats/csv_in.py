"""Read a stranger's table (CSV): what it holds, cell by cell, and every problem by row and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import BinaryIO

from desktop.errors import Refused
from desktop.formats import csv_marks, encoding
from desktop.formats.csv_scan import Scanned, Scanner, sniff_delimiter
from desktop.formats.tally import Tally

MAX_BYTES = 64 * 1024 * 1024
MAX_CELLS = 4_000_000
MAX_ROWS = 250_000
MAX_HEADER = 1000  # characters of one column's name, which every row's notes repeat
PROBE = 8 * 1024 * 1024
BLOCKING = frozenset({"stray_quote", "row_too_long", "nul"})


@dataclass(frozen=True)
class Problem:
    """What is wrong at a place, both counted from 1 as in a spreadsheet; column 0 is the whole row.

    code: `stray_quote` (a quote in the middle of a quoted cell: cells may be joined wrongly), `row_too_long`,
    `row_too_short` (filled with empty cells), `nul`, `lone_return`, `blank_row` (left out), `empty_header`,
    `duplicate_header`.
    """

    row: int
    column: int
    code: str

    @property
    def blocking(self) -> bool:
        """Whether the table's cells can't be trusted to be where they seem."""
        return self.code in BLOCKING


@dataclass(frozen=True)
class Row:
    """One row with as many cells as the header; number: as in a spreadsheet, the header being row 1."""

    number: int
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Table:
    """What was read. encoding, delimiter: as found or as told. Cells are word for word as in the file, but
    for the sign our own exports put before formulas. problems: of each code the first hundred; more: by code how many
    others there are."""

    header: tuple[str, ...] = field(repr=False)
    rows: tuple[Row, ...]
    encoding: str
    delimiter: str
    problems: tuple[Problem, ...]
    more: Mapping[str, int] = field(repr=False)


def read_table(untrusted: bytes | BinaryIO, *, encoding_name: str | None = None, delimiter: str | None = None) -> Table:
    """The whole table, or a refusal; never part of it.

    encoding_name, delimiter: what a person chose instead of the guess. Refused `text.encoding`, `table.binary`,
    `table.empty`, `table.too_large`, `table.too_many_rows`, `table.header_too_long`, `table.too_many_cells`,
    `table.too_many_columns`, `table.cell_too_long`, `table.unbalanced_quote` (the last four with row, where it is one
    cell's with column).
    """
    data = untrusted if isinstance(untrusted, bytes) else untrusted.read(MAX_BYTES + 1)
    too_large = len(data) > MAX_BYTES
    text, found = encoding.decode(data[:MAX_BYTES], encoding_name, cut=too_large)
    if encoding.is_binary(text, found):
        raise Refused("table.binary")
    sign = delimiter or sniff_delimiter(text)
    if too_large:
        _refuse_by_place(text[:PROBE], sign)
        raise Refused("table.too_large", limit=MAX_BYTES)
    return _table(Scanner(text, sign).records(), found, sign)


def _refuse_by_place(beginning: str, sign: str) -> None:
    """Of a file that is too large anyway: a refusal with row and column, if one cell is the reason, says more."""
    try:
        for _ in Scanner(beginning, sign).records():
            pass
    except Refused as refusal:
        if refusal.code != "table.unbalanced_quote":  # it may only seem so, the text being cut off
            raise


def _table(records: Iterator[Scanned], found: str, sign: str) -> Table:
    first = next((record for record in records if any(record.cells) or record.quoted), None)
    if first is None:
        raise Refused("table.empty")
    header, marked = csv_marks.read_header(first.cells)
    _check_header(header)
    problems: Tally[str, Problem] = Tally()
    _count(problems, chain(_of_cells(first), _of_header(first.row, header)))
    rows: list[Row] = []
    cells = 0
    for record in records:
        cells += max(len(record.cells), len(header))
        if cells > MAX_CELLS:
            raise Refused("table.too_many_cells", row=record.row, limit=MAX_CELLS)
        if not any(record.cells) and not record.quoted:
            problems.add("blank_row", Problem(record.row, 0, "blank_row"))
            continue
        if len(rows) >= MAX_ROWS:
            raise Refused("table.too_many_rows", limit=MAX_ROWS)
        _count(problems, chain(_of_cells(record), _of_length(record, len(header))))
        filled = (*record.cells, *[""] * (len(header) - len(record.cells)))[: len(header)]
        rows.append(Row(record.row, csv_marks.read_cells(filled, marked)))
    return Table(header, tuple(rows), found, sign, tuple(problems.kept), problems.left_out())


def _check_header(header: Sequence[str]) -> None:
    for column, name in enumerate(header, 1):
        if len(name) > MAX_HEADER:
            raise Refused("table.header_too_long", column=column, limit=MAX_HEADER)


def _count(problems: Tally[str, Problem], found: Iterable[Problem]) -> None:
    for problem in found:
        problems.add(problem.code, problem)


def _of_cells(record: Scanned) -> Iterator[Problem]:
    yield from (Problem(record.row, column, "stray_quote") for column in record.stray_quotes)
    yield from (Problem(record.row, column, "lone_return") for column in record.lone_returns)
    yield from (Problem(record.row, column, "nul") for column, cell in enumerate(record.cells, 1) if "\0" in cell)


def _of_length(record: Scanned, width: int) -> Iterator[Problem]:
    if len(record.cells) < width:
        yield Problem(record.row, 0, "row_too_short")
    if any(record.cells[width:]):
        yield Problem(record.row, width + 1, "row_too_long")


def _of_header(row: int, header: Sequence[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for column, name in enumerate(header, 1):
        folded = name.strip().casefold()
        if not folded:
            yield Problem(row, column, "empty_header")
        elif folded in seen:
            yield Problem(row, column, "duplicate_header")
        seen.add(folded)
