"""A vault in a folder that others write into: a second program, a sync program, a disk that goes away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.errors import Damaged, Hindered, Refused
from desktop.vault.rescue import merging
from desktop.vault.vault import Vault
from tests.conftest import ROOT, Clock
from tests.vault.desk import PASSPHRASE, Desk, fails
from tests.vault.test_rescue import rescued

CONFLICT = "a (conflicted copy).db"


@pytest.mark.fault(21)
def test_fault_21_a_second_program_is_refused_and_told_which_one_has_the_vault(desk: Desk) -> None:
    program = (
        "import sys; from pathlib import Path; from desktop.vault.vault import Vault\n"
        "try: Vault.unlock(Path(sys.argv[1]), sys.argv[2], clock=lambda: 0)\n"
        "except Exception as error: print(error)"
    )
    told = subprocess.run(
        [sys.executable, "-c", program, desk.place, PASSPHRASE], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert told.stdout.strip() == f"vault.in_use (process={os.getpid()})"
    desk.testimony("The first one goes on.")


@pytest.mark.fault(21)
@pytest.mark.parametrize("content", [b"", b"1", b"999999999", b"nonsense"])
def test_fault_21_a_lock_file_left_by_a_program_that_is_gone_keeps_nobody_out(desk: Desk, content: bytes) -> None:
    desk.lock()
    (desk.place / "lock").write_bytes(content)
    desk.unlock()


def replaced(desk: Desk, name: str) -> None:
    """Another version of a file put in its place, as sync programs do."""
    other = desk.place.parent / "other"
    shutil.copyfile(desk.place / name, other)
    other.replace(desk.place / name)


def overwritten(desk: Desk, name: str) -> None:
    """Other bytes written into the same file."""
    path = desk.place / name
    with path.open("r+b") as file:
        file.write(os.urandom(4096))


def removed(desk: Desk, name: str) -> None:
    (desk.place / name).unlink()


@pytest.mark.fault(21)
@pytest.mark.skipif(sys.platform == "win32", reason="there nobody can replace a file that is open")
@pytest.mark.parametrize(
    ("change", "name"),
    [(replaced, "a.db"), (overwritten, "a.db"), (removed, "a.db"), (replaced, "a.db-wal"), (removed, "a.db-wal")],
)
def test_fault_21_a_file_changed_underneath_is_noticed_before_a_save(desk: Desk, change: object, name: str) -> None:
    desk.testimony("Saved before.")
    events = desk.vault._opened.log.n
    change(desk, name)  # type: ignore[operator]
    with fails(Hindered, "vault.changed_underneath"):
        desk.add("case", {"title": "Not to be mixed in"})
    with fails(Hindered, "vault.changed_underneath"):
        desk.vault.keep_draft("new", {"words": "half a"})
    assert desk.vault._opened.log.n == events


@pytest.mark.fault(21)
def test_fault_21_another_time_on_an_unchanged_file_hinders_nothing(desk: Desk) -> None:
    os.utime(desk.place / "a.db", (1, 1))
    desk.testimony("A share may tell of our own writing late.")


@pytest.fixture
def parted(desk: Desk) -> tuple[Desk, set[str]]:
    """A vault and, beside it in its folder, the database of a copy that went another way; what either has."""
    both = desk.testimony("In both.")
    gone = desk.testimony("Erased here.")
    desk.lock()
    copy = Path(shutil.copytree(desk.place, desk.place.parent / "laptop"))
    other = Desk(copy, desk.clock, Vault.unlock(copy, PASSPHRASE, clock=desk.clock))
    there = other.testimony("Written on the laptop.")
    other.edit(both, {"title": "From there"})
    person, name = other.person("秦望舒")
    other.lock()
    desk.unlock()
    here = desk.testimony("Written here.")
    desk.vault.erase(gone, "record")
    desk.lock()
    shutil.copyfile(copy / "a.db", desk.place / CONFLICT)
    desk.unlock()
    return desk, {both, there, person, name, here}


@pytest.mark.fault(21)
def test_fault_21_what_a_conflicted_copy_alone_has_is_taken_in(parted: tuple[Desk, set[str]]) -> None:
    desk, records = parted
    assert [notice.details.get("file") for notice in desk.vault.notices] == [CONFLICT]
    assert merging.copies(desk.vault) == (CONFLICT,)
    changes, aside = merging.take_in(desk.vault, CONFLICT)
    assert len(changes.created) == 3
    assert {row.id for kind in ("testimony", "person", "name") for row in desk.vault.rows(kind)} == records
    assert desk.vault.verify().sound
    assert desk.vault.set_aside == (aside,)
    desk.reopen()
    assert desk.vault.notices == ()


@pytest.mark.fault(21)
def test_fault_21_a_rescue_takes_from_a_conflicted_copy_too(parted: tuple[Desk, set[str]], tmp_path: Path) -> None:
    desk, records = parted
    desk.lock()
    report = rescued(desk.place, tmp_path / "new")
    assert report.taken[CONFLICT] > 0
    new = Vault.unlock(tmp_path / "new", PASSPHRASE, clock=Clock())
    assert {row.id for kind in ("testimony", "person", "name") for row in new.rows(kind)} == records
    new.lock()


def test_another_file_is_not_taken_for_a_copy(desk: Desk) -> None:
    (desk.place / CONFLICT).write_bytes(os.urandom(8192))
    assert merging.copies(desk.vault) == ()
    with fails(Refused, "rescue.not_a_copy"):
        merging.take_in(desk.vault, CONFLICT)


@pytest.mark.fault(21)
def test_fault_21_another_name_of_the_open_database_is_no_copy_of_it_and_is_not_opened(desk: Desk) -> None:
    """Programs that save room give files of equal bytes one place on the disk."""
    (desk.place / CONFLICT).hardlink_to(desk.place / "a.db")
    assert merging.copies(desk.vault) == ()


@pytest.mark.fault(21)
def test_fault_21_an_older_copy_written_over_the_open_database_is_not_taken_for_it_after_a_page_was_missed(
    desk: Desk,
) -> None:
    path = desk.place / "a.db"
    desk.testimony("Earlier.")
    desk.vault._database.truncate_wal()
    older = path.read_bytes()
    for number in range(30):
        desk.testimony(f"Later {number}. " * 5000)
    desk.vault._database.truncate_wal()
    desk.vault._database.value("SELECT COUNT(*) FROM log")
    desk.vault._database.run("PRAGMA cache_size = 10")  # few pages are at hand, as in a large vault
    desk.vault._database.value("SELECT MAX(seq) FROM revision")
    with path.open("r+b") as file:
        file.write(older)
        file.truncate()
    with fails(Damaged, "vault.database"):
        desk.vault._database.value("SELECT SUM(LENGTH(opening)) FROM revision")
    with fails(Hindered, "vault.changed_underneath"):
        desk.testimony("Must not be added to the older one.")
