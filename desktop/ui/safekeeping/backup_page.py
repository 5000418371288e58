"""Backing the vault up: where to, how much is read again, and what came out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework import backing_up
from desktop.casework.backing_up import BackedUp, BackingUp
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError
from desktop.ui.choice import Choice
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, primary, row, sheet
from desktop.ui.moments import checksum, number, size
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel
from desktop.ui.safekeeping.drill_page import FOLDER
from desktop.ui.safekeeping.folder_field import FolderField
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.tick_box import TickBox
from desktop.ui.told import Facts, Told
from desktop.ui.tools import Tools


@dataclass(frozen=True)
class Wanted:
    """What was chosen; it stays when a backup was stopped or refused."""

    folder: Path | None = field(default=None, repr=False)
    whole: bool = False


class BackupPage(StagedPage):
    """Saving goes on meanwhile."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._wanted = Wanted()
        self.retranslate()
        self._show_start()

    def begin(self) -> None:
        """Where it goes."""
        if isinstance(self.stage.step, BackupStart):
            self.stage.step.begin()

    def retranslate(self) -> None:
        """The title; each step has its own words."""
        self.title.setText(self.tr("Back up"))

    def _show_start(self) -> None:
        self.finished = False
        start = self.stage.enter(BackupStart(self.tools, self._wanted))
        start.wanted.connect(self._back_up)
        self.tools.worker.submit(backing_up.days_between, start.show_days, owner=start)
        start.begin()

    def _back_up(self, wanted: Wanted) -> None:
        self._wanted = wanted
        folder = wanted.folder
        assert folder is not None

        def begin(ws: Workspace) -> BackingUp:
            return backing_up.begin(ws, folder, whole=wanted.whole)

        self.work_in_steps(
            self.tr("Backing up and reading back"), begin, self._show, failed=self._not_done, stopped=self._show_start
        )

    def _show(self, done: BackedUp) -> None:
        self.finished = True
        step = self.stage.enter(BackedUpStep(self.tools, done))
        step.again.clicked.connect(self._show_start)
        step.drill.clicked.connect(self._rehearse)
        step.drill.setFocus()

    def _rehearse(self) -> None:
        """From the backup that was made."""
        self.tools.go(Place("drill", given=((FOLDER, str(self._wanted.folder)),)))

    def _not_done(self, error: JiashuError) -> None:
        self._show_start()
        self.tell_error(error)


class BackupStart(Speaking):
    """`wanted` when a folder is named and the button pressed."""

    wanted = Signal(object)  # Wanted

    def __init__(self, tools: Tools, wanted: Wanted) -> None:
        super().__init__()
        self._tools = tools
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._folder = FolderField()
        self._whole = TickBox()
        self._go = primary(QPushButton())
        self._remind = PlainLabel()
        self._days = Choice({str(days): "" for days in backing_up.CHOICES})
        self._kept = PlainLabel(wrap=True).be(quiet=True)
        form = column(self._folder, self._whole, held(row(self._go, None)), gap=16)
        reminding = sheet(column(self._remind, self._days, gap=8))
        self.setLayout(column(self._about, sheet(form), reminding, self._kept, None, gap=16))
        if wanted.folder is not None:
            self._folder.put(wanted.folder)
        self._whole.setChecked(wanted.whole)
        self._folder.changed.connect(self._look)
        self._go.clicked.connect(self._ask)
        self._days.on_chosen(self._keep_days)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """The folder."""
        self._folder.begin()

    def show_days(self, days: int) -> None:
        """What holds today."""
        self._days.choose(str(days))

    def retranslate(self) -> None:
        """Every word of the step."""
        self._about.setText(
            self.tr(
                "Everything goes along as it is, sealed, and is read back and opened before it is called done. The "
                "former backup stays until then. Go on working meanwhile; if you leave this page, it stops."
            )
        )
        self._folder.say(
            self.tr("Folder for the backup"),
            self.tr(
                "A new or empty folder on a stick or another disk, or the last backup of this vault. Its name can be "
                "seen, so let it say nothing. Keep the stick apart from this machine."
            ),
        )
        self._whole.setText(self.tr("&Read and compare everything that is there already, too (slow)"))
        self._go.setText(self.tr("Back &up now"))
        self._remind.setText(self.tr("Remind me"))
        self._days.name(self.tr("Remind me"))
        every = {str(days): self.tr("after {count} days").format(count=days) for days in backing_up.CHOICES}
        self._days.say({**every, "1": self.tr("after a day"), "0": self.tr("never")})
        self._kept.setText(
            self.tr(
                "A backup opens with the passphrase and the recovery key of its day, also if you change them later, "
                "and keeps what is erased afterwards. So destroy old sticks, and back up again after an erasure."
            )
        )

    def _look(self) -> None:
        self._go.setEnabled(self._folder.folder is not None)

    def _ask(self) -> None:
        self.wanted.emit(Wanted(self._folder.folder, self._whole.isChecked()))

    def _keep_days(self, days: str) -> None:
        def keep(ws: Workspace) -> None:
            backing_up.set_days_between(ws, int(days))

        self._tools.worker.submit(keep, owner=self)


class BackedUpStep(Speaking):
    """What is in the backup now."""

    def __init__(self, tools: Tools, done: BackedUp) -> None:
        super().__init__()
        self._done = done
        self._told = Told(tools, "done")
        self._lacking, self._beside = Told(tools, "warning"), Told(tools, "warning")
        language = tools.language.code
        self._facts = Facts()
        self._facts.add(self.tr("Records"), number(done.records, language))
        self._facts.add(self.tr("Evidence files"), number(done.files, language))
        self._facts.add(self.tr("Copied this time"), number(done.copied, language))
        self._facts.add(self.tr("Taken out, since they were erased"), _unless_none(done.removed, language))
        self._facts.add(self.tr("Cut into parts, for this disk"), _unless_none(done.split, language))
        self._facts.add(self.tr("Changes"), number(done.changes, language))
        self._facts.add(self.tr("Written and read back"), size(done.size, language))
        self._facts.add(self.tr("Checksum of all changes"), checksum(done.digest))
        self.drill, self.again = primary(QPushButton()), QPushButton()
        buttons = held(Flow(self.drill, self.again, gap=8))
        self.setLayout(column(self._told, self._beside, self._lacking, self._facts, buttons, None, gap=16))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._told.say(self.tr("Backed up. It was read back from the disk and opened, and everything is in it."))
        beside = self.tr(
            "It lies on the same disk as the vault: when that breaks or is taken, both are gone. Make one elsewhere, "
            "too."
        )
        self._beside.say(beside if self._done.beside else "")
        missing = self.tr(
            "{count} evidence files are damaged or missing in the vault itself, and no earlier copy of them is in the "
            "backup. Check the vault."
        )
        self._lacking.say(missing.format(count=self._done.lacking) if self._done.lacking else "")
        self.drill.setText(self.tr("&Rehearse recovering from it…"))
        self.again.setText(self.tr("&Another backup…"))


def _unless_none(count: int, language: str) -> str:
    return number(count, language) if count else ""
