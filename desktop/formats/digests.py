"""Streams measured on their way: how much went by, and its SHA-256."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import BinaryIO

from desktop.formats.manifest import Entry

Progress = Callable[[int, int], None]
"""Told (bytes done, bytes in all). Raising from it cancels."""

_PIECE = 1024 * 1024


class DigestWriter:
    """Hands on what is written to it, and knows its size and digest. The stream below is not closed."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._digest = sha256()
        self.size = 0

    def write(self, data: bytes | memoryview) -> int:
        """All of `data`, also to a stream that takes only part of it at a time."""
        left = memoryview(data)
        while left:
            taken = self._out.write(left)
            if not taken:
                raise BlockingIOError("the stream does not wait")
            left = left[taken:]
        self._digest.update(data)
        self.size += len(data)
        return len(data)

    def hexdigest(self) -> str:
        """SHA-256 of what went by so far."""
        return self._digest.hexdigest()


class ProgressWriter:
    """Hands on what is written to it, and tells how far it is."""

    def __init__(self, out: BinaryIO, progress: Progress, total: int) -> None:
        """out: takes all it is given."""
        self._out = out
        self._progress = progress
        self._total = total
        self._done = 0

    def write(self, data: bytes | memoryview) -> int:
        """All of `data`. Raises what `progress` raises."""
        self._out.write(data)
        self._done += len(data)
        self._progress(self._done, self._total)
        return len(data)


class Halves:
    """One progress over two passes of about the same length."""

    def __init__(self, progress: Progress | None) -> None:
        self._progress = progress

    def first(self, done: int, total: int) -> None:
        """How far the first pass is."""
        if self._progress:
            self._progress(done, 2 * total)

    def second(self, done: int, total: int) -> None:
        """How far the second pass is."""
        if self._progress:
            self._progress(total + done, 2 * total)


def digest_of(pieces: Iterable[bytes]) -> str:
    """SHA-256 in hex."""
    digest = sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


def digest_of_file(untrusted: BinaryIO, progress: Progress | None = None) -> str:
    """SHA-256 in hex of a seekable stream from its very beginning, which is where it is left again."""
    total = untrusted.seek(0, io.SEEK_END)
    untrusted.seek(0)
    digest, done = sha256(), 0
    while piece := untrusted.read(_PIECE):
        digest.update(piece)
        done += len(piece)
        if progress:
            progress(done, total)
    untrusted.seek(0)
    return digest.hexdigest()


def entry_of(name: str, data: bytes) -> Entry:
    """How the manifest tells of a member that is held in memory."""
    return Entry(name, len(data), sha256(data).hexdigest())
