"""WebP chunk by chunk: what is not needed to show the picture is found, and left out without touching a pixel."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from desktop.formats.hidden import exif, xmp
from desktop.formats.hidden.found import CannotClean, Found, words

_NEEDED = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF"}
_ONCE = _NEEDED - {b"ANMF"}
"""What follows of the same name no reader shows."""

_IN_FRAMES = {b"VP8 ", b"VP8L", b"ALPH"}
_CANVAS = 10  # bytes of the flags and size of a picture
_FRAME = 16  # bytes before the chunks of a frame
_HAS_ICC, _HAS_EXIF, _HAS_XMP = 0x20, 0x08, 0x04


def read(untrusted: bytes) -> Iterator[Found]:
    """All but what shows the picture and which way up it is."""
    seen: set[bytes] = set()
    for name, body in _picture(untrusted):
        if name in seen & _ONCE or (name == b"VP8X" and len(body) > _CANVAS):
            yield Found("behind", "bytes", f"{len(body)} B", "content")
        seen.add(name)
        if name == b"EXIF":
            yield from exif.read(body)
        elif name == b"XMP ":
            yield from xmp.read(body)
        elif name == b"ICCP":
            yield Found("properties", "colour_profile", f"{len(body)} B", "device")
        elif name == b"":
            yield Found("behind", "bytes", f"{len(body)} B", "content")
        elif name not in _NEEDED:
            yield Found("properties", "application_data", f"{words(name)} · {len(body)} B", "other")
        elif name == b"ANMF" and any(inner not in _IN_FRAMES for inner, _ in _chunks(body, _FRAME)):
            yield Found("properties", "application_data", "", "other")


def clean(untrusted: bytes) -> bytes:
    """The same pixels to the bit, upright as before."""
    chunks = list(_picture(untrusted))
    turned = next((exif.orientation(body) for name, body in chunks if name == b"EXIF"), 1)
    out, seen = bytearray(), set[bytes]()
    for name, body in chunks:
        if name in seen & _ONCE:
            continue
        seen.add(name)
        if name == b"VP8X" and len(body) >= _CANVAS:
            flags = body[0] & ~(_HAS_ICC | _HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if turned != 1 else 0)
            out += _chunk(name, bytes([flags]) + body[1:_CANVAS])
        elif name == b"ANMF":
            inside = b"".join(_chunk(inner, of) for inner, of in _chunks(body, _FRAME) if inner in _IN_FRAMES)
            out += _chunk(name, body[:_FRAME] + inside)
        elif name in _NEEDED:
            out += _chunk(name, body)
    if turned != 1:
        out += _chunk(b"EXIF", exif.only_orientation(turned))
    return b"RIFF" + struct.pack("<I", len(out) + 4) + b"WEBP" + bytes(out)


def _picture(untrusted: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The chunks; what comes behind the picture without a name."""
    if len(untrusted) < 12:
        raise CannotClean
    end = 8 + struct.unpack_from("<I", untrusted, 4)[0]
    if end > len(untrusted):
        raise CannotClean
    yield from _chunks(untrusted[:end], 12)
    if behind := untrusted[end:].strip(b"\0"):
        yield b"", behind


def _chunks(untrusted: bytes, place: int) -> Iterator[tuple[bytes, bytes]]:
    while place + 8 <= len(untrusted):
        size = struct.unpack_from("<I", untrusted, place + 4)[0]
        if place + 8 + size > len(untrusted):
            raise CannotClean
        yield untrusted[place : place + 4], untrusted[place + 8 : place + 8 + size]
        place += 8 + size + size % 2


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)
