"""The way back, at the top of a page one is led to from another."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.ui.layout import quiet_button, row
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools


class BackLine(Speaking):
    """One quiet button at the left; it leads to where one was before."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._back = quiet_button()
        self._back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._back.setProperty("quiet", True)
        self._back.clicked.connect(self._go, Qt.ConnectionType.QueuedConnection)
        self.setLayout(row(self._back, None))
        tools.theme.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Its words."""
        self._back.setText(self.tr("&Back"))
        self._back.setToolTip(self.tr("Alt+Left"))
        self._draw()

    def _draw(self) -> None:
        self._back.setIcon(self._tools.icons.icon("back", "quiet"))

    def _go(self) -> None:
        self._tools.back()
