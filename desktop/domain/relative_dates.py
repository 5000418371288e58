"""Dates counted from another: "two days after the hearing".

Such a date holds what was counted beside what came of it: ``{"edtf", "words", "calendar", "relative": {"to": record,
"field": "date", "days": 2, "from": edtf}}``. ``from`` is the other date as it stood when it was counted from, so that
a later change of it can be told; nothing is ever counted again by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta

from desktop.domain.dates import GREGORIAN, Edtf, Point, Span, parse_edtf
from desktop.domain.values import RECORD_ID, Json

FIELDS = {"act": "start", "event": "date"}
"""Of which kinds a date may be counted from, and from which field of them."""

FURTHEST = 36_500  # days
_RECORD = re.compile(RECORD_ID)


@dataclass(frozen=True, slots=True, repr=False)
class Relative:
    """What a date was counted from. days: below zero for before. origin: the other date as it was then."""

    to: str
    field: str
    days: int
    origin: str

    def to_json(self) -> dict[str, Json]:
        return {"to": self.to, "field": self.field, "days": self.days, "from": self.origin}


def relative_of(date: Json) -> Relative | None:
    """What a date of a record was counted from; None where it was not, or where that cannot be read."""
    said = date.get("relative") if isinstance(date, dict) else None
    if not isinstance(said, dict):
        return None
    to, field, days, origin = (said.get(name) for name in ("to", "field", "days", "from"))
    if not (isinstance(to, str) and _RECORD.fullmatch(to) and isinstance(field, str) and isinstance(origin, str)):
        return None
    if not isinstance(days, int) or isinstance(days, bool) or abs(days) > FURTHEST:
        return None
    return Relative(to, field, days, origin)


def counted(origin: str, days: int, *, about: bool = False) -> str | None:
    """The date so many days after another (before it, where below zero); None where that is no date.

    What lasted is counted from its end, or back from its beginning. A month or a year is one of its days.
    """
    said = parse_edtf(origin)
    if said is None or abs(days) > FURTHEST:
        return None
    if isinstance(said, Span) and said.throughout:
        said = said.end if days > 0 else said.start
        if said is None:
            return None
    try:
        found = _moved(said, days)
    except OverflowError:
        return None
    return str(_roughly(found) if about else found)


def with_relative(words: str, edtf: str, relative: Relative) -> dict[str, Json]:
    """A date of a record, with what it was counted from."""
    return {"edtf": edtf, "words": words, "calendar": GREGORIAN, "relative": relative.to_json()}


def _moved(said: Edtf, days: int) -> Edtf:
    by = timedelta(days)
    if isinstance(said, Point):
        if said.day:
            day = said.first + by
            return Point(day.year, day.month, day.day, said.about)
        first, last = said.first + by, said.last + by
        return Span(
            Point(first.year, first.month, first.day, said.about),
            Point(last.year, last.month, last.day, said.about),
            throughout=False,
        )
    ends = [
        (end.first if number == 0 else end.last) + by if end else None
        for number, end in enumerate((said.start, said.end))
    ]
    start, end = (Point(day.year, day.month, day.day) if day else None for day in ends)
    return Span(start, end, throughout=False)


def _roughly(said: Edtf) -> Edtf:
    if isinstance(said, Point):
        return replace(said, about=True)
    start, end = (replace(point, about=True) if point else None for point in (said.start, said.end))
    return Span(start, end, said.throughout)
