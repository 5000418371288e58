"""What press agencies note in pictures: captions, bylines, places."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from desktop.formats.hidden.found import Found, words

_IPTC = 0x0404
_NAMES = {
    5: ("Title", "person"),
    25: ("Keywords", "person"),
    55: ("DateCreated", "time"),
    60: ("TimeCreated", "time"),
    62: ("DigitalCreationDate", "time"),
    80: ("Byline", "person"),
    85: ("BylineTitle", "person"),
    90: ("City", "place"),
    92: ("Sublocation", "place"),
    95: ("State", "place"),
    101: ("Country", "place"),
    105: ("Headline", "person"),
    110: ("Credit", "person"),
    115: ("Source", "person"),
    116: ("Copyright", "person"),
    118: ("Contact", "person"),
    120: ("Caption", "person"),
    122: ("CaptionWriter", "person"),
}


def read(untrusted: bytes) -> Iterator[Found]:
    """The blocks Photoshop writes; that of IPTC value by value."""
    place, some = 0, False
    while untrusted[place : place + 4] == b"8BIM" and place + 12 <= len(untrusted):
        number = struct.unpack_from(">H", untrusted, place + 4)[0]
        name = untrusted[place + 6]
        start = place + 6 + (name + 2) // 2 * 2
        if start + 4 > len(untrusted):
            break
        size = struct.unpack_from(">I", untrusted, start)[0]
        body = untrusted[start + 4 : start + 4 + size]
        some = True
        if number == _IPTC:
            yield from values(body)
        else:
            yield Found("iptc", "photoshop", f"0x{number:04X} · {len(body)} B", "other")
        place = start + 4 + (size + 1) // 2 * 2
    if not some:
        yield Found("iptc", "unreadable", f"{len(untrusted)} B", "other")


def values(untrusted: bytes) -> Iterator[Found]:
    """The values of one block."""
    place = 0
    while place + 5 <= len(untrusted) and untrusted[place] == 0x1C:
        record, number, size = struct.unpack_from(">BBH", untrusted, place + 1)
        if size & 0x8000:  # a longer length follows: nobody writes such
            break
        value = untrusted[place + 5 : place + 5 + size]
        place += 5 + size
        if record != 2 or number == 0:
            continue
        name, risk = _NAMES.get(number, (f"IPTC {number}", "other"))
        yield Found("iptc", name, words(value), risk)
