"""Says beneath a date that what it was counted from has another date now, and offers to count again."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.ui.layout import column, held, row
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking


class MovedDate(Speaking):
    """`again_wanted` when somebody wants it counted anew."""

    again_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel(wrap=True).be(warning=True)
        self._again = QPushButton()
        self.setLayout(column(self._words, held(row(self._again, None)), gap=4))
        self._again.clicked.connect(self.again_wanted)
        self.retranslate()

    def offer(self, again: bool) -> None:
        """Whether it can be counted again."""
        self._again.setVisible(again)

    def retranslate(self) -> None:
        """Every word of it."""
        self._words.setText(self.tr("Counted from a date that has changed since. Nothing was changed here."))
        self._again.setText(self.tr("Count again"))
