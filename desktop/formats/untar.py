"""Read a stranger's tar archive, strictly: what our own writer would not have written is refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from desktop.errors import Damaged, Refused
from desktop.formats import tar
from desktop.formats.tar import BLOCK

PIECE = 1024 * 1024
MAX_MEMBERS = 100_000


class Member:
    """One file of the archive, to be read before the next one is asked for."""

    def __init__(self, reader: TarReader, name: str, size: int) -> None:
        self.name = name
        self.size = size
        self._reader = reader
        self._left = size

    def pieces(self) -> Iterator[bytes]:
        """What is left of it, in pieces of at most 1 MiB. Damaged `package.cut_off`."""
        while self._left:
            piece = self._reader.take(min(PIECE, self._left))
            self._left -= len(piece)
            yield piece

    def read(self, limit: int) -> bytes:
        """All of it at once. Refused `package.too_large` when it is longer than `limit`."""
        if self.size > limit:
            raise Refused("package.too_large", limit=limit)
        return b"".join(self.pieces())


class TarReader:
    """The members of an archive in their order, from a stream whose whole length is known.

    Of every header the name and the size are read; then it must be, byte for byte, the header our own
    writer makes of these two. So links, devices, owners, times, extended headers and second ways to write
    a number are refused without a rule for each; the rules below only give the usual attacks a code.
    """

    def __init__(self, untrusted: BinaryIO, total: int) -> None:
        """untrusted: at the start of the archive; total: bytes from there to its end."""
        self._untrusted = untrusted
        self._left = total
        self._names: set[str] = set()

    def take(self, size: int) -> bytes:
        """Exactly `size` bytes more. Damaged `package.cut_off`."""
        if size > self._left:
            raise Damaged("package.cut_off")
        data = _read_exactly(self._untrusted, size)
        self._left -= size
        return data

    def members(self) -> Iterator[Member]:
        """Each member once; what was not read of it is skipped. After the last one, the end has been checked.

        Refused `package.member_name`, `package.member_kind`, `package.member_twice`, `package.too_many_members`;
        Damaged `package.header`, `package.cut_off`, `package.trailing`.
        """
        while (untrusted_header := self.take(BLOCK)) != bytes(BLOCK):
            member = self._member(untrusted_header)
            yield member
            for _ in member.pieces():
                pass
            if any(self.take(-member.size % BLOCK)):
                raise Damaged("package.trailing")
        self._end()

    def _member(self, untrusted_header: bytes) -> Member:
        _check_sum(untrusted_header)
        if untrusted_header[156:157] != b"0":
            raise Refused("package.member_kind")
        name, size = _name(untrusted_header), _size(untrusted_header)
        if untrusted_header != tar.header(name, size):
            raise Damaged("package.header")
        if size > self._left:
            raise Damaged("package.cut_off")
        if name.lower() in self._names:
            raise Refused("package.member_twice")
        if len(self._names) >= MAX_MEMBERS:
            raise Refused("package.too_many_members", limit=MAX_MEMBERS)
        self._names.add(name.lower())
        return Member(self, name, size)

    def _end(self) -> None:
        """After the first block of zeros: a second one, and nothing but zeros to the end."""
        if self._left < BLOCK:
            raise Damaged("package.cut_off")
        while self._left:
            size = min(PIECE, self._left)
            if self.take(size) != bytes(size):
                raise Damaged("package.trailing")


def _check_sum(untrusted_header: bytes) -> None:
    told = untrusted_header[148:156]
    counted = sum(untrusted_header) - sum(told) + 8 * ord(" ")
    if told != f"{counted:06o}\0 ".encode("ascii"):
        raise Damaged("package.header")


def _name(untrusted_header: bytes) -> str:
    """The name, once it is one that cannot climb out, mislead or clash on any system."""
    untrusted_name = untrusted_header[:100].rstrip(b"\0").decode("latin-1")
    prefix = untrusted_header[345:500]
    if any(prefix) or not tar.is_plain_name(untrusted_name):
        raise Refused("package.member_name")
    return untrusted_name


def _size(untrusted_header: bytes) -> int:
    field = untrusted_header[124:136]
    if field[0] == 0x80:
        size = int.from_bytes(field[1:], "big")
    elif field[:11].isdigit() and not set(field[:11]) & set(b"89"):
        size = int(field[:11], 8)
    else:
        raise Damaged("package.header")
    if size >= tar.SIZE_LIMIT:
        raise Damaged("package.header")
    return size


def _read_exactly(untrusted: BinaryIO, size: int) -> bytes:
    pieces = []
    while size:
        piece = untrusted.read(size)
        if not piece:
            raise Damaged("package.cut_off")
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
