"""A title that leads somewhere: cut to the room there is, so that no long one makes a page wider than the window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

from desktop.ui.plain import one_line, tooltip, unmnemonic

FEWEST_LETTERS = 8


class TitleButton(QToolButton):
    """The whole of it is in the tooltip, and is what a screen reader says."""

    def __init__(self) -> None:
        super().__init__()
        self._whole = ""
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def say(self, title: str) -> None:
        """Show as much of it as fits."""
        self._whole = one_line(title)
        self.setAccessibleName(self._whole)
        self.setToolTip(tooltip(self._whole))
        self._cut()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the new width."""
        super().resizeEvent(event)
        self._cut()

    def sizeHint(self) -> QSize:
        """Room for the whole."""
        return QSize(self._around() + self.fontMetrics().horizontalAdvance(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters are enough."""
        letters = self.fontMetrics().averageCharWidth() * FEWEST_LETTERS
        return QSize(min(self._around() + letters, self.sizeHint().width()), super().sizeHint().height())

    def _around(self) -> int:
        """What Qt keeps on both sides of the words."""
        return super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))

    def _cut(self) -> None:
        room = max(self.width() - self._around(), 1)
        cut = unmnemonic(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
        if cut != self.text():
            self.setText(cut)
