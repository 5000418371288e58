"""Ends from another thread what an action waits for outside the databases."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stops:
    """One thing at a time, as an action does one thing after the other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stop: Callable[[], None] | None = None

    @contextmanager
    def by(self, stop: Callable[[], None]) -> Iterator[None]:
        """While this lasts it can be stopped so; whatever was waited for then fails in its own way."""
        with self._lock:
            self._stop = stop
        try:
            yield
        finally:
            with self._lock:
                self._stop = None

    def stop(self) -> None:
        """From any thread: end what is waited for, if anything is."""
        with self._lock:
            if self._stop is not None:
                self._stop()
