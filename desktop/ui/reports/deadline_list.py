"""What runs out when, of what was sent to the UN: in the room of reports and on the page of today."""

from __future__ import annotations

from desktop.casework import deadlines
from desktop.casework.deadlines import Due, Waiting
from desktop.casework.workspace import Changes, Workspace, day_of
from desktop.domain.deadlines import PASSED_ON
from desktop.ui.finding.passage import FIELD
from desktop.ui.layout import column
from desktop.ui.moments import date_words
from desktop.ui.place import Place
from desktop.ui.plain import Heading
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

CONCERNED = frozenset({"submission", "intervention", "act"})
FORM = "submission"
WAITS = "waits"  # a line of something that has no deadline yet


class DeadlineList(Speaking):
    """There only while something runs. within: only what runs out in so many days; None for all, and for what waits."""

    def __init__(self, tools: Tools, within: int | None = None) -> None:
        super().__init__()
        self._tools = tools
        self._within = within
        self._due: tuple[Due, ...] = ()
        self._waiting: tuple[Waiting, ...] = ()
        self._title = Heading(level=2)
        self._table = RecordTable(4, wide=1)
        self.setLayout(column(self._title, self._table, gap=8))
        self._table.opened.connect(self._open)
        self.hide()
        self.retranslate()

    def refresh(self, changes: Changes | None) -> None:
        """Ask the vault."""
        if changes is None or CONCERNED & changes.kinds:
            self._tools.worker.submit(_today, self._answered, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of it."""
        self._title.setText(self.tr("Deadlines"))
        self._table.name(self.tr("Deadlines"), ("", "", "", ""))
        waits = (self.tr("no deadline yet"), self.tr("missing: when the State was sent it"), "")
        missing = [Line(one.record, WAITS, (*waits, one.reference or one.title)) for one in self._waiting]
        self._table.show_lines([*(self._line(one) for one in self._due), *missing])
        self.setVisible(bool(self._due or self._waiting))

    def _line(self, one: Due) -> Line:
        what = self._tools.vocabularies.label("deadline_kinds", one.deadline.kind, self._tools.language.code)
        whose = one.reference or one.title
        due = date_words(one.deadline.due, self._tools.language.code)
        cells = (due, what, self._left(one.days_left), whose)
        return Line(one.record, one.kind, cells, one.since)

    def _left(self, days: int) -> str:
        if days == 0:
            return self.tr("today")
        if days < 0:
            return self.tr("days past: {days}").format(days=-days)
        return self.tr("days left: {days}").format(days=days)

    def _answered(self, found: tuple[tuple[Due, ...], tuple[Waiting, ...]]) -> None:
        self._due = tuple(one for one in found[0] if self._within is None or one.days_left <= self._within)
        self._waiting = found[1] if self._within is None else ()
        self.retranslate()

    def _open(self, record: str, kind: str) -> None:
        if kind == WAITS:
            self._tools.go(Place("record", record, "intervention", ((FIELD, PASSED_ON),)))
        else:
            self._tools.go(Place("form" if kind == FORM else "record", record, kind))


def _today(ws: Workspace) -> tuple[tuple[Due, ...], tuple[Waiting, ...]]:
    return deadlines.deadlines(ws, day_of(ws)), deadlines.waiting(ws)
