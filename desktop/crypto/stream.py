"""The payload of an age file: chunks of 64 KiB, each sealed under its number (STREAM)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from desktop.errors import Damaged

CHUNK = 64 * 1024
TAG = 16
SEALED_CHUNK = CHUNK + TAG
BATCH = 16  # chunks worked on between two calls to the system: 1 MiB


class Readable(Protocol):
    """What is asked of a stream that is read: any binary file has it; `readinto` is used where there is one."""

    def read(self, size: int = ..., /) -> bytes | None: ...
    def readline(self, size: int = ..., /) -> bytes: ...
    def seekable(self) -> bool: ...
    def seek(self, offset: int, whence: int = ..., /) -> int: ...
    def tell(self) -> int: ...


class Writable(Protocol):
    """What is asked of a stream that is written."""

    def write(self, data: bytes | bytearray | memoryview, /) -> int | None:
        """The number of bytes taken."""


class Chunks:
    """Seals and opens chunks by number; knows nothing of files."""

    def __init__(self, key: bytes) -> None:
        self._cipher = ChaCha20Poly1305(key)

    def seal(self, plain: memoryview, sealed: memoryview, first: int, *, last: bool) -> int:
        """Seal `plain` as chunks `first`, `first` + 1, …; the number of bytes put into `sealed`.

        last: the final chunk of the file is among them, and may be short; else all must be full.
        """
        count = max(1, -(-len(plain) // CHUNK))
        size = 0
        for place in range(count):
            piece = plain[place * CHUNK : (place + 1) * CHUNK]
            nonce = _nonce(first + place, last=last and place == count - 1)
            end = size + len(piece) + TAG
            self._cipher.encrypt_into(nonce, piece, None, sealed[size:end])
            size = end
        return size

    def open(self, untrusted_sealed: memoryview, plain: memoryview, number: int, *, last: bool) -> int:
        """Open one chunk into `plain`; the number of bytes put there. Damaged `age.payload`.

        When it raises, what `plain` holds is not authentic and must not be looked at.
        """
        size = len(untrusted_sealed) - TAG
        empty_but_not_alone = size == 0 and number > 0
        if size < 0 or empty_but_not_alone or (size < CHUNK and not last):
            raise Damaged("age.payload", chunk=number)
        try:
            self._cipher.decrypt_into(_nonce(number, last=last), untrusted_sealed, None, plain[:size])
        except InvalidTag:
            raise Damaged("age.payload", chunk=number) from None
        return size


def batches(stream: Readable, size: int) -> Iterator[tuple[memoryview, bool]]:
    """The stream in pieces of `size` bytes and whether it is the last one; the last may be shorter, or empty.

    Each piece is overwritten after the next one was asked for: two buffers take turns, because only
    having read further tells that a piece was the last.
    """
    current, following = memoryview(bytearray(size)), memoryview(bytearray(size))
    filled = fill(stream, current)
    while filled == size:
        ahead = fill(stream, following)
        if not ahead:
            break
        yield current, False
        current, following, filled = following, current, ahead
    yield current[:filled], True


def fill(stream: Readable, into: memoryview) -> int:
    """Read until `into` is full or the stream ends; the number of bytes read."""
    filled = 0
    while filled < len(into):
        count = _read_some(stream, into[filled:])
        if not count:
            break
        filled += count
    return filled


def write_all(stream: Writable, data: memoryview) -> None:
    """Write all of `data`, also to an unbuffered file that takes only part of it at a time."""
    while data:
        written = stream.write(data)
        if not written:
            raise BlockingIOError("the stream does not wait")
        data = data[written:]


def _read_some(stream: Readable, into: memoryview) -> int:
    readinto = getattr(stream, "readinto", None)
    count: int | None
    if readinto:
        count = readinto(into)
    elif (piece := stream.read(len(into))) is not None:
        count = len(piece)
        into[:count] = piece
    else:
        count = None
    if count is None:  # taken for the end, it would cut the file off
        raise BlockingIOError("the stream does not wait")
    return count


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + (b"\x01" if last else b"\x00")
