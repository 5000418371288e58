"""The way from an account to the interview it was told in, which is begun with what the account says already."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.casework import records
from desktop.casework.workspace import JSON, Workspace
from desktop.ui.kind_icons import kind_icon
from desktop.ui.place import Place
from desktop.ui.tools import Tools
from desktop.ui.word_button import WordButton

INTERVIEW = "interview"


class InterviewButton(WordButton):
    """Nobody has to look for the page of the case, where interviews are listed, and come back to choose it."""

    def __init__(
        self,
        tools: Tools,
        *,
        interview: Callable[[], str],
        given: Callable[[], Mapping[str, JSON]],
        made: Callable[[str], None],
    ) -> None:
        """interview: the one it belongs to, "" while there is none. given: what a new one says. made: told of it."""
        super().__init__(tools)
        self._tools = tools
        self._interview = interview
        self._given = given
        self._made = made
        self.clicked.connect(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        """Its words and icon."""
        self.setText(self.tr("How the interview went"))
        self.setIcon(kind_icon(self._tools.icons, INTERVIEW))

    def _open(self) -> None:
        if interview := self._interview():
            self._tools.go(Place("record", interview, INTERVIEW))
            return
        given = {name: value for name, value in self._given().items() if value}
        self.setEnabled(False)

        def begin(ws: Workspace) -> str:
            return records.add(ws, INTERVIEW, [given]).created[0]

        def begun(interview: str) -> None:
            self.setEnabled(True)
            self._made(interview)
            self._tools.go(Place("record", interview, INTERVIEW))

        def failed(error: Exception) -> None:
            self.setEnabled(True)
            self._tools.worker.failed.emit(error)

        self._tools.worker.submit(begin, begun, owner=self, failed=failed)
