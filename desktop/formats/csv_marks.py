"""The sign that keeps a spreadsheet from running a cell, put there and taken off again without a trace."""

from __future__ import annotations

from collections.abc import Collection, Sequence

SIGN = "'"
MARK = " [']"  # at the end of a column's header: cells of this column beginning with ' have one ' too many
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def needs_sign(cell: str) -> bool:
    """Whether a spreadsheet could take the cell for a formula (or, the sign being there, for one marked by us)."""
    return cell.lstrip(" \u3000").startswith(_FORMULA)


def write_header(header: Sequence[str], marked: Collection[int]) -> tuple[str, ...]:
    """The header line; marked: places, from 0, of the columns in which a cell has the sign."""
    return tuple(write_cell(name) + MARK if place in marked else name for place, name in enumerate(header))


def header_needs_mark(name: str) -> bool:
    """Whether a column's name itself would be run, or would be taken for a marked one."""
    return needs_sign(name) or name.endswith(MARK)


def write_cell(cell: str) -> str:
    """A cell of a marked column."""
    return SIGN + cell if needs_sign(cell) or cell.startswith(SIGN) else cell


def read_header(header: Sequence[str]) -> tuple[tuple[str, ...], frozenset[int]]:
    """The names as they were, and the places of the marked columns."""
    marked = frozenset(place for place, name in enumerate(header) if name.endswith(MARK))
    names = (_unsigned(name.removesuffix(MARK)) if place in marked else name for place, name in enumerate(header))
    return tuple(names), marked


def read_cells(cells: Sequence[str], marked: Collection[int]) -> tuple[str, ...]:
    """The cells of a row as they were."""
    return tuple(_unsigned(cell) if place in marked else cell for place, cell in enumerate(cells))


def _unsigned(cell: str) -> str:
    return cell.removeprefix(SIGN)
