"""The same date written in the same way: half-width, in digits, in years of our era, with its months spelled out."""

from __future__ import annotations

import re
import unicodedata

from desktop.domain.numerals import under_a_thousand, with_digits

_HAN = re.compile(r"[\u3400-\u9fff]")
_CLOSE = re.compile(r"(?<=[\u3400-\u9fff])[。.]$|(?<=\d)[。.]$")
_OUR_CALENDAR = re.compile(
    r"(?:^|(?<=年))(?:公[历曆]|[阳陽][历曆]|新[历曆]|西[历曆]|国[历曆]|國[历曆])(?:的|[::])?(?=[\d一二三四五六七八九十〇○零民約约大])"
)
_MINGUO = re.compile(
    r"(?:中[华華])?民[国國](?:(元|\d{1,3}|[〇○零一二三四五六七八九十百]{1,5})(?=年)|(\d{1,3})(?=[-/.]\d))"
    r"|\b(?:minguo|roc)(?: year)? (\d{1,3})$"
)
_FIRST_YEAR = 1912
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[t ]\d\d:\d\d(?::\d\d)?")
"""A day with its clock time, as machines write it; of another time zone it may be another day, and stays."""
_NUMBER = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})"
_ONE_MONTH_OF_TWO = re.compile(rf"(?:(?<=年)|^)({_NUMBER})(?=(?:[-–—~至到或和与與]|或者){_NUMBER}月)")
_MONTHS_OF_A_LIST = re.compile(rf"(?:(?<=年)|^)({_NUMBER})月?[、,]({_NUMBER}月)(?:间|間|之间|之間)?$")
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec"
)
_MONTH_FIRST = re.compile(
    rf"((?:\w+ )*?)({_MONTHS})\.? (\d{{1,2}})(?:st|nd|rd|th)?( ?[-–—~] ?| (?:to|and|or|through|until|till) )"
    r"(\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?"
)


def plain(text: str) -> str:
    """Half-width, lower case, without spaces where it is Chinese, and without a full stop."""
    same = unicodedata.normalize("NFKC", text).strip().lower()
    return _CLOSE.sub("", re.sub(r"\s+", "" if _HAN.search(same) else " ", same))


def in_our_calendar(words: str) -> str:
    """Without what says that it is of our calendar, as 公历, 阳历."""
    return _OUR_CALENDAR.sub("", words, count=1)


def in_digits(words: str) -> str:
    """In digits, with the year of our era and both months of two, and the days before an English month."""
    words = _MONTHS_OF_A_LIST.sub(r"\1月、\2", _ONE_MONTH_OF_TWO.sub(r"\1月", _MINGUO.sub(_of_our_era, words)))
    words = _STAMP.sub(r"\1", with_digits(words)) if _STAMP.fullmatch(words) else with_digits(words)
    if matched := _MONTH_FIRST.fullmatch(words):
        before, month, first, between, last, year = matched.groups()
        words = f"{before}{first}{between}{last} {month}" + (f" {year}" if year else "")
    return words


def _of_our_era(matched: re.Match[str]) -> str:
    said = matched[1] or matched[2] or matched[3]
    year = 1 if said == "元" else int(said) if said.isdecimal() else under_a_thousand(said)
    return f"{_FIRST_YEAR - 1 + year}" if year else matched[0]
