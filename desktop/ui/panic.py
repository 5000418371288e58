"""The keys for somebody at the door: they count wherever the caret is, in dialogs and menus too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop.ui.listening import listening

TIMES, WITHIN = 3, 1.0
"""How often Escape is pressed, in how many seconds. One finger finds it blind, in the corner of every keyboard."""

ONE_PRESS = 0.03  # seconds; no finger is faster, and one press reaches several widgets

PANIC, LOCK, CLOSE = "panic", "lock", "close"
"""The setting for what the window does then: lock and go off the screen, or lock and end."""

_KEYS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})
_BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Panic(QObject):
    """`pressed` at Escape three times within a second, and at Ctrl+Shift+L.

    An input method that composes takes an Escape for itself, so one more is needed then; it takes none with Ctrl.
    now: seconds that only go forward.
    """

    pressed = Signal()

    def __init__(self, application: QCoreApplication, now: Callable[[], float]) -> None:
        super().__init__()
        self._application = application
        self._now = now
        self._held: int | None = None
        self._stamp, self._last = 0, 0.0
        self._presses: list[float] = []

    def watch(self) -> None:
        """Begin to look at every key of the program. Once the window is there (`Listening`)."""
        listening(self._application).to(self._hear)

    def forget(self) -> None:
        """Look no more."""
        listening(self._application).no_more(self._hear)

    def _hear(self, event: QEvent) -> bool:
        """Count; what counts reaches nobody else."""
        if isinstance(event, QKeyEvent) and event.type() in _KEYS and self._asks(event):
            self._presses.clear()
            self.pressed.emit()
            return True
        return False

    def _asks(self, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return False
        if event.type() == QEvent.Type.KeyRelease:
            self._held = None if event.key() == self._held else self._held
            return False
        chord = event.key() == Qt.Key.Key_L and event.modifiers() == _BOTH
        if not chord and event.key() != Qt.Key.Key_Escape:
            return False
        now = self._now()
        if not self._pressed_anew(event, now):
            return False
        if chord:
            return True
        self._presses = [*(one for one in self._presses if now - one <= WITHIN), now]
        return len(self._presses) >= TIMES

    def _pressed_anew(self, event: QKeyEvent, now: float) -> bool:
        """False for the same press on its way from widget to widget."""
        same = event.key() == self._held and (event.timestamp() == self._stamp or now - self._last < ONE_PRESS)
        self._held, self._stamp, self._last = event.key(), event.timestamp(), now
        return not same
