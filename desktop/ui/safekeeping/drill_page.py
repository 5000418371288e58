"""The recovery drill: the last backup restored by the recovery key, compared with the vault, and thrown away again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework import drilling
from desktop.casework.drilling import Drill, Rehearsed
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError
from desktop.ui.layout import column, held, primary, row, sheet
from desktop.ui.moments import number
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.safekeeping.folder_field import FolderField
from desktop.ui.safekeeping.outcome_step import OutcomeStep
from desktop.ui.safekeeping.recovery_entry import RecoveryEntry
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.tools import Tools

FOLDER = "folder"
"""What a place may give this page: the backup to rehearse with."""


class DrillPage(StagedPage):
    """Neither the vault nor the backup is changed."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._folder = next((Path(text) for name, text in place.given if name == FOLDER), None)
        self.retranslate()
        self._show_start()

    def begin(self) -> None:
        """The folder of the backup."""
        if isinstance(self.stage.step, DrillStart):
            self.stage.step.begin()

    def retranslate(self) -> None:
        """The title; each step has its own words."""
        self.title.setText(self.tr("Rehearse recovery"))

    def _show_start(self) -> None:
        self.finished = False
        start = self.stage.enter(DrillStart(self.tools, self._folder))
        start.wanted.connect(self._rehearse)
        start.begin()

    def _rehearse(self, folder: Path, beside: Path | None, key: str) -> None:
        self._folder = folder

        def begin(ws: Workspace) -> Drill:
            return drilling.begin(folder, key, clock=ws.clock, ws=ws, beside=beside)

        self.work_in_steps(
            self.tr("Restoring and checking"), begin, self._show, failed=self._not_done, stopped=self._show_start
        )

    def _show(self, done: Rehearsed) -> None:
        self.finished = True
        step = self.stage.enter(RehearsedStep(self.tools, done))
        step.first.clicked.connect(lambda: self.tools.go(Place("safekeeping")))
        step.second.clicked.connect(self._show_start)
        step.first.setFocus()

    def _not_done(self, error: JiashuError) -> None:
        self._show_start()
        self.tell_error(error)


class DrillStart(Speaking):
    """`wanted` with the backup, the place for the throw-away folder (None: beside it), and the key."""

    wanted = Signal(object, object, str)

    def __init__(self, tools: Tools, folder: Path | None) -> None:
        super().__init__()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._folder = FolderField()
        self._key = RecoveryEntry(tools)
        self._beside = FolderField()
        self._go = primary(QPushButton())
        form = column(self._folder, self._key, self._beside, held(row(self._go, None)), gap=16)
        self.setLayout(column(self._about, sheet(form), None, gap=16))
        if folder is not None:
            self._folder.put(folder)
        self._folder.changed.connect(self._look)
        self._key.changed.connect(self._look)
        self._go.clicked.connect(self._ask)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """The folder, or the key where that is known."""
        self._key.begin() if self._folder.folder is not None else self._folder.begin()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._about.setText(
            self.tr(
                "Will the stick be readable and the key on paper right, on the day you need them? Restore the last "
                "backup once with the recovery key: everything is read and checked, compared with this vault, and "
                "thrown away. Nothing changes in the vault or the backup."
            )
        )
        self._folder.say(self.tr("Folder of the backup"), "")
        self._beside.say(
            self.tr("Another place to restore to"),
            self.tr("Left empty, beside the backup. There must be as much room as the backup takes."),
        )
        self._go.setText(self.tr("Re&hearse now"))

    def _look(self) -> None:
        self._go.setEnabled(self._folder.folder is not None and self._key.ready)

    def _ask(self) -> None:
        key = self._key.key()
        self._key.forget()
        self.wanted.emit(self._folder.folder, self._beside.folder, key)


class RehearsedStep(OutcomeStep):
    """What came out, compared with the vault of today."""

    def __init__(self, tools: Tools, done: Rehearsed) -> None:
        self._earlier_key = done.earlier_key
        count = number(done.later or 0, tools.language.code)
        super().__init__(tools, done.outcome, self.tr("{count} changes more").format(count=count))

    def retranslate(self) -> None:
        """Every word of the step."""
        super().retranslate()
        sound = self.tr("It works: the backup is whole, and the recovery key opens it. The rehearsal left nothing.")
        broken = self.tr("The key opens the backup, but something in it is damaged. Make a new one on another stick.")
        earlier = self.tr(
            "The backup is whole, but it and this key are older than the recovery key of today. Make a backup now, and "
            "rehearse with that and with the key of today."
        )
        whole = earlier if self._earlier_key else sound
        self.told.say(whole if self.outcome.sound else broken)
        self.first.setText(self.tr("&Done"))
        self.second.setText(self.tr("&Rehearse once more…"))
