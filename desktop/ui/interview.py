"""How long the vault stays open while nothing is touched: as set, and longer while somebody is being listened to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.ui.idle import Idle

IDLE_MINUTES, INTERVIEW_MINUTES = 5, 30
IDLE, INTERVIEW = "idle_minutes", "interview_minutes"
LEAST = 1


class Interview(QObject):
    """On from when somebody says so until they say otherwise, or the vault is locked: `changed`.

    Who listens touches no key. A lock in the middle of an account would cost the trust it is given with, and leave the
    table with a screen to type at; nobody has to choose between that and hours of an open vault.
    """

    changed = Signal()

    def __init__(self, idle: Idle) -> None:
        super().__init__()
        self._idle = idle
        self._minutes = {IDLE: IDLE_MINUTES, INTERVIEW: INTERVIEW_MINUTES}
        self._open = False
        self._on = False

    @property
    def on(self) -> bool:
        """Whether one is in progress."""
        return self._on

    @property
    def until(self) -> int:
        """When the vault is locked unless something is touched, UTC seconds."""
        return self._idle.until

    def watch(self, settings: Mapping[str, Any]) -> None:
        """A vault is open, or a setting changed."""
        self._minutes |= {name: max(LEAST, int(settings[name])) for name in self._minutes if name in settings}
        self._open = True
        self._count()

    def watch_door(self, asking: bool) -> None:
        """No vault is open; whether a form stands there in which keys are typed."""
        if not self._open:
            self._idle.watch(IDLE_MINUTES * 60 if asking else 0)

    def switch(self, on: bool) -> None:
        """It begins, or is over."""
        if self._open and on != self._on:
            self._on = on
            self._count()
            self.changed.emit()

    def lock(self) -> None:
        """No vault is open any more; the next one is opened without."""
        self._open = self._on = False
        self._idle.watch(0)

    def _count(self) -> None:
        minutes = max(self._minutes.values()) if self._on else self._minutes[IDLE]
        self._idle.watch(minutes * 60)
