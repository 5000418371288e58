"""Asked once before our own card leaves without a name: what should colleagues see on it?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework import contacts
from desktop.casework.workspace import Workspace
from desktop.ui.entry import LineField
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, primary, sheet
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class OwnNameStep(Speaking):
    """`answered` once the card has a name, or was said to go without; `given_up` when nothing should leave."""

    answered = Signal()
    given_up = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._told = Told(tools, "warning")
        self._label = PlainLabel()
        self._name = LineField()
        self._label.setBuddy(self._name)
        self._use, self._without, self._back = primary(QPushButton()), QPushButton(), QPushButton()
        buttons = held(Flow(self._use, self._without, self._back, gap=8))
        self.setLayout(column(self._told, sheet(column(self._label, self._name, buttons, gap=12)), None, gap=16))
        self._name.textChanged.connect(lambda _text: self._look())
        self._name.submitted.connect(self._take)
        self._use.clicked.connect(self._take)
        self._without.clicked.connect(lambda: self._do(contacts.leave_unnamed))
        self._back.clicked.connect(self.given_up)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """The field."""
        self._name.setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._told.say(
            self.tr(
                "Your card has no name yet. Whoever gets it, by itself or with a package, sees a row of letters and "
                "digits and has to guess whose it is. You are asked this once."
            )
        )
        self._label.setText(self.tr("&Name on the card"))
        self._name.setAccessibleName(self.tr("Name on the card"))
        self._name.setPlaceholderText(self.tr("What colleagues call you; it need not be your real name"))
        self._use.setText(self.tr("&Use this name"))
        self._without.setText(self.tr("Go on &without a name"))
        self._back.setText(self.tr("&Back"))

    def _look(self) -> None:
        self._use.setEnabled(bool(self._name.text().strip()))

    def _take(self) -> None:
        name = self._name.text().strip()

        def rename(ws: Workspace) -> None:
            contacts.rename_own(ws, name)

        if name:
            self._do(rename)

    def _do(self, answer: Callable[[Workspace], None]) -> None:
        self._tools.worker.submit(answer, lambda _none: self.answered.emit(), owner=self)
