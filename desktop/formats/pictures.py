"""Strangers' pictures as plain pixels, decoded by a process that never holds a key."""

from __future__ import annotations

import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from desktop.errors import Refused
from desktop.formats import children, helper

SECONDS = 20.0
MAX_BYTES = 256 * 1024 * 1024
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
        self._seconds = seconds
        self._ending = threading.Lock()
        self._at_work: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """From any thread: kill the process at work, if there is one; the picture is Refused `picture.unreadable`."""
        with self._ending:
            if self._at_work is not None:
                children.end(self._at_work)

    def decode(self, untrusted: bytes, max_side: int = MAX_SIDE) -> Picture:
        """The picture, made smaller where a side is longer than `max_side` pixels.

        PNG, JPEG, GIF and WebP (their first frame), BMP, TIFF (its first page). Refused `picture.format` for
        anything else, `picture.too_large`, `picture.unreadable` when the helper died, broke off or ran too long.
        """
        if len(untrusted) > MAX_BYTES:
            raise Refused("picture.too_large", limit=MAX_BYTES)
        side = max(1, min(max_side, MAX_SIDE))
        status, answer = self._ask(untrusted, side)
        if status != helper.DONE:
            _refuse(status)
        return _picture(answer, side)

    def _ask(self, untrusted: bytes, side: int) -> tuple[int, bytes]:
        """Exit status and output of the helper; output past the largest honest answer is cut off."""
        with children.start([*command(), str(side)]) as process:
            timer = threading.Timer(self._seconds, children.end, [process])
            timer.daemon = True
            timer.start()
            self._be_at_work(process)
            try:
                assert process.stdout is not None
                _feed(process, untrusted)
                answer = process.stdout.read(helper.HEADER.size + side * side * 4 + 1)
                process.stdout.close()
                self._be_at_work(None)  # its number may be somebody else's once it was waited for
                return process.wait(), answer
            finally:
                self._be_at_work(None)
                timer.cancel()
                children.end(process)

    def _be_at_work(self, process: subprocess.Popen[bytes] | None) -> None:
        with self._ending:
            self._at_work = process


def command() -> list[str]:
    """How the helper is started: the program itself when built, else the interpreter in isolation."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--jiashu-helper", "pictures"]
    return [sys.executable, "-I", str(Path(helper.__file__)), "pictures"]


def _feed(process: subprocess.Popen[bytes], untrusted: bytes) -> None:
    """Give it the picture; one that died on the way says so by its status."""
    assert process.stdin is not None
    try:
        process.stdin.write(untrusted)
        process.stdin.close()
    except OSError:
        pass


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
