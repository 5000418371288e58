"""Before a vault is destroyed: what goes, what cannot be reached, its name typed, and the question once more."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework import destroying
from desktop.errors import Refused
from desktop.ui.entry import LineField
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, primary, row, sheet
from desktop.ui.plain import ElidedLabel, Heading, PlainLabel, one_line
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class DestroyForm(Speaking):
    """`destroy_wanted`, after both answers. `given_up`: nothing is destroyed."""

    destroy_wanted = Signal()
    given_up = Signal()

    def __init__(self, tools: Tools, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._title = Heading()
        self._where = ElidedLabel(str(folder)).be(quiet=True)
        self._about = PlainLabel(wrap=True)
        self._keeps = Told(tools, "warning")
        self._label = PlainLabel(wrap=True)
        self._field = LineField()
        self._on, self._back = QPushButton(), QPushButton()
        self._asked = PlainLabel(wrap=True)
        self._keep, self._destroy = primary(QPushButton()), QPushButton()
        naming = column(self._label, self._field, held(row(self._on, self._back, None)))
        asking = column(self._asked, held(Flow(self._keep, self._destroy, gap=8)))
        self._naming, self._asking = held(naming), held(asking)
        self._asking.hide()
        answers = sheet(column(self._naming, self._asking))
        self.setLayout(column(self._title, self._where, self._about, self._keeps, answers, gap=12))
        self._label.setBuddy(self._field)
        self._field.textChanged.connect(self._look)
        self._field.submitted.connect(self._go_on)
        self._on.clicked.connect(self._go_on)
        self._destroy.clicked.connect(self.destroy_wanted)
        for button in (self._back, self._keep):
            button.clicked.connect(self.given_up)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """The caret goes where the name is typed."""
        self._field.setFocus()

    def retranslate(self) -> None:
        """Every word of it."""
        self._title.setText(self.tr("Destroy this vault"))
        self._about.setText(
            self.tr(
                "First its keys go, in a moment: from then on no passphrase, key file or recovery key opens it, and "
                "nobody can bring it back. Then every file of it is written over and taken away. Nobody is asked for "
                "a passphrase."
            )
        )
        self._keeps.say(
            self.tr(
                "What this cannot reach: backups, copied disks and packages handed over still open with their "
                "passphrase or key. An SSD, a memory stick, a file system that keeps versions, a synchronised folder "
                "may hold the old keys for a while. Only a destroyed disk is certain."
            )
        )
        name = destroying.called(self._folder)
        self._label.setText(self.tr("To go on, type the name of its folder: {name}").format(name=one_line(name)))
        self._field.setAccessibleName(self.tr("Name of the folder"))
        self._on.setText(self.tr("&Go on"))
        self._back.setText(self.tr("&Back"))
        self._asked.setText(self.tr("Destroy the vault now? This cannot be undone."))
        self._keep.setText(self.tr("&Keep the vault"))
        self._destroy.setText(self.tr("&Destroy it for good"))

    def _look(self) -> None:
        self._on.setEnabled(self._named())

    def _named(self) -> bool:
        try:
            destroying.check_name(self._folder, self._field.text())
        except Refused:
            return False
        return True

    def _go_on(self) -> None:
        """The caret lands on what keeps it: Enter pressed once more destroys nothing."""
        if self._named():
            self._naming.hide()
            self._asking.show()
            self._keep.setFocus()
