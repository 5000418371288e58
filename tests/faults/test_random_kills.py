"""Killed at random while testimony, evidence and index are saved in one, every acknowledged save is there, whole."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.faults.disk import Command, Disk
from tests.faults.works import Scene
from tests.faults.writer import DRAFTED, ERASED, SAVED, word
from tests.proof.extent import EVERY, PARTS, THOROUGH
from tests.proof.recording import Tally
from tests.vault.desk import PASSPHRASE, Desk

KILLS = 1000 // PARTS // EVERY if THOROUGH else 4
LONGEST = 0.2  # seconds
ANEW = 6
"""Kills of one vault, before a fresh one is taken."""


@pytest.mark.slow
@pytest.mark.fault(1)
@pytest.mark.parametrize("part", range(PARTS))
def test_fault_01_killed_at_random_it_has_every_acknowledged_save(
    scene: Scene, disk: Disk, part: int, tally: Tally
) -> None:
    fresh, place = scene.folder / f"fresh{part}", scene.folder / "written"
    Desk.fresh(fresh).lock()
    acknowledged: set[str] = set()
    for kill in range(KILLS):
        if kill % ANEW == 0:
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(fresh, place)
            acknowledged = set()
        first = kill % ANEW * 10_000
        command = Command([str(place), str(first)], scene.home, module="tests.faults.writer")
        ended = disk.killed_after(command, random.uniform(0, LONGEST), once_told=kill % 3 > 0)
        assert (ended.code, ended.err) == (-9, "")
        told = ended.out.splitlines()
        acknowledged |= set(told)
        tally(1, acknowledged_saves=sum(line.startswith(SAVED) for line in told))
        vault = Vault.unlock(place, PASSPHRASE, clock=Clock())
        try:
            lost, between = compared(vault, place, acknowledged)
            tally(1, kills_at_random=1, lost=lost, between=between)
            assert (lost, between) == (0, 0)
            assert [finding.code for finding in vault.verify().findings] == []
            assert vault.notices == ()
        finally:
            vault.lock()


def compared(vault: Vault, place: Path, acknowledged: set[str]) -> tuple[int, int]:
    """How many acknowledged saves are not there, and how many are there in part."""
    told = [line.split() for line in acknowledged]
    saved = [word(int(number)) for what, number in told if what == SAVED]
    gone = {record for what, record in told if what == ERASED}
    names = {str(vault.state(row.id).values()["full"]) for row in vault.rows("name", limit=100_000)}
    lost = sum(each not in names for each in saved)
    lost += sum(not vault.state(record).erased for record in gone)
    drafted = [int(number) for what, number in told if what == DRAFTED]
    draft = vault.draft("quick")
    lost += bool(drafted) and (draft is None or int(draft.value["text"]) < max(drafted))
    between = 0
    described = {str(vault.state(row.id).values()["description"]) for row in vault.rows("evidence", limit=100_000)}
    between += len(names ^ described) + abs(len(names) - len(vault.rows("person", limit=100_000)))
    between += sum(not vault.search(each) for each in names)
    files = len([path for path in (place / "d").rglob("*/*") if path.is_file()])
    between += abs(files - len(described))
    return lost, between
