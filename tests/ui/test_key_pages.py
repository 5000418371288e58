"""What opens a vault, on the screens a person sees: its key file, and the identities' own passphrase."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from desktop.casework import key_files
from desktop.casework.workspace import Workspace
from desktop.domain.registry import KINDS
from desktop.ui.place import Place
from desktop.ui.rooms import ROOMS
from tests.casework.conftest import told
from tests.ui.asking import ask
from tests.ui.choosing import choose
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand
from tests.ui.test_mentions import NAME, somebody
from tests.ui.test_saving import busy

NAMES = "four blue kettles sing at noon"
NEW_PASSPHRASE = "nine copper kettles behind the mill"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick" / "holiday"


@pytest.fixture
def keyed(desk: Hand, key: Path) -> Hand:
    """A vault, open, that has a key file."""
    ask(desk, lambda ws: key_files.give(ws.vault, key, PASSPHRASE))
    return desk


def chosen(hand: Hand, path: Path) -> None:
    """Answer the file dialog."""
    choose(hand, path)
    hand.window.activateWindow()  # offscreen, nobody gives the keyboard back when a dialog closes


def can_press(hand: Hand, name: str) -> bool:
    button = hand.named(QAbstractButton, name)
    return button is not None and button.isEnabled()


def unlock(hand: Hand, key: Path) -> None:
    hand.press("Key file")
    chosen(hand, key)
    hand.unlock(PASSPHRASE)
    hand.until(lambda: can_press(hand, "New testimony"))


def test_a_vault_given_a_key_file_opens_once_that_is_chosen(desk: Hand, key: Path) -> None:
    desk.lock()
    desk.sees("The vault is locked")
    assert desk.named(QAbstractButton, "Key file") is None
    desk.unlock(PASSPHRASE)
    desk.go("Safekeeping")
    desk.sees("It opens by its passphrase alone. Trying a single passphrase costs")
    desk.press("Key file")
    desk.type_into("Passphrase of the vault", PASSPHRASE)
    desk.press("Make a key file")
    chosen(desk, key)
    desk.sees("The key file was made.")
    desk.sees("Without the key file nobody can even try a passphrase.")
    desk.lock()
    unlock(desk, key)
    desk.lock()
    desk.sees("This vault also needs its key file.")
    assert not desk.reads("holiday")


def test_without_the_key_file_nothing_is_tried_and_what_was_typed_stays(keyed: Hand) -> None:
    keyed.lock()
    keyed.sees("This vault also needs its key file.")
    keyed.type_into("Passphrase", PASSPHRASE)
    keyed.press("Unlock")
    keyed.sees("Choose the key file of this vault first.")
    assert keyed.wait_for(QLineEdit, "Passphrase").text() == PASSPHRASE


def test_a_file_that_is_none_is_told_and_another_can_be_chosen(keyed: Hand, key: Path) -> None:
    keyed.lock()
    other = key.with_name("letter")
    other.write_text("a letter")
    keyed.press("Key file")
    chosen(keyed, other)
    keyed.type_into("Passphrase", PASSPHRASE)
    keyed.press("Unlock")
    keyed.until(lambda: "This is not a key file." in keyed.window.notice)
    unlock(keyed, key)


def test_a_passphrase_changed_with_the_key_file_keeps_it(keyed: Hand, key: Path) -> None:
    keyed.go("Settings")
    keyed.press("Change the passphrase")
    keyed.type_into("Old passphrase", PASSPHRASE)
    keyed.type_into("New passphrase", NEW_PASSPHRASE)
    keyed.type_into("The same passphrase again", NEW_PASSPHRASE)
    keyed.sees("This vault also needs its key file.")
    assert not can_press(keyed, "Change it")
    keyed.press("Key file")
    chosen(keyed, key)
    keyed.press("Change it")
    keyed.sees("The passphrase was changed.")
    keyed.lock()
    keyed.sees("This vault also needs its key file.")


def test_the_key_file_is_taken_away_on_its_page(keyed: Hand, key: Path) -> None:
    keyed.go("Safekeeping")
    keyed.press("Key file")
    keyed.type_into("Passphrase of the vault", PASSPHRASE)
    keyed.sees("This vault needs its key file.")
    keyed.press("Key file")
    chosen(keyed, key)
    keyed.press("Do without a key file")
    keyed.sees("It opens by its passphrase alone.")
    keyed.lock()
    keyed.unlock(PASSPHRASE)


def test_no_key_file_is_made_in_the_vault(desk: Hand, tmp_path: Path) -> None:
    desk.go("Safekeeping")
    desk.press("Key file")
    desk.type_into("Passphrase of the vault", PASSPHRASE)
    desk.press("Make a key file")
    chosen(desk, tmp_path / "vault" / "key")
    desk.until(lambda: "does not belong into the folder of a vault" in desk.window.notice)
    assert not (tmp_path / "vault" / "key").exists()


def give(hand: Hand) -> None:
    """Give the identities a passphrase of their own."""
    hand.go("Safekeeping")
    hand.press("Passphrase of the identities")
    hand.type_into("Passphrase of the vault", PASSPHRASE)
    hand.type_into("New passphrase of the identities", NAMES)
    hand.type_into("The same passphrase of the identities again", NAMES)
    hand.press("Give them this passphrase")
    hand.sees("The identities have a passphrase of their own.")


def test_nobody_at_a_desk_that_was_left_open_gives_the_identities_a_passphrase(desk: Hand) -> None:
    desk.go("Safekeeping")
    desk.press("Passphrase of the identities")
    desk.type_into("New passphrase of the identities", NAMES)
    desk.type_into("The same passphrase of the identities again", NAMES)
    assert not can_press(desk, "Give them this passphrase")
    desk.type_into("Passphrase of the vault", NAMES)
    desk.press("Give them this passphrase")
    desk.until(lambda: "passphrase" in desk.window.notice)
    assert not ask(desk, lambda ws: ws.vault.has_identity_passphrase)


def test_identities_given_a_passphrase_of_their_own_stay_closed_and_open_with_it(desk: Hand) -> None:
    ask(desk, somebody)
    give(desk)
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.go("People")
    desk.press("Identities closed")
    assert not desk.reads(NAME)
    desk.type_into("Passphrase of the identities", NAMES)
    desk.press("Open them")
    desk.sees(NAME)


def test_the_identities_passphrase_is_taken_away_only_by_who_knows_it(desk: Hand) -> None:
    give(desk)
    desk.press("Passphrase of the identities")
    desk.type_into("Old passphrase of the identities", PASSPHRASE)
    desk.press("Take it away")
    desk.until(lambda: "not the passphrase of the identities" in desk.window.notice)
    desk.type_into("Old passphrase of the identities", NAMES)
    desk.press("Take it away")
    desk.sees("The identities open with it.")


def test_a_new_vault_can_give_its_identities_a_passphrase_of_their_own(hand: Hand, tmp_path: Path) -> None:
    hand.press("Create a vault")
    where = hand.field("Folder of the new vault")
    assert isinstance(where, QLineEdit)
    where.setText(str(tmp_path / "vault"))
    hand.type_into("New passphrase", PASSPHRASE)
    hand.type_into("The same passphrase again", PASSPHRASE)
    hand.press("The identities get a passphrase of their own")
    hand.until(lambda: not can_press(hand, "Create the vault"))
    hand.type_into("New passphrase of the identities", NAMES)
    hand.type_into("The same passphrase of the identities again", NAMES)
    hand.press("Create the vault")
    hand.sees("Write down the recovery key")
    hand.copy_recovery_key()
    hand.until(lambda: can_press(hand, "New testimony"))
    hand.lock()
    hand.unlock(PASSPHRASE)
    hand.sees("Identities closed")


def stands_in(hand: Hand, room: str) -> bool:
    return hand.window.desk is not None and hand.window.desk.room == room


def every_record(ws: Workspace) -> list[tuple[str, str]]:
    """A record of each kind that is here, and its kind."""
    found = ((kind, ws.vault.rows(kind, limit=1)) for kind in KINDS)
    return [(rows[0].id, kind) for kind, rows in found if rows]


def test_no_room_and_no_record_shows_a_name_while_the_identities_are_closed(desk: Hand) -> None:
    case = ask(desk, told)
    codes = ask(desk, lambda ws: [ws.vault.code(one) for one in (case.mother, case.son)])
    desk.go("People")
    desk.sees("林秀兰")
    desk.press("Identities open")
    desk.sees("Identities closed")
    seen: set[str] = set()

    def look(where: str) -> None:
        for _ in range(2):  # the worker answers in turn: by then the page has what it asked for, and asked next
            ask(desk, lambda ws: ws.names_shown)
        assert not [name for name in ("林秀兰", "林远", "林小舟") if desk.reads(name)], where
        seen.update(where for code in codes if desk.reads(code))

    for room in ROOMS:
        if room.label:
            desk.go(str(room.label))
            desk.until(partial(stands_in, desk, room.name))
            look(room.name)
    for record, kind in ask(desk, every_record):
        desk.window.tools.go(Place("record", record, kind))
        look(kind)
    assert {"people", "person", "case", "testimony"} <= seen


def test_a_key_file_made_while_one_went_elsewhere_is_told_there(desk: Hand, tmp_path: Path) -> None:
    desk.window.tools.go(Place("key-file"))
    desk.type_into("Passphrase of the vault", PASSPHRASE)
    desk.press("Make a key file")
    with busy(desk):
        choose(desk, tmp_path / "key")
        desk.window.tools.go(Place("today"))
    desk.sees("The key file was made. The vault needs it from now on")


def test_a_key_file_that_could_not_be_made_is_told_wherever_one_is(desk: Hand, tmp_path: Path) -> None:
    desk.window.tools.go(Place("key-file"))
    desk.type_into("Passphrase of the vault", "another one altogether")
    desk.press("Make a key file")
    with busy(desk):
        choose(desk, tmp_path / "key")
        desk.window.tools.go(Place("today"))
    desk.until(lambda: bool(desk.window.notice))
    assert not (tmp_path / "key").exists()
