"""Adding a colleague's card: from a file, from text, or from pictures of its QR codes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.casework import contacts
from desktop.casework.contacts import CardPreview
from desktop.casework.workspace import Progress, Workspace
from desktop.errors import JiashuError
from desktop.ui.entry import TextField
from desktop.ui.exchange.card_preview import CardStep
from desktop.ui.exchange.qr_reader import read_codes
from desktop.ui.files import choose_file, choose_files
from desktop.ui.layout import column, held, row, sheet
from desktop.ui.notice import Note
from desktop.ui.place import Place
from desktop.ui.plain import PlainLabel, one_line
from desktop.ui.speaking import Speaking
from desktop.ui.staged_page import StagedPage
from desktop.ui.tools import Tools

MISSING = "card.parts_missing"


class AddCardPage(StagedPage):
    """Ways in, then the card. Pieces of QR codes read so far are kept until the card is whole."""

    def __init__(self, tools: Tools, place: Place) -> None:
        super().__init__(tools, place)
        self._pieces: list[str] = []
        self.retranslate()
        self._show_ways()

    def begin(self) -> None:
        """The first way in."""
        if isinstance(self.stage.step, CardWays):
            self.stage.step.begin()

    def retranslate(self) -> None:
        """The title; each step has its own words."""
        self.title.setText(self.tr("Add a colleague's card"))

    def _show_ways(self) -> None:
        ways = self.stage.enter(CardWays(self.tools))
        ways.file_chosen.connect(self._read_file)
        ways.text_given.connect(self._read_text)
        ways.pictures_chosen.connect(self._read_pictures)
        ways.left.connect(lambda: self.tools.go(Place("contacts")))
        ways.begin()

    def _read_file(self, path: Path) -> None:
        def read(ws: Workspace) -> CardPreview:
            return contacts.preview_card_file(ws, path)

        self.tools.worker.submit(read, self._show_card, owner=self, failed=self.tell_error)

    def _read_text(self, text: str) -> None:
        def read(ws: Workspace) -> CardPreview:
            return contacts.preview_card(ws, text.encode("utf-8", "replace"))

        self.tools.worker.submit(read, self._show_card, owner=self, failed=self.tell_error)

    def _read_pictures(self, files: list[Path]) -> None:
        def read(ws: Workspace, progress: Progress) -> list[str]:
            return read_codes(files, progress, ws.stops)

        self.work(self.tr("Reading the pictures"), read, self._join, failed=self._not_read, stopped=self._show_ways)

    def _join(self, found: list[str]) -> None:
        if not found:
            self._show_ways()
            self.tell_trouble(
                Note(
                    "warning",
                    self.tr("No QR code was found in the pictures."),
                    "",
                    self.tr("Take them again: one whole code a picture, straight, sharp, without glare."),
                )
            )
            return
        self._pieces = list(dict.fromkeys([*self._pieces, *found]))
        pieces = self._pieces

        def join(ws: Workspace) -> CardPreview:
            return contacts.preview_card(ws, contacts.join_qr(pieces))

        self.tools.worker.submit(join, self._show_card, owner=self, failed=self._not_joined)

    def _not_joined(self, error: JiashuError) -> None:
        """Codes that are missing can still come; codes that are wrong are read anew."""
        if error.code != MISSING:
            self._pieces = []
        self._not_read(error)

    def _not_read(self, error: JiashuError) -> None:
        self._show_ways()
        self.tell_error(error)

    def _show_card(self, card: CardPreview) -> None:
        self._pieces = []
        self.went_well()
        step = self.stage.enter(CardStep(self.tools, card))
        step.given_up.connect(self._show_ways)
        step.taken.connect(self._taken)
        step.begin()

    def _taken(self, who: str, name: str) -> None:
        self.tools.tell(Note("done", self.tr("“{name}” is a contact now.").format(name=one_line(name))))
        self.tools.go(Place("contacts", who))


class CardWays(Speaking):
    """The three ways a card comes in."""

    file_chosen = Signal(object)  # Path
    text_given = Signal(str)
    pictures_chosen = Signal(object)  # list[Path]
    left = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._about = PlainLabel(wrap=True).be(quiet=True)
        self._file, self._pictures, self._read, self._back = (QPushButton() for _ in range(4))
        self._about_file, self._about_pictures = (PlainLabel(wrap=True).be(quiet=True) for _ in range(2))
        self._label = PlainLabel()
        self._text = TextField()
        self._text.setFixedHeight(self._text.fontMetrics().height() * 6)
        self._label.setBuddy(self._text)
        ways = column(
            held(row(self._file, None)),
            self._about_file,
            held(row(self._pictures, None)),
            self._about_pictures,
            self._label,
            self._text,
            held(row(self._read, None)),
            gap=8,
        )
        self.setLayout(column(self._about, sheet(ways), held(row(self._back, None)), None, gap=16))
        self._file.clicked.connect(lambda: choose_file(self, self.tr("The file with the card"), self.file_chosen.emit))
        self._pictures.clicked.connect(
            lambda: choose_files(self, self.tr("Pictures of the codes"), self.pictures_chosen.emit)
        )
        self._read.clicked.connect(lambda: self.text_given.emit(self._text.toPlainText()))
        self._text.textChanged.connect(self._look)
        self._back.clicked.connect(self.left)
        self.retranslate()
        self._look()

    def begin(self) -> None:
        """A file is the usual way."""
        self._file.setFocus()

    def retranslate(self) -> None:
        """Every word of the step."""
        self._about.setText(
            self.tr("Nothing is taken before you have seen whose card it is and could compare its words.")
        )
        self._file.setText(self.tr("Choose a &file…"))
        self._about_file.setText(self.tr("The card as your colleague saved it, from a stick or a message."))
        self._pictures.setText(self.tr("Choose &pictures of QR codes…"))
        self._about_pictures.setText(
            self.tr("All codes of a card, one or several a picture, in any order; some now and the rest later is fine.")
        )
        self._label.setText(self.tr("Or paste the card as &text:"))
        self._text.setAccessibleName(self.tr("The card as text"))
        self._read.setText(self.tr("&Read the text"))
        self._back.setText(self.tr("&Back"))

    def _look(self) -> None:
        self._read.setEnabled(bool(self._text.toPlainText().strip()))
