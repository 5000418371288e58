"""Being told by the system to end."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier


class Termination(QObject):
    """Calls back in the window's thread when the system asks the program to end (SIGTERM, SIGINT, SIGHUP).

    Python runs signal handlers between two of its own instructions, and Qt's loop may sleep for long: a pipe
    written by the interpreter itself wakes it. On Windows the system closes the window instead.
    """

    def __init__(self, asked: Callable[[], None]) -> None:
        super().__init__()
        self._asked = asked
        self._read = self._write = -1
        if sys.platform == "win32":
            return
        self._read, self._write = os.pipe()
        for end in (self._read, self._write):
            os.set_blocking(end, False)
        self._before_wakeup = signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _noted) for number in _numbers()}
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _woken(self) -> None:
        os.read(self._read, 64)
        self._asked()

    def forget(self) -> None:
        """Leave the signals as they were found."""
        if sys.platform == "win32":
            return
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._before_wakeup)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        os.close(self._read)
        os.close(self._write)


def _numbers() -> tuple[signal.Signals, ...]:
    if sys.platform == "win32":
        return ()
    return (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def _noted(_number: int, _frame: FrameType | None) -> None:
    """The byte in the pipe says it all."""
