"""The recovery key: shown once, to be written down on paper, and asked back in part."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.ui.entry import LineField
from desktop.ui.layout import column, held, primary, row, sheet
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.speaking import Speaking

PIECE, PER_LINE = 5, 4


def pieces(key: str) -> list[str]:
    """The key in pieces a hand can copy without losing its place."""
    return [key[start : start + PIECE] for start in range(0, len(key), PIECE)]


class RecoveryKey(Speaking):
    """`written_down` once two pieces were typed back."""

    written_down = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces = pieces(key)
        inner = range(4, len(self._pieces) - 1)  # the first ones are the same in every key
        self._asked = sorted(secrets.SystemRandom().sample(inner, 2))
        self._title = Heading()
        self._about = PlainLabel(wrap=True)
        self._ask = PlainLabel(wrap=True)
        self._fields = [LineField(), LineField()]
        self._on = primary(QPushButton())
        self._state = PlainLabel(wrap=True).be(quiet=True)
        self._lay_out()
        for field in self._fields:
            field.textChanged.connect(lambda _text: self._state.setText(""))
            field.submitted.connect(self._check)
        self._on.clicked.connect(self._check)
        self.retranslate()

    def begin(self) -> None:
        """The caret goes to the first piece asked for."""
        self._fields[0].setFocus()

    def retranslate(self) -> None:
        """Every word of the screen."""
        self._title.setText(self.tr("Write down the recovery key"))
        self._about.setText(
            self.tr(
                "It opens the vault when the passphrase is lost, for you and for whoever finds it. It is shown this "
                "once and kept nowhere. Write it on paper, keep the paper far from this machine, take no photograph."
            )
        )
        self._ask.setText(self.tr("To be sure that it is on paper, type two of its pieces:"))
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

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.25)
        for number, piece in enumerate(self._pieces):
            line, place = divmod(number, PER_LINE)
            count = PlainLabel(str(number + 1)).be(quiet=True)
            letters = PlainLabel(piece)
            letters.setFont(font)
            letters.setAccessibleName(f"{number + 1}: {' '.join(piece)}")
            grid.addWidget(count, line, place * 2, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(letters, line, place * 2 + 1)
        grid.setColumnStretch(PER_LINE * 2, 1)
        asked = held(row(*self._fields, self._on, None))
        self.setLayout(column(self._title, self._about, sheet(grid), self._ask, asked, self._state, gap=12))
