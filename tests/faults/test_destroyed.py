"""Destroying, killed at any of its calls: from the moment its keys are written over, nothing opens the vault."""

from __future__ import annotations

import random

import pytest

from desktop.crypto import age
from desktop.crypto.passphrase import normalise_passphrase
from desktop.crypto.recipients import parse_identities
from desktop.errors import JiashuError
from desktop.vault import folder, slots
from tests.faults.disk import Command, Disk, Ended
from tests.faults.works import PASSPHRASE, Scene, Work
from tests.proof.extent import EVERY, THOROUGH

DESTROY = Work("destroy", ("destroy", "{vault}", "--yes-destroy", "vault"), "The vault is destroyed.")
SIGKILLED = -9
SIGNED_IN = 2
"""Calls for the vault's lock. Then each key is written over, before anything is flushed."""


def command(scene: Scene) -> Command:
    """Without a passphrase, which nobody is asked for."""
    return Command([word.format_map(scene.made) for word in DESTROY.words], scene.home)


def openers(scene: Scene) -> set[str]:
    """What still opens a slot: as its bytes are, whatever else is missing."""
    found = set()
    for slot, name, identities in (
        ("k1", "passphrase", [slots.opener(normalise_passphrase(PASSPHRASE))]),
        ("k2", "recovery key", parse_identities(scene.made["recovery"])),
    ):
        try:
            age.unseal((scene.vault / slot).read_bytes(), identities)
        except (OSError, JiashuError):
            continue
        found.add(name)
    return found


@pytest.mark.slow
def test_killed_at_any_call_what_was_written_over_opens_nothing(scene: Scene, disk: Disk) -> None:
    scene.set(DESTROY)
    calls = disk.counted(command(scene), "kill").calls
    assert not scene.vault.exists()
    done = [call.split()[0] for call in calls]
    assert done[: SIGNED_IN + 8] == ["ftruncate64", "write", *["write"] * len(folder.SLOTS), "fsync"]
    over = {"passphrase": SIGNED_IN + 1, "recovery key": SIGNED_IN + 2}
    unlinked = calls.index("unlink /vault/k7") + 1
    for at in range(1, len(calls) + 1, EVERY) if THOROUGH else (*over.values(), random.randint(unlinked, len(calls))):
        ended = struck(scene, disk, at)
        assert ended.code == SIGKILLED
        assert openers(scene) == {name for name, first in over.items() if at < first}


def struck(scene: Scene, disk: Disk, at: int) -> Ended:
    """Begin anew, and be killed at this call."""
    scene.set(DESTROY)
    return disk.run(command(scene), "kill", at)
