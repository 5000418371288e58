"""The vault's folder: private whatever the system's habits, and held by one at a time."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import Damaged, Hindered, Refused
from desktop.vault import folder
from desktop.vault.vault import Vault
from tests.conftest import ROOT, Clock
from tests.vault.desk import FAST, PASSPHRASE, Desk, fails

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="permissions as POSIX has them")

OTHER_PROCESS = """
import sys
from pathlib import Path
from desktop.errors import Hindered
from desktop.vault.vault import Vault
try:
    Vault.unlock(Path(sys.argv[1]), sys.argv[2], clock=lambda: 0)
except Hindered as error:
    print(error.code, error.details["process"])
"""


@pytest.fixture
def open_handed() -> Iterator[None]:
    """A system that shares every new file with everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_handed")
@pytest.mark.fault(10)
def test_fault_10_folders_are_0700_and_files_0600_whatever_the_umask(place: Path) -> None:
    desk = Desk.fresh(place)
    desk.testimony("They came at night.")
    with desk.vault.incoming("vault") as writer:
        writer.write(b"a picture")
        writer.commit()
    desk.vault.change_passphrase(PASSPHRASE, "another one", FAST)
    modes = {path.relative_to(place).as_posix(): stat.S_IMODE(path.stat().st_mode) for path in place.rglob("*")}
    files = {name: mode for name, mode in modes.items() if (place / name).is_file()}
    assert {*files.values()} == {0o600}
    assert {modes[name] for name in modes.keys() - files.keys()} | {stat.S_IMODE(place.stat().st_mode)} == {0o700}
    desk.vault.lock()


def test_the_folder_holds_nothing_but_what_the_format_names(desk: Desk) -> None:
    desk.vault.lock()
    names = {path.name for path in desk.place.iterdir()}
    assert names == {"a.db", "b.db", "closed", "d", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "lock"}


def test_a_vault_is_made_in_an_empty_folder_too(place: Path) -> None:
    place.mkdir()
    Desk.fresh(place).vault.lock()


@pytest.mark.parametrize("missing", ["nowhere/deep/vault", "letter/vault"])
def test_a_vault_is_not_made_where_there_is_no_folder_for_it(tmp_path: Path, missing: str) -> None:
    (tmp_path / "letter").write_text("x")
    with fails(Hindered, "file.no_folder"):
        Desk.fresh(tmp_path / missing)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system that is not written to")
def test_a_place_where_no_folder_can_be_made_is_told_as_such() -> None:
    with fails(Hindered, "disk.not_allowed"):
        Desk.fresh(Path("/proc/vault"))


def test_a_vault_is_never_made_over_something(place: Path) -> None:
    place.mkdir()
    (place / "letter.txt").write_text("kept")
    with fails(Refused, "vault.exists"):
        Desk.fresh(place)
    assert [path.name for path in place.iterdir()] == ["letter.txt"]


def test_a_second_instance_in_this_process_is_refused(desk: Desk) -> None:
    with fails(Hindered, "vault.in_use") as refusal:
        Vault.unlock(desk.place, PASSPHRASE, clock=desk.clock)
    assert refusal.value.details["process"] == os.getpid()


def test_a_second_instance_does_not_disturb_the_first(desk: Desk) -> None:
    with pytest.raises(Hindered):
        Vault.unlock(desk.place, PASSPHRASE, clock=desk.clock)
    said = desk.testimony("Still writing.")
    with pytest.raises(Hindered):
        Vault.unlock(desk.place, PASSPHRASE, clock=desk.clock)
    assert desk.words_of(said) == ["Still writing."]


def test_a_second_process_is_told_which_one_has_the_vault_open(desk: Desk) -> None:
    asked = [sys.executable, "-c", OTHER_PROCESS, str(desk.place), PASSPHRASE]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["vault.in_use", str(os.getpid())]
    assert done.stderr == ""


def test_the_lock_is_free_after_a_wrong_passphrase(desk: Desk) -> None:
    desk.lock()
    with fails(Refused, "vault.passphrase"):
        Vault.unlock(desk.place, "something else", clock=desk.clock)
    desk.unlock()


def test_a_lock_file_left_behind_locks_nobody_out(desk: Desk) -> None:
    desk.lock()
    (desk.place / folder.LOCK).write_text("99999")
    desk.unlock()


@pytest.mark.fault(7)
def test_fault_07_a_link_in_place_of_the_lock_is_not_followed(desk: Desk, tmp_path: Path) -> None:
    desk.lock()
    (desk.place / folder.LOCK).unlink()
    (desk.place / folder.LOCK).symlink_to(tmp_path / "elsewhere")
    with fails(Damaged, "vault.is_link"):
        desk.unlock()
    assert not (tmp_path / "elsewhere").exists()
    (desk.place / folder.LOCK).unlink()
    desk.unlock()


def opened(place: Path) -> list[str]:
    """What others have a right to, by name."""
    return [path.name for path in (place, *place.iterdir()) if path.stat().st_mode & 0o077]


def test_a_vault_others_could_get_at_is_closed_to_them_and_that_is_told(desk: Desk) -> None:
    desk.lock()
    for path in (desk.place, *desk.place.iterdir()):
        path.chmod(0o777)
    vault = desk.unlock()
    assert [notice.code for notice in vault.notices] == ["vault.was_open_to_others"]
    assert opened(desk.place) == []
    assert stat.S_IMODE((desk.place / "k1").stat().st_mode) == 0o600
    desk.lock()
    assert desk.unlock().notices == ()


def test_rights_that_cannot_be_taken_away_are_told_and_lock_nobody_out(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.lock()
    desk.place.chmod(0o755)

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)
    assert [notice.code for notice in desk.unlock().notices] == ["vault.open_to_others"]


def test_a_file_that_is_none_of_a_vaults_is_kept_and_reported(desk: Desk) -> None:
    desk.lock()
    (desk.place / "a.sync-conflict.db").write_bytes(b"somebody's")
    vault = desk.unlock()
    assert [(notice.code, notice.details["file"]) for notice in vault.notices] == [
        ("vault.strange_file", "a.sync-conflict.db")
    ]
    assert (desk.place / "a.sync-conflict.db").read_bytes() == b"somebody's"


def test_a_half_written_file_is_swept_away(desk: Desk) -> None:
    desk.lock()
    (desk.place / "t").write_bytes(b"half of a key slot")
    assert desk.unlock().notices == ()
    assert not (desk.place / "t").exists()


def test_there_is_no_vault_where_there_is_no_folder(tmp_path: Path, clock: Clock) -> None:
    with fails(Refused, "vault.not_found"):
        Vault.unlock(tmp_path / "nowhere", PASSPHRASE, clock=clock)


def test_a_file_is_no_folder_of_a_vault(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "letter.txt").write_text("kept")
    with fails(Refused, "vault.is_file"):
        Vault.unlock(tmp_path / "letter.txt", PASSPHRASE, clock=clock)


def test_another_folder_is_not_taken_for_a_vault(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "holiday.txt").write_text("sea")
    with fails(Refused, "vault.not_a_vault"):
        Vault.unlock(tmp_path, PASSPHRASE, clock=clock)
    assert [path.name for path in tmp_path.iterdir() if path.name != "vault"] == ["holiday.txt"]
