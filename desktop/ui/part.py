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

    def __init__(self, tools: Tools, columns: int, *, wide: int = 0, titles: bool = False) -> None:
        super().__init__()
        self._tools = tools
        self._title = Heading(level=3)
        self._none = PlainLabel(wrap=True).be(quiet=True)
        self._nothing = ""
        self._add = QPushButton()
        self._shape = columns, wide, titles
        self._columns: Sequence[str] = ()
        self._table: RecordTable | None = None  # until there is something to show
        self._title.setWordWrap(False)
        self._column = column(held(Flow(self._title, self._add, gap=8, apart=1)), self._none, gap=4)
        self.setLayout(self._column)
        self._add.clicked.connect(self.add_wanted)

    def name(self, title: str, columns: Sequence[str], none: str, add: str) -> None:
        """Every word of it; without `add` there is no button."""
        self._title.setText(title)
        self._nothing = none
        self._none.setText(none)
        self._add.setText(add)
        self._add.setIcon(self._tools.icons.icon("add"))
        self._add.setVisible(bool(add))
        self._columns = columns
        if self._table is not None:
            self._table.name(title, columns)

    def begin(self) -> None:
        """The caret goes to the button."""
        self._add.setFocus()

    def show_lines(self, lines: Sequence[Line], closed: str = "") -> None:
        """Replace the rows. closed: said where there may be others that cannot be seen now."""
        if self._table is None and lines:
            self._table = self._make_table()
        if self._table is not None:
            self._table.show_lines(lines)
            self._table.setVisible(bool(lines))
        self._none.setText(closed or self._nothing)
        self._none.setVisible(not lines or bool(closed))

    def _make_table(self) -> RecordTable:
        columns, wide, titles = self._shape
        table = RecordTable(columns, wide=wide, titles=titles)
        self._column.addWidget(table)
        table.opened.connect(lambda record, kind: self._tools.go(Place("record", record, kind)))
        table.name(self._title.text(), self._columns)
        return table
