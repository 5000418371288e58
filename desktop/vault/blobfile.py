"""One evidence file: taken in piece by piece, and read from memory."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from typing_extensions import Buffer

from desktop.crypto.age import OpenedFile, Sealer
from desktop.crypto.recipients import HybridRecipient, Identity
from desktop.errors import Damaged
from desktop.vault import files, system

SealedTo = Literal["vault", "compartment"]

_ZEROS = bytes(1 << 20)
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class BlobInfo:
    """name: 32 hex digits. stored: bytes of the sealed file. size, sha256 (32 bytes): of what is inside.

    header: SHA-256 of age header and nonce, which tells this very sealing from any other.
    """

    name: str
    sealed_to: SealedTo
    stored: int
    size: int
    sha256: bytes
    header: bytes


class Keeper(Protocol):
    """Who is told of files that are whole, and takes back those that never will be."""

    finished: dict[str, BlobInfo]

    def drop_incoming(self, name: str) -> None:
        """Take back a file that was not kept."""


class BlobWriter:
    """Takes a file in piece by piece. Only `commit` makes it whole; left without it, nothing stays.

    `write` and `commit` may run on another thread than the vault's: they touch no database.
    """

    def __init__(self, keeper: Keeper, name: str, sealed_to: SealedTo, path: Path, recipient: HybridRecipient) -> None:
        """Use `Blobs.incoming`."""
        self.name = name
        self._keeper = keeper
        self._sealed_to = sealed_to
        self._path = path
        self._hash = sha256()
        self._size = 0
        with files.told():
            descriptor = system.open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
            self._file: BinaryIO = os.fdopen(descriptor, "wb")
            self._sealer = Sealer(self._file, [recipient])

    def write(self, data: bytes | bytearray | memoryview) -> int:
        """Seal and write `data`. Hindered `disk.full` and the like: call `abort` then."""
        with files.told(len(data)):
            self._sealer.write(data)
        self._hash.update(data)
        self._size += len(data)
        return len(data)

    def commit(self) -> BlobInfo:
        """Fill up with zeros to a length that tells little, and make the file last.

        It is kept for good with the record that names it, when that is appended; until then a restart sweeps it away.
        """
        with files.told(self._size // 8):
            for count in _pieces(padme(self._size) - self._size):
                self._sealer.write(_ZEROS[:count])
            self._sealer.close()
            self._file.flush()
            system.flush(self._file.fileno())
            self._file.close()
            system.sync_folder(self._path.parent)
            stored = self._path.stat().st_size
        info = BlobInfo(self.name, self._sealed_to, stored, self._size, self._hash.digest(), self._sealer.header_digest)
        self._keeper.finished[self.name] = info
        return info

    def abort(self) -> None:
        """Take back what was written; on the vault's thread."""
        with suppress(OSError):  # on a full disk the last bytes cannot be flushed; they are not wanted either
            self._file.close()
        self._keeper.drop_incoming(self.name)

    def __enter__(self) -> BlobWriter:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        if self.name not in self._keeper.finished:
            self.abort()


class TellingFile(io.FileIO):
    """A sealed file on a disk that may fail while it is read. Hindered `disk.…`."""

    def readinto(self, buffer: Buffer, /) -> int:
        with files.told():
            return super().readinto(buffer)

    def readall(self) -> bytes:
        with files.told():
            return super().readall()


class BlobFile(OpenedFile):
    """A reader of what is inside, for players and viewers; closes the sealed file with itself."""

    def __init__(self, sealed: BinaryIO, identities: Sequence[Identity], size: int) -> None:
        self._file = sealed
        super().__init__(sealed, identities)
        if self.size < size:
            raise Damaged("age.payload")
        self.size = size  # behind it there are only the zeros that hide it

    def close(self) -> None:
        super().close()
        self._file.close()


def padme(length: int) -> int:
    """The Padmé length that holds `length` bytes (PURBs, Nikitin et al. 2019, section 4): at most 12 % more."""
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    mask = (1 << exponent - exponent.bit_length()) - 1
    return (length + mask) & ~mask


def digest(reader: io.RawIOBase, progress: Callable[[int], None] | None = None) -> bytes:
    """SHA-256 of all a reader gives; progress: told how many bytes each piece had."""
    hashed = sha256()
    while piece := reader.read(_PIECE):
        hashed.update(piece)
        if progress:
            progress(len(piece))
    return hashed.digest()


def _pieces(length: int) -> Iterable[int]:
    while length > 0:
        count = min(length, len(_ZEROS))
        yield count
        length -= count
