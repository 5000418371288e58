"""Backup, restore and drill as actions: what is noted in the vault, when the next is due, what is left behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.casework import backing_up, drilling, known, recovering, restoring, vaults
from desktop.casework.restoring import Opening
from desktop.casework.workspace import Workspace
from desktop.errors import Hindered, JiashuError, Refused
from tests.casework.conftest import PASSPHRASE, told
from tests.conftest import Clock

DAY = 24 * 60 * 60


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """Where backups go."""
    (tmp_path / "sticks").mkdir()
    return tmp_path / "sticks" / "backup"


def test_a_backup_is_noted_in_the_vault_without_its_place(ws: Workspace, stick: Path) -> None:
    told(ws)
    done = backing_up.back_up(ws, stick)
    kept = ws.vault.keeping.last("backup")
    assert kept is not None
    assert set(kept.found) == {"kind", "n", "h", "records", "files", "bytes"}
    assert (kept.found["n"], kept.found["h"]) == (done.changes, done.digest)


def test_a_backup_is_due_when_something_changed_and_it_is_time(ws: Workspace, clock: Clock, stick: Path) -> None:
    told(ws)
    assert backing_up.standing(ws).due
    backing_up.back_up(ws, stick)
    assert not backing_up.standing(ws).due
    told(ws)
    assert not backing_up.standing(ws).due
    clock.now += 8 * DAY
    standing = backing_up.standing(ws)
    assert (standing.due, standing.days) == (True, 8)
    backing_up.set_days_between(ws, 0)
    assert not backing_up.standing(ws).due


def test_a_backup_that_was_stopped_is_not_noted(ws: Workspace, stick: Path) -> None:
    told(ws)
    under_way = backing_up.begin(ws, stick)
    under_way.step()
    under_way.stop()
    assert under_way.step() is None
    assert under_way.done is None
    assert ws.vault.keeping.last("backup") is None


def test_a_lock_ends_a_backup(ws: Workspace, stick: Path) -> None:
    told(ws)
    under_way = backing_up.begin(ws, stick)
    under_way.step()
    vaults.lock(ws.vault)
    assert under_way.step() is None
    assert under_way.done is None


def test_a_restored_vault_is_on_the_list_of_this_computer(ws: Workspace, stick: Path, tmp_path: Path) -> None:
    told(ws)
    backing_up.back_up(ws, stick)
    out = restoring.restore(stick, tmp_path / "new", Opening("a lamp under seven willows"), clock=ws.clock)
    assert out.sound
    assert known.known_vaults()[0].folder == tmp_path / "new"


# -------------------------------------------------------------------------------------------------------- the drill


@pytest.fixture
def recovered(tmp_path: Path, clock: Clock, ws: Workspace) -> tuple[Workspace, str]:
    """A workspace whose recovery key is known."""
    made = vaults.create_vault(tmp_path / "keyed", "a lamp under seven willows", clock=clock, work_factor=2)
    return Workspace(made.vault, ws.vocabularies, clock), made.recovery_key


def test_a_drill_tells_how_far_the_vault_has_gone_on(recovered: tuple[Workspace, str], stick: Path) -> None:
    ws, key = recovered
    told(ws)
    done = backing_up.back_up(ws, stick)
    before = ws.vault.counted().n
    told(ws)
    out = drilling.drill(stick, key, clock=ws.clock, ws=ws)
    assert out.later == ws.vault.counted().n - before
    assert (out.outcome.records, out.outcome.digest) == (done.records, done.digest)
    assert ws.vault.keeping.last("drill") is not None
    assert [path.name for path in stick.parent.iterdir()] == ["backup"]
    vaults.lock(ws.vault)


def test_a_drill_with_the_key_before_the_one_of_today_is_no_rehearsal(
    recovered: tuple[Workspace, str], stick: Path
) -> None:
    ws, key = recovered
    backing_up.back_up(ws, stick)
    recovering.put_in_place(ws, recovering.prepare(ws, PASSPHRASE))
    assert drilling.drill(stick, key, clock=ws.clock, ws=ws).earlier_key
    assert ws.vault.keeping.last("drill") is None
    vaults.lock(ws.vault)


def test_what_a_kill_left_of_a_drill_is_removed_by_the_next(recovered: tuple[Workspace, str], stick: Path) -> None:
    ws, key = recovered
    backing_up.back_up(ws, stick)
    left = stick.parent / "t0123456789abcdef"
    shutil.copytree(stick, left / "v")
    (left / "x").touch()
    mine = stick.parent / "tfedcba9876543210"
    mine.mkdir()
    (mine / "letter.txt").write_text("Mine.")
    drilling.drill(stick, key, clock=ws.clock, ws=ws)
    assert {path.name for path in stick.parent.iterdir()} == {"backup", mine.name}
    vaults.lock(ws.vault)


def test_a_backup_of_another_vault_is_no_rehearsal(
    recovered: tuple[Workspace, str], ws: Workspace, stick: Path
) -> None:
    other, key = recovered
    backing_up.back_up(other, stick)
    with pytest.raises(Refused) as caught:
        drilling.drill(stick, key, clock=ws.clock, ws=ws)
    assert caught.value.code == "drill.other_vault"
    assert ws.vault.keeping.last("drill") is None
    vaults.lock(other.vault)


def test_the_vault_itself_is_no_backup(recovered: tuple[Workspace, str]) -> None:
    ws, key = recovered
    with pytest.raises(JiashuError) as caught:
        drilling.drill(ws.vault.folder, key, clock=ws.clock, ws=ws)
    assert isinstance(caught.value, Hindered)
    assert caught.value.code == "vault.in_use"
    vaults.lock(ws.vault)


def test_damage_in_a_backup_makes_no_rehearsal(recovered: tuple[Workspace, str], stick: Path) -> None:
    ws, key = recovered
    told(ws)
    backing_up.back_up(ws, stick)
    content = bytearray((stick / "k7").read_bytes())
    content[-1] ^= 1
    (stick / "k7").write_bytes(content)
    with pytest.raises(JiashuError):
        drilling.drill(stick, key, clock=ws.clock, ws=ws)
    assert ws.vault.keeping.last("drill") is None
    assert [path.name for path in stick.parent.iterdir()] == ["backup"]
    vaults.lock(ws.vault)
