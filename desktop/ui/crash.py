"""The last thing before the end: what is told of a bug names places in the program and never what it held."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

Tell = Callable[[str], None]
ROOT = Path(__file__).resolve().parent.parent.parent


def place_of(error: BaseException) -> str:
    """Kind of the failure and the program's own lines it passed through, innermost first; no values, no messages."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [f"{_short(frame.filename)}:{frame.lineno}" for frame in reversed(frames)]
    return " < ".join([type(error).__name__, *inside[:6]])


def install(tell: Tell) -> None:
    """Send every failure nobody caught to `tell`, in any thread; nothing of it reaches the terminal or a file."""

    def of_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
        else:
            tell(place_of(error))

    def of_thread(told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None:
            tell(place_of(told.exc_value))

    def of_nowhere(told: sys.UnraisableHookArgs) -> None:
        if told.exc_value is not None:
            tell(place_of(told.exc_value))

    sys.excepthook = of_main
    threading.excepthook = of_thread
    sys.unraisablehook = of_nowhere


def _short(filename: str) -> str:
    try:
        return Path(filename).resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return Path(filename).name
