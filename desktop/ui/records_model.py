"""A list of records as a table that fetches a page of rows when it comes into view."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.casework import records
from desktop.casework.records import Listed, Page
from desktop.casework.workspace import Workspace
from desktop.ui.plain import one_line, tooltip
from desktop.ui.tools import Tools

PAGE = 200
TITLE, CODE, CHANGED = range(3)
Index = QModelIndex | QPersistentModelIndex


def day(seconds: int) -> str:
    """A time as the day it was here; nothing for a time no calendar has, since times are claims."""
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone().strftime("%Y-%m-%d")
    except (OverflowError, ValueError, OSError):
        return ""


class RecordsModel(QAbstractTableModel):
    """Rows of one kind, newest first. What is shown stays until what was asked for instead has come: `shown`."""

    shown = Signal()

    def __init__(self, tools: Tools, kind: str, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._kind = kind
        self._text = ""
        self._asked = 0  # counts the questions; an answer to an earlier one is let go
        self._total = 0
        self._pages: dict[int, tuple[Listed, ...]] = {}
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
        self._fetch(0)

    def at(self, row: int) -> Listed | None:
        """The record in a row; None while its page is on the way."""
        page = self._pages.get(row // PAGE)
        place = row % PAGE
        return page[place] if page is not None and place < len(page) else None

    def row_of(self, record: str) -> int:
        """Where a record is among the rows here, -1 if it is not."""
        for number, page in self._pages.items():
            for place, listed in enumerate(page):
                if listed.id == record:
                    return number * PAGE + place
        return -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """All rows, here or not."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's)
        """Title, code, changed."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DecorationRole}:
            return None
        listed = self.at(index.row())
        if listed is None:
            self._want(index.row() // PAGE)
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == TITLE else None
        if role == Qt.ItemDataRole.DecorationRole:
            conflict = index.column() == TITLE and listed.conflicts
            return self._tools.icons.icon("conflict", "warning") if conflict else None
        text = self._text_of(listed, index.column())
        return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Title"), self.tr("Code"), self.tr("Changed"))[section]

    def _text_of(self, listed: Listed, column: int) -> str:
        if column == TITLE:
            return one_line(listed.title) or self.tr("(nothing written yet)")
        return listed.code if column == CODE else day(listed.updated)

    def _want(self, page: int) -> None:
        if page not in self._coming:
            self._coming.add(page)
            self._fetch(page)

    def _fetch(self, page: int) -> None:
        kind, text, asked = self._kind, self._text, self._asked

        def query(ws: Workspace) -> Page:
            return records.list_records(ws, kind, text=text, offset=page * PAGE, limit=PAGE)

        self._tools.worker.submit(query, lambda answer: self._arrived(asked, page, answer), owner=self)

    def _arrived(self, asked: int, page: int, answer: Page) -> None:
        if asked != self._asked:
            return
        if page == 0:
            self.beginResetModel()
            self._total = answer.total
            self._pages = {0: answer.rows}
            self.endResetModel()
            self.shown.emit()
        else:
            self._pages[page] = answer.rows
            self.dataChanged.emit(self.index(page * PAGE, 0), self.index(min((page + 1) * PAGE, self._total) - 1, 2))
