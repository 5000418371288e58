"""The last word on a fault of the program itself: where it happened, never what it was working on."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType

FAULT = 70
"""The exit code of a fault of ours (`EX_SOFTWARE` of sysexits.h); scripts can tell it from a refusal."""


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """For `sys.excepthook`: the kind of exception and the places it came through.

    Its message stays out, since it may quote a record; so do the lines of source with their values.
    """
    places = []
    while trace is not None:
        frame = trace.tb_frame
        places.append(f"{Path(frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    sys.stderr.write(f"jiashu: a fault of the program ({kind.__name__}) at {' > '.join(places[-6:])}\n")
    sys.stderr.flush()
    os._exit(FAULT)
