"""How old somebody was, as exactly as what is known allows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.ages import Age, Born, age_at, age_on, born, born_by_age, say
from desktop.domain.date_words import parse_words
from desktop.domain.values import Json


def test_r_dat_06_an_age_on_a_day_gives_the_days_of_birth_there_can_be() -> None:
    found = born({"age": 15, "age_on": parse_words("2015-08-17").to_json()})
    assert found is not None
    assert (found.first, found.last, found.given) == (date(1999, 8, 18), date(2000, 8, 17), True)


def test_r_dat_06_an_age_counted_from_one_gives_a_lunar_year() -> None:
    found = born_by_age(15, "2015-08-17", counted_from_one=True)
    assert found is not None
    assert (found.first, found.last) == (date(2001, 1, 24), date(2002, 2, 11))


def test_an_age_counted_from_one_goes_up_at_the_lunar_new_year() -> None:
    before, after = (born_by_age(2, day, counted_from_one=True) for day in ("2023-01-21", "2023-01-22"))
    assert before is not None
    assert after is not None
    assert (before.first, after.first) == (date(2021, 2, 12), date(2022, 2, 1))


def test_a_recorded_birth_comes_before_an_age() -> None:
    person: dict[str, Json] = {"birth": {"edtf": "1999-11"}, "age": 3, "age_on": {"edtf": "2015"}}
    assert born(person) == Born(date(1999, 11, 1), date(1999, 11, 30))


def test_an_age_closes_a_birth_that_is_open_at_one_side() -> None:
    found = born({"birth": {"edtf": "[..1999-12-31]"}, "age": 15, "age_on": {"edtf": "2015-08-17"}})
    assert found == Born(date(1999, 8, 18), date(1999, 12, 31))


@pytest.mark.parametrize(
    "person", [{}, {"age": 15}, {"age": 999, "age_on": {"edtf": "2015"}}, {"birth": {"words": "?"}}]
)
def test_nothing_is_made_up(person: dict[str, Json]) -> None:
    assert born(person) is None


@pytest.mark.parametrize(
    ("birth", "start", "english", "chinese", "minor"),
    [
        ("2009-10-01", "2015-08-17", "aged 5", "5岁", "yes"),
        ("2009", "2015-08-17", "aged 5 or 6", "5或6岁", "yes"),
        ("2005..", "2015", "", "", ""),
        ("[..1990]", "2015-08-17", "aged 24 or older", "至少24岁", "no"),
        ("[1995..]", "2015-08-17", "aged 20 or younger", "不超过20岁", "perhaps"),
        ("1997", "2015-08-17", "aged 17 or 18", "17或18岁", "perhaps"),
        ("1997", "2014/2016", "aged 16 to 19", "16至19岁", "perhaps"),
        ("2016", "2015", "", "", ""),
    ],
)
def test_an_age_reads_as_it_is_known(birth: str, start: str, english: str, chinese: str, minor: str) -> None:
    known = born({"birth": {"edtf": birth}})
    found = age_at(known, {"start": {"edtf": start}}) if known else None
    told = (say(found, "en"), say(found, "zh_Hans"), found.minor) if found else ("", "", "")
    assert told == (english, chinese, minor)


def test_who_was_a_child_when_it_was_first_known_of_was_one_when_it_began() -> None:
    found = age_at(Born(date(2009, 1, 1), date(2009, 1, 1)), {"start": {"edtf": "2015-08-17"}, "started": False})
    assert found == Age(None, 6)
    assert found.minor == "yes"


@given(st.dates(date(1930, 1, 1), date(2010, 1, 1)), st.integers(0, 20_000))
def test_the_true_birth_is_always_among_those_there_can_be(birth: date, days: int) -> None:
    day = date.fromordinal(birth.toordinal() + days)
    age = age_on(Born(birth, birth), day, day)
    assert age.least is not None
    assert age.least == age.most
    back = born_by_age(age.least, day.isoformat())
    assert back is not None
    assert back.first is not None
    assert back.last is not None
    assert back.first <= birth <= back.last
