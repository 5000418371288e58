"""What stands around a date and adds no day, as a weekday or "one day in"; and stretches that have a name of theirs."""

from __future__ import annotations

import re

from desktop.domain.date_points import Read
from desktop.domain.dates import Edtf, Point, Span, point, span

_WEEKDAY = re.compile(r"(?<![前后後])[,、]?\(?(?:星期|周|週|礼拜|禮拜)([一二三四五六日天])\)?$")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = f"({'|'.join(_WEEKDAYS)})"
_NOT_THAT_DAY = r"(?:until|till|to|through|before|after|since|or|and)\b|[-–—~]"
_WEEKDAY_ENGLISH = re.compile(rf"^(?:on )?{_DAY},? (?!{_NOT_THAT_DAY})(?=.*\d)|,? ?\(?{_DAY}\)?$")
_SOME_DAY = re.compile(r"(?<=[年月])(?:的一|的?某一?)[天日]$|^(?:on )?(?:one|some) day in (?=.*\d)")
_DECADE = re.compile(r"(?:the )?(\d{3})0s|(?:20世纪|20世紀|上世纪|上世紀)(\d)0年代")
_QUARTER = re.compile(r"(\d{4})年?(?:第([1-4一二三四])季度?|q([1-4])季?度?)")
_WINTER = re.compile(r"(?:(?:in )?(?:the )?winter (?:of )?)?(\d{4})年?[-–—/](\d{4})年?(?:冬[天季]?| winter)?")
_WINTER_OF = 24  # of EDTF: it begins in that year
_WINTERLY = re.compile(r"winter|冬")


def without_idle_words(plain: str) -> str:
    """The words without a weekday, which the day has anyway, and without what says that the day is not known."""
    for words in (_WEEKDAY, _WEEKDAY_ENGLISH, _SOME_DAY):
        plain = words.sub("", plain, count=1).strip()
    return plain


def weighed(plain: str, said: Read) -> Read:
    """What was read, unless the words left out say otherwise: another weekday, or one day where every day was read."""
    if isinstance(said, Span) and said.throughout and _SOME_DAY.search(plain):
        return None
    if isinstance(said, Point) and said.day and not said.about:
        told = _weekday(plain)
        return said if told in (None, said.first.weekday()) else "impossible"
    return said


def _weekday(plain: str) -> int | None:
    if matched := _WEEKDAY.search(plain):
        return "一二三四五六日".index(matched[1].replace("天", "日"))
    matched = _WEEKDAY_ENGLISH.search(plain)
    return _WEEKDAYS.index(matched[1] or matched[2]) if matched else None


def named_stretch(text: str) -> Edtf | None:
    """Some day of a decade or of a quarter of a year, or a winter told by two years, where nothing else was said."""
    if matched := _DECADE.fullmatch(text):
        first = int(f"{matched[1] or '19' + matched[2]}0")
        return span(point(first), point(first + 9), throughout=False)
    if matched := _QUARTER.fullmatch(text):
        year, last = int(matched[1]), ("1234一二三四".index(matched[2] or matched[3]) % 4 + 1) * 3
        return span(point(year, last - 2), point(year, last), throughout=False)
    if _WINTERLY.search(text) and (matched := _WINTER.fullmatch(text)) and int(matched[2]) == int(matched[1]) + 1:
        return point(int(matched[1]), _WINTER_OF)
    return None
