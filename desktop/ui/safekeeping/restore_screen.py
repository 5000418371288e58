"""Restoring a vault from a backup before any vault is open: which backup, where to, and what opens it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.casework import key_files, outside, restoring
from desktop.casework.restoring import Opening, Outcome
from desktop.casework.workspace import Progress
from desktop.errors import JiashuError
from desktop.ui.choice import Choice
from desktop.ui.entry import PassphraseField
from desktop.ui.eye import Eye
from desktop.ui.key_file_line import KeyFileLine
from desktop.ui.layout import centred, column, held, primary, row, sheet
from desktop.ui.long_work import LongWork
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.safekeeping.folder_field import FolderField
from desktop.ui.safekeeping.outcome_step import OutcomeStep
from desktop.ui.safekeeping.recovery_entry import RecoveryEntry
from desktop.ui.speaking import Speaking
from desktop.ui.stage import Stage
from desktop.ui.told import Told
from desktop.ui.tools import Tools

PASSPHRASE, KEY = "passphrase", "key"
WHOLE, SLOTS = "whole", "slots"


class RestoreScreen(Speaking):
    """`open_wanted`: the restored vault's folder, and whether its passphrase is lost. `given_up`: back.

    `begun`: it was asked for. `refused`: a JiashuError.
    """

    open_wanted = Signal(object, bool)
    given_up = Signal()
    begun = Signal()
    refused = Signal(object)

    def __init__(self, tools: Tools, damaged: Path | None = None, parent: QWidget | None = None) -> None:
        """damaged: a vault that does not open; what opens it may be put back there from the backup."""
        super().__init__(parent)
        self._damaged = damaged
        self._tools = tools
        self._title = Heading()
        self._stage = Stage()
        self._start: RestoreStart | None = None
        self._by_key = False
        self._folders: tuple[Path | None, Path | None] = (None, None)
        self.setLayout(column(centred(held(column(self._title, self._stage, gap=16)), 640)))
        self.retranslate()
        self._show_start()

    def begin(self) -> None:
        """Which backup."""
        if self._start is not None:
            self._start.begin()

    def wait(self, waiting: bool) -> None:
        """The door's way to say that it stayed shut; nothing is waited for here."""

    def retranslate(self) -> None:
        """The title; each step has its own words."""
        self._title.setText(self.tr("Restore from a backup"))

    def _show_start(self) -> None:
        self._start = self._stage.enter(RestoreStart(self._tools, *self._folders, mends=self._damaged is not None))
        self._start.wanted.connect(self._restore)
        self._start.mend_wanted.connect(self._mend)
        self._start.given_up.connect(self.given_up)
        self._start.begin()

    def _restore(self, backup: Path, folder: Path, passphrase: str, key_file: Path | None, key: str) -> None:
        self.begun.emit()
        self._folders, self._by_key = (backup, folder), bool(key)
        clock = self._tools.clock

        def restore(progress: Progress) -> Outcome:
            by = Opening(passphrase, key_files.read(key_file) if key_file else None, key)
            return restoring.restore(backup, folder, by, clock=clock, progress=progress)

        self._start = None
        work = self._stage.enter(LongWork(self.tr("Restoring and checking")))
        work.cancelled.connect(self._show_start)
        work.follow(
            self._tools.worker.apart(restore, self._show, owner=self, progress=work.report, failed=self._not_done)
        )

    def _mend(self, backup: Path, passphrase: str, key_file: Path | None, key: str) -> None:
        self.begun.emit()
        self._folders, self._by_key = (backup, None), bool(key)
        damaged = self._damaged
        assert damaged is not None

        def mend(_progress: Progress) -> int:
            by = Opening(passphrase, key_files.read(key_file) if key_file else None, key)
            return len(restoring.mend(damaged, backup, by))

        self._start = None
        work = self._stage.enter(LongWork(self.tr("Putting back what opens the vault"), stoppable=False))
        self._tools.worker.apart(mend, self._show_mended, owner=self, progress=work.report, failed=self._not_done)

    def _show_mended(self, count: int) -> None:
        step = self._stage.enter(MendedStep(self._tools, count))
        step.open.clicked.connect(lambda: self.open_wanted.emit(self._damaged, self._by_key))
        step.open.setFocus()

    def _show(self, outcome: Outcome) -> None:
        _, folder = self._folders
        step = self._stage.enter(RestoredStep(self._tools, outcome))
        step.first.clicked.connect(lambda: self.open_wanted.emit(folder, self._by_key))
        step.second.clicked.connect(self.given_up)
        step.first.setFocus()

    def _not_done(self, error: JiashuError) -> None:
        self._show_start()
        self.refused.emit(error)


class RestoreStart(Speaking):
    """`wanted`: backup and new folder (Paths), passphrase and key file (a Path or None), or the recovery key."""

    wanted = Signal(object, object, str, object, str)
    mend_wanted = Signal(object, str, object, str)  # the same without a new folder
    given_up = Signal()

    def __init__(self, tools: Tools, backup: Path | None, folder: Path | None, *, mends: bool) -> None:
        super().__init__()
        self._mends = mends
        self._how = Choice({WHOLE: "", SLOTS: ""})
        self._how_about = PlainLabel(wrap=True).be(quiet=True)
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._backup, self._folder = FolderField(), FolderField()
        self._way = Choice({PASSPHRASE: "", KEY: ""})
        self._label = PlainLabel()
        self._passphrase = PassphraseField()
        self._key_file = KeyFileLine()
        self._key = RecoveryEntry(tools)
        self._go, self._back = primary(QPushButton()), QPushButton()
        hidden = held(row(self._passphrase, Eye(tools.icons, self._passphrase), gap=4))
        self._typed = held(column(self._label, hidden, self._key_file))
        how = held(column(self._how, self._how_about))
        parts = (how, self._backup, self._folder, self._way, self._typed, self._key)
        form = column(*parts, held(row(self._go, self._back, None)), gap=16)
        self.setLayout(column(self._about, sheet(form), None, gap=16))
        how.setVisible(mends)  # it has its place by now: else it would be a window of its own for a moment
        for field, there in ((self._backup, backup), (self._folder, folder)):
            if there is not None:
                field.put(there)
            field.changed.connect(self._look)
        self._label.setBuddy(self._passphrase)
        self._key_file.changed.connect(self._look)
        self._passphrase.textChanged.connect(lambda _text: self._look())
        self._passphrase.submitted.connect(self._ask)
        self._key.changed.connect(self._look)
        self._how.choose(WHOLE)
        self._how.on_chosen(lambda _how: self._look())
        self._way.on_chosen(self._choose)
        self._go.clicked.connect(self._ask)
        self._back.clicked.connect(self.given_up)
        self._way.choose(PASSPHRASE)
        self._choose(PASSPHRASE)
        self.retranslate()

    def begin(self) -> None:
        """Which backup; then where to."""
        (self._folder if self._backup.folder is not None else self._backup).begin()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._about.setText(
            self.tr(
                "A vault is made from the backup in a new place, and all of it is checked. The backup is only read. "
                "Leave whatever is left of the old vault where it is: more may be rescued from it."
            )
        )
        self._how.name(self.tr("What is restored"))
        self._how.say({WHOLE: self.tr("A whole vault, elsewhere"), SLOTS: self.tr("What opens the vault here")})
        self._how_about.setText(
            self.tr(
                "If only the small files with the keys are damaged, putting these back loses nothing that was saved "
                "since the backup."
            )
        )
        self._backup.say(self.tr("Folder of the backup"), "")
        self._folder.say(self.tr("Folder of the restored vault"), self.tr("A new or empty folder."))
        self._way.name(self.tr("What opens it"))
        self._way.say({PASSPHRASE: self.tr("The passphrase"), KEY: self.tr("The recovery key")})
        self._label.setText(self.tr("Passphrase on the day of the backup"))
        self._passphrase.setAccessibleName(self.tr("Passphrase on the day of the backup"))
        self._go.setText(self.tr("&Restore"))
        self._back.setText(self.tr("&Back"))
        self._look()

    @property
    def _by_key(self) -> bool:
        return self._way.chosen == KEY

    @property
    def _only_slots(self) -> bool:
        return self._mends and self._how.chosen == SLOTS

    def _choose(self, way: str) -> None:
        self._typed.setVisible(way == PASSPHRASE)
        self._key.setVisible(way == KEY)
        self._look()

    def _look(self) -> None:
        backup = self._backup.folder
        self._key_file.need(backup is not None and outside.needs_key_file(backup))
        with_file = bool(self._passphrase.text()) and self._key_file.ready
        opens = self._key.ready if self._by_key else with_file
        self._folder.setVisible(not self._only_slots)
        placed = self._only_slots or self._folder.folder is not None
        self._go.setEnabled(backup is not None and placed and opens)

    def _ask(self) -> None:
        if not self._go.isEnabled():
            return
        key, passphrase = self._key.key() if self._by_key else "", self._passphrase.take()
        self._key.forget()
        file = self._key_file.path if self._key_file.isVisible() else None
        passphrase = "" if key else passphrase
        if self._only_slots:
            self.mend_wanted.emit(self._backup.folder, passphrase, file, key)
        else:
            self.wanted.emit(self._backup.folder, self._folder.folder, passphrase, file, key)


class RestoredStep(OutcomeStep):
    """The vault is there."""

    def retranslate(self) -> None:
        """Every word of the step."""
        super().retranslate()
        sound = self.tr("Restored. All of it was checked and is as it was written. The backup was not changed.")
        broken = self.tr(
            "Restored as far as it goes: something in the backup is damaged. What is whole can be used. Keep the "
            "backup and whatever is left of the old vault; more may be rescued from them."
        )
        self.told.say(sound if self.outcome.sound else broken)
        self.first.setText(self.tr("&Open it…"))
        self.second.setText(self.tr("&Back"))


class MendedStep(Speaking):
    """What opens the vault is back, or was never gone."""

    def __init__(self, tools: Tools, count: int) -> None:
        super().__init__()
        self._count = count
        self._told = Told(tools, "done" if count else "info")
        self.open = primary(QPushButton())
        self.setLayout(column(self._told, held(row(self.open, None)), None, gap=16))
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the step."""
        done = self.tr("Put back. The vault opens with the passphrase and the recovery key of the day of the backup.")
        none = self.tr("All the files with the keys are there and can be read. Nothing was changed.")
        self._told.say(done if self._count else none)
        self.open.setText(self.tr("&Open it…"))
