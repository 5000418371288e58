"""Checking a database page by page as it lies in its file, then how the pages hang together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

from desktop.errors import Damaged, Hindered
from desktop.vault.connection import Database
from desktop.vault.findings import Report

_PAGES = 1024
"""Looked at between two reports of progress."""


class PageCheck:
    """Of one database; what is wrong goes into the report."""

    def __init__(self, database: Database, report: Report, beside: Callable[[], None] = lambda: None) -> None:
        """beside: checks what only this database has, where its pages are sound."""
        self._database = database
        self._file = database.path.name
        self._report = report
        self._beside = beside

    def steps(self, pages: int) -> Iterator[int]:
        """Page by page, then how they hang together; gives how many pages were read."""
        for start in range(0, pages, _PAGES):
            self._check_pages(start, min(start + _PAGES, pages))
            yield min(start + _PAGES, pages)
        for _ in self._check_trees():
            yield pages

    def _check_pages(self, after: int, last: int) -> None:
        """Each page's seal, as it lies in the file; read so, one that is broken hinders nothing else."""
        if after == 0:
            # One that a kill left there by half is whole in the log of writes.
            with suppress(Hindered):
                self._database.truncate_wal()
        for number in range(after + 1, last + 1):
            self._report.pages += 1
            if not self._database.page_is_sound(number) and not self._moved(number):
                self._report.found(Damaged("vault.page", file=self._file), str(number))

    def _moved(self, number: int) -> bool:
        """Whether a page is sound once the log of writes is moved into the file, or is no longer one of the file's."""
        with suppress(Hindered, Damaged):
            self._database.truncate_wal()
        return number > self._database.page_count() or self._database.page_is_sound(number)

    def _check_trees(self) -> Iterator[None]:
        """How the pages hang together, table by table, unless one is broken: then it says nothing more."""
        if any(finding.code == "vault.page" for finding in self._report.findings):
            return
        try:
            for (table,) in self._database.all("SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0"):
                told = self._database.all(f"PRAGMA integrity_check('{table}')")
                if told != [("ok",)]:
                    self._report.found(Damaged("vault.database", file=self._file), self._file)
                yield
            self._beside()
        except Damaged as damage:
            self._report.found(damage, self._file)
