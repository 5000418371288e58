"""A number at the end of a line of the navigation: how much waits there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.ui.tools import Tools

COUNT = Qt.ItemDataRole.UserRole + 1
MOST = 999
MARGIN, PADDING = 12, 7  # pixels: to the edge; between the edge of the plate and the number


class RoomDelegate(QStyledItemDelegate):
    """Draws the number on a plate of its own; none is drawn where nothing waits."""

    def __init__(self, tools: Tools, parent: QWidget) -> None:
        super().__init__(parent)
        self._tools = tools

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The line as ever, then the number."""
        super().paint(painter, option, index)
        count = index.data(COUNT)
        if not count:
            return
        words = str(count) if count <= MOST else f"{MOST}+"
        colours, font = self._tools.theme.colours, QFont(option.font)
        font.setBold(True)
        metrics = QFontMetrics(font)
        width, height = metrics.horizontalAdvance(words) + 2 * PADDING, metrics.height() + 2
        line = QRectF(option.rect)
        right = option.direction == Qt.LayoutDirection.RightToLeft
        left = line.left() + MARGIN if right else line.right() - MARGIN - width
        plate = QRectF(left, line.center().y() - height / 2, width, height)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.warning))
        painter.drawRoundedRect(plate, height / 2, height / 2)
        painter.setFont(font)
        painter.setPen(QColor(colours.base))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()
