"""Keeps in sight what somebody was led to, and the caret, while a page grows around them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.ui.worker import alive


class InSight(QObject):
    """Of one scroll area."""

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._sought: QWidget | None = None
        area.verticalScrollBar().rangeChanged.connect(self._seek)

    def bring(self, widget: QWidget) -> None:
        """Scroll there, once it has its place, and again while the page grows by it or is still built above it."""
        self._scroll_to(widget)
        self._sought = widget

    def keep_caret(self) -> None:
        """A section that comes pushes nobody's caret out of sight."""
        caret, page = QApplication.focusWidget(), self._area.viewport()
        if caret is not None and page.isAncestorOf(caret) and not caret.visibleRegion().isEmpty():
            self._scroll_to(caret)

    def _seek(self) -> None:
        """The page is another length: what was sought is brought back, while the caret is there."""
        widget, caret = self._sought, QApplication.focusWidget()
        if widget is not None and alive(widget) and (widget is caret or widget.isAncestorOf(caret or self._area)):
            self._scroll_to(widget)
        else:
            self._sought = None

    def _scroll_to(self, widget: QWidget) -> None:
        QTimer.singleShot(0, widget, lambda: self._area.ensureWidgetVisible(widget))
