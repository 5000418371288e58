"""The two ends of one date, each of which may leave to the other what they share: 3 and 5 May 2021, 7月1日至28日."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Protocol

from desktop.domain.date_points import Read
from desktop.domain.dates import Flag, Point, Span, point, span

_HALF_A_YEAR = timedelta(184)
_ANY_YEAR = Point(2000, 1, 1)
_DASH = re.compile(r"\s*(?:—+|–|-+|~)\s*")
_BARE_YEAR = re.compile(r"\d{4}")
_NEXT_YEAR = re.compile(r"^(?:次年|翌年|来年|來年|第二年)|,? (?:of )?the (?:following|next) year$")
_SAME_YEAR = re.compile(r"^(?:同年|当年|當年)|,? (?:of )?the same year$")
_SAME_MONTH = re.compile(r"^(?:同月|当月|當月)(?=\d)")
_NEXT_DAY = re.compile(r"^(?:次日|翌日|第二天|隔天)|^the (?:next|following) day$")


class ReadEnd(Protocol):
    """Reads one end; what it leaves out is taken from the other."""

    def __call__(self, text: str, like: Point | None = None, /) -> Read: ...


def read_ends(
    text: str, separator: re.Pattern[str], read: ReadEnd, *, throughout: bool, lunar: bool, adjoining: bool
) -> Read:
    """What lies from one end to the other; of ends that are no points, as late May, only some day in between is known.

    adjoining: "apart" where anything lies between the two, which were told as two.
    "loose_ends" where something went on from such an end or to one: no date of ours says that, nor more nor less.
    """
    for between in separator.finditer(text):
        first, second = text[: between.start()], text[between.end() :]
        said = _two_ends(first, second, read, dashed=bool(_DASH.fullmatch(between[0])), lunar=lunar)
        if isinstance(said, str):
            return said
        if said is not None:
            start, end = said
            if adjoining and not _adjoin(start, end):
                return "apart"
            if isinstance(start, Point) and isinstance(end, Point):
                return span(start, end, throughout=throughout) or "impossible"
            return "loose_ends" if throughout else _some_day_in(start, end)
    return None


def _two_ends(
    first: str, second: str, read: ReadEnd, *, dashed: bool, lunar: bool
) -> tuple[Point | Span, Point | Span] | Flag | None:
    start = read(first)
    if isinstance(start, Point):
        second = _told_by_the_first(second, start)
    elsewhere = read(second)
    if dashed and (_of_both(first, start, second) or _of_both(second, elsewhere, first)):
        return "ambiguous"
    yearless = (
        start == "no_year" and not lunar and not first.isdigit(),
        elsewhere == "no_year" and not lunar and not second.isdigit(),
    )
    if not isinstance(start, Point | Span):
        start = _first(first, start, second, elsewhere, read)
    if not isinstance(start, Point | Span):
        return start
    end = _second(second, start, read)
    if isinstance(start, Point) and isinstance(end, Point):
        return _over_new_year(start, end, *yearless)
    return (start, end) if isinstance(end, Point | Span) else end


def _first(first: str, alone: Read, second: str, elsewhere: Read, read: ReadEnd) -> Read:
    """The first end, with what it has from the second; a flag where neither says the year, None if it is no date."""
    like = elsewhere.start if isinstance(elsewhere, Span) else elsewhere
    if isinstance(like, Point):
        said = read(first, like) if like.month and (like.day or not first.isdigit()) else None
        return said if isinstance(said, Point | Span) else None
    lacks_a_year = elsewhere == "no_year" if first.isdigit() else alone == "no_year"
    return "no_year" if lacks_a_year and _is_date(read(second, _ANY_YEAR)) else None


def _some_day_in(start: Point | Span, end: Point | Span) -> Read:
    first, last = start.start if isinstance(start, Span) else start, end.end if isinstance(end, Span) else end
    return span(first, last, throughout=False) or "impossible"


def _is_date(said: Read) -> bool:
    return isinstance(said, Point | Span) or said == "no_year"


def _adjoin(start: Point | Span, end: Point | Span) -> bool:
    """Whether nothing lies between two; what is told in the wrong order is for others to see."""
    close = start.end if isinstance(start, Span) else start
    begin = end.start if isinstance(end, Span) else end
    return close is not None and begin is not None and (begin.first - close.last).days <= 1


def _of_both(told: str, said: Read, other: str) -> bool:
    """Summer 2021-2023, 2021-2023年5月: what stands beside one year may be of both, where the other stands bare."""
    if not (_BARE_YEAR.fullmatch(other) and isinstance(said, Point) and said.month):
        return False
    return bool(re.search(r"[a-z].* \d{4}$|[春夏秋冬天季月日号號]$", told))


def _told_by_the_first(second: str, start: Point) -> str:
    """The second end with the year, month or day that it has by the first: 次年2月, 同年5月, 次日."""
    if not start.season:
        if _NEXT_YEAR.search(second):
            return _with_year(_NEXT_YEAR.sub("", second), start.year + 1)
        if _SAME_YEAR.search(second):
            return _with_year(_SAME_YEAR.sub("", second), start.year)
    if start.day and _SAME_MONTH.match(second):
        return _SAME_MONTH.sub(f"{start.year:04}年{start.month}月", second)
    if start.day and (matched := _NEXT_DAY.match(second)) and start.year < 9999:
        day = start.first + timedelta(1)
        return f"{day.year:04}年{day.month}月{day.day}日{second[matched.end() :]}"
    return second


def _with_year(text: str, year: int) -> str:
    return f"{text} {year:04}" if re.search("[a-z]", text) else f"{year:04}年{text}"


def _second(text: str, start: Point | Span, read: ReadEnd) -> Read:
    like = start.end if isinstance(start, Span) else start
    if text.isdigit() and len(text) <= 2 and like is not None and not like.day:
        if not like.month:
            return "short_year"
        return Point(like.year, int(text)) if like.month < int(text) <= 12 else "ambiguous"
    return read(text, like)


def _over_new_year(start: Point, end: Point, early_yearless: bool, late_yearless: bool) -> tuple[Point, Point]:
    """From December to January is over the new year, whichever of the two was said without its year.

    What would last longer than half a year then is rather a slip.
    """
    if end.last >= start.first or start.season or end.season:
        return start, end
    earlier = point(start.year - 1, start.month or None, start.day or None, about=start.about)
    later = point(end.year + 1, end.month or None, end.day or None, about=end.about)
    first, last = (early_yearless and earlier) or start, (late_yearless and later) or end
    return (first, last) if timedelta(0) <= last.first - first.first < _HALF_A_YEAR else (start, end)
