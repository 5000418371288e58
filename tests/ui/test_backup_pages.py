"""Backing up, rehearsing and restoring in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.casework import backing_up, evidence, records, vaults
from desktop.casework.workspace import Workspace
from desktop.ui.place import Place
from tests.ui.asking import ask
from tests.ui.choosing import choose
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty folder in one that is empty too."""
    (tmp_path / "stick" / "b").mkdir(parents=True)
    return tmp_path / "stick" / "b"


def put(hand: Hand, name: str, folder: Path) -> None:
    """Name a folder in its field."""
    field = hand.field(name)
    assert isinstance(field, QLineEdit)
    field.setText(str(folder))


def backed_up(desk: Hand, stick: Path) -> None:
    """A case, and a backup of it through the window."""
    ask(desk, lambda ws: records.add(ws, "case", [{"title": "A case"}]))
    desk.go("Safekeeping")
    desk.press("Back up")
    put(desk, "Folder for the backup", stick)
    desk.press("Back up now")
    desk.sees("Backed up. It was read back")


def test_a_backup_is_made_and_its_age_shown(desk: Hand, stick: Path) -> None:
    desk.go("Safekeeping")
    desk.sees("There is no backup yet.")
    desk.press("Back up")
    desk.press("Choose: Folder for the backup")
    choose(desk, stick)
    desk.press("Back up now")
    desk.sees("Backed up. It was read back")
    assert (stick / "a.db").exists()
    desk.go("Safekeeping")
    desk.sees("nothing changed since")


def test_what_was_chosen_stays_when_a_backup_is_refused(desk: Hand, stick: Path) -> None:
    (stick / "letter.txt").write_text("Mine.")
    desk.go("Safekeeping")
    desk.press("Back up")
    put(desk, "Folder for the backup", stick)
    desk.press("Back up now")
    desk.sees("There is something else in this folder")
    field = desk.field("Folder for the backup")
    assert isinstance(field, QLineEdit)
    assert field.text() == str(stick)
    desk.press("Remind me: after 30 days")
    desk.until(lambda: ask(desk, backing_up.days_between) == 30)


def test_recovery_is_rehearsed_with_the_key_from_paper(hand: Hand, tmp_path: Path, stick: Path) -> None:
    made = vaults.create_vault(tmp_path / "vault", PASSPHRASE, clock=hand.window.tools.clock, work_factor=2)
    vaults.lock(made.vault)
    hand.window.door.ask(tmp_path / "vault")
    hand.unlock(PASSPHRASE)
    backed_up(hand, stick)
    hand.press("Rehearse recovering from it")
    field = hand.field("Folder of the backup")
    assert isinstance(field, QLineEdit)
    assert field.text() == str(stick)
    hand.type_into("Recovery key", made.recovery_key)
    hand.press("Rehearse now")
    hand.sees("It works: the backup is whole")
    assert [path.name for path in stick.parent.iterdir()] == ["b"]
    assert ask(hand, noted) is True


def noted(ws: Workspace) -> bool:
    return ws.vault.keeping.last("drill") is not None


@pytest.mark.fault(6)
def test_fault_06_where_the_key_slot_is_destroyed_the_way_to_a_backup_is_one_button(
    desk: Hand, tmp_path: Path, stick: Path
) -> None:
    backed_up(desk, stick)
    desk.lock()
    (tmp_path / "vault" / "k1").write_bytes(bytes(1000))
    desk.type_into("Passphrase", PASSPHRASE)
    desk.press("Unlock")
    desk.press("Restore from a backup")
    desk.press("What is restored: What opens the vault here")
    put(desk, "Folder of the backup", stick)
    desk.type_into("Passphrase on the day of the backup", PASSPHRASE)
    desk.press("Restore")
    desk.sees("Put back. The vault opens")
    desk.press("Open it")
    desk.unlock(PASSPHRASE)
    assert ask(desk, lambda ws: ws.vault.count("case")) == 1


def test_restoring_is_offered_at_the_door(desk: Hand, tmp_path: Path, stick: Path) -> None:
    backed_up(desk, stick)
    desk.lock()
    desk.press("Another vault")
    desk.press("Restore from a backup")
    put(desk, "Folder of the backup", stick)
    put(desk, "Folder of the restored vault", tmp_path / "new")
    desk.type_into("Passphrase on the day of the backup", "another one altogether")
    desk.press("Restore")
    desk.until(lambda: bool(desk.window.notice))
    assert not (tmp_path / "new").exists()
    desk.type_into("Passphrase on the day of the backup", PASSPHRASE)
    desk.press("Restore")
    desk.sees("Restored. All of it was checked")
    desk.press("Open it")
    desk.unlock(PASSPHRASE)
    assert ask(desk, lambda ws: ws.vault.folder) == tmp_path / "new"


def test_saving_goes_on_during_a_backup_and_a_lock_ends_it(desk: Hand, tmp_path: Path, stick: Path) -> None:
    recording = tmp_path / "recording"
    recording.write_bytes(bytes(64 << 20))
    ask(
        desk,
        lambda ws: evidence.attach(
            ws, records.add(ws, "case", [{"title": "A case"}]).created[0], recording, sealed=False
        ),
    )
    desk.go("Safekeeping")
    desk.press("Back up")
    put(desk, "Folder for the backup", stick)
    desk.press("Back up now")
    desk.until((stick / "n").exists)
    ask(desk, lambda ws: records.add(ws, "case", [{"title": "Saved meanwhile"}]))
    assert not desk.reads("Backed up.")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.go("Safekeeping")
    desk.sees("There is no backup yet.")
    assert ask(desk, lambda ws: ws.vault.count("case")) == 2
    assert not (stick / "a.db").exists()


def test_a_lock_ends_a_rehearsal_and_nothing_of_it_stays_on_the_stick(hand: Hand, tmp_path: Path, stick: Path) -> None:
    made = vaults.create_vault(tmp_path / "vault", PASSPHRASE, clock=hand.window.tools.clock, work_factor=2)
    recording = tmp_path / "recording"
    recording.write_bytes(bytes(32 << 20))
    ws = Workspace(made.vault, hand.window.tools.vocabularies, hand.window.tools.clock)
    evidence.attach(ws, records.add(ws, "case", [{"title": "A case"}]).created[0], recording, sealed=False)
    backing_up.back_up(ws, stick)
    vaults.lock(made.vault)
    hand.window.door.ask(tmp_path / "vault")
    hand.unlock(PASSPHRASE)
    hand.window.tools.go(Place("drill"))
    put(hand, "Folder of the backup", stick)
    hand.type_into("Recovery key", made.recovery_key)
    hand.press("Rehearse now")
    hand.until(lambda: len(list(stick.parent.iterdir())) > 1)
    there: list[str] = []
    hand.window.locked.connect(lambda: there.extend(path.name for path in stick.parent.iterdir()))
    hand.lock()
    assert there == ["b"]
