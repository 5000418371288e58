"""A quiet button that says a person can be mentioned, and by which keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.ui.plain import tooltip
from desktop.ui.tools import Tools
from desktop.ui.word_button import WordButton
from desktop.ui.writing.field import MentionField


class MentionButton(WordButton):
    """Pressed, it asks whom to mention in the field one writes in, or in the first one where nobody writes."""

    def __init__(self, tools: Tools, first: Callable[[], MentionField | None]) -> None:
        super().__init__(tools)
        self._tools = tools
        self._first = first
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+M does the same; the caret and what is marked stay
        self.clicked.connect(self._mention)
        self.retranslate()

    def _mention(self) -> None:
        focused = QApplication.focusWidget()
        field = focused if isinstance(focused, MentionField) else self._first()
        if field is not None:
            field.setFocus()
            field.mention()

    def retranslate(self) -> None:
        """Its words, icon and keys."""
        self.setText(self.tr("Mention a person"))
        self.setToolTip(tooltip(self.tr("Ctrl+M puts somebody into the text, or lets the marked words stand for them")))
        self.setIcon(self._tools.icons.icon("mention", "quiet"))
