"""After an update of the program: lists and search of the open vault are made anew in small pieces, beside all else."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject

from desktop.casework import renewing
from desktop.casework.renewing import Step
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError
from desktop.ui.moments import number
from desktop.ui.notice import note_of
from desktop.ui.tools import Tools

WORTH_A_WORD = 1000  # milliseconds


class Renewing(QObject):
    """One piece is asked for when the one before is done, so that whatever a person does comes between.

    How far it is stands at the foot. A lock ends it; the next time it goes on from there.
    """

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._since = QElapsedTimer()
        self._under_way = False

    def begin(self) -> None:
        """Look whether there is something to do: after unlocking, and whenever the identities were opened."""
        if not self._under_way:
            self._tools.worker.submit(renewing.begin, self._begun, owner=self)

    def _begun(self, step: Step | None) -> None:
        if step is not None and not self._under_way:
            self._under_way = True
            self._since.start()
            self._go_on(step)

    def _go_on(self, step: Step) -> None:
        def piece(_ws: Workspace) -> tuple[int, int] | None:
            return step()

        self._tools.worker.submit(piece, lambda told: self._did(step, told), owner=self, failed=self._stopped)

    def _did(self, step: Step, told: tuple[int, int] | None) -> None:
        shown = self._since.elapsed() > WORTH_A_WORD
        if told is None:
            self._under_way = False
            if shown:
                self._tools.whisper(self.tr("Lists and search are up to date."))
            return
        if shown:
            done, total = (number(count, self._tools.language.code) for count in told)
            words = self.tr("Lists and search are being brought up to date: {done} of {total}")
            self._tools.whisper(words.format(done=done, total=total))
        self._go_on(step)

    def _stopped(self, error: JiashuError) -> None:
        """It could not be written, or read: that is said, and hinders nothing else."""
        self._under_way = False
        self._tools.tell(note_of(error, self._tools.language))
