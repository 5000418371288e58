"""Making, opening and locking vaults, and what the host remembers of them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.casework import known, records, recovery_key, vaults
from desktop.casework.workspace import Workspace
from desktop.errors import JiashuError, Refused
from tests.casework.conftest import PASSPHRASE, Make
from tests.conftest import Clock


def test_a_weak_passphrase_makes_no_vault(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(Refused, match=r"passphrase\.weak"):
        vaults.create_vault(tmp_path / "v", "letmein", clock=clock, work_factor=2)
    assert not (tmp_path / "v").exists()


def test_the_recovery_key_is_a_post_quantum_identity(tmp_path: Path, clock: Clock) -> None:
    created = vaults.create_vault(tmp_path / "v", PASSPHRASE, clock=clock, work_factor=2)
    vaults.lock(created.vault)
    assert created.recovery_key.startswith("AGE-SECRET-KEY-PQ-1")


@pytest.mark.fault(9)
@pytest.mark.parametrize(
    "wrong", ["", "a lamp under seven willow", "' OR 1=1 --", "a\0b", "密", "x" * 1_000_000, PASSPHRASE + "\n"]
)
def test_fault_09_every_wrong_passphrase_fails_alike(
    ws: Workspace, clock: Clock, wrong: str, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = ws.vault.folder
    vaults.lock(ws.vault)
    with pytest.raises(JiashuError) as failure:
        vaults.unlock(folder, wrong, clock=clock)
    assert failure.value.code in {"vault.passphrase", "passphrase.empty"}
    assert capfd.readouterr() == ("", "")


@pytest.mark.fault(9)
def test_fault_09_the_passphrase_opens_the_vault_in_either_normal_form(tmp_path: Path, clock: Clock) -> None:
    created = vaults.create_vault(tmp_path / "v", "étude of seven willows", clock=clock, work_factor=2)
    vaults.lock(created.vault)
    vault = vaults.unlock(tmp_path / "v", "étude of seven willows", clock=clock)
    vaults.lock(vault)


def test_a_changed_passphrase_opens_and_the_old_one_no_longer(ws: Workspace, clock: Clock) -> None:
    folder = ws.vault.folder
    vaults.change_passphrase(ws.vault, PASSPHRASE, "nine grey herons stand still", work_factor=2)
    vaults.lock(ws.vault)
    with pytest.raises(Refused, match=r"vault\.passphrase"):
        vaults.unlock(folder, PASSPHRASE, clock=clock)
    vaults.lock(vaults.unlock(folder, "nine grey herons stand still", clock=clock))


def test_the_wrong_old_passphrase_changes_nothing(ws: Workspace) -> None:
    with pytest.raises(Refused, match=r"vault\.passphrase"):
        vaults.change_passphrase(ws.vault, "something else entirely", "nine grey herons stand still", work_factor=2)


def test_a_compartment_of_its_own_stays_closed_until_its_passphrase_is_given(make: Make, clock: Clock) -> None:
    ws = make("Anna", identity_passphrase="four blue kettles sing")
    folder = ws.vault.folder
    vaults.lock(ws.vault)
    vault = vaults.unlock(folder, PASSPHRASE, clock=clock)
    assert not vault.compartment_open
    vaults.open_identities(Workspace(vault, ws.vocabularies, clock), "four blue kettles sing")
    assert vault.compartment_open
    vaults.lock(vault)


def test_the_host_remembers_the_vault_opened_last_first(make: Make) -> None:
    make("Anna")
    second = make("Bao")
    assert [entry.folder.name for entry in known.known_vaults()] == ["Bao", "Anna"]
    vaults.lock(second.vault)


def test_the_hosts_list_holds_places_and_markers_and_nothing_else(ws: Workspace, home: Path) -> None:
    vaults.lock(ws.vault)
    files = [path for path in home.rglob("*") if path.is_file()]
    assert [path.name for path in files] == ["vaults.json"]
    assert "Anna" not in files[0].read_text().replace(str(ws_folder(files[0])), "")


def ws_folder(listed: Path) -> str:
    """The folder the list names, as it stands in the file."""
    return listed.read_text().split('"folder": "')[1].split('"')[0]


def test_nothing_is_left_on_the_host_in_portable_mode(make: Make, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIASHU_PORTABLE", "1")
    vaults.lock(make("Anna").vault)
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert known.known_vaults() == ()


def test_a_forgotten_vault_is_off_the_list_and_still_there(ws: Workspace) -> None:
    known.forget_vault(ws.vault.folder)
    assert known.known_vaults() == ()
    assert ws.vault.folder.is_dir()


def test_an_older_copy_put_back_is_noticed_by_what_the_host_remembers(
    ws: Workspace, clock: Clock, tmp_path: Path
) -> None:
    folder = ws.vault.folder
    vaults.lock(ws.vault)
    shutil.copytree(folder, tmp_path / "old")
    vault = vaults.unlock(folder, PASSPHRASE, clock=clock)
    records.add(Workspace(vault, ws.vocabularies, clock), "case", [{"title": "Later"}])
    vaults.lock(vault)
    shutil.rmtree(folder)
    shutil.copytree(tmp_path / "old", folder)
    vault = vaults.unlock(folder, PASSPHRASE, clock=clock)
    codes = [notice.code for notice in vaults.notices(vault)]
    vaults.lock(vault)
    assert codes == ["vault.older"]


def test_a_damaged_list_on_the_host_keeps_nobody_out(ws: Workspace, clock: Clock, home: Path) -> None:
    folder = ws.vault.folder
    vaults.lock(ws.vault)
    (home / ".config/jiashu/vaults.json").write_bytes(b"\xff[[[")
    vaults.lock(vaults.unlock(folder, PASSPHRASE, clock=clock))


def test_a_setting_is_kept_inside_the_vault(ws: Workspace, clock: Clock) -> None:
    vaults.set_setting(ws, "language", "zh_Hans")
    folder = ws.vault.folder
    vaults.lock(ws.vault)
    vault = vaults.unlock(folder, PASSPHRASE, clock=clock)
    found = vaults.setting(Workspace(vault, ws.vocabularies, clock), "language")
    vaults.lock(vault)
    assert found == "zh_Hans"


NEW = "nine grey herons stand still"


@pytest.fixture
def lost(tmp_path: Path, clock: Clock) -> tuple[Path, str]:
    """A locked vault whose passphrase nobody knows, its identities with one of their own; and its recovery key."""
    created = vaults.create_vault(
        tmp_path / "v", PASSPHRASE, clock=clock, work_factor=2, identity_passphrase="four blue kettles sing"
    )
    vaults.lock(created.vault)
    return tmp_path / "v", created.recovery_key


@pytest.mark.parametrize(
    "on_paper",
    [
        str,
        str.lower,
        lambda key: " ".join(recovery_key.pieces(key)),
        lambda key: "\n".join(recovery_key.pieces(key)).lower(),
        lambda key: key.replace("-", ""),
        lambda key: recovery_key.BEGINNING + key.removeprefix(recovery_key.BEGINNING).replace("0", "O"),
    ],
)
def test_the_recovery_key_opens_the_vault_however_it_is_typed(
    lost: tuple[Path, str], clock: Clock, on_paper: Callable[[str], str]
) -> None:
    folder, key = lost
    vaults.lock(vaults.recover(folder, on_paper(key), NEW, clock=clock, work_factor=2))
    vaults.lock(vaults.unlock(folder, NEW, clock=clock))
    with pytest.raises(Refused, match=r"vault\.passphrase"):
        vaults.unlock(folder, PASSPHRASE, clock=clock)


def test_after_recovery_the_identities_open_with_the_vault(lost: tuple[Path, str], clock: Clock) -> None:
    folder, key = lost
    vault = vaults.recover(folder, key, NEW, clock=clock, work_factor=2)
    assert vault.compartment_open
    vaults.lock(vault)


def test_the_recovery_key_of_another_vault_changes_nothing(
    lost: tuple[Path, str], tmp_path: Path, clock: Clock
) -> None:
    folder, _ = lost
    other = vaults.create_vault(tmp_path / "other", PASSPHRASE, clock=clock, work_factor=2)
    vaults.lock(other.vault)
    with pytest.raises(Refused, match=r"vault\.recovery_key"):
        vaults.recover(folder, other.recovery_key, NEW, clock=clock, work_factor=2)
    vaults.lock(vaults.unlock(folder, PASSPHRASE, clock=clock))


def test_a_mistyped_recovery_key_is_told_before_anything_is_tried(lost: tuple[Path, str], clock: Clock) -> None:
    folder, key = lost
    with pytest.raises(Refused, match=r"key\.malformed"):
        vaults.recover(folder, key[:-1], NEW, clock=clock, work_factor=2)


def test_a_weak_new_passphrase_recovers_nothing(lost: tuple[Path, str], clock: Clock) -> None:
    folder, key = lost
    with pytest.raises(Refused, match=r"passphrase\.weak"):
        vaults.recover(folder, key, "letmein", clock=clock, work_factor=2)


def test_a_vault_whose_key_slot_is_gone_is_recovered(lost: tuple[Path, str], clock: Clock) -> None:
    folder, key = lost
    (folder / "k1").unlink()
    vaults.lock(vaults.recover(folder, key, NEW, clock=clock, work_factor=2))
