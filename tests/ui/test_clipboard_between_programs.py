"""The clipboard between two programs on one X11 screen, where it is said who owns it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench.bench_window import display

ROOT = Path(__file__).resolve().parent.parent.parent
CANARY = "a canary sings"

pytestmark = pytest.mark.skipif(not shutil.which("Xvfb"), reason="no Xvfb here to show two programs on one screen")


class Program:
    """One of the two; `tell` gives it an order and returns its answer."""

    def __init__(self, screen: str, *words: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.neighbour", *words],
            env={**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"},
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        assert self._answer() == "here"

    def tell(self, order: str) -> str:
        assert self._process.stdin is not None
        self._process.stdin.write(order + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")

    def crash(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    with display() as name:
        yield name


@pytest.fixture
def ours(screen: str) -> Iterator[Program]:
    program = Program(screen, "watching")
    yield program
    program.crash()


@pytest.fixture(scope="module")
def theirs(screen: str) -> Iterator[Program]:
    program = Program(screen)
    yield program
    program.crash()


@pytest.mark.fault(14)
def test_fault_14_another_program_reads_a_copy_and_its_hint_until_it_is_taken_back(
    ours: Program, theirs: Program
) -> None:
    ours.tell(f"copy {CANARY}")
    assert theirs.tell("read") == CANARY
    assert "x-kde-passwordManagerHint" in theirs.tell("formats").split()
    ours.tell("back")
    assert theirs.tell("read") == ""


@pytest.mark.fault(14)
def test_fault_14_what_another_program_copied_later_stays(ours: Program, theirs: Program) -> None:
    ours.tell(f"copy {CANARY}")
    theirs.tell("copy a shopping list")
    assert ours.tell("read") == "a shopping list"
    ours.tell("back")
    assert ours.tell("read") == theirs.tell("read") == "a shopping list"


@pytest.mark.fault(14)
def test_fault_14_marked_words_are_pasted_nowhere_by_a_middle_click(ours: Program, theirs: Program) -> None:
    ours.tell(f"mark {CANARY}")
    assert theirs.tell("read-marked") == ""


@pytest.mark.fault(14)
def test_fault_14_after_a_crash_nothing_is_on_the_clipboard(ours: Program, theirs: Program) -> None:
    ours.tell(f"copy {CANARY}")
    assert theirs.tell("read") == CANARY
    ours.crash()
    assert theirs.tell("read") == ""
