"""A box to tick: filled and ticked when it is on, so that colour alone tells nothing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from desktop.ui.plain import NARROWEST

TICK = ((0.22, 0.52), (0.43, 0.73), (0.79, 0.28))  # of the indicator's size
WORDS = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextShowMnemonic) | int(Qt.AlignmentFlag.AlignVCenter)
FULL = 1_000_000  # pixels; higher than any text


class TickBox(QCheckBox):
    """Its words go on in the next line where there is no room left.

    The stylesheet draws the box; the tick on it is drawn here, since a stylesheet takes its pictures from files.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self._hint: QSize | None = None  # asked for again and again while a page is laid out
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        policy.setHorizontalPolicy(
            QSizePolicy.Policy.Preferred
        )  # else all around it is laid out as if it never wrapped
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)  # else it stays as high as one line
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def setText(self, text: str) -> None:
        """Other words have another size."""
        self._hint = None
        super().setText(text)

    def sizeHint(self) -> QSize:
        """All words in one line."""
        if self._hint is None:
            self._hint = super().sizeHint()
        return QSize(self._hint)

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        hint = self.sizeHint()
        if width >= hint.width():
            return hint.height()
        room = QRect(0, 0, max(width - self._beside(), 1), FULL)
        return max(hint.height(), self.fontMetrics().boundingRect(room, WORDS, self.text()).height() + 2)

    def minimumSizeHint(self) -> QSize:
        """A few letters beside the box."""
        hint = self.sizeHint()
        few = self._beside() + self.fontMetrics().averageCharWidth() * NARROWEST
        return QSize(min(hint.width(), few), hint.height())

    def hitButton(self, pos: QPoint) -> bool:
        """Every line of the words can be pressed."""
        return self.rect().contains(pos)

    def changeEvent(self, event: QEvent) -> None:
        """Letters of another size need another height."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._hint = None
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, then the tick; the words too where they need several lines."""
        wrapped = self.width() < self.sizeHint().width()
        if not wrapped:
            super().paintEvent(event)
            if not self.isChecked():
                return
        from PySide6.QtWidgets import QStyle, QStyleOptionButton  # slow to make; no first screen has a ticked box

        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        if wrapped:
            option.text = ""
            self.style().drawControl(QStyle.ControlElement.CE_CheckBox, option, painter, self)
            colours = QPalette.ColorGroup.Normal if self.isEnabled() else QPalette.ColorGroup.Disabled
            painter.setPen(self.palette().color(colours, QPalette.ColorRole.WindowText))
            painter.drawText(self.rect().adjusted(self._beside(), 0, 0, 0), WORDS, self.text())
        if not self.isChecked():
            return
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.HighlightedText), max(box.width() / 8, 1.5)))
        painter.drawPolyline([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in TICK])

    def _beside(self) -> int:
        """What the box and the gap after it take of the width."""
        words = self.fontMetrics().size(int(Qt.TextFlag.TextShowMnemonic), self.text()).width()
        return self.sizeHint().width() - words
