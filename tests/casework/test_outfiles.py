"""Files for outside: whole or not there, never over another, never inside a vault."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from desktop.casework import evidence, export, handoff, outfiles, sealing, vaults
from desktop.casework.handoff import Handoff
from desktop.casework.workspace import Workspace
from desktop.errors import Hindered, Refused
from desktop.vault import system
from tests.casework.conftest import PASSPHRASE, Case
from tests.small_disk import small_disk

__all__ = ["small_disk"]  # a fixture

KILLED_WHILE_EXTRACTING = """
import os, signal, sys
from pathlib import Path
from desktop.casework import evidence, vaults
from desktop.casework.workspace import Workspace
from desktop.domain.vocabulary import Vocabularies

def stop(done, total):
    if 2 * done > total:
        os.kill(os.getpid(), signal.SIGKILL)

folder, record, out, passphrase = sys.argv[1:]
ws = Workspace(vaults.unlock(Path(folder), passphrase, clock=lambda: 1_750_000_100), Vocabularies({}), lambda: 1)
evidence.extract(ws, record, Path(out), progress=stop)
"""


@pytest.fixture
def kept(ws: Workspace, case: Case, tmp_path: Path) -> str:
    """A file of some pieces, attached."""
    (tmp_path / "statement.bin").write_bytes(b"what was said " * 300_000)
    return evidence.attach(ws, case.id, tmp_path / "statement.bin").created[0]


def needs_nameless(folder: Path) -> None:
    """Skip where a file must have a name as long as it is written."""
    descriptor = system.open_nameless(folder)
    if descriptor is None:
        pytest.skip("this system or file system knows no files without a name")
    os.close(descriptor)


def test_a_kill_in_the_middle_of_extracting_leaves_nothing_of_the_file(
    ws: Workspace, kept: str, tmp_path: Path
) -> None:
    needs_nameless(tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    asked = [str(ws.vault.folder), kept, str(out / "statement"), PASSPHRASE]
    vaults.lock(ws.vault)
    ended = subprocess.run([sys.executable, "-c", KILLED_WHILE_EXTRACTING, *asked], check=False, timeout=120)
    assert ended.returncode == -9
    assert list(out.iterdir()) == []


def test_nothing_stands_under_any_name_before_all_of_it_was_written(tmp_path: Path) -> None:
    needs_nameless(tmp_path)
    with outfiles.new_file(tmp_path / "out") as file:
        file.write(b"words")
        file.flush()
        assert list(tmp_path.iterdir()) == []
    assert (tmp_path / "out").read_bytes() == b"words"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such modes")
def test_what_is_written_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    with outfiles.new_file(tmp_path / "out") as file:
        file.write(b"words")
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o600


def test_what_came_to_stand_there_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    def write() -> None:
        with outfiles.new_file(tmp_path / "out") as file:
            file.write(b"words")
            (tmp_path / "out").write_bytes(b"older")

    with pytest.raises(Refused, match=r"file\.exists"):
        write()
    assert (tmp_path / "out").read_bytes() == b"older"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_error_while_writing_leaves_nothing(tmp_path: Path) -> None:
    def write() -> None:
        with outfiles.new_file(tmp_path / "out") as file:
            file.write(b"words")
            raise Refused("age.no_match")

    with pytest.raises(Refused, match=r"age\.no_match"):
        write()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("inside", ["out", "d/out", "link/out"])
def test_nothing_in_clear_is_written_into_a_vault(
    ws: Workspace, case: Case, kept: str, tmp_path: Path, inside: str
) -> None:
    place = tmp_path / "way" / "out" if inside == "link/out" else ws.vault.folder / inside
    if inside == "link/out":
        (tmp_path / "way").symlink_to(ws.vault.folder, target_is_directory=True)
    wanted = handoff.preview_handoff(ws, Handoff(case.id, "redacted"))
    ways: list[Callable[[], object]] = [
        lambda: evidence.extract(ws, kept, place),
        lambda: export.export_all(ws, place),
        lambda: handoff.hand_off(ws, wanted, place, passphrase=PASSPHRASE, work_factor=2),
        lambda: sealing.unseal_file(tmp_path / "statement.bin", place, passphrase=PASSPHRASE),
    ]
    for way in ways:
        with pytest.raises(Refused, match=r"file\.inside_vault"):
            way()
    assert not place.exists()


def test_a_locked_vault_is_no_place_for_clear_text_either(ws: Workspace) -> None:
    place = ws.vault.folder / "notes.txt"
    vaults.lock(ws.vault)
    with pytest.raises(Refused, match=r"file\.inside_vault"):
        outfiles.check_new(place)


def test_beside_a_vault_one_may_write(ws: Workspace, tmp_path: Path) -> None:
    outfiles.check_new(ws.vault.folder.parent / "notes.txt")


@pytest.mark.fault(3)
def test_fault_03_what_has_no_room_is_not_begun(tmp_path: Path) -> None:
    needed = shutil.disk_usage(tmp_path).free * 2
    with pytest.raises(Hindered, match=r"disk\.full") as told, outfiles.new_file(tmp_path / "out", needed=needed):
        pytest.fail("it was begun")
    assert (told.value.details["needed"], list(tmp_path.iterdir())) == (needed, [])


@pytest.mark.fault(3)
def test_fault_03_an_export_whose_evidence_has_no_room_writes_nothing(
    ws: Workspace, kept: str, small_disk: Path
) -> None:
    with pytest.raises(Hindered, match=r"disk\.full"):
        export.export_all(ws, small_disk / "out")
    assert list((small_disk / "out").iterdir()) == []


@pytest.mark.fault(3)
def test_fault_03_an_evidence_file_the_vault_has_no_room_for_is_not_begun(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    huge = tmp_path / "recording.bin"
    huge.write_bytes(b"x")
    os.truncate(huge, shutil.disk_usage(tmp_path).free + 1024**3)  # a hole, which takes no room itself
    with pytest.raises(Hindered, match=r"disk\.full"):
        evidence.attach(ws, case.id, huge, sealed=False)


@pytest.mark.skipif(sys.platform != "linux", reason="reads a file of Linux that opens and cannot be read")
@pytest.mark.parametrize("reading", [lambda file: file.read(), lambda file: file.read(8), lambda file: file.seek(0, 2)])
def test_a_disk_that_fails_while_a_file_is_read_hinders(reading: Callable[[BinaryIO], object]) -> None:
    place = Path("/proc/self/mem")
    with outfiles.existing_file(place) as file, pytest.raises(Hindered, match=r"file\.unreadable"):
        reading(file)


@pytest.mark.parametrize("name", ["a.db", "a.db-wal", "b.db", "lock"])
def test_what_an_open_vault_is_held_by_is_never_opened_as_somebodys_file(
    ws: Workspace, case: Case, tmp_path: Path, name: str
) -> None:
    link = tmp_path / "holiday.png"
    link.symlink_to(ws.vault.folder / name)
    for place in (ws.vault.folder / name, link):
        with pytest.raises(Refused, match=r"file\.of_vault"):
            evidence.attach(ws, case.id, place)
