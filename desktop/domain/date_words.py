"""Dates as people write them, read into EDTF; what can't be read keeps its words and says why.

Conventions of ours where words leave room: the beginning and the end of a month are its first and last third (初, 底 as
上旬, 下旬), of a year its first and last quarter, of a decade the years its first and last third touch. "Before" a day,
a month or a year does not include it, nor "after" a day; "after" a month or a year may mean its rest too, "before" the
end of one (年底前) any day of that, and "until the end" of one is all of it. "Or" between two that follow each other is
some day in either. Words that may mean a part or the whole (月中, 年中) mean the whole.
What would have to say more than was said, or less, says why and stays words.
A year of two digits is no year: nobody can tell of which century.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TypeAlias

from desktop.domain.date_ends import read_ends
from desktop.domain.date_open import read_open_ended
from desktop.domain.date_plain import in_digits, in_our_calendar, plain
from desktop.domain.date_points import Read, names_two_years, read_point
from desktop.domain.date_stretches import named_stretch, weighed, without_idle_words
from desktop.domain.dates import GREGORIAN, LUNAR, DateValue, Point, Span, parse_edtf, span
from desktop.domain.deadlines import months_after
from desktop.domain.lunar import LunarReader, speaks_lunar, without_mark, year_of

LONGEST = 100
"""Characters a date may be written in; what is longer is no date, and is not searched for one."""

ReadPoint: TypeAlias = Callable[[str, Point | None], Read]
"""Reads a point in time of one calendar; what it leaves out is taken from another point."""

_ABOUT = re.compile(
    r"(?:大约在?|大約在?|大概在?|约|約|(?:or )?(?:about|around)|approximately|circa|ca?\.)\s*(.+)"
    r"|(.+?)\s*(?:左右|前后|前後|上下)"
)
_TO = re.compile(r"\s*(?:(?:起|开始|開始)?(?:至|到)|—+|–|-+|~|\b(?:to|through|thru|till?|until)\b)\s*")
_AND = re.compile(r"\s*(?:至|到|—+|–|-+|~|与|與|和|\band\b|&)\s*")
_BOTH = re.compile(r"(?<=日)、(?=\d{1,2}日)|\s*(?:与|與|和|及|以及|\band\b|&)\s*")
_BETWEEN = re.compile(r"(?:some ?time\s+)?between\s+(.+)|在?(.+?)(?:之间|之間|间|間)(?:的?某天|的?某日|的?一天)?")
_OR = re.compile(
    r"\s*(?:或者?|还是|還是|\bor\b)\s*|(?<=[a-z]) ?/ ?(?=[a-z])|(?<=[底末旬])[、/]?(?=\d{1,2}月|\d{4}年|[次翌]年)"
)
_LISTED = re.compile(r"(?<=月)、(?=\d{1,2}月$)")
_EITHER = re.compile(r"(?:either\s+)?(.+)")
_FROM = re.compile(r"(?:from\s+|since\s+|自|从|從)?(.+?)(?:期间|期間|为止|為止|止)?")
_BY_BOTH = re.compile(r"([^()]+)\(([^()]+)\)")
_ONE_NIGHT = re.compile(r"(?:on )?(?:the )?(?:overnight|night of)(?: on)?(?: the)? (.+)")
_SHORT_YEAR = re.compile(
    r"['’]?(?:\d{2}|[一二三四五六七八九]十)年.*|(?:the )?(?:early |mid-|late )?['’]?\d0s"
    r"|\d{1,2}[-/.]\d{1,2}[-/.]['’]?\d{2}|[a-z. ]+ ['’]\d{2}"
)
_HOUR = "(?:early |late )?(?:morning|afternoon|evening|night|dawn|noon|midnight)"
_PLACED = re.compile(
    rf"(?:(?:(?:early|late) )?(?:(?:on|in|at|during) )?(?:the )?{_HOUR} (?:of|on) "
    r"|(?:early|late) on (?=[a-z ]*\d{1,2}\b|\d{4}-\d\d?-\d)|(?:on|in|at|during) )?"
    r"(?:the (?=\d|spring|summer|autumn|fall|winter))?"
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


def parse_words(text: str) -> DateValue:
    """A date from what somebody wrote; the words are kept as they are, whatever they were.

    EDTF is read as EDTF. Where there is no ``edtf`` in the answer, its ``flag`` says why (no flag: nothing was there).
    """
    if not text.strip():
        return DateValue(text)
    if len(text) > LONGEST:
        return DateValue(text, flag="malformed")
    said_plain = plain(text)
    bare = without_idle_words(said_plain)
    lunar = speaks_lunar(bare)
    digits = in_digits(bare if lunar else in_our_calendar(bare))
    edtf = None if names_two_years(said_plain) else parse_edtf(said_plain)
    calendar = LUNAR if lunar else GREGORIAN
    if twice := _BY_BOTH.fullmatch(bare) if lunar else None:
        said, calendar = _read_twice(twice[1], twice[2])
    else:
        said = edtf or weighed(said_plain, _read(digits, LunarReader(digits) if lunar else read_point))
    if isinstance(said, str):
        return DateValue(text, calendar=calendar, flag=said)
    if said is None:
        short = bool(_SHORT_YEAR.fullmatch(digits))
        return DateValue(text, calendar=calendar, flag="short_year" if short else "lunar" if lunar else "malformed")
    return DateValue(text, str(said), calendar)


def _read_twice(first: str, again: str) -> tuple[Read, str]:
    """A day told by both calendars, once in brackets and perhaps without its year; None where they disagree."""
    lunar_first = speaks_lunar(first)
    ours, theirs = (again, first) if lunar_first else (first, again)
    if speaks_lunar(ours) or not speaks_lunar(theirs):
        return None, LUNAR
    ours, theirs = in_digits(in_our_calendar(ours)), in_digits(theirs)
    if lunar_first:
        day = LunarReader(theirs)(theirs)
        other = read_point(ours, day if isinstance(day, Point) else None)
    else:
        day = read_point(ours)
        in_year = f"农历{year_of(day.first)}年" if isinstance(day, Point) else ""
        told = theirs if re.match(r".*\d{4}年", theirs) else in_year + without_mark(theirs)
        other = LunarReader(told)(told)
    calendar = LUNAR if lunar_first else GREGORIAN
    if not (isinstance(day, Point) and day.day and isinstance(other, Point)):
        return (day if isinstance(day, str) else None), LUNAR
    return (day if day == other else "impossible"), calendar


def _read(text: str, read: ReadPoint) -> Read:
    """A date with or without the words that make it a span; the first reading that fits."""

    def read_end(end: str, like: Point | None = None, /) -> Read:
        return _read_about(end, read, like)

    with_two_ends = (_read_between, _read_either, _read_both, _read_throughout)
    return (
        named_stretch(text)
        or _read_elapsed(text, read)
        or read_end(text)
        or read_open_ended(text, read_end)
        or next((said for reading in with_two_ends if (said := reading(text, read)) is not None), None)
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


def _read_between(text: str, read: ReadPoint) -> Read:
    matched = _BETWEEN.fullmatch(text)
    return _read_ends(matched[1] or matched[2], _AND, read, throughout=False) if matched else None


def _read_either(text: str, read: ReadPoint) -> Read:
    """One of two: May or June, the 3rd or the 5th. Of two that do not follow each other a span would say more than was
    said, so they stay two; about one or the other stays in words, and so do two of a list (3、5月), of which both may
    be meant."""
    matched = _EITHER.fullmatch(text)
    said = _read_ends(matched[1], _OR, read, throughout=False, adjoining=True, either=True) if matched else None
    said = said or _read_ends(text, _LISTED, read, throughout=False, adjoining=True)
    if isinstance(said, Span) and said.start and said.end:
        about = said.start.about or said.end.about  # 9日或10日左右, about 9 or 10 July
        return replace(said, start=replace(said.start, about=about), end=replace(said.end, about=about))
    return None if said == "impossible" else said  # 5 or 4 May was no slip


def _read_both(text: str, read: ReadPoint) -> Read:
    """3 and 4 May are both days; between 3 and 5 May lies another."""
    return _read_ends(text, _BOTH, read, throughout=True, adjoining=True)


def _read_throughout(text: str, read: ReadPoint) -> Read:
    """From one to the other; of the night between two days, some time in it."""
    if (matched := _ONE_NIGHT.fullmatch(text)) and not re.search(_HOUR, matched[1]):
        night = _read_ends(matched[1], _TO, read, throughout=False, adjoining=True)
        if isinstance(night, Span):  # else several nights
            return night
    matched = _FROM.fullmatch(text)
    return _read_ends(matched[1], _TO, read, throughout=True) if matched else None


def _read_ends(
    text: str,
    separator: re.Pattern[str],
    read: ReadPoint,
    *,
    throughout: bool,
    adjoining: bool = False,
    either: bool = False,
) -> Read:
    def read_end(end: str, like: Point | None = None, /) -> Read:
        return _read_about(end, read, like)

    lunar = read is not read_point
    return read_ends(text, separator, read_end, throughout=throughout, lunar=lunar, adjoining=adjoining, either=either)
