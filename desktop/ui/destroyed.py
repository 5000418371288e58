"""While a vault is being destroyed, and afterwards: what is gone, what is left, and what nobody here can reach."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton

from desktop.casework.destroying import Left
from desktop.ui.layout import column, held, primary, row
from desktop.ui.plain import Heading
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools

STEPS = 1000


class Destroyed(Speaking):
    """`leave_wanted`: end the program. It may be ended before all is done: without keys nothing can be read."""

    leave_wanted = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._left: Left | None = None
        self._keys_gone = False
        self._title = Heading()
        self._keys = Told(tools, "done")
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._found = [Told(tools, "info") for _ in range(3)]
        self._keeps = Told(tools, "warning")
        self._end = primary(QPushButton())
        told = (self._keys, self._bar, *self._found, self._keeps)
        self.setLayout(column(self._title, *told, held(row(self._end, None)), gap=12))
        self._end.clicked.connect(self.leave_wanted)
        self.retranslate()

    def begin(self) -> None:
        """The one button."""
        self._end.setFocus()

    def report(self, done: int, total: int) -> None:
        """How far it is; the first report comes when the keys are gone."""
        self._keys_gone = True
        if total > 0:
            self._bar.setRange(0, STEPS)
            self._bar.setValue(min(done, total) * STEPS // total)
        self.retranslate()

    def end(self, left: Left) -> None:
        """All is done."""
        self._keys_gone, self._left = True, left
        self._bar.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of it."""
        left = self._left or Left(0, 0, 0, folder=False)
        self._title.setText(
            self.tr("Destroying the vault…") if self._left is None else self.tr("The vault is destroyed")
        )
        gone = self.tr("The keys are destroyed: nothing opens this vault any more.")
        self._keys.say(gone if self._keys_gone else "")
        self._bar.setAccessibleName(self.tr("Writing over the rest"))
        kept = self.tr("Files of it that the disk would not give up: {count}. Without the keys they cannot be read.")
        unwritten = self.tr(
            "Files that went without being written over, for they have another name elsewhere: {count}."
        )
        strange = self.tr("Files in the folder that are not of the vault, and were left: {count}.")
        for line, words, count in zip(
            self._found, (kept, unwritten, strange), (left.kept, left.unwritten, left.strange - left.kept), strict=True
        ):
            line.say(words.format(count=count) if count > 0 else "")
        self._keeps.say(
            self.tr("Backups and copied disks still open with their passphrase or key. See to them too, if you can.")
        )
        self._end.setText(self.tr("&End the program"))
