"""PNG chunk by chunk: what is not needed to show the picture is found, and left out without touching a pixel."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress

from desktop.formats.hidden import exif, xmp
from desktop.formats.hidden.found import CannotClean, Found, words

START = b"\x89PNG\r\n\x1a\n"
_NEEDED = {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"sBIT", b"bKGD"}
_NEEDED |= {b"acTL", b"fcTL", b"fdAT", b"cICP"}
_TEXTS = {b"tEXt", b"zTXt", b"iTXt"}
_MOST_TEXT = 1 << 20
_TIMES = ("date", "time")


def read(untrusted: bytes) -> Iterator[Found]:
    """All but what shows the picture and which way up it is."""
    for name, body in _chunks(untrusted):
        if name in _TEXTS:
            yield from _text(name, body)
        elif name == b"eXIf":
            yield from exif.read(body)
        elif name == b"tIME":
            yield Found("properties", "changed_on", _time(body), "time")
        elif name == b"iCCP":
            yield Found("properties", "colour_profile", words(body.partition(b"\0")[0]), "device")
        elif name == b"":
            yield Found("behind", "bytes", f"{len(body)} B", "content")
        elif name not in _NEEDED:
            yield Found("properties", "application_data", f"{words(name)} · {len(body)} B", "other")


def clean(untrusted: bytes) -> bytes:
    """The same pixels to the bit, upright as before."""
    chunks = list(_chunks(untrusted))
    turned = next((exif.orientation(body) for name, body in chunks if name == b"eXIf"), 1)
    out = bytearray(START)
    for name, body in chunks:
        if name in _NEEDED:
            out += _chunk(name, body)
        if name == b"IHDR" and turned != 1:
            out += _chunk(b"eXIf", exif.only_orientation(turned))
    return bytes(out)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _chunks(untrusted: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Name and body; what comes behind the picture without a name."""
    place = len(START)
    name = b""
    while name != b"IEND":
        if place + 12 > len(untrusted):
            raise CannotClean
        size = struct.unpack_from(">I", untrusted, place)[0]
        name = untrusted[place + 4 : place + 8]
        if place + 12 + size > len(untrusted):
            raise CannotClean
        yield name, untrusted[place + 8 : place + 8 + size]
        place += 12 + size
    if behind := untrusted[place:]:
        yield b"", behind


def _text(kind: bytes, body: bytes) -> Iterator[Found]:
    key, _, rest = body.partition(b"\0")
    name, value = words(key), rest
    with suppress(zlib.error, IndexError):
        if kind == b"zTXt":
            value = _unpacked(rest[1:])
        elif kind == b"iTXt":
            packed, text = rest[0], rest[2:].split(b"\0", 2)[-1]
            value = _unpacked(text) if packed else text
    if name.startswith("XML:com.adobe.xmp"):
        yield from xmp.read(value)
        return
    yield Found("comment", name, words(value), "time" if any(one in name.lower() for one in _TIMES) else "person")


def _unpacked(packed: bytes) -> bytes:
    return zlib.decompressobj().decompress(packed, _MOST_TEXT)


def _time(body: bytes) -> str:
    if len(body) != 7:
        return ""
    return "{:04}-{:02}-{:02} {:02}:{:02}:{:02}".format(*struct.unpack(">HBBBBB", body))
