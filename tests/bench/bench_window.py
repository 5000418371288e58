"""How long until the window is up, beside KeePassXC, both fresh on the same virtual display."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.row import NotMeasured, Row

ROOT = Path(__file__).resolve().parent.parent.parent
RUNS = 15  # each by turns; enough that another program's burst of work does not decide
PATIENCE = 30.0
# KeePassXC's first start asks a question; it has been answered here.
KEEPASSXC_SETTINGS = "[General]\nConfigVersion=2\nUpdateCheckMessageShown=true\n[GUI]\nCheckForUpdates=false\n"


@contextmanager
def display() -> Iterator[str]:
    """A virtual screen of its own; yields its name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-noreset", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def visible(environment: Mapping[str, str]) -> bool:
    """Whether any named window is mapped on the display."""
    asked = ["xdotool", "search", "--onlyvisible", "--name", "."]
    return bool(subprocess.run(asked, env=environment, capture_output=True, check=False).stdout.strip())


def seconds_until_up(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Start a program, wait for its window, end it; return the time it took to show."""
    began = time.perf_counter()
    running = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not visible(environment):
            if running.poll() is not None or time.perf_counter() - began > PATIENCE:
                raise NotMeasured(f"{command[0]} showed no window")
            time.sleep(0.005)
        return time.perf_counter() - began
    finally:
        running.terminate()
        running.wait()


def home(folder: Path) -> dict[str, str]:
    """An environment in which both programs start as if for the first time, without a first question."""
    settings = folder / ".config" / "keepassxc"
    settings.mkdir(parents=True)
    (settings / "keepassxc.ini").write_text(KEEPASSXC_SETTINGS, encoding="utf-8")
    run = folder / "run"
    run.mkdir(mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return {**kept, "HOME": str(folder), "XDG_RUNTIME_DIR": str(run), "QT_QPA_PLATFORM": "xcb"}


def rows() -> Iterator[Row]:
    """The window from a checkout beside KeePassXC's, by turns; medians, the first of each not counted."""
    lacking = [name for name in ("Xvfb", "xdotool", "keepassxc") if not shutil.which(name)]
    if lacking:
        raise NotMeasured(f"{' and '.join(lacking)} missing here")
    ours: list[float] = []
    peer: list[float] = []
    with tempfile.TemporaryDirectory() as folder, display() as name:
        environment = {**home(Path(folder)), "DISPLAY": name}
        for _ in range(RUNS + 1):
            peer.append(seconds_until_up(["keepassxc"], environment))
            ours.append(seconds_until_up([sys.executable, "-m", "desktop"], environment))
    mine, theirs = statistics.median(ours[1:]), statistics.median(peer[1:])
    yield Row("window up", mine, theirs, mine / theirs, 1.5, "s", f"KeePassXC, median of {RUNS}, on Xvfb")
