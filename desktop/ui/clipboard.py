"""Takes back from the clipboard what was copied in this window, and nothing somebody else put there later."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication


class Copied(QObject):
    """Notes whether what the clipboard holds was put there while this program was the active one."""

    def __init__(self) -> None:
        super().__init__()
        self._ours = False
        QGuiApplication.clipboard().dataChanged.connect(self._note)

    def take_back(self) -> None:
        """Empty the clipboard if what it holds is ours."""
        clipboard = QGuiApplication.clipboard()
        if self._ours or clipboard.ownsClipboard():
            clipboard.clear()
        self._ours = False

    def _note(self) -> None:
        self._ours = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
