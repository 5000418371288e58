"""The files chosen to be taken in, each with what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.ui.record_table import Line, RecordTable
from desktop.ui.tools import Tools


@dataclass(eq=False)
class Taking:
    """One file. record: the evidence it became. failed: why it could not be taken in."""

    file: Path = field(repr=False)
    record: str = ""
    failed: str = field(default="", repr=False)


class AttachList(RecordTable):
    """A line a file; one that was taken in leads to its record."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(2, wide=1)
        self._tools = tools
        self.hide()

    def show_files(self, files: Sequence[Taking], now: Taking | None = None) -> None:
        """now: the one under way."""
        self.name(self.tr("Files"), (self.tr("File"), self.tr("What became of it")))
        self.show_lines([Line(one.record, "evidence", (one.file.name, self._said(one, now))) for one in files])
        self.setVisible(bool(files))

    def _said(self, one: Taking, now: Taking | None) -> str:
        if one.record:
            return self.tr("Taken in")
        if one is now:
            return self.tr("Being taken in…")
        return one.failed or self.tr("Not taken in yet")
