"""What is noted in the panel while an account is written: in the interview it belongs to, which is made when needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.casework import support
from desktop.casework.support import Noted, NotedDown
from desktop.casework.workspace import JSON, Workspace
from desktop.ui.support_panel import SupportPanel
from desktop.ui.tools import Tools


class SupportNotes(QObject):
    """interview: the one an account belongs to, "" while there is none. given: what is known of a new one.

    made: told of a new one. stopped: what else happens when telling ends early.
    """

    def __init__(
        self,
        tools: Tools,
        page: QWidget,
        panel: SupportPanel,
        *,
        interview: Callable[[], str],
        given: Callable[[], Mapping[str, JSON]],
        made: Callable[[str], None],
        stopped: Callable[[], None],
    ) -> None:
        super().__init__(page)
        self._tools = tools
        self._panel = panel
        self._interview = interview
        self._given = given
        self._made = made
        self._stopped = stopped
        self._waiting: list[Noted] = []
        self._at_work = False
        panel.listen_on(page)
        panel.noted.connect(self._note)

    def _note(self, noted: Noted) -> None:
        """One after the other: the first may make the interview the next stands in."""
        self._waiting.append(noted)
        self._go_on()

    def _go_on(self) -> None:
        if self._at_work or not self._waiting:
            return
        self._at_work = True
        noted, interview = self._waiting.pop(0), self._interview() or None
        given, follow_up = dict(self._given()), self._panel.follow_up

        def note(ws: Workspace) -> NotedDown:
            return support.note(ws, interview, noted, given=given, follow_up=follow_up)

        def kept(down: NotedDown) -> None:
            self._at_work = False
            if interview is None:
                self._made(down.interview)
            self._panel.say_kept()
            if noted.stopped:
                self._stopped()
            self._go_on()

        def failed(error: Exception) -> None:
            self._at_work = False
            self._tools.worker.failed.emit(error)

        self._tools.worker.submit(note, kept, owner=self, failed=failed)
