"""What others say of a record that does not count before somebody here says so too, with the way to say it."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtWidgets import QPushButton

from desktop.casework.workspace import Changes, Workspace
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held
from desktop.ui.speaking import Speaking
from desktop.ui.told import Told
from desktop.ui.tools import Tools

T = TypeVar("T")


class OthersSay(Speaking, Generic[T]):
    """Hidden where nothing waits for somebody here. nothing: what is found where that is so."""

    def __init__(self, tools: Tools, record: str, nothing: T) -> None:
        super().__init__()
        self._tools = tools
        self._record = record
        self._waits = nothing
        self._told = Told(tools, "warning")
        self._agree = QPushButton()
        self._agree.setAutoDefault(False)
        self._agree.clicked.connect(self._say_so_too)
        self.setLayout(column(self._told, held(Flow(self._agree, gap=8)), gap=8))
        self.hide()
        self.retranslate()

    def look_up(self, ws: Workspace, record: str) -> T:
        """What waits, false where nothing does."""
        raise NotImplementedError

    def repeat(self, ws: Workspace, record: str, waits: T) -> Changes:
        """Somebody here says it too."""
        raise NotImplementedError

    def words(self) -> str:
        """What is told of what waits."""
        raise NotImplementedError

    def refresh(self, changes: Changes | None) -> None:
        """What is said may have changed."""
        if changes is None or self._record in changes.records:
            self.ask()

    def retranslate(self) -> None:
        """Every word of it."""
        self._told.say(self.words() if self._waits else "")

    def ask(self) -> None:
        """Ask what waits; once the record stands there, which comes no later for it."""
        record = self._record
        if record:
            self._tools.worker.submit(lambda ws: self.look_up(ws, record), self._show, owner=self, look=True)

    def _show(self, waits: T) -> None:
        self._waits = waits
        self.retranslate()
        self.setVisible(bool(waits))

    def _say_so_too(self) -> None:
        record, waits = self._record, self._waits
        self._tools.worker.submit(lambda ws: self.repeat(ws, record, waits), lambda _done: self.ask(), owner=self)
