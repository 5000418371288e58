"""Counting a date from an event or act of the case: how many days after it, or before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QPushButton

from desktop.casework import counting
from desktop.casework.workspace import JSON
from desktop.domain.relative_dates import FIELDS, FURTHEST
from desktop.ui import sources
from desktop.ui.entry import LineField
from desktop.ui.layout import column, held, primary, row, sheet
from desktop.ui.picker import Picker
from desktop.ui.plain import PlainLabel
from desktop.ui.speaking import Speaking
from desktop.ui.suggestions import Option
from desktop.ui.tick_box import TickBox
from desktop.ui.tools import Tools

_DAYS = {"days after": 1, "days before": -1, "weeks after": 7, "weeks before": -7}


class CountedFrom(Speaking):
    """`counted` with the date; `given_up`. It is made when somebody wants it, and goes when it is done."""

    counted = Signal(object)
    given_up = Signal()

    def __init__(self, tools: Tools, words: str) -> None:
        """words: how the date was said, which is kept; "" for what is put together here."""
        super().__init__()
        self._tools = tools
        self._words = words
        self._number = LineField()
        self._number.setValidator(QIntValidator(0, FURTHEST, self))
        self._number.setMaximumWidth(90)
        self._way = Picker("", sources.fixed(self._ways))
        self._what = Picker("", sources.of_kinds(tuple(reversed(FIELDS)), tools, self))
        self._about = TickBox()
        self._labels = [PlainLabel() for _ in range(3)]
        self._count, self._cancel = primary(QPushButton()), QPushButton()
        fields = (self._number, self._way, self._what)
        line = row(*(column(label, one, gap=4) for label, one in zip(self._labels, fields, strict=True)), gap=12)
        line.setStretch(1, 1)
        line.setStretch(2, 2)
        buttons = held(row(self._about, self._count, self._cancel, None))
        self.setLayout(column(sheet(column(line, buttons, gap=12), margin=12)))
        for label, one in zip(self._labels, fields, strict=True):
            label.setBuddy(one)
        self.setFocusProxy(self._number)
        self._count.clicked.connect(self._do)
        self._what.submitted.connect(self._do)
        self._cancel.clicked.connect(self.given_up)
        self.retranslate()

    def retranslate(self) -> None:
        """Every word of it."""
        names = (self.tr("How many"), self.tr("After or before"), self.tr("Which event or act"))
        for label, one, name in zip(self._labels, (self._number, self._way, self._what), names, strict=True):
            label.setText(name)
            one.setAccessibleName(name)
        self._about.setText(self.tr("a&bout"))
        self._count.setText(self.tr("&Count"))
        self._cancel.setText(self.tr("Ca&ncel"))
        if self._way.chosen is None:
            self._way.put(self._ways()[0])

    def _ways(self) -> Sequence[Option]:
        words = {
            "days after": self.tr("days after"),
            "days before": self.tr("days before"),
            "weeks after": self.tr("weeks after"),
            "weeks before": self.tr("weeks before"),
        }
        return [Option(key, words[key]) for key in _DAYS]

    def _do(self) -> None:
        number, way, what = self._number.text().strip(), self._way.chosen, self._what.chosen
        if not number or way is None or what is None:
            (self._number if not number else self._way if way is None else self._what).setFocus()
            return
        days, about, words = int(number) * _DAYS[way.key], self._about.isChecked(), self._words
        if not words:
            said = self.tr("about {number} {way}") if about else self.tr("{number} {way}")
            words = said.format(number=number, way=way.label)
        to = what.key
        self._tools.worker.submit(
            lambda ws: counting.count(ws, to, days, words, about=about), self._counted, owner=self
        )

    def _counted(self, date: JSON) -> None:
        self.counted.emit(date)
