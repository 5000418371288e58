"""Making a practice vault: where, and what is in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework.worked_world import PASSPHRASE
from desktop.ui.layout import centred, column, held, primary, row, sheet
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.safekeeping.folder_field import FolderField
from desktop.ui.speaking import Speaking


class MakePractice(Speaking):
    """`make_wanted`: the folder (a Path). `given_up`: back to where one came from."""

    make_wanted = Signal(object)
    given_up = Signal()

    def __init__(self, proposed: Path) -> None:
        super().__init__()
        self._title = Heading()
        self._about = PlainLabel(wrap=True)
        self._never = PlainLabel(wrap=True)
        self._where = FolderField()
        self._where.put(proposed)
        self._make = primary(QPushButton())
        self._back = QPushButton()
        self._state = PlainLabel(wrap=True).be(quiet=True)
        buttons = held(row(self._make, self._back, None))
        parts = (self._title, self._about, self._never, sheet(column(self._where)), buttons, self._state)
        self.setLayout(column(centred(held(column(*parts, gap=16)), 640)))
        self._where.changed.connect(self._look)
        self._make.clicked.connect(self._ask)
        self._back.clicked.connect(self.given_up)
        self.retranslate()

    def begin(self) -> None:
        """A place is proposed: Enter makes it."""
        self._make.setFocus()

    def wait(self, waiting: bool) -> None:
        """While it is made nothing can be pressed twice."""
        for control in (self._where, self._make, self._back):
            control.setEnabled(not waiting)
        self._state.setText(self.tr("Filling it: a few seconds.") if waiting else "")

    def retranslate(self) -> None:
        """Every word of the screen."""
        self._title.setText(self.tr("Look around with invented people"))
        self._about.setText(
            self.tr(
                "A vault for practice, with three invented families in it: what was done to them, how it is known and "
                "what they agreed to. Try out everything; nothing here can do harm."
            )
        )
        self._never.setText(
            self.tr("Record nobody real in it. Anybody can open it: its passphrase is “{passphrase}”.").format(
                passphrase=PASSPHRASE
            )
        )
        self._where.say(self.tr("Folder of the practice vault"), self.tr("A new or empty folder."))
        self._make.setText(self.tr("&Make the practice vault"))
        self._back.setText(self.tr("&Back"))

    def _look(self) -> None:
        self._make.setEnabled(self._where.folder is not None)

    def _ask(self) -> None:
        self.wait(True)
        self.make_wanted.emit(self._where.folder)
