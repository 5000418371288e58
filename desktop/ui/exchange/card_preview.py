"""A card that was read and not yet taken: whose it says it is, the words to compare, the two marks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework import contacts
from desktop.casework.contacts import CardPreview
from desktop.casework.workspace import Changes, Workspace
from desktop.errors import JiashuError
from desktop.ui.entry import LineField
from desktop.ui.exchange.fingerprint import FingerprintWords
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, primary, row
from desktop.ui.moments import moment
from desktop.ui.notice import note_of
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.reasons import STANDINGS, said
from desktop.ui.speaking import Speaking
from desktop.ui.tick_box import TickBox
from desktop.ui.tools import Tools

USELESS = frozenset({"own", "older"})


class CardStep(Speaking):
    """`taken` when the card is a contact now; `given_up` when it is not wanted."""

    taken = Signal(str, str)  # the fingerprint, and what we call them
    given_up = Signal()

    def __init__(self, tools: Tools, card: CardPreview) -> None:
        super().__init__()
        self._tools = tools
        self._card = card
        self._title = Heading(level=2)
        self._state = PlainLabel(wrap=True).be(warning=card.standing == "changed_key")
        self._made = PlainLabel(wrap=True).be(quiet=True)
        self._label = PlainLabel()
        self._name = LineField()
        self._name.setText(card.called)
        self._label.setBuddy(self._name)
        self._about_name = PlainLabel(wrap=True).be(quiet=True)
        self._ask = PlainLabel(wrap=True)
        self._words = FingerprintWords()
        self._verified, self._team = TickBox(), TickBox()
        self._about_team = PlainLabel(wrap=True).be(quiet=True)
        self._take, self._leave = primary(QPushButton()), QPushButton()
        buttons = held(Flow(self._take, self._leave, gap=8))
        boxes = (held(row(self._verified, None)), held(row(self._team, None)))
        called = held(column(self._label, self._name, self._about_name, gap=4))
        parts = (self._title, self._state, self._made, called, self._ask, self._words, *boxes)
        self.setLayout(column(*parts, self._about_team, buttons, None, gap=12))
        self._words.show_words(card.words, card.digits)
        useful = card.standing not in USELESS
        for widget in (called, self._team, self._about_team, self._take):
            widget.setVisible(useful)
        for compared in (self._ask, self._words, self._verified):  # a bare key has no words of its own
            compared.setVisible(useful and not card.bare_key)
        self._name.textChanged.connect(lambda _text: self._look())
        self._take.clicked.connect(self._add)
        self._leave.clicked.connect(self.given_up)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """The comparison comes first, unless a name has to be found."""
        if self._take.isHidden():
            self._leave.setFocus()
        elif not self._card.called:
            self._name.setFocus()
        else:
            (self._take if self._verified.isHidden() else self._verified).setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._title.setText(self._card.name)
        self._state.setText(said(STANDINGS, self._card.standing))
        self._made.setText(
            self.tr("The card says it was made on {when}.").format(
                when=moment(self._card.at, self._tools.language.code)
            )
        )
        self._label.setText(self.tr("What you ca&ll them"))
        self._name.setAccessibleName(self.tr("What you call them"))
        self._name.setPlaceholderText(self.tr("Another contact has this name: choose one you will not mix up"))
        self._about_name.setText(
            self.tr(
                "The name stays whatever a newer card of theirs says. Where somebody agreed “only to” certain "
                "recipients, this is the name that counts."
            )
        )
        self._ask.setText(
            self.tr(
                "Call the person, or meet them, and read these words to each other. They are the same on both sides or "
                "the card is not theirs. If you cannot now, add the card and compare later."
            )
        )
        self._verified.setText(self.tr("We &compared the words, and they are the same"))
        self._team.setText(self.tr("Of our &team"))
        self._about_team.setText(
            self.tr("Our team can be handed whole cases with names and history; everybody else gets redacted copies.")
        )
        self._take.setText(self.tr("&Add the card"))
        self._leave.setText(self.tr("&Do not add it") if not self._take.isHidden() else self.tr("&Back"))

    def _add(self) -> None:
        card, our_team, verified = self._card, self._team.isChecked(), self._verified.isChecked()
        name = self._name.text().strip()
        self._take.setEnabled(False)

        def add(ws: Workspace) -> Changes:
            return contacts.add_card(ws, card, name=name, our_team=our_team, verified=verified)

        done = partial(self.taken.emit, card.fingerprint, name)
        self._tools.worker.submit(add, lambda _changes: done(), owner=self, failed=self._not_added)

    def _not_added(self, error: JiashuError) -> None:
        """Another name will do."""
        self._look()
        self._name.setFocus()
        self._tools.tell(note_of(error, self._tools.language))

    def _look(self) -> None:
        self._take.setEnabled(bool(self._name.text().strip()))
