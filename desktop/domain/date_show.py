"""Dates in words, in either language; `date_words.parse_words` reads them back."""

from __future__ import annotations

import re
from collections.abc import Mapping

from desktop.domain.dates import LUNAR, Point, parse_edtf
from desktop.domain.values import Json

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")
_OURS = re.compile(
    r"(?:(?:between|from|since|until|on or after|on or before|and|or|to|about|\d{1,2}|\d{4}|"
    rf"{'|'.join(_MONTHS)})(?: |$))+"
)
_SEASONS_EN = ("spring", "summer", "autumn", "winter")
_SEASONS_ZH = "春夏秋冬"


def show(value: Mapping[str, Json], lang: str) -> str:
    """A date of a record in words: what was understood, or as it was said where nothing was.

    What a day of the lunar calendar was called there stands beside it.
    """
    edtf, words = value.get("edtf"), value.get("words")
    said = words if isinstance(words, str) else ""
    if not (isinstance(edtf, str) and edtf):
        return said
    understood = show_edtf(edtf, lang)
    if value.get("calendar") != LUNAR:
        return understood
    if lang.startswith("zh"):
        named = said.startswith(("农历", "農曆", "阴历", "陰曆", "旧历", "舊曆"))
        return f"{understood}（{said if named else '农历：' + said}）" if said else f"{understood}（农历日期）"
    return f"{understood} (lunar: {said})" if said else f"{understood} (of the lunar calendar)"


def show_edtf(edtf: str, lang: str) -> str:
    """An EDTF string in words; one that is not in our part of EDTF stays as it is."""
    said = parse_edtf(edtf)
    if said is None:
        return edtf
    chinese = lang.startswith("zh")
    if isinstance(said, Point):
        return _point(said, chinese=chinese)
    start, end = (_point(point, chinese=chinese) if point else "" for point in (said.start, said.end))
    if said.start and said.end:
        start, end = _shortened(said.start, said.end, start, end, chinese=chinese)
    if said.apart:
        return f"{start}或{end}" if chinese else f"{start} or {end}"
    return _SPANS[chinese, said.throughout](start, end)


def briefly(words: str) -> str:
    """A date for a narrow column, its English months by three letters; what somebody said stays whole."""
    return _MONTH.sub(lambda month: month[0][:3], words) if _OURS.fullmatch(words) else words


def _shortened(first: Point, last: Point, start: str, end: str, *, chinese: bool) -> tuple[str, str]:
    """What two ends share is said once: 1 and 10 September 2015, 2015年9月1日至10日."""
    if first.year != last.year or first.about or last.about or first.season or last.season or not last.month:
        return start, end
    whole_days = bool(first.day and last.day)
    if not first.month or bool(first.day) != bool(last.day) or first == last:
        return start, end
    same_month = whole_days and first.month == last.month
    if chinese:
        shared = f"{last.year:04}年" + (f"{last.month}月" if same_month else "")
        return start, end.removeprefix(shared)
    shared = (f" {_MONTHS[last.month - 1]}" if same_month else "") + f" {last.year:04}"
    return start.removesuffix(shared), end


def _on_some_day_en(start: str, end: str) -> str:
    if start and end:
        return f"between {start} and {end}"
    return f"on or after {start}" if start else f"on or before {end}"


def _throughout_en(start: str, end: str) -> str:
    if start and end:
        return f"from {start} to {end}"
    return f"since {start}" if start else f"until {end}"


def _on_some_day_zh(start: str, end: str) -> str:
    if start and end:
        return f"{start}至{end}之间某天"
    return f"{start}或之后" if start else f"{end}或之前"


def _throughout_zh(start: str, end: str) -> str:
    if start and end:
        return f"{start}至{end}"
    return f"自{start}起" if start else f"至{end}"


_SPANS = {
    (False, False): _on_some_day_en,
    (False, True): _throughout_en,
    (True, False): _on_some_day_zh,
    (True, True): _throughout_zh,
}


def _point(point: Point, *, chinese: bool) -> str:
    return _point_zh(point) if chinese else _point_en(point)


def _point_en(point: Point) -> str:
    about = "about " if point.about else ""
    year = f"{point.year:04}"
    if point.season:
        return f"{about}{_SEASONS_EN[point.month - 21]} {year}"
    month = f"{_MONTHS[point.month - 1]} " if point.month else ""
    day = f"{point.day} " if point.day else ""
    return f"{about}{day}{month}{year}"


def _point_zh(point: Point) -> str:
    about = "约" if point.about else ""
    year = f"{point.year:04}年"
    if point.season:
        return f"{about}{year}{_SEASONS_ZH[point.month - 21]}季"
    month = f"{point.month}月" if point.month else ""
    day = f"{point.day}日" if point.day else ""
    return f"{about}{year}{month}{day}"
