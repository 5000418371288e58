"""The key file as a file: where it is made, what is read as one, and what stays when something fails."""

from __future__ import annotations

import os
import stat
import sys
import time
from pathlib import Path

import pytest

from desktop.casework import key_files, outside, vaults
from desktop.casework.workspace import Workspace
from desktop.errors import Hindered, JiashuError, Refused
from desktop.vault import system
from tests.casework.conftest import PASSPHRASE
from tests.conftest import Clock

FAST = 2


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """Where the key file is to be."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "holiday"


def reopen(ws: Workspace, clock: Clock, key: Path | None) -> None:
    """Lock the vault, open it with this key file or none, and lock it again."""
    folder = ws.vault.folder
    vaults.lock(ws.vault)
    vaults.lock(vaults.unlock(folder, PASSPHRASE, clock=clock, key_file=None if key is None else key_files.read(key)))


def test_a_vault_given_a_key_file_opens_with_it(ws: Workspace, key: Path, clock: Clock) -> None:
    key_files.give(ws.vault, key, PASSPHRASE, work_factor=FAST)
    assert outside.needs_key_file(ws.vault.folder)
    reopen(ws, clock, key)


def test_a_key_file_can_be_read_by_its_owner_alone_and_says_nothing(ws: Workspace, key: Path) -> None:
    key_files.give(ws.vault, key, PASSPHRASE, work_factor=FAST)
    (line,) = key.read_text().splitlines()
    assert line.startswith("AGE-SECRET-KEY-PQ-1")
    if sys.platform != "win32":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600


@pytest.mark.parametrize("inside", ["key", "d/key"])
def test_no_key_file_is_made_in_the_folder_of_the_vault(ws: Workspace, inside: str) -> None:
    with pytest.raises(Refused, match=r"key_file\.inside_vault"):
        key_files.give(ws.vault, ws.vault.folder / inside, PASSPHRASE, work_factor=FAST)
    assert not (ws.vault.folder / inside).exists()
    assert not ws.vault.needs_key_file


def test_nothing_is_overwritten_by_a_key_file(ws: Workspace, key: Path) -> None:
    key.write_text("a letter")
    with pytest.raises(Refused, match=r"file\.exists"):
        key_files.give(ws.vault, key, PASSPHRASE, work_factor=FAST)
    assert (key.read_text(), ws.vault.needs_key_file) == ("a letter", False)


def test_with_the_wrong_passphrase_no_key_file_is_left(ws: Workspace, key: Path) -> None:
    with pytest.raises(Refused, match=r"vault\.passphrase"):
        key_files.give(ws.vault, key, "something else entirely", work_factor=FAST)
    assert (key.exists(), ws.vault.needs_key_file) == (False, False)


@pytest.mark.fault(4)
def test_fault_04_a_vault_that_may_need_the_file_by_now_never_loses_it(
    ws: Workspace, key: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = system.sync_folder

    def fail(folder: Path) -> None:
        if folder == ws.vault.folder and ws.vault.needs_key_file:
            raise OSError(5, "failed")
        sync(folder)

    monkeypatch.setattr(system, "sync_folder", fail)
    with pytest.raises(Hindered):
        key_files.give(ws.vault, key, PASSPHRASE, work_factor=FAST)
    monkeypatch.undo()
    reopen(ws, clock, key)


def test_another_key_file_takes_the_place_of_the_first(ws: Workspace, key: Path, clock: Clock) -> None:
    key_files.give(ws.vault, key, PASSPHRASE, work_factor=FAST)
    second = key.with_name("second")
    key_files.give(ws.vault, second, PASSPHRASE, old=key_files.read(key), work_factor=FAST)
    folder = ws.vault.folder
    with pytest.raises(Refused, match=r"vault\.passphrase_or_key_file"):
        reopen(ws, clock, key)
    vaults.lock(vaults.unlock(folder, PASSPHRASE, clock=clock, key_file=key_files.read(second)))


def test_a_key_file_taken_away_is_needed_no_more(ws: Workspace, key: Path, clock: Clock) -> None:
    key_files.give(ws.vault, key, PASSPHRASE, work_factor=FAST)
    key_files.take_away(ws.vault, PASSPHRASE, key_files.read(key), work_factor=FAST)
    reopen(ws, clock, None)


def test_the_recovery_key_leaves_a_vault_without_a_key_file_and_says_so(
    tmp_path: Path, key: Path, clock: Clock
) -> None:
    created = vaults.create_vault(tmp_path / "v", PASSPHRASE, clock=clock, work_factor=FAST)
    key_files.give(created.vault, key, PASSPHRASE, work_factor=FAST)
    vaults.lock(created.vault)
    new = "nine grey herons stand still"
    vault = vaults.recover(tmp_path / "v", created.recovery_key, new, clock=clock, work_factor=FAST)
    assert [notice.code for notice in vaults.notices(vault)] == ["vault.key_file_dropped"]
    vaults.lock(vault)
    vaults.lock(vaults.unlock(tmp_path / "v", new, clock=clock))


def test_the_place_of_the_key_file_is_noted_nowhere(ws: Workspace, key: Path, clock: Clock, home: Path) -> None:
    key_files.give(ws.vault, key, PASSPHRASE, work_factor=FAST)
    folder = ws.vault.folder
    reopen(ws, clock, key)
    places = [path for top in (home, folder) for path in top.rglob("*") if path.is_file()]
    assert not [path for path in places if b"holiday" in path.read_bytes()]


def hostile(place: Path, how: str) -> Path:
    """Something in the place of a key file."""
    if how == "huge":
        with place.open("wb") as file:
            file.truncate(1 << 40)
    elif how == "pipe":
        if sys.platform == "win32":
            pytest.skip("this system has no such files")
        os.mkfifo(place)
    elif how == "link":
        place.symlink_to("/dev/zero")
    elif how == "folder":
        place.mkdir()
    elif how == "thousand":
        place.write_text("AGE-SECRET-KEY-PQ-1AAAA\n" * 1000)
    elif how == "bytes":
        place.write_bytes(bytes(range(256)))
    return place


HOSTILE = {
    "huge": "key_file.not_one",
    "pipe": "file.not_regular",
    "link": "file.not_regular",
    "folder": "file.not_regular",
    "thousand": "key_file.not_one",
    "bytes": "key_file.not_one",
    "nothing": "file.unreadable",
}


@pytest.mark.fault(9)
@pytest.mark.parametrize(("how", "code"), HOSTILE.items())
def test_fault_09_what_is_no_key_file_is_refused_at_once(tmp_path: Path, how: str, code: str) -> None:
    begun = time.process_time()
    with pytest.raises(JiashuError) as refusal:
        key_files.read(hostile(tmp_path / "key", how))
    assert (refusal.value.code, time.process_time() - begun < 1) == (code, True)


def test_a_folder_that_is_no_vault_needs_no_key_file(tmp_path: Path) -> None:
    (tmp_path / "k1").write_text("nonsense")
    assert not outside.needs_key_file(tmp_path)
