"""Which acts took somebody's liberty: those that did, whatever else is recorded of them."""

from __future__ import annotations

import pytest

from desktop.domain.liberty import taken
from desktop.domain.values import Json, Nested

UNKNOWN: Json = {"absent": "unknown"}


@pytest.mark.parametrize(
    ("act", "held"),
    [
        ({"type": "B.04"}, True),
        ({"type": "B.04", "nature": "threat"}, False),
        ({"type": "A.05"}, False),
        ({"type": "B.01"}, False),
        ({"type": "F.02", "charge": "Fraud"}, False),
        ({"charge": "Fraud"}, True),
        ({"type": "A.14"}, True),
        ({"type": UNKNOWN, "nature": UNKNOWN}, False),
        ({}, False),
    ],
)
def test_only_what_was_done_and_held_somebody_took_their_liberty(act: Nested, held: bool) -> None:
    assert (taken([("one", act)]) is not None) is held


def test_a_disappearance_comes_before_an_earlier_detention_where_it_is_asked_for() -> None:
    acts: list[tuple[str, Nested]] = [("first", {"type": "B.03"}), ("second", {"type": "B.09"})]
    assert [taken(acts), taken(acts, vanished=True)] == [acts[0], acts[1]]
