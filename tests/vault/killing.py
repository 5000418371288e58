"""A process of our own, killed before a chosen one of the calls that make a slot last."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.vault import system


def killed_before(call: int, work: Callable[[], object]) -> bool:
    """Do the work in a copy of this process, killed before the call of that number; False where it ended before that.

    Counted are the flush of a file, its renaming, and the flush of its folder. What the work is to be done on must not
    be open in SQLite here.
    """
    if sys.platform == "win32":
        pytest.skip("this system has no such processes")
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status)
    left = call

    def counted(does: Callable[..., Any]) -> Callable[..., Any]:
        def counting(*given: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return does(*given)

        return counting

    try:
        system.flush = counted(system.flush)
        system.sync_folder = counted(system.sync_folder)
        Path.replace = counted(Path.replace)  # type: ignore[method-assign, unused-ignore]
        work()
    finally:
        os._exit(0)
