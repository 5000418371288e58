"""A vault made from a backup: everything is in it, the backup is never written to, and damage is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.errors import Hindered, Refused
from desktop.vault.copyfolder import finish
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.vault.backups import attached, backed_up, files_in, restored
from tests.vault.desk import FAST, PASSPHRASE, Desk, fails
from tests.vault.half_begun import after, begin_by_half


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where backups go."""
    return tmp_path / "stick"


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Where a vault is to be made from one."""
    return tmp_path / "new"


@pytest.mark.fault(24)
@pytest.mark.parametrize("by_recovery_key", [False, True])
def test_fault_24_a_restored_vault_has_equal_counts_and_hash(
    desk: Desk, stick: Path, new: Path, by_recovery_key: bool
) -> None:
    desk.testimony("All of it.")
    desk.person("林海燕")
    attached(desk, 3000)
    made = backed_up(desk, stick)
    before = files_in(stick)
    out = restored(desk, stick, new, by_recovery_key=by_recovery_key)
    assert (out.n, out.hash, out.records, out.revisions, out.files) == (
        made.n,
        made.hash,
        made.records,
        made.revisions,
        made.files,
    )
    assert (out.lost, out.differing, out.unchecked, out.findings) == (0, 0, 0, ())
    assert files_in(stick) == before
    vault = Vault.unlock(new, PASSPHRASE, clock=desk.clock)
    assert [notice.code for notice in vault.notices] == []
    assert vault.verify().sound
    vault.lock()


def test_the_recovery_key_opens_a_compartment_that_has_its_own_passphrase(
    place: Path, clock: Clock, stick: Path, new: Path
) -> None:
    desk = Desk.fresh(place, clock, identity_passphrase="of the names alone")
    desk.person("林海燕")
    backed_up(desk, stick)
    assert restored(desk, stick, new).unchecked == 1
    assert restored(desk, stick, new.with_name("other"), by_recovery_key=True).unchecked == 0
    desk.vault.lock()


def test_a_folder_copied_by_hand_is_restored_too(desk: Desk, new: Path) -> None:
    desk.testimony("Copied by hand.")
    desk.lock()
    shutil.copytree(desk.place, new.with_name("by_hand"))
    assert restored(desk, new.with_name("by_hand"), new).records == 1
    desk.unlock()


def test_an_older_backup_opens_by_the_passphrase_of_its_day(desk: Desk, stick: Path, new: Path) -> None:
    backed_up(desk, stick)
    desk.vault.change_passphrase(PASSPHRASE, "another since", FAST)
    assert restored(desk, stick, new).findings == ()


def test_a_vault_that_is_open_is_no_backup(desk: Desk, new: Path) -> None:
    with fails(Hindered, "vault.in_use"):
        restored(desk, desk.place, new)
    assert not new.exists()


def test_a_wrong_key_copies_nothing(desk: Desk, stick: Path, new: Path, tmp_path: Path) -> None:
    backed_up(desk, stick)
    other = Desk.fresh(tmp_path / "other")
    with fails(Refused, "vault.recovery_key"):
        restored(other, stick, new, by_recovery_key=True)
    assert not new.exists()
    other.vault.lock()


def test_not_over_anything(desk: Desk, stick: Path, new: Path) -> None:
    backed_up(desk, stick)
    new.mkdir()
    (new / "letter.txt").write_text("Mine.")
    for place in (new, desk.place):
        with fails(Refused, "file.exists"):
            restored(desk, stick, place)
    with fails(Refused, "backup.own_vault"):
        restored(desk, stick, stick / "below")


def test_damaged_evidence_is_told_and_the_rest_is_there(desk: Desk, stick: Path, new: Path) -> None:
    desk.testimony("Whole.")
    rotten, lost = attached(desk, 3000), attached(desk, 3000)
    backed_up(desk, stick)
    path = stick / "d" / rotten[:2] / rotten
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)
    (stick / "d" / lost[:2] / lost).unlink()
    out = restored(desk, stick, new)
    assert (out.records, out.differing, out.lost) == (3, 1, 1)
    assert sorted(finding.subject for finding in out.findings) == sorted([rotten, lost])


def test_a_restore_that_was_left_is_begun_anew(desk: Desk, stick: Path, new: Path) -> None:
    desk.testimony("Whole.")
    attached(desk, 3000)
    backed_up(desk, stick)
    shutil.copytree(stick / "d", new / "d")
    (new / "n").mkdir()
    (new / "n" / "a.db").write_bytes(b"half")
    assert restored(desk, stick, new).findings == ()


def test_what_was_verified_but_not_moved_counts(desk: Desk, stick: Path, new: Path) -> None:
    desk.testimony("First.")
    backed_up(desk, stick)
    desk.testimony("Second.")
    backed_up(desk, new.with_name("next"))
    moving = stick / "m"
    moving.mkdir()
    for name in ("a.db", "closed", "w"):
        shutil.copy(new.with_name("next") / name, moving / name)
    before = files_in(stick)
    assert restored(desk, stick, new).records == 2
    assert files_in(stick) == before
    finish(stick)
    assert not moving.exists()
    assert restored(desk, stick, new.with_name("again")).records == 2


def test_after_the_keys_were_renewed_the_next_backup_takes_the_place_of_the_former(
    desk: Desk, stick: Path, new: Path
) -> None:
    desk.testimony("Sealed anew.")
    name = attached(desk, 3000)
    backed_up(desk, stick)
    sealed = (stick / "d" / name[:2] / name).read_bytes()
    desk.vault.begin_new_keys(PASSPHRASE)
    for _ in desk.vault.renew_keys():
        pass
    made = backed_up(desk, stick)
    assert (made.files, made.copied, made.lacking) == (1, 1, 0)
    assert (stick / "d" / name[:2] / name).read_bytes() != sealed
    assert restored(desk, stick, new).findings == ()


def test_a_backup_made_while_keys_are_renewed_opens(desk: Desk, stick: Path, new: Path) -> None:
    names = {attached(desk, 3000) for _ in range(4)}
    desk.vault.begin_new_keys(PASSPHRASE)
    backup = desk.vault.backup(stick)
    renewing = desk.vault.renew_keys()
    for _ in backup.slices():
        next(renewing, None)
    assert backup.made is not None
    assert (backup.made.files, backup.made.lacking) == (len(names), 0)
    assert restored(desk, stick, new).findings == ()


@pytest.mark.parametrize("at", range(1, 4))
def test_keys_that_came_into_no_slot_but_the_recovery_keys_do_not_count_in_what_is_restored_by_it(
    desk: Desk, stick: Path, new: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The recovery slots are written before those the passphrase opens; a kill or a full disk comes between."""
    said = desk.testimony("Still opens.")
    _, name = desk.person("Mei Lin")
    begin_by_half(desk, monkeypatch, after(at))
    backed_up(desk, stick)
    desk.clock.now += 100 * 86400  # another quarter: slots are written anew
    assert restored(desk, stick, new, by_recovery_key=True).findings == ()
    copy = Desk(new, desk.clock, Vault.unlock(new, PASSPHRASE, clock=desk.clock))
    assert copy.words_of(said) == ["Still opens."]
    assert copy.vault.state(name).values()["full"] == "Mei Lin"
    assert {notice.code for notice in copy.vault.notices} == set()
    for _ in copy.vault.renew_keys():
        pass
    assert copy.vault.verify().sound
    copy.lock()
