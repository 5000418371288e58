"""What goes to others about cases: forms that were begun, what runs out when, and tables to count by."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework import submission_choices
from desktop.casework.reports import REPORTS
from desktop.casework.submission_choices import Begun
from desktop.casework.workspace import Changes
from desktop.ui.layout import centred, column, held, primary, row
from desktop.ui.moments import day
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.reports.deadline_list import DeadlineList
from desktop.ui.reports.table_page import REPORT
from desktop.ui.tools import Tools

WIDTH = 840
FORM = "submission"


class ReportsPage(Page):
    """Forms, deadlines, tables, one under the other; each line leads on."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._begun: tuple[Begun, ...] = ()
        self._title = Heading()
        self._forms_title, self._forms = Heading(level=2), RecordTable(4)
        self._about_forms = PlainLabel(wrap=True).be(quiet=True)
        self._new = primary(QPushButton())
        self._due = DeadlineList(tools)
        self._tables_title, self._tables = Heading(level=2), RecordTable(2, wide=1)
        parts = (
            self._title,
            self._forms_title,
            self._about_forms,
            held(row(self._new, None)),
            self._forms,
            self._due,
            self._tables_title,
            self._tables,
        )
        self.setLayout(column(centred(held(column(*parts, gap=12)), WIDTH)))
        self._new.clicked.connect(lambda: tools.go(Place("form/new")))
        self._forms.opened.connect(lambda record, _kind: tools.go(Place("form", record, FORM)))
        self._tables.opened.connect(lambda code, _kind: tools.go(Place("report", given=((REPORT, code),))))
        tools.theme.changed.connect(self.retranslate)
        self.retranslate()
        self.refresh(None)

    def begin(self) -> None:
        """The one button that starts something."""
        self._new.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Forms and interventions show here."""
        self._due.refresh(changes)
        if changes is None or {"submission", "case"} & changes.kinds:
            self.tools.worker.submit(submission_choices.forms, self._show, owner=self, look=True)

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
        self._tables_title.setText(self.tr("Tables"))
        self._forms.name(self.tr("Forms"), ("", "", "", ""))
        self._tables.name(self.tr("Tables"), ("", ""))
        self._tables.show_lines(
            [Line(one.code, REPORT, (one.title(language), one.about(language))) for one in REPORTS.values()]
        )
        self._show(self._begun)

    def _show(self, begun: tuple[Begun, ...]) -> None:
        self._begun = begun
        lines = [
            Line(one.id, FORM, (one.form, one.case, one.status, day(one.updated, self.tools.language.code)))
            for one in begun
        ]
        self._forms.show_lines(lines)
        self._forms.setVisible(bool(lines))
