"""The line at the foot: is the vault open, are names shown, is a draft kept, is something under way."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame

from desktop.casework import vaults
from desktop.casework.vaults import Notice
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError
from desktop.ui.interview_box import InterviewSign
from desktop.ui.layout import quiet_button, row
from desktop.ui.notice import joined, note_of
from desktop.ui.place import Place
from desktop.ui.plain import ElidedLabel, PlainLabel
from desktop.ui.safekeeping.recover_identities import RecoverIdentities
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools
from desktop.ui.unlock_identities import UnlockIdentities

UNDECIDED = "names.undecided"
WHISPER_FOR = 6000  # milliseconds
SHOW_BUSY_AFTER = 400  # milliseconds; what is quicker needs no word


class Foot(Speaking):
    """`looks_changed` when names are shown or hidden from now on."""

    looks_changed = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._open = True  # the identity compartment
        self._hidden = False
        self._state = PlainLabel().be(quiet=True)
        self._busy = ElidedLabel().be(quiet=True)
        self._names = quiet_button()
        self._identities = quiet_button()
        QShortcut(QKeySequence("F8"), self, self._toggle_names)  # a button's own would go with every setText
        self._interview = InterviewSign(tools)
        self._said = ElidedLabel().be(quiet=True)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(WHISPER_FOR)
        self._forget.timeout.connect(lambda: self._said.setText(""))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SHOW_BUSY_AFTER)
        self._later.timeout.connect(lambda: self._busy.setText(self.tr("Working…")))
        self._lay_out()
        self._names.clicked.connect(self._toggle_names)
        self._identities.clicked.connect(self._toggle_identities)
        tools.worker.busy.connect(self._show_busy)
        tools.theme.changed.connect(self.retranslate)
        self.retranslate()
        self._look()

    def whisper(self, words: str) -> None:
        """Say something quietly for a while."""
        self._said.setText(words)
        self._forget.start()

    def retranslate(self) -> None:
        """Every word and icon of the line."""
        shown = self._open and not self._hidden
        icons = self._tools.icons
        self._state.setText(self.tr("Vault open"))
        self._names.setText(self.tr("Names shown") if shown else self.tr("Codes shown"))
        self._names.setToolTip(self.tr("F8 hides names and shows codes, or brings the names back"))
        self._names.setAccessibleName(self._names.text())
        self._names.setIcon(icons.icon("eye" if shown else "eye-off", "quiet"))
        self._names.setEnabled(self._open)
        self._identities.setText(self.tr("Identities open") if self._open else self.tr("Identities closed"))
        self._identities.setToolTip(self.tr("Closes the identities") if self._open else self.tr("Opens the identities"))
        self._identities.setAccessibleName(self._identities.text())
        self._identities.setIcon(icons.icon("unlock" if self._open else "lock", "quiet"))

    def _look(self) -> None:
        def state(ws: Workspace) -> tuple[bool, bool]:
            return ws.vault.compartment_open, ws.discreet

        self._tools.worker.submit(state, self._show, owner=self)

    def _show(self, state: tuple[bool, bool]) -> None:
        self._open, self._hidden = state
        self.retranslate()

    def _toggle_names(self) -> None:
        if not self._open:
            return
        hidden = not self._hidden
        self._hidden = hidden
        self._tools.worker.look_otherwise(lambda ws: ws.hiding_names(hidden))
        self.retranslate()
        self.looks_changed.emit()

    def _toggle_identities(self) -> None:
        if self._open:
            self._tools.worker.submit(vaults.close_identities, self._toggled, owner=self)
        else:
            dialog = UnlockIdentities(self._tools, self, self._opened)
            dialog.recovery_wanted.connect(self._recover_identities)
            dialog.open()

    def _recover_identities(self) -> None:
        dialog = RecoverIdentities(self._tools, self, self._opened)
        dialog.open()

    def _opened(self, told: tuple[Notice, ...]) -> None:
        """What waited for the identities is in now; where something of it is to be decided a button leads there."""
        self._toggled(None)
        notes = [note_of(JiashuError(one.code, **one.details), self._tools.language) for one in told]
        if notes:
            decide = (self.tr("Decide…"), lambda: self._tools.go(Place("names")))
            open_now = any(one.code == UNDECIDED for one in told)
            self._tools.tell(joined("info", notes, decide if open_now else None))

    def _toggled(self, _none: None) -> None:
        self._look()
        self.looks_changed.emit()

    def _show_busy(self, jobs: int) -> None:
        if jobs and not self._later.isActive() and not self._busy.text():
            self._later.start()
        elif not jobs:
            self._later.stop()
            self._busy.setText("")

    def _lay_out(self) -> None:
        frame = QFrame()
        frame.setProperty("foot", True)
        for button in (self._names, self._identities):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("quiet", True)
        inside = row(self._state, self._identities, self._names, self._interview, self._said, self._busy, gap=16)
        for words, share in ((self._said, 3), (self._busy, 1)):
            words.setMinimumWidth(1)  # what is said in passing never widens the window
            words.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            inside.setStretchFactor(words, share)
        inside.setContentsMargins(16, 2, 16, 2)
        frame.setLayout(inside)
        around = row(frame)
        self.setLayout(around)
