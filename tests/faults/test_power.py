"""A power cut after any call: the vault opens as it was before or as it is after, with all that was acknowledged."""

from __future__ import annotations

import random
import shutil
from collections.abc import Collection, Sequence

import pytest

from tests.faults.cuts import states
from tests.faults.powerless import Left, Machine, after_a_cut, put
from tests.faults.sweep import Known, judge, shown
from tests.faults.trace import Call, read
from tests.faults.works import CANARIES, WORKS, Scene, Work
from tests.proof.extent import PARTS
from tests.proof.recording import Tally
from tests.vault import raw_pages
from tests.vault.other_make import MAGIC


@pytest.mark.slow
@pytest.mark.fault(2)
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_fault_02_without_power_after_any_call_it_is_as_before_or_as_after(
    known: Known, work: Work, part: int, tally: Tally
) -> None:
    before, after = known.of(work)
    scene = known.scene
    scene.set(work)
    machine = Machine.at(scene.stage)
    ended, recorded = known.disk.recorded(scene.command(work))
    assert work.done in ended.out
    calls = read(recorded)
    assert_whole(machine, calls, scene)
    keys = scene.raw_keys()
    seed = random.randrange(1 << 32)
    for at, way, acknowledged, left in states(machine_of(scene, work), calls, work.done, part, seed):
        shutil.rmtree(scene.stage)
        put(left, scene.stage)
        tally(2, disks_after_a_cut=1)
        try:
            if acknowledged:
                assert not holding_words(left, keys, set(before.words).difference(after.words))
            judge(2, tally, shown(scene), before, after, acknowledged=acknowledged)
        except BaseException as error:
            error.add_note(f"after call {at} of {len(calls)}, {calls[at - 1]}, {way}, seed {seed}")
            raise


@pytest.mark.slow
@pytest.mark.fault(10)
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_fault_10_nothing_written_at_any_time_begins_a_database_in_clear_or_holds_a_word(
    known: Known, work: Work, tally: Tally
) -> None:
    known.scene.set(work)
    _, recorded = known.disk.recorded(known.scene.command(work))
    written = [call.data for call in read(recorded) if call.what == "write"]
    tally(10, writes_looked_at=len(written))
    assert not [data for data in written if MAGIC in data]
    assert not [word for word in CANARIES for data in written if word.encode() in data]


def holding_words(left: Left, keys: Sequence[str], words: Collection[str]) -> list[str]:
    """Databases and logs of a disk, not opened since, one page or frame of which holds a word."""
    found = []
    for name, content in left.items():
        if words and content and name.endswith(("a.db", "b.db", "/r", "-wal")):
            read_pages = raw_pages.of_log if name.endswith("-wal") else raw_pages.of_database
            found += [name for key in keys if any(word.encode() in read_pages(content, key) for word in words)]
    return found


def machine_of(scene: Scene, work: Work) -> Machine:
    scene.set(work)
    return Machine.at(scene.stage)


def assert_whole(machine: Machine, calls: list[Call], scene: Scene) -> None:
    """The trace misses nothing: all of it done again gives the files that are there."""
    for call in calls:
        machine.do(call)
    (kept,) = (left for way, left in after_a_cut(machine, None, random.Random(), 0) if way == "kept")
    there = {f"/{path.relative_to(scene.stage).as_posix()}": path for path in scene.stage.rglob("*")}
    assert kept.keys() - {"/"} == there.keys()
    assert all(kept[name] == path.read_bytes() for name, path in there.items() if path.is_file())
