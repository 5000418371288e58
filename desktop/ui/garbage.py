"""Looks for garbage in the window's thread alone.

Python looks for it in whichever thread it is just then. What it finds may be a dialog that was closed, and a part of a
window that is destroyed in the vault's thread takes the whole program along.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

LOOK_EVERY = 500  # milliseconds


class Garbage(QObject):
    """In place of Python's own looking, which is off while this is there; as often as Python would, by its counts."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """The oldest generation that is due, and all younger ones with it."""
        due = [
            at for at, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
        ]
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Python looks by itself again."""
        self._timer.stop()
        gc.enable()
