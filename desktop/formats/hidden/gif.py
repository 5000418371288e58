"""GIF block by block: what is not needed to show the picture is found, and left out without touching a pixel."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.formats.hidden import xmp
from desktop.formats.hidden.found import CannotClean, Found, words

_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_COMMENT, _APPLICATION, _CONTROL = 0xFE, 0xFF, 0xF9
_CONTROL_SIZE = 8
_LOOPS = {b"NETSCAPE2.0", b"ANIMEXTS1.0"}
_XMP = b"XMP DataXMP"


def read(untrusted: bytes) -> Iterator[Found]:
    """All but what shows the pictures."""
    for kind, label, whole in _blocks(untrusted):
        if kind == 0:
            yield Found("behind", "bytes", f"{len(whole)} B", "content")
        elif kind == _EXTENSION and label == _COMMENT:
            yield Found("comment", "comment", words(_joined(whole, 2)), "person")
        elif kind == _EXTENSION and label == _APPLICATION and whole[3:14] == _XMP:
            yield from xmp.read(whole[14:].rpartition(b">")[0] + b">")
        elif not _needed(kind, label, whole):
            yield Found("properties", "application_data", f"{words(whole[3:14])} · {len(whole)} B", "other")


def clean(untrusted: bytes) -> bytes:
    """The same pixels to the bit."""
    start = _start(untrusted)
    kept = (whole for kind, label, whole in _blocks(untrusted) if _needed(kind, label, whole))
    return untrusted[:start] + b"".join(kept) + bytes([_END])


def _needed(kind: int, label: int, whole: bytes) -> bool:
    if kind == _IMAGE:
        return True
    loops = label == _APPLICATION and whole[3:14] in _LOOPS and len(whole) <= 19
    return kind == _EXTENSION and ((label == _CONTROL and len(whole) == _CONTROL_SIZE) or loops)


def _start(untrusted: bytes) -> int:
    if len(untrusted) < 13:
        raise CannotClean
    return 13 + _table(untrusted[10])


def _table(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(untrusted: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Kind, label and the whole of each; what comes behind the end as kind 0."""
    place = _start(untrusted)
    while True:
        if place >= len(untrusted):
            raise CannotClean
        kind = untrusted[place]
        if kind == _END:
            break
        if kind == _EXTENSION:
            end = _after(untrusted, place + 2)
            yield kind, untrusted[place + 1], untrusted[place:end]
        elif kind == _IMAGE and place + 10 <= len(untrusted):
            end = _after(untrusted, place + 11 + _table(untrusted[place + 9]))
            yield kind, 0, untrusted[place:end]
        else:
            raise CannotClean
        place = end
    if behind := untrusted[place + 1 :].strip(b"\0"):
        yield 0, 0, behind


def _after(untrusted: bytes, place: int) -> int:
    """Behind the pieces of a block, the last of which is empty."""
    while place < len(untrusted):
        size = untrusted[place]
        place += 1 + size
        if size == 0:
            return place
    raise CannotClean


def _joined(whole: bytes, place: int) -> bytes:
    out = bytearray()
    while place < len(whole) and (size := whole[place]):
        out += whole[place + 1 : place + 1 + size]
        place += 1 + size
    return bytes(out)
