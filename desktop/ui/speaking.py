"""Widgets that say everything anew when the language changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget


class Speaking(QWidget):
    """A widget whose words are set in `retranslate`: once when it is built, and whenever the language changes."""

    def retranslate(self) -> None:
        """Set every word. To be called at the end of building."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
