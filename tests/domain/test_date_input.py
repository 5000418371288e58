"""Dates given as plain words are put into their shape, wherever a record has a date."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.domain.date_input import with_dates

MARCH = {"edtf": "2024-03", "words": "March 2024", "calendar": "gregorian"}
ITEM = "0123456789abcdef0123456789abcdef"


def test_words_in_a_dates_place_become_a_date() -> None:
    assert with_dates("act", {"start": "March 2024", "place": "2024-03"}) == {"start": MARCH, "place": "2024-03"}


@pytest.mark.parametrize("key", ["+1", ITEM])
def test_dates_in_a_list_of_items_are_found(key: str) -> None:
    read = with_dates("intervention", {"responses": {key: {"on": "March 2024", "from": "March 2024"}}})
    assert read == {"responses": {key: {"on": MARCH, "from": "March 2024"}}}


def test_dates_in_a_list_written_as_an_array_are_found() -> None:
    assert with_dates("intervention", {"responses": [{"on": "March 2024"}, 7]}) == {"responses": [{"on": MARCH}, 7]}


@pytest.mark.parametrize(
    "untouched",
    [
        {"start": MARCH},
        {"start": None},
        {"start": " "},
        {"start": {"absent": "unknown"}},
        {"start": 2024},
        {"starts": "March 2024"},
        [1],
        "March 2024",
    ],
)
def test_whatever_else_stands_there_is_left_to_the_check(untouched: Any) -> None:
    assert with_dates("act", untouched) == untouched


def test_a_kind_of_a_newer_program_is_left_alone() -> None:
    assert with_dates("weather", {"start": "March 2024"}) == {"start": "March 2024"}
