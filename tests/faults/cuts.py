"""The power cuts a recorded work is put through: after every call in every way, or a few by chance."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from hashlib import blake2b

from tests.faults.powerless import Left, Machine, after_a_cut
from tests.faults.trace import Call
from tests.proof.extent import EVERY, PARTS, THOROUGH

SHUFFLES = 3 if THOROUGH else 1
STATES = 8
"""In a sample: disks as the power cut may have left them."""


def states(
    machine: Machine, calls: Sequence[Call], done: str, part: int, seed: int
) -> Iterator[tuple[int, str, bool, Left]]:
    """After which call, in which way, whether it was acknowledged by then, and the disk; each disk once.

    machine: as the work found it. done: what the program says once it is acknowledged.
    """
    chance = random.Random(seed)
    every = range(len(calls) + 1)
    after = set(every[part::PARTS][::EVERY]) if THOROUGH else set(chance.sample(every, STATES))
    seen: set[bytes] = set()
    said = b""
    for at in range(len(calls) + 1):
        last = calls[at - 1] if at else None
        if last is not None:
            machine.do(last)
            said += last.data if last.what == "said" else b""
        if at not in after:
            continue
        acknowledged = done.encode() in said
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
