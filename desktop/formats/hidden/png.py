"""PNG chunk by chunk: what is not needed to show the picture is found, and left out without touching a pixel."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress

from desktop.formats.hidden import exif, xmp
from desktop.formats.hidden.found import CannotClean, Found, words

START = b"\x89PNG\r\n\x1a\n"
# How long they are at most; what is longer has something else in it.
_NEEDED = {b"IHDR": 13, b"PLTE": 768, b"IEND": 0, b"tRNS": 256, b"sRGB": 1, b"gAMA": 4, b"cHRM": 32, b"sBIT": 4}
_NEEDED |= {b"bKGD": 6, b"acTL": 8, b"fcTL": 26, b"cICP": 4, b"fdAT": 1 << 31, b"IDAT": 1 << 31}
_PIECE = 1 << 20
_TEXTS = {b"tEXt", b"zTXt", b"iTXt"}
_MOST_TEXT = 1 << 20
_TIMES = ("date", "time")


def read(untrusted: bytes) -> Iterator[Found]:
    """All but what shows the picture and which way up it is."""
    pixels: list[tuple[bytes, bytes]] = []
    for name, body in _chunks(untrusted):
        if name == b"IDAT":
            pixels.append((name, body))
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
        elif not _needed(name, body):
            yield Found("properties", "application_data", f"{words(name)} · {len(body)} B", "other")
    if more := len(_pixels(pixels)[1]):
        yield Found("behind", "bytes", f"{more} B", "content")


def clean(untrusted: bytes) -> bytes:
    """The same pixels to the bit, upright as before."""
    chunks = list(_chunks(untrusted))
    turned = next((exif.orientation(body) for name, body in chunks if name == b"eXIf"), 1)
    pixels, _ = _pixels(chunks)
    out = bytearray(START)
    for name, body in chunks:
        if name == b"IDAT":
            out += _chunk(name, pixels) if pixels else b""
            pixels = b""
        elif _needed(name, body):
            out += _chunk(name, body)
        if name == b"IHDR" and turned != 1:
            out += _chunk(b"eXIf", exif.only_orientation(turned))
    return bytes(out)


def _needed(name: bytes, body: bytes) -> bool:
    return len(body) <= _NEEDED.get(name, -1)


def _pixels(chunks: Iterable[tuple[bytes, bytes]]) -> tuple[bytes, bytes]:
    """The packed pixels as one, and what hangs on behind them. CannotClean where they are broken off."""
    packed = b"".join(body for name, body in chunks if name == b"IDAT")
    unpacking, left = zlib.decompressobj(), packed
    try:
        while left and not unpacking.eof:
            unpacking.decompress(left, _PIECE)
            left = unpacking.unconsumed_tail
    except zlib.error:
        raise CannotClean from None
    behind = unpacking.unused_data
    return packed[: len(packed) - len(behind)], behind


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
