"""Long work of the vault's thread a moment at a time: a step is asked for when the one before is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from desktop.errors import JiashuError
from desktop.ui.job import Failed
from desktop.ui.worker import Worker

if TYPE_CHECKING:
    from desktop.casework.stepwise import Stepwise
    from desktop.casework.workspace import Progress, Workspace

T = TypeVar("T")
Told = tuple[int, int] | None


class InSteps(QObject):
    """Begins in the vault's thread, as every step and the end of it: whatever else is asked comes between."""

    def __init__(
        self,
        worker: Worker,
        begin: Callable[[Workspace], Stepwise[T]],
        done: Callable[[T], None],
        failed: Failed,
        progress: Progress,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._failed = failed
        self._progress = progress
        self._stop: Callable[[], None] | None = None
        self._cancelled = False
        worker.submit(begin, lambda steps: self._begun(steps, done), owner=self, failed=self._refused)

    def cancel(self) -> None:
        """No further step; what was begun is ended in its own thread."""
        self._cancelled = True
        stop, self._stop = self._stop, None
        if stop is not None:
            self._worker.submit(lambda _ws: stop(), owner=self._worker)

    def _begun(self, steps: Stepwise[T], done: Callable[[T], None]) -> None:
        self._stop = steps.stop
        if self._cancelled:
            self.cancel()
        else:
            self._go_on(steps, done)

    def _go_on(self, steps: Stepwise[T], done: Callable[[T], None]) -> None:
        def step(_ws: Workspace) -> Told:
            return steps.step()

        self._worker.submit(step, lambda told: self._did(steps, told, done), owner=self, failed=self._refused)

    def _did(self, steps: Stepwise[T], told: Told, done: Callable[[T], None]) -> None:
        if self._cancelled:
            return
        if told is not None:
            self._progress(*told)
            self._go_on(steps, done)
            return
        self._stop = None
        if (result := steps.done) is not None:
            done(result)

    def _refused(self, error: JiashuError) -> None:
        self._stop = None
        if not self._cancelled:
            self._failed(error)
