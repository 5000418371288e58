"""Renewing the keys: what it means, the passphrases, and it goes on beside all else."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton

from desktop.casework import key_files, renewing_keys
from desktop.casework.renewing_keys import KeysPreview
from desktop.casework.workspace import Changes, Workspace
from desktop.errors import JiashuError
from desktop.ui.entry import PassphraseField
from desktop.ui.eye import Eye
from desktop.ui.key_file_line import KeyFileLine
from desktop.ui.layout import centred, column, held, primary, row, sheet
from desktop.ui.moments import number, size
from desktop.ui.page import Page
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.told import Told
from desktop.ui.tools import Tools


class RenewKeysPage(Page):
    """One page; nothing of it is ever kept as a draft."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._preview: KeysPreview | None = None
        self._title = Heading()
        self._why, self._what, self._stays = (PlainLabel(wrap=True) for _ in range(3))
        self._takes = PlainLabel(wrap=True).be(quiet=True)
        self._hindrance = Told(tools, "warning")
        self._labels = [PlainLabel(), PlainLabel()]
        self._fields = [PassphraseField(), PassphraseField()]
        lines = []
        for label, field in zip(self._labels, self._fields, strict=True):
            label.setBuddy(field)
            lines.append(held(column(label, held(row(field, Eye(tools.icons, field), gap=4)), gap=4)))
            field.textChanged.connect(lambda _text: self._look())
            field.submitted.connect(self._ask)
        self._own = lines[1]
        self._key_file = KeyFileLine()
        self._renew = primary(QPushButton())
        self._back = QPushButton()
        self._form = sheet(column(*lines, self._key_file, held(row(self._renew, self._back, None)), gap=12))
        self._go_on, self._rest = QPushButton(), QPushButton()
        self._under_way = held(row(self._go_on, self._rest, None))
        words = column(self._why, self._what, self._stays, self._takes, gap=8)
        parts = (self._title, held(words), self._hindrance, self._under_way, self._form)
        self.setLayout(column(centred(held(column(*parts, gap=16)), 640)))
        self._hindrance.say("")
        self._own.hide()
        self._under_way.hide()
        self._go_on.clicked.connect(lambda: self._lead(go_on=True))
        self._rest.clicked.connect(lambda: self._lead(go_on=False))
        self._key_file.changed.connect(self._look)
        self._key_file.ask_where_needed(tools, self)
        self._renew.clicked.connect(self._ask)
        self._back.clicked.connect(tools.back)
        self.retranslate()
        self._look()
        self.refresh(None)

    def refresh(self, changes: Changes | None) -> None:
        """The identities were opened or closed, or it has ended."""
        if changes is None:
            self.tools.worker.submit(renewing_keys.preview, self._show, owner=self, failed=self._not_now)

    def begin(self) -> None:
        """The caret goes into the passphrase."""
        self._fields[0].setFocus()

    def retranslate(self) -> None:
        """Every word of the page."""
        self._title.setText(self.tr("Renew the keys"))
        self._why.setText(
            self.tr(
                "Do this when somebody may know a passphrase of this vault. A new passphrase alone does not keep them "
                "out: the old one and a copy of the vault from that time open this vault too."
            )
        )
        self._what.setText(
            self.tr(
                "The vault gets new keys, and everything in it is sealed to them. Change the passphrase first. You can "
                "go on working; a lock interrupts it, and it goes on by itself after unlocking."
            )
        )
        self._stays.setText(
            self.tr(
                "What they copied before stays open to them, and traces of the old files may stay on the disk until it "
                "is written over. Passphrases and the recovery key stay as they are. Your "
                "contact card gets new keys for packages; give it to your contacts once more."
            )
        )
        self._labels[0].setText(self.tr("&Passphrase"))
        self._labels[1].setText(self.tr("Passphrase of the &identities"))
        self._fields[0].setAccessibleName(self.tr("Passphrase"))
        self._fields[1].setAccessibleName(self.tr("Passphrase of the identities"))
        self._renew.setText(self.tr("&Renew the keys"))
        self._back.setText(self.tr("&Back"))
        self._go_on.setText(self.tr("&Go on now"))
        self._rest.setText(self.tr("&Let it rest until the next unlocking"))
        self._tell()

    def _show(self, preview: KeysPreview) -> None:
        self._preview = preview
        self._under_way.hide()
        self._form.show()
        self._own.setVisible(preview.own_passphrase)
        self._key_file.need(preview.key_file)
        self._tell()
        self._look()

    def _tell(self) -> None:
        found = self._preview
        if found is None:
            return
        closed = self.tr("The identities are closed: they get new keys when they are next opened.")
        self._hindrance.say("" if found.identities else closed)
        code = self.tools.language.code
        takes = self.tr("Files to seal anew: {count} ({size}). Free room needed meanwhile: {room}.")
        words = takes.format(count=number(found.files, code), size=size(found.size, code), room=size(found.room, code))
        if found.set_aside:
            aside = self.tr("Files that were set aside before keep the keys they had: {count}.")
            words += " " + aside.format(count=number(found.set_aside, code))
        self._takes.setText(words)

    def _not_now(self, error: JiashuError) -> None:
        """It is under way, most likely: that stands on the page, and what can be done about it."""
        self._hindrance.say(self.tools.language.messages.sentence(error))
        self._form.hide()
        self._under_way.setVisible(error.code == "vault.keys_under_way")

    def _look(self) -> None:
        own = self._preview is not None and self._preview.own_passphrase
        typed = bool(self._fields[0].text()) and (bool(self._fields[1].text()) or not own)
        self._renew.setEnabled(self._preview is not None and typed and self._key_file.ready)

    def _ask(self) -> None:
        if not self._renew.isEnabled():
            return
        passphrase, identities = self._fields[0].take(), self._fields[1].take() or None
        path = self._key_file.path
        self._renew.setEnabled(False)

        def do(ws: Workspace) -> None:
            key_file = None if path is None else key_files.read(path)
            renewing_keys.do(ws, passphrase, identities, key_file=key_file)

        # It goes on although somebody left the page while the passphrase was being tried.
        self.see_to(do, partial(self.tools.renew_keys, True), then=self._leave, failed=self._once_more)

    def _lead(self, *, go_on: bool) -> None:
        self._leave()
        self.tools.renew_keys(go_on)

    def _leave(self) -> None:
        self.tools.go(Place("safekeeping"))

    def _once_more(self) -> None:
        self._look()
        self._fields[0].setFocus()
