"""What goes to others about cases: forms that were begun, what runs out when, and tables to count by."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QPushButton

from desktop.casework import deadlines, submission_choices
from desktop.casework.deadlines import Due
from desktop.casework.records import Listed
from desktop.casework.reports import REPORTS
from desktop.casework.workspace import Changes, Workspace, day_of
from desktop.ui.layout import centred, column, held, primary, row
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.records_model import day
from desktop.ui.reports.table_page import REPORT
from desktop.ui.tools import Tools

WIDTH = 840
FORM = "submission"


@dataclass(frozen=True)
class Standing:
    """What the page shows, asked for in one go."""

    forms: tuple[Listed, ...]
    due: tuple[Due, ...]


class ReportsPage(Page):
    """Forms, deadlines, tables, one under the other; each line leads on."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._standing = Standing((), ())
        self._title = Heading()
        self._forms_title, self._forms = Heading(level=2), RecordTable(3)
        self._about_forms = PlainLabel(wrap=True).be(quiet=True)
        self._new = primary(QPushButton())
        self._due_title, self._due = Heading(level=2), RecordTable(3, wide=1)
        self._tables_title, self._tables = Heading(level=2), RecordTable(2, wide=1)
        parts = (
            self._title,
            self._forms_title,
            self._about_forms,
            held(row(self._new, None)),
            self._forms,
            self._due_title,
            self._due,
            self._tables_title,
            self._tables,
        )
        self.setLayout(column(centred(held(column(*parts, gap=12)), WIDTH)))
        self._new.clicked.connect(lambda: tools.go(Place("form/new")))
        self._forms.opened.connect(lambda record, _kind: tools.go(Place("form", record, FORM)))
        self._due.opened.connect(self._open)
        self._tables.opened.connect(lambda code, _kind: tools.go(Place("report", given=((REPORT, code),))))
        tools.theme.changed.connect(self.retranslate)
        self.retranslate()
        self.refresh(None)

    def begin(self) -> None:
        """The one button that starts something."""
        self._new.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Forms and interventions show here."""
        if changes is not None and not {"submission", "intervention", "act"} & changes.kinds:
            return

        def look(ws: Workspace) -> Standing:
            return Standing(submission_choices.forms(ws), deadlines.deadlines(ws, day_of(ws)))

        self.tools.worker.submit(look, self._show, owner=self, look=True)

    def retranslate(self) -> None:
        """Every word of the page."""
        language = self.tools.language.code
        self._title.setText(self.tr("Reports"))
        self._forms_title.setText(self.tr("Forms for the UN and for sanctions"))
        self._about_forms.setText(
            self.tr("Filled in from the records. Nothing is written before everybody in it has been asked.")
        )
        self._new.setText(self.tr("&New form…"))
        self._new.setIcon(self.tools.icons.icon("add", "on_accent"))
        self._due_title.setText(self.tr("Deadlines"))
        self._tables_title.setText(self.tr("Tables"))
        self._forms.name(self.tr("Forms"), ("", "", ""))
        self._due.name(self.tr("Deadlines"), ("", "", ""))
        self._tables.name(self.tr("Tables"), ("", ""))
        self._tables.show_lines(
            [Line(one.code, REPORT, (one.title(language), one.about(language))) for one in REPORTS.values()]
        )
        self._show(self._standing)

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        self._forms.show_lines(
            [Line(one.id, one.kind, (one.title, one.beside, day(one.updated))) for one in standing.forms]
        )
        self._due.show_lines([due_line(self.tools, one) for one in standing.due])
        self._forms.setVisible(bool(standing.forms))
        for part in (self._due_title, self._due):
            part.setVisible(bool(standing.due))

    def _open(self, record: str, kind: str) -> None:
        self.tools.go(Place("form" if kind == FORM else "record", record, kind))


def due_line(tools: Tools, one: Due) -> Line:
    """A deadline on one line: its day, what runs out, of what."""
    what = tools.vocabularies.label("deadline_kinds", one.deadline.kind, tools.language.code)
    whose = " · ".join(part for part in (one.title, one.reference) if part)
    return Line(one.record, one.kind, (one.deadline.due.isoformat(), what, whose))
