"""Dates as people write them, read into EDTF; what can't be read keeps its words and says why.

Conventions of ours where words leave room: the beginning and the end of a month are its first and last third (初, 底 as
上旬, 下旬), of a year its first and last quarter; "before" and "after" include the day named. Words that may mean a
part or the whole (月中, 年中) mean the whole.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from desktop.domain.date_points import Read, read_point
from desktop.domain.dates import GREGORIAN, LUNAR, DateValue, Point, Span, parse_edtf, span
from desktop.domain.numerals import with_digits

LONGEST = 100
"""Characters a date may be written in; what is longer is no date, and is not searched for one."""

_LUNAR = re.compile(
    r"农历|農曆|阴历|陰曆|旧历|舊曆|夏历|夏曆|正月|腊月|臘月|冬月|[闰閏].{1,3}月|初[一二三四五六七八九十\d]|廿|除夕"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_ABOUT = re.compile(
    r"(?:大约|大約|大概|约|約|about|around|approximately|circa|ca?\.)\s*(.+)|(.+?)\s*(?:左右|前后|前後|上下)"
)
_TO = re.compile(r"\s*(?:至|到|—+|–|-+|~|\bto\b)\s*")
_AND = re.compile(r"\s*(?:至|到|—+|–|-+|~|与|與|和|\band\b)\s*")
_BETWEEN = re.compile(r"between\s+(.+)|在?(.+?)(?:之间|之間|间|間)(?:的?某天|的?某日|的?一天)?")
_FROM = re.compile(r"(?:from\s+|自|从|從)?(.+)")


@dataclass(frozen=True, slots=True)
class _OpenEnded:
    """Words that name one end and leave the other open."""

    words: re.Pattern[str]
    names_start: bool
    throughout: bool


_OPEN_ENDED = (
    _OpenEnded(
        re.compile(r"(?:on or before|before|by)\s+(.+)|(.+?)(?:或之前|或以前|之前|以前|前)"),
        names_start=False,
        throughout=False,
    ),
    _OpenEnded(
        re.compile(r"(?:on or after|after)\s+(.+)|(.+?)(?:或之后|或以后|之后|以后|之後|以後|后|後)"),
        names_start=True,
        throughout=False,
    ),
    _OpenEnded(
        re.compile(r"since\s+(.+)|(?:自|从|從)?(.+?)(?:起至今|以来|以來|至今|起)"), names_start=True, throughout=True
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
    if _LUNAR.search(plain):
        return DateValue(text, calendar=LUNAR, flag="lunar")
    said = parse_edtf(plain) or _read(with_digits(plain))
    if isinstance(said, str):
        return DateValue(text, flag=said)
    if said is None:
        return DateValue(text, flag="malformed")
    return DateValue(text, str(said), GREGORIAN)


def _plain(text: str) -> str:
    """Half-width, lower case, without spaces where it is Chinese."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    return re.sub(r"\s+", "" if _HAN.search(plain) else " ", plain)


def _read(text: str) -> Read:
    """A date with or without the words that make it a span; the first reading that fits."""
    readings = (_read_about, _read_open_ended, _read_between, _read_throughout)
    return next((said for reading in readings if (said := reading(text)) is not None), None)


def _read_about(text: str, like: Point | None = None) -> Read:
    """A point in time, perhaps an approximate one."""
    matched = _ABOUT.fullmatch(text)
    if not matched:
        return read_point(text, like)
    said = read_point(matched[1] or matched[2], like)
    if isinstance(said, Point):
        return replace(said, about=True)
    if isinstance(said, Span) and said.start and said.end:
        return replace(said, start=replace(said.start, about=True), end=replace(said.end, about=True))
    return said


def _read_open_ended(text: str) -> Read:
    for form in _OPEN_ENDED:
        if matched := form.words.fullmatch(text):
            said = _read_about(matched[1] or matched[2])
            if isinstance(said, Span) and not form.throughout:
                said = said.start if form.names_start else said.end
            if isinstance(said, Point):
                ends = (said, None) if form.names_start else (None, said)
                return span(*ends, throughout=form.throughout)
            if isinstance(said, str):
                return said
    return None


def _read_between(text: str) -> Read:
    matched = _BETWEEN.fullmatch(text)
    return _read_ends(matched[1] or matched[2], _AND, throughout=False) if matched else None


def _read_throughout(text: str) -> Read:
    matched = _FROM.fullmatch(text)
    return _read_ends(matched[1], _TO, throughout=True) if matched else None


def _read_ends(text: str, separator: re.Pattern[str], *, throughout: bool) -> Read:
    """Two ends, of which the second may leave out the year or the month it shares with the first."""
    for between in separator.finditer(text):
        start = _read_about(text[: between.start()])
        if not isinstance(start, Point):
            continue
        end = _read_about(text[between.end() :], like=start)
        if isinstance(end, Point):
            return span(start, end, throughout=throughout) or "impossible"
        if isinstance(end, str):
            return end
    return None
