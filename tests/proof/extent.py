"""How much of each sweep is run: a few points by chance, all of them in `make proof`, or every so manieth of all.

`make proof EVERY=10` takes a tenth of the points and of the examples; its table says so.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

THOROUGH = os.environ.get("JIASHU_HYPOTHESIS") == "proof"
EVERY = max(1, int(os.environ.get("JIASHU_EVERY") or 1))
PARTS = 8 if THOROUGH else 1
"""Each sweep is that many tests, for as many workers."""


def chosen(points: Sequence[T], sample: int, part: int = 0, parts: int = 1) -> list[T]:
    """The points of one of the parts, or a few by chance, in their order. sample: how many those are."""
    if THOROUGH:
        return list(points[part::parts][::EVERY])
    places = sorted(random.sample(range(len(points)), min(sample, len(points))))
    return [points[place] for place in places]
