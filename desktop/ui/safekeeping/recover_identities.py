"""Opening the identities by the key they are recovered by, where their passphrase is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop.casework import recovering
from desktop.casework.vaults import Notice
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError
from desktop.ui.layout import column, held, primary, row, scrolling
from desktop.ui.new_passphrase import IdentitiesPassphrase
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.safekeeping.recovery_entry import RecoveryEntry
from desktop.ui.tab_order import lead_on
from desktop.ui.tools import Tools
from desktop.ui.unlock_identities import Opened, see_to_opening

WIDTH, HEIGHT = 600, 640


class RecoverIdentities(QDialog):
    """Key or shares, and a new passphrase for the identities; a lock closes it."""

    def __init__(self, tools: Tools, parent: QWidget, opened: Opened) -> None:
        """opened: as of `UnlockIdentities`."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Jiashu")
        self._tools = tools
        self._opened = opened
        title = Heading(self.tr("Open the identities with their recovery key"), level=2)
        about = PlainLabel(
            self.tr(
                "Their own recovery key, or its shares; where they have none, the vault's. They then get a new "
                "passphrase of their own; copies made before still open with the old one."
            ),
            wrap=True,
        ).be(quiet=True)
        self._entry = RecoveryEntry(tools)
        self._new = IdentitiesPassphrase(tools.icons)
        self._state = PlainLabel(wrap=True).be(danger=True)
        self._open = primary(QPushButton(self.tr("&Open the identities")))
        cancel = QPushButton(self.tr("&Cancel"))
        cancel.setAutoDefault(False)
        buttons = held(row(None, cancel, self._open))
        inside = held(column(title, about, self._entry, self._new, None, gap=12), (24, 24, 24, 8))
        foot = held(column(self._state, buttons, gap=12), (24, 0, 24, 24))
        self.setLayout(column(scrolling(inside), foot, gap=0))
        self._entry.changed.connect(self._look)
        self._new.changed.connect(self._look)
        self._open.clicked.connect(self._ask)
        cancel.clicked.connect(self.reject)
        self.resize(WIDTH, HEIGHT)
        self._look()
        self._entry.begin()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from the top down: a share that is asked for last was made after the buttons."""
        return lead_on(self, forward=next)

    def _look(self) -> None:
        self._open.setEnabled(self._entry.ready and self._new.ready)

    def _ask(self) -> None:
        key, new = self._entry.key(), self._new.take()
        self._open.setEnabled(False)
        self._state.clear()

        def open_them(ws: Workspace) -> tuple[Notice, ...]:
            return recovering.recover_identities(ws, key, new)

        see_to_opening(self, self._tools, open_them, self._opened, self._failed)

    def _failed(self, error: JiashuError) -> None:
        self._state.setText(self._tools.language.messages.sentence(error))
        self._entry.begin()
