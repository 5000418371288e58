"""How long opening and saving a form takes in the window, in a vault of a hundred thousand records."""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.row import Row

if TYPE_CHECKING:
    from tests.bench.seat import Seat

MANY = 100_000
TIMES, WARMING = 25, 5
NOTE = "a word more"
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
    """Every form by turns, in a vault with the worked world alone and in one filled up, by turns too: medians.

    Both are open at once, so that whatever else the machine is at meanwhile slows both.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.bench.seat import Seat  # Qt, which other comparisons do without

    with tempfile.TemporaryDirectory() as folder:
        seats = Seat(Path(folder) / "few"), Seat(Path(folder) / "many")
        seats[1].fill(MANY)
        few, many = times(seats, TIMES + WARMING)
        for seat in seats:
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


def times(seats: Sequence[Seat], count: int) -> list[dict[tuple[str, str], float]]:
    """Milliseconds for each seat by what is done and kind, medians; the first few of each are not counted."""
    records = [{kind: seat.first(kind) for kind in FIELDS} for seat in seats]
    taken: list[dict[tuple[str, str], list[float]]] = [{} for _ in seats]
    for turn in range(count):
        for seat, shown, known in zip(seats, records, taken, strict=True):
            for other in seats:
                other.get_up()
            seat.sit_down()
            for kind, field in FIELDS.items():
                for doing, time in seat.at_form(kind, shown[kind], field, f"{NOTE} {turn}").items():
                    known.setdefault((doing, kind), []).append(time)
    return [{what: statistics.median(found[WARMING:]) for what, found in known.items()} for known in taken]
