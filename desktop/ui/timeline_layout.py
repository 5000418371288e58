"""Where everything of a case stands on its timeline, in pixels; nothing is painted here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QRectF

from desktop.casework.case_timeline import CaseTimeline, Lane, Moment
from desktop.domain.date_show import briefly, show_edtf

FADE = 28.0  # pixels over which an end nobody knows fades out
DOT = 5.0  # the half of a mark of one day
GAP = 10.0
DAYS, MONTHS, QUARTERS = 330.0, 84.0, 28.0  # pixels a month takes, from where on there is room to write each of them
LABEL = 15.0  # lines of text: how wide the longest label is, where it is no more than a third of the time
ROW_PADDING, LANE_PADDING = 6.0, 8.0


@dataclass(frozen=True)
class Axis:
    """Days to pixels, and back."""

    start: date
    end: date
    width: float

    @property
    def per_day(self) -> float:
        """How many pixels a day is wide."""
        return self.width / max(1, (self.end - self.start).days)

    def x(self, day: date) -> float:
        """The left edge of a day."""
        return (day - self.start).days * self.per_day

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Where a line stands, and its date: years, months or thirds of months, as there is room; see `written`."""
        day = self.start
        for step in self._steps():
            if step >= self.start and self.x(step) < self.width:
                day = step
                yield self.x(day), self._date(day)

    def _steps(self) -> Iterator[date]:
        month, every = 30 * self.per_day, 12
        days: tuple[int, ...] = (1,)
        if month >= DAYS:
            every, days = 1, (1, 11, 21)
        elif month >= MONTHS:
            every = 1
        elif month >= QUARTERS:
            every = 3
        elif month * 12 < 48:
            every = 12 * int(48 / max(month * 12, 0.5) + 1)
        count = self.start.year * 12
        count -= count % every
        while count // 12 <= self.end.year:
            for day in days:
                yield date(max(1, count // 12), count % 12 + 1, day)
            count += every

    def _date(self, day: date) -> str:
        month = 30 * self.per_day
        return day.isoformat() if month >= DAYS else day.isoformat()[:7] if month >= QUARTERS else f"{day.year:04}"


def written(date_of_a_line: str, language: str) -> str:
    """As days read in every other place, where a column is narrow."""
    return briefly(show_edtf(date_of_a_line, language))


@dataclass(frozen=True)
class Mark:
    """One moment in its place. unsure: where it happened or began; sure: where it is known to have gone on; open_from:
    where an end nobody knows begins to fade. label: room for its words, which stand on a light ground.
    """

    moment: Moment
    lane: int
    unsure: QRectF | None
    sure: QRectF | None
    fades_left: bool
    open_from: float | None
    label: QRectF

    @property
    def box(self) -> QRectF:
        """All it takes."""
        whole = QRectF(self.label)
        for part in (self.unsure, self.sure):
            whole = whole.united(part) if part is not None else whole
        return whole

    @property
    def anchor(self) -> tuple[float, float]:
        """Where lines from and to other moments meet it."""
        part = self.unsure or self.sure or self.label
        return part.left(), part.center().y()


@dataclass(frozen=True)
class Strip:
    """A lane in its place. undated: how many of its moments have no place in time."""

    lane: Lane
    top: float
    height: float
    undated: int


@dataclass(frozen=True)
class Layout:
    """All of it. height: of all lanes together."""

    axis: Axis
    strips: tuple[Strip, ...]
    marks: tuple[Mark, ...]
    height: float

    def mark(self, record: str) -> Mark | None:
        """Where a record stands."""
        return next((one for one in self.marks if one.moment.record == record), None)


def span_of(timeline: CaseTimeline) -> tuple[date, date] | None:
    """From when to when something is known to have happened, with some room around; None where no day is known."""
    days = [day for one in timeline.moments for day in (one.first, one.last, one.until) if day]
    if not days:
        return None
    first, last = min(days), max(days)
    room = max(10, (last - first).days // 25)
    return _moved(first, -room), _moved(last, room)


def lay_out(timeline: CaseTimeline, width: float, line: float, measure: Callable[[str], float]) -> Layout | None:
    """line: how high a line of text is. measure: how wide words are. None where no day is known."""
    span = span_of(timeline)
    if span is None:
        return None
    axis = Axis(span[0], span[1], width)
    strips: list[Strip] = []
    marks: list[Mark] = []
    top = 0.0
    for number, lane in enumerate(timeline.lanes):
        dated = [one for one in lane.moments if one.first or one.last]
        rows = _place(axis, number, dated, top + LANE_PADDING, line, measure)
        marks += rows
        bottom = max((one.label.bottom() for one in rows), default=top + LANE_PADDING + line)
        height = max(bottom + LANE_PADDING - top, 2 * line + 2 * LANE_PADDING)
        strips.append(Strip(lane, top, height, len(lane.moments) - len(dated)))
        top += height
    return Layout(axis, tuple(strips), tuple(marks), top)


def _place(
    axis: Axis, lane: int, moments: Sequence[Moment], top: float, line: float, measure: Callable[[str], float]
) -> list[Mark]:
    """Rows as few as possible, nothing over anything else."""
    ends: list[float] = []
    placed = []
    row_height = line + ROW_PADDING
    for moment in sorted(moments, key=lambda one: (one.first or one.last or date.max, one.record)):
        mark = _mark(axis, lane, moment, top, line, measure)
        row = next((number for number, end in enumerate(ends) if end + GAP <= mark.box.left()), len(ends))
        if row == len(ends):
            ends.append(0.0)
        ends[row] = mark.box.right() + (FADE if mark.open_from is not None else 0.0)
        placed.append(_moved_down(mark, row * row_height))
    return placed


def _mark(axis: Axis, lane: int, moment: Moment, top: float, line: float, measure: Callable[[str], float]) -> Mark:
    first, last = moment.first or moment.last, moment.last or moment.first
    assert first is not None
    assert last is not None
    left, right = axis.x(first), max(axis.x(_moved(last, 1)), axis.x(first) + 2 * DOT)
    if moment.first is None:
        left -= FADE
    unsure = None if first == last and moment.first and moment.until else QRectF(left, top, right - left, line)
    sure = None
    if moment.until is not None and moment.until >= last:
        begins = axis.x(first) if unsure is None else right
        sure = QRectF(begins, top, max(axis.x(_moved(moment.until, 1)) - begins, 2 * DOT), line)
    end = (sure or unsure or QRectF(left, top, 0, line)).right()
    words = min(measure(moment.what) + 4, LABEL * line, axis.width / 3)
    fading = moment.open or moment.last is None
    at = end + 5 + (FADE if fading else 0)
    if sure is not None and sure.width() >= words + 12:
        at = sure.left() + 6
    elif at + words > axis.width and left - words - 5 >= 0:
        at = left - words - 5
    return Mark(
        moment=moment,
        lane=lane,
        unsure=unsure,
        sure=sure,
        fades_left=moment.first is None,
        open_from=end if fading else None,
        label=QRectF(at, top, words, line),
    )


def _moved_down(mark: Mark, by: float) -> Mark:
    unsure, sure = (part.translated(0, by) if part is not None else None for part in (mark.unsure, mark.sure))
    return Mark(mark.moment, mark.lane, unsure, sure, mark.fades_left, mark.open_from, mark.label.translated(0, by))


def _moved(day: date, by: int) -> date:
    try:
        return day + timedelta(by)
    except OverflowError:
        return day
