"""A list of records as a table that fetches a page of rows when it comes into view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.casework import listing
from desktop.casework.listing import Entry, Order, Table
from desktop.casework.records import Listed
from desktop.casework.workspace import Workspace
from desktop.domain.date_show import briefly
from desktop.ui.also import with_others
from desktop.ui.moments import day
from desktop.ui.plain import one_line, tooltip
from desktop.ui.task_marks import mark_of
from desktop.ui.tools import Tools

PAGE = 200
FIRST = 0  # the column that says there is a conflict
UP, DOWN = " ▲", " ▼"
Index = QModelIndex | QPersistentModelIndex


class RecordsModel(QAbstractTableModel):
    """Rows of one kind, in their usual order or as somebody ordered them, which is remembered while the window is open.

    What is shown stays until what was asked for instead has come: `shown`. first_hand_only: nothing else is asked for.
    """

    shown = Signal()

    def __init__(self, tools: Tools, kind: str, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._kind = kind
        self._text = ""
        self.first_hand_only = False
        self._among: frozenset[str] | None = None  # what the first page was chosen from
        self._asked = 0  # counts the questions; an answer to an earlier one is let go
        self._total = 0
        self._pages: dict[int, tuple[Entry, ...]] = {}
        self._columns = listing.columns(kind)
        self._coming: set[int] = set()

    @property
    def total(self) -> int:
        """How many rows there are in all."""
        return self._total

    @property
    def text(self) -> str:
        """What the rows were last asked to have."""
        return self._text

    def ask(self, text: str) -> None:
        """Ask for the rows that have the words; the ones shown stay until the answer."""
        self._text = text
        self._asked += 1
        self._coming = {0}
        self._among = None
        self._fetch(0)

    @property
    def order(self) -> Order:
        """How the rows are ordered."""
        return self._tools.orders.get(self._kind, listing.usual(self._kind))

    @property
    def wide(self) -> int:
        """The column that takes the room that is left."""
        names = [column.name for column in self._columns]
        return names.index("words") if "words" in names else FIRST

    def order_by(self, column: int) -> None:
        """By this column, the other way round if it is by it already; nothing happens where it cannot be."""
        by, before = self._columns[column].by, self.order
        if by:
            turned = not before.descending if by == before.by else self._columns[column].latest_first
            self._tools.orders[self._kind] = Order(by, turned)
            self.ask(self._text)

    def order_by_next(self) -> None:
        """By the column after the one the rows are ordered by now."""
        able = [number for number, column in enumerate(self._columns) if column.by]
        now = next((place for place, number in enumerate(able) if self._columns[number].by == self.order.by), -1)
        self.order_by(able[(now + 1) % len(able)])

    def at(self, row: int) -> Listed | None:
        """The record in a row; None while its page is on the way."""
        entry = self._entry(row)
        return entry.listed if entry is not None else None

    def _entry(self, row: int) -> Entry | None:
        page = self._pages.get(row // PAGE)
        place = row % PAGE
        return page[place] if page is not None and place < len(page) else None

    def row_of(self, record: str) -> int:
        """Where a record is among the rows here, -1 if it is not."""
        for number, page in self._pages.items():
            for place, entry in enumerate(page):
                if entry.listed.id == record:
                    return number * PAGE + place
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """All rows, here or not."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """As the kind has them."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DecorationRole}:
            return None
        entry = self._entry(index.row())
        if entry is None:
            self._want(index.row() // PAGE)
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == FIRST else None
        if role == Qt.ItemDataRole.DecorationRole:
            conflict = index.column() == FIRST and entry.listed.conflicts
            return self._tools.icons.icon("conflict", "warning") if conflict else None
        text = self._text_of(entry, index.column())
        return tooltip(self._whole(entry, text)) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names; the one the rows are ordered by says which way."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            way = (DOWN if self.order.descending else UP) if column.by and column.by == self.order.by else ""
            return self._name(column.name) + way
        if role == Qt.ItemDataRole.ToolTipRole and column.by:
            return self.tr("Orders the list by this; once more the other way round")
        return None

    def _name(self, column: str) -> str:
        return {
            "name": self.tr("Name"),
            "title": self.tr("Title"),
            "date": self.tr("Date"),
            "speaker": self.tr("Speaker"),
            "words": self.tr("First words"),
            "case": self.tr("Case"),
            "standing": self.tr("State"),
            "due": self.tr("Due by"),
            "code": self.tr("Code"),
            "changed": self.tr("Changed"),
        }[column]

    def _text_of(self, entry: Entry, column: int) -> str:
        name = self._columns[column].name
        if name == "changed":
            return briefly(day(entry.listed.updated, self._tools.language.code))
        if name == "standing":
            return mark_of(entry.cells[column])
        text = one_line(entry.cells[column])
        if name == "name" and entry.also:
            return with_others(text, entry.also, briefly=True)
        return text or (self.tr("(nothing written yet)") if name in {"title", "words"} else "")

    def _whole(self, entry: Entry, text: str) -> str:
        if not entry.also or text == entry.listed.code:
            return text
        return with_others(entry.listed.title, entry.also)

    def _want(self, page: int) -> None:
        if page not in self._coming:
            self._coming.add(page)
            self._fetch(page)

    def _fetch(self, page: int) -> None:
        kind, text, order, asked = self._kind, self._text, self.order, self._asked
        own, among = self.first_hand_only, self._among if page else None
        begin = page * PAGE

        def query(ws: Workspace) -> Table:
            return listing.table(
                ws, kind, text=text, first_hand_only=own, order=order, offset=begin, limit=PAGE, among=among
            )

        self._tools.worker.submit(query, lambda answer: self._arrived(asked, page, answer), owner=self, look=True)

    def _arrived(self, asked: int, page: int, answer: Table) -> None:
        if asked != self._asked:
            return
        if page == 0:
            self.beginResetModel()
            self._total = answer.total
            self._among = answer.among
            self._pages = {0: answer.rows}
            self.endResetModel()
            self.shown.emit()
        else:
            self._pages[page] = answer.rows
            last = self.index(min((page + 1) * PAGE, self._total) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(page * PAGE, 0), last)
