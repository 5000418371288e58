"""Painting a case's timeline: what is sure stands solid, what is not is hatched, what has no end fades out."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from desktop.casework.case_timeline import Led
from desktop.ui.plain import one_line
from desktop.ui.theme import Colours
from desktop.ui.timeline_layout import DOT, FADE, Layout, Mark, Strip, written

ARROW = 5.0


class Drawing:
    """Paints parts of one layout with one palette."""

    def __init__(self, painter: QPainter, colours: Colours) -> None:
        self._painter = painter
        self._colours = colours

    def ground(self, layout: Layout, width: float) -> None:
        """The lanes, every other one a shade darker, and the lines of time."""
        for number, strip in enumerate(layout.strips):
            if number % 2:
                self._painter.fillRect(
                    QRectF(0, strip.top, width, strip.height), self._faint(self._colours.raised, 110)
                )
        self._painter.setPen(QPen(QColor(self._colours.line), 1))
        for x, _day in layout.axis.ticks():
            self._painter.drawLine(QPointF(x, 0), QPointF(x, layout.height))

    def scale(self, layout: Layout, height: float, language: str) -> None:
        """What is written at the lines of time."""
        metrics = QFontMetricsF(self._painter.font())
        self._painter.setPen(QColor(self._colours.quiet))
        free = -1.0
        for x, day in layout.axis.ticks():
            words = written(day, language)
            width = metrics.horizontalAdvance(words)
            if x >= free:
                self._painter.drawText(QRectF(x + 4, 0, width + 2, height), Qt.AlignmentFlag.AlignVCenter, words)
                free = x + width + 12

    def link(self, layout: Layout, led: Led) -> None:
        """A line from what came first to what came of it; broken where it only came before."""
        one, other = layout.mark(led.first), layout.mark(led.second)
        if one is None or other is None:
            return
        start, end = QPointF(*one.anchor), QPointF(*other.anchor)
        start += QPointF(DOT, one.label.height() / 2 if end.y() > start.y() else -one.label.height() / 2)
        reach = max(24.0, abs(end.x() - start.x()) / 3)
        path = QPainterPath(start)
        path.cubicTo(start + QPointF(0, (end.y() - start.y()) / 2), end - QPointF(reach, 0), end - QPointF(2, 0))
        pen = QPen(QColor(self._colours.quiet), 1.2)
        pen.setStyle(Qt.PenStyle.SolidLine if led.causes else Qt.PenStyle.DashLine)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(path)
        tip = end - QPointF(2, 0)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(self._colours.quiet))
        corners = [tip, tip - QPointF(ARROW, ARROW * 0.7), tip - QPointF(ARROW, -ARROW * 0.7)]
        self._painter.drawPolygon(QPolygonF(corners))

    def mark(self, mark: Mark, *, current: bool) -> None:
        """One moment and what it is called."""
        colour = QColor(self._colours.text if mark.moment.kind == "event" else self._colours.accent)
        if current:
            box = mark.box.adjusted(-4, -2, 4, 2)
            self._painter.setPen(QPen(QColor(self._colours.accent), 1.5))
            self._painter.setBrush(QColor(self._colours.chosen))
            self._painter.drawRoundedRect(box, 4, 4)
        if mark.sure is not None:
            self._painter.setPen(Qt.PenStyle.NoPen)
            self._painter.setBrush(self._faint(colour, 70))
            self._painter.drawRect(self._slim(mark.sure))
        if mark.open_from is not None:
            self._fade(mark.open_from, mark.label, colour)
        self._beginning(mark, colour)
        self._painter.setPen(QColor(self._colours.text))
        words = QFontMetricsF(self._painter.font()).elidedText(
            one_line(mark.moment.what), Qt.TextElideMode.ElideRight, mark.label.width() + 1
        )
        whole = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip
        self._painter.drawText(mark.label, whole, words)  # Chinese letters are higher than the line of a Latin font

    def _beginning(self, mark: Mark, colour: QColor) -> None:
        """The day it was, as a dot; the days it may have been, hatched."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        if mark.unsure is None or mark.unsure.width() <= 2 * DOT + 1:
            part = mark.unsure or mark.sure or mark.label
            centre = QPointF(part.left() + (DOT if mark.unsure is not None else 2), part.center().y())
            self._painter.setBrush(colour)
            if mark.moment.kind == "event":
                corners = [QPointF(0, -DOT - 1), QPointF(DOT + 1, 0), QPointF(0, DOT + 1), QPointF(-DOT - 1, 0)]
                self._painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
            elif mark.unsure is None:
                self._painter.drawRect(QRectF(part.left(), part.top() + 2, 4, part.height() - 4))
            else:
                self._painter.drawEllipse(centre, DOT, DOT)
            return
        rect = self._slim(mark.unsure)
        self._painter.setBrush(QBrush(self._faint(colour, 200), Qt.BrushStyle.BDiagPattern))
        pen = QPen(colour, 1, Qt.PenStyle.DashLine)
        self._painter.setPen(Qt.PenStyle.NoPen if mark.fades_left else pen)
        self._painter.drawRect(rect)

    def _fade(self, start: float, row: QRectF, colour: QColor) -> None:
        rect = self._slim(QRectF(start, row.top(), FADE, row.height()))
        gradient = QLinearGradient(rect.topLeft(), rect.topRight())
        gradient.setColorAt(0, self._faint(colour, 70))
        gradient.setColorAt(1, self._faint(colour, 0))
        self._painter.fillRect(rect, gradient)

    def name(self, strip: Strip, rect: QRectF, name: str, beneath: str) -> None:
        """Whose lane it is."""
        metrics = QFontMetricsF(self._painter.font())
        line = metrics.height()
        font = self._painter.font()
        font.setBold(strip.lane.defender)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._colours.text))
        called = QFontMetricsF(font).elidedText(one_line(name), Qt.TextElideMode.ElideRight, rect.width())
        self._painter.drawText(QPointF(rect.left(), rect.top() + metrics.ascent()), called)
        font.setBold(False)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._colours.quiet))
        told = metrics.elidedText(one_line(beneath), Qt.TextElideMode.ElideRight, rect.width())
        self._painter.drawText(QPointF(rect.left(), rect.top() + line + metrics.ascent() + 2), told)

    def _slim(self, rect: QRectF) -> QRectF:
        return rect.adjusted(0, 3, 0, -3)

    def _faint(self, colour: QColor | str, alpha: int) -> QColor:
        faint = QColor(colour)
        faint.setAlpha(alpha)
        return faint
