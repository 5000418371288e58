"""Long work with files in a thread of its own, while the vault's thread looks after it a moment at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import suppress
from typing import Generic, TypeVar

from desktop.errors import JiashuError
from desktop.vault import files

T = TypeVar("T")
Report = Callable[[int], None]
"""Told how many bytes went by; ends the work when it is not wanted any more."""

_MOMENT = 0.03
"""Seconds that others wait at most for their turn."""
_ENDING = 0.3
"""Seconds given to work that is not wanted any more: nearly always enough. A flush that takes longer ends by itself."""


class _Unwanted(Exception):
    """Raised into the work."""


class Aside(Generic[T]):
    """Work that touches no open database and holds no key: flushing a stick may take minutes, and a lock waits for
    nothing. Left early, it ends by itself at its next report.
    """

    def __init__(self, work: Callable[[Report], T]) -> None:
        self._work = work
        self._result: list[T] = []
        self._error: JiashuError | None = None
        self._bytes = 0
        self._unwanted = False
        self._ending = threading.Lock()
        self._is_over = False
        self._last: Callable[[], None] = _nothing
        self._thread = threading.Thread(target=self._run, name="aside", daemon=True)

    def slices(self) -> Generator[int, None, T]:
        """Wait a moment at each step; gives the bytes done so far, and the result in the end."""
        self._thread.start()
        try:
            while True:
                self._thread.join(_MOMENT)
                if not self._thread.is_alive():
                    break
                yield self._bytes
        finally:
            self._unwanted = True
            self._thread.join(_ENDING)
        if self._error is not None:
            raise self._error
        (result,) = self._result
        return result

    def when_over(self, last: Callable[[], None]) -> None:
        """Do this now, or once work that was left early has ended, which until then has the files to itself."""
        with self._ending:
            if self._thread.is_alive() and not self._is_over:
                self._last = last
                return
        last()

    def _run(self) -> None:
        try:
            with suppress(_Unwanted):
                self._do()
        finally:
            with self._ending:
                self._is_over = True
            self._last()

    def _do(self) -> None:
        try:
            self._result.append(self._work(self._report))
        except JiashuError as error:
            self._error = error
        except OSError as error:
            self._error = files.hindered(error)

    def _report(self, count: int) -> None:
        if self._unwanted:
            raise _Unwanted
        self._bytes += count


def _nothing() -> None:
    """Nobody waits for its end."""
