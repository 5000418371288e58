"""One contact: who it is, whether the words were compared, whether they are of our team."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from desktop.casework import contacts
from desktop.casework.contacts import Contact
from desktop.casework.workspace import Changes, Workspace
from desktop.ui.entry import LineField
from desktop.ui.exchange.fingerprint import FingerprintWords
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, row
from desktop.ui.moments import day
from desktop.ui.plain import Heading, PlainLabel, one_line
from desktop.ui.reasons import STANDINGS, said
from desktop.ui.speaking import Speaking
from desktop.ui.tick_box import TickBox
from desktop.ui.tools import Tools


class ContactPanel(Speaking):
    """Beside the list of contacts. Each mark counts at once and can be taken back."""

    def __init__(self, tools: Tools, contact: Contact) -> None:
        super().__init__()
        self._tools = tools
        self._contact = contact
        self._title = Heading(level=2)
        self._calls, self._state = PlainLabel(wrap=True), PlainLabel(wrap=True).be(quiet=True)
        self._label = PlainLabel()
        self._name = LineField()
        self._rename = QPushButton()
        self._about_name = PlainLabel(wrap=True).be(quiet=True)
        self._words_label = PlainLabel(wrap=True)
        self._words = FingerprintWords()
        self._verified = TickBox()
        self._team = TickBox()
        self._about_team = PlainLabel(wrap=True).be(quiet=True)
        self._forget = QPushButton()
        self._sure = PlainLabel(wrap=True)
        self._yes, self._no = QPushButton(), QPushButton()
        self._confirm = held(column(self._sure, held(Flow(self._yes, self._no, gap=8))))
        self._yes.setProperty("danger", True)
        self._confirm.hide()
        self._label.setBuddy(self._name)
        name = row(self._name, self._rename)
        name.setStretch(0, 1)
        called = held(column(self._label, name, self._about_name, gap=4))
        parts = (self._title, self._calls, self._state, self._words_label, self._words, held(row(self._verified, None)))
        marks = (held(row(self._team, None)), self._about_team, called)
        self.setLayout(column(*parts, *marks, held(row(self._forget, None)), self._confirm, None, gap=12))
        self._words.show_words(contact.words, contact.digits)
        for widget in (self._words_label, self._words, self._verified):
            widget.setVisible(not contact.bare_key)
        self._name.textChanged.connect(lambda _text: self._look())
        self._name.submitted.connect(self._ask_rename)
        self._rename.clicked.connect(self._ask_rename)
        self._verified.clicked.connect(lambda on: self._mark(verified=on))
        self._team.clicked.connect(lambda on: self._mark(our_team=on))
        self._forget.clicked.connect(self._ask_sure)
        self._no.clicked.connect(self._confirm.hide)
        self._yes.clicked.connect(self._forget_it)
        self.show_contact(contact)

    @property
    def contact(self) -> str:
        """Whose panel it is."""
        return self._contact.id

    def show_contact(self, contact: Contact) -> None:
        """How it stands with them now; a name that is being typed stays."""
        self._contact = contact
        self._verified.setChecked(contact.verified)
        self._team.setChecked(contact.our_team)
        self._calls.setVisible(bool(contact.calls_themselves))
        if not self._name.isModified():
            self._name.setText(contact.name)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of the panel."""
        name = self._contact.name
        self._title.setText(name)
        self._calls.setText(self.tr("Calls themselves “{name}”").format(name=one_line(self._contact.calls_themselves)))
        self._label.setText(self.tr("What you ca&ll them"))
        self._name.setAccessibleName(self.tr("What you call them"))
        self._rename.setText(self.tr("&Rename"))
        self._about_name.setText(
            self.tr(
                "The name stays whatever a newer card of theirs says. Where somebody agreed “only to” certain "
                "recipients, this is the name that counts."
            )
        )
        self._look()
        self._state.setText(self._until())
        self._words_label.setText(self.tr("Their fingerprint. They see the same words on their own card:"))
        self._verified.setText(self.tr("We &compared the words, and they are the same"))
        self._team.setText(self.tr("Of our &team"))
        self._about_team.setText(
            self.tr("Our team can be handed whole cases with names and history; everybody else gets redacted copies.")
        )
        self._forget.setText(self.tr("&Forget this contact…"))
        self._sure.setText(
            self.tr("Forget “{name}”? Nothing can be handed to them until their card is added again.").format(
                name=one_line(name)
            )
        )
        self._yes.setText(self.tr("F&orget"))
        self._no.setText(self.tr("&Keep"))

    def _until(self) -> str:
        if self._contact.bare_key:
            return said(STANDINGS, "keys_only")
        expires = self._contact.expires
        if expires is None:
            return self.tr("Their card has run out. Ask them for their newest one.")
        return self.tr("Their card is good until {day}.").format(day=day(expires, self._tools.language.code))

    def _mark(self, *, our_team: bool | None = None, verified: bool | None = None) -> None:
        contact = self._contact.id

        def mark(ws: Workspace) -> Changes:
            return contacts.mark(ws, contact, our_team=our_team, verified=verified)

        self._tools.worker.submit(mark, owner=self)

    def _look(self) -> None:
        name = self._name.text().strip()
        self._rename.setEnabled(bool(name) and name != self._contact.name)

    def _ask_rename(self) -> None:
        contact, name = self._contact.id, self._name.text().strip()
        if not self._rename.isEnabled():
            return

        def rename(ws: Workspace) -> Changes:
            return contacts.rename(ws, contact, name)

        self._name.setModified(False)  # the new name comes back with the list
        self._tools.worker.submit(rename, owner=self)

    def _ask_sure(self) -> None:
        self._confirm.show()
        self._no.setFocus()

    def _forget_it(self) -> None:
        contact = self._contact.id

        def forget(ws: Workspace) -> Changes:
            return contacts.forget(ws, contact)

        self._tools.worker.submit(forget, owner=self)
