"""Widgets side by side that go on in the next line where there is no room left."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Lines of widgets, each in the size it asks for, or as narrow as the line; what may grow, as high as it."""

    def __init__(self, *widgets: QWidget, gap: int = 4, apart: int = 0, most: int = 0) -> None:
        """apart: the widgets from this one on stand at the end of their line. most: in one line; 0: as fit."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._apart = apart
        self._most = most
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """One more, at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the lines are together."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        if self._most:
            sizes = sizes[: self._most]
        width = sum(size.width() + self._gap for size in sizes)
        return QSize(max(width - self._gap, 0), max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """At least the widest of them."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def _place(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(size.height() for _item, size in line)
            if move:
                self._place_line(line, rect, top, height)
            top += height + self._gap
        return max(top - self._gap - rect.top(), 0)

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Who stands in which line, in which size."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        taken = 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            size = item.sizeHint()
            if size.width() > width > 0:  # alone it is wider than the line: it gives way, and may grow higher
                size.setWidth(max(width, item.minimumSize().width()))
                if item.hasHeightForWidth():
                    size.setHeight(item.heightForWidth(size.width()))
            full = bool(lines) and len(lines[-1]) == self._most
            if not lines or full or taken + size.width() > width:
                lines.append([])
                taken = 0
            lines[-1].append((item, size))
            taken += size.width() + self._gap
        return lines

    def _place_line(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect, top: int, height: int) -> None:
        left = rect.left()
        apart = self._items[self._apart :] if self._apart else []
        for number, (item, size) in enumerate(line):
            if number and item in apart and line[number - 1][0] not in apart:
                rest = sum(one.width() for _item, one in line[number:]) + self._gap * (len(line) - number - 1)
                left = max(rect.right() + 1 - rest, left)
            grows = bool(item.expandingDirections() & Qt.Orientation.Vertical)
            lower = (height - size.height()) // 2 if self._apart and not grows else 0
            item.setGeometry(QRect(left, top + lower, size.width(), height if grows else size.height()))
            left += size.width() + self._gap
