"""Taking widgets off the screen and out of memory at once."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget


class Blank(QWidget):
    """Lies over a whole window at once, painted before anything else is done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAutoFillBackground(True)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.repaint()


def destroy(widget: QWidget) -> None:
    """Now, not when the event loop comes round to it. Nothing of the widget may be under way."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def close_all_but(window: QWidget) -> None:
    """What else is open goes, whatever it asks; what belongs to a page goes with the page.

    Another window of the same type is on a vault of its own, and locks that itself.
    """
    for widget in QApplication.topLevelWidgets():
        if not shiboken6.isValid(widget) or isinstance(widget, type(window)):
            continue
        if widget.parent() in (None, window):
            destroy(widget)
