"""The check of the whole vault, bit by bit beside all else, whichever page one is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from desktop.errors import JiashuError
from desktop.ui.worker import Worker

if TYPE_CHECKING:
    from desktop.casework.verify import Step, Verified
    from desktop.casework.workspace import Workspace

ENOUGH = 150  # milliseconds of the vault's thread in one go; what somebody does meanwhile waits no longer


class Checking(QObject):
    """One piece is asked for when the one before is done, so that whatever a person does comes between.

    `progressed` (done, total), `found` (a `Verified`), `failed` (a JiashuError). result: of the last one, until the
    vault is locked.
    """

    progressed = Signal(object, object)
    found = Signal(object)
    failed = Signal(object)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._run = 0  # answers of one that was stopped count for nothing
        self.under_way = False
        self.result: Verified | None = None

    def begin(self) -> None:
        """From the start; what is under way already goes on."""
        if self.under_way:
            return
        from desktop.casework import verify  # no screen before a vault is open needs it

        self._run += 1
        self.under_way = True
        self.result = None
        run = self._run
        self._worker.submit(verify.begin, lambda step: self._go_on(step, run), owner=self, failed=self._fail)

    def stop(self) -> None:
        """Give it up; nothing was changed by it."""
        self._run += 1
        self.under_way = False

    def forget(self) -> None:
        """The vault is locked, or another is open."""
        self.stop()
        self.result = None

    def _go_on(self, step: Step, run: int) -> None:
        if run != self._run:
            return

        def piece(_ws: Workspace) -> tuple[int, int] | Verified:
            since = QElapsedTimer()
            since.start()
            while isinstance(told := step(), tuple) and since.elapsed() < ENOUGH:
                pass
            return told

        # It only looks: a table of a large vault takes long, and a lock waits for none.
        self._worker.submit(piece, lambda told: self._did(step, run, told), owner=self, failed=self._fail, look=True)

    def _did(self, step: Step, run: int, told: tuple[int, int] | Verified) -> None:
        if run != self._run:
            return
        if isinstance(told, tuple):
            self.progressed.emit(*told)
            self._go_on(step, run)
        else:
            self.under_way = False
            self.result = told
            self.found.emit(told)

    def _fail(self, error: JiashuError) -> None:
        if self.under_way:
            self.under_way = False
            self.failed.emit(error)
