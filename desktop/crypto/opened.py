"""Random access into a sealed file, so that a viewer can seek in it without writing it out."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from desktop.crypto import header
from desktop.crypto.recipients import Identity
from desktop.crypto.stream import CHUNK, SEALED_CHUNK, Chunks, Readable, fill
from desktop.errors import Damaged


class OpenedFile(io.RawIOBase):
    """A sealed file read as if it were open; no byte is given before its chunk is authenticated.

    The last chunk is opened first, so that a file cut off is noticed at once and `size` is true.
    A read fills the whole buffer unless the end comes first. One thread at a time.
    """

    def __init__(self, sealed: Readable, identities: Sequence[Identity]) -> None:
        """sealed: seekable, at the start of the age header; not closed with this object.

        Refused `age.no_match`; Damaged `age.header`, `age.hmac`, `age.payload`.
        """
        super().__init__()
        self._untrusted = bytearray(SEALED_CHUNK)
        self._chunk = bytearray(CHUNK)
        self._held = -1
        self._held_size = 0
        self._position = 0
        head = header.read(sealed)
        self._chunks = Chunks(head.payload_key(head.file_key(identities)))
        self._sealed = sealed
        self._start = sealed.tell()
        self._payload = sealed.seek(0, io.SEEK_END) - self._start
        self._last = max(0, -(-self._payload // SEALED_CHUNK) - 1)
        self.header_digest = head.digest()
        self._hold(self._last)
        self.size = self._last * CHUNK + self._held_size

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        self._check_open()
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._check_open()
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self.size}[whence]
        if base + offset < 0:
            raise ValueError("negative seek position")
        self._position = base + offset
        return self._position

    def readinto(self, into: Any) -> int:
        """Damaged `age.payload` when a chunk it touches is broken; then nothing has been moved or given."""
        self._check_open()
        target = memoryview(into).cast("B")
        place = self._position
        end = min(place + len(target), self.size)
        while place < end:
            number, offset = divmod(place, CHUNK)
            self._hold(number)
            count = min(end - place, self._held_size - offset)
            given = place - self._position
            target[given : given + count] = memoryview(self._chunk)[offset : offset + count]
            place += count
        given = max(0, place - self._position)
        self._position += given
        return given

    def close(self) -> None:
        """Forget the key and wipe the chunk held."""
        if not self.closed:
            self._forget()
        super().close()

    def _forget(self) -> None:
        self._chunk[:] = bytes(CHUNK)
        self._held = -1
        self.__dict__.pop("_chunks", None)  # absent when opening failed

    def _hold(self, number: int) -> None:
        """Open chunk `number` into the buffer, unless it is there already."""
        if number == self._held:
            return
        self._held = -1  # should opening fail, the buffer holds nothing to be given
        place = number * SEALED_CHUNK
        size = min(SEALED_CHUNK, self._payload - place)
        self._sealed.seek(self._start + place)
        untrusted = memoryview(self._untrusted)[:size]
        if fill(self._sealed, untrusted) != size:
            raise Damaged("age.payload", chunk=number)
        self._held_size = self._chunks.open(untrusted, memoryview(self._chunk), number, last=number == self._last)
        self._held = number

    def _check_open(self) -> None:
        if self.closed:
            raise ValueError("I/O operation on closed file")
