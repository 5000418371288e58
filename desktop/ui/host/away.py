"""Being told by the system that nobody is at the desk any more: its screen is locked, it sleeps, the session ends."""

from __future__ import annotations

import sys
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication


class Listener(Protocol):
    """What hears one kind of system: `bus.Bus`, `messages.Messages`."""

    away: Any  # signals, of which the types know nothing
    ending: Any

    def hold(self) -> None:
        """Put sleep off."""

    def let_go(self) -> None:
        """Until now."""


class Away(QObject):
    """`away`: to be locked now. `ending`: the session ends; what listens returns once it has done what it must.

    What a system says is heard from the first vault that is opened, since nothing is to be locked before. macOS says
    nothing here but that the session ends; a sleep is noticed at waking there, by the clock (`idle.Idle`).
    """

    away = Signal()
    ending = Signal()

    def __init__(self, application: QGuiApplication) -> None:
        super().__init__()
        self._heard: Listener | None = None
        application.commitDataRequest.connect(self._ending, Qt.ConnectionType.DirectConnection)

    def hold(self, window: int) -> None:
        """A vault is open in the window of this handle: sleep has to wait until it is locked, where it can."""
        if self._heard is None:
            self._heard = _listener(window, self)
            if self._heard is not None:
                self._heard.away.connect(self.away)
                self._heard.ending.connect(self.ending)
        if self._heard is not None:
            self._heard.hold()

    def let_go(self) -> None:
        """The vault is closed."""
        if self._heard is not None:
            self._heard.let_go()

    def _ending(self, _manager: object) -> None:
        self.ending.emit()


def _listener(window: int, parent: QObject) -> Listener | None:
    if sys.platform == "win32":
        from desktop.ui.host.messages import Messages

        return Messages(window, parent)
    if sys.platform == "linux":
        try:
            from desktop.ui.host import bus
        except ImportError:  # a machine without the system's own library for it
            return None
        return bus.of_this_desktop(parent)
    return None
