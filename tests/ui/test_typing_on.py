"""Saving, throwing away and beginning anew take nothing from under the hands of whoever types."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit

from desktop.casework import records
from desktop.casework.workspace import JSON
from desktop.ui.place import Place
from tests.ui.asking import ask, stands
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand
from tests.ui.test_forms import a_case, title

ACCOUNT = "The account, in their own words"
WORDS = "In their own words 1"


@pytest.fixture
def testimony(desk: Hand) -> str:
    """A testimony of one statement, open, the caret at its end."""
    (record,) = ask(desk, lambda ws: records.add(ws, "testimony", [{"statements": [{"words": "They came."}]}])).created
    desk.window.tools.go(Place("record", record, "testimony"))
    text = desk.wait_for(QPlainTextEdit, WORDS)
    desk.until(lambda: text.toPlainText() == "They came.")
    text.setFocus()
    text.moveCursor(text.textCursor().MoveOperation.End)
    return record


def write(hand: Hand, words: str) -> None:
    """Type where the caret is."""
    field = hand.caret()
    assert field is not None
    QTest.keyClicks(field, words)


def said(hand: Hand, record: str) -> list[JSON]:
    """The words of every statement, as the vault has them."""
    return [one["words"] for one in stands(hand, record)["statements"].values()]


def test_the_caret_stays_in_the_account_when_it_is_saved(desk: Hand, testimony: str) -> None:
    text = desk.caret()
    write(desk, " At night.")
    desk.keys("Ctrl+S")
    desk.until(lambda: said(desk, testimony) == ["They came. At night."])
    desk.sees("Saved.")
    assert desk.caret() is text


def test_the_caret_stays_within_a_line_and_an_entry_that_are_saved_and_undo_goes_on(desk: Hand) -> None:
    record = a_case(desk, notes=[{"label": "x", "text": "y"}])
    line = title(desk)
    line.setFocus()
    QTest.keyClicks(line, "12")
    line.setCursorPosition(1)
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record)["title"] == "七月案12")
    desk.sees("Saved.")
    assert (desk.caret(), line.cursorPosition(), line.isUndoAvailable()) == (line, 1, True)
    desk.press("Add: Notes")
    added = desk.caret()
    write(desk, "z")
    desk.press("Add: Notes")
    assert added is not None
    added.setFocus()
    desk.keys("Ctrl+S")
    desk.until(lambda: len(stands(desk, record)["notes"]) == 2)
    desk.until(lambda: desk.named(QAbstractButton, "Save") is None)
    assert desk.caret() is added


def test_what_is_typed_while_saving_is_under_way_is_saved_next(desk: Hand, testimony: str) -> None:
    write(desk, " At night.")
    desk.keys("Ctrl+S")
    write(desk, " All of them.")
    desk.until(lambda: said(desk, testimony) == ["They came. At night."])
    desk.sees("Saved.")
    desk.keys("Ctrl+S")
    desk.until(lambda: said(desk, testimony) == ["They came. At night. All of them."])


def test_a_new_statement_typed_on_while_it_is_saved_stays_one(desk: Hand, testimony: str) -> None:
    desk.keys("Ctrl+Return")
    desk.wait_for(QPlainTextEdit, "In their own words 2")
    write(desk, "They left")
    desk.keys("Ctrl+S")
    write(desk, " at dawn.")
    desk.until(lambda: said(desk, testimony) == ["They came.", "They left"])
    desk.sees("Saved.")
    desk.keys("Ctrl+S")
    desk.until(lambda: said(desk, testimony) == ["They came.", "They left at dawn."])


def test_undo_goes_on_behind_a_save(desk: Hand, testimony: str) -> None:
    text = desk.caret()
    assert isinstance(text, QPlainTextEdit)
    QTest.keyClicks(text, " At night.")
    desk.keys("Ctrl+S")
    desk.until(lambda: said(desk, testimony) == ["They came. At night."])
    desk.sees("Saved.")
    desk.until(lambda: desk.named(QAbstractButton, "History") is not None)
    text.undo()
    assert text.toPlainText() == "They came."


def test_a_new_record_is_one_with_a_history_once_it_is_saved(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="organisation"))
    desk.type_into("Name", "青石派出所")
    desk.keys("Ctrl+S")
    desk.until(lambda: desk.named(QAbstractButton, "History") is not None)
    assert not desk.reads("New: Organisation")


def test_a_new_record_saved_twice_is_one(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="organisation"))
    desk.type_into("Name", "青石派出所")
    desk.keys("Ctrl+S")
    desk.until(lambda: desk.named(QAbstractButton, "History") is not None)
    desk.type_into("Name", "二所")
    desk.keys("Ctrl+S")
    desk.until(lambda: "二所" in ask(desk, lambda ws: records.list_records(ws, "organisation")).rows[0].title)
    assert ask(desk, lambda ws: records.list_records(ws, "organisation")).total == 1


def test_ctrl_n_is_empty_while_another_account_is_unfinished(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, "他们来了。")
    desk.go("Cases")
    desk.keys("Ctrl+N")
    account = desk.wait_for(QPlainTextEdit, ACCOUNT)
    desk.until(lambda: desk.caret() is account)
    assert account.toPlainText() == ""


def test_two_unfinished_accounts_are_both_offered_today(desk: Hand) -> None:
    for words in ("一家的事", "另一家的事"):
        desk.keys("Ctrl+N")
        desk.type_into(ACCOUNT, words)
        desk.go("Today")
    desk.sees("New testimony: 一家的事")
    desk.sees("New testimony: 另一家的事")


def test_an_account_thrown_away_comes_back_by_undo(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, "他们来了。")
    desk.press("Throw away")
    desk.sees("The account was thrown away.")
    desk.press("Undo")
    desk.until(lambda: desk.wait_for(QPlainTextEdit, ACCOUNT).toPlainText() == "他们来了。")


def test_a_name_in_an_unfinished_account_lies_with_the_identities_and_comes_back_with_them(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, "他们来了。")
    desk.type_into("Who is speaking", "沈月")
    desk.go("Today")
    desk.press("Identities open")
    desk.sees("Identities closed")
    kept = ask(desk, lambda ws: [draft.value for draft in ws.vault.drafts()])
    assert "沈月" not in str(kept)
    desk.keys("Alt+Left")
    desk.sees("Here is what you had begun. The names are with the identities: open them, and they come back.")
    desk.type_into(ACCOUNT, "夜里")
    desk.press("Identities closed")
    desk.press("Open them")
    desk.until(lambda: desk.wait_for(QLineEdit, "Who is speaking").text() == "沈月")
    assert desk.wait_for(QPlainTextEdit, ACCOUNT).toPlainText() != "他们来了。"


def test_an_account_thrown_away_is_in_no_draft(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, "他们来了。")
    desk.sees("Kept as an encrypted draft.")
    desk.press("Throw away")
    desk.sees("The account was thrown away.")
    assert not ask(desk, lambda ws: ws.vault.drafts())


def test_changes_thrown_away_come_back_by_undo(desk: Hand, testimony: str) -> None:
    text = desk.caret()
    assert isinstance(text, QPlainTextEdit)
    QTest.keyClicks(text, " At night.")
    desk.press("Discard")
    desk.until(lambda: text.toPlainText() == "They came.")
    desk.press("Undo")
    desk.until(lambda: text.toPlainText() == "They came. At night.")


def test_what_was_thrown_away_cannot_be_brought_back_after_a_lock(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, "他们来了。")
    desk.press("Throw away")
    desk.sees("The account was thrown away.")
    desk.lock()
    desk.unlock(PASSPHRASE)
    assert desk.named(QAbstractButton, "Undo") is None


def test_statements_nobody_touched_keep_every_sign_they_had(desk: Hand) -> None:
    told = [{"words": "one\r\ntwo\xa0three"}, {"words": "four"}]
    (record,) = ask(desk, lambda ws: records.add(ws, "testimony", [{"statements": told}])).created
    desk.window.tools.go(Place("record", record, "testimony"))
    second = desk.wait_for(QPlainTextEdit, "In their own words 2")
    desk.until(lambda: second.toPlainText() == "four")
    second.setFocus()
    write(desk, "x")
    desk.keys("Ctrl+S")
    desk.until(lambda: "xfour" in said(desk, record))
    assert said(desk, record)[0] == "one\r\ntwo\xa0three"


def test_a_statement_begun_after_a_lock_takes_nothing_from_the_one_before(desk: Hand, testimony: str) -> None:
    desk.keys("Ctrl+Return")
    desk.wait_for(QPlainTextEdit, "In their own words 2")
    write(desk, "Second.")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: desk.wait_for(QPlainTextEdit, "In their own words 2").toPlainText() == "Second.")
    desk.wait_for(QPlainTextEdit, "In their own words 2").setFocus()
    desk.keys("Ctrl+Return")
    desk.wait_for(QPlainTextEdit, "In their own words 3")
    write(desk, "Third.")
    desk.keys("Ctrl+S")
    desk.until(lambda: said(desk, testimony) == ["They came.", "Second.", "Third."])
