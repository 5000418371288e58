"""How exactly a date is known."""

from __future__ import annotations

import pytest

from desktop.domain.date_words import parse_words
from desktop.domain.precision import fine_enough, how_it_is_known, precision


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("2015-07-28", "day"),
        ("2015年7月", "month"),
        ("2015年7月下旬", "month"),
        ("spring 2019", "season"),
        ("2019", "year"),
        ("early 2019", "year"),
        ("between 2018 and 2019", "span"),
        ("after May 2019", "span"),
        ("from 3 May 2019 to June 2019", "month"),
        ("since 2019", "year"),
        ("one morning", "none"),
    ],
)
def test_a_date_is_as_exact_as_the_shortest_part_of_the_calendar_it_fits_in(words: str, known: str) -> None:
    assert precision(parse_words(words).to_json()) == known


def test_r_dat_05_a_form_that_needs_the_month_is_not_served_by_a_year() -> None:
    assert fine_enough({"edtf": "2019-05"}, "month")
    assert fine_enough({"edtf": "2019-05-03~"}, "month")
    assert not fine_enough({"edtf": "2019"}, "month")
    assert not fine_enough({"words": "that spring"}, "month")
    assert not fine_enough(None, "year")


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("2015-07-28", "day"),
        ("2015年7月", "month"),
        ("2019", "year"),
        ("about 2019", "circa"),
        ("2015年7月下旬", "season_part"),
        ("early 2019", "season_part"),
        ("spring 2019", "season_part"),
        ("2015年第三季度", "season_part"),
        ("between 2018 and 2019", "range_imprecise"),
        ("from 3 May 2019 to June 2019", "range_precise"),
        ("since 2019", "range_precise"),
        ("after May 2019", "after"),
        ("before May 2019", "before"),
        ("one morning", ""),
    ],
)
def test_r_dat_02_some_day_between_two_is_told_from_every_day_between_them(words: str, known: str) -> None:
    assert how_it_is_known(parse_words(words).to_json()) == known
