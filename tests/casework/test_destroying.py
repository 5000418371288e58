"""Destroying a vault: only by its name, not while it is open elsewhere, and the host forgets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.casework import destroying, known, vaults
from desktop.casework.destroying import Left
from desktop.casework.workspace import Workspace
from desktop.errors import Hindered, Refused
from tests.casework.conftest import PASSPHRASE
from tests.conftest import Clock


def ignore(_done: int, _total: int) -> None:
    """Nobody looks."""


@pytest.mark.parametrize("typed", ["", " ", "vaul", "VAULT", "/", "destroy"])
def test_only_the_name_of_the_folder_is_taken(tmp_path: Path, typed: str) -> None:
    with pytest.raises(Refused, match=r"destroy\.other_name"):
        destroying.check_name(tmp_path / "vault", typed)


@pytest.mark.parametrize("typed", ["été 八月", "e\u0301te\u0301 八月", " été 八月 "])
def test_the_name_is_taken_in_whatever_letters_a_keyboard_makes(tmp_path: Path, typed: str) -> None:
    destroying.check_name(tmp_path / "été 八月", typed)


def test_a_vault_open_in_another_window_is_not_destroyed(ws: Workspace, clock: Clock) -> None:
    folder = ws.vault.folder
    with pytest.raises(Hindered, match=r"vault\.in_use"):
        destroying.destroy(folder, ignore)
    vaults.lock(ws.vault)
    vaults.lock(vaults.unlock(folder, PASSPHRASE, clock=clock))


def test_the_host_forgets_where_it_was(ws: Workspace) -> None:
    folder = ws.vault.folder
    vaults.lock(ws.vault)
    assert [one.folder for one in known.known_vaults()] == [folder]
    assert destroying.destroy(folder, ignore) == Left(0, 0, 0, folder=False)
    assert known.known_vaults() == ()


def test_the_keys_of_an_open_vault_go_first_and_the_rest_once_it_is_locked(ws: Workspace, clock: Clock) -> None:
    folder = ws.vault.folder
    destroying.take_keys(folder)
    assert not (folder / "k1").exists()
    vaults.lock(ws.vault)
    with pytest.raises(Exception, match=r"vault\.missing"):
        vaults.unlock(folder, PASSPHRASE, clock=clock)
    assert not destroying.destroy(folder, ignore).folder


def test_one_hears_when_the_keys_are_gone_before_the_rest_is(ws: Workspace) -> None:
    folder = ws.vault.folder
    vaults.lock(ws.vault)
    there: list[tuple[bool, bool]] = []
    destroying.destroy(folder, ignore, lambda: there.append(((folder / "k1").exists(), (folder / "a.db").exists())))
    assert there == [(False, True)]


def test_a_strange_thing_in_the_locks_place_does_not_save_it(ws: Workspace, tmp_path: Path) -> None:
    folder = ws.vault.folder
    vaults.lock(ws.vault)
    (folder / "lock").unlink()
    (folder / "lock").symlink_to(tmp_path / "nowhere")
    assert not destroying.destroy(folder, ignore).folder
