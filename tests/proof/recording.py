"""What `make proof` learns from the tests: figures they give, and how each that covers a fault ended, as JSON lines."""

from __future__ import annotations

import json
import os
from collections.abc import Generator
from pathlib import Path
from typing import Any, Protocol

import pytest

FOLDER = "JIASHU_PROOF"
"""The variable that names the folder the lines go to, a file for each process; without it nothing is recorded."""


class Tally(Protocol):
    """`tally(1, kills=3, lost=0, between=0)`: figures of one row of the table of faults; they are added up.

    lost: what was acknowledged and is not there. between: states that are neither the old nor the new one. Tell both
    before asserting that there is none.
    """

    def __call__(self, row: int, **figures: int) -> None: ...


@pytest.fixture
def tally() -> Tally:
    """Tells `make proof` what was done; nothing else is done with it."""
    return record_figures


def record_figures(row: int, **figures: int) -> None:
    _record({"row": row, "figures": figures})


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """In whichever process the test runs."""
    report: pytest.TestReport = yield
    if report.when == "call" or report.outcome != "passed":
        for row in sorted({row for mark in item.iter_markers("fault") for row in mark.args}):
            _record({"row": row, "test": report.nodeid, "outcome": report.outcome, "why": _reason(report)})
    return report


def _reason(report: pytest.TestReport) -> str:
    """Why it was skipped."""
    found = report.longrepr
    return str(found[2]).removeprefix("Skipped: ") if report.skipped and isinstance(found, tuple) else ""


def _record(line: dict[str, Any]) -> None:
    if folder := os.environ.get(FOLDER):
        place = Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        with (place / f"{os.getpid()}.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
