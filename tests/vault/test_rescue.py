"""Rescue: a new vault from what a damaged one still gives, and never a byte written to the damaged one."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.crypto.page_cipher import PAGE
from desktop.crypto.recipients import parse_identity
from desktop.errors import Damaged, Hindered, Refused
from desktop.vault import keyfile, quarters, recovery, system
from desktop.vault.connection import Key
from desktop.vault.rescue.anew import Rescue
from desktop.vault.rescue.cells import LOST
from desktop.vault.rescue.keys import Way
from desktop.vault.rescue.pages import Pages
from desktop.vault.rescue.report import Rescued
from desktop.vault.rescue.salvage import Place, Salvage
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.proof.recording import Tally
from tests.vault.desk import FAST, PASSPHRASE, Desk, fails
from tests.vault.half_begun import begin_by_half

KINDS = ("case", "testimony", "person", "name", "evidence")
ERASED = 1
"""Records that no list shows."""

WAY = Way(passphrase=PASSPHRASE)


def rescued(damaged: Path, new: Path, way: Way = WAY, *backups: Path) -> Rescued:
    with Rescue(damaged, new, way, clock=Clock(), backups=backups) as rescue:
        for _ in rescue.read():
            pass
        rescue.begin()
        return rescue.fill()


def looks(place: Path) -> dict[str, tuple[object, ...]]:
    """Every file of a folder: its bytes, its size, its times and rights."""
    found: dict[str, tuple[object, ...]] = {}
    for path in sorted([place, *place.rglob("*")]):
        at = path.stat()
        held = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[str(path)] = (held, at.st_size, at.st_mtime_ns, at.st_ctime_ns, at.st_mode, at.st_ino)
    return found


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A vault with some of everything, locked; a test works on a copy of it."""
    desk = Desk.fresh(tmp_path_factory.mktemp("scene") / "vault")
    case = desk.add("case", {"title": "One case"})
    for number in range(20):
        desk.testimony(f"Words of testimony {number}. " * (1 + number * 12))
    desk.edit(case, {"title": "One case, told again"})
    desk.person("秦望舒")
    attach(desk, b"A picture of a letter. " * 500)
    desk.vault.erase(desk.testimony("To be erased."), "record")
    desk.vault.set_setting("language", "en")
    desk.vault.keep_draft("new", {"words": "half a"})
    desk.lock()
    return desk


def attach(desk: Desk, content: bytes) -> str:
    """An evidence record with its file."""
    with desk.vault.incoming("vault") as writer:
        writer.write(content)
        info = writer.commit()
    return desk.add("evidence", {"blob": info.name, "sha256": info.sha256.hex(), "size": info.size})


@pytest.fixture
def copy(scene: Desk, tmp_path: Path) -> Path:
    """A copy of that vault, to be damaged."""
    return Path(shutil.copytree(scene.place, tmp_path / "damaged"))


def opened(place: Path, passphrase: str = PASSPHRASE) -> Vault:
    return Vault.unlock(place, passphrase, clock=Clock())


def titles(vault: Vault) -> dict[str, str]:
    """What lists show, by record."""
    return {row.id: row.title for kind in KINDS for row in vault.rows(kind, include_deleted=True)}


@pytest.fixture(scope="module")
def shown(scene: Desk, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the lists of the whole vault show."""
    vault = opened(Path(shutil.copytree(scene.place, tmp_path_factory.mktemp("shown") / "vault")))
    found = titles(vault)
    vault.lock()
    return found


def destroy(path: Path, *pages: int) -> None:
    """Overwrite pages with noise."""
    with path.open("r+b") as file:
        for number in pages:
            file.seek((number - 1) * PAGE)
            file.write(os.urandom(PAGE))


def test_a_whole_vault_comes_over_whole(copy: Path, shown: dict[str, str], tmp_path: Path) -> None:
    report = rescued(copy, tmp_path / "new")
    assert report.complete
    assert (report.whole, report.files) == (len(shown) + ERASED, 1)
    old, new = opened(copy), opened(tmp_path / "new")
    assert titles(new) == shown
    for record in shown:
        assert new.state(record).nested() == old.state(record).nested()
    assert new.setting("language") == "en"
    assert new.draft("new") == old.draft("new")
    assert new.verify().sound
    assert [new.vault_recipient, new.own_authors] == [old.vault_recipient, old.own_authors]
    assert new.recovery_recipient == old.recovery_recipient
    assert quarters.text(new.contact_pairs) == quarters.text(old.contact_pairs)
    assert quarters.text(new.identity_pairs) == quarters.text(old.identity_pairs)
    for vault in (old, new):
        vault.lock()


def test_nothing_is_written_to_the_damaged_vault(copy: Path, tmp_path: Path) -> None:
    destroy(copy / "a.db", 1, 7)
    before = looks(copy)
    rescued(copy, tmp_path / "new")
    assert looks(copy) == before


@pytest.mark.skipif(os.name == "nt", reason="rights as POSIX has them")
def test_a_vault_that_cannot_be_written_to_is_rescued(copy: Path, shown: dict[str, str], tmp_path: Path) -> None:
    for path in sorted(copy.rglob("*"), reverse=True):
        path.chmod(0o500 if path.is_dir() else 0o400)
    copy.chmod(0o500)
    assert rescued(copy, tmp_path / "new").whole == len(shown) + ERASED
    for path in [copy, *copy.rglob("*")]:
        path.chmod(0o700)


def test_what_was_interrupted_leaves_nothing(copy: Path, tmp_path: Path) -> None:
    def interrupt(done: int, total: int) -> None:
        if done > 3:
            raise KeyboardInterrupt

    with Rescue(copy, tmp_path / "new", WAY, clock=Clock()) as rescue:
        list(rescue.read())
        rescue.begin()
        assert not (tmp_path / "new/k1").exists()
        with pytest.raises(KeyboardInterrupt):
            rescue.fill(interrupt)
    assert not (tmp_path / "new").exists()


def test_a_vault_that_is_open_is_not_rescued(desk: Desk, tmp_path: Path) -> None:
    with fails(Hindered, "vault.in_use"):
        Rescue(desk.place, tmp_path / "new", WAY, clock=Clock())


def test_another_passphrase_is_refused(copy: Path, tmp_path: Path) -> None:
    with fails(Refused, "vault.passphrase"):
        Rescue(copy, tmp_path / "new", Way(passphrase="another"), clock=Clock())


@pytest.mark.fault(6)
def test_fault_06_without_its_first_page_nothing_is_lost(
    copy: Path, shown: dict[str, str], tmp_path: Path, tally: Tally
) -> None:
    destroy(copy / "a.db", 1)
    with fails(Damaged, "vault.other_database"):
        opened(copy)
    report = rescued(copy, tmp_path / "new")
    tally(6, first_pages_destroyed=1, records_rescued=report.whole, lost=len(report.part) + len(report.lost))
    assert (report.whole, report.part, report.lost) == (len(shown) + ERASED, (), ())
    new = opened(tmp_path / "new")
    assert titles(new) == shown
    assert new.verify().sound
    new.lock()


@pytest.mark.fault(6)
def test_fault_06_without_its_first_slot_the_recovery_key_rescues_it(
    scene: Desk, copy: Path, shown: dict[str, str], tmp_path: Path
) -> None:
    (copy / "k1").write_bytes(b"noise")
    report = rescued(copy, tmp_path / "new", Way(recovery=parse_identity(scene.recovery)))
    assert report.whole == len(shown) + ERASED
    assert not report.passphrase_kept
    recovery.set_passphrase(tmp_path / "new", parse_identity(scene.recovery), "a new one", FAST)
    new = opened(tmp_path / "new", "a new one")
    assert titles(new) == shown
    assert new.compartment_open
    new.lock()


@pytest.mark.fault(6)
@pytest.mark.parametrize("slot", ["k2", "k3", "k4", "k5", "k6", "k7"])
def test_fault_06_any_other_slot_destroyed_is_made_anew_or_taken_from_the_backup(
    scene: Desk, copy: Path, shown: dict[str, str], tmp_path: Path, slot: str, tally: Tally
) -> None:
    (copy / slot).unlink()
    report = rescued(copy, tmp_path / "new", WAY, scene.place)
    tally(6, slots_destroyed=1, records_rescued=report.whole, lost=len(report.part) + len(report.lost))
    assert (report.whole, report.anew) == (len(shown) + ERASED, ())
    new = opened(tmp_path / "new")
    assert titles(new) == shown
    new.lock()


@pytest.mark.fault(6)
def test_fault_06_without_both_slots_the_backups_open_it(
    scene: Desk, copy: Path, shown: dict[str, str], tmp_path: Path
) -> None:
    for slot in ("k1", "k2"):
        (copy / slot).unlink()
    with fails(Damaged, "vault.missing"):
        Rescue(copy, tmp_path / "new", WAY, clock=Clock())
    assert rescued(copy, tmp_path / "new", WAY, scene.place).whole == len(shown) + ERASED


@pytest.mark.fault(6)
def test_fault_06_without_signing_keys_the_own_erasures_still_count(desk: Desk, tmp_path: Path) -> None:
    desk.vault.set_setting("own_card", json.dumps({"signing": desk.vault.signing.public_hex}))
    gone = desk.testimony("Erased before.")
    desk.vault.erase(gone, "record")
    desk.lock()
    (desk.place / "k6").unlink()
    assert rescued(desk.place, tmp_path / "new").anew == ("k6",)
    new = opened(tmp_path / "new")
    assert new.state(gone).erased
    new.lock()


def test_what_only_the_log_of_writes_has_is_taken(desk: Desk, tmp_path: Path) -> None:
    said = desk.testimony("In the write-ahead log alone. " * 300)
    copied = Path(shutil.copytree(desk.place, tmp_path / "copied"))
    (copied / "a.db").unlink()
    assert rescued(copied, tmp_path / "new").whole == 1
    new = opened(tmp_path / "new")
    assert new.kind_of(said) == "testimony"
    new.lock()


def test_what_lacks_an_ancestor_is_kept_aside_and_counted(desk: Desk, tmp_path: Path) -> None:
    case = desk.add("case", {"title": "First " * 400})
    desk.edit(case, {"title": "Second " * 400})
    key = desk.vault._opened.ring.database_key
    desk.lock()
    with Pages(desk.place / "a.db", key) as pages:
        salvage = Salvage("a.db", pages)
        list(salvage.read())
    destroy(desk.place / "a.db", salvage.places[case].page)
    report = rescued(desk.place, tmp_path / "new")
    assert report.set_aside == 1
    assert [loss.record for loss in report.lost] == [case]
    new = opened(tmp_path / "new")
    assert new.set_aside == (report.set_aside_file,)
    new.lock()


def test_a_backup_gives_what_the_pages_do_not(scene: Desk, copy: Path, shown: dict[str, str], tmp_path: Path) -> None:
    with (copy / "a.db").open("r+b") as file:
        for start in range(0, (copy / "a.db").stat().st_size, 2 * PAGE):
            file.seek(start)
            file.write(os.urandom(PAGE))
    report = rescued(copy, tmp_path / "new", WAY, scene.place)
    assert (report.whole, report.part, report.lost) == (len(shown) + ERASED, (), ())
    assert report.taken["backup 1"] > 0
    new = opened(tmp_path / "new")
    assert titles(new) == shown
    new.lock()


def test_what_was_erased_after_the_backup_does_not_come_back(desk: Desk, tmp_path: Path) -> None:
    said = desk.testimony("The canary of row five.")
    desk.lock()
    backup = Path(shutil.copytree(desk.place, tmp_path / "backup"))
    desk.unlock()
    desk.vault.erase(said, "record")
    desk.lock()
    rescued(desk.place, tmp_path / "new", WAY, backup)
    new = opened(tmp_path / "new")
    assert new.state(said).erased
    assert not new.has_words(said)
    new.lock()


@pytest.mark.parametrize("given", [None, "of the names"])
def test_a_compartment_with_a_passphrase_of_its_own_keeps_it_read_or_unread(tmp_path: Path, given: str | None) -> None:
    desk = Desk.fresh(tmp_path / "vault", identity_passphrase="of the names")
    _, name = desk.person("秦望舒")
    desk.lock()
    report = rescued(desk.place, tmp_path / "new", replace(WAY, identity_passphrase=given))
    assert (report.whole, report.complete) == (2, True)
    new = opened(tmp_path / "new")
    assert not new.compartment_open
    new.open_compartment("of the names")
    assert new.state(name).values()["full"] == "秦望舒"
    assert new.verify().sound
    new.lock()


def test_a_lost_file_is_named_and_one_whose_row_is_lost_is_found_again(copy: Path, tmp_path: Path) -> None:
    (file,) = (path for path in (copy / "d").rglob("*") if path.is_file())
    file.write_bytes(file.read_bytes()[:-1])
    report = rescued(copy, tmp_path / "new")
    assert [loss.kind for loss in report.files_lost] == ["evidence"]


def half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def plain(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(8176))


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.fault(7)
@pytest.mark.parametrize("way", [half, empty, plain, folder, Path.unlink])
def test_fault_07_whatever_stands_in_place_of_the_database_the_backup_gives_it_back(
    scene: Desk, copy: Path, shown: dict[str, str], tmp_path: Path, way: Callable[[Path], None]
) -> None:
    way(copy / "a.db")
    report = rescued(copy, tmp_path / "new", WAY, scene.place)
    assert (report.whole, report.lost, report.files_lost) == (len(shown) + ERASED, (), ())


def test_a_vault_with_a_key_file_needs_it_for_its_rescue_too(tmp_path: Path) -> None:
    desk = Desk.fresh(tmp_path / "vault", identity_passphrase="of the names")
    _, name = desk.person("秦望舒")
    key = keyfile.make()
    keyfile.write(desk.place, desk.vault._opened.ring, PASSPHRASE, FAST, key.recipient)
    desk.lock()
    with fails(Refused, "vault.passphrase"):
        Rescue(desk.place, tmp_path / "new", WAY, clock=Clock())
    way = replace(WAY, key_file=(key,), identity_passphrase="of the names")
    assert rescued(desk.place, tmp_path / "new", way).complete
    new = Vault.unlock(tmp_path / "new", PASSPHRASE, clock=Clock(), key_file=keyfile.text(key))
    new.open_compartment("of the names")
    assert new.state(name).values()["full"] == "秦望舒"
    new.lock()


@pytest.mark.parametrize("slices", [0, 2])
def test_a_vault_whose_keys_were_being_renewed_goes_on_with_it_afterwards(
    scene: Desk, copy: Path, shown: dict[str, str], tmp_path: Path, slices: int
) -> None:
    vault = opened(copy)
    vault.begin_new_keys(PASSPHRASE)
    for _, _ in zip(range(slices), vault.renew_keys(), strict=False):
        pass
    vault.lock()
    report = rescued(copy, tmp_path / "new")
    assert (report.whole, report.complete) == (len(shown) + ERASED, True)
    new = opened(tmp_path / "new")
    assert titles(new) == shown
    for _ in new.renew_keys():
        pass
    assert not new.keys_under_way
    assert new.verify().sound
    new.lock()
    again = opened(tmp_path / "new")
    assert titles(again) == shown
    again.lock()


def test_sealed_words_that_are_damaged_come_from_the_identity_database(tmp_path: Path) -> None:
    desk = Desk.fresh(tmp_path / "vault")
    person = desk.add("person", {"sex": "female"})
    name = desk.add("name", {"person": person, "full": "秦望舒 " * 900, "type": "legal"}, sealed=True)
    key = desk.vault._opened.ring.database_key
    desk.lock()
    with Pages(desk.place / "a.db", key) as pages:
        salvage = Salvage("a.db", pages)
        list(salvage.read())
        sealed = [number for number, page in pages.every() if page[:4] and number > salvage.places[name].page]
    for number in reversed(sealed):
        destroy(desk.place / "a.db", number)
        if salvaged_place(desk.place, key, name).sealed is LOST:
            break
    assert rescued(desk.place, tmp_path / "new").complete
    new = opened(tmp_path / "new")
    assert str(new.state(name).values()["full"]).startswith("秦望舒")
    new.lock()


def salvaged_place(place: Path, key: Key, name: str) -> Place:
    with Pages(place / "a.db", key) as pages:
        salvage = Salvage("a.db", pages)
        list(salvage.read())
        return salvage.places[name]


def test_what_was_kept_of_keeping_it_stays_in_its_order(tmp_path: Path) -> None:
    desk = Desk.fresh(tmp_path / "vault")
    for number in range(12):
        desk.vault.keeping.note("backup", n=number)
        desk.vault.keeping.note("drill")
        desk.vault.keeping.note("recovery")
    desk.testimony("Words.")
    desk.lock()
    rescued(desk.place, tmp_path / "new")
    vault = opened(tmp_path / "new")
    assert [kept.found["n"] for kept in vault.keeping.every("backup")] == list(range(11, -1, -1))
    assert vault.keeping.since("recovery", "drill")
    assert vault.keeping.since("drill", "backup")
    vault.lock()


def test_rescued_by_the_recovery_key_when_new_keys_had_come_into_its_slot_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk.fresh(tmp_path / "vault")
    desk.add("case", {"title": "Still opens"})
    desk.person("秦望舒")
    begin_by_half(desk, monkeypatch, lambda slot: slot.name == "k1")
    desk.lock()
    new, key = tmp_path / "new", parse_identity(desk.recovery)
    assert not rescued(desk.place, new, Way(recovery=key)).passphrase_kept
    recovery.set_passphrase(new, key, "another one", FAST)
    vault = opened(new, "another one")
    assert vault.compartment_open
    assert "Still opens" in titles(vault).values()
    assert vault.verify().sound
    vault.lock()


def test_a_vault_on_a_disk_without_locks_is_rescued(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some shares lock nothing that is open for reading alone."""
    lock = system.try_lock

    def refusing(descriptor: int) -> bool:
        if os.fstat(descriptor).st_ino == (copy / "lock").stat().st_ino:
            raise OSError(errno.EBADF, "")
        return lock(descriptor)

    monkeypatch.setattr("desktop.vault.system.try_lock", refusing)
    assert rescued(copy, tmp_path / "new").part == ()
    with fails(Hindered, "disk.failed"):
        opened(copy)
