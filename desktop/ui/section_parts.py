"""What one sees of a section: the line that opens and closes it, what is told beside that, and the rows beneath."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from desktop.ui.field_row import FieldRow
from desktop.ui.layout import column, row
from desktop.ui.plain import PlainLabel

LABEL_WIDTH = 168  # pixels at the usual text size
_BESIDE = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}
_TURN = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Head(QToolButton):
    """→ opens and ← closes, as in a tree; Enter does either, as Space does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press it where that changes something."""
        key = Qt.Key(event.key())
        on = not self.isChecked() if key in _TURN else _BESIDE.get(key)
        if on is None:
            super().keyPressEvent(event)
        elif on != self.isChecked():
            self.click()


class SectionParts:
    """The line with the name, and the rows beneath it.

    What it tells and what it holds are made once there is something: most sections are closed, and of an open one
    nothing is told until it is finished.
    """

    def __init__(self, section: QWidget, *, headed: bool) -> None:
        self._headed = headed
        self.head = _Head()
        self.head.setProperty("fold", True)
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._line = row(self.head, None, gap=8)
        self._told: PlainLabel | None = None
        self._body: QWidget | None = None
        self._grid: QGridLayout | None = None
        self._on = False
        self._whole = column(self._line, gap=0)
        section.setLayout(self._whole)
        if not headed:
            self.head.hide()

    def tell(self, words: str) -> None:
        """Beside the name; "" for nothing."""
        if self._told is None and words and self._headed:
            self._told = PlainLabel().be(quiet=True)
            self._line.insertWidget(1, self._told)
        if self._told is not None:
            self._told.setText(words)

    def put(self, one: FieldRow, number: int) -> None:
        """A row, counted from the top."""
        grid = self._grid or self._lay_out()
        one.label.setContentsMargins(0, 6, 0, 0)
        one.label.setMaximumWidth(LABEL_WIDTH)
        grid.addWidget(one.label, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(one, number, 1)

    def show_rows(self, on: bool) -> None:
        """Or hide those there are."""
        self._on = on
        if self._body is not None:
            self._body.setVisible(on)

    def _lay_out(self) -> QGridLayout:
        self._body = body = QWidget()
        grid = self._grid = QGridLayout(body)
        grid.setContentsMargins(8, 0, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        if not self._on:
            body.hide()
        self._whole.addWidget(body)
        return grid
