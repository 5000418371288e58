"""The keys of the open vault renewed in small pieces beside all else, on from where a lock or a kill stopped it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from desktop.casework import renewing_keys
from desktop.casework.renewing_keys import KeysLeft, Step
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError
from desktop.ui.notice import Note, note_of
from desktop.ui.place import Place
from desktop.ui.tools import Tools


class RenewingKeys(QObject):
    """One piece is asked for when the one before is done; how far it is stands at the foot. `ended` when it did."""

    ended = Signal()

    def __init__(self, tools: Tools, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._under_way = False
        self._resting = False

    def go_on(self) -> None:
        """Once it is begun, and after a rest."""
        self._resting = False
        self.begin()

    def rest(self) -> None:
        """Stop after this piece, until the next unlocking or until somebody wants it to go on."""
        self._resting = True

    def begin(self) -> None:
        """Look whether keys are being renewed: after unlocking, and when the identities were opened."""
        if not self._under_way and not self._resting:
            self._tools.worker.submit(renewing_keys.begin, self._begun, owner=self)

    def _begun(self, step: Step | None) -> None:
        if step is not None and not self._under_way:
            self._under_way = True
            self._go_on(step)

    def _go_on(self, step: Step) -> None:
        def piece(_ws: Workspace) -> tuple[int, int] | None:
            return step()

        # Like what only looks: a lock need not wait for it, since all of it is taken up again at the next unlocking.
        self._tools.worker.submit(
            piece, lambda told: self._did(step, told), owner=self, failed=self._stopped, look=True
        )

    def _did(self, step: Step, told: tuple[int, int] | None) -> None:
        if told is None:
            self._under_way = False
            self._tools.worker.submit(renewing_keys.left, self._ended, owner=self)
            return
        if self._resting:
            self._under_way = False
            self._tools.whisper(self.tr("Renewing the keys rests. It goes on after the next unlocking."))
            return
        done, total = told
        self._tools.whisper(self.tr("Keys are being renewed: {percent} %").format(percent=done * 100 // total))
        self._go_on(step)

    def _ended(self, left: KeysLeft | None) -> None:
        self.ended.emit()
        if left is not None:
            self._tools.whisper(self.tr("Keys are renewed in part. Safekeeping says what is missing."))
            return
        contacts = (self.tr("Your contact card…"), lambda: self._tools.go(Place("contacts")))
        done = self.tr("The keys are renewed.")
        safe = self.tr("Whoever kept the old ones opens what they copied then, and nothing that is in the vault today.")
        then = self.tr("Give your contact card once more to those who send you packages: it has new keys too.")
        self._tools.tell(Note("done", done, safe, then, contacts))

    def _stopped(self, error: JiashuError) -> None:
        """It could not be written, or read: that is said, and hinders nothing else."""
        self._under_way = False
        self._tools.tell(note_of(error, self._tools.language))
