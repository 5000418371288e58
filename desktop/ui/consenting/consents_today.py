"""What of consents is to be seen to, on the first page: approvals that wait for us, and who is to be asked again."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton

from desktop.casework import approving, consents_due
from desktop.casework.consents_due import Due
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.earlier import anew
from desktop.ui.layout import column, held, row
from desktop.ui.moments import number
from desktop.ui.place import Place
from desktop.ui.plain import Heading
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

MOST = 12
CONCERNED = frozenset({"consent", "approval", "person", "name"})


@dataclass(frozen=True)
class _Found:
    approvals: int = 0
    due: tuple[Due, ...] = ()


class ConsentsToday(Speaking):
    """Each part is there only when it has something to say."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._found = _Found()
        self._approvals = QPushButton()
        self._title, self._due = Heading(level=2), RecordTable(3, wide=1)
        self._button = held(row(self._approvals, None))
        self._more = QPushButton()
        self._all = False
        self.setLayout(column(self._button, self._title, self._due, held(row(self._more, None)), gap=12))
        self._more.clicked.connect(self._show_all)
        self._approvals.clicked.connect(lambda: tools.go(Place("approvals")))
        self._due.opened.connect(self._ask_again)
        self.retranslate()

    def refresh(self, changes: Changes | None) -> None:
        """Asked for anew when a consent changed."""
        if changes is not None and not CONCERNED & changes.kinds:
            return

        def look(ws: Workspace) -> _Found:
            return _Found(approving.count_waiting(ws), consents_due.due(ws))

        self._tools.worker.submit(look, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word."""
        count, language = self._found.approvals, self._tools.language.code
        waits = self.tr("Waiting for my a&pproval: {count}")
        self._approvals.setText(waits.format(count=number(count, language)))
        self._title.setText(self.tr("Consents running out, or to ask again"))
        self._due.name(self._title.text(), ("", "", ""))
        self._due.show_lines(
            [Line(one.consent, "consent", (self._why(one), one.called, self._when(one))) for one in self._lines]
        )
        self._more.setText(self.tr("Show all {count}").format(count=number(len(self._found.due), language)))
        self._more.setVisible(len(self._lines) < len(self._found.due))
        for part in (self._title, self._due):
            part.setVisible(bool(self._found.due))
        self._button.setVisible(count > 0)
        self.setVisible(count > 0 or bool(self._found.due))

    @property
    def _lines(self) -> tuple[Due, ...]:
        return self._found.due if self._all else self._found.due[:MOST]

    def _show_all(self) -> None:
        self._all = True
        self.retranslate()

    def _show(self, found: _Found) -> None:
        self._found = found
        self.retranslate()

    def _why(self, one: Due) -> str:
        return {
            "came_of_age": self.tr("Now of age: ask the person"),
            "ended": self.tr("Consent has run out: ask again"),
            "ends": self.tr("Consent runs out soon: ask again"),
            "ask_again": self.tr("It was agreed to ask again"),
        }[one.why]

    def _when(self, one: Due) -> str:
        if one.why == "came_of_age":
            return self.tr("since their 18th birthday")
        told = self.tr("on {day}") if one.why == "ends" else self.tr("since {day}")
        return told.format(day=one.on)

    def _ask_again(self, consent: str, _kind: str) -> None:
        """A new consent, for what was said then stays."""
        person = next((one.person for one in self._found.due if one.consent == consent), "")
        self._tools.go(anew("consent", consent, person))
