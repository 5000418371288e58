"""Printing a recovery key or a share: first what a printer keeps, then asked once more, then one page."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.choice import Choice
from desktop.ui.flow import Flow
from desktop.ui.layout import clear, column, held, primary, sheet
from desktop.ui.safekeeping.printing import Sheet, printers, send
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class Answer(QObject):
    """What a thread found out, told in the window's."""

    told = Signal(object)


class PrintPaper(Speaking):
    """Hidden until `offer`. `left`: nothing more is to be printed."""

    left = Signal()

    def __init__(self, tools: Tools, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._printers: list[str] | None = None
        self._outcome: bool | None = None
        self._asked: Answer | None = None
        self._then: Callable[[object], None] | None = None
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
        self._sheet, self._printers, self._outcome, self._asked = what, None, None, None
        self.retranslate()
        self.show()
        self._not.setFocus()

    def put_away(self) -> None:
        """Nothing of it stays."""
        self._sheet, self._printers, self._asked = None, None, None
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
        for button in (self._look, self._print):
            button.setEnabled(self._asked is None)
        self._said.say(self._words(found))

    def _words(self, found: list[str] | None) -> str:
        if self._asked is not None:
            return self.tr("The system is being asked…")
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

    def _ask(self, what: Callable[[], object], done: Callable[[object], None]) -> None:
        """In a thread of its own: a printer that does not answer holds up no lock."""
        answer = self._asked = Answer()
        self._then = done
        answer.told.connect(self._told, Qt.ConnectionType.QueuedConnection)  # to nobody, once this is destroyed
        Thread(target=lambda: answer.told.emit((answer, what())), daemon=True).start()
        self.retranslate()
        self._not.setFocus()

    def _told(self, told: tuple[Answer, object]) -> None:
        answer, found = told
        if self._asked is answer and self._then is not None:
            self._asked = None
            self._then(found)
            self.retranslate()

    def _ask_system(self) -> None:
        self._ask(printers, self._show)

    def _show(self, found: object) -> None:
        assert isinstance(found, list)
        self._printers = found
        clear(self._choices)
        self._choice = Choice({name: name for name in self._printers})
        self._choice.name(self.tr("Printer"))
        self._choices.addWidget(self._choice)
        if self._printers:
            self._choice.choose(self._printers[0])

    def _send(self) -> None:
        page, name = self._sheet, self._choice.chosen
        if page is not None and name:
            clear(self._choices)
            self._ask(lambda: send(name, page), self._sent)

    def _sent(self, taken: object) -> None:
        self._outcome = bool(taken)
