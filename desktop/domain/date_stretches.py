"""What stands around a date and adds no day, as a weekday or "one day in"; and stretches that have a name of theirs."""

from __future__ import annotations

import re

from desktop.domain.dates import Span, point, span

_WEEKDAY = re.compile(r"\(?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]\)?$")
_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_WEEKDAY_ENGLISH = re.compile(rf"^(?:on )?{_DAY},? (?=.*\d)|,? ?\(?{_DAY}\)?$")
_SOME_DAY = re.compile(r"(?<=[年月])(?:的一|的?某一?)[天日]$|^(?:on )?(?:one|some) day in (?=.*\d)")
_DECADE = re.compile(r"(?:the )?(\d{3})0s|(?:20世纪|20世紀|上世纪|上世紀)(\d)0年代")
_QUARTER = re.compile(r"(\d{4})年?(?:第|q)([1-4一二三四])(?:季度|季)?")


def without_idle_words(plain: str) -> str:
    """The words without a weekday, which the day has anyway, and without what says that the day is not known."""
    for words in (_WEEKDAY, _WEEKDAY_ENGLISH, _SOME_DAY):
        plain = words.sub("", plain, count=1).strip()
    return plain


def named_stretch(text: str) -> Span | None:
    """Some day of a decade or of a quarter of a year, where that is all that was said."""
    if matched := _DECADE.fullmatch(text):
        first = int(f"{matched[1] or '19' + matched[2]}0")
        return span(point(first), point(first + 9), throughout=False)
    if matched := _QUARTER.fullmatch(text):
        year, last = int(matched[1]), ("1234一二三四".index(matched[2]) % 4 + 1) * 3
        return span(point(year, last - 2), point(year, last), throughout=False)
    return None
