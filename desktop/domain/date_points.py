"""One point in time as people write it: a day, a month, a part of a month or year, a season, a year."""

from __future__ import annotations

import calendar
import re
from typing import TypeAlias

from desktop.domain.dates import Edtf, Flag, Point, Span, point

Read: TypeAlias = Edtf | Flag | None
"""What was read; a flag for a date that cannot be one; None for words that are no date."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24, "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_EARLY = ("上旬", "初", "early", "early in", "beginning of", "start of")
_LATE = ("下旬", "底", "末", "late", "late in", "end of", "end")

CLOCK = (
    r"(?:当[天日晚夜]|當[天日晚夜])?"
    r"(?:凌晨|清晨|大清早|清早|一早|早晨|早上|上午|中午|正午|下午|傍晚|晚上|晚间|晚間|夜晚|晚|深夜|夜里|夜間|夜间|前?半夜|午夜|夜)?"
    r"(?:(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[时時點点:](?:\d{1,2}分?|半|多)?(?:许|左右)?)?"
)
_CHINESE = re.compile(
    r"(?:公元)?(?:(?P<year>\d{4})(?:年|(?=[春夏秋冬])))?"
    rf"(?:(?P<month>\d{{1,2}})月份?(?:(?P<day>\d{{1,2}})[日号號]?{CLOCK})?|(?P<day_alone>\d{{1,2}})[日号號]{CLOCK})?"
    r"年?(?P<part>上中旬|中上旬|中下旬|上旬|中旬|下旬|上半月|下半月|上半年|下半年|月?初|月?底|月?末|月?中)?(?:(?P<season>[春夏秋冬])[天季日]?)?"
)
_NUMERIC = re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?")
_MIXED = re.compile(r"\d{4}([-/.])\d{1,2}(?!\1)[-/.]\d{1,2}")
"""2021.7-9 may be 9 July, or July to September."""
_MONTH_YEAR = re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})")
_DASHED = re.compile(rf"(?P<day>\d{{1,2}})[-/.](?P<name>{_MONTH_NAMES})[-/.](?P<year>\d{{4}})")
_YEAR_FIRST = re.compile(rf"(?P<year>\d{{4}}),? (?P<name>{_MONTH_NAMES})\.?(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th)?)?")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_TWO_YEARS = re.compile(r"\d\d(\d\d)[-/.](\d\d)")
_ENGLISH = re.compile(
    r"(?:(?:the )?(?P<part>early in|early|mid|middle of|late in|late|beginning of|start of|end of|end)[ -]?)?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?:of )?)?"
    rf"(?:(?P<name>{_MONTH_NAMES})\.?,? ?(?:of (?=\d))?|(?P<season>spring|summer|autumn|fall|winter)(?:(?: of)? |$))?"
    r"(?:(?P<day_alone>\d{1,2})(?:st|nd|rd|th)?(?:, | |$))?(?P<year>\d{4})?"
)


def read_point(text: str, like: Point | None = None) -> Read:
    """A point in time; what it leaves out at the front (the year, the month) is taken from ``like``."""
    if matched := _YEAR_LAST.fullmatch(text):
        return _year_last(int(matched[1]), int(matched[2]), int(matched[3]))
    if names_two_years(text):
        return "short_year"
    if _MIXED.fullmatch(text):
        return "ambiguous"
    for pattern in (_NUMERIC, _MONTH_YEAR, _DASHED, _YEAR_FIRST, _CHINESE, _ENGLISH):
        if matched := pattern.fullmatch(text):
            return _from_groups(matched.groupdict(), like)
    return None


def names_two_years(text: str) -> bool:
    """Whether the second number is a later year cut short: 2020-21 is no spring, and 2015/16 no month."""
    matched = _TWO_YEARS.fullmatch(text)
    return matched is not None and int(matched[2]) > max(12, int(matched[1]))


def _year_last(one: int, other: int, year: int) -> Read:
    """``28/7/2023`` or ``7/28/2023``; where both could be the month nobody can tell."""
    if one <= 12 and other <= 12 and one != other:
        return "ambiguous"
    month, day = (one, other) if one <= 12 else (other, one)
    return point(year, month, day) or "impossible"


def _from_groups(found: dict[str, str | None], like: Point | None) -> Read:
    name = found.get("name")
    month = _MONTHS.index(name[:3]) + 1 if name else _number(found.get("month"))
    day = _number(found.get("day") or found.get("day_alone"))
    year = _number(found.get("year"))
    season = found.get("season")
    part = found.get("part") or ""
    if (year, month, season) == (None, None, None) and not (day and like):
        return None
    if year is None:
        if like is None:
            return "no_year"
        year = like.year
        month = like.month or None if month is None and day is not None else month
    if day is not None and month is None:  # a day of no month: nobody can tell of which
        return None
    if season:
        return point(year, _SEASONS[season]) if month is None and day is None and not part else None
    whole = point(year, month, day)
    if whole is None:
        return "impossible"
    return _part(whole, part) if part else whole


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _part(whole: Point, part: str) -> Read:
    """A part of a month or of a year, as a day within it; words that may mean the whole mean the whole."""
    part = part.removeprefix("月") if whole.month else part
    unit = "月" if whole.month else "年"
    part = {"middle of": "mid", "first half of": f"上半{unit}", "second half of": f"下半{unit}"}.get(part, part)
    if whole.day or whole.season:
        return None
    if whole.month:
        return _part_of_month(whole, part)
    months = (
        {"上半年": (1, 6), "下半年": (7, 12)} | dict.fromkeys(_EARLY[1:], (1, 3)) | dict.fromkeys(_LATE[1:], (10, 12))
    )
    if part in {"中", "mid"}:
        return whole
    if part not in months:
        return None
    first, last = months[part]
    return Span(Point(whole.year, first), Point(whole.year, last), throughout=False)


def _part_of_month(month: Point, part: str) -> Read:
    end = calendar.monthrange(month.year, month.month)[1]
    days = {
        "上中旬": (1, 20),
        "中上旬": (1, 20),
        "中下旬": (11, end),
        "中旬": (11, 20),
        "mid": (11, 20),
        "上半月": (1, 15),
        "下半月": (16, end),
    }
    days |= dict.fromkeys(_EARLY, (1, 10)) | dict.fromkeys(_LATE, (21, end))
    if part == "中":
        return month
    if part not in days:
        return None
    first, last = (Point(month.year, month.month, day) for day in days[part])
    return Span(first, last, throughout=False)
