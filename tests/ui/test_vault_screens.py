"""Making, opening and re-keying a vault on the screens a person sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidget

from desktop.ui.entry import PassphraseField
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import WAIT, Hand, commit

NEW_PASSPHRASE = "nine copper kettles behind the mill"


@pytest.fixture
def creating(hand: Hand, tmp_path: Path) -> Hand:
    """On the screen for a new vault, its place chosen."""
    hand.press("Create a vault")
    where = hand.field("Folder of the new vault")
    assert isinstance(where, QLineEdit)
    where.setText(str(tmp_path / "vault"))
    return hand


def can_press(hand: Hand, name: str) -> bool:
    button = hand.named(QAbstractButton, name)
    return button is not None and button.isEnabled()


def test_the_first_screen_offers_to_make_a_vault_and_to_open_one(hand: Hand) -> None:
    assert can_press(hand, "Create a vault")
    assert can_press(hand, "Open a vault")


def test_the_limits_of_protection_stand_in_five_lines(creating: Hand) -> None:
    lines = [text for text in creating.texts() if text.startswith("–")]
    assert len(lines) == 5


def test_a_weak_passphrase_makes_no_vault(creating: Hand) -> None:
    creating.type_into("New passphrase", "password")
    creating.type_into("The same passphrase again", "password")
    creating.sees("It can be guessed")
    assert not can_press(creating, "Create the vault")


def test_two_passphrases_that_differ_make_no_vault(creating: Hand) -> None:
    creating.type_into("New passphrase", PASSPHRASE)
    creating.type_into("The same passphrase again", PASSPHRASE[:-1])
    creating.sees("The two are not the same yet.")
    assert not can_press(creating, "Create the vault")


def test_a_passphrase_that_needs_an_input_method_is_refused_with_the_reason(creating: Hand) -> None:
    field = creating.field("New passphrase")
    commit(field, "七盏安静的灯在水下")
    creating.sees("It needs an input method")


def making(hand: Hand) -> QLabel:
    """The word that a vault is being made, once it stands there."""
    hand.sees("Making keys and files")
    return next(label for label in hand.visible(QLabel) if label.text().startswith("Making keys and files"))


def test_on_a_small_screen_the_caret_is_in_sight_and_so_is_the_word_that_a_vault_is_being_made(
    hand: Hand, tmp_path: Path
) -> None:
    hand.window.resize(683, 384)
    hand.press("Create a vault")
    passphrase = hand.wait_for(QLineEdit, "New passphrase")
    hand.until(lambda: passphrase.hasFocus() and not passphrase.visibleRegion().isEmpty())
    where = hand.wait_for(QLineEdit, "Folder of the new vault")
    where.setText(str(tmp_path / "vault"))
    hand.type_into("New passphrase", PASSPHRASE)
    hand.type_into("The same passphrase again", PASSPHRASE)
    hand.press("Create the vault")
    said = making(hand)
    hand.until(lambda: said.visibleRegion().boundingRect() == said.rect())
    hand.sees("Write down the recovery key")


def test_enter_makes_the_vault_once_all_is_there(creating: Hand) -> None:
    creating.type_into("New passphrase", PASSPHRASE)
    creating.type_into("The same passphrase again", PASSPHRASE)
    creating.until(lambda: creating.wait_for(QAbstractButton, "Create the vault").isEnabled())
    QTest.keyClick(creating.field("The same passphrase again"), Qt.Key.Key_Return)
    said = making(creating)
    assert said.visibleRegion().boundingRect() == said.rect()
    creating.sees("Write down the recovery key")


def test_words_are_proposed(creating: Hand) -> None:
    creating.press("Propose words")
    label = creating.wait_for(QLabel, "Words proposed")
    assert len(label.text().split()) >= 5 or len(label.text().split("-")) >= 5


def test_the_words_proposed_are_put_into_both_fields(creating: Hand) -> None:
    creating.press("Propose words")
    words = creating.wait_for(QLabel, "Words proposed").text()
    creating.press("Use these words")
    assert {field.text() for field in creating.visible(PassphraseField)} == {words}
    creating.press("Create the vault")
    creating.sees("Write down the recovery key")


def echo(hand: Hand) -> list[QLineEdit.EchoMode]:
    return [field.echoMode() for field in hand.visible(PassphraseField)]


def test_what_is_typed_is_hidden_until_the_eye_is_pressed_and_once_it_is_pressed_again(creating: Hand) -> None:
    assert set(echo(creating)) == {QLineEdit.EchoMode.Password}
    creating.press("Show what is typed")
    assert set(echo(creating)) == {QLineEdit.EchoMode.Normal}
    creating.press("Hide what is typed")
    assert set(echo(creating)) == {QLineEdit.EchoMode.Password}


def test_what_is_typed_is_hidden_again_when_one_leaves(creating: Hand) -> None:
    creating.type_into("New passphrase", PASSPHRASE)
    creating.press("Show what is typed")
    fields = list(creating.visible(PassphraseField))
    creating.window.hide()
    assert {field.echoMode() for field in fields} == {QLineEdit.EchoMode.Password}


def test_what_is_shown_cannot_be_copied(creating: Hand) -> None:
    creating.type_into("New passphrase", PASSPHRASE)
    creating.press("Show what is typed")
    creating.field("New passphrase")
    creating.keys("Ctrl+A")
    creating.keys("Ctrl+C")
    assert PASSPHRASE not in QGuiApplication.clipboard().text()


def test_the_recovery_key_is_asked_back_in_part(creating: Hand) -> None:
    creating.type_into("New passphrase", PASSPHRASE)
    creating.type_into("The same passphrase again", PASSPHRASE)
    creating.press("Create the vault")
    creating.sees("Write down the recovery key")
    pieces = creating.pieces_on_screen()
    creating.press("I have written it down")
    creating.press("It is on paper")
    creating.sees("reads otherwise")
    creating.type_pieces(pieces)
    creating.sees("Ctrl+N opens an empty testimony")


def test_the_recovery_key_is_out_of_sight_while_it_is_asked_back(creating: Hand) -> None:
    creating.type_into("New passphrase", PASSPHRASE)
    creating.type_into("The same passphrase again", PASSPHRASE)
    creating.press("Create the vault")
    creating.sees("Write down the recovery key")
    pieces = creating.pieces_on_screen()
    creating.press("I have written it down")
    assert not [piece for piece in pieces.values() if creating.reads(piece)]


def test_a_folder_that_is_not_empty_is_refused_and_everything_stays_typed_but_the_passphrase(
    creating: Hand, tmp_path: Path
) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "mine.txt").write_text("x", encoding="utf-8")
    creating.type_into("New passphrase", PASSPHRASE)
    creating.type_into("The same passphrase again", PASSPHRASE)
    creating.press("Create the vault")
    creating.until(lambda: bool(creating.window.notice))
    assert creating.field("Folder of the new vault").text() == str(tmp_path / "vault")  # type: ignore[union-attr]
    assert (tmp_path / "vault" / "mine.txt").exists()


def test_the_passphrase_is_changed_and_the_new_one_opens(desk: Hand) -> None:
    desk.go("Settings")
    desk.press("Change the passphrase")
    desk.type_into("Old passphrase", PASSPHRASE)
    desk.type_into("New passphrase", NEW_PASSPHRASE)
    desk.type_into("The same passphrase again", NEW_PASSPHRASE)
    desk.press("Change it")
    desk.sees("The passphrase was changed.")
    desk.lock()
    desk.unlock(NEW_PASSPHRASE)
    desk.until(lambda: can_press(desk, "New testimony"))


def test_everything_noticed_at_unlocking_is_told(desk: Hand, tmp_path: Path) -> None:
    desk.lock()
    (tmp_path / "vault" / "closed").unlink()
    for name in ("a (conflicted copy).db", "letter.txt"):
        (tmp_path / "vault" / name).write_text("somebody's")
    desk.unlock(PASSPHRASE)
    desk.sees("The mark of the last lock is gone")
    assert [name in desk.window.notice for name in ("a (conflicted copy).db", "letter.txt")] == [True, True]


def test_a_wrong_old_passphrase_changes_nothing(desk: Hand) -> None:
    desk.go("Settings")
    desk.press("Change the passphrase")
    desk.type_into("Old passphrase", "not the old one")
    desk.type_into("New passphrase", NEW_PASSPHRASE)
    desk.type_into("The same passphrase again", NEW_PASSPHRASE)
    desk.press("Change it")
    desk.until(lambda: bool(desk.window.notice))
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: can_press(desk, "New testimony"))


def test_the_vault_opened_last_is_asked_for_when_the_program_starts_again(desk: Hand, tmp_path: Path) -> None:
    desk.lock()
    desk.window.door.begin()
    desk.sees("The vault is locked")
    assert desk.reads(str(tmp_path / "vault"))


def test_vaults_opened_before_are_listed_to_choose_from(desk: Hand, tmp_path: Path) -> None:
    desk.lock()
    desk.press("Another vault")
    known = desk.wait_for(QListWidget, "Vaults opened on this machine before")
    assert known.item(0).text() == str(tmp_path / "vault")
    QTest.keyClick(known, Qt.Key.Key_Return)
    desk.sees("The vault is locked")


def test_names_are_hidden_and_shown_by_one_key(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into("Who is speaking", "沈月")
    desk.keys("Ctrl+S")
    desk.sees("The testimony is kept.")
    desk.go("People")
    desk.sees("沈月")
    desk.keys("F8")
    desk.until(lambda: not desk.reads("沈月"))
    desk.keys("F8")
    desk.sees("沈月")


def test_closing_the_identities_hides_names(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into("Who is speaking", "沈月")
    desk.keys("Ctrl+S")
    desk.sees("The testimony is kept.")
    desk.go("People")
    desk.sees("沈月")
    desk.press("Identities open")
    desk.until(lambda: not desk.reads("沈月"))


def test_closing_the_window_locks_the_vault(desk: Hand, tmp_path: Path) -> None:
    with desk.bot.waitSignal(desk.window.locked, timeout=WAIT):
        desk.window.close()
    assert (tmp_path / "vault" / "closed").exists()


def test_a_vault_whose_passphrase_is_lost_opens_by_its_recovery_key(creating: Hand) -> None:
    creating.type_into("New passphrase", PASSPHRASE)
    creating.type_into("The same passphrase again", PASSPHRASE)
    creating.press("Create the vault")
    creating.sees("Write down the recovery key")
    on_paper = creating.copy_recovery_key()
    creating.until(lambda: can_press(creating, "New testimony"))
    creating.lock()
    creating.press("I have only the recovery key")
    creating.type_into("Recovery key", on_paper.lower())
    creating.sees("The key is complete.")
    creating.type_into("New passphrase", NEW_PASSPHRASE)
    creating.type_into("The same passphrase again", NEW_PASSPHRASE)
    creating.until(lambda: can_press(creating, "Open the vault"))
    creating.press("Open the vault")
    creating.until(lambda: can_press(creating, "New testimony"))
    creating.lock()
    creating.unlock(NEW_PASSPHRASE)


def test_a_mistyped_recovery_key_is_told_while_it_is_typed(desk: Hand) -> None:
    desk.lock()
    desk.press("I have only the recovery key")
    desk.type_into("Recovery key", "q" * 58)
    desk.sees("A letter is mistyped")
    assert not can_press(desk, "Open the vault")


def test_enter_presses_the_button_the_caret_is_on(hand: Hand) -> None:
    button = hand.named(QAbstractButton, "Create a vault")
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    hand.sees("A new vault")


def test_a_message_moves_nothing_in_the_navigation(desk: Hand) -> None:
    rooms = next(one for one in desk.visible(QListWidget) if one.property("navigation"))
    before = rooms.mapTo(desk.window, rooms.rect().topLeft())
    desk.window.screens.tell_bug("x:1")
    desk.until(lambda: bool(desk.window.notice))
    assert rooms.mapTo(desk.window, rooms.rect().topLeft()) == before


def test_ctrl_and_a_number_lead_to_a_room(desk: Hand) -> None:
    desk.keys("Ctrl+3")
    desk.until(lambda: desk.window.desk is not None and desk.window.desk.room == "people")


def test_the_first_screens_speak_the_language_chosen_there(hand: Hand) -> None:
    hand.press("简体中文")
    hand.sees("新建保险库")


def test_text_is_enlarged_before_any_vault_is_open(hand: Hand) -> None:
    before = hand.window.tools.theme.text_size
    hand.press("Larger text")
    assert hand.window.tools.theme.text_size > before
