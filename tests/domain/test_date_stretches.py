"""Stretches of days that have a name: decades, winters, weeks and weekends."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.date_words import parse_words


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("the early 1990s", "[1990..1993]"),
        ("mid-1990s", "[1993..1996]"),
        ("the late 1980s", "[1986..1989]"),
        ("上世纪90年代初", "[1990..1993]"),
        ("二十世纪九十年代末", "[1996..1999]"),
        ("1990年代中期", "[1993..1996]"),
        ("1990年代", "[1990..1999]"),
        ("21世纪10年代", "[2010..2019]"),
        ("2000s", "[2000..2009]"),
        ("the first half of 2021", "[2021-01..2021-06]"),
        ("H2 2021", "[2021-07..2021-12]"),
        ("the second half of February 2021", "[2021-02-16..2021-02-28]"),
        ("Q3 2021", "[2021-07..2021-09]"),
        ("the last quarter of 2021", "[2021-10..2021-12]"),
        ("spring or summer 2021", "[2021-21..2021-22]"),
        ("2021年春或夏", "[2021-21..2021-22]"),
        ("winter 2021/22", "2021-24"),
        ("2021-22年冬", "2021-24"),
        ("winter 1999-2000", "1999-24"),
        ("the week of 6 July 2020", "[2020-07-06..2020-07-12]"),
        ("the week of July 6, 2020", "[2020-07-06..2020-07-12]"),
        ("the week beginning 7 July 2020", "[2020-07-07..2020-07-13]"),
        ("the week ending 12 July 2020", "[2020-07-06..2020-07-12]"),
        ("2020年7月7日那一周", "[2020-07-06..2020-07-12]"),
        ("the weekend of 11 July 2020", "[2020-07-11..2020-07-12]"),
        ("the weekend of 11-12 July 2020", "[2020-07-11..2020-07-12]"),
        ("2020年7月12日那个周末", "[2020-07-11..2020-07-12]"),
    ],
)
def test_a_named_stretch_is_some_day_in_it(words: str, edtf: str) -> None:
    assert parse_words(words).edtf == edtf


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("90年代初", "short_year"),
        ("九十年代", "short_year"),
        ("the 90s", "short_year"),
        ("the 1900s", "ambiguous"),
        ("1900年代", "ambiguous"),
        ("winter 2021-23", "ambiguous"),
        ("the week of 7 July 2020", "ambiguous"),
        ("the week of 6 July", "no_year"),
        ("the week of July 2020", "malformed"),
        ("winter or spring 2021", "malformed"),
        ("H3 2021", "malformed"),
        ("the first half of 5 May 2021", "malformed"),
        ("spring", "no_year"),
        ("the weekend of 10 July 2020", "ambiguous"),
        ("the weekend of 12-13 July 2020", "impossible"),
        ("2020年7月至8月的周末", "malformed"),
    ],
)
def test_a_stretch_that_is_not_sure_keeps_its_words(words: str, flag: str) -> None:
    said = parse_words(words)
    assert (said.words, said.edtf, said.flag) == (words, None, flag)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_the_week_of_a_day_is_the_seven_days_from_its_monday(day: date) -> None:
    monday = day - timedelta(day.weekday())
    said = parse_words(f"{day.year}年{day.month}月{day.day}日那一周").edtf
    assert said == f"[{monday.isoformat()}..{(monday + timedelta(6)).isoformat()}]"
