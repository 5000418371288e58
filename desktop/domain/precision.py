"""How exactly a date is known, and whether that is fine enough for the form that asks for it."""

from __future__ import annotations

from calendar import monthrange
from typing import Literal, TypeAlias

from desktop.domain.dates import Edtf, Point, Span, parse_edtf
from desktop.domain.values import Json

Precision: TypeAlias = Literal["day", "month", "season", "year", "span", "none"]
"""``span``: somewhere in more than a year, or with an end nobody knows; ``none``: no date was understood."""

_FINEST_FIRST: tuple[Precision, ...] = ("day", "month", "season", "year", "span", "none")


def precision(date: Json) -> Precision:
    """Of a date of a record, or of an EDTF string; what it says decides, not how it is written.

    "Late July 2015" is a month: the month is sure. A state that went on from one date to another is as exact as the
    less exact of its ends; an end still open says nothing.
    """
    edtf = date.get("edtf") if isinstance(date, dict) else date
    said = parse_edtf(edtf) if isinstance(edtf, str) else None
    return "none" if said is None else _precision(said)


def fine_enough(date: Json, needed: Precision) -> bool:
    """Whether a date is known at least as exactly as a form needs it."""
    return _FINEST_FIRST.index(precision(date)) <= _FINEST_FIRST.index(needed)


def how_it_is_known(date: Json) -> str:
    """What a date of a record says of when it was: a code of `date_precision`, "" where nothing was understood or
    one of two was said, which its words tell.

    "Late July 2015" is a part of a month, "between the 2nd and the 9th" some day in it, "since 2019" every day.
    """
    edtf = date.get("edtf") if isinstance(date, dict) else None
    said = parse_edtf(edtf) if isinstance(edtf, str) else None
    if said is None:
        return ""
    if isinstance(said, Point):
        return "circa" if said.about else {"season": "season_part"}.get(_of_point(said), _of_point(said))
    if said.apart:
        return ""
    if said.throughout:
        return "range_precise"
    if said.start is None or said.end is None:
        return "before" if said.start is None else "after"
    return "season_part" if _is_part(said.start, said.end) else "range_imprecise"


def _is_part(start: Point, end: Point) -> bool:
    """Whether two points are the ends of a part of a month or year, said as 上旬, 下半月, early 2019, 第三季度."""
    if start.year != end.year or start.about or end.about:
        return False
    if start.day and end.day:
        close = monthrange(start.year, start.month)[1]
        parts = {(1, 10), (11, 20), (21, close), (1, 15), (16, close)}
        return start.month == end.month and (start.day, end.day) in parts
    months = {(1, 3), (4, 6), (7, 9), (10, 12), (1, 6), (7, 12)}
    return not (start.day or end.day) and (start.month, end.month) in months


def _precision(said: Edtf) -> Precision:
    if isinstance(said, Point):
        return _of_point(said)
    if said.throughout:
        return max((_of_point(end) for end in (said.start, said.end) if end), key=_FINEST_FIRST.index)
    return _of_choice(said)


def _of_point(point: Point) -> Precision:
    if point.season:
        return "season"
    return "day" if point.day else "month" if point.month else "year"


def _of_choice(said: Span) -> Precision:
    """One day of several: as exact as the shortest part of the calendar that holds all of them."""
    if said.start is None or said.end is None:
        return "span"
    first, last = said.start.first, said.end.last
    if first == last:
        return "day"
    if first.year != last.year:
        return "span"
    return "month" if first.month == last.month else "year"
