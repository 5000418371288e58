"""From the wish to lock until the vault is closed and its words are gone; nothing on the way can stop it."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.clearing import Blank, close_all_but, destroy
from desktop.ui.door import Door
from desktop.ui.going_on import left_by
from desktop.ui.host.anew import Left
from desktop.ui.layout import centred
from desktop.ui.plain import PlainLabel
from desktop.ui.screens import Screens
from desktop.ui.tools import Tools

if TYPE_CHECKING:
    from desktop.casework.workspace import Workspace

PATIENCE = 30_000  # milliseconds a lock waits for what is being kept; a slow stick needs some, a broken one has no end
SESSION_WAITS = 4_000  # milliseconds; Windows ends whoever takes five seconds

Step = Callable[[], object]


class Locking(QObject):
    """Clears the screen, then interrupts what is under way, then has the vault closed: `locked`.

    renew: puts a fresh image of the program in place of this one then; it returns only if it could not. None: this one
    goes on and asks for the passphrase itself.
    """

    locked = Signal()

    def __init__(
        self, window: QWidget, door: Door, screens: Screens, tools: Tools, renew: Callable[[Left], None] | None
    ) -> None:
        super().__init__(window)
        self._window = window
        self._door = door
        self._screens = screens
        self._tools = tools
        self.renew = renew
        self._leaving = False
        self._under_way = False
        self._instead: Step | None = None
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(PATIENCE)
        self.patience.timeout.connect(self._go_on)

    def lock(self, first: Sequence[Step], instead: Step | None = None) -> None:
        """first: what is done while what was on the screen is still there, under a blank; drafts are kept so.

        instead: of asking for the passphrase. This image of the program goes on to the end of that.
        """
        if not self._door.open:
            return
        self._under_way, self._instead = True, instead
        blank = Blank(self._window)
        steps: list[Step] = [
            *first,
            partial(close_all_but, self._window),
            self._screens.show_nothing,
            partial(self._tools.worker.close, close_vault, self._closed),
            self._door.close,
            self.patience.start,
            instead or (self._say_so if self.renew is not None else self._door.shut),
            gc.collect,  # what the destroyed page held in reference circles goes now, not some time
        ]
        del first
        with ExitStack() as each_whatever_became_of_the_one_before:
            each_whatever_became_of_the_one_before.callback(destroy, blank)
            while steps:
                each_whatever_became_of_the_one_before.callback(steps.pop())

    def leave(self, lock: Callable[[], None]) -> None:
        """End the program: lock first if a vault is open."""
        self._leaving = True
        if self._door.open:
            lock()
        elif not self._under_way:
            self._end()

    def leave_at_once(self, lock: Callable[[], None]) -> None:
        """The session ends, and waits for this to return; not for long, and neither does this."""
        waiting = QEventLoop()
        if self._door.open or self._under_way:
            self.locked.connect(waiting.quit)
            QTimer.singleShot(SESSION_WAITS, waiting.quit)
            self.leave(lock)
            waiting.exec()
        else:
            self.leave(lock)

    def _say_so(self) -> None:
        """This process asks for no passphrase any more: it goes as soon as the vault is closed."""
        self._screens.show_screen(centred(PlainLabel(self.tr("Locking the vault…")).be(quiet=True)))

    def _closed(self) -> None:
        """The databases are closed, the keys overwritten, the marker written."""
        self.locked.emit()
        self._go_on()

    def _go_on(self) -> None:
        """After the lock, or after waiting for it long enough: a process that is killed now loses nothing kept."""
        if not self._under_way:
            return
        self._under_way = False
        self.patience.stop()
        if self._leaving:
            self._end()
        elif self.renew is not None and self._instead is None:
            folder = self._door.folder
            assert folder is not None  # a vault was open
            self.renew(left_by(self._window, self._tools, folder))
            self._door.shut()  # it could not be renewed: the keys at least are overwritten

    def _end(self) -> None:
        QTimer.singleShot(0, QApplication.quit)


def close_vault(ws: Workspace) -> None:
    """In the vault's thread."""
    from desktop.ui import opening

    opening.lock(ws)
