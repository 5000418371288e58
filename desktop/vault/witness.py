"""A second look at a database's file, to tell a disk that cannot be read from bytes that are wrong."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from desktop.vault import system

_PIECE = 1 << 20


class Witness:
    """A descriptor of the file, opened before SQLite's connection and closed after it.

    SQLite calls a page malformed that the disk did not give (its SQLITE_IOERR_CORRUPTFS). To open and close the file
    while it is connected would let go of its locks, hence a descriptor that is held all the while.
    """

    def __init__(self, path: Path, log: Path) -> None:
        """log: the write-ahead log, which SQLite does not lock."""
        self._log = log
        self._descriptor = system.open_private(path, os.O_RDONLY)

    def error(self) -> OSError | None:
        """What the system says when everything is read once; None when it can be."""
        try:
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            _read_all(self._descriptor)
            with suppress(FileNotFoundError):
                log = system.open_private(self._log, os.O_RDONLY)
                try:
                    _read_all(log)
                finally:
                    os.close(log)
        except OSError as error:
            return error
        return None

    def close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _read_all(descriptor: int) -> None:
    while os.read(descriptor, _PIECE):
        pass
