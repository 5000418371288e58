"""Destroyed means that nothing opens it: the keys go first, and nobody else's file is touched."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.crypto.recipients import parse_identity
from desktop.errors import Hindered, JiashuError, Refused
from desktop.vault import destroying, recovery
from desktop.vault.vault import Vault
from tests.conftest import Clock
from tests.vault.backups import backed_up
from tests.vault.desk import FAST, PASSPHRASE, Desk, fails
from tests.vault.test_blobs import kept

LETTER = "a letter of somebody else's"


class Stopped(Exception):
    """The person wants no more of it."""


def ignore(_done: int, _total: int) -> None:
    """Nobody looks."""


def opened(desk: Desk) -> list[str]:
    """With what the vault can be opened still."""
    found = []
    try:
        Vault.unlock(desk.place, PASSPHRASE, clock=desk.clock).lock()
        found.append("passphrase")
    except JiashuError:
        pass
    try:
        recovery.set_passphrase(desk.place, parse_identity(desk.recovery), "three cranes over the marsh", FAST)
        found.append("recovery key")
    except JiashuError:
        pass
    return found


@pytest.fixture
def locked(desk: Desk) -> Desk:
    """A vault with words, a name and a file in it, locked."""
    desk.testimony("They came at night.")
    desk.person("Shen Yi")
    kept(desk)
    desk.lock()
    return desk


def test_it_can_be_opened_before(locked: Desk) -> None:
    assert opened(locked) == ["passphrase", "recovery key"]


def test_without_its_keys_nothing_opens_it(locked: Desk) -> None:
    destroying.take_keys(locked.place)
    assert opened(locked) == []


def test_even_the_bytes_of_the_keys_are_others(locked: Desk, tmp_path: Path) -> None:
    """Another name of the same file shows what is on the disk after the name is gone."""
    before = {}
    for number in range(1, 8):
        (tmp_path / f"other{number}").hardlink_to(locked.place / f"k{number}")
        before[number] = (tmp_path / f"other{number}").read_bytes()
    destroying.take_keys(locked.place)
    for number, bytes_before in before.items():
        now = (tmp_path / f"other{number}").read_bytes()
        assert len(now) == len(bytes_before)
        assert not any(bytes_before[at : at + 8] in now for at in range(0, len(bytes_before), 8))


def test_a_key_that_was_being_written_goes_with_them(locked: Desk) -> None:
    (locked.place / "t").write_bytes((locked.place / "k1").read_bytes())
    destroying.take_keys(locked.place)
    assert not (locked.place / "t").exists()


def calls_before_the_keys_are_gone(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is asked of the system, by name."""
    called: list[str] = []

    def counted(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object, **more: object) -> object:
            called.append(name)
            return real(*words, **more)

        return call

    with monkeypatch.context() as patch:
        for name in ("open", "write", "fsync", "unlink", "close"):
            patch.setattr(os, name, counted(name, getattr(os, name)))
        destroying.take_keys(desk.place)
    return called


def test_how_large_the_vault_is_makes_no_difference_to_its_keys(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Desk.fresh(tmp_path / "small")
    small.lock()
    for number in range(20):
        desk.testimony(f"Words {number}")
        kept(desk)
    desk.lock()
    of_a_large_one = calls_before_the_keys_are_gone(desk, monkeypatch)
    assert of_a_large_one == calls_before_the_keys_are_gone(small, monkeypatch)


def test_afterwards_nothing_is_left(locked: Desk) -> None:
    destroying.take_keys(locked.place)
    left = destroying.take_rest(locked.place, ignore)
    assert left == destroying.Left(0, 0, 0, folder=False)
    assert not locked.place.exists()


def test_stopped_on_the_way_it_can_be_gone_on_with(locked: Desk) -> None:
    def stop(done: int, _total: int) -> None:
        if done:
            raise Stopped

    destroying.take_keys(locked.place)
    with pytest.raises(Stopped):
        destroying.take_rest(locked.place, stop)
    destroying.check(locked.place)
    destroying.take_keys(locked.place)
    assert not destroying.take_rest(locked.place, ignore).folder


def test_how_far_it_is_is_told_to_the_end(locked: Desk) -> None:
    told: list[tuple[int, int]] = []
    destroying.take_keys(locked.place)
    destroying.take_rest(locked.place, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] > 12_000


def test_a_file_that_is_none_of_a_vaults_stays(locked: Desk) -> None:
    strange = ("letter.txt", "k8", "d/ab/letter", f"d/{'a' * 32}", f"d/ab/cd{'0' * 30}")
    for name in strange:
        (locked.place / name).parent.mkdir(exist_ok=True)
        (locked.place / name).write_text(LETTER)
    destroying.take_keys(locked.place)
    left = destroying.take_rest(locked.place, ignore)
    assert (left.strange, left.folder) == (len(strange), True)
    assert {(locked.place / name).read_text() for name in strange} == {LETTER}


def test_nothing_behind_a_link_is_touched(locked: Desk, tmp_path: Path) -> None:
    elsewhere, letter = tmp_path / "elsewhere" / "ab" / ("ab" * 16), tmp_path / "letter"
    elsewhere.parent.mkdir(parents=True)
    elsewhere.write_text(LETTER)
    letter.write_text(LETTER)
    (locked.place / "d").rename(locked.place.with_name("evidence"))
    (locked.place / "d").symlink_to(tmp_path / "elsewhere")
    for name in ("k1", "b.db", "closed", "t"):
        (locked.place / name).unlink(missing_ok=True)
        (locked.place / name).symlink_to(letter)
    destroying.take_keys(locked.place)
    destroying.take_rest(locked.place, ignore)
    assert letter.read_text() == elsewhere.read_text() == LETTER


def test_a_strangers_file_that_has_a_name_of_a_vaults_too_is_not_written_over(locked: Desk, tmp_path: Path) -> None:
    for name in ("k1", "a.db", "closed"):
        (tmp_path / name).write_text(LETTER)
        (locked.place / name).unlink()
        (locked.place / name).hardlink_to(tmp_path / name)
    unwritten = destroying.take_keys(locked.place)
    left = destroying.take_rest(locked.place, ignore)
    assert {(tmp_path / name).read_text() for name in ("k1", "a.db", "closed")} == {LETTER}
    assert (left.folder, unwritten, left.unwritten) == (False, 1, 2)


def test_a_link_to_the_vault_leads_to_it(locked: Desk, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(locked.place)
    destroying.take_keys(link)
    destroying.take_rest(link, ignore)
    assert not locked.place.exists()


@pytest.mark.parametrize("code", ["vault.not_found", "vault.is_file", "vault.not_a_vault"])
def test_what_is_no_vault_is_refused(tmp_path: Path, code: str) -> None:
    place = tmp_path / "letters"
    if code == "vault.is_file":
        place.write_text(LETTER)
    elif code == "vault.not_a_vault":
        place.mkdir()
        (place / "letter").write_text(LETTER)
    with fails(Refused, code):
        destroying.check(place)


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_disk_that_cannot_be_written_to_is_told(locked: Desk) -> None:
    locked.place.chmod(0o500)
    try:
        assert destroying.take_keys(locked.place) == 0  # written over in place, which needs no right to the folder
    finally:
        locked.place.chmod(0o700)
    assert opened(locked) == []


def test_a_slot_that_may_not_be_written_to_is_written_over_all_the_same(locked: Desk) -> None:
    (locked.place / "k1").chmod(0o400)
    assert destroying.take_keys(locked.place) == 0


def test_keys_that_the_disk_keeps_are_told(locked: Desk, monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    def refused(*_words: object, **_more: object) -> None:
        raise OSError(30, "Read-only file system")

    with monkeypatch.context() as patch:
        for name in ("write", "unlink"):
            patch.setattr(os, name, refused)
        with fails(Hindered, "destroy.keys_left") as caught:
            destroying.take_keys(locked.place)
    assert caught.value.details["count"] == 7
    assert "passphrase" in opened(locked)


def test_of_a_backup_the_keys_of_a_state_that_was_never_put_in_place_go_too(desk: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    kept(desk)
    backed_up(desk, stick, part_size=8192)
    for name in ("n", "m"):
        shutil.copytree(stick, stick / name, ignore=shutil.ignore_patterns("n"))
    destroying.take_keys(stick)
    assert not [path for path in stick.rglob("k?") if path.is_file()]
    assert destroying.take_rest(stick, ignore) == destroying.Left(0, 0, 0, folder=False)
