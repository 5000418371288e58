"""A disk that fails from any call on: told as such, the old state or the new one kept, and done once it works again."""

from __future__ import annotations

import pytest

from tests.faults.disk import Disk
from tests.faults.sweep import PARTS, Sweep
from tests.faults.works import WORKS, Scene, Work


@pytest.mark.slow
@pytest.mark.fault(4)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_fault_04_failing_from_any_call_on_it_says_so_and_loses_nothing(
    scene: Scene, disk: Disk, work: Work, part: int
) -> None:
    sweep = Sweep.of(scene, disk, work, "broken")
    for at in sweep.points(part):
        ended = sweep.run(at)
        sweep.told_and_done_in_the_end(ended, "disk.failed")
