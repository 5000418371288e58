"""Why there is no answer: a short list that one key opens, goes through and, with Enter or a number, takes from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.ui.plain import unmnemonic
from desktop.ui.tools import Tools

ABSENT_KEY = Qt.Key.Key_F4
REASONS = "absent_reasons"


class ReasonMenu(QMenu):
    """F4 opens it on the first reason, F4 again goes on to the next, Enter takes it; 1, 2, 3, 4 take at once."""

    def __init__(self, tools: Tools, stands: str | None, parent: QWidget, taken: Callable[[str], None]) -> None:
        """stands: the reason given already, after which it begins."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lang = tools.language.code
        self.addAction(self.tr("There is no answer:")).setEnabled(False)
        self.reasons = []
        for number, term in enumerate(tools.vocabularies[REASONS], start=1):
            action = self.addAction(unmnemonic(term.label(lang)))
            action.setData(term.code)
            action.setShortcut(str(number))
            action.setShortcutVisibleInContextMenu(True)
            action.triggered.connect(lambda _on=False, code=term.code: taken(code))
            self.reasons.append(action)
        codes = [action.data() for action in self.reasons]
        begin = codes.index(stands) + 1 if stands in codes else 0
        self.setActiveAction(self.reasons[begin % len(codes)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key that opened it goes on; a number takes."""
        if event.key() == ABSENT_KEY:
            at = self.activeAction()
            place = self.reasons.index(at) + 1 if at in self.reasons else 0
            self.setActiveAction(self.reasons[place % len(self.reasons)])
        elif event.text().isdecimal() and 0 < int(event.text()) <= len(self.reasons):
            action = self.reasons[int(event.text()) - 1]
            self.close()
            action.trigger()
        else:
            super().keyPressEvent(event)
