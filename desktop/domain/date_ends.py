"""The two ends of one date, each of which may leave to the other what they share: 3 and 5 May 2021, 7月1日至28日."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Protocol

from desktop.domain.date_points import Read
from desktop.domain.dates import Flag, Point, Span, one_of, point, span

_HALF_A_YEAR = timedelta(184)
_ANY_YEAR = Point(2000, 1, 1)
_DASH = re.compile(r"\s*(?:—+|–|-+|~)\s*")
_YEAR_ALONE = re.compile(r"(?<!\d)\d{4}$")
_YEAR_AND_MONTH = re.compile(r"(?<!\d)\d{4}-\d{1,2}$")
_FIGURES = re.compile(r"\d{1,2}(?!\d)")
_MONTH_NEXT = re.compile(r"\d{1,2}月")
_ENGLISH = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter)[a-z]*\.?"
    r"(?: \d{1,2})?(?:,? \d{4})$"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_BARE_YEAR = re.compile(r"\d{4}")
_NEXT_YEAR = re.compile(r"^(?:次年|翌年|来年|來年|第二年)|,? (?:of )?the (?:following|next) year$")
_SAME_YEAR = re.compile(r"^(?:同年|当年|當年)|,? (?:of )?the same year$")
_SAME_MONTH = re.compile(r"^(?:同月|当月|當月)(?=\d)")
_NEXT_DAY = re.compile(r"^(?:次日|翌日|第二天|隔天)|^the (?:next|following) day$")


class ReadEnd(Protocol):
    """Reads one end; what it leaves out is taken from the other."""

    def __call__(self, text: str, like: Point | None = None, /) -> Read: ...


def read_ends(
    text: str,
    separator: re.Pattern[str],
    read: ReadEnd,
    *,
    throughout: bool,
    lunar: bool,
    adjoining: bool = False,
    either: bool = False,
) -> Read:
    """What lies from one end to the other; of ends that are no points, as late May, only some day in between is known.

    adjoining: "apart" where anything lies between the two, which were told as two. either: then one of them is meant.
    "loose_ends" where something went on from such an end or to one: no date of ours says that, nor more nor less.
    """
    for between in separator.finditer(text):
        first, second = text[: between.start()], text[between.end() :]
        if between[0] == "-" and _breaks_a_date(first, second):
            continue
        said = _two_ends(first, second, read, dashed=bool(_DASH.fullmatch(between[0])), lunar=lunar)
        if isinstance(said, str):
            return said
        if said is not None:
            start, end = said
            if adjoining and (days := _days_between(start, end)):
                if days < 0:
                    return None  # one that holds the other, or comes first, was no second
                return (either and _one_of(start, end)) or "apart"
            if isinstance(start, Point) and isinstance(end, Point):
                return span(start, end, throughout=throughout) or "impossible"
            return "loose_ends" if throughout else _some_day_in(start, end)
    return None


def _two_ends(
    first: str, second: str, read: ReadEnd, *, dashed: bool, lunar: bool
) -> tuple[Point | Span, Point | Span] | Flag | None:
    start = read(first)
    if isinstance(start, Point) and not lunar:
        second = _told_by_the_first(second, start)
    elsewhere = read(second)
    if dashed and _of_both(first, start, second, elsewhere):
        return "ambiguous"
    yearless = (
        start == "no_year" and not lunar and not first.isdigit(),
        elsewhere == "no_year" and not lunar and not second.isdigit(),
    )
    if not isinstance(start, Point | Span):
        start = _first(first, start, second, elsewhere, read, lunar)
    if not isinstance(start, Point | Span):
        return start
    end = _second(second, start, read, lunar)
    if isinstance(start, Point) and isinstance(end, Point):
        return _over_new_year(start, end, *yearless)
    return (start, end) if isinstance(end, Point | Span) else end


def _first(first: str, alone: Read, second: str, elsewhere: Read, read: ReadEnd, lunar: bool) -> Read:
    """The first end, with what it has from the second; a flag where neither says the year, None if it is no date."""
    if isinstance(elsewhere, Point | Span):
        like = _shared(elsewhere, lunar=lunar)
        fits = isinstance(elsewhere, Span) or (elsewhere.month and (elsewhere.day or not first.isdigit()))
        said = read(first, like) if fits else None
        return said if isinstance(said, Point | Span) else None
    lacks_a_year = elsewhere == "no_year" if first.isdigit() else alone == "no_year"
    return "no_year" if lacks_a_year and _is_date(read(second, _ANY_YEAR)) else None


def _some_day_in(start: Point | Span, end: Point | Span) -> Read:
    first, last = start.start if isinstance(start, Span) else start, end.end if isinstance(end, Span) else end
    return span(first, last, throughout=False) or "impossible"


def _shared(said: Point | Span, *, lunar: bool) -> Point | None:
    """What the other end may take from this one: of a part of a year or of a month, its year alone."""
    if isinstance(said, Point) or said.start is None or said.end is None:
        return said if isinstance(said, Point) else None
    return said.start if lunar else Point(said.start.year) if said.start.year == said.end.year else None


def _is_date(said: Read) -> bool:
    return isinstance(said, Point | Span) or said == "no_year"


def _one_of(start: Point | Span, end: Point | Span) -> Span | None:
    return one_of(start, end) if isinstance(start, Point) and isinstance(end, Point) else None


def _days_between(start: Point | Span, end: Point | Span) -> int:
    """How many days lie between two; below zero where they overlap."""
    close = start.end if isinstance(start, Span) else start
    begin = end.start if isinstance(end, Span) else end
    return (begin.first - close.last).days - 1 if close and begin else 0


def _of_both(first: str, start: Read, second: str, end: Read) -> bool:
    """Summer 2021-2023, 2021-2023年5月: what stands beside two years may be of both, or of the nearer one."""
    if _ENGLISH.search(first) and isinstance(start, Point) and second.isdigit():
        return not start.day or bool(_FIGURES.fullmatch(second))
    if second.isdigit():
        return False
    told = isinstance(end, Point) and end.month and not end.day
    return bool(told and _BARE_YEAR.fullmatch(first) and _HAN.search(second))


def _breaks_a_date(first: str, second: str) -> bool:
    """Whether a hyphen stands within one date in figures, as either in 2015-07-09."""
    if _YEAR_AND_MONTH.search(first):
        return bool(_FIGURES.match(second)) and not _MONTH_NEXT.match(second)
    return bool(_YEAR_ALONE.search(first) and not _ENGLISH.search(first) and _FIGURES.match(second))


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


def _second(text: str, start: Point | Span, read: ReadEnd, lunar: bool) -> Read:
    like = _shared(start, lunar=lunar)
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
