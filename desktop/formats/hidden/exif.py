"""What a camera notes in a picture: where, when, which camera, whose."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from contextlib import suppress

from PIL import ExifTags, Image

from desktop.formats.hidden.found import Found, words

ORIENTATION = 0x0112
_SUB, _GPS, _INTEROP = 0x8769, 0x8825, 0xA005
_POINTERS = {_SUB, _GPS, _INTEROP, 0x014A}
_PERSON = {"Artist", "Copyright", "XPAuthor", "CameraOwnerName", "UserComment", "XPComment", "ImageDescription"}
_PERSON |= {"XPTitle", "XPSubject", "XPKeywords", "DocumentName"}
_DEVICE = {"Make", "Model", "Software", "BodySerialNumber", "CameraSerialNumber", "LensSerialNumber", "LensMake"}
_DEVICE |= {"LensModel", "MakerNote", "ImageUniqueID", "HostComputer", "ProcessingSoftware", "UniqueCameraModel"}
_TIME = ("DateTime", "SubsecTime", "OffsetTime", "PreviewDateTime")
# What Pillow has to know of a TIFF to show it: not hidden, and written anew with the pixels.
STRUCTURE = {254, 256, 257, 258, 259, 262, 266, 273, 274, 277, 278, 279, 282, 283, 284, 296, 297, 317, 320, 322, 323}
STRUCTURE |= {324, 325, 338, 339, 347, 529, 530, 531, 532}


def read(untrusted: bytes) -> Iterator[Found]:
    """All but which way up the picture is. untrusted: with or without the six bytes JPEG puts before it."""
    exif = Image.Exif()
    try:
        exif.load(untrusted)
        yield from of_tags(exif)
    except (SyntaxError, ValueError, TypeError, KeyError, OverflowError, struct.error, OSError):
        yield Found("exif", "unreadable", f"{len(untrusted)} B", "other")


def of_tags(exif: Image.Exif, without: frozenset[int] = frozenset()) -> Iterator[Found]:
    """without: tags that are no secret of this file."""
    yield from _tags(exif, ExifTags.TAGS, without | {ORIENTATION})
    yield from _position(exif.get_ifd(_GPS))
    yield from _tags(exif.get_ifd(_SUB), ExifTags.TAGS, frozenset())
    with suppress(KeyError, SyntaxError, struct.error):
        if exif.get_ifd(ExifTags.IFD.IFD1):
            yield Found("exif", "thumbnail", "", "content")


def orientation(untrusted: bytes) -> int:
    """1 to 8; 1 where it says nothing."""
    exif = Image.Exif()
    try:
        exif.load(untrusted)
        value = exif.get(ORIENTATION, 1)
    except (SyntaxError, ValueError, TypeError, KeyError, struct.error, OSError):
        return 1
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def only_orientation(value: int) -> bytes:
    """A TIFF header with one tag, as JPEG, PNG and WebP hold it."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, ORIENTATION, 3, 1, value, 0, 0)


def _tags(tags: Mapping[int, object], called: Mapping[int, str], without: frozenset[int]) -> Iterator[Found]:
    for tag, value in tags.items():
        if tag in _POINTERS or tag in without:
            continue
        name = called.get(tag, f"0x{tag:04X}")
        told = "" if name == "MakerNote" else _text(name, value)
        yield Found("exif", name, told, _risk(name))


def _text(name: str, value: object) -> str:
    if isinstance(value, bytes) and name.startswith("XP"):
        return value.decode("utf-16-le", "replace").strip("\0 ")
    if isinstance(value, bytes) and name == "UserComment":
        return words(value[8:])
    return words(value)


def _risk(name: str) -> str:
    if name in _PERSON:
        return "person"
    if name in _DEVICE:
        return "device"
    return "time" if name.startswith(_TIME) else "other"


def _position(gps: Mapping[int, object]) -> Iterator[Found]:
    """Degrees as maps take them; the rest as the camera notes it."""
    latitude, longitude = (_degrees(gps.get(value), gps.get(sign)) for value, sign in ((2, 1), (4, 3)))
    if latitude is not None and longitude is not None:
        yield Found("exif", "gps_position", f"{latitude:.5f}, {longitude:.5f}", "place")
    for tag, value in gps.items():
        if tag not in {1, 2, 3, 4} or latitude is None or longitude is None:
            yield Found("exif", ExifTags.GPSTAGS.get(tag, f"GPS {tag}"), words(value), "place")


def _degrees(value: object, sign: object) -> float | None:
    try:
        degrees, minutes, seconds = (float(part) for part in value)  # type: ignore[attr-defined]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    found = degrees + minutes / 60 + seconds / 3600
    return -found if words(sign).upper() in {"S", "W"} else found
