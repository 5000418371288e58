"""The files under an open database: whether they are still those it was opened on, and what they hold byte by byte."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from desktop.vault import system

_FIRST = 4096
"""Bytes of the first page: sealed anew with each writing of it, so that no other file has the same."""

_PIECE = 1 << 20

Marks = tuple[int, int] | None


class Underneath:
    """Looked at before each writing, for a few calls that read no disk.

    It has the database open besides SQLite, from before it until after: closing a file lets go of all locks that the
    process has on it. A sync program may put other files there. A change of its time alone is asked after: a share may
    tell of one of our own writings late.
    """

    def __init__(self, path: Path, log: Path) -> None:
        self._path = path
        self._log = log
        self._log_marks: Marks = None
        self._time, self._first = -1, b""
        self._file = system.open_private(path, os.O_RDONLY)
        self.note()

    def note(self) -> None:
        """As they are now, they are ours."""
        if self._file < 0:
            return
        self._log_marks = _marks(self._log)
        changed_at = os.fstat(self._file).st_mtime_ns
        if changed_at != self._time:
            self._time, self._first = changed_at, self.read(0, _FIRST)

    def is_ours(self) -> bool:
        """Whether nobody else changed them since the last note."""
        if self._file < 0:
            return True
        if _marks(self._path) != self._own_marks() or (self._log_marks and _marks(self._log) != self._log_marks):
            return False
        changed_at = os.fstat(self._file).st_mtime_ns
        if changed_at != self._time and self.read(0, _FIRST) != self._first:
            return False
        self._time = changed_at
        return True

    def read(self, offset: int, size: int) -> bytes:
        """What lies in the database's file."""
        if self._file < 0:
            return b""
        try:
            os.lseek(self._file, offset, os.SEEK_SET)
            return os.read(self._file, size)
        except OSError:
            return b""

    def error(self) -> OSError | None:
        """What the system says when everything is read once; None when it can be.

        SQLite calls a page malformed that the disk did not give (its SQLITE_IOERR_CORRUPTFS).
        """
        try:
            os.lseek(self._file, 0, os.SEEK_SET)
            _read_all(self._file)
            with suppress(FileNotFoundError):
                log = system.open_private(self._log, os.O_RDONLY)  # which SQLite does not lock
                try:
                    _read_all(log)
                finally:
                    os.close(log)
        except OSError as error:
            return error
        return None

    def close(self) -> None:
        """After SQLite has closed it."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def _own_marks(self) -> Marks:
        found = os.fstat(self._file)
        return found.st_dev, found.st_ino


def _read_all(descriptor: int) -> None:
    while os.read(descriptor, _PIECE):
        pass


def _marks(path: Path) -> Marks:
    """What tells one file from another; None for one that is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
