"""The built program, started as a person would: from a folder elsewhere, with none of the checkout's environment."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Started = subprocess.CompletedProcess[str]


@pytest.fixture(scope="session")
def dist(root: Path) -> Path:
    """The folder that was built; skips unless this run is to try it out."""
    if not os.environ.get("JIASHU_SHIPPED"):
        pytest.skip("tries out the built program, so it runs at the end of `make build`")
    return root / "dist" / "jiashu"


@pytest.fixture
def start(dist: Path, tmp_path: Path) -> Callable[..., Started]:
    """Runs the program with the given words and standard input, in an empty folder; returns how it ended."""
    name = "jiashu-shell.exe" if sys.platform == "win32" else "jiashu"
    passed_on = {"HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "SYSTEMROOT", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"}
    bare = {key: value for key, value in os.environ.items() if key in passed_on}
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def run(*words: str | Path, given: str = "") -> Started:
        return subprocess.run(
            [dist / name, *words],
            cwd=elsewhere,
            env={**bare, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"},
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    """A file with a passphrase good enough to be accepted."""
    path = tmp_path / "passphrase"
    path.write_text("harbour violet teapot meadow lantern\n", encoding="utf-8")
    return path
