"""What others say of a file that does not count before somebody here has looked at it, with the way to say so too."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework import looked
from desktop.casework.workspace import Changes
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class LookFirst(Speaking):
    """Hidden where nothing waits for a look."""

    def __init__(self, tools: Tools, record: str) -> None:
        super().__init__()
        self._tools = tools
        self._record = record
        self._waits = ""  # the file that does
        self._told = Told(tools, "warning")
        self._agree = QPushButton()
        self._agree.clicked.connect(self._as_they_say)
        self.setLayout(column(self._told, held(Flow(self._agree, gap=8)), gap=8))
        self.hide()
        self.retranslate()

    def refresh(self, changes: Changes | None) -> None:
        """What is said of the file may have changed."""
        if changes is None or self._record in changes.records:
            self.ask()

    def retranslate(self) -> None:
        """Every word of it."""
        self._told.say(
            self.tr(
                "Others noted what can be seen or heard in this file. Somebody here has to look at it first: until "
                "then it counts as if a face or a voice may be in it, and stays here where that needs somebody's yes."
            )
            if self._waits
            else ""
        )
        self._agree.setText(self.tr("I have looked: it is as &they say"))

    def ask(self) -> None:
        """Ask whether the file waits for a look; once the record stands there, which comes no later for it."""
        record = self._record
        self._tools.worker.submit(lambda ws: looked.waits_for_look(ws, record), self._show, owner=self, look=True)

    def _show(self, waits: str) -> None:
        self._waits = waits
        self.retranslate()
        self.setVisible(bool(waits))

    def _as_they_say(self) -> None:
        record, file = self._record, self._waits
        self._tools.worker.submit(lambda ws: looked.as_they_say(ws, record, file), lambda _done: self.ask(), owner=self)
