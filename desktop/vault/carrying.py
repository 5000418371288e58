"""Files carried to another disk: written beside their place, read back from the device, and only then put in place."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Protocol

from desktop.errors import Hindered
from desktop.vault import files, system
from desktop.vault.aside import Report

PAGE = 4096
MOST_PARTS = 999
_PIECE = 1 << 20


class Source(Protocol):
    """What a file is read from, again from its beginning where it turns out to be too large for the disk."""

    def read(self, size: int, /) -> bytes: ...
    def seek(self, offset: int, /) -> int: ...


@dataclass(frozen=True, slots=True)
class Carried:
    """A file that stands in place. name: below the folder, with `/`. sha256: of what was read back."""

    name: str
    size: int
    sha256: bytes


class _TooLarge(Exception):
    def __init__(self, written: int) -> None:
        super().__init__()
        self.written = written


@contextmanager
def onto_disk(needed: int = 0) -> Iterator[None]:
    """What the disk written to refuses. Hindered `copy.no_room`, `copy.not_allowed`, `copy.failed`.

    needed: bytes of room it takes in all, so that the person knows.
    """
    try:
        yield
    except OSError as error:
        raise refused(files.hindered(error, needed), needed) from None
    except Hindered as hindrance:
        if hindrance.code.startswith("disk."):
            raise refused(hindrance, needed) from None
        raise


def make_folders(path: Path, place: Path) -> None:
    """Those between a folder and a file in it; whoever gave a stick may have put links there that lead elsewhere.

    Damaged `vault.not_a_folder`.
    """
    for above in reversed([each for each in path.parents if each != place and each.is_relative_to(place)]):
        if not files.check_folder(above):
            system.make_private_folder(above)
            system.sync_folder(above.parent)


def refused(error: Hindered | Exception, needed: int) -> Hindered:
    """The same of an error that has a code already."""
    code = error.code if isinstance(error, Hindered) else ""
    if code in {"disk.full", "copy.no_room"}:
        return Hindered("copy.no_room", needed=needed)
    if code in {"disk.not_allowed", "copy.not_allowed"}:
        return Hindered("copy.not_allowed")
    return Hindered("copy.failed")


class Carrier:
    """Writes files into one folder. limit: bytes of the largest file its disk takes, if known; found out otherwise."""

    def __init__(self, folder: Path, limit: int | None, needed: int, report: Report) -> None:
        """needed: bytes of room for all of it. report: told each piece written and each read back."""
        self._folder = folder
        self._scratch = folder / files.SCRATCH
        self.limit = limit
        self.needed = needed
        self._report = report

    def carry(self, source: Source, size: int, name: str) -> list[Carried]:
        """One file to `name` below the folder, or its parts `name.001`, … where the disk takes no file so large.

        Each stands in place only when it read back as it was written. Hindered `copy.reads_wrong`, and as `onto_disk`.
        """
        if self.limit is None or size <= self.limit:
            try:
                return [self._write(source, size, name, last=True)[0]]
            except _TooLarge as told:
                self.limit = told.written // PAGE * PAGE
                if not self.limit:
                    raise Hindered("copy.no_room", needed=self.needed) from None
                source.seek(0)
        return self._in_parts(source, name)

    def content(self, content: bytes, name: str) -> list[Carried]:
        """The same for bytes at hand."""
        from io import BytesIO

        return self.carry(BytesIO(content), len(content), name)

    def _in_parts(self, source: Source, name: str) -> list[Carried]:
        assert self.limit is not None
        done: list[Carried] = []
        while True:
            if len(done) == MOST_PARTS:
                raise Hindered("copy.no_room", needed=self.needed)
            carried, ended = self._write(source, self.limit, f"{name}.{len(done) + 1:03}", last=False)
            if carried.size or not done:
                done.append(carried)
            if ended:
                return done

    def _write(self, source: Source, most: int, name: str, *, last: bool) -> tuple[Carried, bool]:
        """At most so many bytes; with `last`, all there is. Also whether the source ended."""
        hashed, written, ended = sha256(), 0, False
        with self._new() as file:
            while last or written < most:
                piece = source.read(_PIECE if last else min(_PIECE, most - written))
                if not piece:
                    ended = True
                    break
                hashed.update(piece)
                self._put(file, piece, written)
                written += len(piece)
                self._report(len(piece))
            with self._onto_disk():
                system.flush(file.fileno())
        carried = Carried(name, written, hashed.digest())
        if not written and not last:
            self._drop()
            return carried, ended
        if not same(self._scratch, carried, self._report):
            self._drop()
            raise Hindered("copy.reads_wrong")
        with self._onto_disk():
            self._place(name)
        return carried, ended

    @contextmanager
    def _new(self) -> Iterator[BinaryIO]:
        with self._onto_disk():
            self._scratch.unlink(missing_ok=True)
            descriptor = system.open_private(self._scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            with os.fdopen(descriptor, "wb", buffering=0) as file:
                yield file
        except BaseException:
            self._drop()
            raise

    def _put(self, file: BinaryIO, piece: bytes, before: int) -> None:
        left = memoryview(piece)
        try:
            while left:
                left = left[file.write(left) :]
        except OSError as error:
            if error.errno == errno.EFBIG:
                raise _TooLarge(before + len(piece) - len(left)) from None
            raise refused(files.hindered(error), self.needed) from None

    def _place(self, name: str) -> None:
        path = self._folder.joinpath(*name.split("/"))
        make_folders(path, self._folder)
        self._scratch.replace(path)
        system.sync_folder(path.parent)

    def _drop(self) -> None:
        with suppress(OSError):
            self._scratch.unlink(missing_ok=True)

    @contextmanager
    def _onto_disk(self) -> Iterator[None]:
        with onto_disk(self.needed):
            yield


def same(path: Path, carried: Carried, report: Report) -> bool:
    """Whether the device gives back what was written: its cached copy is dropped first. Hindered `copy.failed`."""
    size, digest = digest_of(path, report)
    return (size, digest) == (carried.size, carried.sha256)


def digest_of(path: Path, report: Report, *, cached: bool = False) -> tuple[int, bytes]:
    """Size and SHA-256 of a file as the device gives it, or as it was written. Hindered `copy.failed`."""
    hashed, size = sha256(), 0
    with onto_disk():
        descriptor = system.open_private(path, os.O_RDONLY)
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            if not cached:
                system.forget_cached(descriptor)
            while piece := file.read(_PIECE):
                hashed.update(piece)
                size += len(piece)
                report(len(piece))
    return size, hashed.digest()


class Joined:
    """The parts of a file, read as one; one of them is open at a time.

    differs: whether a part that was read to its end is another than expected.
    """

    def __init__(self, paths: Sequence[Path], expected: Sequence[bytes] = ()) -> None:
        """expected: SHA-256 of each part, where it is known."""
        self._paths = list(paths)
        self._expected = list(expected)
        self._next = 0
        self._hash = sha256()
        self._file: BinaryIO | None = None
        self.differs = False

    @property
    def size(self) -> int:
        """Bytes of all of them. Hindered `disk.failed`."""
        with files.told():
            return sum(path.stat().st_size for path in self._paths)

    def read(self, size: int, /) -> bytes:
        """Up to so many bytes; none at the end of the last part."""
        with files.told():
            while True:
                if self._file is None:
                    if self._next == len(self._paths):
                        return b""
                    self._file = os.fdopen(system.open_private(self._paths[self._next], os.O_RDONLY), "rb", buffering=0)
                    self._hash = sha256()
                    self._next += 1
                if piece := self._file.read(size):
                    self._hash.update(piece)
                    return piece
                if self._expected and self._hash.digest() != self._expected[self._next - 1]:
                    self.differs = True
                self.close()

    def seek(self, offset: int, /) -> int:
        """Back to the beginning."""
        assert not offset
        self.close()
        self._next = 0
        return 0

    def close(self) -> None:
        """Nothing stays open."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Joined:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
