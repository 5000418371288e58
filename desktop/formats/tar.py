"""Write tar archives that are the same bytes for the same members, and say nothing about who made them."""

from __future__ import annotations

import re
from typing import BinaryIO, Self

BLOCK = 512
END = 2 * BLOCK  # zeros after the last member
OCTAL_LIMIT = 8**11  # the first size ustar's eleven octal digits cannot hold: 8 GiB
SIZE_LIMIT = 2**63
MAX_NAME = 100

_USTAR = b"ustar\x0000"
_GNU = b"ustar  \x00"
_ZEROS = bytes(BLOCK)
_PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def is_plain_name(name: str) -> bool:
    """Whether a name is a file of its own on every system, and inside the folder it is unpacked in.

    Parts of ASCII letters, digits, ``.``, ``_`` and ``-``, with ``/`` between, none of which begins or
    ends with a dot or is a device of Windows; at most 100 characters.
    """
    parts = name.split("/")
    return (
        len(name) <= MAX_NAME
        and all(_PART.fullmatch(part) for part in parts)
        and not any(part.endswith(".") or _DEVICES.fullmatch(part) for part in parts)
    )


def header(name: str, size: int) -> bytes:
    """The 512 bytes before a member: a regular file of nobody, mode 0600, time 0.

    ustar; from 8 GiB on GNU's, whose size is a binary number with the first bit set.
    """
    if not is_plain_name(name) or not 0 <= size < SIZE_LIMIT:
        raise ValueError("not a member this archive can hold")
    gnu = size >= OCTAL_LIMIT
    fields = b"".join(
        (
            name.encode("ascii").ljust(MAX_NAME, b"\0"),
            b"0000600\0" + b"0000000\0" * 2,
            (b"\x80" + size.to_bytes(11, "big")) if gnu else f"{size:011o}\0".encode("ascii"),
            b"00000000000\0",
            b" " * 8,  # the checksum counts itself as blanks
            b"0" + bytes(100),
            _GNU if gnu else _USTAR,
        )
    ).ljust(BLOCK, b"\0")
    return fields[:148] + f"{sum(fields):06o}\0 ".encode("ascii") + fields[156:]


def stored_size(size: int) -> int:
    """What a member of `size` bytes takes in the archive, header and filling included."""
    return BLOCK + size + -size % BLOCK


class TarWriter:
    """Writes one member after the other; only `close` makes the archive whole."""

    def __init__(self, out: BinaryIO) -> None:
        """out: takes all it is given; not closed here."""
        self._out = out
        self._left = 0
        self._filling = 0
        self._names: set[str] = set()

    def begin(self, name: str, size: int) -> None:
        """Announce a member of exactly `size` bytes; ValueError for a second one of that name."""
        self._finish()
        if name.lower() in self._names:
            raise ValueError("two members of one name")
        self._out.write(header(name, size))
        self._names.add(name.lower())
        self._left, self._filling = size, -size % BLOCK

    def write(self, data: bytes | memoryview) -> None:
        """More of the member begun last; ValueError when it is more than was announced."""
        if len(data) > self._left:
            raise ValueError("more than was announced")
        self._out.write(data)
        self._left -= len(data)

    def add(self, name: str, data: bytes) -> None:
        """A whole member."""
        self.begin(name, len(data))
        self.write(data)

    def close(self) -> None:
        """The two blocks of zeros at the end."""
        self._finish()
        self._out.write(bytes(END))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.close()

    def _finish(self) -> None:
        if self._left:
            raise ValueError("less than was announced")
        self._out.write(_ZEROS[: self._filling])
        self._filling = 0
