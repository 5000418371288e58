"""The program as a process of its own, and what it says: the near end of `lived`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from desktop.casework import vaults

PASSPHRASE = "quince lantern under seven bridges"
SECONDS = 60


class Life:
    """Told what to do, one thing at a time; after a lock it goes on in a fresh image under the same number."""

    def __init__(self, vault: Path, root: Path, **environment: str) -> None:
        words = [sys.executable, "-m", "tests.ui.lived", "window", str(vault)]
        self._process = subprocess.Popen(
            words,
            cwd=root,
            env={**os.environ, **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.pid = self._process.pid
        assert self.hear()["locked"]

    def tell(self, do: str, **words: str) -> None:
        """One thing to do."""
        pipe = _pipe(self._process.stdin)
        pipe.write(json.dumps({"do": do, **words}) + "\n")
        pipe.flush()

    def hear(self) -> dict[str, Any]:
        """What it says next."""
        told: dict[str, Any] = json.loads(_pipe(self._process.stdout).readline())
        return told

    def signal(self, number: signal.Signals) -> None:
        """As the system does."""
        self._process.send_signal(number)

    def ended(self) -> int:
        """Its exit code."""
        return self._process.wait(SECONDS)

    def end(self) -> None:
        """Whatever became of it."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            _pipe(pipe).close()


def _pipe(pipe: IO[str] | None) -> IO[str]:
    assert pipe is not None
    return pipe


@pytest.fixture
def begin(tmp_path: Path, home: Path, root: Path) -> Iterator[Callable[..., Life]]:
    """Starts the program before a vault of its own; the words given go into its environment."""
    if sys.platform == "win32":
        pytest.skip("on Windows another process takes the place, under another number")
    folder = tmp_path / "vault"
    vaults.lock(vaults.create_vault(folder, PASSPHRASE, clock=lambda: 1_750_000_000, work_factor=6).vault)
    lives: list[Life] = []

    def start(**environment: str) -> Life:
        lives.append(Life(folder, root, **environment))
        return lives[-1]

    yield start
    for life in lives:
        life.end()
