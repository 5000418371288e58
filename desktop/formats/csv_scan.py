"""Cut the text of a table into records and cells; knows nothing of what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.errors import Refused

MAX_CELL = 1024 * 1024
MAX_COLUMNS = 1024
DELIMITERS = (",", "\t", ";")


@dataclass(frozen=True)
class Scanned:
    """One record as a person counts rows in a spreadsheet, from 1.

    quoted: whether any cell stood in quotes (an empty one in quotes is said, not left blank).
    stray_quotes, lone_returns: columns, from 1, in which they were found.
    """

    row: int
    cells: tuple[str, ...] = field(repr=False)
    quoted: bool
    stray_quotes: tuple[int, ...]
    lone_returns: tuple[int, ...]


class Scanner:
    """Walks once over the text. Cells in quotes may hold anything, a quote being doubled (RFC 4180).

    A line ends with LF or CR LF; with CR alone where that is how the lines of the file end.
    """

    def __init__(self, text: str, delimiter: str) -> None:
        self._text = text
        self._delimiter = delimiter
        self._old_mac = ends_with_returns(text)
        ends = "\r\n" if self._old_mac else "\n"
        self._plain = re.compile(f"[^{re.escape(delimiter)}{ends}]*")
        self._place = 0
        self._row = 0
        self._column = 0

    def records(self) -> Iterator[Scanned]:
        """Every record. Refused `table.cell_too_long`, `table.too_many_columns`, `table.unbalanced_quote`."""
        while self._place < len(self._text):
            self._row += 1
            plain = self._plain_line()
            yield self._record() if plain is None else Scanned(self._row, plain, False, (), ())

    def _plain_line(self) -> tuple[str, ...] | None:
        """The cells of a line without anything special in it, ten times as fast; None when it must be walked."""
        if self._old_mac:
            return None
        end = self._text.find("\n", self._place, self._place + MAX_CELL)
        if end < 0:
            return None
        line = self._text[self._place : end].removesuffix("\r")
        if '"' in line or "\r" in line or line.count(self._delimiter) >= MAX_COLUMNS:
            return None
        self._place = end + 1
        return tuple(line.split(self._delimiter))

    def _record(self) -> Scanned:
        cells: list[str] = []
        stray: list[int] = []
        returns: list[int] = []
        quoted = False
        while True:
            self._column = len(cells) + 1
            if self._column > MAX_COLUMNS:
                raise Refused("table.too_many_columns", row=self._row, limit=MAX_COLUMNS)
            if self._text.startswith('"', self._place):
                quoted = True
                cell, rest = self._quoted(), self._unquoted()
                if rest:
                    stray.append(self._column)
            else:
                cell, rest = "", self._unquoted()
            if "\r" in rest:
                returns.append(self._column)
            cells.append(cell + rest)
            if not self._text.startswith(self._delimiter, self._place):
                break
            self._place += 1
        self._end_line()
        return Scanned(self._row, tuple(cells), quoted, tuple(stray), tuple(returns))

    def _unquoted(self) -> str:
        """Up to the next delimiter or line end."""
        match = self._plain.match(self._text, self._place, self._place + MAX_CELL + 1)
        assert match is not None
        cell = match[0]
        self._check_length(len(cell))
        self._place = match.end()
        if cell.endswith("\r") and self._text.startswith("\n", self._place):
            self._place -= 1
            return cell[:-1]
        if cell.endswith("\r") and self._place == len(self._text):
            return cell[:-1]
        return cell

    def _quoted(self) -> str:
        """From a quote to its partner."""
        start = self._place + 1
        end = start
        while True:
            end = self._text.find('"', end, start + 2 * MAX_CELL + 2)
            if end < 0:
                self._check_length(len(self._text) - start)
                raise Refused("table.unbalanced_quote", row=self._row, column=self._column)
            if not self._text.startswith('""', end):
                break
            end += 2
        cell = self._text[start:end].replace('""', '"')
        self._check_length(len(cell))
        self._place = end + 1
        return cell

    def _end_line(self) -> None:
        for end in ("\r\n", "\n", "\r"):
            if self._text.startswith(end, self._place):
                self._place += len(end)
                return

    def _check_length(self, length: int) -> None:
        if length > MAX_CELL:
            raise Refused("table.cell_too_long", row=self._row, column=self._column, limit=MAX_CELL)


def ends_with_returns(text: str) -> bool:
    """Whether lines end with CR alone, as on the oldest Macs: most of what ends a line does."""
    return text.count("\r") - text.count("\r\n") > text.count("\n")


def sniff_delimiter(text: str) -> str:
    """The sign that separates the cells of the first line: the most frequent outside quotes; else a comma."""
    counts = dict.fromkeys(DELIMITERS, 0)
    inside = False
    for sign in text[:MAX_CELL]:
        if sign == '"':
            inside = not inside
        elif not inside and sign in "\r\n":
            break
        elif not inside and sign in counts:
            counts[sign] += 1
    return max(DELIMITERS, key=lambda sign: counts[sign])
