"""Everything out, in clear: a warning, the counts, a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework import export
from desktop.casework.export import Exported, ExportPreview
from desktop.casework.leaving import TEAM_SCOPE
from desktop.casework.workspace import Progress, Workspace
from desktop.domain.consent_scopes import OUTSIDE
from desktop.domain.registry import KINDS
from desktop.errors import JiashuError
from desktop.ui.cells import CellsView
from desktop.ui.choice import Choice
from desktop.ui.choosers import CodeEditor
from desktop.ui.files import choose_folder
from desktop.ui.layout import column, held, row
from desktop.ui.moments import number, size
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.reasons import handing
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.tick_box import TickBox
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools

OURSELVES, PURPOSE = "ourselves", "purpose"
MOST_ROWS = 8


class ExportPage(StagedPage):
    """For the day this program is no longer wanted, or for another one."""

    def __init__(self, tools: Tools, place: Place) -> None:
        self._about = PlainLabel(wrap=True).be(quiet=True)
        super().__init__(tools, place, self._about)
        self.retranslate()
        self._look()

    def retranslate(self) -> None:
        """Every word of the page."""
        self.title.setText(self.tr("Take everything out"))
        self._about.setText(
            self.tr(
                "Every record as text and as tables, and every evidence file as it came in, to be read by other "
                "programs. Who said no is left out. The vault stays as it is. This is no backup: that is under "
                "Safekeeping, and stays sealed and whole."
            )
        )

    def _look(self, scope: str = TEAM_SCOPE) -> None:
        self.tools.worker.submit(lambda ws: export.preview_export(ws, scope), self._show, owner=self)

    def _show(self, preview: ExportPreview) -> None:
        step = self.stage.enter(ExportStep(self.tools, preview))
        step.chosen.connect(lambda folder: self._export(preview, folder))
        step.wanted.connect(self._look)
        step.begin()

    def _export(self, preview: ExportPreview, folder: Path) -> None:
        def write(ws: Workspace, progress: Progress) -> Exported:
            return export.export_all(ws, folder, scope=preview.scope, progress=progress)

        self.work(
            self.tr("Writing everything out"),
            write,
            self._done,
            failed=lambda error: self._not_written(preview, error),
            stopped=lambda: self._show(preview),
        )

    def _not_written(self, preview: ExportPreview, error: JiashuError) -> None:
        self._show(preview)
        self.tell_error(error)

    def _done(self, exported: Exported) -> None:
        told = Told(
            self.tools,
            "warning",
            self.tr("It is all there now, readable by anybody who gets at it. Delete it when it is no longer needed."),
        )
        facts = Facts()
        facts.add(self.tr("Folder"), str(exported.folder))
        facts.add(self.tr("Files"), number(len(exported.files), self.tools.language.code))
        self.stage.enter(held(column(told, facts, None, gap=16)))


class ExportStep(Speaking):
    """`chosen` with the folder, once somebody said that they know what it means; `wanted` for another purpose."""

    chosen = Signal(object)  # Path
    wanted = Signal(str)

    def __init__(self, tools: Tools, preview: ExportPreview) -> None:
        super().__init__()
        self._tools = tools
        self._preview = preview
        self._warning = Told(tools, "danger")
        self._identities = Told(tools, "warning" if preview.identities else "info")
        self._for = Choice({OURSELVES: OURSELVES, PURPOSE: PURPOSE})
        self._scope = CodeEditor(tools, "consent_scopes")
        self._staying = Told(tools, "info")
        self._stays = CellsView(2)
        self._sure = TickBox()
        self._choose = QPushButton()
        self._choose.setProperty("danger", True)
        self._facts = Facts()
        language = tools.language.code
        for kind, count in preview.records:
            label = KINDS[kind].plural(language) if kind in KINDS else kind
            self._facts.add(label, number(count, language) if count else "")
        if preview.files:
            files = f"{number(preview.files, language)} · {size(preview.bytes, language)}"
            self._facts.add(self.tr("Evidence files"), files)
        self._for.choose(OURSELVES if preview.scope == TEAM_SCOPE else PURPOSE)
        self._scope.put(preview.scope if preview.scope in OUTSIDE else None)
        if preview.scope == TEAM_SCOPE:
            self._scope.hide()  # never shown here, where it would be a window of its own
        parts = (
            self._for,
            self._scope,
            self._warning,
            self._identities,
            self._facts,
            self._staying,
            self._stays,
            held(row(self._sure, None)),
            held(row(self._choose, None)),
        )
        self.setLayout(column(*parts, None, gap=16))
        self._for.on_chosen(self._for_whom)
        self._scope.edited.connect(self._for_what)
        self._sure.toggled.connect(self._choose.setEnabled)
        self._choose.setEnabled(False)
        self._choose.clicked.connect(lambda: choose_folder(self, self.tr("A new or empty folder"), self.chosen.emit))
        self.retranslate()

    def begin(self) -> None:
        """The box to tick."""
        self._sure.setFocus()

    def _for_whom(self, whom: str) -> None:
        if whom == OURSELVES:
            self.wanted.emit(TEAM_SCOPE)
            return
        self._scope.show()
        self._choose.setEnabled(False)  # nothing is written before it is said what for
        self._sure.setChecked(False)
        self._scope.setFocus()

    def _for_what(self) -> None:
        scope = self._scope.value()
        if scope in OUTSIDE:
            self.wanted.emit(str(scope))

    def _told(self) -> list[tuple[str, str, str]]:
        """Kind, how many, and why they stay."""
        vocabularies, language = self._tools.vocabularies, self._tools.language.code
        return [
            (KINDS[kind].plural(language), number(count, language), handing(vocabularies, reason, language))
            for kind, reason, count in self._preview.staying
        ]

    def retranslate(self) -> None:
        """Every word of the step."""
        self._for.name(self.tr("What it is for"))
        self._for.say({OURSELVES: self.tr("For ourselves, as it is"), PURPOSE: self.tr("For a purpose, without names")})
        self._scope.call(self.tr("They agreed to"))
        stay = self.tr("Left out, since people did not agree or cannot have:")
        self._staying.say(stay if self._preview.staying else "")
        self._stays.setAccessibleName(self.tr("What is left out"))
        self._stays.cells.name(self.tr("What"), self.tr("How many"), self.tr("Why"))
        self._stays.cells.fill(self._told())
        self._stays.showing(MOST_ROWS)
        self._stays.setVisible(bool(self._preview.staying))
        self._warning.say(
            self.tr(
                "What is written out is not encrypted. Whoever holds the folder, or finds it later on this disk, has "
                "everything. On many disks a deleted file can be brought back."
            )
        )
        self._identities.say(
            self.tr("Real names, numbers and addresses go along, because the identities are open.")
            if self._preview.identities
            else self.tr("Codes stand in place of people; names and identities stay here.")
            if self._preview.scope != TEAM_SCOPE
            else self.tr("Real names, numbers and addresses stay, because the identities are closed.")
        )
        self._sure.setText(self.tr("&I know that it lies there in clear"))
        self._choose.setText(self.tr("Choose the &folder and write…"))
