"""What names somebody, held ready while names are shown, so that a field can tell at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.ui.job import Broke
from desktop.ui.worker import Worker

if TYPE_CHECKING:
    from desktop.casework.guarding import Mark, Telltale, Telltales
    from desktop.casework.workspace import Changes, Workspace
    from desktop.errors import JiashuError

PIECE = 20  # records asked for in one go: some six milliseconds of the vault's thread
PAUSE = 10  # milliseconds between two pieces, so that whatever somebody does comes first
WAIT = 60  # milliseconds, while the vault is at work for somebody
PATIENCE = 5  # times it waits so in a row at most
AT_ONCE = 100  # records whose telltales are learned anew in one go: a few milliseconds


class Guard(QObject):
    """`changed` when something else is known from now on. It knows nothing while names are hidden or no vault is open.

    What could not be read is read once more at once, and again whenever something changes; all else goes on meanwhile.

    Matching is done in the window's thread, on one paragraph at a time.
    """

    changed = Signal()

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._run = 0  # answers to what was asked before names were hidden count for nothing
        self._begun = False
        self._left: list[str] = []
        self._missed: set[str] = set()  # could not be read the last time
        self._busy = 0  # jobs under way, those that are not ours too
        self._waited = 0
        self._under_way = 0  # pieces that were asked for and are not here yet
        self._known: dict[str, tuple[Telltale, ...]] = {}
        self._telltales: Telltales | None = None
        self._making: Telltales | None = None  # what is to take its place, once it knows everything
        self._rest: list[str] = []  # known records it has still to learn
        self._news = False
        worker.busy.connect(self._note_busy)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
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
        self._look_for(guarding.to_look_at)

    def refresh(self, changes: Changes) -> None:
        """Names or identities may read otherwise."""
        from desktop.casework import guarding

        if self._begun and not changes.kinds.isdisjoint(guarding.KINDS):
            self._left += dict.fromkeys((*changes.records, *self._missed))
            self._wait()

    def forget(self) -> None:
        """The vault is locked, or names are hidden: nothing of them stays here."""
        self._run += 1
        self._begun = False
        self._pause.stop()
        self._left = []
        self._missed = set()
        self._under_way = 0
        self._known = {}
        self._telltales = self._making = None
        self._rest = []
        self._news = False

    def _look_for(self, to_look_at: Callable[[Workspace], tuple[str, ...]], *, again: bool = False) -> None:
        run = self._run

        def ask(records: tuple[str, ...]) -> None:
            if run == self._run:
                self._left = [*records, *self._left]
                self._wait()

        def miss(error: JiashuError) -> None:
            if run == self._run and not again:
                self._look_for(to_look_at, again=True)
            elif run == self._run:
                self._say(error)

        self._worker.submit(to_look_at, ask, owner=self, failed=miss, look=True)

    def _wait(self) -> None:
        if (self._left or self._making is not None or self._news) and not self._pause.isActive():
            self._pause.start(PAUSE)

    def _note_busy(self, jobs: int) -> None:
        self._busy = jobs

    def _go_on(self) -> None:
        if self._busy > self._under_way and self._waited < PATIENCE:
            self._waited += 1
            self._pause.start(WAIT)
            return
        self._waited = 0
        if self._left:
            self._ask()
        elif self._rest:
            self._learn_rest()
        elif not self._under_way:
            self._tell()

    def _ask(self) -> None:
        from desktop.casework import guarding

        asked, self._left = self._left[:PIECE], self._left[PIECE:]
        run = self._run
        self._under_way += 1

        def read(found: Mapping[str, tuple[Telltale, ...]]) -> None:
            if run == self._run:
                self._under_way -= 1
                self._missed.difference_update(asked)
                self._learn(asked, found)

        def miss(error: JiashuError) -> None:
            if run == self._run:
                self._under_way -= 1
                self._miss(asked, error)

        self._worker.submit(lambda ws: guarding.telltales_of(ws, asked), read, owner=self, failed=miss, look=True)

    def _miss(self, asked: list[str], error: JiashuError) -> None:
        """They wait for a second try behind all that is still to be read, and then for the next change."""
        fresh = [record for record in asked if record not in self._missed]
        self._left += fresh
        self._missed.update(asked)
        if not fresh:
            self._say(error)
        self._wait()

    def _say(self, error: JiashuError) -> None:
        if not isinstance(error, Broke):  # that is told by itself
            self._worker.failed.emit(error)

    def _learn(self, asked: list[str], found: Mapping[str, tuple[Telltale, ...]]) -> None:
        """What is new is added to what is known; only what is said no longer has everything learned anew."""
        from desktop.casework import guarding

        before = {record: self._known.pop(record) for record in asked if record in self._known}
        self._known.update(found)
        news = {record: said for record, said in found.items() if said != before.get(record)}
        if guarding.no_longer_said(before, found) or (news and self._telltales is None and self._making is None):
            self._making, self._rest = guarding.Telltales(), list(self._known)
        elif news:
            self._news = True
            for one in (self._telltales, self._making):
                if one is not None:
                    guarding.learn(one, news)
        self._wait()

    def _learn_rest(self) -> None:
        from desktop.casework import guarding

        some, self._rest = self._rest[:AT_ONCE], self._rest[AT_ONCE:]
        if self._making is not None:
            guarding.learn(self._making, {record: self._known.get(record, ()) for record in some})
        self._wait()

    def _tell(self) -> None:
        """All that was asked for is known."""
        if self._making is not None:
            self._telltales, self._making = self._making if self._known else None, None
        self._news = False
        self.changed.emit()
