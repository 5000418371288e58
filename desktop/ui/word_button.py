"""A quiet button of an icon and words beside it, in the language and the looks of the moment."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QToolButton

from desktop.ui.tools import Tools


class WordButton(QToolButton):
    """Its words are set in `retranslate`, to be called at the end of building."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self.setProperty("quiet", True)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        tools.theme.changed.connect(self.retranslate)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Its words and icon."""
        raise NotImplementedError
