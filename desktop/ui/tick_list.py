"""A list to tick: a click anywhere on a line ticks it, since a line that only lights up looks chosen and is not."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.plain import one_line

_WHAT = Qt.ItemDataRole.UserRole
_TICKED = (Qt.CheckState.Unchecked, Qt.CheckState.Checked)


class TickList(QListWidget):
    """`itemChanged` when somebody ticks; nothing while the list is filled. Never taller than `most_rows`."""

    def __init__(self, most_rows: int) -> None:
        super().__init__()
        self._most_rows = most_rows
        self.setItemDelegate(_WholeLine(self))

    def fill(self, lines: list[tuple[object, str]], ticked: list[object]) -> None:
        """Other lines: what each stands for, and its words."""
        self.blockSignals(True)
        self.clear()
        for what, words in lines:
            item = QListWidgetItem(one_line(words))
            item.setData(_WHAT, what)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_TICKED[what in ticked])
            self.addItem(item)
        self.blockSignals(False)
        rows = min(self.count(), self._most_rows)
        self.setFixedHeight(rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + 4 if rows else 0)
        if rows:
            self.setCurrentRow(0)

    def ticked(self) -> list[object]:
        """What the ticked lines stand for."""
        return self._which(Qt.CheckState.Checked)

    def unticked(self) -> list[object]:
        """What the other lines stand for."""
        return self._which(Qt.CheckState.Unchecked)

    def _which(self, state: Qt.CheckState) -> list[object]:
        items = (self.item(number) for number in range(self.count()))
        return [item.data(_WHAT) for item in items if item.checkState() == state]


class _WholeLine(QStyledItemDelegate):
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """The release of a click ticks, wherever on the line it is."""
        if not isinstance(event, QMouseEvent):
            return super().editorEvent(event, model, option, index)
        if event.type() != QEvent.Type.MouseButtonRelease or event.button() != Qt.MouseButton.LeftButton:
            return False
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        line = model.index(index.row(), index.column())
        return model.setData(line, _TICKED[not ticked], Qt.ItemDataRole.CheckStateRole)
