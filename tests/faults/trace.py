"""What a program did to a disk, call by call with its bytes, as `interposed.c` records it."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

What = Literal["open", "write", "truncate", "sync", "rename", "unlink", "mkdir", "link", "said"]

_HEAD = struct.Struct("=c3xiqii")
_NAMES: dict[bytes, What] = {
    b"o": "open",
    b"w": "write",
    b"t": "truncate",
    b"s": "sync",
    b"r": "rename",
    b"u": "unlink",
    b"m": "mkdir",
    b"l": "link",
    b"p": "said",
}
CREATED, TRUNCATED, NAMELESS = 1, 2, 4


@dataclass(frozen=True)
class Call:
    """opening: which opening of a file is meant. number: an offset, a size, or how a file was opened.

    path: below the folder that is minded, and `old` what it was renamed from. data: what was written, or said.
    """

    what: What
    opening: int
    number: int
    path: str = ""
    old: str = ""
    data: bytes = b""


def read(recorded: bytes) -> list[Call]:
    """Raises KeyError for a call that changes files in a way no disk here is built from."""
    return list(_calls(recorded))


def _calls(recorded: bytes) -> Iterator[Call]:
    at = 0
    while at < len(recorded):
        code, opening, number, first, second = _HEAD.unpack_from(recorded, at)
        at += _HEAD.size
        one, two = recorded[at : at + first], recorded[at + first : at + first + second]
        at += first + second
        if code == b"!":
            raise KeyError(one.decode("utf-8"))
        what = _NAMES[code]
        if what in {"write", "said"}:
            yield Call(what, opening, number, data=one)
        elif what == "rename":
            yield Call(what, opening, number, path=two.decode("utf-8"), old=one.decode("utf-8"))
        else:
            yield Call(what, opening, number, path=one.decode("utf-8"))
