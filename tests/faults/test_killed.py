"""Killed at any call that changes the disk, the program leaves what was before or what comes after, never between."""

from __future__ import annotations

import pytest

from tests.faults.disk import Disk
from tests.faults.sweep import PARTS, Sweep
from tests.faults.works import WORKS, Scene, Work

SIGKILLED = -9


@pytest.mark.slow
@pytest.mark.fault(1)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_fault_01_killed_at_any_call_it_left_the_old_state_or_the_new(
    scene: Scene, disk: Disk, work: Work, part: int
) -> None:
    sweep = Sweep.of(scene, disk, work, "kill")
    for at in sweep.points(part):
        ended = sweep.run(at)
        assert ended.code == SIGKILLED
        found = sweep.outcome(ended)
        if work.goes_on:
            sweep.done_in_the_end(found)
