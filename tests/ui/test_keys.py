"""Keys that count on every screen: size of text, going round, ending the program."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit, QTableView, QWidget

from desktop.casework import drafts, records, vaults
from desktop.ui.beside import Beside
from desktop.ui.plain import Heading
from tests.ui.asking import ask
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import WAIT, Hand, settle

ACCOUNT = "The account, in their own words"


@pytest.fixture
def people(desk: Hand) -> Hand:
    """The list of people with somebody in it who is chosen."""
    ask(desk, lambda ws: records.add(ws, "person", [{"sex": "female"}]))
    desk.go("People")
    table = desk.wait_for(QTableView, "People")
    desk.until(lambda: table.model().rowCount() == 1)
    table.selectRow(0)
    desk.sees("Main points")
    return desk


def size() -> float:
    return QApplication.font().pointSizeF()


def test_keys_make_text_larger_and_smaller_and_as_it_was(desk: Hand) -> None:
    before = size()
    desk.keys("Ctrl+=")
    assert size() == pytest.approx(before * 1.25)
    desk.keys("Ctrl+=")
    desk.keys("Ctrl+-")
    assert size() == pytest.approx(before * 1.25)
    desk.keys("Ctrl+0")
    assert size() == pytest.approx(before)


def test_keys_change_the_size_before_a_vault_is_open(hand: Hand) -> None:
    before = size()
    hand.keys("Ctrl+=")
    assert size() == pytest.approx(before * 1.25)


def test_a_size_chosen_by_keys_is_kept_in_the_vault(desk: Hand) -> None:
    desk.keys("Ctrl+=")
    desk.until(lambda: ask(desk, lambda ws: vaults.setting(ws, "text_size", 100)) == 125)


def test_headings_and_rows_grow_with_the_text_while_they_are_shown(people: Hand) -> None:
    heading = next(people.visible(Heading))
    table = people.wait_for(QTableView, "People")
    letters, row = heading.font().pointSizeF(), table.rowHeight(0)
    for _ in range(4):
        people.keys("Ctrl+=")
    settle()
    assert heading.font().pointSizeF() == pytest.approx(2 * letters)
    assert table.rowHeight(0) > row
    people.keys("Ctrl+0")
    assert heading.font().pointSizeF() == pytest.approx(letters)


def area(hand: Hand) -> str:
    """Where the caret is."""
    caret: QWidget | None = hand.caret()
    assert caret is not None
    if isinstance(caret, QListWidget) and caret.property("navigation"):
        return "navigation"
    splitter = next(hand.visible(Beside))
    parts = {"list": splitter.widget(0), "detail": splitter.widget(1)}
    return next((name for name, part in parts.items() if part is not None and part.isAncestorOf(caret)), "elsewhere")


def test_f6_goes_from_the_list_to_the_detail_to_the_navigation_and_round(people: Hand) -> None:
    people.wait_for(QTableView, "People").setFocus()
    seen = []
    for _ in range(3):
        people.keys("F6")
        seen.append(area(people))
    assert seen == ["detail", "navigation", "list"]
    people.keys("Shift+F6")
    assert area(people) == "navigation"


def test_f6_goes_to_a_page_that_has_no_list(desk: Hand) -> None:
    desk.go("Settings")
    settle()
    desk.keys("F6")
    assert isinstance(desk.caret(), QListWidget)
    desk.keys("F6")
    assert not isinstance(desk.caret(), QListWidget)


def test_ctrl_q_locks_and_keeps_what_was_typed(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.field(ACCOUNT)
    desk.type_into(ACCOUNT, "They came at night.")
    with desk.bot.waitSignal(desk.window.locked, timeout=WAIT):
        desk.keys("Ctrl+Q")
    assert not desk.reads("They came at night.")
    desk.unlock(PASSPHRASE)
    desk.until(lambda: isinstance(desk.named(QPlainTextEdit, ACCOUNT), QPlainTextEdit))
    desk.sees("They came at night.")
    assert ask(desk, lambda ws: len(drafts.resume(ws))) == 1


def test_the_page_of_keys_lists_them(desk: Hand) -> None:
    desk.keys("F1")
    desk.sees("Lock and end the program")
    shown = {label.text() for label in desk.visible(QLabel)}
    assert {"F6", "Ctrl+M", "Ctrl+Q", "Ctrl+= Ctrl+−"} <= shown
