"""How exactly a date is known."""

from __future__ import annotations

import pytest

from desktop.domain.date_words import parse_words
from desktop.domain.precision import fine_enough, precision


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
