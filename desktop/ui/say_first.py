"""What others say of somebody, or of a name, that does not count before somebody here says so too, with the way to."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework import said_elsewhere
from desktop.casework.workspace import Changes
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class SayFirst(Speaking):
    """Hidden where nothing waits for somebody here."""

    def __init__(self, tools: Tools, record: str | None) -> None:
        super().__init__()
        self._tools = tools
        self._record = record or ""
        self._waits: tuple[str, ...] = ()
        self._told = Told(tools, "warning")
        self._agree = QPushButton()
        self._agree.setAutoDefault(False)
        self._agree.clicked.connect(self._say_so_too)
        self.setLayout(column(self._told, held(Flow(self._agree, gap=8)), gap=8))
        self.hide()
        self.retranslate()

    def refresh(self, changes: Changes | None) -> None:
        """What is said may have changed."""
        if changes is None or self._record in changes.records:
            self.ask()

    def retranslate(self) -> None:
        """Every word of it."""
        self._told.say(self._words())
        self._agree.setText(self.tr("I know it is true: sa&y so too"))

    def _words(self) -> str:
        if "type" in self._waits:
            return self.tr(
                "Others say that this name is a pseudonym for the case. Until somebody here says so too, it counts as "
                "a real name and does not go to anybody outside our team."
            )
        if len(self._waits) > 1:
            return self.tr(
                "Others say that this person acts for the State and is publicly known. Until somebody here says so "
                "too, their name does not go to anybody outside our team, and what is about them goes there only with "
                "their consent."
            )
        if "official" in self._waits:
            return self.tr(
                "Others say that this person acts for the State. Until somebody here says so too, their name does not "
                "go to anybody outside our team, and what is about them goes there only with their consent."
            )
        if "publicly_known" in self._waits:
            return self.tr(
                "Others say that this person is publicly known. Until somebody here says so too, their name does not "
                "go to anybody outside our team."
            )
        return ""

    def ask(self) -> None:
        """Ask what others say that waits; once the record stands there, which comes no later for it."""
        record = self._record
        if record:
            self._tools.worker.submit(
                lambda ws: said_elsewhere.said_elsewhere(ws, record), self._show, owner=self, look=True
            )

    def _show(self, waits: tuple[str, ...]) -> None:
        self._waits = waits
        self.retranslate()
        self.setVisible(bool(waits))

    def _say_so_too(self) -> None:
        record = self._record
        self._tools.worker.submit(
            lambda ws: said_elsewhere.say_so_too(ws, record), lambda _done: self.ask(), owner=self
        )
