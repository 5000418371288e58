"""What Windows says to a window when its screen is locked or the machine goes to sleep."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes
    from typing import Any

    from PySide6.QtCore import QAbstractNativeEventFilter, QCoreApplication, QObject, Signal

    POWER, SUSPENDS = 0x0218, 4  # WM_POWERBROADCAST, PBT_APMSUSPEND
    SESSION = 0x02B1  # WM_WTSSESSION_CHANGE
    GONE = frozenset({2, 4, 6, 7})  # WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, …_LOCK
    ENDS = 0x0011  # WM_QUERYENDSESSION
    THIS_SESSION = 0  # NOTIFY_FOR_THIS_SESSION

    class Messages(QObject):
        """`away`: the screen is locked, somebody else's is shown, or the machine sleeps. `ending`: the session ends."""

        away = Signal()
        ending = Signal()

        def __init__(self, window: int, parent: QObject | None = None) -> None:
            """window: its handle."""
            super().__init__(parent)
            self._filter = _Filter(self)
            application = QCoreApplication.instance()
            assert application is not None
            application.installNativeEventFilter(self._filter)
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window), THIS_SESSION)

        def hold(self) -> None:
            """Windows lets nobody put sleep off; two seconds there are, which is more than a lock takes."""

        def let_go(self) -> None:
            """Nothing is held."""

    class _Filter(QAbstractNativeEventFilter):
        def __init__(self, told: Messages) -> None:
            super().__init__()
            self._told = told

        def nativeEventFilter(self, _kind: Any, message: Any) -> object:
            """Take note, let everything through."""
            said = wintypes.MSG.from_address(int(message))
            if (said.message, said.wParam) == (POWER, SUSPENDS) or (said.message == SESSION and said.wParam in GONE):
                self._told.away.emit()
            elif said.message == ENDS:
                self._told.ending.emit()
            return False, 0
