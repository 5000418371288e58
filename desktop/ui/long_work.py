"""Long work in sight: how far it is, and a button that stops it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from desktop.ui.layout import column, held, row
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.speaking import Speaking

STEPS = 1000  # sizes do not fit into a progress bar's numbers


class Stoppable(Protocol):
    """Work that can be stopped, in one piece or in many."""

    def cancel(self) -> None:
        """Stop it; nothing half done stays, and no answer comes."""


class LongWork(Speaking):
    """Shown in place of what started the work. `cancelled` when the person stopped it: nothing half done stays."""

    cancelled = Signal()

    def __init__(self, what: str, parent: QWidget | None = None, *, stoppable: bool = True) -> None:
        """what: one line, translated already. stoppable: else there is no button that says so."""
        super().__init__(parent)
        self._job: Stoppable | None = None
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(what)
        self._per_cent = PlainLabel().be(quiet=True)
        self._stop = QPushButton()
        self.setLayout(column(Heading(what, 2), self._bar, self._per_cent, held(row(self._stop, None)), None, gap=12))
        self._stop.clicked.connect(self._cancel)
        if not stoppable:
            self._stop.hide()
        self.retranslate()

    def follow(self, job: Stoppable) -> None:
        """The work that the button stops."""
        self._job = job
        self._stop.setFocus()

    def report(self, done: int, total: int) -> None:
        """How far it is, in whatever it counts."""
        if total <= 0:
            return
        part = min(max(done, 0), total) * STEPS // total
        self._bar.setRange(0, STEPS)
        self._bar.setValue(part)
        self._per_cent.setText(f"{part * 100 // STEPS} %")

    def retranslate(self) -> None:
        """The button's word."""
        self._stop.setText(self.tr("&Cancel"))

    def end(self) -> None:
        """The work is done, or failed."""
        self._job = None

    def stop(self) -> bool:
        """Stop the work, if it still goes on; nobody is told."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        return job is not None

    def _cancel(self) -> None:
        self.stop()
        self.cancelled.emit()
