"""A table of a report: sorted by a click on its head, copied by Ctrl+C."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from desktop.casework.tables import Table, to_paste
from desktop.ui.plain import one_line, tooltip

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WIDEST = 420  # pixels of a column, at first


class TableView(QTableWidget):
    """As high as its rows, within reason; the rest scrolls. `copied` when something of it is on the clipboard."""

    copied = Signal()

    def __init__(self) -> None:
        super().__init__(0, 0)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_table(self, table: Table) -> None:
        """Take on a table, in its own order until somebody sorts it."""
        self.setSortingEnabled(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.clear()
        self.setColumnCount(len(table.columns))
        self.setRowCount(len(table.rows))
        self.setHorizontalHeaderLabels([one_line(heading) for heading in table.columns])
        for down, cells in enumerate(table.rows):
            for across, cell in enumerate(cells):
                self.setItem(down, across, _item(cell))
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        self.resizeColumnsToContents()
        for across in range(self.columnCount()):
            self.setColumnWidth(across, min(self.columnWidth(across) + 32, _WIDEST))
        self.setSortingEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is marked, cells apart by tabs, as spreadsheets take it."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """What is marked; the whole table with its head where nothing is."""
        marked = self.selectedIndexes()
        whole = not marked
        rows = range(self.rowCount()) if whole else sorted({one.row() for one in marked})
        columns = range(self.columnCount()) if whole else sorted({one.column() for one in marked})
        lines = [self._heads(columns)] if whole else []
        lines += ["\t".join(self._words(down, across) for across in columns) for down in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.copied.emit()

    def _heads(self, columns: Sequence[int]) -> str:
        heads = (self.horizontalHeaderItem(across) for across in columns)
        return "\t".join(to_paste(head.text()) if head else "" for head in heads)

    def _words(self, down: int, across: int) -> str:
        item = self.item(down, across)
        return to_paste(item.text()) if item else ""


def _item(cell: str | int) -> QTableWidgetItem:
    item = QTableWidgetItem()
    if isinstance(cell, int):
        item.setData(Qt.ItemDataRole.DisplayRole, cell)  # sorted as a number
        item.setTextAlignment(_RIGHT)
    else:
        item.setText(one_line(cell))
        item.setToolTip(tooltip(cell))
        if cell.startswith("<"):
            item.setTextAlignment(_RIGHT)
    return item
