"""TIFF, whose pixels are written anew without loss, since its secrets lie all over it."""

from __future__ import annotations

import io
from collections.abc import Iterator

from PIL import Image, ImageOps, ImageSequence

from desktop.formats.hidden import exif, iptc, xmp
from desktop.formats.hidden.found import CannotClean, Found

MOST_PIXELS = 50_000_000
_XMP, _IPTC, _PHOTOSHOP, _ICC = 700, 33723, 34377, 34675
_MORE_PICTURES = 330
_TOLD_APART = frozenset({_XMP, _IPTC, _PHOTOSHOP, _ICC})


def read_tiff(untrusted: bytes) -> Iterator[Found]:
    """The tags of every page."""
    with Image.open(io.BytesIO(untrusted), formats=("TIFF",)) as image:
        for page in ImageSequence.Iterator(image):
            tags = page.tag_v2  # type: ignore[attr-defined]
            told = frozenset(exif.STRUCTURE) | _TOLD_APART
            yield from exif.of_tags(page.getexif(), told)
            if _MORE_PICTURES in tags:
                yield Found("behind", "second_picture", "", "content")
            if _XMP in tags:
                yield from xmp.read(_bytes(tags[_XMP]))
            if _IPTC in tags:
                yield from iptc.values(_bytes(tags[_IPTC]))
            if _PHOTOSHOP in tags:
                yield from iptc.read(_bytes(tags[_PHOTOSHOP]))
            if _ICC in tags:
                yield Found("properties", "colour_profile", f"{len(_bytes(tags[_ICC]))} B", "device")


def clean_tiff(untrusted: bytes) -> bytes:
    """Upright pages with the pixels alone."""
    with Image.open(io.BytesIO(untrusted), formats=("TIFF",)) as image:
        pages = [bare(page) for page in small_enough(image)]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", compression="tiff_lzw", save_all=len(pages) > 1, append_images=pages[1:])
    return out.getvalue()


def small_enough(image: Image.Image) -> Iterator[Image.Image]:
    """Every page, while they are not too many pixels. CannotClean beyond that."""
    left = MOST_PIXELS
    for page in ImageSequence.Iterator(image):
        left -= page.width * page.height
        if left < 0:
            raise CannotClean
        yield page


def bare(page: Image.Image) -> Image.Image:
    """A picture that remembers nothing of the file it came from."""
    upright = ImageOps.exif_transpose(page)
    bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    if palette := upright.getpalette():
        bare.putpalette(palette)
    return bare


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else bytes(str(value), "utf-8")
