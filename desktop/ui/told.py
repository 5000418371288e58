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
        self._sign = PlainLabel()
        self._words = PlainLabel(sentence, wrap=True)
        line = row(self._sign, self._words, gap=12)
        line.setAlignment(self._sign, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        self.setLayout(column(None, line, None))  # beside a button the sign stays beside the first words
        tools.theme.changed.connect(self._draw)
        self._draw()

    def say(self, sentence: str) -> None:
        """Other words; none hide the line."""
        self._words.setText(sentence)
        self.setVisible(bool(sentence))

    def _draw(self) -> None:
        icon, tint = SIGNS[self._kind]
        size = max(SIGN, self.fontMetrics().height() + 3)
        self._sign.setPixmap(self._tools.icons.icon(icon, tint).pixmap(size, size))


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
