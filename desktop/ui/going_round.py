"""F6: from the navigation to the list, from there to what is chosen in it, and round again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from desktop.ui.beside import Beside

REASON = Qt.FocusReason.ShortcutFocusReason


def go_round(navigation: QWidget, page: QWidget, by: int = 1) -> None:
    """Put the caret into the next area; by: -1 for the one before."""
    areas = [navigation, *_areas(page)]
    focused = QApplication.focusWidget()
    now = next((place for place, area in enumerate(areas) if focused is not None and _within(area, focused)), 0)
    for step in range(1, len(areas) + 1):
        wanted = _first(areas[(now + by * step) % len(areas)])
        if wanted is not None:
            wanted.setFocus(REASON)
            return


def _areas(page: QWidget) -> list[QWidget]:
    """A list and what is beside it, or the whole page."""
    splitter = page.findChild(Beside)
    if isinstance(splitter, Beside) and splitter.isVisible():
        return [part for part in (splitter.widget(0), splitter.widget(1)) if part is not None]
    return [page]


def _within(area: QWidget, widget: QWidget) -> bool:
    return area is widget or area.isAncestorOf(widget)


def _first(area: QWidget) -> QWidget | None:
    """Where the caret goes: into a list if there is one, else to the first thing that can be typed in or pressed."""
    every = [area, *area.findChildren(QWidget)]
    able = [one for one in every if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return next((one for one in able if isinstance(one, QAbstractItemView)), able[0] if able else None)
