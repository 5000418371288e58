"""A field with a list behind it: the sign at its end, and the word that what stands there is not in the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.entry import LineField
from desktop.ui.plain import PlainLabel, tooltip

SIGN = 4  # pixels, half the width of the sign that says there is a list; of large letters a quarter of their height
SIGN_ROOM = 14  # pixels around it
MARK_ROOM = 20  # for the sign before the words that say something is not in the list
LEAST_ROOM = 90  # for what was typed; where there is less the words give way, and the sign alone stands there


class ListedField(LineField):
    """`opened` when somebody clicks on the sign, or into the empty field."""

    opened = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._strange = False
        self._mark: PlainLabel | None = None  # made once something strange stands here, which in most fields never is
        self._keep_room()

    @property
    def strange(self) -> bool:
        """Whether the field says that what stands in it is not in the list."""
        return self._strange

    def mark_strange(self, on: bool) -> None:
        """Say, or no longer say, that what stands here is not in the list: by words, by a sign, to a screen reader."""
        if on == self._strange:
            return
        self._strange = on
        self.setProperty("strange", on)
        self.style().unpolish(self)
        self.style().polish(self)
        self._say()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click into the empty field, or on the sign, shows what there is."""
        super().mousePressEvent(event)
        if self._sign_place().contains(event.position().toPoint()) or not self.text():
            self.opened.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Over the sign the pointer presses; over the words it writes."""
        on_sign = self._sign_place().contains(event.position().toPoint())
        self.setCursor(Qt.CursorShape.ArrowCursor if on_sign else Qt.CursorShape.IBeamCursor)
        super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and at its end the sign that there is a list."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.5))
        middle = self._sign_place().center()
        half = self._sign
        left, right = middle + QPoint(-half, -half // 2), middle + QPoint(half, -half // 2)
        painter.drawPolyline([left, middle + QPoint(0, half // 2), right])
        if self._strange and self._mark is not None:
            self._paint_mark(painter, self._mark)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words at the end stay there."""
        super().resizeEvent(event)
        if self._strange:
            self._keep_room()

    def changeEvent(self, event: QEvent) -> None:
        """The sign stands at the end of the line, whichever way it runs, and its words in the language spoken now."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange}:
            self._keep_room()
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.FontChange} and self._strange:
            self._say()

    def _say(self) -> None:
        told = ""
        if self._strange:
            told = self.tr("This is not in the list, and so it is not saved. Choose from the list, or clear the field.")
        if self._mark is None:
            self._mark = PlainLabel("", self).be(warning=True)
            self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._mark.hide()
        self._mark.setText(self.tr("not in the list, not saved"))
        self.setAccessibleDescription(told)
        self.setToolTip(tooltip(told) if told else "")
        self._keep_room()
        self.update()

    def _keep_room(self) -> None:
        """Words end before the sign, and before what is said beside it."""
        width = self._mark.sizeHint().width() if self._mark is not None else 0
        said = self._strange and self.width() - self._sign_room - MARK_ROOM - width >= LEAST_ROOM
        room = self._sign_room + (MARK_ROOM if self._strange else 0) + (width if said else 0)
        reversed_ = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(room if reversed_ else 0, 0, 0 if reversed_ else room, 0)
        if self._mark is not None:
            self._mark.setVisible(said)
            left = self._sign_room if reversed_ else self.width() - self._sign_room - width
            self._mark.setGeometry(left, 0, width, self.height())

    @property
    def _sign(self) -> int:
        return max(SIGN, self.fontMetrics().height() // 4)

    @property
    def _sign_room(self) -> int:
        return SIGN_ROOM + 2 * self._sign

    def _sign_place(self) -> QRect:
        begins = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - self._sign_room
        return QRect(begins, 0, self._sign_room, self.height())

    def _paint_mark(self, painter: QPainter, mark: PlainLabel) -> None:
        """An exclamation mark in a circle, before the words, in their colour."""
        size, colour = MARK_ROOM - 7, mark.palette().color(QPalette.ColorRole.WindowText)
        said = mark.width() if mark.isVisible() else 0
        reversed_ = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self._sign_room + said + 3 if reversed_ else self.width() - self._sign_room - said - MARK_ROOM + 3
        place = QRectF(left, (self.height() - size) / 2, size, size)
        painter.setPen(QPen(colour, 1.4))
        painter.drawEllipse(place)
        middle, top = place.center().x(), place.top()
        for begin, end in ((0.26, 0.56), (0.7, 0.74)):
            painter.drawLine(QPointF(middle, top + size * begin), QPointF(middle, top + size * end))
