"""The way back from a form or a table to the room of reports."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.ui.layout import quiet_button, row
from desktop.ui.place import Place
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools


class BackToReports(Speaking):
    """A quiet button above the page's title."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._button = quiet_button()
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setProperty("quiet", True)
        self._button.clicked.connect(self._go, Qt.ConnectionType.QueuedConnection)
        self.setLayout(row(self._button, None))
        tools.theme.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Where it leads."""
        self._button.setText(self.tr("All &reports"))
        self._button.setIcon(self._tools.icons.icon("back", "quiet"))

    def _go(self) -> None:
        self._tools.go(Place("reports"))
