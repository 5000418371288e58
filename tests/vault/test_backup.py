"""Backups of an open vault: what is in them, what is refused, and that the former one outlives whatever goes wrong."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.errors import Damaged, Hindered, Refused
from desktop.vault import folder
from desktop.vault.backup import Backup
from desktop.vault.copycheck import Counted
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.small_disk import full, small_disk
from tests.vault.backups import attached, backed_up, files_in, restored
from tests.vault.desk import PASSPHRASE, Desk, fails
from tests.vault.other_make import MAGIC

__all__ = ["small_disk"]  # a fixture


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where backups go."""
    return tmp_path / "stick"


def blobs_in(stick: Path) -> set[str]:
    return {path.name for path in (stick / "d").rglob("*") if path.is_file()}


def test_a_backup_is_a_vault_that_opens_with_the_same_passphrase(desk: Desk, stick: Path) -> None:
    said = desk.testimony("Kept twice.")
    name = attached(desk, 3000)
    made = backed_up(desk, stick)
    copy = Desk(stick, desk.clock, Vault.unlock(stick, PASSPHRASE, clock=desk.clock))
    assert copy.words_of(said) == ["Kept twice."]
    assert copy.vault.verify().sound
    assert (copy.vault.counted().n, copy.vault.counted().hash) == (made.n, made.hash)
    assert copy.vault.blob_info(name) is not None
    assert [notice.code for notice in copy.vault.notices] == ["vault.was_backup"]
    copy.vault.lock()


def test_a_backup_counts_what_it_holds(desk: Desk, stick: Path) -> None:
    desk.testimony("One.")
    attached(desk, 3000)
    made = backed_up(desk, stick)
    assert (made.first, made.records, made.files, made.copied, made.removed, made.lacking) == (True, 2, 1, 1, 0, 0)
    assert made.n == desk.vault.counted().n


def test_a_backup_holds_nothing_in_clear_and_no_name_that_tells(desk: Desk, stick: Path) -> None:
    desk.testimony("海燕 said so.")
    desk.person("林海燕")
    attached(desk, 3000)
    backed_up(desk, stick)
    for name, content in files_in(stick).items():
        assert "海燕".encode() not in content
        assert not content.startswith(MAGIC)
        known = {"a.db", "b.db", "closed", "d", "lock", "w", *folder.SLOTS}
        assert name in known or name.startswith("d/")


@pytest.mark.skipif(sys.platform == "win32", reason="rights as POSIX has them")
def test_a_backup_is_closed_to_other_accounts(desk: Desk, stick: Path) -> None:
    attached(desk, 3000)
    backed_up(desk, stick)
    assert [path for path in (stick, *stick.rglob("*")) if path.stat().st_mode & 0o077] == []


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="needs sha256sum")
def test_the_list_of_a_backup_is_read_by_sha256sum(desk: Desk, stick: Path) -> None:
    attached(desk, 3000)
    backed_up(desk, stick)
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "w"], cwd=stick, check=True)


def test_the_next_backup_brings_what_is_new_and_takes_away_what_was_erased(desk: Desk, stick: Path) -> None:
    erased, kept = attached(desk, 3000), attached(desk, 4000)
    backed_up(desk, stick)
    inode = (stick / "d" / kept[:2] / kept).stat().st_ino
    (record,) = [row.id for row in desk.vault.rows("evidence") if desk.vault.state(row.id).nested()["blob"] == erased]
    desk.vault.erase(record, "record")
    new = attached(desk, 5000)
    made = backed_up(desk, stick)
    assert (made.first, made.files, made.copied, made.removed) == (False, 2, 1, 1)
    assert blobs_in(stick) == {kept, new}
    assert (stick / "d" / kept[:2] / kept).stat().st_ino == inode


def test_what_is_saved_while_a_backup_goes_on_is_in_it_or_after_it(desk: Desk, stick: Path) -> None:
    for _ in range(40):
        desk.testimony("Words enough to fill some pages. " * 3000)
    saved = 0
    backup = desk.vault.backup(stick)
    for _ in backup.slices():
        desk.testimony("Saved meanwhile.")
        saved += 1
    assert backup.made is not None
    assert saved > 10
    assert 40 < backup.made.records <= desk.vault.count("testimony")
    assert desk.vault.verify().sound


def test_a_file_erased_while_a_backup_goes_on_is_not_in_it(desk: Desk, stick: Path) -> None:
    name = attached(desk, 3000)
    (record,) = [row.id for row in desk.vault.rows("evidence")]
    backup = desk.vault.backup(stick)
    for number, _ in enumerate(backup.slices()):
        if number == 0:
            desk.vault.erase(record, "record")
    assert name not in blobs_in(stick)


def after_the_copy(backup: Backup, then: Callable[[], object]) -> None:
    """Run it to its end; `then` comes once, between the copy of the database and the slots."""
    compare = backup._compare

    def both(copy: Counted) -> None:
        compare(copy)
        backup._compare = compare  # type: ignore[method-assign]
        then()

    backup._compare = both  # type: ignore[method-assign]
    for _ in backup.slices():
        pass


def test_words_erased_after_the_database_was_copied_are_not_in_the_backup(desk: Desk, stick: Path) -> None:
    said = desk.testimony("Withdrawn.")
    after_the_copy(desk.vault.backup(stick), lambda: desk.vault.erase(said, "record"))
    copy = Desk(stick, desk.clock, Vault.unlock(stick, PASSPHRASE, clock=desk.clock))
    assert copy.words_of(said) == []
    copy.lock()


def test_a_backup_during_which_the_old_keys_leave_the_slots_opens(desk: Desk, stick: Path) -> None:
    names = [attached(desk, 3000) for _ in range(4)]
    desk.vault.begin_new_keys(PASSPHRASE)
    renewing = desk.vault.renew_keys()
    for _ in range(4):  # the databases are sealed anew, of the files not all
        next(renewing)
    after_the_copy(desk.vault.backup(stick), lambda: list(renewing))
    assert not desk.vault.keys_under_way
    copy = Vault.unlock(stick, PASSPHRASE, clock=desk.clock)
    for name in names:
        with copy.blob(name) as reader:
            assert len(reader.readall()) == 3000
    copy.lock()


def test_a_file_sealed_anew_that_could_not_be_moved_to_its_place_is_in_the_backup(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(_blobs: object) -> None:
        raise Hindered("disk.not_allowed", reason=13)

    name = attached(desk, 3000)
    desk.vault.begin_new_keys(PASSPHRASE)
    with monkeypatch.context() as patch:
        patch.setattr("desktop.vault.blobs.Blobs.put", in_use)
        for _ in desk.vault.renew_keys():
            pass
        assert backed_up(desk, stick).lacking == 0
    copy = Vault.unlock(stick, PASSPHRASE, clock=desk.clock)
    with copy.blob(name) as reader:
        assert len(reader.readall()) == 3000
    copy.lock()


def test_a_damaged_page_that_ends_a_backup_does_not_hinder_the_next_save(desk: Desk, stick: Path) -> None:
    for _ in range(60):
        desk.testimony("Words. " * 3000)
    desk.lock()
    with (desk.place / "a.db").open("r+b") as file:
        file.seek(-40 * 4096 + 100, 2)
        file.write(b"not what was written")
    desk.unlock()
    with fails(Damaged, "vault.database"):
        backed_up(desk, stick)
    desk.testimony("Saved all the same.")


def test_a_stick_that_still_writes_after_a_lock_keeps_the_next_backup_away(
    desk: Desk, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushing, flushed = threading.Event(), threading.Event()

    def slow(_descriptor: int) -> None:
        flushing.set()
        flushed.wait()

    attached(desk, 3000)
    with monkeypatch.context() as patch:
        patch.setattr("desktop.vault.carrying.system.flush", slow)
        for _ in desk.vault.backup(stick).slices():
            if flushing.is_set():
                break
        patch.undo()
        desk.lock()
    desk.unlock()
    with fails(Hindered, "vault.in_use"):
        backed_up(desk, stick)
    flushed.set()
    for thread in threading.enumerate():
        if thread.name == "aside":
            thread.join()
    assert backed_up(desk, stick).files == 1


def test_a_stick_pulled_out_in_the_middle_does_not_hinder_a_lock(desk: Desk, stick: Path) -> None:
    for _ in range(60):
        desk.testimony("Words. " * 3000)
    key = desk.vault._database._key[0]
    for _ in desk.vault.backup(stick).slices():
        if (stick / "n" / "a.db").exists():
            break
    shutil.rmtree(stick / "n")
    (stick / "n").touch()
    desk.lock()
    assert key.wiped


def test_a_backup_that_was_left_is_gone_on_with(desk: Desk, stick: Path) -> None:
    desk.testimony("First.")
    backed_up(desk, stick)
    before = files_in(stick)
    desk.testimony("Second.")
    attached(desk, 3000)
    slices = desk.vault.backup(stick).slices()
    next(slices)
    slices.close()  # type: ignore[attr-defined]
    assert {name: content for name, content in files_in(stick).items() if name in before} == before
    assert backed_up(desk, stick).records == 3
    assert set(files_in(stick)) >= set(before)
    assert not (stick / folder.NEXT).exists()


def test_a_whole_backup_finds_and_mends_a_file_that_rotted_on_the_stick(desk: Desk, stick: Path) -> None:
    name = attached(desk, 3000)
    backed_up(desk, stick)
    path = stick / "d" / name[:2] / name
    right = path.read_bytes()
    path.write_bytes(right[:-1] + bytes([right[-1] ^ 1]))
    assert backed_up(desk, stick).copied == 0
    assert backed_up(desk, stick, thorough=True).copied == 1
    assert path.read_bytes() == right


def test_evidence_the_vault_lost_stays_in_the_backup(desk: Desk, stick: Path) -> None:
    name = attached(desk, 3000)
    backed_up(desk, stick)
    (desk.place / "d" / name[:2] / name).unlink()
    made = backed_up(desk, stick)
    assert (made.files, made.lacking) == (1, 0)
    assert name in blobs_in(stick)


def test_evidence_that_is_nowhere_is_counted(desk: Desk, stick: Path) -> None:
    name = attached(desk, 3000)
    (desk.place / "d" / name[:2] / name).unlink()
    assert backed_up(desk, stick).lacking == 1


def test_a_backup_with_a_closed_compartment_restores_the_names_too(place: Path, clock: Clock, stick: Path) -> None:
    desk = Desk.fresh(place, clock)
    _, name = desk.person("林海燕")
    desk.vault.close_compartment()
    backed_up(desk, stick)
    assert not (stick / "b.db").exists()
    restored(desk, stick, stick.with_name("new"))
    copy = Vault.unlock(stick.with_name("new"), PASSPHRASE, clock=clock)
    assert copy.state(name).nested()["full"] == "林海燕"
    copy.lock()
    desk.vault.lock()


# ------------------------------------------------------------------------------------------------------------ refused


@pytest.mark.parametrize("where", ["", "d", "inside", ".."])
def test_not_onto_the_vault_itself_nor_into_it_nor_around_it(desk: Desk, where: str) -> None:
    with fails(Refused, "backup.own_vault"):
        backed_up(desk, desk.place / where)


def test_not_into_another_vault(desk: Desk, tmp_path: Path) -> None:
    other = Desk.fresh(tmp_path / "other")
    with fails(Refused, "backup.is_vault"):
        backed_up(desk, tmp_path / "other")
    with fails(Refused, "file.inside_vault"):
        backed_up(desk, tmp_path / "other" / "below")
    other.vault.lock()


def test_not_among_files_of_others(desk: Desk, stick: Path) -> None:
    stick.mkdir()
    (stick / "System Volume Information").mkdir()
    (stick / "letter.txt").write_text("Mine.")
    with fails(Refused, "backup.other_files"):
        backed_up(desk, stick)
    assert set(files_in(stick)) == {"System Volume Information", "letter.txt"}


def test_not_over_the_backup_of_another_vault(desk: Desk, stick: Path, tmp_path: Path) -> None:
    other = Desk.fresh(tmp_path / "other")
    backed_up(other, stick)
    other.vault.lock()
    before = files_in(stick)
    with fails(Refused, "backup.other_vault"):
        backed_up(desk, stick)
    assert files_in(stick) == before


def test_not_over_a_backup_that_has_more_in_it(desk: Desk, stick: Path, tmp_path: Path) -> None:
    desk.lock()
    shutil.copytree(desk.place, tmp_path / "older")
    desk.unlock()
    desk.testimony("Only in the backup.")
    backed_up(desk, stick)
    older = Vault.unlock(tmp_path / "older", PASSPHRASE, clock=desk.clock)
    with fails(Refused, "backup.newer"):
        backed_up(Desk(tmp_path / "older", desk.clock, older), stick)
    older.lock()


def test_not_over_a_backup_of_another_branch(desk: Desk, stick: Path, tmp_path: Path) -> None:
    desk.lock()
    shutil.copytree(desk.place, tmp_path / "other")
    desk.unlock()
    desk.testimony("Here.")
    backed_up(desk, stick)
    other = Desk(tmp_path / "other", desk.clock, Vault.unlock(tmp_path / "other", PASSPHRASE, clock=desk.clock))
    other.testimony("There.")
    with fails(Refused, "backup.branch"):
        backed_up(other, stick)
    other.vault.lock()


def test_not_from_a_vault_that_lost_a_slot(desk: Desk, stick: Path) -> None:
    backed_up(desk, stick)
    before = files_in(stick)
    (desk.place / "k2").write_bytes(b"overwritten")
    with fails(Damaged, "vault.key_slot"):
        backed_up(desk, stick)
    assert {name: content for name, content in files_in(stick).items() if name in before} == before


# -------------------------------------------------------------------------------------------------- disks that refuse


@pytest.mark.fault(3)
def test_fault_03_a_backup_without_room_says_how_much_and_keeps_the_former(small_disk: Path, place: Path) -> None:
    desk = Desk.fresh(place)
    desk.testimony("In both.")
    backed_up(desk, small_disk / "backup")
    attached(desk, 4 << 20)
    with fails(Hindered, "copy.no_room") as told:
        backed_up(desk, small_disk / "backup")
    assert int(told.value.details["needed"]) > 4 << 20
    with full(small_disk), fails(Hindered, "copy.no_room"):
        backed_up(desk, small_disk / "backup")
    assert restored(desk, small_disk / "backup", place.with_name("new")).records == 1
    desk.vault.lock()


@pytest.mark.fault(24)
def test_fault_24_a_stick_that_is_full_though_it_said_otherwise_keeps_the_former(
    small_disk: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk.fresh(place)
    backed_up(desk, small_disk / "backup")
    attached(desk, 4 << 20)

    def untold(_: object) -> None:
        raise OSError

    monkeypatch.setattr(shutil, "disk_usage", untold)
    with fails(Hindered, "copy.no_room"):
        backed_up(desk, small_disk / "backup")
    monkeypatch.undo()
    assert restored(desk, small_disk / "backup", place.with_name("new")).records == 0
    desk.vault.lock()


@pytest.mark.fault(24)
def test_fault_24_a_stick_that_cannot_be_written_to_is_told_and_restored_from(small_disk: Path, place: Path) -> None:
    desk = Desk.fresh(place)
    desk.testimony("In the backup.")
    backed_up(desk, small_disk / "backup")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with fails(Hindered, "copy.not_allowed"):
        backed_up(desk, small_disk / "backup")
    with fails(Hindered, "copy.not_allowed"):
        backed_up(desk, small_disk / "another")
    assert restored(desk, small_disk / "backup", place.with_name("new")).records == 1
    desk.vault.lock()


@pytest.mark.fault(24)
def test_fault_24_for_a_disk_that_takes_no_large_files_they_are_cut_and_joined_again(desk: Desk, stick: Path) -> None:
    name = attached(desk, 50_000)
    made = backed_up(desk, stick, part_size=16_384)
    assert made.split == 3  # both databases and the file
    assert max(path.stat().st_size for path in stick.rglob("*") if path.is_file()) <= 16_384
    assert restored(desk, stick, stick.with_name("new")).findings == ()
    source = desk.place / "d" / name[:2] / name
    assert (stick.with_name("new") / "d" / name[:2] / name).read_bytes() == source.read_bytes()
    assert not (desk.place / folder.COPIED).exists()


@pytest.mark.fault(24)
def test_fault_24_parts_and_whole_files_follow_one_another(desk: Desk, stick: Path) -> None:
    attached(desk, 50_000)
    backed_up(desk, stick, part_size=16_384)
    desk.testimony("Later.")
    assert backed_up(desk, stick).copied == 0
    assert (stick / "a.db").exists()
    assert not (stick / "a.db.001").exists()
    backed_up(desk, stick, part_size=16_384)
    assert not (stick / "a.db").exists()
    assert restored(desk, stick, stick.with_name("new")).findings == ()


LIMITED = """
import resource, sys
from pathlib import Path
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.vault.backups import backed_up
from tests.vault.desk import Desk

place, clock = Path(sys.argv[1]), Clock()
desk = Desk(place, clock, Vault.unlock(place, sys.argv[2], clock=clock))
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
backup = desk.vault.backup(Path(sys.argv[3]))
for _ in backup.slices():
    pass
print(backup.made.split, backup.made.records)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
desk.vault.lock()
"""


@pytest.mark.fault(24)
@pytest.mark.skipif(sys.platform == "win32", reason="limits as POSIX has them")
def test_fault_24_that_a_disk_takes_no_large_files_is_found_out(
    place: Path, clock: Clock, root: Path, stick: Path
) -> None:
    desk = Desk.fresh(place, clock)
    attached(desk, 900_000)
    desk.lock()
    command = [sys.executable, "-c", LIMITED, str(place), PASSPHRASE, str(stick)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.split() == ["1", "1"]
    assert restored(desk, stick, stick.with_name("new")).findings == ()


def test_a_link_on_the_stick_leads_no_file_out_of_it(desk: Desk, stick: Path, tmp_path: Path) -> None:
    backed_up(desk, stick)
    name, elsewhere = attached(desk, 3000), tmp_path / "elsewhere"
    elsewhere.mkdir()
    (stick / "d").mkdir(mode=0o700, exist_ok=True)
    (stick / "d" / name[:2]).symlink_to(elsewhere)
    with fails(Damaged, "vault.not_a_folder"):
        backed_up(desk, stick)
    assert list(elsewhere.iterdir()) == []


def test_what_waits_on_a_stick_is_put_over_no_file_of_the_vault(desk: Desk, stick: Path) -> None:
    name = attached(desk, 3000)
    backed_up(desk, stick)
    sealed = desk.place / "d" / name[:2] / name
    before, planted = sealed.read_bytes(), stick / "m" / "d" / name[:2] / name
    planted.parent.mkdir(parents=True)
    planted.write_bytes(b"something else")
    shutil.copy(stick / "w", stick / "m" / "w")
    shutil.rmtree(stick / "d")
    (stick / "d").symlink_to(desk.place / "d")
    with fails(Damaged, "vault.not_a_folder"):
        backed_up(desk, stick)
    assert sealed.read_bytes() == before
