"""Writes the page of requirements at the end of a run of all tests, from how those that carry an id came out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.requirements.table import carried, page

PAGE = "JIASHU_REQUIREMENTS"
"""The variable that names the page to write; without it nothing is written."""


class Outcomes:
    """A plugin of pytest: in a run that is shared among processes, of the one that gathers the reports."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._tests: dict[str, set[str]] = {}
        self._failed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test with several sets of figures is one test, and has passed if all of them have."""
        test = report.nodeid.partition("[")[0]
        requirement = carried(test)
        if requirement is None or (report.when != "call" and report.outcome == "passed"):
            return
        self._tests.setdefault(requirement, set()).add(test)
        if report.outcome != "passed":
            self._failed.add(test)

    def pytest_sessionfinish(self) -> None:
        """The page, in the same order whatever the order of the run."""
        if self._tests:
            found = {requirement: sorted(tests) for requirement, tests in self._tests.items()}
            self._path.write_text(page(found, self._failed), encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Only where a page is asked for, and not in the processes that merely run a share of the tests."""
    path = os.environ.get(PAGE)
    if path and not hasattr(config, "workerinput"):
        config.pluginmanager.register(Outcomes(Path(path)), "requirements")
