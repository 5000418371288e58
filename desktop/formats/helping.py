"""Asking the helper process one thing: it gets the bytes and nothing else, and is gone afterwards."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from desktop.formats import children, helper

SECONDS = 20.0
MAX_BYTES = 256 * 1024 * 1024


class HelperProcess:
    """Starts one process a file."""

    def __init__(self, seconds: float = SECONDS) -> None:
        """seconds: of wall-clock time, after which the process is killed."""
        self._seconds = seconds
        self._ending = threading.Lock()
        self._at_work: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """From any thread: kill the process at work, if there is one; its answer is that of one that died."""
        with self._ending:
            if self._at_work is not None:
                children.end(self._at_work)

    def ask(self, started_by: Sequence[str], untrusted: bytes, most: int) -> tuple[int, bytes]:
        """Exit status and output of the helper; output past `most` bytes, the largest honest answer, is cut off."""
        with children.start(started_by) as process:
            timer = threading.Timer(self._seconds, children.end, [process])
            timer.daemon = True
            timer.start()
            self._be_at_work(process)
            try:
                assert process.stdout is not None
                _feed(process, untrusted)
                answer = process.stdout.read(most + 1)
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


def command(*words: str) -> list[str]:
    """How the helper is started: the program itself when built, else the interpreter in isolation."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--jiashu-helper", *words]
    return [sys.executable, "-I", str(Path(helper.__file__)), *words]


def _feed(process: subprocess.Popen[bytes], untrusted: bytes) -> None:
    """Give it the file; one that died on the way says so by its status."""
    assert process.stdin is not None
    try:
        process.stdin.write(untrusted)
        process.stdin.close()
    except OSError:
        pass
