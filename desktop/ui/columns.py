"""How the columns of a table share its width: what is short is whole, what is long gives way, nothing is cut unsaid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTableView

ROOM = 16  # pixels between what stands in two columns
FEWEST_LETTERS = 13  # a name, a day or a code; a column that would have fewer says nothing
LOOKED_AT = 100  # rows that say how wide a column is to be


WIDE_FIRST = 2, 5
"""Of the width so much is kept for what matters most, as far as it needs it, before other long columns have theirs."""


def shares(needed: Sequence[int], width: int, wide: int = -1) -> list[int]:
    """As much of the width for each as it needs; where that is too much, the widest give way and end up alike.

    wide: matters most, and keeps its part of the width (`WIDE_FIRST`).
    """
    given = [0] * len(needed)
    if 0 <= wide < len(needed) > 1:
        kept = min(needed[wide], width * WIDE_FIRST[0] // WIDE_FIRST[1])
        others = [number for number in range(len(needed)) if number != wide]
        fair = shares([needed[one] for one in others], width - kept)
        given[wide] = min(needed[wide], width - sum(fair))
        for number, one in zip(others, fair, strict=True):
            given[number] = one
        return given
    left, waiting = width, len(needed)
    for number in sorted(range(len(needed)), key=lambda one: needed[one]):
        given[number] = min(needed[number], max(left, 0) // waiting)
        left -= given[number]
        waiting -= 1
    return given


def share_out(table: QTableView, wide: int, *, fewest: int = 1, first: int = 0) -> None:
    """Fit the columns into the table. wide: takes what is left over; negative: nobody does.

    fewest: so many columns from the first stay; of the others, the last go where there is no room for words.
    first: so many letters of the wide one, as far as it has them, come before all that stands after it.
    """
    header, width = table.horizontalHeader(), table.viewport().width()
    _be_bold(header)
    header.setResizeContentsPrecision(LOOKED_AT)
    count = header.count()
    needed = [max(table.sizeHintForColumn(one), header.sectionSizeHint(one)) + ROOM for one in range(count)]
    letters = table.fontMetrics().averageCharWidth() * FEWEST_LETTERS + 2 * ROOM
    least = [min(need, letters) for need in needed]
    shown = count
    while shown > fewest and any(
        given < need for given, need in zip(shares(needed[:shown], width, wide), least, strict=False)
    ):
        shown -= 1
    lead = min(needed[wide], table.fontMetrics().averageCharWidth() * first) if first else 0
    while shown > max(fewest, wide + 1) and width - sum(needed[:wide]) - sum(needed[wide + 1 : shown]) < lead:
        shown -= 1
    given = shares(needed[:shown], width, wide)
    if 0 <= wide < shown:
        given[wide] += max(width - sum(given), 0)
    for one in range(count):
        table.setColumnHidden(one, one >= shown)
        header.setSectionResizeMode(one, QHeaderView.ResizeMode.Fixed)
        if one < shown:
            table.setColumnWidth(one, max(given[one], min(needed[one], letters)))


def _be_bold(header: QHeaderView) -> None:
    """As the looks have it: by plain letters Qt would measure where a word is to be cut, and cut it without a mark."""
    if header.font().weight() != QFont.Weight.DemiBold:
        bold = QFont()  # the weight alone: everything else stays as around it
        bold.setWeight(QFont.Weight.DemiBold)
        header.setFont(bold)
