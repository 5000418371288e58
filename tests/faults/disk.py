"""A disk that fails at a chosen call: the real program as a process, every write, flush and rename of it counted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from tests.conftest import ROOT

How = Literal["kill", "full", "once", "broken", "unreadable", "wrong"]
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
        return "[vault.unfinished]" in self.err or "[vault.recovery_unfinished]" in self.err


@dataclass(frozen=True)
class Command:
    """words: of the command line. typed: the file its standard input is, if any. home: the home folder it runs in.

    module: the one whose `main` is called with the words.
    """

    words: Sequence[str]
    home: Path
    typed: str = ""
    module: str = "desktop.__main__"


def built(folder: Path) -> Path:
    """The library to preload; skips where there is no Linux or no compiler of C."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs Linux and a compiler of C")
    library = folder / "interposed.so"
    subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", str(library), str(_SOURCE), "-ldl"], check=True)
    return library


@contextmanager
def loaded(library: Path) -> Iterator[subprocess.Popen[str]]:
    """A process with the program loaded, of which each run is a copy; see `yard.py`."""
    settings = {**os.environ, "LD_PRELOAD": str(library), "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.faults.yard"]
    with subprocess.Popen(
        command, cwd=ROOT, env=settings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as yard:
        yield yard


@dataclass(frozen=True)
class Disk:
    """What is below `under` can be made to fail. folder: where logs are kept."""

    yard: subprocess.Popen[str]
    under: Path
    folder: Path

    def run(self, command: Command, how: How, at: int) -> Ended:
        """The call with number `at` ends as `how` says."""
        return self._run(command, how, at, None)

    def undisturbed(self, command: Command) -> Ended:
        """Without a fault."""
        return self._run(command, "", 0, None)

    def counted(self, command: Command, how: How) -> Ended:
        """Without a fault: the calls `how` could strike, in their order."""
        log = self.folder / "calls"
        ended = self._run(command, how, 0, log)
        calls = tuple(log.read_text().splitlines()) if log.exists() else ()
        log.unlink(missing_ok=True)
        return Ended(ended.code, ended.out, ended.err, calls)

    def recorded(self, command: Command) -> tuple[Ended, bytes]:
        """Without a fault, and all that it did to the disk; see `trace.py`."""
        log = self.folder / "trace"
        ended = self._run(command, "record", 0, log)
        trace = log.read_bytes()
        log.unlink()
        return ended, trace

    def killed_after(self, command: Command, seconds: float, *, once_told: bool) -> Ended:
        """Killed from outside, wherever it is by then; once_told: so long after it first told something."""
        return self._run(command, "", 0, None, killed_after=seconds, once_told=once_told)

    def _run(self, command: Command, how: str, at: int, log: Path | None, **more: float) -> Ended:
        told = {
            "module": command.module,
            "words": list(command.words),
            **more,
            "typed": command.typed,
            "settings": {"HOME": str(command.home), "JIASHU_HOME": str(command.home / ".config" / "jiashu")},
            "under": str(self.under),
            "how": how,
            "at": at,
            "log": str(log or ""),
        }
        assert self.yard.stdin
        assert self.yard.stdout
        print(json.dumps(told), file=self.yard.stdin, flush=True)
        return Ended(**json.loads(self.yard.stdout.readline()))
