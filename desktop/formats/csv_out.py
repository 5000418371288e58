"""Write a table (CSV) that every spreadsheet opens, none of them runs, and our own import reads back identically."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import BinaryIO

from desktop.formats import csv_marks

BOM = b"\xef\xbb\xbf"
WITHHELD = "[withheld]"
"""What stands in a cell whose value exists and does not go along."""
_QUOTE = set('",;\t\r\n')


def write_table(out: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """UTF-8 with byte order mark, commas, CR LF.

    rows: each as long as the header; iterated twice, the same both times. A cell that a spreadsheet could
    run gets a `'` before it, and its column's header ends in `[']`.
    """
    marked = {place for place, name in enumerate(header) if csv_marks.header_needs_mark(name)}
    for row in rows:
        marked |= {place for place, cell in enumerate(row) if csv_marks.needs_sign(cell)}
    out.write(BOM + _line(csv_marks.write_header(header, marked)))
    for row in rows:
        if len(row) != len(header):
            raise ValueError("a row is as long as the header")
        out.write(_line([csv_marks.write_cell(cell) if place in marked else cell for place, cell in enumerate(row)]))


def _line(cells: Sequence[str]) -> bytes:
    """One record; a row of empty cells says so with quotes, so that it is not taken for a blank line."""
    written = [_quoted(cell) for cell in cells]
    if not any(written):
        written[0] = '""'
    return (",".join(written) + "\r\n").encode("utf-8")


def _quoted(cell: str) -> str:
    plain = not _QUOTE & set(cell) and cell == cell.strip() and not cell.startswith("\ufeff")
    return cell if plain else '"' + cell.replace('"', '""') + '"'
