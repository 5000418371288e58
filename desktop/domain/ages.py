"""How old somebody was: from a birth, or from an age as it was given, never more exactly than these allow.

An age counted from one (虚岁) begins with one at birth and grows at every lunar new year.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from desktop.domain.dates import earliest, edtf_of, latest
from desktop.domain.lunar import lunar_year, year_of
from desktop.domain.values import Json, Nested

ADULT = 18
OLDEST = 130
Minor = Literal["yes", "no", "perhaps"]


@dataclass(frozen=True, slots=True, repr=False)
class Born:
    """The first and the last day somebody may have been born; None where it is open. given: worked out from an age."""

    first: date | None
    last: date | None
    given: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Age:
    """Whole years. least, most: None where nothing is known of that side."""

    least: int | None
    most: int | None

    def fits(self, stated: int) -> bool:
        """Whether an age that was stated can be true."""
        return (self.least is None or self.least <= stated) and (self.most is None or stated <= self.most)

    @property
    def minor(self) -> Minor:
        """Whether they were under eighteen."""
        if self.most is not None and self.most < ADULT:
            return "yes"
        return "no" if self.least is not None and self.least >= ADULT else "perhaps"


def born_by_age(age: int, on: str, *, counted_from_one: bool = False) -> Born | None:
    """When somebody was born who had an age on a date; None where the date or the age says nothing."""
    first, last = earliest(on), latest(on)
    if not 0 <= age <= OLDEST or (counted_from_one and not age):
        return None
    if counted_from_one:
        return Born(
            lunar_year(year_of(first) - age + 1)[0] if first else None,
            min(lunar_year(year_of(last) - age + 1)[1], last) if last else None,
            given=True,
        )
    return Born(
        _years_before(first, age + 1) + timedelta(1) if first else None,
        _years_before(last, age) if last else None,
        given=True,
    )


def born(person: Nested) -> Born | None:
    """When a person was born: as it is recorded, and where that says nothing, from the age that was given.

    Only one side of it may be recorded ("before 1990"); the age that was given may know the other.
    """
    recorded = _recorded(person.get("birth"))
    age, on = person.get("age"), edtf_of(person.get("age_on"))
    given = None
    if isinstance(age, int) and not isinstance(age, bool) and on:
        given = born_by_age(age, on, counted_from_one=person.get("age_counted_from_one") is True)
    if recorded is None or given is None:
        return recorded or given
    return Born(recorded.first or given.first, recorded.last or given.last)


def age_on(birth: Born, first: date | None, last: date | None) -> Age:
    """How old somebody was on a day that lies between two; None where an end is not known."""
    least = _years_between(birth.last, first) if birth.last and first else None
    most = _years_between(birth.first, last) if birth.first and last else None
    return Age(max(0, least) if least is not None else None, most if most is None or most >= 0 else 0)


def not_yet_born(birth: Born, last: date | None) -> bool:
    """Whether a day lies before the birth, so that one of the two is wrong."""
    return birth.first is not None and last is not None and last < birth.first


def age_at(birth: Born, act: Nested) -> Age | None:
    """How old somebody was when an act began; None where nothing is known of that."""
    edtf = edtf_of(act.get("start"))
    last_day = latest(edtf) if edtf else None
    if edtf is None or not_yet_born(birth, last_day):
        return None
    if act.get("started") is False:  # it may have begun before
        found = Age(None, age_on(birth, None, last_day).most)
    else:
        found = age_on(birth, earliest(edtf), last_day)
    return None if (found.least, found.most) == (None, None) else found


def say(age: Age, lang: str) -> str:
    """An age in words: "aged 5 or 6"."""
    least, most = age.least, age.most
    chinese = lang.startswith("zh")
    if least is None or most is None:
        number = most if least is None else least
        if chinese:
            return f"不超过{number}岁" if least is None else f"至少{number}岁"
        return f"aged {number} or younger" if least is None else f"aged {number} or older"
    if least >= most:
        return f"{most}岁" if chinese else f"aged {most}"
    if chinese:
        return f"{least}{'或' if most == least + 1 else '至'}{most}岁"
    return f"aged {least} {'or' if most == least + 1 else 'to'} {most}"


def _recorded(value: Json) -> Born | None:
    edtf = edtf_of(value)
    if edtf is None or (earliest(edtf), latest(edtf)) == (None, None):
        return None
    return Born(earliest(edtf), latest(edtf))


def _years_before(day: date, years: int) -> date:
    """The same day of an earlier year; the day before where that year has none such."""
    if day.year <= years:
        return date.min
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _years_between(born_on: date, day: date) -> int:
    """Whole years; somebody born on the 29th of February grows older on the 1st of March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
