"""Puts a fresh image of the program in place of this one, so that nothing of a vault is left in its memory.

Overwriting keys is not enough: text that was shown, typed or read lies in Qt's, Python's and SQLite's own buffers, and
none of them says where. A process that has ended leaves nothing: the kernel gives its pages to nobody before they are
zeros. What the fresh image has to know comes through a pipe, which no list of processes shows.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

OPTION = "--anew"
LIMIT = 1 << 16
"""Bytes handed on: less than a pipe holds, so that writing never waits for a reader."""
_FILES = 4096
"""Numbers of open files that are looked at; a desktop's limit is 1024."""


@dataclass(frozen=True)
class Left:
    """What the fresh image goes on with: how the window looked and where the vault is; no word of it.

    geometry: what Qt says of the window's place. active: it was the one in use. minimised: it was not to be seen.
    """

    folder: Path = field(repr=False)
    language: str
    theme: str = field(repr=False)
    text_size: int
    geometry: bytes = field(repr=False)
    active: bool
    minimised: bool

    def to_bytes(self) -> bytes:
        """As it goes through the pipe."""
        told = {
            "folder": os.fsencode(self.folder).hex(),
            "language": self.language,
            "theme": self.theme,
            "text_size": self.text_size,
            "geometry": self.geometry.hex(),
            "active": self.active,
            "minimised": self.minimised,
        }
        return json.dumps(told).encode("ascii")

    @classmethod
    def from_bytes(cls, untrusted: bytes) -> Left | None:
        """None for anything else."""
        try:
            told = json.loads(untrusted)
            return cls(
                Path(os.fsdecode(bytes.fromhex(told["folder"]))),
                str(told["language"]),
                str(told["theme"]),
                int(told["text_size"]),
                bytes.fromhex(told["geometry"]),
                told["active"] is True,
                told["minimised"] is True,
            )
        except (ValueError, TypeError, KeyError):
            return None


def read(number: int) -> Left | None:
    """What was left in the pipe of this number; None when there is no such pipe, or something else in it."""
    try:
        if not stat.S_ISFIFO(os.fstat(number).st_mode):
            return None
        with os.fdopen(number, "rb") as pipe:
            return Left.from_bytes(pipe.read(LIMIT))
    except OSError:
        return None


def command(number: int) -> list[str]:
    """What starts this program again, as it was started: from source, as a command, or as one folder."""
    words = ["window", OPTION, str(number)]
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    ours = len(sys.argv) - 1  # the words after what Python itself was told: a module, a script
    return [sys.executable, *sys.orig_argv[1 : len(sys.orig_argv) - ours], *words]


if sys.platform == "win32":
    import ctypes
    import subprocess

    def replace(left: Left) -> None:
        """Start a fresh process and end this one at once; Windows puts no image in place of another.

        Returns only when it could not be started.
        """
        with suppress(OSError):
            fresh = subprocess.Popen(command(0), stdin=subprocess.PIPE, env=_environment())  # noqa: S603 - ourselves
            assert fresh.stdin is not None
            ctypes.windll.user32.AllowSetForegroundWindow(fresh.pid)
            fresh.stdin.write(left.to_bytes())
            fresh.stdin.close()
            os._exit(0)

else:

    def replace(left: Left) -> None:
        """Put a fresh image in place of this one, under the same number. Returns only when that failed.

        The other threads are gone then, as by a kill: whatever they were to finish is finished, or was given up.
        """
        reads = -1
        try:
            reads, writes = os.pipe()
            os.write(writes, left.to_bytes())
            os.close(writes)
            for each in range(3, _FILES):
                with suppress(OSError):
                    os.set_inheritable(each, each == reads)
            words = command(reads)
            os.execve(words[0], words, _environment())  # noqa: S606 - ourselves
        except OSError:
            with suppress(OSError):
                os.close(reads)


def _environment() -> dict[str, str]:
    """A built program tells its children where it unpacked itself; a fresh one is to find out anew."""
    if not getattr(sys, "frozen", False):
        return dict(os.environ)
    return {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
