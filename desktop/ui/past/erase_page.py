"""Erasing a record, or striking one wording of it: exactly what goes, then for good."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import erase
from desktop.casework.erase import ErasePreview, Wording
from desktop.casework.workspace import Changes, Progress, Workspace
from desktop.errors import JiashuError
from desktop.ui.cells import CellsView
from desktop.ui.flow import Flow
from desktop.ui.has_it import what_for, what_went, who_has
from desktop.ui.layout import column, held, row
from desktop.ui.moments import day
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.plain import Heading
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.tick_box import TickBox
from desktop.ui.told import Told
from desktop.ui.tools import Tools

WIDTH = 840
MOST_ROWS = 10


class ErasePage(StagedPage):
    """`Place.given`: ("revision", id) and ("path", path) for one wording; without them the whole record."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place, width=WIDTH)
        given = dict(place.given)
        self._revision, self._path = given.get("revision"), given.get("path")
        self.retranslate()
        self._look()

    def refresh(self, changes: Changes | None) -> None:
        """Names may be hidden now: nothing on the screen goes on showing them."""
        if changes is None and isinstance(self.stage.step, EraseStep):
            self._look()

    def retranslate(self) -> None:
        """The title; each step has its own words."""
        self.title.setText(self.tr("Strike a wording") if self._path else self.tr("Erase a record"))

    def _look(self) -> None:
        record, path, revision = self._place.record, self._path, self._revision

        def look(ws: Workspace) -> ErasePreview:
            return erase.preview_erase(ws, record, path=path, revision=revision)

        self.tools.worker.submit(look, self._show, owner=self, look=True, failed=self._refused)

    def _refused(self, error: JiashuError) -> None:
        self.offer_way_back(error, self._back)

    def _show(self, preview: ErasePreview) -> None:
        step = self.stage.enter(EraseStep(self.tools, preview, whole=self._path is None))
        step.agreed.connect(lambda: self._erase(preview))
        step.given_up.connect(self._back)
        step.begin()

    def _back(self) -> None:
        page = "history" if self._path else "record"
        self.tools.go(Place(page, self._place.record, self._place.kind))

    def _erase(self, preview: ErasePreview) -> None:
        def do(ws: Workspace, progress: Progress) -> Changes:
            return erase.erase(ws, preview, progress=progress)

        self.work(self.tr("Erasing"), do, lambda _changes: self._done(), failed=self._changed, stopped=self._look)

    def _changed(self, error: JiashuError) -> None:
        """Somebody wrote meanwhile: what goes is looked at again."""
        self.tell_error(error)
        self._look()

    def _done(self) -> None:
        self.tools.tell(
            Note(
                "done",
                self.tr("Erased."),
                self.tr(
                    "Nothing of it is left in this vault; that there was something, and when, stays in the history."
                ),
            )
        )
        self.tools.go(Place("history", self._place.record, self._place.kind))


class EraseStep(Speaking):
    """`agreed` when it shall go; `given_up` to leave everything as it is."""

    agreed = Signal()
    given_up = Signal()

    def __init__(self, tools: Tools, preview: ErasePreview, *, whole: bool) -> None:
        super().__init__()
        self._tools = tools
        self._preview = preview
        self._whole = whole
        self._what = Heading(preview.title, 2)
        self._final = Told(tools, "danger")
        self._goes_title, self._stays_title, self._held_title = (Heading(level=2) for _ in range(3))
        self._goes, self._stays, self._held = CellsView(2), CellsView(2), CellsView(0)
        self._files, self._anchors, self._waits = (Told(tools, "warning") for _ in range(3))
        self._sure = TickBox()
        self._erase, self._leave = QPushButton(), QPushButton()
        self._erase.setProperty("danger", True)
        self._erase.setEnabled(False)
        self._lay_out()
        self._sure.toggled.connect(self._erase.setEnabled)
        self._erase.clicked.connect(self.agreed)
        self._leave.clicked.connect(self.given_up)
        self.retranslate()

    def begin(self) -> None:
        """Leaving everything as it is comes first."""
        self._leave.setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        preview, language = self._preview, self._tools.language.code
        self._final.say(
            self.tr(
                "This cannot be undone by anybody, neither with the passphrase nor with the recovery key. Backups made "
                "earlier still hold it."
            )
        )
        self._goes_title.setText(self.tr("Goes for good: {count}").format(count=len(preview.goes)))
        self._stays_title.setText(self.tr("Stays, and has the same words: {count}").format(count=len(preview.stays)))
        self._held_title.setText(self.tr("Others have it already: {count}").format(count=len(preview.elsewhere)))
        columns = (self.tr("Record"), self.tr("Field"), self.tr("Words"), self.tr("Shown today"))
        self._goes.setAccessibleName(self.tr("What goes"))
        self._stays.setAccessibleName(self.tr("What stays"))
        self._held.setAccessibleName(self.tr("Who has it already"))
        self._goes.cells.name(*columns)
        self._stays.cells.name(*columns)
        self._held.cells.name(self.tr("Who"), self.tr("What went out"), self.tr("Since"), self.tr("Purpose"))
        self._goes.cells.fill([self._cells(one) for one in preview.goes])
        self._stays.cells.fill([self._cells(one) for one in preview.stays])
        self._held.cells.fill(
            [(who_has(one), what_went(one), day(one.at, language), what_for(one)) for one in preview.elsewhere]
        )
        for table in (self._goes, self._stays, self._held):
            table.showing(MOST_ROWS)
        files = self.tr("Evidence files that go with it: {count}").format(count=len(preview.files))
        anchors = self.tr("Records that quote these words: {count}").format(count=len(preview.anchors))
        waits = self.tr("Part of it lies with the identities, which are closed; it goes when they are next opened.")
        self._files.say(files if preview.files else "")
        self._anchors.say(anchors if preview.anchors else "")
        self._waits.say(waits if preview.waits else "")
        self._sure.setText(self.tr("&I have looked at the list"))
        self._erase.setText(self.tr("&Erase the record for good") if self._whole else self.tr("&Strike it for good"))
        self._leave.setText(self.tr("&Leave everything as it is"))

    def _cells(self, one: Wording) -> tuple[str, ...]:
        return one.title, one.label or one.path, one.text, self.tr("yes") if one.shown else ""

    def _lay_out(self) -> None:
        preview = self._preview
        parts: list[QWidget] = [self._what, self._final, self._goes_title, self._goes]
        parts += [self._files, self._anchors, self._waits]
        if preview.stays:
            parts += [self._stays_title, self._stays]
        if preview.elsewhere:
            parts += [self._held_title, self._held]
        parts += [held(row(self._sure, None)), held(Flow(self._leave, self._erase, gap=8))]
        self.setLayout(column(*parts, None, gap=12))
