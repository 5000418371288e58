"""Changing the vault's passphrase: the old one, then a new one twice."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton

from desktop.casework import key_files, vaults
from desktop.casework.workspace import Workspace
from desktop.ui.entry import PassphraseField
from desktop.ui.eye import Eye
from desktop.ui.key_file_line import KeyFileLine
from desktop.ui.layout import centred, column, held, primary, row, sheet
from desktop.ui.new_passphrase import NewPassphrase
from desktop.ui.notice import Note
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.tick_box import TickBox
from desktop.ui.tools import Tools


class ChangePassphrase(Page):
    """One page; nothing of it is ever kept as a draft."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._label = PlainLabel()
        self._old = PassphraseField()
        self._eye = Eye(tools.icons, self._old)
        self._key_file = KeyFileLine()
        self._new = NewPassphrase(tools.icons)
        self._known = TickBox()
        self._about_known = PlainLabel(wrap=True).be(quiet=True)
        self._change = primary(QPushButton())
        self._back = QPushButton()
        self._label.setBuddy(self._old)
        old = held(row(self._old, self._eye, gap=4))
        known = held(column(self._known, self._about_known, gap=4))
        buttons = held(row(self._change, self._back, None))
        form = column(self._label, old, self._key_file, self._new, known, buttons, gap=12)
        self.setLayout(column(centred(held(column(self._title, self._about, sheet(form), gap=16)), 560)))
        self._old.textChanged.connect(lambda _text: self._look())
        self._key_file.changed.connect(self._look)
        self._new.changed.connect(self._look)
        self._change.clicked.connect(self._ask)
        self._back.clicked.connect(lambda: tools.go(Place("safekeeping")))
        self.retranslate()
        self._look()
        self._key_file.ask_where_needed(tools, self)

    def begin(self) -> None:
        """The caret goes into the old passphrase."""
        self._old.setFocus()

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Change the passphrase"))
        self._about.setText(
            self.tr("Copies of the vault made before still open with the old one. The recovery key stays the same.")
        )
        self._label.setText(self.tr("&Old passphrase"))
        self._old.setAccessibleName(self.tr("Old passphrase"))
        self._known.setText(self.tr("Somebody &may know the old passphrase"))
        self._about_known.setText(
            self.tr(
                "Then renew the keys too: with a copy of the vault, the old passphrase opens this one even afterwards."
            )
        )
        self._change.setText(self.tr("&Change it"))
        self._back.setText(self.tr("&Back"))

    def _look(self) -> None:
        self._change.setEnabled(bool(self._old.text()) and self._key_file.ready and self._new.ready)

    def _ask(self) -> None:
        old, new, path = self._old.take(), self._new.take(), self._key_file.path
        self._change.setEnabled(False)

        def change(ws: Workspace) -> None:
            key_file = None if path is None else key_files.read(path)
            vaults.change_passphrase(ws.vault, old, new, key_file=key_file)

        changed = Note("done", self.tr("The passphrase was changed."), self.tr("Use the new one from now on."))
        self.see_to(change, partial(self.tools.tell, changed), then=self._go_on, failed=self._old.setFocus)

    def _go_on(self) -> None:
        self.tools.go(Place("renew-keys" if self._known.isChecked() else "safekeeping"))
