"""Tables that are only read: rows of plain text under named columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QTableView, QWidget

from desktop.ui.columns import LOOKED_AT, ROOM, share_out
from desktop.ui.plain import one_line, tooltip
from desktop.ui.record_table import read_by_rows

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
TIP_FROM = 12  # characters; what is shorter fits its cell
ROW_HEIGHT = 2.1  # lines of text
NARROWEST = 64  # pixels of a column
WIDEST = 320  # pixels of a column where none stretches


class Cells(QAbstractTableModel):
    """Rows as they were handed over; a cell is made visible and cut only when it is drawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headers: tuple[str, ...] = ()
        self._rows: Sequence[tuple[str, ...]] = ()
        self._icons: Sequence[QIcon] = ()

    def name(self, *headers: str) -> None:
        """What stands above the columns."""
        self.beginResetModel()
        self._headers = headers
        self.endResetModel()

    def fill(self, rows: Sequence[tuple[str, ...]], icons: Sequence[QIcon] = ()) -> None:
        """Show these rows. icons: one a row, before its first cell, or none at all."""
        self.beginResetModel()
        self._rows, self._icons = rows, icons
        self.endResetModel()

    def row(self, number: int) -> tuple[str, ...]:
        """One row as it was handed over."""
        return self._rows[number]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """As many as have names."""
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The cell's text on one line; the whole of a long one in the tooltip."""
        cells = self._rows[index.row()]
        text = cells[index.column()] if index.column() < len(cells) else ""
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return one_line(text)
        if role == Qt.ItemDataRole.ToolTipRole and len(text) > TIP_FROM:
            return tooltip(text)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and self._icons:
            return self._icons[index.row()]
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The column's name, at the side the words begin."""
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(self._headers[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._headers[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None


class CellsView(QTableView):
    """A table one walks through by whole rows. wide: the column that takes the room that is left."""

    def __init__(self, wide: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells = Cells(self)
        self.setModel(self.cells)
        self._wide = wide
        read_by_rows(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # no column of it ever goes
        self.horizontalHeader().setMinimumSectionSize(NARROWEST)
        self._most_rows = 0
        self.cells.modelReset.connect(self._share_out)
        self._fit()

    def showing(self, most_rows: int) -> CellsView:
        """No higher than so many rows; returns itself, to be used in one expression."""
        self._most_rows = most_rows
        rows = min(self.cells.rowCount(), most_rows)
        height = self.horizontalHeader().sizeHint().height() + rows * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(height + 2 * self.frameWidth() + 4)
        return self

    def changeEvent(self, event: QEvent) -> None:
        """Rows are as high as their letters, the head as the window's looks have it."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "_most_rows"):
            self._fit()
            self._share_out()

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * ROW_HEIGHT))
        if self._most_rows:
            self.showing(self._most_rows)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        """Share the new width out."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        """Columns as wide as the rows in sight need; where that is too much, the widest give way."""
        count = self.cells.columnCount()
        if self._wide >= 0 and count > 1:
            share_out(self, self._wide, fewest=count)
            return
        header = self.horizontalHeader()
        header.setResizeContentsPrecision(LOOKED_AT)
        for column in range(count):
            needed = max(self.sizeHintForColumn(column), header.sectionSizeHint(column)) + ROOM
            self.setColumnWidth(column, min(needed, WIDEST))
        header.setStretchLastSection(count == 1)
