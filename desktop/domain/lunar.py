"""Days of the Chinese calendar, and festivals reckoned by it, read into the days they were.

A year named with a lunar month is the lunar year: the twelfth month of 2022 lies in January 2023. Of New Year's Eve
that is sure only where the year itself is called lunar; other years name two of them, and neither is chosen.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Protocol, cast

from desktop.domain.date_points import CLOCK, Read
from desktop.domain.dates import Point, Span

_FIRST_YEAR, _LAST_YEAR = 1645, 2199  # since 1645 months are reckoned as they are today; later ones are guesses
_MARK = "农历|農曆|阴历|陰曆|旧历|舊曆|夏历|夏曆|lunar(?: calendar)?"
_TEN = "一二三四五六七八九十"
_DAYS = {f"初{numeral}": day for day, numeral in enumerate(_TEN, start=1)}
_DAYS |= {f"十{numeral}": day for day, numeral in enumerate(_TEN[:9], start=11)}
_DAYS |= {"二十": 20, "三十": 30} | {f"二十{numeral}": day for day, numeral in enumerate(_TEN[:9], start=21)}
_MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
_PARTS = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "下旬": (21, 30), "底": (21, 30), "末": (21, 30)}
_FESTIVALS = {
    r"春[节節]|大年初一|(?:农历|農曆|lunar |chinese )(?:新年|new year)|spring festival": (1, 1),
    r"元宵[节節]?|上元[节節]|lantern festival": (1, 15),
    r"端午[节節]?|dragon boat festival": (5, 5),
    r"七夕[节節]?": (7, 7),
    r"中元[节節]": (7, 15),
    r"中秋[节節]?|mid-autumn festival|mid-autumn": (8, 15),
    r"重[阳陽][节節]?|double ninth festival": (9, 9),
}
_TERMS = {r"清明[节節]?|qingming(?: festival)?|tomb[- ]sweeping day": "清明", r"冬至|winter solstice": "冬至"}
_EVE = "除夕|大年夜|大年三十|年三十|(?:lunar |chinese )?new year's eve"
_FEAST = "|".join([*_FESTIVALS, *_TERMS, _EVE])

_SIGNS = re.compile(rf"{_MARK}|正月|[腊臘]月|冬月|[闰閏].{{1,3}}月|初[{_TEN}\d]|廿|{_FEAST}")
_MARKED = re.compile(rf"(?:{_MARK}) ?(?!新年|new year)(.+)|(\d{{4}}年)(?:{_MARK})(?!新年)(.+)")
_NUMERALS = "|".join(sorted(_DAYS, key=len, reverse=True))
_CHINESE = re.compile(
    r"(?:(?P<year>\d{4})年|(?P<cycle>[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥])年)?"
    rf"(?:(?P<leap>[闰閏])?(?P<month>正|冬|[腊臘]|\d{{1,2}})月)?(?:(?P<day>{_NUMERALS}|初?\d{{1,2}})[日号號]?{CLOCK})?"
    r"(?P<part>上旬|中旬|下旬|[初底末中])?"
)
_NUMERIC = re.compile(
    r"(?P<year>\d{4})[-/. ](?P<leap>leap |[闰閏])?(?P<month>\d{1,2})(?:[-/. ](?P<day>\d{1,2}))?(?P<cycle>)(?P<part>)"
)
_ENGLISH = re.compile(
    r"(?:the )?(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: day)? of (?:the )?)?(?P<leap>leap )?(?P<month>\d{1,2})"
    r"(?:st|nd|rd|th)? lunar month(?:,? ?(?:of )?(?P<year>\d{4}))?(?P<cycle>)(?P<part>)"
)
_FEAST_DAY = re.compile(
    rf"(?:the )?(?:(?P<before>\d{{4}})(?:年|'s)? ?)?(?P<feast>{_FEAST})[日号號天]?(?:,? ?(?:of )?(?P<after>\d{{4}}))?"
)


def speaks_lunar(plain: str) -> bool:
    """Whether words are of the lunar calendar, or name a feast of it."""
    return bool(_SIGNS.search(plain))


def without_mark(plain: str) -> str:
    """The words without what says at their beginning that they are of this calendar."""
    return re.sub(rf"^(?:{_MARK}) ?", "", plain)


def lunar_year(year: int) -> tuple[date, date]:
    """The first and the last day of a lunar year; of one nobody reckons, those of the calendar's own."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return date(min(max(year, 1), 9999), 1, 1), date(min(max(year, 1), 9999), 12, 31)
    return _point(year, 1, 1).first, _eve(year).first


def year_of(day: date) -> int:
    """The lunar year a day lies in."""
    return day.year if day >= lunar_year(day.year)[0] else day.year - 1


class LunarReader:
    """Reads the points of one date. plain: all of its words, which may say once for both ends which calendar it is."""

    def __init__(self, plain: str) -> None:
        self._marked = bool(re.match(rf"(?:自|从|從|约|約|大约|大約|在)?(?:{_MARK})|\d{{4}}年(?:{_MARK})", plain))

    def __call__(self, text: str, like: Point | None = None) -> Read:
        """What `date_points.read_point` is for days of this calendar."""
        if feast := _FEAST_DAY.fullmatch(text):
            return _feast(feast, year_is_lunar=False)
        marked = _MARKED.fullmatch(text)
        bare = "".join(part for part in marked.groups() if part) if marked else text
        if marked and (feast := _FEAST_DAY.fullmatch(bare)):
            return _feast(feast, year_is_lunar=bool(marked[1]))
        for pattern in (_NUMERIC, _CHINESE, _ENGLISH):
            if found := pattern.fullmatch(bare):
                if not (marked or self._marked or _SIGNS.search(text) or found["day"] in _DAYS):
                    return "lunar"  # this end may be of the other calendar
                return _from_groups(found.groupdict(), like)
        return None


def _from_groups(found: dict[str, str | None], like: Point | None) -> Read:
    year, month, day = found["year"], found["month"], found["day"]
    if not (year or month or day):
        return None
    known = _lunar_of(like) if like and like.day else None
    if found["cycle"] or not (year or known):
        return "no_year"
    in_year = int(year) if year else known[0] if known else 0
    if not _FIRST_YEAR <= in_year <= _LAST_YEAR:
        return "lunar"
    if month is None and (year or not day):
        return _whole_year(in_year) if not day and not found["part"] else None
    in_month = known[1] if known else 0
    if month:
        in_month = (_MONTHS.get(month) or int(month)) * (-1 if found["leap"] else 1)
    on = _DAYS.get(day) or int(day.removeprefix("初")) if day else None
    if on is not None:
        return _day(in_year, in_month, on) if not found["part"] else None
    return _part(in_year, in_month, found["part"] or "")


def _feast(found: re.Match[str], *, year_is_lunar: bool) -> Read:
    year = found["before"] or found["after"]
    if not year:
        return "no_year"
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return "lunar"
    name = found["feast"]
    if re.fullmatch(_EVE, name):
        return _eve(int(year)) if year_is_lunar else "ambiguous"
    for words, term in _TERMS.items():
        if re.fullmatch(words, name):
            return _solar_term(int(year), term)
    return next(_day(int(year), *day) for words, day in _FESTIVALS.items() if re.fullmatch(words, name))


def _day(year: int, month: int, day: int) -> Read:
    """``month``: below zero for a leap month."""
    days = _days_in(year, month)
    return _point(year, month, day) if days and 1 <= day <= days else "impossible"


def _part(year: int, month: int, part: str) -> Read:
    days = _days_in(year, month)
    if not days:
        return "impossible"
    first, last = _PARTS.get(part, (1, 30))
    return Span(_point(year, month, first), _point(year, month, min(last, days)), throughout=False)


def _whole_year(year: int) -> Span:
    return Span(_point(year, 1, 1), _eve(year), throughout=False)


def _eve(year: int) -> Point:
    """The last day of a lunar year is the one before the next begins."""
    first = _point(year + 1, 1, 1).first
    return _as_point(date.fromordinal(first.toordinal() - 1))


def _as_point(day: date) -> Point:
    return Point(day.year, day.month, day.day)


# ------------------------------------------------------------------ the library, loaded when a lunar date first comes


class _Solar(Protocol):
    def getYear(self) -> int: ...
    def getMonth(self) -> int: ...
    def getDay(self) -> int: ...


def _to_point(solar: _Solar) -> Point:
    return Point(solar.getYear(), solar.getMonth(), solar.getDay())


def _point(year: int, month: int, day: int) -> Point:
    from lunar_python import Lunar

    return _to_point(cast(_Solar, Lunar.fromYmd(year, month, day).getSolar()))


def _days_in(year: int, month: int) -> int:
    """How many days a month has; 0 where the year has no such month."""
    from lunar_python import LunarYear

    found = LunarYear.fromYear(year).getMonth(month) if 1 <= abs(month) <= 12 else None
    return int(found.getDayCount()) if found is not None else 0


def _solar_term(year: int, name: str) -> Point:
    from lunar_python import Lunar

    # The table around the middle of a year runs from one winter solstice to the next.
    table = Lunar.fromYmd(year, 6, 1).getJieQiTable()
    found = _to_point(cast(_Solar, table[name]))
    return found if found.year == year else _to_point(cast(_Solar, table["DONG_ZHI"]))


def _lunar_of(point: Point) -> tuple[int, int]:
    """The lunar year and month a day lies in."""
    from lunar_python import Solar

    lunar = Solar.fromYmd(point.year, point.month, point.day).getLunar()
    return int(lunar.getYear()), int(lunar.getMonth())
