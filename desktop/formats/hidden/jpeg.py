"""JPEG piece by piece: what is not needed to show the picture is found, and left out without touching a pixel."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator

from desktop.formats.hidden import exif, iptc, xmp
from desktop.formats.hidden.found import CannotClean, Found, words

_SOI, _EOI, _SOS = 0xD8, 0xD9, 0xDA
_ALONE = {0x01, *range(0xD0, 0xD8)}  # markers without a length
_APP0, _APP1, _APP2, _APP13, _APP14, _COM = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE
_NEEDED = {0xC4, 0xDB, 0xDD, 0xDC, _SOS, *(set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}), 0xCC}
_EXIF, _XMP, _MORE_XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0"
_ICC, _PHOTOSHOP, _ADOBE, _JFIF = b"ICC_PROFILE\0", b"Photoshop 3.0\0", b"Adobe", b"JFIF\0"
_JFIF_SIZE, _ADOBE_SIZE = 9, 7  # bytes behind these names


def read(untrusted: bytes) -> Iterator[Found]:
    """All but what shows the picture and which way up it is."""
    for marker, body in _pieces(untrusted):
        yield from _of_piece(marker, body)


def clean(untrusted: bytes, *, upright: bool = True) -> bytes:
    """The same pixels to the bit, upright as before; of everything else what a decoder needs.

    Profiles of colour go too, since they are named after screens and scanners: colours may look a little paler.
    """
    out = bytearray(b"\xff\xd8")
    pieces = list(_pieces(untrusted))
    turned = next((exif.orientation(body) for marker, body in pieces if _is_exif(marker, body)), 1)
    if turned != 1 and upright:
        out += _segment(_APP1, _EXIF + exif.only_orientation(turned))
    for marker, body in pieces:
        if marker == _APP14 and body.startswith(_ADOBE):
            out += _segment(marker, body[:12])
        elif marker == _APP0 and body.startswith(_JFIF) and len(body) >= 14:
            out += _segment(marker, body[:12] + b"\0\0")  # without the small picture in it
        elif marker in _NEEDED:
            out += _segment(marker, body) if marker != _SOS else b"\xff\xda" + body
    if not any(marker == _SOS for marker, _ in pieces):
        raise CannotClean
    return bytes(out + b"\xff\xd9")


def _is_exif(marker: int, body: bytes) -> bool:
    return marker == _APP1 and body.startswith(_EXIF)


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _pieces(untrusted: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and body; that of a scan with its length and its pixels. What comes behind the picture as marker 0."""
    place = 2
    if untrusted[:2] != b"\xff\xd8":
        raise CannotClean
    while True:
        marker, place = _marker(untrusted, place)
        if marker == _EOI:
            break
        if marker in _ALONE:
            continue
        end = _end(untrusted, place)
        if marker == _SOS:
            end = _end_of_scan(untrusted, end)
            yield marker, untrusted[place:end]
        else:
            yield marker, untrusted[place + 2 : end]
        place = end
    if behind := untrusted[place:].strip(b"\0"):
        yield 0, behind


def _marker(untrusted: bytes, place: int) -> tuple[int, int]:
    """The marker, and where what belongs to it begins."""
    while untrusted[place : place + 2] == b"\xff\xff":  # padding
        place += 1
    if len(untrusted) < place + 2 or untrusted[place] != 0xFF:
        raise CannotClean
    return untrusted[place + 1], place + 2


def _end(untrusted: bytes, place: int) -> int:
    if len(untrusted) < place + 2:
        raise CannotClean
    end: int = place + struct.unpack_from(">H", untrusted, place)[0]
    if end < place + 2 or end > len(untrusted):
        raise CannotClean
    return end


def _end_of_scan(untrusted: bytes, place: int) -> int:
    """Where the next marker is that does not belong to the pixels."""
    while True:
        place = untrusted.find(b"\xff", place)
        if place < 0 or place + 1 >= len(untrusted):
            raise CannotClean
        following = untrusted[place + 1]
        if following not in {0x00, *range(0xD0, 0xD8)} and following != 0xFF:
            return place
        place += 1 if following == 0xFF else 2


def _of_piece(marker: int, body: bytes) -> Iterator[Found]:
    for expected, start, reads in _READS:
        if marker == expected and body.startswith(start):
            yield from reads(body[len(start) :])
            return
    if marker not in _NEEDED:
        yield Found("properties", "application_data", f"{words(body[:12])} · {len(body)} B", "other")


def _behind(body: bytes) -> Iterator[Found]:
    name = "second_picture" if body.startswith(b"\xff\xd8") else "bytes"
    yield Found("behind", name, f"{len(body)} B", "content")


def _comment(body: bytes) -> Iterator[Found]:
    yield Found("comment", "comment", words(body), "person")


def _more_xmp(body: bytes) -> Iterator[Found]:
    yield Found("xmp", "more_xmp", f"{len(body)} B", "content")


def _profile(body: bytes) -> Iterator[Found]:
    yield Found("properties", "colour_profile", f"{len(body)} B", "device")


def _jfif(body: bytes) -> Iterator[Found]:
    """The header every JPEG may have, and the small picture that may be in it."""
    if len(body) > _JFIF_SIZE or body[_JFIF_SIZE - 2 : _JFIF_SIZE] not in {b"\0\0", b""}:
        yield Found("exif", "thumbnail", "", "content")


def _adobe(body: bytes) -> Iterator[Found]:
    if len(body) > _ADOBE_SIZE:
        yield Found("behind", "bytes", f"{len(body) - _ADOBE_SIZE} B", "other")


_READS: tuple[tuple[int, bytes, Callable[[bytes], Iterator[Found]]], ...] = (
    (0, b"", _behind),
    (_COM, b"", _comment),
    (_APP1, _EXIF, exif.read),
    (_APP1, _XMP, xmp.read),
    (_APP1, _MORE_XMP, _more_xmp),
    (_APP13, _PHOTOSHOP, iptc.read),
    (_APP2, _ICC, _profile),
    (_APP0, _JFIF, _jfif),
    (_APP14, _ADOBE, _adobe),
)
