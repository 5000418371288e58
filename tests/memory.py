"""Where the folders of tests are made: in memory where it can be, since a vault waits for the disk at every save.

Nobody pulls the plug on a test: the faults of disks are made by `tests/faults`, whatever the folder is on.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

_IN_MEMORY = Path("/dev/shm")
_ENOUGH = 4 << 30
"""Bytes; what tests leave is taken away after each of them."""


def in_memory() -> Path | None:
    """A folder in memory with room enough, from which libraries may be loaded; None where there is none."""
    if sys.platform != "linux" or not _IN_MEMORY.is_dir():
        return None
    loads = not os.statvfs(_IN_MEMORY).f_flag & os.ST_NOEXEC
    return _IN_MEMORY if loads and shutil.disk_usage(_IN_MEMORY).free > _ENOUGH else None


def make_folders_there() -> None:
    """What pytest makes from now on, in this process and those it starts, unless somebody chose another place."""
    if place := in_memory():
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(place))
