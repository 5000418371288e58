"""Days of the lunar calendar become the days they were; what is not sure keeps its words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunar_python import Solar

from desktop.domain.date_show import show
from desktop.domain.date_words import parse_words
from desktop.domain.dates import LUNAR

_DAYS = ["初一 初二 初三 初四 初五 初六 初七 初八 初九 初十", "十一 十二 十三 十四 十五 十六 十七 十八 十九 二十"]
_DAYS += ["廿一 廿二 廿三 廿四 廿五 廿六 廿七 廿八 廿九 三十"]
_MONTHS = ["正月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "冬月", "腊月"]


def test_r_dat_04_a_lunar_date_is_converted_and_its_words_are_kept() -> None:
    said = parse_words("农历2023年闰二月初一").to_json()
    assert said == {"edtf": "2023-03-22", "words": "农历2023年闰二月初一", "calendar": LUNAR}


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("农历二〇二三年闰二月初一", "2023-03-22"),
        ("阴历2023年二月初一", "2023-02-20"),
        ("旧历 2023年 八月 十五", "2023-09-29"),
        ("2022年臘月廿三", "2023-01-14"),
        ("约2023年正月初七", "2023-01-28~"),
        ("2023年正月初一至初五", "2023-01-22/2023-01-26"),
        ("农历2023年八月1日至8月15日", "2023-09-15/2023-09-29"),
        ("自2023年正月初一起", "2023-01-22/.."),
        ("lunar 2023-08-15", "2023-09-29"),
        ("the 15th of the 8th lunar month of 2023", "2023-09-29"),
    ],
)
def test_days_of_the_lunar_calendar_are_found(words: str, edtf: str) -> None:
    assert parse_words(words).edtf == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("农历2023年闰二月", "[2023-03-22..2023-04-19]"),
        ("农历2023年八月下旬", "[2023-10-05..2023-10-14]"),
        ("农历2023年", "[2023-01-22..2024-02-09]"),
    ],
)
def test_a_lunar_month_alone_is_some_day_of_that_month(words: str, edtf: str) -> None:
    assert parse_words(words).edtf == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2023年春节", "2023-01-22"),
        ("2023年春节前", "[..2023-01-21]"),
        ("before the Spring Festival of 2023", "[..2023-01-21]"),
        ("lunar new year 2024", "2024-02-10"),
        ("2023年端午节", "2023-06-22"),
        ("2023年中秋", "2023-09-29"),
        ("2023年清明", "2023-04-05"),
        ("2023年冬至", "2023-12-22"),
        ("农历2023年除夕", "2024-02-09"),
    ],
)
def test_festivals_are_days(words: str, edtf: str) -> None:
    assert parse_words(words).edtf == edtf


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("农历2022年闰二月初一", "impossible"),
        ("农历2023年闰二月三十", "impossible"),
        ("农历2023年十三月初一", "impossible"),
        ("2023年除夕", "ambiguous"),
        ("腊月廿三", "no_year"),
        ("农历癸卯年正月初一", "no_year"),
        ("2023年春节期间", "lunar"),
        ("2023年1月1日至除夕", "lunar"),
    ],
)
def test_what_is_not_sure_keeps_its_words_and_says_why(words: str, flag: str) -> None:
    said = parse_words(words)
    assert (said.to_json(), said.flag) == ({"words": words, "calendar": LUNAR}, flag)


@given(st.dates(date(1900, 2, 1), date(2099, 12, 31)))
def test_every_day_is_found_by_its_lunar_name(day: date) -> None:
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    month = _MONTHS[abs(lunar.getMonth()) - 1].replace("正", "一" if lunar.getMonth() < 0 else "正")
    leap = "闰" if lunar.getMonth() < 0 else ""
    name = " ".join(_DAYS).split()[lunar.getDay() - 1]
    assert parse_words(f"农历{lunar.getYear()}年{leap}{month}{name}").edtf == day.isoformat()


@pytest.mark.parametrize(
    ("lang", "shown"),
    [("en", "22 March 2023 (lunar: 农历2023年闰二月初一)"), ("zh_Hans", "2023年3月22日（农历2023年闰二月初一）")],
)
def test_a_lunar_date_is_shown_as_both(lang: str, shown: str) -> None:
    assert show(parse_words("农历2023年闰二月初一").to_json(), lang) == shown
