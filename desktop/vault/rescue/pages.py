"""Pages of a damaged database, each by itself: from its file and from its log of writes, opened for reading alone."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from desktop.crypto.page_cipher import PAGE, PageCipher
from desktop.errors import JiashuError
from desktop.vault import files, system
from desktop.vault.connection import Key
from desktop.vault.database_file import log_of

_LOG_HEADER = 32
_FRAME_HEADER = 24
_FRAME = _FRAME_HEADER + PAGE
_KEPT = 256  # pages held at once
_TRIED = 64  # pages


class Pages:
    """Each page as it was last written, or as it was before that where the last writing cannot be read.

    Nothing is asked of the b-trees above a page, so that whatever else is broken does not matter. damaged: numbers of
    pages no writing of which verifies; older: of those that were read as they were before.
    """

    def __init__(self, path: Path, key: Key) -> None:
        """path: of the database; it may be cut off, begin with nonsense, or not be there at all."""
        self.path = path
        self.damaged: set[int] = set()
        self.older: set[int] = set()
        self._cipher = PageCipher(*key)
        self._stack = ExitStack()
        self._main, self._size = self._open(path)
        self._log, size = self._open(log_of(path))
        self._frames, grown = _frames(self._log, size)
        self.count = max(-(-self._size // PAGE), grown)
        self.page = lru_cache(_KEPT)(self._page)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.page.cache_clear()
        self._stack.close()

    def every(self) -> Iterator[tuple[int, bytes]]:
        """Each page that verifies, with its number; those that are as they were before come last."""
        for number in range(1, self.count + 1):
            found = self.page(number)
            if found is not None and number not in self.older:
                yield number, found
        for number in sorted(self.older):
            found = self.page(number)
            if found is not None:
                yield number, found

    def _page(self, number: int) -> bytes | None:
        """What SQLite has of a page; None when no writing of it verifies."""
        for attempt, untrusted in enumerate(self._writings(number)):
            found = self._cipher.open(number, untrusted)
            if found is not None:
                if attempt:
                    self.older.add(number)
                return found
        self.damaged.add(number)
        return None

    def _writings(self, number: int) -> Iterator[bytes]:
        """The latest first."""
        for offset in reversed(self._frames.get(number, ())):
            yield self._read(self._log, offset)
        if (number - 1) * PAGE < self._size:
            yield self._read(self._main, (number - 1) * PAGE)

    def _read(self, file: BinaryIO | None, offset: int) -> bytes:
        if file is None:
            return b""
        try:
            file.seek(offset)
            return file.read(PAGE)
        except OSError:
            return b""  # a disk that cannot read this piece may still read the next

    def _open(self, path: Path) -> tuple[BinaryIO | None, int]:
        try:
            files.check_regular(path)
            file = self._stack.enter_context(os.fdopen(system.open_private(path, os.O_RDONLY), "rb", buffering=0))
            return file, os.fstat(file.fileno()).st_size
        except (OSError, JiashuError):  # whatever is the matter with it, it has no page for us
            return None, 0


def _frames(log: BinaryIO | None, size: int) -> tuple[Mapping[int, list[int]], int]:
    """Where the log of writes has each page, the latest last; and how many pages the database has by it.

    Its checksums are not asked, since a page has its own; its two salts are, which tell this log's frames from those
    of one before. Frames behind the last commit were never promised to anybody.
    """
    found: dict[int, list[int]] = {}
    if log is None or size < _LOG_HEADER + _FRAME:
        return found, 0
    salts = _salts(log)
    told: list[tuple[int, int]] = []
    grown = committed = 0
    for offset in range(_LOG_HEADER, size - _FRAME + 1, _FRAME):
        try:
            log.seek(offset)
            number, pages, salt = struct.unpack(">II8s", log.read(16))
        except (OSError, struct.error):
            continue
        if salt != salts:
            continue
        told.append((number, offset + _FRAME_HEADER))
        if pages:
            grown, committed = pages, len(told)
    for number, offset in told[:committed]:
        found.setdefault(number, []).append(offset)
    return found, grown


def _salts(log: BinaryIO) -> bytes:
    """The two salts of a log of writes; where its header does not sum up, those of its first frame."""
    try:
        header = log.read(_LOG_HEADER)
        first = log.read(_FRAME_HEADER)
    except OSError:
        return b""
    order = ">" if header[3:4] == b"\x83" else "<"
    one = two = 0
    for left, right in struct.iter_unpack(f"{order}II", header[:24]):
        one = (one + left + two) & 0xFFFF_FFFF
        two = (two + right + one) & 0xFFFF_FFFF
    sound = struct.unpack(">II", header[24:]) == (one, two)
    return header[16:24] if sound else first[8:16]


def beginning(path: Path) -> bytes:
    """The salt a database begins with, or whatever stands in its place."""
    try:
        files.check_regular(path)
        with os.fdopen(system.open_private(path, os.O_RDONLY), "rb", buffering=0) as file:
            return file.read(16)
    except (OSError, JiashuError):
        return b""


def readable(path: Path, key: Key) -> int:
    """How many of the first pages of a database a key opens."""
    with Pages(path, key) as pages:
        return sum(pages.page(number) is not None for number in range(1, min(pages.count, _TRIED) + 1))
