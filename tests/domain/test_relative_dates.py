"""Dates counted from another."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.relative_dates import FURTHEST, Relative, counted, relative_of, with_relative
from desktop.domain.values import Json
from desktop.domain.walk import references

HEARING = "a" * 64
TWO_DAYS = Relative(HEARING, "date", 2, "2016-08-03")


@pytest.mark.parametrize(
    ("origin", "days", "about", "edtf"),
    [
        ("2016-08-03", 2, False, "2016-08-05"),
        ("2016-08-03", -7, True, "2016-07-27~"),
        ("2016-08-03~", 1, False, "2016-08-04~"),
        ("2016-08", 2, False, "[2016-08-03..2016-09-02]"),
        ("[2016-08-01..2016-08-10]", -1, False, "[2016-07-31..2016-08-09]"),
        ("[..2016-08]", 1, False, "[..2016-09-01]"),
        ("2016-08-01/2016-08-10", 1, False, "2016-08-11"),
        ("2016-08-01/2016-08-10", -1, False, "2016-07-31"),
        ("2016-08-01/..", 1, False, None),
        ("9999-12-31", 1, False, None),
        ("that spring", 1, False, None),
        ("2016", FURTHEST + 1, False, None),
    ],
)
def test_a_date_is_counted_from_another(origin: str, days: int, about: bool, edtf: str | None) -> None:
    assert counted(origin, days, about=about) == edtf


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-FURTHEST, FURTHEST))
def test_counting_there_and_back_comes_to_the_same_day(day: date, days: int) -> None:
    there = counted(day.isoformat(), days)
    assert there == (day + timedelta(days)).isoformat()
    assert counted(there, -days) == day.isoformat()


def test_what_was_counted_is_kept_in_the_date_and_read_back() -> None:
    value: Json = dict(with_relative("两天后", "2016-08-05", TWO_DAYS))
    assert relative_of(value) == TWO_DAYS


@pytest.mark.parametrize(
    "odd",
    [
        None,
        "x",
        {},
        {"to": "x"},
        {**TWO_DAYS.to_json(), "to": "short"},
        {**TWO_DAYS.to_json(), "days": "2"},
        {**TWO_DAYS.to_json(), "days": True},
        {**TWO_DAYS.to_json(), "days": 10**9},
        {**TWO_DAYS.to_json(), "from": None},
    ],
)
def test_what_cannot_be_read_of_it_counts_for_nothing(odd: Json) -> None:
    value: Json = {"edtf": "2016-08-05", "relative": odd}
    assert relative_of(value) is None
    assert references("act", {"start": value}) == []


def test_the_record_counted_from_is_pointed_at() -> None:
    assert references("act", {"start": dict(with_relative("", "2016-08-05", TWO_DAYS))}) == [("start", HEARING)]
