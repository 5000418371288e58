"""Taking widgets off the screen and out of memory at once."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget


def destroy(widget: QWidget) -> None:
    """Now, not when the event loop comes round to it. Nothing of the widget may be under way."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete)


def close_all_but(window: QWidget) -> None:
    """Every other window of the program goes, whatever it asks; those that belong to a page go with the page."""
    for widget in QApplication.topLevelWidgets():
        if shiboken6.isValid(widget) and widget is not window and widget.parent() in (None, window):
            destroy(widget)
