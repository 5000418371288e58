"""Pictures of every format we look into, by their first bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.formats.hidden import bitmaps, bmp, gif, jpeg, png, webp
from desktop.formats.hidden.found import CannotClean, Found

_Reads = Callable[[bytes], Iterator[Found]]
_Cleans = Callable[[bytes], bytes]
_BY_START: tuple[tuple[bytes, _Reads, _Cleans], ...] = (
    (b"\xff\xd8\xff", jpeg.read, jpeg.clean),
    (png.START, png.read, png.clean),
    (b"GIF87a", gif.read, gif.clean),
    (b"GIF89a", gif.read, gif.clean),
    (b"II*\0", bitmaps.read_tiff, bitmaps.clean_tiff),
    (b"MM\0*", bitmaps.read_tiff, bitmaps.clean_tiff),
    (b"BM", bmp.read_bmp, bmp.clean_bmp),
)


def read(untrusted: bytes) -> Iterator[Found]:
    """What is hidden in a picture. CannotClean where it is broken off."""
    return _format(untrusted)[0](untrusted)


def clean(untrusted: bytes) -> bytes:
    """The picture alone."""
    return _format(untrusted)[1](untrusted)


def known(untrusted: bytes) -> bool:
    """Whether it begins like a picture we look into."""
    return _is_webp(untrusted) or any(untrusted.startswith(start) for start, _, _ in _BY_START)


def _format(untrusted: bytes) -> tuple[_Reads, _Cleans]:
    if _is_webp(untrusted):
        return webp.read, webp.clean
    for start, reads, cleans in _BY_START:
        if untrusted.startswith(start):
            return reads, cleans
    raise CannotClean


def _is_webp(untrusted: bytes) -> bool:
    return untrusted[:4] == b"RIFF" and untrusted[8:12] == b"WEBP"
