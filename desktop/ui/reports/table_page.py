"""One table: counted while one waits, shown, copied, saved for others or for ourselves."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework import earlier_tables, reports
from desktop.casework.earlier_tables import Beside
from desktop.casework.reports import ForOthers
from desktop.casework.tables import Table
from desktop.casework.workspace import Changes, Progress, Workspace
from desktop.errors import JiashuError
from desktop.ui.files import choose_new_file
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held
from desktop.ui.moments import day, number
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.reports.back import BackToReports
from desktop.ui.reports.table_view import TableView
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.tick_box import TickBox
from desktop.ui.told import Told
from desktop.ui.tools import Tools

REPORT = "report"  # in `Place.given`
WIDTH = 1100
LEAST_HEIGHT = 320  # pixels of a table


class TablePage(StagedPage):
    """`Place.given`: the code of the report."""

    def __init__(self, tools: Tools, place: Place) -> None:
        code = dict(place.given).get(REPORT, "")
        self._report = reports.REPORTS.get(code) or next(iter(reports.REPORTS.values()))
        self._for_others = self._saving = False
        self._others: ForOthers | None = None
        self._about = PlainLabel(wrap=True).be(quiet=True)
        super().__init__(tools, place, self._about, BackToReports(tools), width=WIDTH)
        self.retranslate()
        self._count()

    def refresh(self, changes: Changes | None) -> None:
        """Names or the language may be others now; what was counted stays as it is until one comes back."""
        if changes is None and isinstance(self.stage.step, TableStep):
            self._count()

    def retranslate(self) -> None:
        """The report's name and what it is about."""
        language = self.tools.language.code
        self.title.setText(self._report.title(language))
        self._about.setText(self._report.about(language))

    def _count(self) -> None:
        code, for_others = self._report.code, self._for_others

        def count(ws: Workspace, progress: Progress) -> Table | ForOthers:
            if for_others:
                return reports.table_for_others(ws, code, progress=progress)
            return reports.table(ws, code, progress=progress)

        self.work(self.tr("Counting"), count, self._show, failed=self._failed, stopped=self.tools.back)

    def _show(self, made: Table | ForOthers) -> None:
        self._others = made if isinstance(made, ForOthers) else None
        table = made.table if isinstance(made, ForOthers) else made
        beside = made.beside if isinstance(made, ForOthers) else None
        step = self.stage.enter(
            TableStep(self.tools, table, counts=self._report.counts, for_others=self._for_others, beside=beside)
        )
        step.others_wanted.clicked.connect(lambda: self._look_as_others(step.others_wanted.isChecked()))
        step.save_wanted.clicked.connect(self._save_for_others)
        step.own_wanted.clicked.connect(self._choose)
        step.copied.connect(self._copied)
        step.begin()
        if self._saving and table.rows:
            self._choose()
        self._saving = False

    def _look_as_others(self, for_others: bool) -> None:
        self._for_others = for_others
        self._count()

    def _save_for_others(self) -> None:
        """What is saved for others is seen first."""
        if self._for_others or not self._report.counts:
            self._choose()
        else:
            self._saving = True
            self._look_as_others(True)

    def _choose(self) -> None:
        choose_new_file(self, self.tr("Save the table"), f"{self._report.code}.csv", self._save)

    def _save(self, to: Path) -> None:
        code, for_others = self._report.code, self._for_others

        def save(ws: Workspace) -> Table:
            return reports.save(ws, code, to, for_others=for_others)

        self.tools.worker.submit(save, lambda _table: self._saved(), owner=self, failed=self._failed)

    def _saved(self) -> None:
        self.tools.tell(Note("done", self.tr("The table is saved, not encrypted."), self._how_much()))

    def _copied(self) -> None:
        """Said, since it looks as if nothing had happened, and since it is gone again before long."""
        code, others = self._report.code, self._others
        if others is not None:
            self.tools.worker.submit(
                lambda ws: earlier_tables.note(ws, code, others.english), lambda _done: None, owner=self
            )
        after = self._how_much() if self._report.counts else ""
        self.tools.tell(Note("done", self.tr("It is on the clipboard for ten seconds."), after))

    def _how_much(self) -> str:
        return (
            self.tr("Counts under 3 are not in it, nor anybody who did not agree to be counted.")
            if self._for_others
            else self.tr("It has every count. Keep it to yourselves: small numbers can show who is meant.")
        )

    def _failed(self, error: JiashuError) -> None:
        self.tell_error(error)


class TableStep(Speaking):
    """The table, and what can be done with it. `copied` when it was."""

    copied = Signal()

    def __init__(
        self, tools: Tools, table: Table, *, counts: bool, for_others: bool, beside: Beside | None = None
    ) -> None:
        super().__init__()
        self._tools = tools
        self._beside = beside
        self._for_others = for_others
        self._counts = counts
        self.others_wanted = TickBox()
        self.others_wanted.setChecked(for_others)
        self.save_wanted, self.own_wanted, self._copy = QPushButton(), QPushButton(), QPushButton()
        self._nothing, self._left_out, self._earlier = Told(tools, "info"), Told(tools, "info"), Told(tools, "warning")
        self._count_left_out = table.left_out
        self._view = TableView()
        self._view.show_table(table)
        self._view.setMinimumHeight(LEAST_HEIGHT)
        self._empty = not table.rows
        buttons = held(Flow(self._copy, self.save_wanted, self.own_wanted, gap=8))
        told = (self._nothing, self._left_out, self._earlier)
        self.setLayout(column(self.others_wanted, *told, self._view, buttons, None, gap=12))
        self._copy.clicked.connect(self._view.copy)
        self._view.copied.connect(self.copied)
        self.others_wanted.setVisible(counts)  # once it lies in here: before, it would be a window of its own
        for one in (self._view, self._copy, self.save_wanted):
            one.setVisible(bool(table.rows))
        self.own_wanted.setVisible(bool(table.rows) and counts and not for_others)
        self.retranslate()

    def begin(self) -> None:
        """The table."""
        (self._view if not self._empty else self.others_wanted).setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        self.others_wanted.setText(
            self.tr("As &others may get it: counts under 3 left out, nobody counted who did not agree to be counted")
        )
        self._nothing.say(self._nothing_words() if self._empty else "")
        left_out = self.tr("Acts left out, since whoever was harmed did not agree to be counted: {count}").format(
            count=number(self._count_left_out, self._tools.language.code)
        )
        self._left_out.say(left_out if self._count_left_out else "")
        self._earlier.say(self._earlier_words(self._beside) if self._beside else "")
        self._view.setAccessibleName(self.tr("Table"))
        self._copy.setText(self.tr("&Copy"))
        self.save_wanted.setText(self.tr("&Save for others…") if self._counts else self.tr("&Save for ourselves…"))
        self.own_wanted.setText(self.tr("Save with &every count, for ourselves…"))

    def _nothing_words(self) -> str:
        if self._for_others:
            return self.tr("Nobody agreed to be counted yet, or there is nothing to count.")
        return self.tr("There is nothing to count yet.") if self._counts else self.tr("Nothing is listed here now.")

    def _earlier_words(self, beside: Beside) -> str:
        told = self.tr(
            "This table left for others on {day} too. Counts that are higher or lower by only one or two since: "
            "{count}. Whoever has both tables may be able to tell who came in or was taken out. It is safer to wait "
            "until more has changed."
        )
        code = self._tools.language.code
        return told.format(day=day(beside.at, code), count=number(beside.counts, code))
