"""Without room from any write on: told as such, the old state or the new one kept, and done once there is room."""

from __future__ import annotations

import pytest

from tests.faults.disk import How
from tests.faults.sweep import Known, Sweep
from tests.faults.works import WORKS, Work
from tests.proof.extent import PARTS
from tests.proof.recording import Tally


@pytest.mark.slow
@pytest.mark.fault(3)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("how", ["full", "once"])
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_fault_03_full_from_any_write_on_it_says_so_and_loses_nothing(
    known: Known, work: Work, how: How, part: int, tally: Tally
) -> None:
    sweep = Sweep.of(known, work, how, 3, tally)
    for at in sweep.points(part):
        ended = sweep.run(at)
        tally(3, full_disks=1)
        sweep.told_and_done_in_the_end(ended, "disk.full")
