"""The recovery key that is in place, given back from paper: for vaults where nobody was asked for it yet."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework import recovering
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError
from desktop.ui.flow import Flow
from desktop.ui.layout import centred, column, held, primary, sheet
from desktop.ui.notice import Note, note_of
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.safekeeping.recovery_entry import RecoveryEntry
from desktop.ui.tools import Tools


class ConfirmRecoveryPage(Page):
    """Says whether what is on paper opens this vault; nothing of it is ever kept."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._entry = RecoveryEntry(tools)
        self._check, self._new, self._back = primary(QPushButton()), QPushButton(), QPushButton()
        form = sheet(column(self._entry, held(Flow(self._check, self._new, self._back, gap=8)), gap=16))
        self.setLayout(column(centred(held(column(self._title, self._about, form, gap=16)), 640)))
        self._entry.changed.connect(lambda: self._check.setEnabled(self._entry.ready))
        self._check.clicked.connect(self._ask)
        self._new.clicked.connect(lambda: tools.go(Place("recovery/new")))
        self._back.clicked.connect(lambda: tools.go(Place("safekeeping")))
        self._check.setEnabled(False)
        self.retranslate()

    def begin(self) -> None:
        """The caret goes where the key is typed."""
        self._entry.begin()

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Is the recovery key on paper?"))
        self._about.setText(
            self.tr(
                "Give the recovery key back from paper, whole or in shares. Nothing is changed but that this is noted."
            )
        )
        self._check.setText(self.tr("&Check it"))
        self._new.setText(self.tr("I do not &have it: make a new one…"))
        self._back.setText(self.tr("&Back"))

    def _ask(self) -> None:
        key = self._entry.key()
        self._check.setEnabled(False)

        def confirm(ws: Workspace) -> None:
            recovering.confirm(ws, key)

        self.tools.worker.submit(confirm, self._done, owner=self, failed=self._failed)

    def _done(self, _none: None) -> None:
        self._entry.forget()
        self.tools.tell(Note("done", self.tr("This is the recovery key of this vault."), "", ""))
        self.tools.go(Place("safekeeping"))

    def _failed(self, error: JiashuError) -> None:
        self.tools.tell(note_of(error, self.tools.language))
        self._check.setEnabled(self._entry.ready)
        self._entry.begin()
