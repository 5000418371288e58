"""Our own contact card: its name, its fingerprint, and three ways to give it to somebody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from desktop.casework import contacts, outfiles
from desktop.casework.contacts import OwnCard
from desktop.casework.workspace import Workspace
from desktop.ui import moments
from desktop.ui.entry import LineField
from desktop.ui.exchange.fingerprint import FingerprintWords
from desktop.ui.exchange.own_name import OwnNameStep
from desktop.ui.exchange.qr_codes import QrCodes
from desktop.ui.files import choose_new_file
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, row
from desktop.ui.notice import Note
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.stage import Stage
from desktop.ui.tools import Tools

FILE_NAME = "card.json"


class OwnCardPanel(Speaking):
    """Beside the list of contacts."""

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._card: OwnCard | None = None
        self._title = Heading(level=2)
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._label = PlainLabel()
        self._name = LineField()
        self._rename = QPushButton()
        self._words_label = PlainLabel(wrap=True)
        self._words = FingerprintWords()
        self._until = PlainLabel(wrap=True).be(quiet=True)
        self._file, self._copy, self._codes = QPushButton(), QPushButton(), QPushButton()
        self._qr = QrCodes()
        self._stage = Stage()
        self._lay_out()
        self._name.textChanged.connect(lambda _text: self._look())
        self._name.submitted.connect(self._ask_rename)
        self._rename.clicked.connect(self._ask_rename)
        self._file.clicked.connect(lambda: self._give(self._choose))
        self._copy.clicked.connect(lambda: self._give(self._copy_text))
        self._codes.clicked.connect(lambda: self._give(self._turn_codes))
        self.retranslate()
        self._ask()

    def retranslate(self) -> None:
        """Every word of the panel."""
        self._title.setText(self.tr("Your card"))
        self._about.setText(
            self.tr(
                "Give it to colleagues. It holds no secret: whoever has it can send you cases and can read nothing. "
                "What matters is that they know it is yours."
            )
        )
        self._label.setText(self.tr("&Name on the card"))
        self._name.setAccessibleName(self.tr("Name on the card"))
        self._name.setPlaceholderText(self.tr("What colleagues call you; it need not be your real name"))
        self._rename.setText(self.tr("&Rename"))
        self._words_label.setText(self.tr("Read these words to your colleague, over the phone or face to face:"))
        self._file.setText(self.tr("Save as a &file…"))
        self._copy.setText(self.tr("&Copy as text"))
        shown = not self._qr.isHidden()
        self._until.setText(self._counts_until())
        self._codes.setText(self.tr("Show the &words again") if shown else self.tr("Show as &QR codes"))
        self._look()

    def _counts_until(self) -> str:
        if self._card is None:
            return ""
        return self.tr(
            "Colleagues can send to this card until {day}. New keys are made for it each quarter: give the card again "
            "before then. What was sent to an older card still opens for a year after its end."
        ).format(day=moments.day(self._card.until, self._tools.language.code))

    def _ask(self) -> None:
        self._tools.worker.submit(contacts.own_card, self._show, owner=self)

    def _give(self, way: Callable[[], None]) -> None:
        """Give the card in one of three ways; before the first, it is asked for a name where it has none.

        A name that stands there and is not on the card yet, or is just being put on it, is meant: it comes first.
        """
        if self._rename.isEnabled():
            self._put_name(way)
            return
        if self._card is None or not self._card.wants_name:
            way()
            return
        self._codes.setChecked(False)
        for part in (self._body, self._buttons):
            part.hide()
        step = self._stage.enter(OwnNameStep(self._tools))
        step.given_up.connect(self._asked)
        step.answered.connect(lambda: self._give_named(way))
        step.begin()

    def _give_named(self, way: Callable[[], None]) -> None:
        def give(card: OwnCard) -> None:
            self._asked()
            self._show(card)
            way()

        self._tools.worker.submit(contacts.own_card, give, owner=self)

    def _asked(self) -> None:
        self._stage.leave()
        for part in (self._body, self._buttons):
            part.show()

    def _show(self, card: OwnCard) -> None:
        self._card = card
        unnamed = card.fingerprint.startswith(card.name)  # until somebody names it, a card goes by its fingerprint
        if not self._name.isModified():  # somebody may have begun to type before the card was here
            self._name.setText("" if unnamed else card.name)
        self._words.show_words(card.words, card.digits)
        self._qr.show_codes(card.qr)
        self._until.setText(self._counts_until())
        self._look()

    def _look(self) -> None:
        known = self._card is not None
        for button in (self._file, self._copy, self._codes):
            button.setEnabled(known)
        name = self._name.text().strip()
        self._rename.setEnabled(self._card is not None and bool(name) and name != self._card.name)

    def _ask_rename(self) -> None:
        if self._rename.isEnabled():
            self._put_name()

    def _put_name(self, then: Callable[[], None] | None = None) -> None:
        name = self._name.text().strip()

        def rename(ws: Workspace) -> OwnCard:
            if contacts.own_card(ws).name != name:
                contacts.rename_own(ws, name)
            return contacts.own_card(ws)

        def renamed(card: OwnCard) -> None:
            self._renamed(card)
            if then is not None:
                then()

        self._tools.worker.submit(rename, renamed, owner=self)

    def _renamed(self, card: OwnCard) -> None:
        self._name.setModified(False)
        self._show(card)
        self._tools.tell(
            Note(
                "done",
                self.tr("Your card was made anew."),
                "",
                self.tr("Colleagues see the new name when you give it."),
            )
        )

    def _choose(self) -> None:
        choose_new_file(self, self.tr("Where the card is saved"), FILE_NAME, self._save)

    def _save(self, path: Path) -> None:
        if self._card is None:
            return
        content = self._card.text.encode("utf-8")

        def write(_ws: Workspace) -> None:
            with outfiles.new_file(path) as file:
                file.write(content)

        self._tools.worker.submit(write, self._saved, owner=self)

    def _saved(self, _none: None) -> None:
        self._tools.tell(Note("done", self.tr("The card was saved."), self.tr("It holds no secret.")))

    def _copy_text(self) -> None:
        if self._card is not None:
            QGuiApplication.clipboard().setText(self._card.text)
            self._tools.tell(
                Note("done", self.tr("The card is on the clipboard for ten seconds."), self.tr("It holds no secret."))
            )

    def _turn_codes(self) -> None:
        """A code is scanned from the screen, so it takes the room of everything else."""
        shown = self._qr.isHidden()
        self._codes.setChecked(shown)
        self._body.setVisible(not shown)
        self._qr.setVisible(shown)
        self.retranslate()
        if shown:
            self._qr.setFocus()

    def _lay_out(self) -> None:
        self._label.setBuddy(self._name)
        self._codes.setCheckable(True)
        self._qr.hide()
        name = row(self._name, self._rename)
        name.setStretch(0, 1)
        self._body = held(column(self._about, self._label, name, self._words_label, self._words, self._until, gap=12))
        self._buttons = held(Flow(self._file, self._copy, self._codes, gap=8))
        self.setLayout(column(self._title, self._body, self._buttons, self._qr, self._stage, None, gap=12))
