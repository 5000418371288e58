"""Dates as people write them, read into EDTF; what can't be read keeps its words and says why.

Conventions of ours where words leave room: the beginning and the end of a month are its first and last third (初, 底
as 上旬, 下旬), of a year its first and last quarter. "Before" a day, a month or a year does not include it, nor "after"
a day; "after" a month or a year may mean its rest too, "before" the end of one (年底前) any day of that. "Or" between
two that follow each other is some day in either, between two others one of these alone. Words that may mean a part
or the whole (月中, 年中) mean the whole.
A year of two digits is no year: nobody can tell of which century.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from desktop.domain.date_points import Read, read_point
from desktop.domain.date_stretches import named_stretch, weighed, without_idle_words
from desktop.domain.dates import GREGORIAN, LUNAR, DateValue, Point, Span, one_of, parse_edtf, point, span
from desktop.domain.deadlines import months_after
from desktop.domain.lunar import LunarReader, speaks_lunar
from desktop.domain.numerals import with_digits

LONGEST = 100
"""Characters a date may be written in; what is longer is no date, and is not searched for one."""

ReadPoint: TypeAlias = Callable[[str, Point | None], Read]
"""Reads a point in time of one calendar; what it leaves out is taken from another point."""

_MIDDLE = re.compile(r"[年月]中$|\bmid\b(?!-autumn)")
"""Words read as the whole of a month or a year, of which they mean a part."""
_HALF_A_YEAR = timedelta(184)
_HAN = re.compile(r"[\u3400-\u9fff]")
_ABOUT = re.compile(
    r"(?:大约在?|大約在?|大概在?|约|約|(?:or )?(?:about|around)|approximately|circa|ca?\.)\s*(.+)"
    r"|(.+?)\s*(?:左右|前后|前後|上下)"
)
_TO = re.compile(r"\s*(?:至|到|—+|–|-+|~|\bto\b)\s*")
_AND = re.compile(r"\s*(?:至|到|—+|–|-+|~|与|與|和|\band\b)\s*")
_BETWEEN = re.compile(r"(?:some ?time\s+)?between\s+(.+)|在?(.+?)(?:之间|之間|间|間)(?:的?某天|的?某日|的?一天)?")
_OR = re.compile(r"\s*(?:或者?|还是|還是|\bor\b)\s*")
_FROM = re.compile(r"(?:from\s+|自|从|從)?(.+)")
_SHORT_YEAR = re.compile(r"['’]?\d{2}年.*|\d{1,2}[-/.]\d{1,2}[-/.]['’]?\d{2}|[a-z. ]+ ['’]\d{2}")
_MINGUO = re.compile(r"民[国國](\d{1,3})(?=年)")
_HOUR = "(?:early |late )?(?:morning|afternoon|evening|night|dawn|noon|midnight)"
_PLACED = re.compile(
    rf"(?:(?:on|in|at|during) )?(?:(?:the )?{_HOUR} of )?(?:the (?=\d|spring|summer|autumn|fall|winter))?"
)
_TIME = r"(?:\d{1,2}(?::\d\d)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_SOME = "(?:about |around )?"
_AT_AN_HOUR = re.compile(
    rf",? (?:(?:in the |at )?{_HOUR}|(?:at )?{_SOME}{_TIME}(?: ?(?:am|pm|o['’]clock)| (?:in the|at) {_HOUR})"
    rf"|at {_SOME}{_TIME}|{_SOME}\d{{1,2}}:\d\d)$"
)

# "By that day, held for more than": with a day alone before it, 被捕超过30天 would be told of what began that day.
_BY_THEN = (
    r"(?:(?:截至|截止|到|至)(?P<by>.+?)[,、]?(?:(?!起|以来|以來|开始|開始|今|前|后|後)[^\d,]){0,6}?"
    r"|(?P<day>.+?)[,、]?[时時]?(?:已经?|已經))"
)
_ELAPSED = re.compile(
    rf"{_BY_THEN}(?:超过|超過|逾)(?P<number>\d{{1,4}})(?P<unit>天|日|周|週|个?月|個月)"
    r"|(?:more than|over) (?P<n>\d{1,4}) (?P<u>days?|weeks?|months?) (?:before|by|as of|on) (?P<d>.+)"
)
_UNITS = {"天": 1, "日": 1, "周": 7, "週": 7, "day": 1, "week": 7}
"""In days; months are months of the calendar."""


@dataclass(frozen=True, slots=True)
class _OpenEnded:
    """Words that name one end and leave the other open. without: what they name does not belong to it."""

    words: re.Pattern[str]
    names_start: bool
    throughout: bool
    without: bool = False


_OPEN_ENDED = (
    _OpenEnded(
        re.compile(r"(?:on or before|by)\s+(.+)|(.+?)(?:或之前|或以前)"),
        names_start=False,
        throughout=False,
    ),
    _OpenEnded(re.compile(r"before\s+(.+)|(.+?)(?:之前|以前|前)"), names_start=False, throughout=False, without=True),
    _OpenEnded(
        re.compile(r"on or after\s+(.+)|(.+?)(?:或之后|或以后|或之後|或以後)"),
        names_start=True,
        throughout=False,
    ),
    _OpenEnded(
        re.compile(r"after\s+(.+)|(.+?)(?:之后|以后|之後|以後|后|後)"),
        names_start=True,
        throughout=False,
        without=True,
    ),
    _OpenEnded(
        re.compile(
            r"since\s+(.+)|(?:自|从|從)?(.+?)(?:起至今|以来|以來|至今|直?到现在|直?到現在|起)"
            r"|(?:from\s+)?(.+?)\s+(?:until|till|to)\s+(?:now|the present|today)"
        ),
        names_start=True,
        throughout=True,
    ),
    _OpenEnded(
        re.compile(r"until\s+(.+)|(?:直到|截至|至|到)(.+?)(?:为止|為止|止)?"), names_start=False, throughout=True
    ),
)


def parse_words(text: str) -> DateValue:
    """A date from what somebody wrote; the words are kept as they are, whatever they were.

    EDTF is read as EDTF. Where there is no ``edtf`` in the answer, its ``flag`` says why (no flag: nothing was there).
    """
    if not text.strip():
        return DateValue(text)
    if len(text) > LONGEST:
        return DateValue(text, flag="malformed")
    plain = _plain(text)
    bare = without_idle_words(plain)
    lunar = speaks_lunar(bare)
    digits = _MINGUO.sub(lambda year: str(int(year[1]) + 1911), with_digits(bare))
    said = parse_edtf(plain) or weighed(plain, _read(digits, LunarReader(digits) if lunar else read_point))
    calendar = LUNAR if lunar else GREGORIAN
    if isinstance(said, str):
        return DateValue(text, calendar=calendar, flag=said)
    if said is None:
        short = bool(_SHORT_YEAR.fullmatch(digits))
        return DateValue(text, calendar=calendar, flag="short_year" if short else "lunar" if lunar else "malformed")
    return DateValue(text, str(said), calendar)


def _plain(text: str) -> str:
    """Half-width, lower case, without spaces where it is Chinese."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    return re.sub(r"\s+", "" if _HAN.search(plain) else " ", plain)


def _read(text: str, read: ReadPoint) -> Read:
    """A date with or without the words that make it a span; the first reading that fits."""
    readings = (_read_elapsed, _read_about, _read_open_ended, _read_between, _read_either, _read_throughout)
    return named_stretch(text) or next(
        (said for reading in readings if (said := reading(text, read)) is not None), None
    )


def _read_elapsed(text: str, read: ReadPoint) -> Read:
    """What had gone on for longer than so many days by a day: it began that long before, or earlier still."""
    matched = _ELAPSED.fullmatch(text)
    if not matched:
        return None
    said = _read_about(matched["by"] or matched["day"] or matched["d"], read)
    if not isinstance(said, Point) or not said.day:
        return said if isinstance(said, str) else None
    number, unit = int(matched["number"] or matched["n"]), (matched["unit"] or matched["u"]).removesuffix("s")
    days = _UNITS.get(unit)
    try:
        day = said.first - timedelta(number * days) if days else months_after(said.first, -number)
    except (OverflowError, ValueError):
        return None
    return span(None, Point(day.year, day.month, day.day, said.about), throughout=False)


def _read_about(text: str, read: ReadPoint, like: Point | None = None) -> Read:
    """A point in time, perhaps an approximate one; the hour stays in the words."""
    text = _AT_AN_HOUR.sub("", _PLACED.sub("", text, count=1))
    whole = read(text, like)  # 晚上九点左右 is about the hour
    matched = _ABOUT.fullmatch(text)
    if isinstance(whole, Point | Span) or not matched:
        return whole
    said = read(matched[1] or matched[2], like)
    if isinstance(said, Point):
        return replace(said, about=True)
    if isinstance(said, Span) and said.start and said.end:
        return replace(said, start=replace(said.start, about=True), end=replace(said.end, about=True))
    return said


def _read_open_ended(text: str, read: ReadPoint) -> Read:
    for form in _OPEN_ENDED:
        if matched := form.words.fullmatch(text):
            named = next(filter(None, matched.groups()))
            said = _read_about(named, read)
            if isinstance(said, Point) and form.without and not _MIDDLE.search(named):
                said = _just_after(said) if form.names_start else _just_before(said)
            if isinstance(said, Span) and not form.throughout:
                said = said.start if form.names_start else said.end
            if isinstance(said, Point):
                ends = (said, None) if form.names_start else (None, said)
                return span(*ends, throughout=form.throughout)
            if isinstance(said, str):
                return said
    return None


def _just_before(named: Point) -> Point:
    """The year, month or day that ends as what was named begins."""
    if named.first == date.min:
        return named
    last = named.first - timedelta(1)
    fine = not named.month or (not named.season and not named.day)
    return Point(last.year, last.month if named.month else 0, 0 if fine else last.day, named.about)


def _just_after(named: Point) -> Point:
    """The day after one that was named; a month or a year as it is, since its rest may be meant."""
    if not named.day or named.first == date.max:
        return named
    first = named.first + timedelta(1)
    return Point(first.year, first.month, first.day, named.about)


def _read_between(text: str, read: ReadPoint) -> Read:
    matched = _BETWEEN.fullmatch(text)
    return _read_ends(matched[1] or matched[2], _AND, read, throughout=False) if matched else None


def _read_either(text: str, read: ReadPoint) -> Read:
    """One of two: May or June, the 3rd or the 5th. Of two that do not follow each other a span would say more than was
    said, so they stay two; about one or the other stays in words."""
    said = _read_ends(text, _OR, read, throughout=False)
    if not isinstance(said, Span) or said.start is None or said.end is None:
        return None if said == "impossible" else said  # 5 or 4 May was no slip
    return said if said.end.first - said.start.last == timedelta(1) else one_of(said.start, said.end)


def _read_throughout(text: str, read: ReadPoint) -> Read:
    matched = _FROM.fullmatch(text)
    return _read_ends(matched[1], _TO, read, throughout=True) if matched else None


def _read_ends(text: str, separator: re.Pattern[str], read: ReadPoint, *, throughout: bool) -> Read:
    """Two ends, either of which may leave out what it shares with the other: 3 and 5 May 2021, 7月1日至28日."""
    for between in separator.finditer(text):
        first, second = text[: between.start()], text[between.end() :]
        start = _read_about(first, read)
        yearless = _yearless(first, start, read), _yearless(second, _read_about(second, read), read)
        if not isinstance(start, Point):
            end = _read_about(second, read)
            if isinstance(end, Point) and end.month and (end.day or not first.isdigit()):
                start = _read_about(first, read, end)
            elif end == "no_year" and (start == end or first.isdigit()):
                return end
            if not isinstance(start, Point):
                continue
        end = _read_about(second, read, start)
        if isinstance(end, Point):
            return span(*_over_new_year(start, end, yearless), throughout=throughout) or "impossible"
        if isinstance(end, str):
            return end
    return None


def _yearless(text: str, said: Read, read: ReadPoint) -> bool:
    """Whether an end names a month and no year, which it then has from the other."""
    return said == "no_year" and read is read_point and not text.isdigit()


def _over_new_year(start: Point, end: Point, yearless: tuple[bool, bool]) -> tuple[Point, Point]:
    """From December to January is over the new year, whichever of the two was said without its year.

    What would last longer than half a year then is rather a slip.
    """
    if end.last >= start.first or start.season or end.season:
        return start, end
    earlier = point(start.year - 1, start.month or None, start.day or None, about=start.about) if yearless[0] else None
    later = point(end.year + 1, end.month or None, end.day or None, about=end.about) if yearless[1] else None
    first, last = earlier or start, later or end
    return (first, last) if timedelta(0) <= last.first - first.first < _HALF_A_YEAR else (start, end)
