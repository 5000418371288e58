"""Dates of which one end is told and the other is open: since, until, before, after."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from desktop.domain.date_ends import ReadEnd
from desktop.domain.date_points import Read
from desktop.domain.dates import Point, Span, span

_MIDDLE = re.compile(r"[年月]中$|\bmid\b(?!-autumn)")
"""Words read as the whole of a month or a year, of which they mean a part."""
_HOUR = re.compile(
    r"凌晨|清晨|早晨|清早|一早|早上|[上中下正]午|傍晚|晚|夜|\d[时時點点:]|[一二两三四五六七八九十][时時點点]"
    r"|\b(?:morning|afternoon|evening|night|dawn|noon|midnight|o['’]clock|at)\b|\d ?[ap]m\b"
)
"""Of a day of which a part lies on the other side of it: after nine in the evening is still that day."""
_AT_LEAST = re.compile(r"\bat least\b ?|,? if not earlier$|至少|最少|起码")
_EDGE = re.compile(r"(?:the )?(?P<edge>beginning|start|end) of (?:the (?:year|month of) )?(?P<whole>.+)")
_END = re.compile(r"(?P<whole>.+?[年月])(?:年|月)?[底末]")


@dataclass(frozen=True, slots=True)
class _OpenEnded:
    """How words name one end and leave the other open. without: what they name does not belong to it."""

    pattern: re.Pattern[str] = field(repr=False)
    names_start: bool
    throughout: bool
    without: bool = False


_OPEN_ENDED = (
    _OpenEnded(
        re.compile(
            r"(?:on or before|in or before|by|no later than|not later than|at the latest(?: by| in| on)?)\s+(.+)"
            r"|(.+?)\s+(?:or (?:earlier|before)|at the latest)|(?:不晚于|不晚於|不迟于|不遲於|最晚|最迟|最遲)在?(.+)"
            r"|(.+?)(?:或之前|或以前|或更早)"
        ),
        names_start=False,
        throughout=False,
    ),
    _OpenEnded(re.compile(r"before\s+(.+)|(.+?)(?:之前|以前|前)"), names_start=False, throughout=False, without=True),
    _OpenEnded(
        re.compile(
            r"(?:(?:on|in) or after|(?:no|not) earlier than|not before|at the earliest(?: in| on)?)\s+(.+)"
            r"|(.+?)\s+(?:or (?:later|after)|at the earliest)|(?:不早于|不早於|最早)在?(.+)"
            r"|(.+?)(?:或之后|或以后|或之後|或以後|或更晚)"
        ),
        names_start=True,
        throughout=False,
    ),
    _OpenEnded(
        re.compile(r"after\s+(.+)|(.+?)(?:之后|以后|之後|以後|后|後)"),
        names_start=True,
        throughout=False,
        without=True,
    ),
    _OpenEnded(
        re.compile(
            r"(?:ever since|since|starting(?: on| in| from)?|beginning(?: on| in)|from)\s+(.+?)(?: on| onwards?)?"
            r"|(?:自|从|從)?(.+?)(?:起至今|以来|以來|至今|直?到现在|直?到現在|开始至今|開始至今|起|开始|開始)"
            r"|(?:自|从|從)(.+)|(?:from\s+)?(.+?)\s+(?:until|till|to)\s+(?:now|the present|today)|(.+?)\s+onwards?"
        ),
        names_start=True,
        throughout=True,
    ),
    _OpenEnded(
        re.compile(r"(?:until|till|up (?:to|until)|through)\s+(.+)|(?:直到|截至|至|到)(.+?)(?:为止|為止|止)?"),
        names_start=False,
        throughout=True,
    ),
)


def read_open_ended(text: str, read: ReadEnd) -> Read:
    """A date with one end. What went on since or until a part of a year, or "at least" since, keeps its words."""
    if _AT_LEAST.search(text):
        return _no_more_than_at_least(_AT_LEAST.sub("", text).strip(), read)
    for form in _OPEN_ENDED:
        if matched := form.pattern.fullmatch(text):
            named = next(filter(None, matched.groups()))
            said = _edge(named, form, read) or read(named)
            if isinstance(said, Point) and form.without and not (_MIDDLE.search(named) or _HOUR.search(named)):
                said = _just_after(said) if form.names_start else _just_before(said)
            if isinstance(said, Span):
                if form.throughout:
                    return "loose_ends"
                said = said.start if form.names_start else said.end
            if isinstance(said, Point):
                ends = (said, None) if form.names_start else (None, said)
                return span(*ends, throughout=form.throughout)
            if isinstance(said, str):
                return said
    return None


def _no_more_than_at_least(text: str, read: ReadEnd) -> Read:
    """Since at least March: it may have begun before. No date of ours goes on from a beginning nobody knows."""
    said = read_open_ended(text, read)
    return "loose_ends" if isinstance(said, Point | Span) else said


def _edge(named: str, form: _OpenEnded, read: ReadEnd) -> Read:
    """The beginning or the end of a year or month, where it bounds what is said: until the end of 2021 is all of it.

    What is without an edge is without the whole: before the beginning of 2021 is before 2021.
    """
    if not (form.throughout or form.without):
        return None
    matched = _EDGE.fullmatch(named)
    at_end = matched["edge"] == "end" if matched else True
    matched = matched or (_END.fullmatch(named) if form.throughout else None)
    if not matched or (at_end == form.names_start and not form.without):
        return None
    whole = read(matched["whole"])
    if not isinstance(whole, Point) or whole.day or whole.season or whole.about:
        return None
    if form.without:
        outwards = at_end == form.names_start
        if not outwards:
            return None
        return Point(whole.year, whole.last.month, whole.last.day) if at_end else whole
    return whole if whole.month else Point(whole.year, 12 if at_end else 1)


def _just_before(named: Point) -> Point:
    """The year, month or day that ends as what was named begins."""
    if named.first == date.min:
        return named
    last = named.first - timedelta(1)
    fine = not named.month or (not named.season and not named.day)
    return Point(last.year, last.month if named.month else 0, 0 if fine else last.day, named.about)


def _just_after(named: Point) -> Point:
    """The day after one that was named; a month or a year as it is, since its rest may be meant."""
    if not named.day or named.first == date.max:
        return named
    first = named.first + timedelta(1)
    return Point(first.year, first.month, first.day, named.about)
