"""Above a consent that says no to something, or not to everybody: that others have something already, and who."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.ui.layout import row
from desktop.ui.moments import number
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class HasLeftLine(Speaking):
    """There only where something went out; `wanted` when it is to be seen who has it."""

    wanted = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._count = 0
        self._told = Told(tools, "warning")
        self._who = QPushButton()
        self._who.setAutoDefault(False)
        self._who.clicked.connect(self.wanted)
        line = row(self._told, self._who, gap=12)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.retranslate()

    def say(self, count: int) -> None:
        """How many times something of theirs went out, or came."""
        self._count = count
        self.retranslate()

    def retranslate(self) -> None:
        """The sentence and the button."""
        told = self.tr(
            "Others have something of theirs already: {count}. Tell them what may no longer be done with it."
        )
        self._told.say(told.format(count=number(self._count, self._tools.language.code)) if self._count else "")
        self._who.setText(self.tr("See who has &it…"))
        self.setVisible(self._count > 0)
