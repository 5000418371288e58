"""An open database copied some pages at a time, while what is saved meanwhile goes into the copy too."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from desktop.errors import Damaged, Hindered, JiashuError
from desktop.vault import files, system
from desktop.vault.connection import Database


class _Stopped(Exception):
    """Raised into SQLite's loop of steps, which ends it."""


class Copying:
    """SQLite's backup API, one step at a time. It runs in a thread of its own that only ever moves while this one
    waits for it: so the connection is used by one at a time, and between two steps anything may be saved through it,
    which SQLite puts into the copy as well. (Through another connection it would begin anew after each save.)

    A connection that is closed meanwhile, by a lock or since the database was written anew, ends the copy.
    """

    def __init__(self, source: Database, path: Path) -> None:
        """path: a new file, which is removed again unless all of it was copied. It is not flushed."""
        self._source = source
        self._path = path
        self._go, self._done = threading.Semaphore(0), threading.Semaphore(0)
        self._told = (0, 0)
        self._error: JiashuError | dbapi2.Error | None = None
        self._copied = self._stopped = self._over = False
        self.whole = False
        """Whether the copy is there, with all of it."""
        self._thread = threading.Thread(target=self._run, name="copy", daemon=True)

    def slices(self) -> Iterator[tuple[int, int]]:
        """Copy some pages at each step; gives (done, total) in pages. Ends without `whole` if the connection went."""
        with files.told():
            os.close(system.open_private(self._path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        target = self._source.beside(self._path)
        try:
            target.connect_unwatched()
            self._target = target
            self._source.ends.append(self.stop)
            self._thread.start()
            while not self._step():
                yield self._told
            if self._error is not None:
                raise self._error
        finally:
            self.stop()
            if self.stop in self._source.ends:
                self._source.ends.remove(self.stop)
            if isinstance(self._error, Damaged):
                with suppress(JiashuError):  # else a page that was read for the copy would let the next save fail
                    self._source.reopen()
            target.close()
            if not self._copied:
                with suppress(Hindered):  # a stick that was pulled out; what is left of it nobody takes for a copy
                    files.remove(self._path)
        self.whole = self._copied

    def stop(self) -> None:
        """End it, wherever it is; what uses the connection next has it for itself."""
        if not self._over and self._thread.is_alive():
            self._stopped = True
            self._step()
            self._thread.join()

    def _step(self) -> bool:
        """Let it go on until it has copied some more; whether it is over."""
        if not self._over:
            self._go.release()
            self._done.acquire()
        return self._over

    def _run(self) -> None:
        self._go.acquire()
        try:
            with suppress(_Stopped):
                if not self._stopped:
                    self._source.copy_to(self._target, self._report)
                    self._copied = True
        except (JiashuError, dbapi2.Error) as error:
            self._error = error  # for the thread that waits
        finally:
            self._over = True
            self._done.release()

    def _report(self, done: int, total: int) -> None:
        self._told = (done, total)
        self._done.release()
        self._go.acquire()
        if self._stopped:
            raise _Stopped
