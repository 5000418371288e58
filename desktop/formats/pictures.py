"""Strangers' pictures as plain pixels, decoded by a process that never holds a key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn

from desktop.errors import Refused
from desktop.formats import helper, helping
from desktop.formats.helping import MAX_BYTES, SECONDS, HelperProcess

MAX_SIDE = 4096


@dataclass(frozen=True)
class Picture:
    """Upright pixels. rgba: width × height × 4 bytes, rows from the top, alpha not multiplied in.

    format: of the file (`PNG`, …). full_width, full_height: of the file, before it was made smaller.
    """

    width: int
    height: int
    rgba: bytes = field(repr=False)
    format: str
    full_width: int
    full_height: int


class PictureHelper:
    """Starts one helper process a picture; it gets the bytes and nothing else, and is gone afterwards."""

    def __init__(self, seconds: float = SECONDS) -> None:
        """seconds: of wall-clock time, after which the process is killed."""
        self._process = HelperProcess(seconds)

    def stop(self) -> None:
        """From any thread: kill the process at work, if there is one; the picture is Refused `picture.unreadable`."""
        self._process.stop()

    def decode(self, untrusted: bytes, max_side: int = MAX_SIDE) -> Picture:
        """The picture, made smaller where a side is longer than `max_side` pixels.

        PNG, JPEG, GIF and WebP (their first frame), BMP, TIFF (its first page). Refused `picture.format` for
        anything else, `picture.too_large`, `picture.unreadable` when the helper died, broke off or ran too long.
        """
        if len(untrusted) > MAX_BYTES:
            raise Refused("picture.too_large", limit=MAX_BYTES)
        side = max(1, min(max_side, MAX_SIDE))
        status, answer = self._process.ask([*command(), str(side)], untrusted, helper.HEADER.size + side * side * 4)
        if status != helper.DONE:
            _refuse(status)
        return _picture(answer, side)


def command() -> list[str]:
    """How the helper is asked for pixels."""
    return helping.command("pictures")


def _refuse(status: int) -> NoReturn:
    if status == helper.NOT_A_PICTURE:
        raise Refused("picture.format")
    if status == helper.TOO_LARGE:
        raise Refused("picture.too_large", limit=MAX_BYTES)
    raise Refused("picture.unreadable")


def _picture(untrusted_answer: bytes, side: int) -> Picture:
    """The answer of a process that a hostile picture may have taken over: only exact measures are believed."""
    if len(untrusted_answer) < helper.HEADER.size:
        raise Refused("picture.unreadable")
    head = helper.HEADER.unpack_from(untrusted_answer)
    magic, width, height, full_width, full_height, name = head
    rgba = untrusted_answer[helper.HEADER.size :]
    kind = name.rstrip(b"\0").decode("ascii", "replace")
    fits = 0 < width <= side and 0 < height <= side and len(rgba) == width * height * 4
    if magic != helper.MAGIC or not fits or kind not in helper.FORMATS:
        raise Refused("picture.unreadable")
    return Picture(width, height, rgba, kind, full_width, full_height)
