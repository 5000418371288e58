"""A table a report makes: its columns and rows, in the words of the workspace's language."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.formats import csv_marks


@dataclass(frozen=True, slots=True)
class Table:
    """columns: their headings. rows: as many cells each, words or numbers, ready to be shown, printed or kept.

    left_out: acts that are not counted since whoever was harmed did not agree to it; told beside the table, not in it.
    """

    columns: tuple[str, ...] = field(repr=False)
    rows: tuple[tuple[str | int, ...], ...] = field(repr=False)
    left_out: int = 0


def to_paste(cell: str) -> str:
    """A cell as it may be pasted into a spreadsheet, which would run what begins like a formula."""
    return csv_marks.SIGN + cell if csv_marks.needs_sign(cell) else cell
