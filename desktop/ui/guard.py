"""What names somebody, held ready while names are shown, so that a field can tell at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.worker import Worker

if TYPE_CHECKING:
    from desktop.casework.guarding import Mark, Telltale, Telltales
    from desktop.casework.workspace import Changes, Workspace

PIECE = 50  # records asked for in one go: some ten milliseconds of the vault's thread
PAUSE = 15  # milliseconds between two pieces, so that whatever somebody does comes first


class Guard(QObject):
    """`changed` when something else is known from now on. It knows nothing while names are hidden or no vault is open.

    Matching is done in the window's thread, on one paragraph at a time.
    """

    changed = Signal()

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._run = 0  # answers to what was asked before names were hidden count for nothing
        self._begun = False
        self._left: list[str] = []
        self._known: dict[str, tuple[Telltale, ...]] = {}
        self._telltales: Telltales | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._go_on)

    @property
    def ready(self) -> bool:
        """Whether there is anything to look for."""
        return self._telltales is not None

    def marks(self, words: str) -> Iterator[Mark]:
        """Where in one paragraph somebody is told of."""
        return self._telltales.marks(words) if self._telltales is not None else iter(())

    def begin(self) -> None:
        """A vault is open, or names are shown or hidden from now on: ask for everything anew."""
        from desktop.casework import guarding  # no screen before a vault is open needs it

        self.forget()
        self._begun = True
        self.changed.emit()
        run = self._run

        def ask(records: tuple[str, ...]) -> None:
            if run == self._run:
                self._left = [*records, *self._left]
                self._wait()

        self._worker.submit(guarding.to_look_at, ask, owner=self, look=True)

    def refresh(self, changes: Changes) -> None:
        """Names or identities may read otherwise."""
        from desktop.casework import guarding

        if self._begun and not changes.kinds.isdisjoint(guarding.KINDS):
            self._left += changes.records
            self._wait()

    def forget(self) -> None:
        """The vault is locked, or names are hidden: nothing of them stays here."""
        self._run += 1
        self._begun = False
        self._pause.stop()
        self._left = []
        self._known = {}
        self._telltales = None

    def _wait(self) -> None:
        if self._left and not self._pause.isActive():
            self._pause.start()

    def _go_on(self) -> None:
        from desktop.casework import guarding

        asked, self._left = self._left[:PIECE], self._left[PIECE:]
        run = self._run

        def read(found: Mapping[str, tuple[Telltale, ...]]) -> None:
            if run == self._run:
                self._learn(asked, found)

        self._worker.submit(lambda ws: guarding.telltales_of(ws, asked), read, owner=self, look=True)

    def _learn(self, asked: list[str], found: Mapping[str, tuple[Telltale, ...]]) -> None:
        for record in asked:
            self._known.pop(record, None)
        self._known.update(found)
        if self._left:
            self._wait()
        else:
            self._put_together()

    def _put_together(self) -> None:
        """In the vault's thread: of ten thousand names it takes a quarter of a second."""
        from desktop.casework import guarding

        run, known = self._run, dict(self._known)

        def make(_ws: Workspace) -> Telltales | None:
            return guarding.matcher(known) if known else None

        def take(made: Telltales | None) -> None:
            if run == self._run:
                self._telltales = made
                self.changed.emit()

        self._worker.submit(make, take, owner=self, look=True)
