"""Killed at any call that changes the disk, the program leaves what was before or what comes after, never between."""

from __future__ import annotations

import pytest

from tests.faults.sweep import Known, Sweep
from tests.faults.works import WORKS, Work
from tests.proof.extent import PARTS
from tests.proof.recording import Tally

SIGKILLED = -9


@pytest.mark.slow
@pytest.mark.fault(1)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_fault_01_killed_at_any_call_it_left_the_old_state_or_the_new(
    known: Known, work: Work, part: int, tally: Tally
) -> None:
    sweep = Sweep.of(known, work, "kill", 1, tally)
    for at in sweep.points(part):
        ended = sweep.run(at)
        assert ended.code == SIGKILLED
        tally(1, kills_at_a_call=1)
        found = sweep.outcome(ended)
        if work.goes_on:
            sweep.done_in_the_end(found)
