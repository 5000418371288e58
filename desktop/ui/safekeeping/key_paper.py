"""The recovery key: shown once, to be written down on paper, and asked back in part."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QWidget

from desktop.casework import recovery_key
from desktop.errors import JiashuError
from desktop.ui.entry import LineField
from desktop.ui.flow import Flow
from desktop.ui.layout import column, held, primary, quiet_button, sheet
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.safekeeping.code_shown import CodeShown
from desktop.ui.safekeeping.from_picture import FromPicture
from desktop.ui.safekeeping.print_paper import PrintPaper
from desktop.ui.safekeeping.printing import Sheet
from desktop.ui.speaking import Speaking
from desktop.ui.tools import Tools

PER_LINE = 4


class RecoveryKey(Speaking):
    """`written_down` once two pieces were typed back, or its code was read, with the key out of sight.

    `shares_wanted`: it is to be split instead.
    """

    written_down = Signal()
    shares_wanted = Signal()

    def __init__(self, tools: Tools, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._whole = key
        self._pieces = recovery_key.pieces(key)
        self._asked = sorted(secrets.SystemRandom().sample(range(len(self._pieces) - 1), 2))
        self._title = Heading()
        self._about = PlainLabel(wrap=True)
        self._beginning = PlainLabel(wrap=True).be(quiet=True)
        letters = held(column(held(_grid(self._pieces)), self._beginning))
        self._key = sheet(column(letters, CodeShown(key, letters), gap=12))
        self._to_check, self._split = primary(QPushButton()), QPushButton()
        self._print, self._printing = quiet_button(), PrintPaper(tools)
        self._print.setProperty("quiet", True)
        self._check_part = QWidget()
        self._again = QPushButton()
        self._ask = PlainLabel(wrap=True)
        self._fields = [LineField(), LineField()]
        self._on = primary(QPushButton())
        self._picture = FromPicture(tools)
        self._state = PlainLabel(wrap=True).be(quiet=True)
        self._lay_out()
        for field in self._fields:
            field.textChanged.connect(lambda _text: self._state.setText(""))
            field.submitted.connect(self._check)
        self._on.clicked.connect(self._check)
        self._to_check.clicked.connect(lambda: self._show(checking=True))
        self._again.clicked.connect(lambda: self._show(checking=False))
        self._split.clicked.connect(self.shares_wanted)
        self._print.clicked.connect(self._offer_print)
        self._printing.left.connect(lambda: self._show(checking=False))
        self._picture.found.connect(self._check_code)
        self._picture.refused.connect(self._not_read)
        self.retranslate()
        self._show(checking=False)

    def begin(self) -> None:
        """The key is shown; the button goes on once it is written down."""
        self._to_check.setFocus()

    def retranslate(self) -> None:
        """Every word of the screen."""
        self._title.setText(self.tr("Write down the recovery key"))
        self._about.setText(
            self.tr(
                "When the passphrase is lost it opens instead, for you and for whoever finds it. It is shown this "
                "once and kept nowhere. Write it on paper by hand, and keep the paper far from this machine. "
                "Capital letters do not matter, and there is no letter O and no letter I in it."
            )
        )
        self._beginning.setText(
            self.tr("Other programs (age) want {beginning} before it, without a blank.").format(
                beginning=recovery_key.BEGINNING
            )
        )
        self._to_check.setText(self.tr("I have &written it down"))
        self._split.setText(self.tr("Split it into s&hares…"))
        self._print.setText(self.tr("&Print it…"))
        self._again.setText(self.tr("&Show it again"))
        self._ask.setText(
            self.tr("To be sure that it is on paper, type two of its pieces, or show a picture of its code:")
        )
        for field, number in zip(self._fields, self._asked, strict=True):
            field.setAccessibleName(self.tr("Piece {number}").format(number=number + 1))
            field.setPlaceholderText(self.tr("Piece {number}").format(number=number + 1))
        self._on.setText(self.tr("It is on &paper"))

    def _check(self) -> None:
        for field, number in zip(self._fields, self._asked, strict=True):
            if field.text().strip().upper() != self._pieces[number].upper():
                self._state.setText(
                    self.tr("Piece {number} reads otherwise. Look at the paper once more.").format(number=number + 1)
                )
                field.setFocus()
                return
        self.written_down.emit()

    def _check_code(self, text: str) -> None:
        if recovery_key.typed(text) == self._whole:
            self.written_down.emit()
        else:
            self._state.setText(self.tr("The code is another one. Take a picture of the one shown before."))

    def _not_read(self, error: JiashuError) -> None:
        self._state.setText(self._tools.language.messages.sentence(error))

    def _show(self, *, checking: bool) -> None:
        """The key, or the question; never both, since one would be copied from the other."""
        self._key.setVisible(not checking)
        self._to_check.setVisible(not checking)
        for rest in (self._split, self._print):
            rest.setVisible(not checking)
        self._check_part.setVisible(checking)
        if checking:
            self._fields[0].setFocus()
        else:
            self.begin()

    def _offer_print(self) -> None:
        """In place of the key, so that what a printer keeps is read."""
        for part in (self._key, self._to_check, self._split, self._print):
            part.hide()
        self._printing.offer(Sheet(self._whole, tuple(self._pieces)))

    def _lay_out(self) -> None:
        asked = held(Flow(*self._fields, self._on, self._picture, self._again, gap=8))
        inside = column(self._ask, asked, self._state, gap=12)
        inside.setContentsMargins(0, 0, 0, 0)
        self._check_part.setLayout(inside)
        shown = held(Flow(self._to_check, self._split, self._print, gap=8))
        parts = (self._title, self._about, self._key, shown, self._printing, self._check_part)
        self.setLayout(column(*parts, gap=12))


def _grid(pieces: Sequence[str]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(QApplication.font().pointSizeF() * 1.25)
    for number, piece in enumerate(pieces):
        line, place = divmod(number, PER_LINE)
        count = PlainLabel(str(number + 1)).be(quiet=True)
        letters = PlainLabel(piece)
        letters.setFont(font)
        letters.setAccessibleName(f"{number + 1}: {' '.join(piece)}")
        grid.addWidget(count, line, place * 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(letters, line, place * 2 + 1)
    grid.setColumnStretch(PER_LINE * 2, 1)
    return grid
