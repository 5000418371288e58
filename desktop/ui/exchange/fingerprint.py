"""A fingerprint in words, and the same in digits, for two people to read to each other in any language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QWidget

from desktop.ui.flow import Flow
from desktop.ui.layout import clear, column, held, row, sheet
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking

PER_LINE = 4


class FingerprintWords(Speaking):
    """A quiet sheet with the words in lines of four where they fit, under each its four digits: either may be read."""

    def __init__(self) -> None:
        super().__init__()
        self._words: list[str] = []
        self._lines = Flow(gap=12, most=PER_LINE)
        self.setLayout(column(sheet(column(held(self._lines)), 16)))  # lines alone know of no margin

    def show_words(self, words: str, digits: str) -> None:
        """As many words as groups of digits, apart by spaces."""
        self._words = words.split()
        clear(self._lines)
        groups: list[QWidget] = []
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.1)
        for number, (word, group) in enumerate(zip(self._words, digits.split(), strict=True)):
            count = PlainLabel(str(number + 1).rjust(2)).be(quiet=True)
            count.setFont(font)
            spoken, digit = PlainLabel(word), PlainLabel(group).be(quiet=True)
            spoken.setFont(font)
            digit.setFont(font)
            spoken.setAccessibleName(f"{number + 1}: {word}, {group}")
            group_row = row(count, column(spoken, digit, gap=0), None)
            group_row.setAlignment(count, Qt.AlignmentFlag.AlignTop)
            groups.append(held(group_row))
        widest = max((one.sizeHint().width() for one in groups), default=0)
        for one in groups:
            one.setMinimumWidth(widest)
            self._lines.addWidget(one)
        self.retranslate()

    def retranslate(self) -> None:
        """What a screen reader says first."""
        self.setAccessibleName(self.tr("Fingerprint words: {words}").format(words=" ".join(self._words)))
