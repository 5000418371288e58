"""How long something went on, said no more exactly than its dates allow.

The first and the last day are counted both. A state whose beginning nobody knows lasted at least as long as it is known
of; one nobody saw the end of lasted until it was last confirmed, and perhaps longer.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desktop.domain.date_show import show_edtf
from desktop.domain.dates import Span, earliest, edtf_of, latest, parse_edtf
from desktop.domain.values import Json, Nested

YEAR, GRASPED, HALF = 365.25, 730, "½"  # days
ENDS = ("end", "released_on", "lifted_on")
"""Where an act says when it was over: by its own end, or by a release or a lifting."""


@dataclass(frozen=True, slots=True)
class Duration:
    """In days. least, most: None where nothing is known of that side. so_far: it is not known to be over.

    as_of: until when it is known to have gone on, as a date is written down, where no end is known.
    """

    least: int | None = None
    most: int | None = None
    so_far: bool = False
    as_of: str = field(default="", repr=False)

    @property
    def known(self) -> bool:
        return self.least is not None or self.most is not None


def duration(nested: Nested) -> Duration:
    """Of an act or a stay: by its beginning, its end, the day it was last confirmed, and what is said of these."""
    start, end = _edtf(nested.get("start")), end_of(nested)
    sure_start = nested.get("started") is not False
    begins, before = _through(start)
    if end is None:
        confirmed = _later(_edtf(nested.get("last_confirmed")), before)
        return _open(begins, confirmed, sure_start=sure_start, over=is_over(nested))
    first, last = (earliest(begins), latest(begins)) if begins else (None, None)
    to_first, to_last = earliest(end), latest(end)
    least = _days(last, to_first) if last and to_first else None
    most = _days(first, to_last) if sure_start and first and to_last else None
    return Duration(max(1, least) if least is not None else (1 if most else None), max(1, most) if most else None)


def is_over(nested: Nested) -> bool:
    """Whether somebody said that it is over, or when it ended."""
    said = nested.get("ended")
    return said is True or (said is not False and any(_said(nested.get(name)) for name in ENDS))


def end_of(nested: Nested) -> str | None:
    """When it ended, as written down: by its own end, or by a release or a lifting. None of what is said to go on."""
    return None if nested.get("ended") is False else _any_end(nested)


def say(length: Duration, lang: str) -> str:
    """A duration in words."""
    return _say_zh(length) if lang.startswith("zh") else _say_en(length)


def _open(begins: str | None, confirmed: str | None, *, sure_start: bool, over: bool) -> Duration:
    """Of what has no known end: as long as it is known of."""
    if begins is None:
        return Duration(so_far=not over)
    first, last = earliest(begins), latest(begins)
    if confirmed is None:  # known of on the day it began, and not of after that
        exact = begins if first == last else ""
        return Duration(1 if first and last else None, so_far=not over, as_of=exact)
    known_first, known_last = earliest(confirmed), latest(confirmed)
    least = max(1, _days(last, known_first)) if last and known_first else 1
    most = _days(first, known_last) if sure_start and not over and first and known_last else None
    return Duration(least, max(least, most) if most else None, so_far=not over, as_of=confirmed)


def _any_end(nested: Nested) -> str | None:
    return next((edtf for name in ENDS if (edtf := _edtf(nested.get(name)))), None)


def _said(value: Json) -> bool:
    """Whether a date says something, if only in words nobody could read."""
    return isinstance(value, dict) and bool(value.get("edtf") or value.get("words"))


def _through(edtf: str | None) -> tuple[str | None, str | None]:
    """A beginning that was told as a whole time, from a day to a day: both of its ends; else itself and None."""
    said = parse_edtf(edtf) if edtf else None
    if not (isinstance(said, Span) and said.throughout):
        return edtf, None
    return (str(said.start) if said.start else None), (str(said.end) if said.end else None)


def _later(one: str | None, other: str | None) -> str | None:
    """Of two dates that which reaches further."""
    known = [edtf for edtf in (one, other) if edtf and latest(edtf)]
    return max(known, key=lambda edtf: latest(edtf) or date.min, default=None)


def _days(first: date, last: date) -> int:
    return (last - first).days + 1


def _edtf(value: Json) -> str | None:
    edtf = edtf_of(value)
    return edtf if edtf and parse_edtf(edtf) else None


def _say_en(length: Duration) -> str:
    if not length.known:
        return "not known how long"
    told = _range_en(length.least, length.most, length.so_far)
    return f"{told} (as of {show_edtf(length.as_of, 'en')})" if length.as_of else told


def _range_en(least: int | None, most: int | None, so_far: bool) -> str:
    soon = " so far" if so_far and most is not None else ""
    years = " to ".join(_halves(least, most))
    grasped = f", about {years} years" if years else ""
    if most is None:
        return f"at least {_count_en(least or 1)}{grasped}"
    if least is None:
        return f"at most {_count_en(most)}{grasped}"
    days = _count_en(most) if least == most else f"{least:,} to {_count_en(most)}"
    return f"{days}{soon}{grasped}"


def _count_en(days: int) -> str:
    return "1 day" if days == 1 else f"{days:,} days"


def _say_zh(length: Duration) -> str:
    if not length.known:
        return "持续多久不详"
    told = _range_zh(length.least, length.most, length.so_far)
    return f"{told}（截至{show_edtf(length.as_of, 'zh')}）" if length.as_of else told


def _range_zh(least: int | None, most: int | None, so_far: bool) -> str:
    soon = "迄今" if so_far and most is not None else ""
    years = "至".join(said.replace(HALF, "") + "年" + "半" * said.count(HALF) for said in _halves(least, most))
    grasped = f"，约{years}" if years else ""
    if most is None:
        return f"至少{least or 1}天{grasped}"
    if least is None:
        return f"至多{most}天{grasped}"
    days = f"{most}天" if least == most else f"{least}至{most}天"
    return f"{soon}{days}{grasped}"


def _halves(least: int | None, most: int | None) -> tuple[str, ...]:
    """About how many years so many days are, to the half: nobody grasps a thousand days. Nothing of fewer than two
    years."""
    days = [one for one in (least, most) if one is not None]
    if not days or min(days) < GRASPED:
        return ()
    halves = dict.fromkeys(round(2 * one / YEAR) for one in days)
    return tuple(f"{half // 2}{HALF if half % 2 else ''}" for half in halves)
