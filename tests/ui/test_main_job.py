"""A testimony in three minutes, through a lock in the middle."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand, compose

ACCOUNT = "The account, in their own words"
TOLD = "七月九日凌晨，他们把我丈夫带走了。"


def account(hand: Hand) -> QPlainTextEdit:
    field = hand.wait_for(QPlainTextEdit, ACCOUNT)
    assert isinstance(field, QPlainTextEdit)
    return field


def test_ctrl_n_puts_the_caret_into_an_empty_account(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    assert desk.caret() is account(desk)


@pytest.mark.fault(12)
def test_fault_12_text_and_caret_are_back_after_a_lock_in_the_middle(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, TOLD)
    field = account(desk)
    field.moveCursor(field.textCursor().MoveOperation.Start)
    QTest.keyClick(field, Qt.Key.Key_Right)
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: account(desk).toPlainText() == TOLD)
    assert account(desk).textCursor().position() == 1
    assert desk.caret() is account(desk)


@pytest.mark.fault(12)
def test_fault_12_the_pickers_are_back_after_a_lock_too(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into("Who is speaking", "沈月")
    desk.type_into(ACCOUNT, TOLD)
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: account(desk).toPlainText() == TOLD)
    assert desk.field("Who is speaking").text() == "沈月"  # type: ignore[union-attr]


def test_a_saved_testimony_is_found_in_the_list_by_its_words(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into("Who is speaking", "沈月")
    desk.type_into("About whom", "韩松")
    desk.type_into("Which case", "七月案")
    desk.type_into(ACCOUNT, TOLD)
    desk.keys("Ctrl+S")
    desk.sees("The testimony is kept.")
    desk.go("Testimonies")
    desk.type_into("Filter the list", "凌晨")
    desk.sees("沈月")


def test_a_name_nobody_knows_makes_the_person(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into("Who is speaking", "林清河")
    desk.type_into(ACCOUNT, TOLD)
    desk.keys("Ctrl+S")
    desk.sees("The testimony is kept.")
    desk.go("People")
    desk.sees("林清河")


def test_nothing_is_saved_while_nothing_is_written(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.keys("Ctrl+S")
    desk.sees("Nothing is written yet.")


def test_enter_belongs_to_the_input_method_while_it_composes(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    field = account(desk)
    compose(field, "ni hao")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == ""


def test_what_is_being_composed_filters_nothing(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into("Who is speaking", "林清河")
    desk.type_into(ACCOUNT, TOLD)
    desk.keys("Ctrl+S")
    desk.sees("The testimony is kept.")
    desk.go("People")
    desk.sees("林清河")
    field = desk.field("Filter the list")
    compose(field, "wu ren")
    assert field.text() == ""  # type: ignore[union-attr]
    assert desk.reads("林清河")


def test_a_testimony_left_unfinished_is_offered_today(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, TOLD)
    desk.go("Today")
    desk.sees("New testimony: 七月九日凌晨")


def test_a_draft_is_kept_while_one_types_without_any_lock(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, TOLD)
    desk.sees("Kept as an encrypted draft.")
