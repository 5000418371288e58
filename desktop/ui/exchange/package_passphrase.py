"""Asking for the passphrase of a package that is sealed to nobody here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.ui.entry import PassphraseField
from desktop.ui.eye import Eye
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, primary, row, sheet
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class PackagePassphraseStep(Speaking):
    """`given` with the passphrase; `given_up` when there is none. tried: one was typed that does not open it."""

    given = Signal(str)
    given_up = Signal()

    def __init__(self, tools: Tools, *, tried: bool) -> None:
        super().__init__()
        self._tried = tried
        self._told = Told(tools, "warning")
        self._label = PlainLabel(wrap=True)
        self._field = PassphraseField()
        typed = held(row(self._field, Eye(tools.icons, self._field), gap=4))
        self._open, self._back = primary(QPushButton()), QPushButton()
        self._label.setBuddy(self._field)
        form = column(self._label, typed, held(Flow(self._open, self._back, gap=8)), gap=12)
        self.setLayout(column(self._told, sheet(form), None, gap=16))
        self._field.submitted.connect(self._give)
        self._open.clicked.connect(self._give)
        self._back.clicked.connect(self.given_up)
        self.retranslate()

    def begin(self) -> None:
        """The field."""
        self._field.setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._told.say(
            self.tr("That passphrase does not open it. Mind capital letters, spaces and the keyboard's layout.")
            if self._tried
            else self.tr(
                "The package is not sealed to you. If it was made for somebody else, nobody here can open it; if the "
                "sender told you a passphrase, type it here."
            )
        )
        self._label.setText(self.tr("&Passphrase of the package"))
        self._field.setAccessibleName(self.tr("Passphrase of the package"))
        self._open.setText(self.tr("&Open it"))
        self._back.setText(self.tr("&Back"))

    def _give(self) -> None:
        if self._field.text():
            self.given.emit(self._field.take())
