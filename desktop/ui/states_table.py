"""A table of states that go on: a row is chosen by click or arrow keys, and opened by Enter or a double click."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem

from desktop.casework.states import OpenState
from desktop.domain.date_show import briefly
from desktop.ui.columns import share_out
from desktop.ui.plain import one_line, tooltip
from desktop.ui.record_table import read_by_rows
from desktop.ui.tools import Tools

MOST = 500  # rows; nobody goes through more in one sitting, and those that wait longest come first
_ACT = Qt.ItemDataRole.UserRole
_WIDE = 1  # the column that takes the room there is


class StatesTable(QTableWidget):
    """`opened` with the act; `chosen` when another row is the current one."""

    opened = Signal(str)
    chosen = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__(0, 5)
        self._tools = tools
        read_by_rows(self)
        self.itemDoubleClicked.connect(lambda _item: self._open())
        self.currentCellChanged.connect(lambda *_cells: self.chosen.emit())

    @property
    def act(self) -> str:
        """The one that is chosen; "" for none."""
        item = self.item(self.currentRow(), 0)
        return str(item.data(_ACT)) if item is not None else ""

    def name(self, name: str, columns: Sequence[str]) -> None:
        """What a screen reader calls it, and the columns' names."""
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(columns))

    def show_states(self, several: Sequence[OpenState]) -> None:
        """Replace all rows; who was chosen stays chosen, else whoever comes in their place."""
        before, row = self.act, self.currentRow()
        self.blockSignals(True)
        self.setRowCount(min(len(several), MOST))
        warning = QColor(self._tools.theme.colours.warning)
        for number, one in enumerate(several[:MOST]):
            cells = (one.who, one.what, briefly(one.since), briefly(one.confirmed) or "—", one.so_long)
            whole = (one.who, one.what, one.since, one.confirmed, one.lasted)
            for column, (text, told) in enumerate(zip(cells, whole, strict=True)):
                item = QTableWidgetItem(one_line(text))
                item.setData(_ACT, one.act)
                item.setToolTip(tooltip(told))
                if one.stale and column == 3:
                    item.setForeground(warning)
                self.setItem(number, column, item)
            if one.act == before:
                row = number
        self.setCurrentCell(min(max(row, 0), self.rowCount() - 1), 0)
        self.blockSignals(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        share_out(self, _WIDE)
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        share_out(self, _WIDE)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by keyboard, the first row is where one is."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.rowCount():
            self.setCurrentCell(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.act:
            self.opened.emit(self.act)
