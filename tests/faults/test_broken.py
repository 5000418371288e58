"""A disk that fails from any call on: told as such, the old state or the new one kept, and done once it works again."""

from __future__ import annotations

import pytest

from tests.faults.disk import How
from tests.faults.sweep import Known, Sweep
from tests.faults.works import WORKS, Work
from tests.proof.extent import PARTS
from tests.proof.recording import Tally


@pytest.mark.slow
@pytest.mark.fault(4)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("how", ["broken", "unreadable"])
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_fault_04_failing_from_any_call_on_it_says_so_and_loses_nothing(
    known: Known, work: Work, how: How, part: int, tally: Tally
) -> None:
    sweep = Sweep.of(known, work, how, 4, tally)
    for at in sweep.points(part):
        ended = sweep.run(at)
        tally(4, failing_disks=1)
        sweep.told_and_done_in_the_end(ended, "disk.failed")
