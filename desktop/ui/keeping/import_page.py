"""Bringing a table in: every problem first, then all rows or none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework import importing
from desktop.casework.importing import ImportPreview
from desktop.casework.workspace import Changes, Progress, Workspace
from desktop.domain.registry import KINDS
from desktop.errors import JiashuError
from desktop.ui import sources
from desktop.ui.files import choose_file
from desktop.ui.flow import Flow
from desktop.ui.keeping.import_preview import ImportPreviewStep, plural
from desktop.ui.layout import column, held, primary, readable, row
from desktop.ui.moments import number
from desktop.ui.picker import Picker
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.suggestions import Option
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

WIDTH = 1000
KIND_WIDTH = 320
ROOMS = {"case": "cases", "person": "people", "testimony": "testimonies", "evidence": "evidence"}


class ImportPage(StagedPage):
    """Choose, look, bring in."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place, width=WIDTH)
        self.retranslate()
        self._show_start()

    def begin(self) -> None:
        """The one button that starts it."""
        if isinstance(self.stage.step, ImportStart):
            self.stage.step.begin()

    def refresh(self, changes: Changes | None) -> None:
        """Names may be hidden now: those in the file too."""
        if changes is None:
            self.tools.worker.submit(lambda ws: ws.discreet, self._hide_names, owner=self)

    def _hide_names(self, hidden: bool) -> None:
        if isinstance(self.stage.step, ImportPreviewStep):
            self.stage.step.hide_names(hidden)

    def retranslate(self) -> None:
        """The title; each step has its own words."""
        self.title.setText(self.tr("Bring in a table"))

    def _show_start(self) -> None:
        self.finished = False
        start = self.stage.enter(ImportStart(self.tools))
        start.chosen.connect(self._read)
        start.begin()

    def _read(self, path: Path, kind: str) -> None:
        def read(ws: Workspace, progress: Progress) -> ImportPreview:
            return importing.preview_file(ws, path, kind=kind, progress=progress)

        self.work(
            self.tr("Reading the table"), read, self._show_preview, failed=self._not_read, stopped=self._show_start
        )

    def _not_read(self, error: JiashuError) -> None:
        self._show_start()
        self.tell_error(error)

    def _show_preview(self, preview: ImportPreview) -> None:
        step = self.stage.enter(ImportPreviewStep(self.tools, preview))
        step.given_up.connect(self._show_start)
        step.agreed.connect(lambda: self._bring_in(preview))
        step.begin()

    def _bring_in(self, preview: ImportPreview) -> None:
        def bring_in(ws: Workspace, progress: Progress) -> Changes:
            return importing.accept_import(ws, preview, progress=progress)

        self.work(
            self.tr("Bringing in the rows"),
            bring_in,
            lambda changes: self._done(preview, changes),
            failed=self._not_read,
            stopped=lambda: self._show_preview(preview),
        )

    def _done(self, preview: ImportPreview, changes: Changes) -> None:
        self.finished = True
        step = self.stage.enter(ImportedStep(self.tools, preview, changes))
        step.again.clicked.connect(self._show_start)
        step.see.setFocus()


class ImportStart(Speaking):
    """`chosen` with the file, and the kind of record each row is."""

    chosen = Signal(object, str)  # Path, kind

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._kept = PlainLabel(wrap=True).be(quiet=True)
        self._label = PlainLabel()
        self._kind = Picker("", sources.fixed(lambda: [self._option(kind) for kind in KINDS]))
        self._label.setBuddy(self._kind)
        self._tools = tools
        self._choose = primary(QPushButton())
        self._choose.setIcon(tools.icons.icon("import", "on_accent"))
        each = held(column(self._label, readable(self._kind, KIND_WIDTH)))
        button = held(row(self._choose, None))
        self.setLayout(column(readable(self._about), readable(self._kept), each, button, None, gap=16))
        self._kind.put(self._option("person"))
        self._kind.picked.connect(lambda: self._choose.setEnabled(self._kind.chosen is not None))
        self._choose.clicked.connect(lambda: choose_file(self, self.tr("The table"), self._give))
        self.retranslate()

    def begin(self) -> None:
        """The one button."""
        self._choose.setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._about.setText(
            self.tr(
                "A table (CSV) with one person a row, or the records another vault wrote out (files ending in .jsonl). "
                "A row becomes a person with names and a source; what has no place of its own is kept word for word "
                "as notes."
            )
        )
        self._kept.setText(
            self.tr(
                "First you see every problem by row and column and what would be made of the table. Then all rows come "
                "in, or none. The file itself stays where it is: delete it yourself if it should not lie there."
            )
        )
        self._choose.setText(self.tr("Choose the &file…"))
        self._label.setText(self.tr("Each &row is"))
        self._kind.setAccessibleName(self.tr("Each row is"))
        if self._kind.chosen is not None:
            self._kind.put(self._option(self._kind.chosen.key))

    def _option(self, kind: str) -> Option:
        return Option(kind, KINDS[kind].label(self._tools.language.code))

    def _give(self, path: Path) -> None:
        """Files as written out by this program are called after the kind they hold."""
        chosen = self._kind.chosen
        if chosen is not None:
            self.chosen.emit(path, path.stem if path.stem in KINDS else chosen.key)


class ImportedStep(Speaking):
    """What was made of the table."""

    def __init__(self, tools: Tools, preview: ImportPreview, changes: Changes) -> None:
        super().__init__()
        self._title = Heading(level=2)
        self._told = Told(tools, "done")
        self._nothing = not changes.created
        self.see, self.again = primary(QPushButton()), QPushButton()
        facts = Facts()
        if not self._nothing:
            for kind, count in preview.makes:
                facts.add(plural(kind, tools.language.code), number(count, tools.language.code))
        buttons = held(Flow(self.see, self.again, gap=8))
        self.setLayout(column(self._title, self._told, facts, buttons, None, gap=12))
        self.see.clicked.connect(lambda: tools.go(Place(ROOMS.get(preview.kind, "today"))))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._title.setText(self.tr("Nothing new") if self._nothing else self.tr("All rows are in"))
        self._told.say(
            self.tr("Every row was here already; nothing was changed.")
            if self._nothing
            else self.tr("They came in as one whole, each record with its history from now on.")
        )
        self.see.setText(self.tr("&See them"))
        self.again.setText(self.tr("Bring in &another…"))
