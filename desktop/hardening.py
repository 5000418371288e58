"""Keeps what is in this process from the user's other programs: no dump of it, and no reading of its memory."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform == "win32":
    import ctypes

    _NO_ERROR_BOXES = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX
    _NO_HEAP = 0x0001  # WER_FAULT_REPORTING_FLAG_NOHEAP

    def harden() -> None:
        """A crash shows no box that offers to send a report, and a report that is made holds none of the heap.

        Nothing is written to the registry: that would be a trace. Administrators, and programs of the same user that
        ask for it, can still read the memory.
        """
        ctypes.windll.kernel32.SetErrorMode(_NO_ERROR_BOXES)
        ctypes.windll.kernel32.WerSetFlags(_NO_HEAP)

else:
    import resource

    def harden() -> None:
        """To be done before anything secret is in memory; what is started later begins as an ordinary process.

        On Linux the process is not dumpable: no core is written, not even through a pipe (which the limit alone does
        not stop), and only root can attach to it or read its memory and its environment (prctl(2), ptrace(2)). On
        macOS the system asks for that by itself; there the limit on core dumps is what is needed.
        """
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":
            import ctypes

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)

    _PR_SET_DUMPABLE = 4


def hold_streams() -> None:
    """Where somebody starts the program with a standard stream closed, nothing stands in its place.

    Else a file of a vault, opened later, would get the number of that stream, and what a library complains of would be
    written into it.
    """
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
