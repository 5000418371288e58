"""Dates as written down: which strings are dates, and the first and last day they may mean."""

from __future__ import annotations

from datetime import date

import edtf as other_make
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.date_show import show, show_edtf
from desktop.domain.date_words import parse_words
from desktop.domain.dates import DateValue, Point, Span, earliest, latest, one_of, parse_edtf, point, span

days = st.dates(min_value=date(1, 1, 1))
points = st.builds(
    lambda day, exact, about: Point(day.year, 0 if exact == 0 else day.month, day.day if exact == 2 else 0, about),
    days,
    st.integers(0, 2),
    st.booleans(),
)
seasons = st.builds(Point, st.integers(1, 9999), st.integers(21, 24), st.just(0), st.booleans())
ends = st.none() | points | seasons
spans = st.builds(lambda start, end, throughout: span(start, end, throughout=throughout), ends, ends, st.booleans())
alternatives = st.builds(one_of, points | seasons, points | seasons).filter(lambda found: found is not None)
dates = points | seasons | spans.filter(lambda found: found is not None) | alternatives


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-07", "2023-07-01", "2023-07-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-07-28", "2023-07-28", "2023-07-28"),
        ("2023-21", "2023-03-01", "2023-05-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2023-07~", "2023-07-01", "2023-07-31"),
        ("[2015-07-21..2015-07-31]", "2015-07-21", "2015-07-31"),
        ("[..2023-07]", None, "2023-07-31"),
        ("[2023-07..]", "2023-07-01", None),
        ("2023-07/2023-09", "2023-07-01", "2023-09-30"),
        ("[2023-07-03,2023-07-05]", "2023-07-03", "2023-07-05"),
        ("../2023", None, "2023-12-31"),
        ("2023-07-01/..", "2023-07-01", None),
        ("2015-07/2015", "2015-07-01", "2015-12-31"),
        ("9999-24", "9999-12-01", "9999-12-31"),
    ],
)
def test_a_date_has_a_first_and_a_last_day(edtf: str, first: str | None, last: str | None) -> None:
    assert (earliest(edtf), latest(edtf)) == tuple(day and date.fromisoformat(day) for day in (first, last))


@pytest.mark.parametrize(
    "text",
    [
        "", "2023-02-29", "1954-02-29", "2023-13", "2023-00", "0000", "2023-7-1", "19812", "1952-08021", "2023-25",
        "2023-21-01", "20230728", "2023-07-28T10:00", "[2023]", "[..]", "../..", "/", "2023/", "2023/2022",
        "[2023..2022]", "2023..2024", "[2023/2024]", "2023?", "2023-XX", "[2021,2022]", "+2023", "２０２３",
        " 2023", "2023\n", "~2023", "[2023,2021]", "[2021,2023,2025]", "[2021~,2023]", "[2021,]",
        "2023/2024/2025", "[2021..2022..2023]", "2023-07-~",
    ],
)  # fmt: skip
def test_what_is_no_date_of_ours_is_none(text: str) -> None:
    assert (parse_edtf(text), earliest(text), latest(text)) == (None, None, None)


@given(dates)
def test_a_date_reads_back_from_its_own_string(written: Point | Span) -> None:
    assert parse_edtf(str(written)) == written


@given(dates)
def test_the_first_day_is_never_after_the_last(written: Point | Span) -> None:
    first, last = earliest(str(written)), latest(str(written))
    assert first is None or last is None or first <= last


@given(points | seasons)
def test_about_is_shown_and_never_widens(written: Point) -> None:
    exact, about = str(written).rstrip("~"), str(written).rstrip("~") + "~"
    assert (earliest(about), latest(about)) == (earliest(exact), latest(exact))


@given(dates, st.sampled_from(["en", "zh_Hans"]))
def test_a_date_shown_in_words_reads_back_as_the_same_date(written: Point | Span, lang: str) -> None:
    assert parse_words(show_edtf(str(written), lang)).edtf == str(written)


@given(st.text(max_size=40))
def test_any_string_is_a_date_or_none_and_never_an_error(text: str) -> None:
    said = parse_edtf(text)
    assert said is None or str(said) == text


@given(points.filter(lambda written: not written.about))
def test_the_edtf_package_agrees_on_days_months_and_years(written: Point) -> None:
    theirs = other_make.parse_edtf(str(written))
    assert (date(*theirs.lower_strict()[:3]), date(*theirs.upper_strict()[:3])) == (written.first, written.last)


@pytest.mark.parametrize(
    "text",
    [
        "2023-07~",
        "2023-21",
        "[2023,2025]",
        "[2015-07-21..2015-07-31]",
        "[..2023-07]",
        "[2023-07..]",
        "2023-07/2023-09",
        "2023/..",
    ],
)
def test_the_edtf_package_knows_every_form_we_write(text: str) -> None:
    assert str(other_make.parse_edtf(text)).replace(", ", ",") == text


def test_a_point_that_never_was_is_none() -> None:
    assert (point(2023, 2, 29), point(0), point(2023, 22, 1), point(2023, 0)) == (None, None, None, None)


def test_a_date_keeps_its_words_beside_what_was_understood() -> None:
    assert DateValue("七月底", "[2015-07-21..2015-07-31]").to_json() == {
        "edtf": "[2015-07-21..2015-07-31]",
        "words": "七月底",
        "calendar": "gregorian",
    }
    assert "edtf" not in DateValue("记不清了").to_json()


@pytest.mark.parametrize(
    ("edtf", "en", "zh"),
    [
        ("2015-07-28", "28 July 2015", "2015年7月28日"),
        ("2015-07~", "about July 2015", "约2015年7月"),
        ("2023-24", "winter 2023", "2023年冬季"),
        ("[2015-07-21..2015-07-31]", "between 21 and 31 July 2015", "2015年7月21日至31日之间某天"),
        ("2015-07/2015-09", "from July to September 2015", "2015年7月至9月"),
        ("2015-07-21/2015-08-03", "from 21 July to 3 August 2015", "2015年7月21日至8月3日"),
        ("[2015-07-21..2016-07-31]", "between 21 July 2015 and 31 July 2016", "2015年7月21日至2016年7月31日之间某天"),
        ("[..2015]", "on or before 2015", "2015年或之前"),
        ("[2015-07-03,2015-07-05]", "3 or 5 July 2015", "2015年7月3日或5日"),
        ("[2015-07,2016-02-03]", "July 2015 or 3 February 2016", "2015年7月或2016年2月3日"),
        ("2015/2016", "from 2015 to 2016", "2015年至2016年"),
        ("2015-07/..", "since July 2015", "自2015年7月起"),
        ("of a newer program", "of a newer program", "of a newer program"),
    ],
)
def test_a_date_is_shown_in_either_language(edtf: str, en: str, zh: str) -> None:
    assert (show_edtf(edtf, "en"), show_edtf(edtf, "zh_Hans")) == (en, zh)


def test_a_date_nobody_understood_is_shown_as_it_was_said() -> None:
    assert show({"words": "快过年的时候", "calendar": "gregorian"}, "en") == "快过年的时候"
    assert show({"absent": "unknown"}, "en") == ""
