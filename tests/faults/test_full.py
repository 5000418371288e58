"""Without room from any write on: told as such, the old state or the new one kept, and done once there is room."""

from __future__ import annotations

import pytest

from tests.faults.disk import Disk, How
from tests.faults.sweep import PARTS, Sweep
from tests.faults.works import WORKS, Scene, Work


@pytest.mark.slow
@pytest.mark.fault(3)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("how", ["full", "once"])
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_fault_03_full_from_any_write_on_it_says_so_and_loses_nothing(
    scene: Scene, disk: Disk, work: Work, how: How, part: int
) -> None:
    sweep = Sweep.of(scene, disk, work, how)
    for at in sweep.points(part):
        ended = sweep.run(at)
        sweep.told_and_done_in_the_end(ended, "disk.full")
