"""A case's timeline as a picture: a lane a person, walked through by the arrow keys, read out one moment at a time."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from desktop.casework.case_timeline import CaseTimeline, Lane, Moment
from desktop.ui.plain import tooltip
from desktop.ui.timeline_drawing import Drawing
from desktop.ui.timeline_layout import Layout, Mark, Strip, lay_out
from desktop.ui.tools import Tools

NAMES, SCALE, MARGIN = 168, 28, 12  # pixels: the column of names, the line of dates, around; the first two at least
LOWEST, HIGHEST = 120, 420  # pixels of the whole
NEAREST, FURTHEST = 64.0, 1.0


class TimelineView(QAbstractScrollArea):
    """`opened` with a record and its kind; `chosen` when another moment is the current one."""

    opened = Signal(str, str)
    chosen = Signal()

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools
        self._timeline: CaseTimeline | None = None
        self._layout: Layout | None = None
        self._current = ""
        self._zoom = FURTHEST
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        tools.theme.changed.connect(self.viewport().update)

    # ------------------------------------------------------------------------------------------- what is shown

    def show_timeline(self, timeline: CaseTimeline) -> None:
        """Take on a case; what was the current moment stays it."""
        self._timeline = timeline
        self._arrange()
        if self.current is None:
            self._current = ""

    @property
    def current(self) -> Moment | None:
        """The moment the keys are at."""
        mark = self._layout.mark(self._current) if self._layout else None
        return mark.moment if mark is not None else None

    def choose(self, record: str) -> None:
        """Go to a moment, and bring it into sight."""
        mark = self._layout.mark(record) if self._layout else None
        if mark is None:
            return
        self._current = record
        self._bring_into_sight(mark)
        self.viewport().update()
        self.setAccessibleDescription(self.told(mark.moment))
        self.chosen.emit()

    def told(self, moment: Moment) -> str:
        """A moment in one sentence."""
        who = ", ".join(filter(None, (moment.who, moment.age)))
        return " · ".join(filter(None, (moment.when, who, moment.what, moment.lasted)))

    def closer(self, by: float = 1.5) -> None:
        """The same time takes more room; what is in the middle stays there."""
        bar = self.horizontalScrollBar()
        middle = (bar.value() + bar.pageStep() / 2) / max(1.0, self._wide)
        self._zoom = min(NEAREST, max(FURTHEST, self._zoom * by))
        self._arrange()
        bar.setValue(round(middle * self._wide - bar.pageStep() / 2))

    def sizeHint(self) -> QSize:
        """As high as its lanes, within reason."""
        height = int(self._layout.height) if self._layout else 0
        across = self.horizontalScrollBar()
        bar = across.sizeHint().height() if across.maximum() else 0
        return QSize(720, min(max(LOWEST, height + self._scale + bar + 4), HIGHEST))

    def minimumSizeHint(self) -> QSize:
        """A lane or two: no window grows beyond its screen for it."""
        return QSize(0, min(LOWEST, self.sizeHint().height()))

    # ----------------------------------------------------------------------------------------------- geometry

    @property
    def _names(self) -> int:
        """How wide the column of names is: a name has room in large letters too."""
        return max(NAMES, min(10 * self.fontMetrics().height(), self.viewport().width() // 3))

    @property
    def _scale(self) -> int:
        """How high the line of dates is."""
        return max(SCALE, self.fontMetrics().height() + 8)

    @property
    def _wide(self) -> float:
        return max(120.0, (self.viewport().width() - self._names - 2 * MARGIN) * self._zoom)

    def _arrange(self) -> None:
        """Where everything stands, at this width."""
        if self._timeline is None:
            return
        metrics = QFontMetricsF(self.font())
        self._layout = lay_out(self._timeline, self._wide, metrics.height(), metrics.horizontalAdvance)
        page = self.viewport().width() - self._names
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        right = max((mark.box.right() for mark in self._layout.marks), default=0.0) if self._layout else 0.0
        across.setPageStep(page)
        across.setRange(0, max(0, round(max(self._wide, right) + 2 * MARGIN - page)))
        across.setSingleStep(40)
        height = self._layout.height if self._layout else 0
        down.setPageStep(self.viewport().height() - self._scale)
        down.setRange(0, max(0, round(height - down.pageStep())))
        down.setSingleStep(24)
        self.setMaximumHeight(self.sizeHint().height())  # it gives way in a low window, and scrolls
        self.updateGeometry()
        self.viewport().update()

    def _origin(self) -> QPointF:
        """Where the beginning of time and the first lane are, in the viewport."""
        return QPointF(
            self._names + MARGIN - self.horizontalScrollBar().value(), self._scale - self.verticalScrollBar().value()
        )

    def _bring_into_sight(self, mark: Mark) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        box = mark.box
        if box.left() < across.value() or box.left() > across.value() + across.pageStep() - 60:
            across.setValue(round(box.left() - 40))
        if box.top() < down.value() or box.bottom() > down.value() + down.pageStep():
            down.setValue(round(box.top() - 20))

    def _at(self, point: QPointF) -> Mark | None:
        if self._layout is None or point.x() < self._names or point.y() < self._scale:
            return None
        inside = point - self._origin()
        return next((one for one in self._layout.marks if one.box.adjusted(-3, -2, 3, 2).contains(inside)), None)

    # ------------------------------------------------------------------------------------------------- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lanes and what is on them; the names and the dates stay in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        colours = self._tools.theme.colours
        painter.fillRect(self.viewport().rect(), QColor(colours.base))
        layout, timeline = self._layout, self._timeline
        if layout is None or timeline is None:
            return
        drawing, origin = Drawing(painter, colours), self._origin()
        wide, high = self.viewport().width(), self.viewport().height()
        painter.save()
        painter.setClipRect(QRectF(self._names, self._scale, wide - self._names, high - self._scale))
        painter.translate(origin)
        painter.translate(-MARGIN, 0)
        drawing.ground(layout, max(self._wide, wide) + 4000)
        painter.translate(MARGIN, 0)
        for led in timeline.links:
            drawing.link(layout, led)
        for mark in layout.marks:
            drawing.mark(mark, current=mark.moment.record == self._current)
        painter.restore()
        painter.save()
        painter.setClipRect(QRectF(self._names, 0, wide - self._names, self._scale))
        painter.translate(origin.x(), 0)
        drawing.scale(layout, self._scale, self._tools.language.code)
        painter.restore()
        painter.setClipRect(QRectF(0, self._scale, self._names, high - self._scale))
        for strip in layout.strips:
            rect = QRectF(MARGIN, origin.y() + strip.top + 8, self._names - 2 * MARGIN, strip.height - 8)
            drawing.name(strip, rect, self._called(strip.lane), self._beneath(strip))
        painter.setClipping(False)
        painter.setPen(QColor(colours.line))
        painter.drawLine(0, self._scale, wide, self._scale)
        painter.drawLine(self._names, 0, self._names, high)

    def _called(self, lane: Lane) -> str:
        if lane.person:
            return lane.called
        events = all(one.kind == "event" for one in lane.moments)
        return self.tr("Events") if events else self.tr("Nobody named")

    def _beneath(self, strip: Strip) -> str:
        lane = strip.lane
        words = [self.tr("Defender")] if lane.defender else []
        if lane.kinship:
            words.append(lane.kinship)
        if strip.undated:
            words.append(self.tr("%n without a date", "", strip.undated))
        return ", ".join(words)

    # ------------------------------------------------------------------------------------------------- by hand

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All of the time fits, until somebody goes closer."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Rows are as high as their letters."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._arrange()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses."""
        if mark := self._at(event.position()):
            self.choose(mark.moment.record)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens."""
        if mark := self._at(event.position()):
            self.opened.emit(mark.moment.record, mark.moment.kind)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is under the pointer, in words."""
        mark = self._at(event.position())
        self.viewport().setToolTip(tooltip(self.told(mark.moment)) if mark else "")

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl closer or further away."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.closer(1.25 if event.angleDelta().y() > 0 else 0.8)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right in time, up and down to the next lane, Enter opens, + and − go closer and further."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and (now := self.current) is not None:
            self.opened.emit(now.record, now.kind)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._along(1 if key == Qt.Key.Key_Right else -1)
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._across(1 if key == Qt.Key.Key_Down else -1)
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.closer()
        elif key == Qt.Key.Key_Minus:
            self.closer(1 / 1.5)
        else:
            super().keyPressEvent(event)

    def _marks(self) -> tuple[Mark, ...]:
        return self._layout.marks if self._layout else ()

    def _along(self, by: int) -> None:
        """To the next of the same lane; at first to the very first."""
        marks = self._marks()
        now = next((one for one in marks if one.moment.record == self._current), None)
        if now is None:
            if marks:
                self.choose(marks[0].moment.record)
            return
        lane = [one for one in marks if one.lane == now.lane]
        self.choose(lane[min(max(lane.index(now) + by, 0), len(lane) - 1)].moment.record)

    def _across(self, by: int) -> None:
        """To the nearest in time on the next lane that has any."""
        marks = self._marks()
        now = next((one for one in marks if one.moment.record == self._current), None)
        if now is None:
            self._along(1)
            return
        lanes = sorted({one.lane for one in marks})
        place = lanes.index(now.lane) + by
        if 0 <= place < len(lanes):
            there = [one for one in marks if one.lane == lanes[place]]
            self.choose(min(there, key=lambda one: abs(one.anchor[0] - now.anchor[0])).moment.record)
