"""What is due, on the page of today: risks and records to look at again, tasks, interviews that are not finished."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPushButton

from desktop.casework import due
from desktop.casework.due import Due
from desktop.casework.workspace import Changes, Workspace, day_of
from desktop.ui.earlier import anew
from desktop.ui.finding.passage import FIELD
from desktop.ui.layout import column, held, row
from desktop.ui.moments import date_words
from desktop.ui.place import Place
from desktop.ui.plain import Heading
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

FEW = 8  # lines; the rest when asked for


class DueList(Speaking):
    """There only while something is due."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._due: tuple[Due, ...] = ()
        self._all = False
        self._today: date | None = None
        self._asked = 0
        self._title = Heading(level=2)
        self._table = RecordTable(3, wide=1)
        self._more = QPushButton()
        self._more.clicked.connect(self._show_all)
        self.setLayout(column(self._title, self._table, held(row(self._more, None)), gap=8))
        self._table.opened.connect(self._lead)
        self.hide()
        self.retranslate()

    def refresh(self, changes: Changes | None) -> None:
        """Ask the vault."""
        if changes is None or changes:
            self._asked += 1
            asked = self._asked

            def first(told: tuple[date, tuple[Due, ...]]) -> None:
                self._today = told[0]
                self._answered(told[1], 0, asked)

            self._tools.worker.submit(_said_due, first, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of it."""
        self._title.setText(self.tr("Due"))
        self._table.name(self.tr("Due"), ("", "", ""))
        shown = self._due if self._all else self._due[:FEW]
        self._table.show_lines([self._line(one) for one in shown])
        self._more.setText(self.tr("Show all {count}").format(count=len(self._due)))
        self._more.setVisible(len(shown) < len(self._due))
        self.setVisible(bool(self._due))

    def _line(self, one: Due) -> Line:
        why = {
            "risk": self.tr("Look at the risks again"),
            "review": self.tr("Look at it again"),
            "task": self.tr("To do"),
            "opening": self.tr("Interview without its opening"),
        }[one.why]
        return Line(one.record, one.why, (why, one.title, self._since(one)))

    def _since(self, one: Due) -> str:
        if one.day is None:
            return ""
        if one.why == "opening":
            told = self.tr("unfinished since {day}")
        else:
            told = self.tr("due since {day}") if one.day != self._today else self.tr("due today")
        return told.format(day=date_words(one.day, self._tools.language.code))

    def _lead(self, record: str, why: str) -> None:
        """To the field that settles it; how somebody's risks stood then is kept, so they are assessed anew."""
        one = next((one for one in self._due if (one.record, one.why) == (record, why)), None)
        if one is not None and one.person:
            self._tools.go(anew(one.kind, one.record, one.person))
        elif one is not None:
            self._tools.go(Place("record", one.record, one.kind, ((FIELD, one.path),) if one.path else ()))

    def _answered(self, found: tuple[Due, ...], after: int | None, asked: int) -> None:
        """So far; the rest of a large vault is looked through piece by piece, with whatever somebody does between."""
        if asked != self._asked:
            return
        if after is None:
            if found != self._due:
                self._due = found
                self.retranslate()
            return

        def piece(ws: Workspace) -> tuple[tuple[Due, ...], int | None]:
            return due.retained_piece(ws, day_of(ws), after)

        def more(told: tuple[tuple[Due, ...], int | None]) -> None:
            self._answered(due.in_order((*found, *told[0])), told[1], asked)

        self._tools.worker.submit(piece, more, owner=self, look=True)

    def _show_all(self) -> None:
        self._all = True
        self.retranslate()


def _said_due(ws: Workspace) -> tuple[date, tuple[Due, ...]]:
    return day_of(ws), due.said_due(ws, day_of(ws))
