"""A table of people and uses: one sign a cell for the eye, the whole sentence for a screen reader and a tooltip."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from desktop.casework.consent_matrix import Answer, Matrix, PersonRow
from desktop.ui.also import with_others
from desktop.ui.plain import one_line, tooltip
from desktop.ui.tools import Tools

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
SIGNS = {"yes": "✓", "team": "–", "some": "◐", "no": "✕", "open": "?"}
TINTS = {"yes": "good", "team": "quiet", "some": "warning", "no": "danger", "open": "quiet"}
CELL = 34  # pixels
TALLEST = 15  # lines of text: how high a use's name may stand
GAP = 6


class MatrixModel(QAbstractTableModel):
    """words: what a cell says in full."""

    def __init__(self, parent: QWidget, tools: Tools, words: Callable[[PersonRow, Answer], str]) -> None:
        super().__init__(parent)
        self._tools = tools
        self._words = words
        self._matrix = Matrix((), ())

    def fill(self, matrix: Matrix) -> None:
        """Show another table."""
        self.beginResetModel()
        self._matrix = matrix
        self.endResetModel()

    def at(self, index: Index) -> tuple[PersonRow, Answer]:
        """Who and which use a cell is about."""
        row = self._matrix.rows[index.row()]
        return row, row.answers[index.column()]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """A line a person."""
        return 0 if parent.isValid() else len(self._matrix.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """A column a use."""
        return 0 if parent.isValid() else len(self._matrix.scopes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sign; and in words what it stands for."""
        row, answer = self.at(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return SIGNS[answer.mark]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._words(row, answer)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(self._words(row, answer))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(getattr(self._tools.theme.colours, TINTS[answer.mark]))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Uses above, people at the side."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        across = orientation == Qt.Orientation.Horizontal
        words = self._use(section) if across else self._who(section, briefly=role == Qt.ItemDataRole.DisplayRole)
        return words if role == Qt.ItemDataRole.DisplayRole else tooltip(words)

    def _who(self, line: int, *, briefly: bool) -> str:
        row = self._matrix.rows[line]
        return with_others(one_line(row.called), row.also, briefly=briefly)

    def _use(self, column: int) -> str:
        code = self._matrix.scopes[column].code
        return self._tools.vocabularies.label("consent_scopes", code, self._tools.language.code)


class UprightHeader(QHeaderView):
    """Long names over narrow columns, read from below upwards."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """As high as the longest name."""
        names = [self._name(column) for column in range(self.count())]
        longest = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        return QSize(super().sizeHint().width(), min(longest, TALLEST * self.fontMetrics().height()) + 2 * GAP)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """The name, turned; a very long one in two lines."""
        length = rect.height() - 2 * GAP
        name = self.fontMetrics().elidedText(self._name(logicalIndex), Qt.TextElideMode.ElideRight, length * 3 // 2)
        painter.save()
        painter.setPen(self.palette().windowText().color())
        painter.translate(rect.bottomLeft())
        painter.rotate(-90)
        room = QRect(QPoint(GAP, 0), QSize(length, rect.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap), name)
        painter.restore()

    def _name(self, column: int) -> str:
        return str(self.model().headerData(column, Qt.Orientation.Horizontal))


class MatrixTable(QTableView):
    """`looked_at` with person and answer where one is; `opened` on Enter or a double click."""

    looked_at = Signal(object, object)  # PersonRow, Answer
    opened = Signal(object)  # Answer

    def __init__(self, tools: Tools, words: Callable[[PersonRow, Answer], str]) -> None:
        super().__init__()
        self.matrix = MatrixModel(self, tools, words)
        self.setHorizontalHeader(UprightHeader(self))
        self.setModel(self.matrix)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().currentChanged.connect(self._moved)
        self._fit()

    def fill(self, matrix: Matrix) -> None:
        """Show another table, with the first cell looked at."""
        self.matrix.fill(matrix)
        self._fit()
        if matrix.rows and matrix.scopes:
            self.setCurrentIndex(self.matrix.index(0, 0))

    def changeEvent(self, event: QEvent) -> None:
        """As high as its letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange} and hasattr(self, "matrix"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where not all columns have room there is a bar beneath them."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the consent that decided."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.opened.emit(self.matrix.at(self.currentIndex())[1])
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """So does a double click."""
        super().mouseDoubleClickEvent(event)
        if self.currentIndex().isValid():
            self.opened.emit(self.matrix.at(self.currentIndex())[1])

    def _moved(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.looked_at.emit(*self.matrix.at(current))

    def _fit(self) -> None:
        row = self.fontMetrics().height() + 14
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setDefaultSectionSize(max(CELL, 2 * self.fontMetrics().height() + 4))
        names = self.verticalHeader().sizeHint().width()
        whole = names + self.horizontalHeader().length() + 2 * self.frameWidth() + 2
        bar = self.horizontalScrollBar().sizeHint().height() if self.width() < whole else 0
        head = self.horizontalHeader().sizeHint().height()
        self.setMaximumWidth(whole)
        self.setFixedHeight(head + row * self.matrix.rowCount() + 2 * self.frameWidth() + bar)
