"""Starting the helper process and ending it with all it may have started, which differs between systems."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":

    def end(process: subprocess.Popen[bytes]) -> None:
        """Kill it."""
        process.kill()

    _FLAGS = subprocess.CREATE_NO_WINDOW  # no black window flashes up

    def _environment() -> Mapping[str, str]:
        """Windows starts no program without knowing where it is itself."""
        return {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}

else:
    import signal

    def end(process: subprocess.Popen[bytes]) -> None:
        """Kill its whole group, whether it has ended itself or not: what it left behind may hold our pipe.

        The number stays the group's own as long as anything of it is left, so that nobody else is hit.
        """
        with suppress(ProcessLookupError, PermissionError):  # the latter from macOS, of a group that only waits to go
            os.killpg(process.pid, signal.SIGKILL)

    _FLAGS = 0

    def _environment() -> Mapping[str, str]:
        return {}


def start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """A program of ours with pipes for what goes in and comes out, and nothing of our surroundings."""
    return subprocess.Popen(  # noqa: S603 — our own program with a number; what is untrusted goes through the pipe
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=dict(_environment()),
        cwd=Path(sys.executable).anchor,
        creationflags=_FLAGS,
        start_new_session=sys.platform != "win32",  # and so a group of its own
    )
