"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.date_show import briefly
from desktop.domain.date_words import parse_words
from desktop.domain.dates import DateValue, Span, earliest, latest, parse_edtf
from desktop.domain.precision import precision


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2015", "2015"),
        ("2015-07", "2015-07"),
        ("2015-7-9", "2015-07-09"),
        ("2023/7/28", "2023-07-28"),
        ("2023.7.28", "2023-07-28"),
        ("28/7/2023", "2023-07-28"),
        ("7/28/2023", "2023-07-28"),
        ("3/3/2023", "2023-03-03"),
        ("[2015-07-21..2015-07-31]", "[2015-07-21..2015-07-31]"),
        ("2015年", "2015"),
        ("2015年7月", "2015-07"),
        ("2015 年 7 月 9 日", "2015-07-09"),
        ("２０１５年７月９号", "2015-07-09"),
        ("二〇一五年七月九日", "2015-07-09"),
        ("二零一五年十二月三十一日", "2015-12-31"),
        ("2015年十月二十日", "2015-10-20"),
        ("2015年7月9日凌晨", "2015-07-09"),
        ("2015年7月9日下午3时许", "2015-07-09"),
        ("2021 年 3 月 8 日晚上九点左右", "2021-03-08"),
        ("8 March 2021, at about nine in the evening", "2021-03-08"),
        ("about 8 March 2021 at nine", "2021-03-08~"),
        ("8 March 2021 21:00", "2021-03-08"),
        ("in the middle of September 2023", "[2023-09-11..2023-09-20]"),
        ("Some time between December 2022 and February 2023", "[2022-12..2023-02]"),
        ("May or June 2023", "[2023-05..2023-06]"),
        ("2023年5月3日或4日", "[2023-05-03..2023-05-04]"),
        ("2021 or 2022", "[2021..2022]"),
        ("2015年7月上旬", "[2015-07-01..2015-07-10]"),
        ("2015年7月中旬", "[2015-07-11..2015-07-20]"),
        ("2015年7月下旬", "[2015-07-21..2015-07-31]"),
        ("2015年2月底", "[2015-02-21..2015-02-28]"),
        ("2015年7月初", "[2015-07-01..2015-07-10]"),
        ("2015年初", "[2015-01..2015-03]"),
        ("2015年年底", "[2015-10..2015-12]"),
        ("2015年下半年", "[2015-07..2015-12]"),
        ("2023年春天", "2023-21"),
        ("2023冬", "2023-24"),
        ("约2015年7月", "2015-07~"),
        ("2015年前后", "2015~"),
        ("大约2015年7月下旬", "[2015-07-21~..2015-07-31~]"),
        ("2021年12月28日至1月3日", "2021-12-28/2022-01-03"),
        ("12月28日至2022年1月3日", "2021-12-28/2022-01-03"),
        ("2015年7月9日之前", "[..2015-07-08]"),
        ("2015年7月9日或之前", "[..2015-07-09]"),
        ("2015年7月前", "[..2015-06]"),
        ("2015年1月以前", "[..2014-12]"),
        ("2015年前", "[..2014]"),
        ("2015年底前", "[..2015-12]"),
        ("2015年中前", "[..2015]"),
        ("2015年7月中之前", "[..2015-07]"),
        ("2015年春前", "[..2015-02-28]"),
        ("2015年7月9日以后", "[2015-07-10..]"),
        ("2015年7月以后", "[2015-07..]"),
        ("自2015年7月起", "2015-07/.."),
        ("2015年7月至今", "2015-07/.."),
        ("至2016年", "../2016"),
        ("2015年7月1日至28日", "2015-07-01/2015-07-28"),
        ("2015年7月至9月", "2015-07/2015-09"),
        ("2015年12月到2016年1月", "2015-12/2016-01"),
        ("2015.7.1-2015.7.28", "2015-07-01/2015-07-28"),
        ("2015-2016", "2015/2016"),
        ("在2015年7月和9月之间", "[2015-07..2015-09]"),
        ("28 July 2015", "2015-07-28"),
        ("July 28th, 2015", "2015-07-28"),
        ("Jul. 2015", "2015-07"),
        ("May 2015", "2015-05"),
        ("late July 2015", "[2015-07-21..2015-07-31]"),
        ("early 2015", "[2015-01..2015-03]"),
        ("the end of July 2015", "[2015-07-21..2015-07-31]"),
        ("end of July 2015", "[2015-07-21..2015-07-31]"),
        ("autumn 2015", "2015-23"),
        ("about 2019", "2019~"),
        ("c. 2019", "2019~"),
        ("before 9 July 2015", "[..2015-07-08]"),
        ("before April 2021", "[..2021-03]"),
        ("before mid-2020", "[..2020]"),
        ("28 December 2021 to 3 January", "2021-12-28/2022-01-03"),
        ("by 9 July 2015", "[..2015-07-09]"),
        ("on or before 9 July 2015", "[..2015-07-09]"),
        ("after 9 July 2015", "[2015-07-10..]"),
        ("since 2019", "2019/.."),
        ("until March 2020", "../2020-03"),
        ("between 2015 and 2016", "[2015..2016]"),
        ("from 1 July 2015 to 3 July 2015", "2015-07-01/2015-07-03"),
        ("between 3 and 5 May 2021", "[2021-05-03..2021-05-05]"),
        ("3-5 May 2021", "2021-05-03/2021-05-05"),
        ("May to July 2021", "2021-05/2021-07"),
        ("in May 2021", "2021-05"),
        ("the night of the 5th of May 2021", "2021-05-05"),
        ("on 5 May 2021 at 9 pm", "2021-05-05"),
        ("in the summer of 2019", "2019-22"),
        ("民国104年7月", "2015-07"),
    ],
)
def test_words_become_a_date(words: str, edtf: str) -> None:
    assert parse_words(words).edtf == edtf


@pytest.mark.parametrize(
    ("words", "flag"),
    [
        ("March 9", "no_year"),
        ("1954-02-29", "impossible"),
        ("2015年13月", "impossible"),
        ("2015年2月30日", "impossible"),
        ("31/2/2023", "impossible"),
        ("2016年至2015年", "impossible"),
        ("1952-08021", "malformed"),
        ("19812", "malformed"),
        ("life", "malformed"),
        ("28", "malformed"),
        ("2021年5日", "malformed"),
        ("the 5th, 2021", "malformed"),
        ("去年夏天", "malformed"),
        ("快过年的时候", "malformed"),
        ("=HYPERLINK(1)", "malformed"),
        ("3/4/2023", "ambiguous"),
        ("2021.7-9", "ambiguous"),
        ("7月", "no_year"),
        ("7月28日", "no_year"),
        ("July", "no_year"),
        ("between 3 and 5 May", "no_year"),
        ("Friday, 9 July 2015", "impossible"),
        ("2015年7月9日（周日）", "impossible"),
        ("15年7月", "short_year"),
        ("7/28/23", "short_year"),
    ],
)
def test_what_cannot_be_a_date_keeps_its_words_and_says_why(words: str, flag: str) -> None:
    said = parse_words(words)
    assert (said.words, said.edtf, said.flag) == (words, None, flag)


@pytest.mark.parametrize("words", ["3 or 5 May 2023", "2023年5月3日或5日"])
def test_one_of_two_days_with_another_between_them_is_not_stretched_over_it(words: str) -> None:
    assert parse_words(words) == DateValue(words, "[2023-05-03,2023-05-05]")


def test_about_one_of_two_keeps_its_words() -> None:
    assert parse_words("about 3 or 5 May 2023") == DateValue("about 3 or 5 May 2023", flag="apart")


@pytest.mark.parametrize("words", ["5 or 3 May 2023", "3 or 5 or 7 May 2023"])
def test_one_of_two_that_is_not_said_plainly_keeps_its_words(words: str) -> None:
    assert parse_words(words) == DateValue(words, flag="malformed")


def test_the_beginning_of_a_month_is_not_taken_for_lunar() -> None:
    assert parse_words("2015年10月初").edtf == "[2015-10-01..2015-10-10]"


def test_r_dat_01_a_date_is_kept_as_its_days_its_calendar_and_the_words_as_given() -> None:
    said = parse_words("2015年7月下旬").to_json()
    assert said == {"edtf": "[2015-07-21..2015-07-31]", "words": "2015年7月下旬", "calendar": "gregorian"}
    edtf = str(said["edtf"])
    assert (earliest(edtf), latest(edtf), precision(said)) == (date(2015, 7, 21), date(2015, 7, 31), "month")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("截至2015年9月10日已逾63天", "[..2015-07-09]"),
        ("2015年9月10日，已超过63天", "[..2015-07-09]"),
        ("到2015年9月10日被关押已逾2周", "[..2015-08-27]"),
        ("more than 63 days by 10 September 2015", "[..2015-07-09]"),
        ("over 3 months as of 10 September 2015", "[..2015-06-10]"),
        ("已逾63天", None),
        ("截至2015年9月已逾63天", None),
        ("2015年9月10日被捕已超过63天", None),
        ("2015年9月10日起关押超过63天", None),
        ("2015年9月10日以来超过63天", None),
        ("2015年9月10日至今已超过63天", None),
        ("more than 9999 months by 10 September 0015", None),
    ],
)
def test_what_had_lasted_longer_than_so_many_days_by_a_day_began_that_long_before_or_earlier(
    words: str, edtf: str | None
) -> None:
    assert parse_words(words).edtf == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2015年7月9日（星期四）", "2015-07-09"),
        ("2015年7月9日 周四", "2015-07-09"),
        ("Thursday, 9 July 2015", "2015-07-09"),
        ("2015年7月某日", "2015-07"),
        ("2015年7月的一天", "2015-07"),
        ("one day in July 2015", "2015-07"),
        ("2015年7月一日", "2015-07-01"),
        ("大约在2015年夏天", "2015-22~"),
        ("2015年7月9日到现在", "2015-07-09/.."),
        ("9 July 2015 to now", "2015-07-09/.."),
        ("2015年7月或8月", "[2015-07..2015-08]"),
        ("July or August 2015", "[2015-07..2015-08]"),
        ("2014年或2015年", "[2014..2015]"),
        ("3 or 4 May 2021", "[2021-05-03..2021-05-04]"),
        ("the first half of 2023", "[2023-01..2023-06]"),
        ("in the second half of June 2023", "[2023-06-16..2023-06-30]"),
        ("in or around 2019", "2019~"),
        ("on or about 3 May 2021", "2021-05-03~"),
        ("3 or 5 May 2021", "[2021-05-03,2021-05-05]"),
        ("2021年5月3日或者6月1日", "[2021-05-03,2021-06-01]"),
        ("the 1990s", "[1990..1999]"),
        ("上世纪90年代", "[1990..1999]"),
        ("2015年第三季度", "[2015-07..2015-09]"),
        ("2015年第3", None),
        ("winter 2014-2015", "2014-24"),
        ("2014-2015年冬", "2014-24"),
        ("星期四", None),
        ("Thursday", None),
        ("Thursday until 10 July 2015", None),
        ("2015年7月9日后周五", None),
        ("2015年7月至8月的一天", None),
        ("one day in July to August 2015", None),
    ],
)
def test_what_people_say_around_a_date_takes_nothing_from_it_and_adds_nothing(words: str, edtf: str | None) -> None:
    said = parse_words(words)
    assert (said.words, said.edtf) == (words, edtf)


@pytest.mark.parametrize("words", ["2015年7月中", "2015年中"])
def test_words_that_may_mean_the_whole_are_not_narrowed(words: str) -> None:
    assert parse_words(words).edtf in {"2015-07", "2015"}


@pytest.mark.parametrize("words", ["1" * 1_000_000, "2015年至" * 300_000, " " * 1_000_000 + "2015"])
def test_a_cell_of_a_megabyte_is_no_date(words: str) -> None:
    said = parse_words(words)
    assert (said.words, said.edtf, said.flag) == (words, None, "malformed")


@pytest.mark.parametrize("words", ["", "   ", "\n", "　"])
def test_nothing_is_no_date_and_no_mistake(words: str) -> None:
    said = parse_words(words)
    assert (said.edtf, said.flag) == (None, None)


@given(st.text(alphabet="0123456789年月日号至到-/.~约前后上中下旬初底末春 []农历初一正月 abcmayjul", max_size=24))
def test_whatever_is_typed_keeps_its_words_and_gives_a_date_or_a_reason(words: str) -> None:
    said = parse_words(words)
    assert said.words == words
    if said.edtf is None:
        assert said.flag or not words.strip()
    else:
        assert parse_edtf(said.edtf)


@given(st.dates(), st.sampled_from(["上旬", "中旬", "下旬", "初", "底", "末", "上半月", "下半月"]))
def test_a_part_of_a_month_never_reaches_out_of_it(day: date, part: str) -> None:
    said = parse_edtf(parse_words(f"{day.year:04}年{day.month}月{part}").edtf or "")
    assert isinstance(said, Span)
    assert said.start
    assert said.end
    assert {(end.year, end.month) for end in (said.start, said.end)} == {(day.year, day.month)}
    assert said.start.first <= said.end.last


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("9 March 2021", "9 Mar 2021"),
        ("between December 2022 and February 2023", "between Dec 2022 and Feb 2023"),
        ("from about 1 to 10 September 2015", "from about 1 to 10 Sep 2015"),
        ("the end of March 2021, she said", "the end of March 2021, she said"),
        ("2021年3月9日", "2021年3月9日"),
    ],
)
def test_a_narrow_column_has_months_by_three_letters_and_what_somebody_said_whole(words: str, short: str) -> None:
    assert briefly(words) == short
