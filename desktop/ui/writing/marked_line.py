"""The quiet line under a field: how much in it names somebody known, and the button that makes mentions of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.ui.layout import row
from desktop.ui.plain import PlainLabel, tooltip
from desktop.ui.speaking import Speaking
from desktop.ui.writing.field import MentionField
from desktop.ui.writing.marking import said_of


class MarkedLine(Speaking):
    """There only while something is marked, and made when that first is so: most texts name nobody in plain words."""

    def __init__(self, *fields: MentionField) -> None:
        super().__init__()
        self._fields = fields
        self._said: tuple[PlainLabel, QPushButton] | None = None
        for field in fields:
            field.marking.changed.connect(self.retranslate)
        self.hide()

    def retranslate(self) -> None:
        """How many, and what can be done."""
        marked = [one for field in self._fields for one in field.marking.marked]
        if marked or self._said is not None:
            told, make = self._said = self._said or self._lay_out()
            told.setText(said_of(marked))
            make.setText(self.tr("Make it a mention") if len(marked) == 1 else self.tr("Make them all mentions"))
            make.setToolTip(tooltip(self.tr("The words stay as they were said; closed, the text has the code.")))
            self.setVisible(bool(marked))

    def _lay_out(self) -> tuple[PlainLabel, QPushButton]:
        told, make = PlainLabel(wrap=True).be(warning=True), QPushButton()
        make.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # F7 does the same; the caret stays
        make.clicked.connect(self._settle)
        line = row(told, make, gap=8)
        line.setStretch(0, 1)
        self.setLayout(line)
        return told, make

    def _settle(self) -> None:
        for field in self._fields:
            field.marking.settle_all()
