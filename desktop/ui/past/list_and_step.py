"""A list of what was, beside what can be done about the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QListWidget, QWidget

from desktop.ui.beside import Beside
from desktop.ui.layout import column, held, scrolling

ICON = 20  # pixels


def list_and_step(listed: QListWidget, step: QWidget) -> Beside:
    """Both laid out with room around them; a long step is scrolled."""
    listed.setIconSize(QSize(ICON, ICON))
    under = column(listed)
    listing = held(under)
    under.setContentsMargins(16, 0, 16, 16)
    beside = column(step)
    inside = held(beside)
    inside.setProperty("page", True)
    beside.setContentsMargins(24, 0, 24, 24)
    return Beside(listing, scrolling(inside))
