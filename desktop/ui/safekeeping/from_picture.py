"""A recovery key or a share taken from a picture of its QR code."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework import recovery_shares
from desktop.casework.stops import Stops
from desktop.ui.files import choose_file
from desktop.ui.tools import Tools


class FromPicture(QPushButton):
    """`found`: what the code says. `refused`: why there is none (a JiashuError). Works while no vault is open too."""

    found = Signal(str)
    refused = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self.setAutoDefault(False)
        self.clicked.connect(lambda: choose_file(self, self.tr("Picture of the code"), self.read))
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def read(self, picture: Path) -> None:
        """Have the picture decoded by the process that holds no key."""

        def read(stops: Stops) -> str:
            from desktop.ui.exchange.qr_reader import read_codes  # decoding is not needed before a picture is chosen

            return recovery_shares.from_codes(read_codes([picture], lambda _done, _total: None, stops))

        self.setEnabled(False)
        self._tools.worker.aside(read, self._found, owner=self, failed=self._refused)

    def _found(self, text: str) -> None:
        self.setEnabled(True)
        self.found.emit(text)

    def _refused(self, error: object) -> None:
        self.setEnabled(True)
        self.refused.emit(error)

    def _say(self) -> None:
        self.setText(self.tr("From a picture…"))
