"""Over a page whose names may no longer be shown, until the vault has answered what is shown instead."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.layout import column
from desktop.ui.plain import PlainLabel
from desktop.ui.tools import Tools


class Cover(QWidget):
    """Lies over the page without taking the caret out of it.

    While the vault is at work on something long, or has answers under way from before, these would still show names.
    """

    def __init__(self, tools: Tools, page: QWidget) -> None:
        super().__init__(page)
        self.setAutoFillBackground(True)
        told = PlainLabel(wrap=True).be(quiet=True)
        told.setText(self.tr("The program is still at work. What stands here is shown again in a moment."))
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayout(column(told, margin=16))
        page.installEventFilter(self)
        self._fit(page)
        self.show()
        self.raise_()
        tools.worker.submit(lambda _ws: None, self._lift, owner=self)  # after all that was asked by now

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the page."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._fit(watched)
        return super().eventFilter(watched, event)

    def _fit(self, page: QWidget) -> None:
        self.setGeometry(page.rect())

    def _lift(self, _none: None) -> None:
        self.hide()
        self.deleteLater()
