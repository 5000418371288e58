"""The built program, started as a person would: from a folder elsewhere, with none of the checkout's environment."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    returncode: int
    output: bytes
    errors: str

    @property
    def told(self) -> str:
        """What was printed."""
        return self.output.decode()


class Start(Protocol):
    """Runs the program with the given words and standard input."""

    def __call__(self, *words: str | Path, given: bytes = b"") -> Ended: ...


@pytest.fixture(scope="session")
def dist(root: Path) -> Path:
    """The folder that was built; skips unless this run is to try it out."""
    if not os.environ.get("JIASHU_SHIPPED"):
        pytest.skip("tries out the built program, so it runs at the end of `make build`")
    return root / "dist" / "jiashu"


@pytest.fixture
def start(dist: Path, tmp_path: Path) -> Start:
    """Runs the program in an empty folder."""
    name = "jiashu-shell.exe" if sys.platform == "win32" else "jiashu"
    passed_on = {"HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "SYSTEMROOT", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"}
    bare = {key: value for key, value in os.environ.items() if key in passed_on}
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def run(*words: str | Path, given: bytes = b"") -> Ended:
        done = subprocess.run(
            [dist / name, *words],
            cwd=elsewhere,
            env={**bare, "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"},
            input=given,
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Ended(done.returncode, done.stdout, done.stderr.decode(errors="replace"))

    return run


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    """A file with a passphrase good enough to be accepted."""
    path = tmp_path / "passphrase"
    path.write_text("harbour violet teapot meadow lantern\n", encoding="utf-8")
    return path
