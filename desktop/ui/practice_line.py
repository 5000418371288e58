"""The line over every page of a practice vault: nobody in it is real, and nobody real belongs in it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame

from desktop.ui.layout import row
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking

PRACTICE = "practice"
"""The setting of a vault that says it is one, see `casework.worked_world`."""


class PracticeLine(Speaking):
    """Stands there as long as the vault is open; with the passphrase, since nothing here is to be kept from anybody."""

    def __init__(self, passphrase: str) -> None:
        super().__init__()
        self._passphrase = passphrase
        self._words = PlainLabel(wrap=True)
        frame = QFrame()
        frame.setProperty("practice", True)
        frame.setLayout(row(self._words, margin=8))
        self.setLayout(row(frame))
        self.retranslate()

    def retranslate(self) -> None:
        """What it says."""
        self._words.setText(
            self.tr(
                "For practice: all people here are invented. Record nobody real here. Its passphrase: {passphrase}"
            ).format(passphrase=self._passphrase)
        )
