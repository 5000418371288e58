"""What stands around a date and adds no day, as a weekday or "one day in"; and stretches that have a name of theirs."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta

from desktop.domain.date_ends import read_ends
from desktop.domain.date_points import Read, read_point
from desktop.domain.dates import Point, Span, point, span

_WEEKDAY = re.compile(r"(?<![前后後])[,、]?\(?(?:星期|周|週|礼拜|禮拜)([一二三四五六日天])\)?$")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = f"({'|'.join(_WEEKDAYS)})"
_NOT_THAT_DAY = r"(?:until|till|to|through|before|after|since|or|and)\b|[-–—~]"
_WEEKDAY_ENGLISH = re.compile(rf"^(?:on )?{_DAY},? (?!{_NOT_THAT_DAY})(?=.*\d)|,? ?\(?{_DAY}\)?$")
_SOME_DAY = re.compile(r"(?<=[年月])(?:的一|的?某一?)[天日]$|^(?:on )?(?:one|some) day in (?=.*\d)")
_DECADE = re.compile(
    r"(?:(?:the )?(?P<part>early|mid|middle of|late|beginning of|start of|end of)[ -]?)?(?:the )?(?P<decade>\d{3})0s"
    r"|(?:(?P<decade_zh>\d{3})|(?P<century>(?:20|二十|上个?|21|二十一)世[纪紀])的?(?P<tens>[\d一二三四五六七八九]))"
    r"[0十]年代的?(?P<part_zh>初期?|早期|中期?|末期?|后期|後期|晚期)?"
)
_OF_A_DECADE = {"early": (0, 3), "beginning of": (0, 3), "start of": (0, 3), "初": (0, 3), "早": (0, 3)}
_OF_A_DECADE |= {"mid": (3, 6), "middle of": (3, 6), "中": (3, 6)}
_OF_A_DECADE |= dict.fromkeys(("late", "end of", "末", "后", "後", "晚"), (6, 9))
"""The years a third of a decade touches."""
_QUARTER = re.compile(r"(\d{4})年?(?:第([1-4一二三四])季度?|q([1-4])季?度?)")
_FRACTION = re.compile(
    r"(?:(?:in|during) )?(?:the )?(?P<nth>first|second|third|fourth|last|1st|2nd|3rd|4th) (?P<unit>half|quarter) of "
    r"(?P<of>.+)|(?P<letter>[hq])(?P<figure>[1-4]),? (?:of )?(?P<year>\d{4})"
    r"|(?P<year_first>\d{4}),? (?P<letter_last>[hq])(?P<figure_last>[1-4])"
)
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_WINTER = re.compile(r"(?:(?:in )?(?:the )?winter (?:of )?)?(\d{4})年?[-–—/](\d{4}|\d\d)年?(?:冬[天季]?| winter)?")
_WEEK = re.compile(
    r"(?:(?:in|during) )?(?:the )?week (?P<how>of|from|beginning|starting|commencing|ending)(?: on)? (?P<day>.+)"
    r"|(?P<day_zh>.+?日)(?:所在)?的?(?:那一?|当|當|这一?|這一?|该|該)(?:周|週|星期)"
)
_WEEKEND = re.compile(r"(?:(?:on|over|at) )?(?:the )?weekend of (?P<days>.+)|(?P<days_zh>.+?日)的?(?:那个?|当|當)?周末")
_TO = re.compile(r"\s*(?:至|到|[-–—~]|\b(?:to|and)\b|/)\s*")
_ONE, _SIX = timedelta(1), timedelta(6)
_SATURDAY = 5
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


def named_stretch(text: str) -> Read:
    """Some day of a decade, a week or a quarter of a year, or a winter of two years, where nothing else was said."""
    if matched := _DECADE.fullmatch(text):
        return _decade(matched)
    if matched := _WEEK.fullmatch(text):
        return _week(read_point(matched["day"] or matched["day_zh"]), matched["how"] or "")
    if matched := _WEEKEND.fullmatch(text):
        return _weekend(matched["days"] or matched["days_zh"])
    if matched := _QUARTER.fullmatch(text):
        year, last = int(matched[1]), ("1234一二三四".index(matched[2] or matched[3]) % 4 + 1) * 3
        return span(point(year, last - 2), point(year, last), throughout=False)
    if matched := _FRACTION.fullmatch(text):
        return _fraction(matched)
    matched = _WINTER.fullmatch(text) if _WINTERLY.search(text) else None
    return point(int(matched[1]), _WINTER_OF) if matched and _next_to(matched[1], matched[2]) else None


def _fraction(matched: re.Match[str]) -> Read:
    """Some day of a half or a quarter of a year, or of half a month."""
    half = matched["unit"] == "half" or "h" in (matched["letter"], matched["letter_last"])
    parts = 2 if half else 4
    nth = int(matched["figure"] or matched["figure_last"] or _NTH.get(matched["nth"] or "", parts))
    whole = read_point(matched["of"] or matched["year"] or matched["year_first"])
    if not isinstance(whole, Point) or whole.about or whole.season or whole.day or nth > parts:
        return whole if isinstance(whole, str) else None
    if not whole.month:
        months = 12 // parts
        ends = Point(whole.year, months * (nth - 1) + 1), Point(whole.year, months * nth)
        return span(*ends, throughout=False)
    days = (1, 15) if nth == 1 else (16, whole.last.day)
    return span(*(Point(whole.year, whole.month, day) for day in days), throughout=False) if half else None


def _next_to(year: str, other: str) -> bool:
    return str(int(year) + 1).zfill(4)[-len(other) :] == other


def _decade(matched: re.Match[str]) -> Read:
    """Some day of a decade or of a third of it. The 1900s may be a decade or a century."""
    decade = matched["decade"] or matched["decade_zh"]
    if decade is None:
        tens = matched["tens"]
        named = "一二三四五六七八九".find(tens) + 1 or int(tens)
        decade = ("20" if "1" in matched["century"] or "一" in matched["century"] else "19") + str(named)
    elif decade.endswith("0") and decade != "200":
        return "ambiguous"
    said = matched["part"] or (matched["part_zh"] or "").removesuffix("期")
    first, last = _OF_A_DECADE.get(said, (0, 9))
    return span(point(int(f"{decade}{first}")), point(int(f"{decade}{last}")), throughout=False)


def _week(day: Read, how: str) -> Read:
    """Some day of a week. In English it may begin on Sunday, Monday or the day named: only a Monday tells."""
    if not isinstance(day, Point):
        return day if isinstance(day, str) else None
    if not day.day or day.about or not 1 < day.year < MAXYEAR:
        return None
    first = day.first - timedelta(day.first.weekday())
    if how == "ending":
        first = day.first - _SIX
    elif how not in {"", "of"}:
        first = day.first
    elif how and first != day.first:
        return "ambiguous"
    return _days(first, first + _SIX)


def _weekend(told: str) -> Read:
    """A Saturday and its Sunday, by both or by one of them; another day may lie before or after its weekend."""
    both = read_ends(told, _TO, read_point, throughout=False, lunar=False, adjoining=True)
    if not isinstance(both, Span) or both.start is None:
        return both or _weekend_of(read_point(told))
    weekend = _weekend_of(both.start)
    return both if both == weekend else "impossible"


def _weekend_of(day: Read) -> Read:
    if not isinstance(day, Point):
        return day if isinstance(day, str) else None
    if not day.day or day.about or not 1 < day.year < MAXYEAR:
        return None
    if day.first.weekday() < _SATURDAY:
        return "ambiguous"
    saturday = day.first - timedelta(day.first.weekday() - _SATURDAY)
    return _days(saturday, saturday + _ONE)


def _days(first: date, last: date) -> Read:
    ends = (Point(day.year, day.month, day.day) for day in (first, last))
    return span(*ends, throughout=False)
