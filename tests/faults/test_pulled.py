"""A stick pulled out in the middle of a save: from a moment on nothing reaches it; put back, it is whole."""

from __future__ import annotations

import pytest

from tests.faults.sweep import Known, Sweep
from tests.faults.works import WORKS
from tests.proof.extent import PARTS
from tests.proof.recording import Tally


@pytest.mark.slow
@pytest.mark.fault(21)
@pytest.mark.parametrize("part", range(PARTS))
def test_fault_21_a_stick_pulled_in_mid_save_loses_nothing_that_was_acknowledged(
    known: Known, tally: Tally, part: int
) -> None:
    (attach,) = (work for work in WORKS if work.name == "attach")
    sweep = Sweep.of(known, attach, "broken", 21, tally)
    for at in sweep.points(part):
        ended = sweep.run(at)
        tally(21, sticks_pulled=1)
        sweep.told_and_done_in_the_end(ended, "disk.failed")
