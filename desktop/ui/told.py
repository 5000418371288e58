"""Sentences with a sign before them, and short lists of facts, as previews and results show them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.layout import column, row
from desktop.ui.plain import PlainLabel
from desktop.ui.tools import Tools

SIGN = 20  # pixels
SIGNS = {
    "info": ("info", "accent"),
    "done": ("check", "good"),
    "warning": ("warning", "warning"),
    "danger": ("warning", "danger"),
}


class Told(QWidget):
    """One sentence; its sign says how much it matters. kind: "info" | "done" | "warning" | "danger"."""

    def __init__(self, tools: Tools, kind: str, sentence: str = "") -> None:
        super().__init__()
        self._tools = tools
        self._kind = kind
        self._parts: tuple[PlainLabel, PlainLabel] | None = None  # sign and words, made once there is something to say
        if sentence:
            self._lay_out().setText(sentence)
        else:
            self.hide()

    def say(self, sentence: str) -> None:
        """Other words; none hide the line."""
        if sentence or self._parts is not None:
            self._lay_out().setText(sentence)
        self.setVisible(bool(sentence))

    def _lay_out(self) -> PlainLabel:
        """Have it there. Returns the label of the words."""
        if self._parts is None:
            sign, words = self._parts = PlainLabel(), PlainLabel(wrap=True)
            line = row(sign, words, gap=12)
            line.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
            line.setStretch(1, 1)
            self.setLayout(column(None, line, None))  # beside a button the sign stays beside the first words
            self._tools.theme.changed.connect(self._draw)
            self._draw()
        return self._parts[1]

    def _draw(self) -> None:
        if self._parts is not None:
            icon, tint = SIGNS[self._kind]
            size = max(SIGN, self.fontMetrics().height() + 3)
            self._parts[0].setPixmap(self._tools.icons.icon(icon, tint).pixmap(size, size))


class Facts(QWidget):
    """Names at the left, values at the right; what has no value is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, value: str) -> None:
        """One line more."""
        if not value:
            return
        line = self._grid.rowCount()
        label = PlainLabel(name).be(quiet=True)
        words = PlainLabel(value, wrap=True)
        words.setAccessibleName(f"{name}: {value}")
        self._grid.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(words, line, 1)
