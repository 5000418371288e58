"""A short table inside a page: as high as its rows, every row leads to a record."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QTableWidget, QTableWidgetItem

from desktop.ui.columns import share_out
from desktop.ui.plain import one_line, tooltip

LINK = Qt.ItemDataRole.UserRole
LETTERS_OF_TITLE = 56  # who, a day written out, and the first words


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the record it leads to ("" leads nowhere) and its cells. about: said where the mouse rests on any."""

    record: str
    kind: str
    cells: tuple[str, ...] = field(repr=False)
    about: str = field(default="", repr=False)


def read_by_rows(table: QTableView) -> None:
    """One row is chosen at a time, nothing is edited in place, and no column takes more than the room there is."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setMinimumSectionSize(1)
    header.setTextElideMode(Qt.TextElideMode.ElideRight)


class RecordTable(QTableWidget):
    """`opened` with record and kind when a row is activated.

    One column takes the room there is; where there is none left, the last columns go and the record tells the rest.
    """

    opened = Signal(str, str)

    def __init__(self, columns: int, *, wide: int = 0, titles: bool = False) -> None:
        """wide: the column that stretches. titles: it holds these, which are alike where they begin; what stands after
        them gives way before they are cut short."""
        super().__init__(0, columns)
        self._wide = wide
        self._first = LETTERS_OF_TITLE if titles else 0
        self._fitting = False
        read_by_rows(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.geometriesChanged.connect(self._fit)  # it has its letters and its looks after the table has them
        self.itemActivated.connect(self._activated)
        self.itemClicked.connect(self._activated)
        self._fit()

    def name(self, name: str, columns: Sequence[str]) -> None:
        """What a screen reader calls it, and the columns' names; without any the header is hidden."""
        self.setAccessibleName(name)
        for number, words in enumerate(columns):
            head = QTableWidgetItem(words)
            head.setToolTip(tooltip(words) if words else "")
            self.setHorizontalHeaderItem(number, head)
        self.horizontalHeader().setVisible(any(columns))
        self._fit()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace all rows."""
        self.setRowCount(len(lines))
        for number, line in enumerate(lines):
            for column, text in enumerate(line.cells):
                item = QTableWidgetItem(one_line(text))
                item.setData(LINK, (line.record, line.kind))
                item.setToolTip(tooltip(" · ".join(filter(None, (text, line.about)))))
                self.setItem(number, column, item)
        self.setCurrentCell(-1, -1)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width out."""
        super().resizeEvent(event)
        share_out(self, self._wide, first=self._first)

    def changeEvent(self, event: QEvent) -> None:
        """Rows are as high as their letters, the head as the window's looks have it."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by keyboard, the first row is where one is."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.rowCount() and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.setCurrentCell(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem() is not None:
            self._activated(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _activated(self, item: QTableWidgetItem) -> None:
        record, kind = item.data(LINK)
        if record:
            self.opened.emit(record, kind)

    def _fit(self) -> None:
        if self._fitting:
            return
        self._fitting = True
        row = self.fontMetrics().height() + 14
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader().sizeHint().height() if not self.horizontalHeader().isHidden() else 0
        self.setFixedHeight(row * self.rowCount() + header + 2 * self.frameWidth() + 2)
        if self.rowCount():
            share_out(self, self._wide, first=self._first)
        self._fitting = False
