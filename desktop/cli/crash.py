"""The last word on a fault of the program itself: where it happened, never what it was working on."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path
from types import TracebackType

FAULT = 70
"""The exit code of a fault of ours (`EX_SOFTWARE` of sysexits.h); scripts can tell it from a refusal."""


def install() -> None:
    """Let every failure nobody caught, in any thread, be told by its place and never by what it held."""
    sys.excepthook = report
    threading.excepthook = lambda told: _tell(told.exc_type, told.exc_traceback)
    sys.unraisablehook = lambda told: _tell(told.exc_type, told.exc_traceback)


def report(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """For `sys.excepthook`: the kind of exception and the places it came through.

    Its message stays out, since it may quote a record; so do the lines of source with their values.
    """
    _tell(kind, trace)
    os._exit(FAULT)


def _tell(kind: type[BaseException], trace: TracebackType | None) -> None:
    places = []
    while trace is not None:
        frame = trace.tb_frame
        places.append(f"{Path(frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    sys.stderr.write(f"jiashu: a fault of the program ({kind.__name__}) at {' > '.join(places[-6:])}\n")
    sys.stderr.flush()
