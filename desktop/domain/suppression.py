"""Which counts of a table stay unsaid besides the small ones, so that no small one can be worked out from a sum."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from desktop.domain.tallies import SMALLEST, suppressed
from desktop.domain.values import Json

Place: TypeAlias = tuple[int, int]
"""Row and column."""

_FEW = suppressed(1)


def hidden_too(
    counts: Mapping[Place, int], *, columns: bool = True, rows: bool = False, totals: Iterable[Place] = ()
) -> frozenset[Place]:
    """Counts to leave unsaid as well: of a line with a small one the next smallest, till it could be another.

    columns, rows: what each of them adds up to may be known, from this table or from another. totals: counts that are
    the sum of their column; one goes where nothing else of it is left to be hidden.
    """
    sums = frozenset(totals)
    cells = {place: count for place, count in counts.items() if place not in sums}
    of_columns = _lines(cells, 1)
    lines = [*(of_columns if columns else ()), *(_lines(cells, 0) if rows else ())]
    hidden: set[Place] = set()
    while more := {place for line in lines if (place := _next(cells, line, hidden)) is not None}:
        hidden |= more
    summed = {place[1] for place in sums}
    for line in lines:  # too few counts: then it is not said either which of them is the small one, or that all are
        if _can_be_told(cells, line, hidden) and (
            line[0][1] not in summed or any(cells[place] and place in hidden for place in line)
        ):
            hidden |= {place for place in line if cells[place]}
    if rows and columns:
        while (one := _next_across(cells, lines, hidden)) is not None:
            hidden.add(one)
    bare = {line[0][1] for line in of_columns if _can_be_told(cells, line, hidden)}
    return frozenset(hidden | {place for place in sums if place[1] in bare})


def is_count(told: Json) -> bool:
    """Whether a cell of a table for others says how many, if only that they are few."""
    return told == _FEW or (isinstance(told, int) and not isinstance(told, bool))


def told_apart(before: Json, after: Json) -> bool:
    """Whether a count as it was told and as it is told now show together that only one or two came or went."""
    if not (is_count(before) and is_count(after)):
        return False
    (least, most), (low, high) = _span(before), _span(after)
    return 0 < max(low - most, least - high) < SMALLEST


def _span(told: Json) -> tuple[int, int]:
    return (told, told) if isinstance(told, int) else (1, SMALLEST - 1)


def _lines(cells: Mapping[Place, int], by: int) -> list[Sequence[Place]]:
    """The counts column by column (1) or row by row (0): the smallest first, noughts last."""
    found: dict[int, list[Place]] = {}
    for place in sorted(cells, key=lambda one: (not cells[one], cells[one], one)):
        found.setdefault(place[by], []).append(place)
    return list(found.values())


def _next(cells: Mapping[Place, int], line: Sequence[Place], hidden: set[Place]) -> Place | None:
    """What else of a line is to be hidden; a nought only beside a count that is not small."""
    if not _can_be_told(cells, line, hidden):
        return None
    small = any(0 < cells[place] < SMALLEST for place in line)
    smallest = SMALLEST if small else 0
    return next((place for place in line if cells[place] >= smallest and place not in hidden), None)


def _can_be_told(cells: Mapping[Place, int], line: Sequence[Place], hidden: set[Place]) -> bool:
    """Whether the sum of what is unsaid leaves one of it but one value."""
    small = [cells[place] for place in line if 0 < cells[place] < SMALLEST]
    others = [cells[place] for place in line if place in hidden]
    if not small:
        return len(others) == 1  # a small count of another line could be told from it
    if sum(cells[place] for place in line) < SMALLEST:  # a small sum is not told either
        return False
    others = [count for count in others if count]
    unsaid = sum(small) + sum(others)
    least, most = len(small) + SMALLEST * len(others), (SMALLEST - 1) * len(small)
    return unsaid == least or (not others and unsaid == most)


def _next_across(cells: Mapping[Place, int], lines: Sequence[Sequence[Place]], hidden: set[Place]) -> Place | None:
    """What else is to be hidden where rows and columns together leave a small count but one value: in a line of it the
    smallest that is not small, then a nought, then what is told as small; else anywhere. None where all is well."""
    least, most = _left_open(cells, lines, hidden)
    told = {place for place, count in cells.items() if 0 < count < SMALLEST and least[place] == most[place]}
    ones = {place for line in lines if [cells[one] for one in line if cells[one]] == [1, 1] for place in line}
    told -= ones  # a sum that is unsaid as well leaves them nothing else to be
    near = {place for line in lines if not told.isdisjoint(line) for place in line}
    rest = (place for place in cells if told and place not in hidden)
    return min(rest, default=None, key=lambda one: (one not in near, *_order(cells[one]), one))


def _order(count: int) -> tuple[int, int]:
    return (0 if count >= SMALLEST else 2 if count else 1), count


def _left_open(
    cells: Mapping[Place, int], lines: Sequence[Sequence[Place]], hidden: set[Place]
) -> tuple[Mapping[Place, int], Mapping[Place, int]]:
    """The least and the most each count can be for whoever knows what lines add up to; of a small sum, that it is."""
    least: dict[Place, int] = {}
    most: dict[Place, int] = {}
    for place, count in cells.items():
        small, unsaid = 0 < count < SMALLEST, place in hidden
        least[place] = 0 if unsaid else 1 if small else count
        most[place] = sum(cells.values()) if unsaid else SMALLEST - 1 if small else count
    sums = [(line, sum(cells[place] for place in line)) for line in lines]
    news = True
    while news:
        news = False
        for line, total in sums:
            lowest, highest = (total, total) if total >= SMALLEST or not total else (1, SMALLEST - 1)
            spare, lack = highest - sum(least[one] for one in line), sum(most[one] for one in line) - lowest
            for place in line:
                above, below = min(most[place], least[place] + spare), max(least[place], most[place] - lack)
                news = news or (below, above) != (least[place], most[place])
                least[place], most[place] = below, above
    return least, most
