"""A disk that fails at a chosen call: the real program as a process, every write, flush and rename of it counted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from tests.conftest import ROOT

How = Literal["kill", "full", "once", "broken"]
"""How the chosen call ends; see `interposed.c`."""

_SOURCE = Path(__file__).with_name("interposed.c")


@dataclass(frozen=True)
class Ended:
    """A run of the program. code: below zero for a signal. calls: those counted, in a run without a fault."""

    code: int
    out: str
    err: str
    calls: tuple[str, ...] = ()

    @property
    def unfinished(self) -> bool:
        """Whether it told that all is kept, and only the last steps wait."""
        return "[vault.unfinished]" in self.err


def built(folder: Path) -> Path:
    """The library to preload; skips where there is no Linux or no compiler of C."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs Linux and a compiler of C")
    library = folder / "interposed.so"
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", str(library), str(_SOURCE), "-ldl"], check=True)
    return library


@dataclass(frozen=True)
class Disk:
    """What is below `under` can be made to fail."""

    library: Path
    under: Path

    def run(self, words: Sequence[str], home: Path, how: How, at: int) -> Ended:
        """`jiashu WORDS`, the call with number `at` ending as `how` says."""
        return self._run(words, home, {"FAULT_HOW": how, "FAULT_AT": str(at)})

    def counted(self, words: Sequence[str], home: Path, how: How) -> Ended:
        """The same without a fault: the calls `how` could strike, in their order."""
        log = home / "calls"
        ended = self._run(words, home, {"FAULT_HOW": how, "FAULT_LOG": str(log)})
        calls = tuple(log.read_text().splitlines()) if log.exists() else ()
        log.unlink(missing_ok=True)
        return Ended(ended.code, ended.out, ended.err, calls)

    def _run(self, words: Sequence[str], home: Path, fault: dict[str, str]) -> Ended:
        settings = {
            "HOME": str(home),
            "JIASHU_HOME": str(home / ".config" / "jiashu"),
            "LC_ALL": "C.UTF-8",
            "LD_PRELOAD": str(self.library),
            "FAULT_UNDER": str(self.under),
            **fault,
        }
        done = subprocess.run(
            [sys.executable, "-m", "desktop", *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, **settings},
            check=False,
        )
        return Ended(done.returncode, done.stdout, done.stderr)
