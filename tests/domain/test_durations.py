"""How long something went on, said no more exactly than its dates allow."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.date_words import parse_words
from desktop.domain.durations import Duration, duration, say
from desktop.domain.values import Json


def of(start: str = "", end: str = "", last_confirmed: str = "", **said: Json) -> Duration:
    dates = {"start": start, "end": end, "last_confirmed": last_confirmed}
    return duration({**{name: parse_words(words).to_json() for name, words in dates.items() if words}, **said})


def test_r_dat_02_what_was_only_first_known_of_on_a_day_lasted_at_least_since_then() -> None:
    assert say(of("2023-07-10", started=False), "en") == "at least 1 day (as of 10 July 2023)"
    told = say(of("2023-07-10", started=False, last_confirmed="2023-08-10", ended=False), "en")
    assert told == "at least 32 days (as of 10 August 2023)"


def test_r_dat_02_on_some_day_between_is_not_on_every_day_between() -> None:
    assert say(of("between 1 July 2015 and 28 July 2015", "2015-07-30"), "en") == "3 to 30 days"
    assert say(of("from 1 July 2015 to 28 July 2015", ended=True), "en") == "at least 28 days (as of 28 July 2015)"


@pytest.mark.parametrize(
    ("length", "english", "chinese"),
    [
        (of("2015-07-09", "2015-07-28"), "20 days", "20天"),
        (of("2015-07-09", "2015-07-09"), "1 day", "1天"),
        (of("2015年7月上旬", "2015-07-28"), "19 to 28 days", "19至28天"),
        (of("2015年7月上旬", "2019-07-28"), "1,480 to 1,489 days, about 4 years", "1480至1489天，约4年"),
        (
            of("2021-07-09", last_confirmed="2026-01-09"),
            "1,646 days so far, about 4½ years (as of 9 January 2026)",
            "迄今1646天，约4年半（截至2026年1月9日）",
        ),
        (of("2021-07-01", "2023-06-29"), "729 days", "729天"),
        (of("2015-07-09", "2015-07-28", started=False), "at least 20 days", "至少20天"),
        (of("before 9 July 2015", "2015-07-28"), "at least 21 days", "至少21天"),
        (of("2015-07-09", "before 28 July 2015"), "1 to 19 days", "1至19天"),
        (of("2015-07-09", "after 28 July 2015"), "at least 21 days", "至少21天"),
        (
            of("2015-07-09", last_confirmed="2015-07-28"),
            "20 days so far (as of 28 July 2015)",
            "迄今20天（截至2015年7月28日）",
        ),
        (
            of("2015-07-09", last_confirmed="2015-07-28", ended=True),
            "at least 20 days (as of 28 July 2015)",
            "至少20天（截至2015年7月28日）",
        ),
        (
            of("2015-07-09", "2015-07-28", ended=False),
            "at least 1 day (as of 9 July 2015)",
            "至少1天（截至2015年7月9日）",
        ),
        (of("July 2015"), "at least 1 day", "至少1天"),
        (of(end="2015-07-28"), "not known how long", "持续多久不详"),
        (of(last_confirmed="2015-07-28"), "not known how long", "持续多久不详"),
        (of("that spring"), "not known how long", "持续多久不详"),
        (of(), "not known how long", "持续多久不详"),
    ],
)
def test_a_duration_reads_as_it_is_known(length: Duration, english: str, chinese: str) -> None:
    assert (say(length, "en"), say(length, "zh_Hans")) == (english, chinese)


def test_a_release_ends_a_detention() -> None:
    released = parse_words("2015-07-28").to_json()
    assert say(duration({"start": parse_words("2015-07-09").to_json(), "released_on": released}), "en") == "20 days"


@given(st.lists(st.dates(date(1950, 1, 1), date(2030, 1, 1)), min_size=4, max_size=4), st.booleans())
def test_whatever_the_true_days_the_duration_allows_for_them(days: list[date], sure: bool) -> None:
    one, two, three, four = sorted(days)
    length = of(f"[{one}..{two}]", f"[{three}..{four}]", started=sure)
    assert length.least is not None
    for began, ended in ((one, four), (two, three), (one, three), (two, four)):
        truly = (ended - began).days + 1
        assert length.least <= truly
        assert length.most is None or truly <= length.most
