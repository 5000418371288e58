"""The identities' own passphrase: given by who knows the vault's; changed, taken away, by who knows theirs."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton

from desktop.casework import key_files, vaults
from desktop.casework.workspace import Workspace
from desktop.ui.entry import PassphraseField
from desktop.ui.eye import Eye
from desktop.ui.flow import Flow
from desktop.ui.key_file_line import KeyFileLine
from desktop.ui.layout import centred, column, held, primary, row, sheet
from desktop.ui.new_passphrase import IdentitiesPassphrase
from desktop.ui.notice import Note
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class IdentityPassphrasePage(Page):
    """One page; nothing of it is ever kept as a draft."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._own = False
        self._title = Heading()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._standing = Told(tools, "info")
        self._label = PlainLabel()
        self._old = PassphraseField()
        self._key_file = KeyFileLine()
        self._new = IdentitiesPassphrase(tools.icons)
        self._change, self._take_away, self._back = primary(QPushButton()), QPushButton(), QPushButton()
        self._lay_out()
        self._old.textChanged.connect(lambda _text: self._look())
        self._key_file.changed.connect(self._look)
        self._key_file.ask_where_needed(tools, self)
        self._new.changed.connect(self._look)
        self._change.clicked.connect(lambda: self._ask(self._new.take()))
        self._take_away.clicked.connect(lambda: self._ask(None))
        self._back.clicked.connect(self._leave)
        self._show(False)
        self.retranslate()
        tools.worker.submit(lambda ws: ws.vault.has_identity_passphrase, self._show, owner=self)

    def begin(self) -> None:
        """The caret goes into the first field."""
        self._old.setFocus()

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Passphrase of the identities"))
        self._about.setText(
            self.tr(
                "With a passphrase of their own the identities stay closed when the vault is opened: codes are shown, "
                "and real names, numbers and addresses only once it is typed. They are opened and closed at the foot "
                "of the window. Copies of the vault made before open as they did."
            )
        )
        self._standing.say(
            self.tr("The identities have a passphrase of their own.")
            if self._own
            else self.tr("The identities open with the vault.")
        )
        if self._own:
            self._label.setText(self.tr("&Old passphrase of the identities"))
            self._old.setAccessibleName(self.tr("Old passphrase of the identities"))
        else:
            self._label.setText(self.tr("&Passphrase of the vault"))
            self._old.setAccessibleName(self.tr("Passphrase of the vault"))
        self._change.setText(self.tr("&Change it") if self._own else self.tr("&Give them this passphrase"))
        self._take_away.setText(self.tr("&Take it away"))
        self._back.setText(self.tr("&Back"))

    def _show(self, own: bool) -> None:
        self._own = own
        self._take_away.setVisible(own)
        self._wanted.setVisible(not own)
        self.retranslate()
        self._look()
        self.begin()

    def _look(self) -> None:
        known = bool(self._old.text()) and (self._own or self._key_file.ready)
        self._change.setEnabled(known and self._new.ready)
        self._take_away.setEnabled(known)

    def _ask(self, new: str | None) -> None:
        old, own, path = self._old.take(), self._own, self._key_file.path
        for button in (self._change, self._take_away):
            button.setEnabled(False)

        def change(ws: Workspace) -> None:
            if not own:  # nobody shuts away names at a desk that was left open
                vaults.check_passphrase(ws.vault, old, None if path is None else key_files.read(path))
            vaults.change_identity_passphrase(ws.vault, old if own else None, new)

        what = self.tr("The identities have this passphrase of their own from now on.")
        then = self.tr("Closing the vault closes them; it is asked for at the foot of the window.")
        if new is None:
            what, then = self.tr("The identities open with the vault from now on."), ""
        tell = partial(self.tools.tell, Note("done", what, "", then))
        self.see_to(change, tell, then=self._leave, failed=self._once_more)

    def _leave(self) -> None:
        self.tools.go(Place("safekeeping"))

    def _once_more(self) -> None:
        self._look()
        self.begin()

    def _lay_out(self) -> None:
        self._label.setBuddy(self._old)
        typed = held(row(self._old, Eye(self.tools.icons, self._old), gap=4))
        self._wanted = held(row(self._key_file))
        buttons = held(Flow(self._change, self._take_away, self._back, gap=8))
        form = column(self._standing, self._label, typed, self._wanted, self._new, buttons, gap=12)
        self.setLayout(column(centred(held(column(self._title, self._about, sheet(form), gap=16)), 560)))
