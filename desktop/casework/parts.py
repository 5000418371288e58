"""A package in parts, NAME.001, NAME.002, …, for mail and small disks: written, and read as if it were one file."""

from __future__ import annotations

import bisect
import io
import itertools
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from desktop.casework.outfiles import existing_file, new_file
from desktop.errors import Damaged, Hindered, Refused

SMALLEST = 4096
"""Bytes; a part below that is no part but a slip."""
MOST = 500
"""Parts written: as many files are open until all of them are whole."""

_PART = re.compile(r"(?P<name>(?!\.\.[0-9]{3}\Z).+)\.(?P<number>[0-9]{3})", re.DOTALL)  # no file is called "."
_BEGINS = b"age-encryption.org/"
_NOT_WHOLE = ("age.header", "age.hmac", "age.payload")


@contextmanager
def new_file_or_parts(path: Path, size: int | None, *, needed: int) -> Iterator[tuple[BinaryIO, Sequence[Path]]]:
    """One file, or several where `size` says of how many bytes. needed: as `new_file`."""
    if size is None:
        with new_file(path, needed=needed) as file:
            yield file, [path]
    else:
        with new_parts(path, size) as several:
            yield several


@contextmanager
def new_parts(path: Path, size: int) -> Iterator[tuple[BinaryIO, list[Path]]]:
    """A stream that goes into files of `size` bytes, the last one shorter, and the list of these as it grows.

    They stand in place, all of them, only when the block ended without an error, the first one last. Refused
    `handoff.part_size`, `handoff.too_many_parts`, `file.exists` when a part of that name is there; else as `new_file`.
    """
    if size < SMALLEST:
        raise Refused("handoff.part_size", smallest=SMALLEST)
    if path.name in {"", ".."} or any(_numbers(path)):
        raise Refused("file.exists")
    out = _Cutting(path, size)
    try:
        with out.files:
            yield cast("BinaryIO", out), out.places
    except BaseException:
        for place in out.named:
            place.unlink(missing_ok=True)
        raise


@contextmanager
def existing_package(path: Path) -> Iterator[BinaryIO]:
    """A package somebody chose, to read; of one in parts any part, or the name they share, for the others beside it.

    Hindered `package.part_missing` when the others are not all there; Damaged `package.parts` when they are not one
    file once joined: the last is missing, or some are swapped, altered or of another package. Else as `existing_file`.
    """
    places = _places(path)
    if places is None:
        with existing_file(path) as file:
            yield file
        return
    with ExitStack() as stack:
        try:
            yield cast("BinaryIO", stack.enter_context(_Joined(places)))
        except Damaged as damage:
            alone = len(places) == 1 and damage.code == "age.header"
            if alone or damage.code not in _NOT_WHOLE:
                raise
            raise Damaged("package.parts", count=len(places)) from None


class _Cutting(io.RawIOBase):
    """Begins another file whenever one is full. places: of all of them; named: of those that stand there by now."""

    def __init__(self, path: Path, size: int) -> None:
        super().__init__()
        self.files = ExitStack()
        self.places: list[Path] = []
        self.named: list[Path] = []
        self._path = path
        self._size = size
        self._left = 0
        self._file: BinaryIO | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: bytes | bytearray | memoryview) -> int:  # type: ignore[override]
        if not self._left or self._file is None:
            self._file = self._next()
        taken = self._file.write(memoryview(data)[: self._left])
        self._left -= taken
        return taken

    def _next(self) -> BinaryIO:
        if len(self.places) == MOST:
            raise Refused("handoff.too_many_parts", most=MOST)
        self.places.append(_part(self._path, len(self.places) + 1))
        self._left = self._size
        return self.files.enter_context(self._standing(self.places[-1]))

    @contextmanager
    def _standing(self, place: Path) -> Iterator[BinaryIO]:
        with new_file(place, needed=self._size) as file:
            yield file
        self.named.append(place)


class _Joined(io.RawIOBase):
    """Several files read as one; one of them is open at a time."""

    def __init__(self, places: Sequence[Path]) -> None:
        super().__init__()
        self._places = places
        sizes = []
        for place in places:
            with existing_file(place) as file:
                sizes.append(os.fstat(file.fileno()).st_size)
        self._starts = [0, *itertools.accumulate(sizes)]
        self._position = 0
        self._stack = ExitStack()
        self._file: tuple[int, BinaryIO] | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._starts[-1]}[whence]
        self._position = max(0, base + offset)
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """As much as fits, over the edges of parts; a part that has become shorter ends it."""
        room, filled = memoryview(buffer), 0
        while filled < len(room) and self._position < self._starts[-1]:
            which = bisect.bisect_right(self._starts, self._position) - 1
            file = self._opened(which)
            file.seek(self._position - self._starts[which])
            piece = file.read(min(len(room) - filled, self._starts[which + 1] - self._position))
            if not piece:
                break
            room[filled : filled + len(piece)] = piece
            filled += len(piece)
            self._position += len(piece)
        return filled

    def close(self) -> None:
        self._stack.close()
        super().close()

    def _opened(self, which: int) -> BinaryIO:
        if self._file is None or self._file[0] != which:
            self._stack.close()
            self._file = which, self._stack.enter_context(existing_file(self._places[which]))
        return self._file[1]


def _places(path: Path) -> list[Path] | None:
    """The parts `path` belongs to, in order; None for a file that is whole."""
    part = _PART.fullmatch(path.name)
    if part is None:
        whole = os.path.lexists(path) or not any(_numbers(path))
        return None if whole else _in_order(path, _numbers(path))
    name = path.with_name(part["name"])
    numbers = {*_numbers(name), int(part["number"])}
    if numbers == {int(part["number"])} != {1} and _is_whole(path):
        return None
    return _in_order(name, numbers)


def _in_order(name: Path, numbers: set[int]) -> list[Path]:
    missing = next((number for number in range(1, max(numbers) + 1) if number not in numbers), None)
    if missing is not None:
        raise Hindered("package.part_missing", part=f"{missing:03}", count=len(numbers))
    return [_part(name, number) for number in range(1, max(numbers) + 1)]


def _numbers(name: Path) -> set[int]:
    """The numbers of the parts that are there."""
    with suppress(OSError):
        beside = (_PART.fullmatch(entry.name) for entry in os.scandir(name.parent))
        return {int(part["number"]) for part in beside if part and part["name"] == name.name and int(part["number"])}
    return set()


def _is_whole(path: Path) -> bool:
    """Whether a file that is called like a part begins as a package does."""
    with existing_file(path) as file:
        return file.read(len(_BEGINS)) == _BEGINS


def _part(name: Path, number: int) -> Path:
    return name.with_name(f"{name.name}.{number:03}")
