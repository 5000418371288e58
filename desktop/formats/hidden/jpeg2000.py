"""JPEG 2000, as scans in PDF have it: what is not needed to show the picture is found and left out."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from desktop.formats.hidden.found import CannotClean, Found

_START, _STREAM = b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51"
_NEEDED = {b"jP  ", b"ftyp", b"jp2h"}
_PIXELS = b"jp2c"
_COMMENT, _PARTS = 0xFF64, 0xFF90


def read(untrusted: bytes) -> Iterator[Found]:
    """All but what shows the picture."""
    more = len(untrusted) - len(clean(untrusted))
    if more:
        yield Found("comment", "comment", f"{more} B", "person")


def clean(untrusted: bytes) -> bytes:
    """The same pixels to the bit. CannotClean where it is broken off or of another shape."""
    if untrusted.startswith(_STREAM):
        return _stream(untrusted)
    if not untrusted.startswith(_START):
        raise CannotClean
    out, place, shown = bytearray(), 0, False
    while place < len(untrusted):
        name, start, end = _box(untrusted, place)
        if name == _PIXELS:
            stream = _stream(untrusted[start:end])
            out += struct.pack(">I", len(stream) + 8) + name + stream
            shown = True
        elif name in _NEEDED:
            out += untrusted[place:end]
        place = end
    if not shown:
        raise CannotClean
    return bytes(out)


def _box(untrusted: bytes, place: int) -> tuple[bytes, int, int]:
    """Name, where its content begins, and where it ends: at the end of all where it does not say."""
    if place + 8 > len(untrusted):
        raise CannotClean
    size, name = struct.unpack_from(">I4s", untrusted, place)
    start = place + 8
    if size == 1 and place + 16 <= len(untrusted):
        size, start = struct.unpack_from(">Q", untrusted, start)[0], start + 8
    end = len(untrusted) if size == 0 else place + size
    if end < start or end > len(untrusted):
        raise CannotClean
    return name, start, end


def _stream(untrusted: bytes) -> bytes:
    """Without the remarks before the pixels, and without what comes behind them."""
    if not untrusted.startswith(_STREAM[:2]):
        raise CannotClean
    out = bytearray(untrusted[:2])
    place = 2
    while True:
        if place + 4 > len(untrusted):
            raise CannotClean
        marker, size = struct.unpack_from(">HH", untrusted, place)
        if marker == _PARTS:
            break
        end = place + 2 + size
        if marker != _COMMENT:
            out += untrusted[place:end]
        place = end
    end = untrusted.rfind(b"\xff\xd9")
    return bytes(out + untrusted[place : end + 2]) if end >= place else bytes(out + untrusted[place:])
