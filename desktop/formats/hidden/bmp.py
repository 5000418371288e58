"""BMP: header, palette and pixels where the header says they are; whatever else has bytes in it is hidden."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from typing import NamedTuple

from PIL import Image

from desktop.formats.hidden.bitmaps import bare, small_enough
from desktop.formats.hidden.found import CannotClean, Found

_FILE_HEADER, _CORE, _V5 = 14, 12, 124
_HEADERS = frozenset({_CORE, 40, 52, 56, 64, 108, _V5})
_PLAIN, _RLE8, _RLE4, _MASKS, _ALPHA_MASKS = 0, 1, 2, 3, 6
_PROFILES = (b"DEBM", b"KNIL")  # MBED and LINK, as they stand in the file
_FILLER = 3  # noughts that fill up to a round length


class _Layout(NamedTuple):
    """Where the header with its palette ends, where the pixels begin and end, how long a line of them is."""

    head: int
    start: int
    end: int
    stride: int
    used: int
    bits: int
    compression: int


def read_bmp(untrusted: bytes) -> Iterator[Found]:
    """Bytes where no picture is, and a profile that is embedded or named."""
    with Image.open(io.BytesIO(untrusted), formats=("BMP",)):
        pass  # refuses what is no BMP at all
    layout = _layout(untrusted)
    profile, size = _profile(untrusted)
    if size:
        yield Found("properties", "colour_profile", f"{size} B", "device")
    more = [
        *_pieces(untrusted, layout.head, layout.start, profile, size),
        *_pieces(untrusted, layout.end, len(untrusted), profile, size),
        *_unseen(untrusted, layout),
    ]
    behind = sum(len(piece) for piece in more if any(piece) or len(piece) > _FILLER)
    if behind:
        yield Found("behind", "bytes", f"{behind} B", "content")


def clean_bmp(untrusted: bytes) -> bytes:
    """The pixels under a plain header, as they are seen: what is transparent is white."""
    with Image.open(io.BytesIO(untrusted), formats=("BMP",)) as image:
        (page,) = (bare(page) for page in small_enough(image))
    if page.mode == "RGBA":
        page = Image.alpha_composite(Image.new("RGBA", page.size, "white"), page).convert("RGB")
    out = io.BytesIO()
    page.save(out, "BMP")
    return out.getvalue()


def _layout(data: bytes) -> _Layout:
    try:
        start, header = struct.unpack_from("<II", data, 10)
        if header == _CORE:
            width, height, _, bits = struct.unpack_from("<HHHH", data, 18)
            compression = colours = 0
        else:
            width, height, _, bits, compression = struct.unpack_from("<iiHHI", data, 18)
            (colours,) = struct.unpack_from("<I", data, 46)
    except struct.error:
        raise CannotClean from None
    masks = {_MASKS: 12, _ALPHA_MASKS: 16}.get(compression, 0) if header == 40 else 0
    most = 1 << bits if bits <= 8 else 0  # of a palette whatever lies behind these, or is not needed at all, is hidden
    palette = min(colours or most, most) * (3 if header == _CORE else 4)
    head = _FILE_HEADER + header + masks + palette
    used = (abs(width) * bits + 7) // 8
    stride = (used + 3) // 4 * 4
    rle = compression in (_RLE8, _RLE4)
    end = _end_of_runs(data, start, compression) if rle else start + stride * abs(height)
    known = header in _HEADERS and compression in (_PLAIN, _RLE8, _RLE4, _MASKS, _ALPHA_MASKS)
    if not known or start < _FILE_HEADER + header + masks or end > len(data):
        raise CannotClean
    return _Layout(min(head, start), start, end, 0 if rle else stride, used, bits, compression)


def _end_of_runs(data: bytes, at: int, compression: int) -> int:
    """Behind the sign that ends a packed picture."""
    while at + 1 < len(data):
        first, second = data[at], data[at + 1]
        at += 2
        if first == 0 and second == 1:
            return at
        if first == 0 and second == 2:
            at += 2
        elif first == 0 and second > 2:
            length = second if compression == _RLE8 else (second + 1) // 2
            at += length + length % 2
    raise CannotClean


def _profile(data: bytes) -> tuple[int, int]:
    """Where a colour profile, or its name, stands and how long it is."""
    if struct.unpack_from("<I", data, _FILE_HEADER)[0] != _V5 or data[70:74] not in _PROFILES:
        return 0, 0
    where, size = struct.unpack_from("<II", data, _FILE_HEADER + 112)
    return _FILE_HEADER + where, size


def _pieces(data: bytes, begin: int, end: int, profile: int, size: int) -> Iterator[bytes]:
    """Bytes between two places, without the profile."""
    if size and begin <= profile <= profile + size <= end:
        yield data[begin:profile]
        yield data[profile + size : end]
    else:
        yield data[begin:end]


def _unseen(data: bytes, layout: _Layout) -> Iterator[bytes]:
    """What fills up the lines; and of four bytes a pixel the one no colour is in, unless it is always the same."""
    if layout.stride > layout.used:
        lines = range(layout.start, layout.end, layout.stride)
        fill = b"".join(data[line + layout.used : line + layout.stride] for line in lines)
        yield fill if any(fill) else b""
    if layout.bits == 32 and layout.compression == _PLAIN:
        fourth = data[layout.start + 3 : layout.end : 4]
        yield fourth if len(set(fourth)) > 1 else b""
