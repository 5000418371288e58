"""Notices that nobody has typed or moved the mouse for a while, sleep of the machine included."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from desktop.ui.listening import listening

LOOK_EVERY = 1000  # milliseconds
SLEPT = 60  # seconds between two looks: the machine was asleep, or somebody changed its clock
SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.InputMethod,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
    }
)


class Idle(QObject):
    """Emits `passed` once when the seconds of `limit` went by without a sign of life, or the machine was asleep.

    clock: UTC seconds. A wall clock goes on while the machine sleeps, so that a closed lid locks at waking at the
    latest, on systems too that do not say that they go to sleep.
    """

    passed = Signal()

    def __init__(self, application: QCoreApplication, clock: Callable[[], int]) -> None:
        super().__init__()
        self._application = application
        self._clock = clock
        self._limit = 0
        self._last = self._looked = self._told = clock()  # a sign of life, a look, whatever the clock told last
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def watch(self, seconds: int) -> None:
        """Begin to watch; 0 stops.

        Events are looked at only meanwhile.
        """
        self._limit = seconds
        self._last = self._looked = self._told = self._clock()
        if seconds:
            listening(self._application).to(self._hear)
            self._timer.start()
        else:
            listening(self._application).no_more(self._hear)
            self._timer.stop()

    @property
    def until(self) -> int:
        """When it passes unless there is a sign of life, UTC seconds."""
        return self._last + self._limit

    def look(self) -> None:
        """Compare the clock with the last sign of life, and with the last look."""
        now = self._clock()
        self._last += min(0, now - self._told)  # a clock that is set back puts nothing off
        self._told = now
        slept, self._looked = now - self._looked > SLEPT, now
        if self._limit and (slept or now - self._last >= self._limit):
            self.watch(0)
            self.passed.emit()

    def _hear(self, event: QEvent) -> bool:
        """Take note, let everything through."""
        if event.type() in SIGNS_OF_LIFE:
            self._last = self._told = self._clock()
        return False
