"""A part of a page: its name, a table, a word when it is empty, and the button that adds to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.flow import Flow
from desktop.ui.layout import column, held
from desktop.ui.place import Place
from desktop.ui.plain import Heading, PlainLabel
from desktop.ui.record_table import Line, RecordTable
from desktop.ui.tools import Tools


class Part(QWidget):
    """`add_wanted` when the button is pressed; a row leads to its record."""

    add_wanted = Signal()

    def __init__(self, tools: Tools, columns: int, *, wide: int = 0) -> None:
        super().__init__()
        self._tools = tools
        self._title = Heading(level=3)
        self._none = PlainLabel(wrap=True).be(quiet=True)
        self._nothing = ""
        self._add = QPushButton()
        self._table = RecordTable(columns, wide=wide)
        self._table.hide()
        self._title.setWordWrap(False)
        head = held(Flow(self._title, self._add, gap=8, apart=1))
        self.setLayout(column(head, self._none, self._table, gap=4))
        self._add.clicked.connect(self.add_wanted)
        self._table.opened.connect(lambda record, kind: tools.go(Place("record", record, kind)))

    def name(self, title: str, columns: Sequence[str], none: str, add: str) -> None:
        """Every word of it; without `add` there is no button."""
        self._title.setText(title)
        self._nothing = none
        self._none.setText(none)
        self._add.setText(add)
        self._add.setIcon(self._tools.icons.icon("add"))
        self._add.setVisible(bool(add))
        self._table.name(title, columns)

    def begin(self) -> None:
        """The caret goes to the button."""
        self._add.setFocus()

    def show_lines(self, lines: Sequence[Line], closed: str = "") -> None:
        """Replace the rows. closed: said where there may be others that cannot be seen now."""
        self._table.show_lines(lines)
        self._table.setVisible(bool(lines))
        self._none.setText(closed or self._nothing)
        self._none.setVisible(not lines or bool(closed))
