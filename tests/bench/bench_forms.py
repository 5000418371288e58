"""How long opening and saving a form takes in the window, in a vault of a hundred thousand records."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from tests.bench.row import Row

MANY = 100_000
TIMES, WARMING = 25, 5
PROMISE = 50.0  # milliseconds
FIELDS = {
    "person": "occupation",
    "act": "place",
    "consent": "conditions",
    "interview": "place_type",
    "evidence": "received_how",
    "intervention": "addressee",
    "organisation": "place",
}
"""The kinds whose forms are opened, and the field that is changed in each."""
DOING = {"open": "open a form", "fill": "wait while the rest comes", "save": "save a form"}


def rows() -> Iterator[Row]:
    """Every form by turns, in a vault with the worked world alone and then in the same one filled up; medians."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.bench.seat import Seat  # Qt, which other comparisons do without

    with tempfile.TemporaryDirectory() as folder:
        seat = Seat(Path(folder))
        few = medians(seat.times(FIELDS, TIMES + WARMING))
        seat.fill(MANY)
        many = medians(seat.times(FIELDS, TIMES + WARMING))
        seat.leave()
    for doing, told in DOING.items():
        ours = {kind: many[doing, kind] for kind in FIELDS}
        slowest = max(ours, key=lambda kind: ours[kind])
        note = f"p50 of the slowest kind, {slowest}, beside the {PROMISE:g} ms promised"
        yield Row(f"{told}, {MANY} kept", ours[slowest], PROMISE, ours[slowest] / PROMISE, 1.0, "ms", note)
    for doing in ("open", "save"):
        ours = {kind: many[doing, kind] for kind in FIELDS}
        worst = max(FIELDS, key=lambda kind: ours[kind] / few[doing, kind])
        beside = few[doing, worst]
        note = f"p50 of the kind that grew most, {worst}, beside the worked world alone"
        yield Row(f"{doing} it as the vault fills", ours[worst], beside, ours[worst] / beside, 1.5, "ms", note)


def medians(taken: Mapping[tuple[str, str], list[float]]) -> dict[tuple[str, str], float]:
    """Milliseconds; the first few of each are not counted."""
    return {what: statistics.median(times[WARMING:]) for what, times in taken.items()}
