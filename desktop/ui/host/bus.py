"""What a Linux desktop says over D-Bus when its screen is locked, it goes to sleep or ends; a bus is a Unix socket.

Whoever is on the same bus could say so too, and all that comes of it is a lock. A bus or a service that is not there
says nothing, and nothing fails.
"""

from __future__ import annotations

import os

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusObjectPath, QDBusUnixFileDescriptor

LOGIN, MANAGER = "org.freedesktop.login1", "org.freedesktop.login1.Manager"
LOGIN_PATH = "/org/freedesktop/login1"
SESSION = "org.freedesktop.login1.Session"
SAVERS = tuple(f"org.{name}.ScreenSaver" for name in ("freedesktop", "gnome", "cinnamon", "mate", "xfce"))
KDE_SAVER = "org.kde.screensaver"
HELD_BACK = "sleep:shutdown"
ANY = ""  # who says it, and of which object


class Bus(QObject):
    """`away`: the screen is locked or the machine goes to sleep. `ending`: the machine is shut down."""

    away = Signal()
    ending = Signal()

    def __init__(self, session: QDBusConnection, system: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = system
        self._held: QDBusUnixFileDescriptor | None = None
        self._wanted = False
        if session.isConnected():
            for interface in (*SAVERS, KDE_SAVER):
                self._hear(session, ANY, interface, "ActiveChanged", "screen_saver(bool)")
        if system.isConnected():
            self._hear(system, LOGIN_PATH, MANAGER, "PrepareForSleep", "sleep(bool)")
            self._hear(system, LOGIN_PATH, MANAGER, "PrepareForShutdown", "shut_down(bool)")
            self._hear_our_session()

    def hold(self) -> None:
        """From now on sleep and shutting down wait, a few seconds at most, until `let_go`: a lock comes first."""
        self._wanted = True
        if self._system.isConnected() and self._held is None:
            why = (HELD_BACK, "Jiashu", "Locks the vault first", "delay")
            self._ask("Inhibit", why, "granted(QDBusMessage)")

    def let_go(self) -> None:
        """The vault is closed."""
        self._wanted = False
        self._held = None  # closing it is what lets go

    # ------------------------------------------------------------------------------------------ what is said

    @Slot(bool)
    def screen_saver(self, on: bool) -> None:
        """The screen was locked, or is free again."""
        if on:
            self.away.emit()

    @Slot(bool)
    def sleep(self, begins: bool) -> None:
        """The machine is about to sleep, or woke."""
        if begins:
            self.away.emit()

    @Slot(bool)
    def shut_down(self, begins: bool) -> None:
        """The machine is about to be shut down."""
        if begins:
            self.ending.emit()

    @Slot()
    def session_locked(self) -> None:
        """Somebody asked for this session to be locked."""
        self.away.emit()

    @Slot(QDBusMessage)
    def granted(self, answer: QDBusMessage) -> None:
        """What holds sleep back, as long as it is kept; an error has no such thing in it."""
        held = next(iter(answer.arguments()), None)
        if isinstance(held, QDBusUnixFileDescriptor) and self._wanted:
            self._held = held

    @Slot(QDBusMessage)
    def found(self, answer: QDBusMessage) -> None:
        """Our session among those of this machine, or an error: then the locking of any of them counts."""
        path = next(iter(answer.arguments()), None)
        ours = path.path() if isinstance(path, QDBusObjectPath) else ANY
        self._hear(self._system, ours, SESSION, "Lock", "session_locked()")

    # ------------------------------------------------------------------------------------------------ asking

    def _hear_our_session(self) -> None:
        ours = os.environ.get("XDG_SESSION_ID")
        if ours:
            self._ask("GetSession", (ours,), "found(QDBusMessage)")
        else:
            self._hear(self._system, ANY, SESSION, "Lock", "session_locked()")

    def _hear(self, bus: QDBusConnection, path: str, interface: str, name: str, slot: str) -> None:
        # PySide's own description wants bytes there, and takes nothing but what SLOT gives.
        bus.connect(ANY, path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]

    def _ask(self, method: str, values: tuple[str, ...], slot: str) -> None:
        call = QDBusMessage.createMethodCall(LOGIN, LOGIN_PATH, MANAGER, method)
        call.setArguments(list(values))
        self._system.callWithCallback(call, self, SLOT(slot))  # type: ignore[call-overload]


def of_this_desktop(parent: QObject) -> Bus:
    """The buses this program was started with."""
    kinds = QDBusConnection.BusType
    session = QDBusConnection.connectToBus(kinds.SessionBus, "jiashu session")
    return Bus(session, QDBusConnection.connectToBus(kinds.SystemBus, "jiashu system"), parent)
