"""Dates of two ends, or of one: what either end leaves out, and what no date can say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.date_words import parse_words
from desktop.domain.dates import Span, parse_edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2020-03~05", "2020-03/2020-05"),
        ("2020-03 to 05", "2020-03/2020-05"),
        ("2020-03-09~12", "2020-03-09/2020-03-12"),
        ("2019年12月—次年2月", "2019-12/2020-02"),
        ("2019年12月28日至翌年1月3日", "2019-12-28/2020-01-03"),
        ("2019年3月至次年5月", "2019-03/2020-05"),
        ("December 2019 to February of the following year", "2019-12/2020-02"),
        ("2015年3月至同年5月", "2015-03/2015-05"),
        ("2015年3月5日至同月9日", "2015-03-05/2015-03-09"),
        ("2015年12月31日夜至次日凌晨", "2015-12-31/2016-01-01"),
        ("2021年5月起至2022年6月止", "2021-05/2022-06"),
        ("2021年5月至2022年6月期间", "2021-05/2022-06"),
        ("since May 2021 until June 2022", "2021-05/2022-06"),
        ("9 July through 3 August 2015", "2015-07-09/2015-08-03"),
        ("2015年7月9日和10日", "2015-07-09/2015-07-10"),
        ("July 2021 to 2023", "2021-07/2023"),
        ("2021年至2022年冬", "2021/2022-24"),
        ("around 2021-2023", "2021~/2023"),
        ("2015 - July 2016", "2015/2016-07"),
        ("2015年7月9日-2016", "2015-07-09/2016"),
        ("自2015-07-09", "2015-07-09/.."),
        ("2015-07-09-2015-08-01", "2015-07-09/2015-08-01"),
        ("the night of 4 May to the morning of 6 May 2021", "2021-05-04/2021-05-06"),
    ],
)
def test_an_end_takes_from_the_other_what_it_leaves_out(words: str, edtf: str) -> None:
    assert parse_words(words).edtf == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("the night of 4-5 May 2021", "[2021-05-04..2021-05-05]"),
        ("between late 2021 and early 2022", "[2021-10..2022-03]"),
        ("2021年底到2022年初之间", "[2021-10..2022-03]"),
        ("late April or early May 2021", "[2021-04-21..2021-05-10]"),
        ("2021年4月底5月初", "[2021-04-21..2021-05-10]"),
        ("2021年底或2022年初", "[2021-10..2022-03]"),
        ("either 2021 or 2022", "[2021..2022]"),
        ("about 5 or 6 July 2021", "[2021-07-05~..2021-07-06~]"),
        ("2015年7月9日或10日左右", "[2015-07-09~..2015-07-10~]"),
    ],
)
def test_some_day_in_what_was_said_is_not_every_day_of_it(words: str, edtf: str) -> None:
    assert parse_words(words).edtf == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("until the end of 2021", "../2021-12"),
        ("至2021年底", "../2021-12"),
        ("until the end of March 2021", "../2021-03"),
        ("since the beginning of 2021", "2021-01/.."),
        ("before the beginning of 2021", "[..2020]"),
        ("after the end of 2021", "[2022-01-01..]"),
        ("by the end of March 2021", "[..2021-03-31]"),
        ("2021年5月3日晚上9点后", "[2021-05-03..]"),
        ("before dawn on 3 May 2021", "[..2021-05-03]"),
        ("after 3 May 2021, 9 pm", "[2021-05-03..]"),
        ("no later than July 2015", "[..2015-07]"),
        ("July 2015 at the latest", "[..2015-07]"),
        ("不晚于2015年7月9日", "[..2015-07-09]"),
        ("2015年或更早", "[..2015]"),
        ("not before July 2015", "[2015-07..]"),
        ("2015 or later", "[2015..]"),
        ("2015年7月9日开始", "2015-07-09/.."),
        ("from July 2015 onwards", "2015-07/.."),
        ("up to July 2015", "../2015-07"),
    ],
)
def test_a_date_may_be_told_by_one_end(words: str, edtf: str) -> None:
    assert parse_words(words).edtf == edtf


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("2020-21", "short_year"),
        ("2015/16", "short_year"),
        ("1998-99", "short_year"),
        ("2020-13", "impossible"),
        ("winter 2021-2023", "ambiguous"),
        ("2021-2023年冬", "ambiguous"),
        ("summer 2021-2022", "ambiguous"),
        ("July 2021-2023", "ambiguous"),
        ("2021-2023年5月", "ambiguous"),
        ("May 2021-22", "ambiguous"),
        ("July 9, 2015-12", "ambiguous"),
        ("2015-7月", "malformed"),
        ("2015-07-09之间", "malformed"),
        ("3 March 2016 or 2016", "malformed"),
        ("2015年7月和9日", "malformed"),
        ("2015年初或9日", "malformed"),
        ("5 or 4 May 2021", "malformed"),
        ("5月3日或5日", "no_year"),
        ("7月9-12日", "no_year"),
        ("3月至5月", "no_year"),
        ("农历2023年正月初一至次日", "lunar"),
        ("late March or late May 2021", "apart"),
        ("3 and 5 May 2021", "apart"),
        ("2020年3月和5月", "apart"),
        ("2022年底至2023年初", "loose_ends"),
        ("late 2021 to early 2022", "loose_ends"),
        ("since early 2021", "loose_ends"),
        ("2021年初至今", "loose_ends"),
        ("until late 2021", "loose_ends"),
        ("since at least March 2020", "loose_ends"),
        ("at least since March 2020", "loose_ends"),
        ("至少从2020年3月起", "loose_ends"),
    ],
)
def test_what_no_date_says_or_two_would_say_keeps_its_words_and_its_reason(words: str, flag: str) -> None:
    said = parse_words(words)
    assert (said.words, said.edtf, said.flag) == (words, None, flag)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 1)), st.integers(1, 12))
def test_a_bare_number_after_a_month_is_a_later_month_or_no_date(day: date, month: int) -> None:
    said = parse_words(f"{day.year}-{day.month:02}~{month:02}")
    later = f"{day.year}-{day.month:02}/{day.year}-{month:02}" if month > day.month else None
    assert said.edtf == later


@given(
    st.dates(date(1900, 1, 1), date(2100, 12, 1)),
    st.sampled_from(["自{}", "{}之间", "{}或之后", "on {}", "{} or", "since {}"]),
)
def test_a_day_in_figures_is_never_taken_apart_at_its_hyphens(day: date, around: str) -> None:
    said = parse_edtf(parse_words(around.format(day.isoformat())).edtf or "")
    ends = (said.start, said.end) if isinstance(said, Span) else (said,)
    assert all(end is None or end.first == day == end.last for end in ends)
