"""The process that reads strangers' files: bytes in, pixels or words out, no key, no file, no network, no way back."""

from __future__ import annotations

import io
import os
import struct
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

MAGIC = b"JSP1"
HEADER = struct.Struct(">4sIIII8s")  # magic, width, height, full width, full height, format
_FAMILY = {"MPO": "JPEG"}  # what many telephones write: a JPEG with a second picture behind the first
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")

DONE, NOT_A_PICTURE, TOO_LARGE, NOT_CLEAN, NOT_KNOWN = 0, 3, 4, 5, 6

_PROMISES = {1: 9, 4: 0, 38: 1}  # prctl: PR_SET_PDEATHSIG by SIGKILL, PR_SET_DUMPABLE no, PR_SET_NO_NEW_PRIVS yes
_LOOKS = 0.5  # seconds
_MEMORY = 1024 * 1024 * 1024
_SECONDS = 30
_PIXELS = 50_000_000  # once decoded; a JPEG may be larger, it is decoded at a fraction of its size
_FULL_PIXELS = 1_000_000_000


def main(words: list[str]) -> int:
    """Read a file from standard input, write the answer to standard output.

    ``pictures SIDE``: header and RGBA rows. ``hidden KIND read``: what it tells unseen, as JSON. ``hidden KIND clean``:
    the file without that. Whatever goes wrong on the way ends the process with another status: no failure is caught.
    """
    work = _work(words)
    if work is None:
        return 2
    if sys.platform == "darwin":
        follow(os.getppid())
    confine()
    status, answer = work(sys.stdin.buffer.read())
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return status


def _work(words: list[str]) -> Callable[[bytes], tuple[int, bytes]] | None:
    """What was asked for, with all it takes loaded; None for words nobody of ours says."""
    if len(words) == 2 and words[0] == "pictures" and words[1].isdigit():
        load_decoders()
        return lambda untrusted: _pixels(untrusted, int(words[1]))
    if len(words) == 3 and words[0] == "hidden" and words[2] in {"read", "clean"}:
        return _hidden(words[1], clean=words[2] == "clean")
    return None


def _pixels(untrusted: bytes, side: int) -> tuple[int, bytes]:
    if not _is_picture(untrusted):
        return NOT_A_PICTURE, b""
    answer = decode(untrusted, side)
    return (TOO_LARGE, b"") if answer is None else (DONE, answer)


def _hidden(kind: str, *, clean: bool) -> Callable[[bytes], tuple[int, bytes]]:
    """Our own modules, found beside this file where it was started by its path."""
    if not __package__:
        sys.path.append(str(Path(__file__).resolve().parents[2]))
    from desktop.formats.hidden import working
    from desktop.formats.hidden.found import Unknown

    reads, cleans = working.load(kind)
    load_decoders()  # pictures lie in all of them

    def work(untrusted: bytes) -> tuple[int, bytes]:
        try:
            if not clean:
                return DONE, working.tell(reads, untrusted)
            cleaned = working.prove(reads, cleans, untrusted)
        except Unknown:
            return NOT_KNOWN, b""
        return (NOT_CLEAN, b"") if cleaned is None else (DONE, cleaned)

    return work


def confine() -> None:
    """Give up what decoding does not need: more memory, more time, files (open or grown), children, core dumps.

    No new file descriptor means no file and no socket either, should a decoder be taken over; the three it has
    keep working, but their numbers can't be used anew. On Linux the process ends with the thread that started it,
    gains no rights by starting anything, and can't be looked into.
    """
    if sys.platform == "win32":
        return
    import resource

    if sys.platform == "linux":
        import ctypes

        for option, value in _PROMISES.items():
            ctypes.CDLL(None).prctl(option, value, 0, 0, 0)

    limits = {
        resource.RLIMIT_CPU: _SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NPROC: 0,
        resource.RLIMIT_NOFILE: 0,
    }
    if sys.platform != "darwin":  # which counts what every process shares, and so refuses any useful limit
        limits[resource.RLIMIT_AS] = _MEMORY
    for limit, value in limits.items():
        _, hard = resource.getrlimit(limit)
        allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(limit, (allowed, allowed))


def follow(parent: int) -> None:
    """End when `parent` does, where the system does not see to it: nobody would read the answer.

    parent: the number of the process that started this one.
    """

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_LOOKS)
        os._exit(NOT_A_PICTURE)

    threading.Thread(target=watch, daemon=True).start()


def load_decoders() -> None:
    """Import all that decoding takes, also what would else be loaded on the way: later nothing can be opened."""
    import copy  # noqa: F401

    from PIL import (  # noqa: F401
        BmpImagePlugin,
        GifImagePlugin,
        Image,
        ImageColor,
        ImageOps,
        ImagePalette,
        JpegImagePlugin,
        MpoImagePlugin,
        PngImagePlugin,
        TiffImagePlugin,
        TiffTags,
        WebPImagePlugin,
    )

    Image.preinit()
    Image.MAX_IMAGE_PIXELS = None  # measured below, before anything is decoded


def _is_picture(untrusted: bytes) -> bool:
    """Whether the first bytes are of a format we decode."""
    starts = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*")
    return untrusted.startswith(starts) or (untrusted[:4] == b"RIFF" and untrusted[8:12] == b"WEBP")


def decode(untrusted: bytes, side: int) -> bytes | None:
    """Header and pixels; None when the picture is larger than can be decoded here."""
    from PIL import Image, ImageOps

    image: Image.Image = Image.open(io.BytesIO(untrusted), formats=FORMATS)
    name, (full_width, full_height) = _FAMILY.get(str(image.format), str(image.format)), image.size
    if full_width * full_height > _FULL_PIXELS:
        return None
    image.draft(None, (side, side))
    if image.width * image.height > _PIXELS:
        return None
    image = ImageOps.exif_transpose(_eight_bits(image))
    image.thumbnail((side, side), reducing_gap=2.0)
    head = HEADER.pack(MAGIC, image.width, image.height, full_width, full_height, name.encode("ascii"))
    return head + image.convert("RGBA").tobytes()


def _eight_bits(image: Image) -> Image:
    """Deep greys brought to 256 steps, since converting them would clip; palettes to colours, so that they scale."""
    if image.mode.startswith("I;16"):
        return image.convert("I").point(lambda value: value / 256).convert("L")
    if image.mode in {"P", "PA", "1"}:
        return image.convert("RGBA")
    return image


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
