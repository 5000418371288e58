"""What a piece of program costs: memory and time in a process of its own, or the calls it makes."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MIB = 1024 * 1024

# ru_maxrss would carry over the parent's size; the high-water mark of /proc starts anew with the program.
_FRAME = """
import json, pathlib, time
def peak():
    status = pathlib.Path("/proc/self/status").read_text()
    return 1024 * int(status.split("VmHWM:")[1].split()[0])
{before}
idle, begun = peak(), time.process_time()
{measured}
print(json.dumps([peak() - idle, time.process_time() - begun]))
"""


@dataclass(frozen=True)
class Cost:
    """memory: bytes above the idle program at the peak. seconds: of processor time. complaints: on standard error."""

    memory: int
    seconds: float
    complaints: str


def cost(before: str, measured: str) -> Cost:
    """Run `before`, then measure `measured`, both in a new Python process."""
    if not Path("/proc/self/status").exists():
        pytest.skip("needs /proc to tell a process's memory")
    program = _FRAME.format(before=before, measured=measured)
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    memory, seconds = json.loads(done.stdout)
    return Cost(memory, seconds, done.stderr)


def room(work: Callable[[], object]) -> int:
    """Bytes of Python's own objects that `work` had at once, at the most, its result included."""
    tracemalloc.start()
    try:
        result = work()
        _, peak = tracemalloc.get_traced_memory()
        del result
    finally:
        tracemalloc.stop()
    return peak


def calls(work: Callable[[], object]) -> int:
    """How many functions `work` calls, built-in ones too: what it does, whatever else the machine is doing."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    gc.disable()  # which may call back
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
        gc.enable()
    return counted
