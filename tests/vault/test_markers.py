"""The marks `open` and `closed`: an older or foreign copy does not pass for the vault."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from desktop.crypto import age
from desktop.crypto.hybrid import HybridIdentity
from desktop.errors import Hindered
from desktop.vault import files, system
from desktop.vault.vault import Vault
from tests.vault.desk import FAST, PASSPHRASE, Desk


def codes(vault: Vault) -> list[str]:
    return [notice.code for notice in vault.notices]


def copied(desk: Desk, to: Path) -> Path:
    """A copy of the whole folder, as any file manager makes it."""
    shutil.copytree(desk.place, to)
    return to


def put_back(copy: Path, desk: Desk, *names: str) -> None:
    """Files of a copy in place of the vault's own; all of them when none is named."""
    for path in desk.place.iterdir():
        if path.is_file() and (not names or path.name in names):
            path.unlink()
    for path in copy.iterdir():
        if path.is_file() and (not names or path.name in names):
            shutil.copy2(path, desk.place / path.name)


def marks(desk: Desk) -> list[str]:
    return [name for name in ("open", "closed") if (desk.place / name).exists()]


def test_a_vault_is_marked_open_or_closed(desk: Desk) -> None:
    assert marks(desk) == ["open"]
    desk.lock()
    assert marks(desk) == ["closed"]


def test_the_mark_says_where_the_log_stands_to_who_has_the_keys(desk: Desk) -> None:
    desk.testimony("One.")
    (key,), log = desk.vault._opened.ring.identities, desk.vault._opened.log
    kept = HybridIdentity(key.secret)  # the vault overwrites its own
    wanted = {"h": log.hash.hex(), "n": 1, "vault": desk.vault.vault_id.hex()}
    desk.lock()
    assert json.loads(age.unseal((desk.place / "closed").read_bytes(), [kept])) == wanted


def test_an_ordinary_day_is_told_nothing(desk: Desk) -> None:
    for day in range(3):
        desk.testimony(f"Day {day}.")
        assert codes(desk.reopen(last_seen=desk.last_seen)) == []


def test_a_killed_program_is_told_nothing_and_loses_nothing(desk: Desk, tmp_path: Path) -> None:
    said = desk.testimony("Saved before the battery died.")
    copy = copied(desk, tmp_path / "after the kill")
    killed = Vault.unlock(copy, PASSPHRASE, clock=desk.clock)
    assert codes(killed) == []
    assert killed.kind_of(said) == "testimony"
    killed.lock()


@pytest.mark.fault(3)
def test_fault_03_locking_without_room_for_a_mark_is_told_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.testimony("Moved into the database all the same.")

    def full(*_: object) -> None:
        raise Hindered("disk.full", needed=1)

    monkeypatch.setattr(files, "write", full)
    assert desk.vault.lock() is None
    monkeypatch.undo()
    assert codes(desk.unlock()) == []


@pytest.mark.fault(1)
def test_fault_01_what_a_kill_left_of_names_waits_for_the_compartment_and_is_told_nothing(tmp_path: Path) -> None:
    desk = Desk.fresh(tmp_path / "vault", identity_passphrase=PASSPHRASE)
    _, name = desk.person("秦望舒")
    killed = Desk(copied(desk, tmp_path / "after the kill"), desk.clock, desk.vault)
    desk.lock()
    killed.unlock()
    killed.reopen()
    assert codes(killed.vault) == []
    killed.vault.open_compartment(PASSPHRASE)
    assert killed.vault.state(name).values()["full"] == "秦望舒"
    killed.lock()
    assert marks(killed) == ["closed"]


@pytest.mark.fault(1)
@pytest.mark.parametrize("before", ["touch_private", "sync_folder"])
def test_fault_01_killed_while_a_database_is_put_in_place_anew_it_is_told_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str
) -> None:
    said = desk.testimony("To be erased.")
    copies: list[Path] = []
    do = getattr(system, before)

    def copy_and_do(path: Path) -> None:
        if (desk.place / files.REWRITTEN).exists() or before == "sync_folder":
            copies.append(copied(desk, tmp_path / str(len(copies))))
        do(path)

    monkeypatch.setattr(system, before, copy_and_do)
    desk.vault.erase(said, "record")
    monkeypatch.undo()
    assert copies
    for copy in copies:
        killed = Vault.unlock(copy, PASSPHRASE, clock=desk.clock)
        assert codes(killed) == []
        assert killed.state(said).erased
        killed.lock()


@pytest.mark.fault(8)
def test_fault_08_a_copy_of_an_open_vault_without_its_log_of_writes_is_noticed(desk: Desk, tmp_path: Path) -> None:
    desk.testimony("In the write-ahead log alone.")
    copy = copied(desk, tmp_path / "copy")
    (copy / "a.db-wal").unlink()
    (copy / "a.db-shm").unlink()
    opened = Vault.unlock(copy, PASSPHRASE, clock=desk.clock)
    assert "vault.copied_in_use" in codes(opened)
    opened.lock()


@pytest.mark.fault(8)
def test_fault_08_a_log_of_writes_of_another_copy_is_set_aside(desk: Desk, tmp_path: Path) -> None:
    desk.testimony("Before the copy.")
    desk.reopen()
    desk.testimony("In the write-ahead log alone.")
    copy = copied(desk, tmp_path / "copy")
    desk.lock()
    shutil.copy2(copy / "a.db-wal", desk.place / "a.db-wal")
    foreign = (copy / "a.db-wal").read_bytes()
    vault = desk.unlock()
    (notice,) = [notice for notice in vault.notices if notice.code == "vault.foreign_wal"]
    assert (desk.place / str(notice.details["file"])).read_bytes() == foreign
    assert vault.count("testimony") == 2
    assert vault.verify().sound


@pytest.mark.fault(8)
def test_fault_08_an_older_folder_is_told_by_what_the_host_remembers(desk: Desk, tmp_path: Path) -> None:
    desk.lock()
    copy = copied(desk, tmp_path / "last week")
    desk.unlock()
    for number in range(3):
        desk.testimony(f"This week {number}.")
    desk.lock()
    put_back(copy, desk)
    vault = desk.unlock(last_seen=desk.last_seen)
    assert [(notice.code, dict(notice.details)) for notice in vault.notices] == [("vault.older", {"events": 3})]


@pytest.mark.fault(8)
def test_fault_08_an_older_database_is_told_by_the_folder_itself(desk: Desk, tmp_path: Path) -> None:
    desk.lock()
    copy = copied(desk, tmp_path / "last week")
    desk.unlock()
    desk.testimony("This week.")
    desk.lock()
    put_back(copy, desk, "a.db")
    assert "vault.older" in codes(desk.unlock())


@pytest.mark.fault(8)
def test_fault_08_a_copy_that_went_another_way_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.testimony("In both.")
    desk.lock()
    other = Desk(copied(desk, tmp_path / "other"), desk.clock, desk.vault)
    desk.unlock()
    desk.testimony("Here.")
    desk.lock()
    other.unlock()
    other.testimony("There.")
    other.lock()
    put_back(other.place, desk)
    assert codes(desk.unlock(last_seen=desk.last_seen)) == ["vault.branch"]


@pytest.mark.fault(8)
def test_fault_08_another_vault_in_the_same_place_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.lock()
    other, _ = Vault.create(tmp_path / "other", PASSPHRASE, work_factor=FAST, clock=desk.clock)
    other.lock()
    put_back(tmp_path / "other", desk)
    assert codes(desk.unlock(last_seen=desk.last_seen)) == ["vault.marker"]


def test_a_vault_that_went_on_elsewhere_is_told_nothing(desk: Desk) -> None:
    desk.lock()
    remembered = desk.last_seen
    desk.unlock()
    desk.testimony("Written on the other laptop.")
    desk.lock()
    assert codes(desk.unlock(last_seen=remembered)) == []


@pytest.mark.parametrize("broken", [b"", b"age-encryption.org/v1\n", b"nonsense"])
def test_a_mark_that_cannot_be_read_is_told_and_locks_nobody_out(desk: Desk, broken: bytes) -> None:
    desk.lock()
    (desk.place / "closed").write_bytes(broken)
    assert codes(desk.unlock()) == ["vault.marker"]


@pytest.mark.fault(8)
def test_fault_08_a_vault_without_any_mark_opens_and_says_so(desk: Desk) -> None:
    desk.lock()
    (desk.place / "closed").unlink()
    assert codes(desk.unlock()) == ["vault.no_marker"]
    desk.lock()
    assert marks(desk) == ["closed"]


def test_a_lock_cut_short_before_the_open_mark_went_is_an_ordinary_one(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.testimony("Said.")
    monkeypatch.setattr(files, "remove", lambda _: None)
    desk.lock()
    monkeypatch.undo()
    assert marks(desk) == ["open", "closed"]
    assert codes(desk.unlock(last_seen=desk.last_seen)) == []
    assert marks(desk) == ["open"]
