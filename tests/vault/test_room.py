"""No room on the disk: what is there stays readable, nothing is half done, and it works again with room."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.errors import Hindered
from desktop.vault import files, system
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.small_disk import full, small_disk
from tests.vault.desk import FAST, PASSPHRASE, Desk, fails

__all__ = ["small_disk"]  # a fixture


def fill(desk: Desk) -> int:
    """Testimonies saved until there is no room."""
    before = desk.vault.count("testimony")
    with fails(Hindered, "disk.full") as told:
        for _ in range(10_000):
            desk.testimony("Words enough to fill a page. " * 200)
    assert int(told.value.details["needed"]) > 0
    return desk.vault.count("testimony") - before


@pytest.mark.fault(3)
def test_fault_03_a_save_without_room_is_refused_and_all_before_it_is_there(small_disk: Path) -> None:
    desk = Desk.fresh(small_disk / "vault")
    with full(small_disk):
        saved = fill(desk)
        assert desk.vault.count("testimony") == saved
        assert desk.vault.verify().sound
    desk.testimony("There is room again.")
    desk.reopen()
    assert desk.vault.count("testimony") == saved + 1
    assert desk.vault.verify().sound
    desk.vault.lock()


@pytest.mark.fault(3)
def test_fault_03_a_vault_on_a_full_disk_locks_unlocks_and_reads(small_disk: Path) -> None:
    desk = Desk.fresh(small_disk / "vault")
    said = desk.testimony("Readable all the same.")
    desk.lock()
    with full(small_disk):
        desk.unlock()
        assert desk.words_of(said) == ["Readable all the same."]
        with fails(Hindered, "disk.full"):
            desk.testimony("No room for this. " * 500)
        desk.lock()
        desk.unlock()
        assert desk.words_of(said) == ["Readable all the same."]
        desk.lock()
    desk.unlock()
    desk.testimony("Room again.")
    assert [notice.code for notice in desk.vault.notices] == []
    desk.vault.lock()


@pytest.mark.fault(3)
def test_fault_03_evidence_without_room_leaves_nothing(small_disk: Path) -> None:
    desk = Desk.fresh(small_disk / "vault")
    with fails(Hindered, "disk.full"), desk.vault.incoming("vault") as writer:
        for _ in range(100):
            writer.write(bytes(1 << 20))
    assert not [path for path in (small_disk / "vault" / "d").rglob("*") if path.is_file()]
    desk.testimony("Room again.")
    desk.vault.lock()


@pytest.mark.fault(3)
def test_fault_03_a_passphrase_is_not_half_changed(small_disk: Path) -> None:
    desk = Desk.fresh(small_disk / "vault")
    with full(small_disk), fails(Hindered, "disk.full"):
        desk.vault.change_passphrase(PASSPHRASE, "another", FAST)
    desk.reopen()
    desk.vault.lock()


@pytest.mark.fault(3)
def test_fault_03_a_vault_that_cannot_be_made_says_so(small_disk: Path) -> None:
    with full(small_disk), fails(Hindered, "disk.full"):
        Desk.fresh(small_disk / "vault")


@pytest.mark.fault(3)
def test_fault_03_an_erasure_without_room_waits_for_it(small_disk: Path) -> None:
    desk = Desk.fresh(small_disk / "vault")
    said = desk.testimony("To be erased.")
    with full(small_disk):
        with pytest.raises(Hindered):
            desk.vault.erase(said, "record")
        assert desk.vault.verify().sound
    if not desk.vault.state(said).erased:
        desk.vault.erase(said, "record")
    desk.reopen()
    assert not desk.vault.erasures_pending
    desk.vault.lock()


@pytest.mark.fault(3)
def test_fault_03_what_is_erased_but_for_the_last_steps_is_told_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said = desk.testimony("To be erased.")
    rename = Path.replace

    def no_room(self: Path, target: Path) -> Path:
        if self.name == files.REWRITTEN:
            raise OSError(errno.ENOSPC, "no room")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", no_room)
    with fails(Hindered, "vault.unfinished"):
        desk.vault.erase(said, "record")
    assert desk.vault.state(said).erased
    monkeypatch.undo()
    desk.reopen()
    assert not desk.vault.erasures_pending


LIMITED = """
import resource, sys
from pathlib import Path
from desktop.errors import Hindered
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.small_disk import full, small_disk
from tests.vault.desk import Desk

place, clock = Path(sys.argv[1]), Clock()
desk = Desk(place, clock, Vault.unlock(place, sys.argv[2], clock=clock))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
saved = 0
try:
    while True:
        desk.testimony("Words enough to fill a page. " * 200)
        saved += 1
except Hindered as error:
    print(error.code, saved, desk.vault.count("testimony"))
desk.vault.lock()
"""


@pytest.mark.fault(3)
@pytest.mark.skipif(sys.platform == "win32", reason="limits as POSIX has them")
def test_fault_03_a_limit_on_the_size_of_files_is_told_as_no_room(place: Path, clock: Clock, root: Path) -> None:
    desk = Desk.fresh(place, clock)
    desk.lock()
    command = [sys.executable, "-c", LIMITED, str(place), PASSPHRASE]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    code, saved, counted = done.stdout.split()
    assert (code, saved) == ("disk.full", counted)
    assert desk.unlock().count("testimony") == int(saved)
    assert desk.vault.verify().sound
    desk.vault.lock()


@pytest.mark.fault(4)
def test_fault_04_a_disk_that_fails_is_told_and_the_vault_can_still_be_locked(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.testimony("Before.")

    def fail(*_: object) -> None:
        raise OSError(5, "input/output error")

    monkeypatch.setattr(system, "flush", fail)
    with fails(Hindered, "disk.failed"):
        desk.vault.change_passphrase(PASSPHRASE, "another", FAST)
    assert desk.vault.lock() is None
    monkeypatch.undo()
    vault = Vault.unlock(desk.place, PASSPHRASE, clock=desk.clock)
    assert vault.count("testimony") == 1
    vault.lock()
