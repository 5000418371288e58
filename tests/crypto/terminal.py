"""A terminal for programs that read a passphrase from nowhere else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

PATIENCE = 60


def answer_prompts(command: Sequence[str | Path], passphrase: str) -> None:
    """Run a command on a terminal of its own, typing the passphrase whenever one is asked for."""
    if sys.platform == "win32":
        raise NotImplementedError("no such terminal on Windows")
    ours, theirs = os.openpty()
    with subprocess.Popen(
        ["setsid", "--ctty", "--wait", *command], stdin=theirs, stdout=theirs, stderr=theirs
    ) as program:
        os.close(theirs)
        unanswered = b""  # a prompt may come in two pieces
        with suppress(OSError):  # how a terminal says that nobody is on it any more
            while said := os.read(ours, 1024):
                unanswered += said
                if b"passphrase" in unanswered:
                    unanswered = b""
                    os.write(ours, f"{passphrase}\n".encode())
        os.close(ours)
        assert program.wait(PATIENCE) == 0
