"""A fingerprint in words, and the same in digits, for two people to read to each other in any language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QGridLayout

from desktop.ui.layout import clear, column, sheet
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking

PER_LINE = 4


class FingerprintWords(Speaking):
    """A quiet sheet with the words in lines of four, under each its four digits: either may be read."""

    def __init__(self) -> None:
        super().__init__()
        self._words: list[str] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self.setLayout(column(sheet(self._grid, 16)))

    def show_words(self, words: str, digits: str) -> None:
        """As many words as groups of digits, apart by spaces."""
        self._words = words.split()
        clear(self._grid)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.1)
        for number, (word, group) in enumerate(zip(self._words, digits.split(), strict=True)):
            line, place = divmod(number, PER_LINE)
            count = PlainLabel(str(number + 1)).be(quiet=True)
            count.setFont(font)
            spoken, digit = PlainLabel(word), PlainLabel(group).be(quiet=True)
            spoken.setFont(font)
            digit.setFont(font)
            spoken.setAccessibleName(f"{number + 1}: {word}, {group}")
            self._grid.addWidget(count, line, 2 * place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._grid.addLayout(column(spoken, digit, gap=0), line, 2 * place + 1)
            self._grid.setColumnStretch(2 * place + 1, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """What a screen reader says first."""
        self.setAccessibleName(self.tr("Fingerprint words: {words}").format(words=" ".join(self._words)))
