"""One date written in other digits, calendars and orders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.date_words import parse_words
from desktop.domain.dates import GREGORIAN, LUNAR
from desktop.domain.numerals import under_a_thousand


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("公历2015年7月9日", "2015-07-09"),
        ("阳历：2015年7月9日", "2015-07-09"),
        ("2015年公历7月9日", "2015-07-09"),
        ("民国一百零五年", "2016"),
        ("民国一百零五年七月九日", "2016-07-09"),
        ("中华民国三十八年十月一日", "1949-10-01"),
        ("民国元年", "1912"),
        ("民国105/7/9", "2016-07-09"),
        ("Minguo 105", "2016"),
        ("２０１５．７．９", "2015-07-09"),
        ("二0一五年七月九日", "2015-07-09"),
        ("9-Jul-2015", "2015-07-09"),
        ("2015 July 9", "2015-07-09"),
        ("03/2020", "2020-03"),
        ("2015-07-09T03:30:15", "2015-07-09"),
        ("2015年7月9日、10日", "2015-07-09/2015-07-10"),
        ("2015年7月9日。", "2015-07-09"),
        ("July 9-12, 2015", "2015-07-09/2015-07-12"),
        ("between July 9 and 12, 2015", "[2015-07-09..2015-07-12]"),
        ("2020年3-5月", "2020-03/2020-05"),
        ("2020年三至五月", "2020-03/2020-05"),
        ("2020年3、4月间", "[2020-03..2020-04]"),
        ("2021年5月上中旬", "[2021-05-01..2021-05-20]"),
        ("2021年5月4日当晚十一点多", "2021-05-04"),
        ("late on the night of 4 May 2021", "2021-05-04"),
        ("early in the morning of 4 May 2021", "2021-05-04"),
        ("early in July 2015", "[2015-07-01..2015-07-10]"),
    ],
)
def test_it_is_the_same_date_however_it_is_written(words: str, edtf: str) -> None:
    said = parse_words(words)
    assert (said.words, said.edtf, said.calendar) == (words, edtf, GREGORIAN)


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("7/9/2015", "ambiguous"),
        ("13/2020", "impossible"),
        ("2015-07-09T23:30Z", "malformed"),
        ("2015年7月9日、15日", "apart"),
        ("late on the night of 4 May", "no_year"),
        ("mid-July", "no_year"),
        ("3-5月", "no_year"),
        ("2020年3、5月", "apart"),
        ("民国0年", "malformed"),
        ("民国一百五年", "malformed"),
        ("2015年新历年", "malformed"),
        ("early on 2015", "malformed"),
        ("2021年5月4日后半夜", "malformed"),
        ("公历2015年正月初一", "lunar"),
        ("前年", "malformed"),
        ("去年7月", "malformed"),
        ("上个月5日", "malformed"),
        ("last July", "malformed"),
        ("可能是2015年7月", "malformed"),
    ],
)
def test_what_is_not_sure_keeps_its_words(words: str, flag: str) -> None:
    said = parse_words(words)
    assert (said.words, said.edtf, said.flag) == (words, None, flag)


@pytest.mark.parametrize(
    ("words", "edtf", "calendar"),
    [
        ("2023年7月9日（农历五月廿二）", "2023-07-09", GREGORIAN),
        ("2023年1月14日（腊月廿三）", "2023-01-14", GREGORIAN),
        ("农历2023年五月廿二（公历7月9日）", "2023-07-09", LUNAR),
        ("2023年1月（农历腊月）", None, LUNAR),
    ],
)
def test_a_day_told_by_both_calendars_is_that_day(words: str, edtf: str | None, calendar: str) -> None:
    said = parse_words(words)
    assert (said.edtf, said.calendar) == (edtf, calendar)


def test_a_day_on_which_the_two_calendars_disagree_is_no_day() -> None:
    assert parse_words("2023年7月9日（农历五月廿三）").flag == "impossible"


@given(st.integers(1, 999))
def test_a_number_under_a_thousand_is_read_as_it_is_spelled(number: int) -> None:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    numerals = "零一二三四五六七八九"
    spelled = f"{numerals[hundreds]}百" if hundreds else ""
    spelled += (
        f"{'' if tens == 1 and not hundreds else numerals[tens]}十" if tens else "零" if hundreds and ones else ""
    )
    assert under_a_thousand(spelled + (numerals[ones] if ones else "")) == number
