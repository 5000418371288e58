"""The screens shown while no vault is open: to make one, to open one, to bring one back, to destroy one."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.casework import known, outside
from desktop.errors import Damaged, JiashuError
from desktop.ui.first_looks import FirstLooks
from desktop.ui.layout import centred, column, held
from desktop.ui.tools import Tools
from desktop.ui.unlock import Unlock
from desktop.ui.way_in import WayIn
from desktop.ui.welcome import Welcome

if TYPE_CHECKING:
    from desktop.casework.destroying import Left
    from desktop.casework.recovering import Prepared
    from desktop.casework.workspace import Progress
    from desktop.ui.create_vault import CreateVault
    from desktop.ui.make_practice import MakePractice
    from desktop.ui.opening import Entered
    from desktop.ui.recover import Recover

QUEUED = Qt.ConnectionType.QueuedConnection  # the screen that asked has returned by the time it is destroyed


class Door(QObject):
    """Welcomes, makes a vault, asks for the passphrase of one.

    way_in: by which a vault is opened. `opened`: one is open from now on (its settings). `entered`: the person is
    through (an `Entered` without its recovery key). `refused`: it stayed shut (a JiashuError). `left`: the program is
    to end. `begun`: something else is being done about it, and what was told before is past. `asking`: whether a form
    stands there in which keys and passphrases are typed.
    """

    opened = Signal(object)
    entered = Signal(object)
    refused = Signal(object)
    left = Signal()
    begun = Signal()
    asking = Signal(bool)

    def __init__(
        self, tools: Tools, show: Callable[[QWidget], None], work_factor: int | None, parent: QObject | None = None
    ) -> None:
        """show: puts a screen in place of the one before. work_factor: of new vaults; None measures this machine."""
        super().__init__(parent)
        self._tools = tools
        self._show = show
        self._waiting: Unlock | CreateVault | Recover | MakePractice | None = None
        self._asking = False
        self.way_in = WayIn(tools, work_factor, self)
        self.way_in.opened.connect(self._opened)
        self.way_in.stayed_shut.connect(self._stayed_shut)

    @property
    def open(self) -> bool:
        """Whether a vault is open, or will be in a moment unless a lock comes first."""
        return self.way_in.open

    @property
    def folder(self) -> Path | None:
        """Of the vault that is open, or was asked for last."""
        return self.way_in.folder

    def begin(self, vault: Path | None = None) -> None:
        """The first screen: unlock the vault given, or the one opened last, or say welcome."""
        here = [one for one in known.known_vaults() if one.here]
        if vault is not None:
            self.ask(vault)
        elif here:
            self.ask(here[0].folder)
        else:
            self.welcome()

    def load_the_rest(self) -> None:
        """Load what an open vault needs, in its thread, while somebody types the passphrase."""
        self._tools.worker.prepare(self._load)

    # ---------------------------------------------------------------------------------------- the screens

    def welcome(self) -> None:
        """Make one, open one."""
        screen = Welcome(self._tools.icons, known.known_vaults())
        screen.create_wanted.connect(self.create, QUEUED)
        screen.open_wanted.connect(self.ask, QUEUED)
        screen.restore_wanted.connect(self.restore, QUEUED)
        screen.practice_wanted.connect(self.practise, QUEUED)
        self._show_shut(screen, None)
        screen.begin()

    def practise(self) -> None:
        """A vault with invented people in it."""
        from desktop.ui.make_practice import MakePractice  # not needed to unlock

        screen = MakePractice(Path.home() / "jiashu-practice")
        screen.make_wanted.connect(self.way_in.make_practice)
        screen.given_up.connect(self.welcome, QUEUED)
        self._show_shut(screen, screen)
        screen.begin()

    def create(self) -> None:
        """Everything a new vault needs."""
        from desktop.ui.create_vault import CreateVault  # judging passphrases is not needed to unlock

        screen = CreateVault(self._tools.icons, Path.home() / "letters")
        screen.create_wanted.connect(self.way_in.make)
        screen.given_up.connect(self.welcome, QUEUED)
        self._show_shut(screen, screen, asking=True)
        screen.begin()

    def ask(self, folder: Path) -> None:
        """Ask for the passphrase of one vault."""
        self.way_in.folder = folder
        screen = Unlock(self._tools.icons, folder, outside.needs_key_file(folder))
        screen.unlock_wanted.connect(self.way_in.unlock)
        screen.recovery_wanted.connect(lambda: self.ask_recovery_key(folder), QUEUED)
        screen.destroy_wanted.connect(lambda: self.ask_destroy(folder), QUEUED)
        screen.rescue_wanted.connect(lambda: self.ask_rescue(folder), QUEUED)
        screen.elsewhere_wanted.connect(self.welcome, QUEUED)
        screen.restore_wanted.connect(lambda: self.restore(folder), QUEUED)
        self._show_shut(screen, screen)
        screen.begin()

    def restore(self, damaged: Path | None = None) -> None:
        """Make a vault from a backup, or put back what opens a damaged one."""
        from desktop.ui.safekeeping.restore_screen import RestoreScreen  # not needed to unlock

        screen = RestoreScreen(self._tools, damaged)
        screen.begun.connect(self._begin_work)
        screen.refused.connect(self._not_done)
        screen.given_up.connect(self.welcome, QUEUED)
        screen.open_wanted.connect(self._ask_restored, QUEUED)
        self._show_shut(screen, None, asking=True)
        screen.begin()

    def _ask_restored(self, folder: Path, passphrase_lost: bool) -> None:
        self.ask(folder)
        if passphrase_lost:
            self.ask_recovery_key(folder)

    def ask_recovery_key(self, folder: Path) -> None:
        """Ask for the recovery key of one vault, and for a new passphrase."""
        from desktop.ui.recover import Recover  # judging passphrases is not needed to unlock

        screen = Recover(self._tools, folder)
        screen.recover_wanted.connect(self.way_in.recover)
        screen.given_up.connect(lambda: self.ask(folder), QUEUED)
        self._show_shut(screen, screen, asking=True)
        screen.begin()

    def close(self) -> None:
        """The vault that was open is being closed: nothing is asked yet."""
        self.way_in.shut()
        self._waiting = None

    def ask_destroy(self, folder: Path) -> None:
        """Ask twice whether to destroy a vault that is not open: its keys are not needed for that."""
        from desktop.ui.destroy_form import DestroyForm  # not needed to unlock

        screen = DestroyForm(self._tools, folder)
        screen.destroy_wanted.connect(lambda: self.destroy(folder), QUEUED)
        screen.given_up.connect(lambda: self.ask(folder), QUEUED)
        self._show_shut(centred(screen, 640), None)
        screen.begin()

    def destroy(self, folder: Path) -> None:
        """Destroy a vault that is locked, or being locked; what is on the screen meanwhile says how far it is."""
        from desktop.casework import destroying
        from desktop.ui.destroyed import Destroyed

        screen = Destroyed(self._tools)
        screen.leave_wanted.connect(self.left)
        self.begun.emit()
        self._show_shut(centred(screen, 640), None)
        screen.begin()

        def stayed(error: JiashuError) -> None:
            self.ask(folder)
            self.refused.emit(error)

        def work(report: Progress) -> Left:
            return destroying.destroy(folder, report)

        self._tools.worker.apart(work, screen.end, owner=screen, progress=screen.report, failed=stayed)

    def ask_rescue(self, folder: Path) -> None:
        """Rescue a damaged vault into a new one, which is then the one to open."""
        from desktop.ui.rescue import RescueScreen  # what it needs is not needed to unlock

        screen = RescueScreen(self._tools, folder, outside.needs_key_file(folder))
        screen.given_up.connect(lambda: self.ask(folder), QUEUED)
        screen.begun.connect(self._begin_work)
        screen.refused.connect(self._not_done)
        screen.opened.connect(self._ask_rescued, QUEUED)
        self._show_shut(screen, None, asking=True)
        screen.begin()

    def _ask_rescued(self, folder: Path, by_passphrase: bool) -> None:
        self.ask(folder) if by_passphrase else self.ask_recovery_key(folder)

    def shut(self) -> None:
        """Ask for the passphrase of the vault that was open."""
        if self.way_in.folder is None:
            self.welcome()
        else:
            self.ask(self.way_in.folder)

    def forget_typed(self) -> bool:
        """Take a form with keys or passphrases off the screen; whether there was one."""
        asked = self._asking
        if asked:
            self.shut()
        return asked

    def _show_shut(
        self, screen: QWidget, waiting: Unlock | CreateVault | Recover | MakePractice | None, *, asking: bool = False
    ) -> None:
        self.way_in.shut()
        self._show_first(screen)
        self._waiting = waiting
        self._note_asking(asking)

    def _note_asking(self, asking: bool) -> None:
        self._asking = asking
        self.asking.emit(asking)

    def _begin_work(self) -> None:
        """What was typed is in use, and gone from the screen; the work may take longer than anybody waits beside it."""
        self._note_asking(False)
        self.begun.emit()

    def _not_done(self, error: JiashuError) -> None:
        """The form is there again."""
        self._note_asking(True)
        self.refused.emit(error)

    def _show_first(self, screen: QWidget) -> None:
        """A screen before the vault's own choice of language and size is known."""
        looks = FirstLooks(self._tools.language, self._tools.theme)
        whole = column(looks, screen, gap=0)
        whole.setStretch(1, 1)
        self._show(held(whole))

    def _show_recovery_key(self, entered: Entered) -> None:
        from desktop.casework.recovering import Prepared  # of a vault just made; not needed to unlock
        from desktop.ui.safekeeping.recovery_paper import RecoveryPaper

        screen = RecoveryPaper(self._tools, Prepared(entered.recovery_key))
        without_key = replace(entered, recovery_key="")
        screen.asked_back.connect(lambda prepared: self._asked_back(prepared, without_key), QUEUED)
        self._show_first(centred(screen))
        screen.begin()

    def _asked_back(self, prepared: Prepared, entered: Entered) -> None:
        """It counts as set up from now on."""
        from desktop.casework import recovering

        self._tools.worker.submit(lambda ws: recovering.put_in_place(ws, prepared), owner=self)
        self.entered.emit(entered)

    # -------------------------------------------------------------------------------- what came of asking

    def _load(self) -> None:
        for name in ("desktop.ui.opening", "desktop.ui.desk"):
            importlib.import_module(name)
        self._tools.read_vocabularies()
        self._tools.language.read_messages()

    def _opened(self, entered: Entered) -> None:
        self._waiting = None
        self.opened.emit(entered.settings)
        if entered.recovery_key:
            self._show_recovery_key(entered)
        else:
            self.entered.emit(entered)

    def _stayed_shut(self, error: JiashuError) -> None:
        self.refused.emit(error)
        if self._waiting is not None:
            self._waiting.wait(False)
            self._waiting.begin()
        if isinstance(error, Damaged) and isinstance(self._waiting, Unlock):
            self._waiting.offer_backup()
