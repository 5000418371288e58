"""A process that has the program loaded and begins each run of it as a copy of itself: `python -m tests.faults.yard`.

Preloaded with `interposed.c`. Reads a run as a line of JSON, answers how it ended with another, until its input ends.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import importlib
import json
import os
import pkgutil
import signal
import sys
import time
from pathlib import Path
from typing import Any, BinaryIO

import desktop

WORK_FACTOR = 2
FAULT = 99  # exit code: the program raised what it should have told


def main() -> None:
    """Everything is imported beforehand, as the program would when it needs it."""
    if sys.platform != "linux":
        raise RuntimeError("faults are made on Linux alone")
    library = ctypes.CDLL(os.environ["LD_PRELOAD"])
    for found in pkgutil.walk_packages(desktop.__path__, "desktop."):
        if not found.name.startswith(("desktop.ui", "desktop.app")):
            importlib.import_module(found.name)
    importlib.import_module("tests.faults.writer")
    _warm()
    gc.freeze()
    with contextlib.ExitStack() as kept:
        out, err = (kept.enter_context(os.fdopen(os.memfd_create(name), "r+b", buffering=0)) for name in ("out", "err"))
        for line in sys.stdin:
            print(json.dumps(_run(library, json.loads(line), out, err)), flush=True)


def _warm() -> None:
    """What is loaded on first use within libraries; and a passphrase takes no second, whatever this machine can do."""
    from desktop.casework import passphrases
    from desktop.cli.shell import vocabularies
    from desktop.domain import registry

    vocabularies()
    assert registry.KINDS
    passphrases.calibrated_work_factor = lambda *_: WORK_FACTOR


def _run(library: ctypes.CDLL, told: dict[str, Any], out: BinaryIO, err: BinaryIO) -> dict[str, Any]:
    if sys.platform != "linux":
        raise RuntimeError("faults are made on Linux alone")
    for file in (out, err):
        file.seek(0)
        file.truncate()
    child = os.fork()
    if not child:
        _become(library, told, out, err)
    if "killed_after" in told:
        while told["once_told"] and not os.fstat(out.fileno()).st_size:
            time.sleep(0.001)
        time.sleep(told["killed_after"])
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    said = []
    for file in (out, err):
        file.seek(0)
        said.append(file.read().decode("utf-8", "replace"))
    return {"code": os.waitstatus_to_exitcode(status), "out": said[0], "err": said[1]}


def _become(library: ctypes.CDLL, told: dict[str, Any], out: BinaryIO, err: BinaryIO) -> None:
    """The program, from here to its end."""
    code = FAULT
    try:
        os.environ.update(told["settings"])
        with Path(told["typed"] or os.devnull).open("rb") as typed:
            for number, file in enumerate((typed, out, err)):
                os.dup2(file.fileno(), number)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - of a descriptor
        # Line by line, so that what is acknowledged is told at once.
        sys.stdout, sys.stderr = (
            open(number, "w", encoding="utf-8", buffering=1, closefd=False)  # noqa: SIM115
            for number in (1, 2)
        )
        library.fault_set(*(told[name].encode() for name in ("under", "how")), told["at"], told["log"].encode())
        code = importlib.import_module(told["module"]).main(told["words"])
        sys.stdout.flush()
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
