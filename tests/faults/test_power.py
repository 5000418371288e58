"""A power cut after any call: the vault opens as it was before or as it is after, with all that was acknowledged."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from hashlib import blake2b

import pytest

from tests.faults.powerless import Left, Machine, after_a_cut, put
from tests.faults.sweep import PARTS, THOROUGH, Known, judge, shown
from tests.faults.trace import Call, read
from tests.faults.works import WORKS, Scene, Work
from tests.proof.recording import Tally

SHUFFLES = 8 if THOROUGH else 1
STATES = 8
"""In a sample: disks as the power cut may have left them."""


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
    seed = random.randrange(1 << 32)
    for at, way, acknowledged, left in states(machine_of(scene, work), calls, work, part, seed):
        shutil.rmtree(scene.stage)
        put(left, scene.stage)
        tally(2, disks_after_a_cut=1)
        try:
            judge(2, tally, shown(scene), before, after, acknowledged=acknowledged)
        except BaseException as error:
            error.add_note(f"after call {at} of {len(calls)}, {calls[at - 1]}, {way}, seed {seed}")
            raise


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


def states(
    machine: Machine, calls: list[Call], work: Work, part: int, seed: int
) -> Iterator[tuple[int, str, bool, Left]]:
    """After which call, in which way, whether it was acknowledged by then, and the disk; each disk once."""
    chance = random.Random(seed)
    chosen = set(range(part, len(calls) + 1, PARTS)) if THOROUGH else set(chance.sample(range(len(calls) + 1), STATES))
    seen: set[bytes] = set()
    said = b""
    for at in range(len(calls) + 1):
        last = calls[at - 1] if at else None
        if last is not None:
            machine.do(last)
            said += last.data if last.what == "said" else b""
        if at not in chosen:
            continue
        acknowledged = work.done.encode() in said
        ways = list(after_a_cut(machine, last, chance, SHUFFLES))
        for way, left in ways if THOROUGH else [chance.choice(ways)]:
            told = _digest(left, acknowledged)
            if told not in seen:
                seen.add(told)
                yield at, way, acknowledged, left


def _digest(left: Left, acknowledged: bool) -> bytes:
    hashed = blake2b(b"acknowledged" if acknowledged else b"", digest_size=16)
    for name, content in left.items():
        hashed.update(name.encode() + b"\0" + (b"" if content is None else blake2b(content).digest()) + b"\0")
    return hashed.digest()
