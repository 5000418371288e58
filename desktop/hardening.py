"""Keeps what is in this process from the user's other programs: no dump of it, and no reading of its memory."""

from __future__ import annotations

import sys

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
