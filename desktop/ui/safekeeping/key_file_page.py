"""The key file: made, exchanged, taken away, each time with the passphrase."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from desktop.casework import key_files
from desktop.casework.workspace import Workspace
from desktop.ui.entry import PassphraseField
from desktop.ui.eye import Eye
from desktop.ui.files import choose_new_file
from desktop.ui.flow import Flow
from desktop.ui.key_file_line import KeyFileLine
from desktop.ui.layout import centred, column, held, primary, row, sheet
from desktop.ui.notice import Note
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.told import Told
from desktop.ui.tools import Tools

FILE_NAME = "key"


class KeyFilePage(Page):
    """One page; nothing of it is ever kept as a draft, and no place of a key file anywhere."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._needs = False
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._standing = Told(tools, "info")
        self._mind = Told(tools, "warning")
        self._label = PlainLabel()
        self._passphrase = PassphraseField()
        self._old = KeyFileLine()
        self._make, self._take_away, self._back = primary(QPushButton()), QPushButton(), QPushButton()
        self._lay_out()
        self._passphrase.textChanged.connect(lambda _text: self._look())
        self._old.changed.connect(self._look)
        self._make.clicked.connect(self._choose)
        self._take_away.clicked.connect(self._ask_take_away)
        self._back.clicked.connect(self._leave)
        self._show(False)
        self.retranslate()
        tools.worker.submit(lambda ws: ws.vault.needs_key_file, self._show, owner=self)

    def begin(self) -> None:
        """The caret goes into the passphrase."""
        self._passphrase.setFocus()

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Key file"))
        self._about.setText(
            self.tr(
                "A small file without which the passphrase opens nothing, and without which nobody can even try "
                "passphrases. Keep it on a stick, apart from the vault: then whoever takes the computer, or copies its "
                "disk, has too little."
            )
        )
        self._standing.say(
            self.tr("This vault needs its key file.") if self._needs else self.tr("This vault needs no key file.")
        )
        self._mind.say(
            self.tr(
                "Keep a second copy somewhere safe. Where both are lost, the recovery key alone opens the vault. "
                "Copies of the vault made before go on opening as they did."
            )
        )
        self._label.setText(self.tr("&Passphrase of the vault"))
        self._passphrase.setAccessibleName(self.tr("Passphrase of the vault"))
        self._make.setText(self.tr("&Make another key file…") if self._needs else self.tr("&Make a key file…"))
        self._take_away.setText(self.tr("&Do without a key file"))
        self._back.setText(self.tr("&Back"))

    def _show(self, needs: bool) -> None:
        self._needs = needs
        self._old.need(needs)
        self._take_away.setVisible(needs)
        self.retranslate()
        self._look()

    def _look(self) -> None:
        ready = bool(self._passphrase.text()) and self._old.ready
        for button in (self._make, self._take_away):
            button.setEnabled(ready)

    def _choose(self) -> None:
        choose_new_file(self, self.tr("Where the key file is kept, apart from the vault"), FILE_NAME, self._ask_make)

    def _ask_make(self, path: Path) -> None:
        passphrase, old = self._passphrase.take(), self._old.path

        def make(ws: Workspace) -> None:
            key_files.give(ws.vault, path, passphrase, old=None if old is None else key_files.read(old))

        made = Note(
            "done",
            self.tr("The key file was made. The vault needs it from now on, beside the passphrase."),
            self.tr("The recovery key opens the vault without it."),
            self.tr("Copy it to a second stick, and keep neither with the vault."),
        )
        self.see_to(make, partial(self.tools.tell, made), then=self._leave, failed=self.begin)

    def _ask_take_away(self) -> None:
        passphrase, old = self._passphrase.take(), self._old.path
        assert old is not None

        def take_away(ws: Workspace) -> None:
            key_files.take_away(ws.vault, passphrase, key_files.read(old))

        taken_away = Note("done", self.tr("The vault opens by its passphrase alone from now on."))
        self.see_to(take_away, partial(self.tools.tell, taken_away), then=self._leave, failed=self.begin)

    def _leave(self) -> None:
        self.tools.go(Place("safekeeping"))

    def _lay_out(self) -> None:
        self._label.setBuddy(self._passphrase)
        typed = held(row(self._passphrase, Eye(self.tools.icons, self._passphrase), gap=4))
        buttons = held(Flow(self._make, self._take_away, self._back, gap=8))
        form = column(self._standing, self._label, typed, self._old, self._mind, buttons, gap=12)
        self.setLayout(column(centred(held(column(self._title, self._about, sheet(form), gap=16)), 560)))
