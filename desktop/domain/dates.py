"""Dates as written down: the part of EDTF (ISO 8601-2) that records use, and the edges of what a date says."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Literal, TypeAlias

from desktop.domain.values import Json

Flag = Literal["impossible", "malformed", "ambiguous", "no_year", "short_year", "lunar", "loose_ends", "apart"]
"""Why words have no EDTF: a day that never was; no date we know; 3/4/2023, which is two days; a day or month of no
year; a year of two digits; words of the lunar calendar that name no day we can tell; what went on from or to no single
day, month or year, as since early 2021 or since at least March; two with others between them, as 3 and 5 May."""

GREGORIAN = "gregorian"
LUNAR = "lunar"


@dataclass(frozen=True, slots=True, repr=False)
class DateValue:
    """A date as said and as understood. flag: why there is no ``edtf``; not part of the record."""

    words: str
    edtf: str | None = None
    calendar: str = GREGORIAN
    flag: Flag | None = None

    def to_json(self) -> dict[str, Json]:
        """``{edtf, words, calendar}``, without ``edtf`` where there is none."""
        understood: dict[str, Json] = {"edtf": self.edtf} if self.edtf else {}
        return {**understood, "words": self.words, "calendar": self.calendar}


@dataclass(frozen=True, slots=True)
class Point:
    """A day, month, season (21 spring … 24 winter) or year; about: shown as "about", widens nothing."""

    year: int
    month: int = 0
    day: int = 0
    about: bool = False

    @property
    def season(self) -> bool:
        return self.month > 12

    @property
    def first(self) -> date:
        """The first day it covers."""
        if self.season:
            return date(self.year, (self.month - 20) * 3, 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it covers. Winter runs into February of the next year."""
        if not self.season:
            month = self.month or 12
            return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])
        if self.month < 24:
            return Point(self.year, (self.month - 20) * 3 + 2).last
        return date(self.year, 12, 31) if self.year == MAXYEAR else Point(self.year + 1, 2).last

    def __str__(self) -> str:
        parts = f"{self.year:04}", f"-{self.month:02}" if self.month else "", f"-{self.day:02}" if self.day else ""
        return "".join(parts) + ("~" if self.about else "")


@dataclass(frozen=True, slots=True)
class Span:
    """Two ends, either of which may be open. throughout: true on every day (``a/b``), else on some day (``[a..b]``).

    apart: one of the two, and none of the days between them (``[a,b]``).
    """

    start: Point | None
    end: Point | None
    throughout: bool
    apart: bool = False

    def __str__(self) -> str:
        if self.apart:
            return f"[{self.start},{self.end}]"
        if self.throughout:
            return f"{self.start or '..'}/{self.end or '..'}"
        return f"[{self.start or ''}..{self.end or ''}]"


Edtf: TypeAlias = Point | Span

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)", re.ASCII)


def parse_edtf(text: str) -> Edtf | None:
    """What an EDTF string says; None if it is outside our part of EDTF, or no such day ever was."""
    if text.startswith("[") and text.endswith("]"):
        if "," in text:
            return one_of(*map(_point, text[1:-1].split(","))) if text.count(",") == 1 else None
        return _span(text[1:-1].split(".."), "", throughout=False)
    if "/" in text:
        return _span(text.split("/"), "..", throughout=True)
    return _point(text)


def earliest(edtf: str) -> date | None:
    """The first day a date may mean; None where it is open to the past, or no date of ours."""
    said = parse_edtf(edtf)
    point = said.start if isinstance(said, Span) else said
    return point.first if point else None


def latest(edtf: str) -> date | None:
    """The last day a date may mean; None where it is open to the future, or no date of ours."""
    said = parse_edtf(edtf)
    point = said.end if isinstance(said, Span) else said
    return point.last if point else None


def edtf_of(value: Json) -> str | None:
    """What a date of a record says as EDTF; None of what is no date, or one nobody understood."""
    edtf = value.get("edtf") if isinstance(value, dict) else None
    return edtf if isinstance(edtf, str) and edtf else None


def first_day(value: Json) -> date | None:
    """The first day a date of a record may mean; None where that is open or nobody knows."""
    edtf = edtf_of(value)
    return earliest(edtf) if edtf else None


def last_day(value: Json) -> date | None:
    """The last day a date of a record may mean; None where that is open or nobody knows."""
    edtf = edtf_of(value)
    return latest(edtf) if edtf else None


def _point(text: str) -> Point | None:
    matched = _POINT.fullmatch(text)
    if not matched:
        return None
    year, month, day = (int(part or 0) for part in matched.groups()[:3])
    return point(year, month if matched[2] else None, day if matched[3] else None, about=bool(matched[4]))


def point(year: int, month: int | None = None, day: int | None = None, *, about: bool = False) -> Point | None:
    """A point in time; None if there is no such year, month or day. Months 21 to 24 are seasons, which have no days."""
    if month is not None and 21 <= month <= 24 and day is None:
        return Point(year, month, 0, about) if 1 <= year <= MAXYEAR else None
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Point(year, month or 0, day or 0, about)


def _span(ends: list[str], open_end: str, *, throughout: bool) -> Span | None:
    if len(ends) != 2:
        return None
    points = [None if end == open_end else _point(end) for end in ends]
    if any(end != open_end and found is None for end, found in zip(ends, points, strict=True)):
        return None
    start, end = points
    return span(start, end, throughout=throughout)


def span(start: Point | None, end: Point | None, *, throughout: bool) -> Span | None:
    """Two ends; None if both are open or the end lies wholly before the start."""
    if start is None and end is None:
        return None
    if start and end and end.last < start.first:
        return None
    return Span(start, end, throughout)


def one_of(first: Point | None, second: Point | None) -> Span | None:
    """One of two, with days between them that are not meant; None where nothing lies between, or one is about."""
    if first is None or second is None or first.about or second.about or second.first <= first.last:
        return None
    return Span(first, second, False, apart=True) if second.first - first.last > timedelta(1) else None
