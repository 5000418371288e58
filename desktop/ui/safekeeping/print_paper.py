"""Printing a recovery key or a share: first what a printer keeps, then asked once more, then one page."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.choice import Choice
from desktop.ui.flow import Flow
from desktop.ui.layout import clear, column, held, primary, sheet
from desktop.ui.safekeeping.printing import Sheet, printers, send
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class PrintPaper(Speaking):
    """Hidden until `offer`. `left`: nothing more is to be printed."""

    left = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._printers: list[str] | None = None
        self._outcome: bool | None = None
        self._keeps, self._said = Told(tools, "warning"), Told(tools, "info")
        self._choice = Choice({})
        self._choices = column()
        self._not, self._look, self._print = primary(QPushButton()), QPushButton(), QPushButton()
        buttons = held(Flow(self._not, self._look, self._print, gap=8))
        self.setLayout(column(sheet(column(self._keeps, held(self._choices), self._said, buttons, gap=12))))
        self._not.clicked.connect(self.put_away)
        self._look.clicked.connect(self._ask_system)
        self._print.clicked.connect(self._send)
        self.hide()
        self.retranslate()

    def offer(self, what: Sheet) -> None:
        """Say what a printer keeps; Enter pressed once more prints nothing."""
        self._sheet, self._printers, self._outcome = what, None, None
        self.retranslate()
        self.show()
        self._not.setFocus()

    def put_away(self) -> None:
        """Nothing of it stays."""
        self._sheet, self._printers = None, None
        clear(self._choices)
        self.hide()
        self.left.emit()

    def retranslate(self) -> None:
        """Every word of it."""
        self._keeps.say(
            self.tr(
                "By hand is safer. What is printed passes through the system's print queue and the printer. Both may "
                "keep it, readable, for long; a printer in a network is sent it over the network. To find printers "
                "the system may ask the network which there are."
            )
        )
        found = self._printers
        self._look.setText(self.tr("&Look for printers…"))
        self._print.setText(self.tr("&Print this page"))
        self._not.setText(self.tr("&Close") if self._outcome is not None else self.tr("Do &not print"))
        self._look.setVisible(found is None)
        self._print.setVisible(bool(found) and self._outcome is None)
        self._said.say(self._words(found))

    def _words(self, found: list[str] | None) -> str:
        if self._outcome is not None:
            return (
                self.tr("It was sent to the printer. Take the page at once. Then give it back here, as if written.")
                if self._outcome
                else self.tr("It could not be printed. Write it down by hand.")
            )
        if found is None:
            return ""
        if not found:
            return self.tr("This machine has no printer. Write it down by hand.")
        return self.tr("Stand at the printer, so that nobody else takes the page. Nothing on it says what it opens.")

    def _ask_system(self) -> None:
        self._printers = printers()
        clear(self._choices)
        self._choice = Choice({name: name for name in self._printers})
        self._choice.name(self.tr("Printer"))
        self._choices.addWidget(self._choice)
        if self._printers:
            self._choice.choose(self._printers[0])
        self.retranslate()
        self._not.setFocus()

    def _send(self) -> None:
        if self._sheet is not None and self._choice.chosen:
            self._outcome = send(self._choice.chosen, self._sheet)
            clear(self._choices)
            self.retranslate()
            self._not.setFocus()
