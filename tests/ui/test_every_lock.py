"""Every way to lock, and everything that could stand in its way: the screen is clear, the draft comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit

from tests.casework.shorthand import how_many
from tests.ui.asking import ask
from tests.ui.choosing import choose
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import WAIT, Hand, compose, settle
from tests.ui.test_import_page import held_up

CANARY = "云雀在此鸣叫"
ACCOUNT = "The account, in their own words"
TYPED = f"{CANARY}，还没有说完。"


def type_on(hand: Hand) -> None:
    """An account that is not saved, with the caret in its middle."""
    hand.keys("Ctrl+N")
    hand.type_into(ACCOUNT, TYPED)
    field = account(hand)
    cursor = field.textCursor()
    cursor.setPosition(5)
    field.setTextCursor(cursor)


def account(hand: Hand) -> QPlainTextEdit:
    """The field it is typed in."""
    return hand.wait_for(QPlainTextEdit, ACCOUNT)


def is_clear(hand: Hand) -> bool:
    """Whether nothing of it can be seen, in any window, and none but the main one is there."""
    others = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not hand.window]
    return not hand.reads(CANARY) and not others


def comes_back(hand: Hand) -> None:
    """After unlocking it is there as it was left."""
    hand.unlock(PASSPHRASE)
    hand.sees(CANARY)
    assert account(hand).toPlainText() == TYPED
    assert account(hand).textCursor().position() == 5


WAYS: dict[str, Callable[[Hand], object]] = {
    "Ctrl+L": lambda hand: hand.keys("Ctrl+L"),
    "Ctrl+Q": lambda hand: hand.keys("Ctrl+Q"),
    "closing the window": lambda hand: hand.window.close(),
    "nobody there": lambda hand: hand.window.tools.interview._idle.passed.emit(),
}


@pytest.mark.fault(12)
@pytest.mark.parametrize("way", WAYS)
def test_fault_12_whatever_locks_while_something_is_typed_brings_it_back(desk: Hand, way: str) -> None:
    type_on(desk)
    with desk.bot.waitSignal(desk.window.locked, timeout=WAIT):
        WAYS[way](desk)
    assert is_clear(desk)
    comes_back(desk)


def composing(hand: Hand) -> None:
    """An input method shows letters that were not chosen yet; a lock takes them as they are."""
    compose(account(hand), "zhu")


def a_suggestion(hand: Hand) -> None:
    """Names are offered under a picker."""
    hand.type_into("Who is speaking", "沈")


def a_dialog_in_a_dialog(hand: Hand) -> None:
    """Two windows that want an answer first, the second asked for by the first."""
    first = QDialog(hand.window)
    second = QDialog(first)
    for each in (first, second):
        each.setWindowModality(Qt.WindowModality.ApplicationModal)
        each.show()


IN_THE_WAY: dict[str, Callable[[Hand], object]] = {
    "an input method": composing,
    "a suggestion": a_suggestion,
    "a dialog in a dialog": a_dialog_in_a_dialog,
}


@pytest.mark.fault(12)
@pytest.mark.parametrize("what", IN_THE_WAY)
def test_fault_12_nothing_that_is_open_stops_a_lock(desk: Hand, what: str) -> None:
    type_on(desk)
    IN_THE_WAY[what](desk)
    with desk.bot.waitSignal(desk.window.locked, timeout=WAIT):
        desk.window.lock()
    settle()
    assert is_clear(desk)
    desk.unlock(PASSPHRASE)
    desk.sees(CANARY)


@pytest.mark.fault(12)
def test_fault_12_a_question_that_waits_for_its_answer_stops_no_lock(desk: Hand) -> None:
    type_on(desk)
    locked: list[bool] = []
    desk.window.locked.connect(lambda: locked.append(True))
    QTimer.singleShot(0, desk.window.lock)
    QDialog(desk.window).exec()  # returns because the lock takes it away
    desk.until(lambda: bool(locked))
    assert is_clear(desk)
    comes_back(desk)


@pytest.mark.fault(12)
def test_fault_12_something_being_dragged_stops_no_lock(desk: Hand) -> None:
    type_on(desk)
    drag, words = QDrag(account(desk)), QMimeData()
    words.setText(CANARY)
    drag.setMimeData(words)
    locked: list[bool] = []
    desk.window.locked.connect(lambda: locked.append(True))
    QTimer.singleShot(0, desk.window.lock)
    drag.exec()  # returns because the lock ends it
    desk.until(lambda: bool(locked))
    assert is_clear(desk)


def verify(hand: Hand, _folder: Path) -> Callable[[], None]:
    hand.go("Settings")
    hand.press("Check it")
    return lambda: hand.press("Check everything")


def export(hand: Hand, folder: Path) -> Callable[[], None]:
    (folder / "out").mkdir()
    hand.go("Settings")
    hand.press("Take everything out")
    hand.press("I know that it lies there in clear")
    hand.press("Choose the folder and write")
    return lambda: choose(hand, folder / "out")


def attach(hand: Hand, folder: Path) -> Callable[[], None]:
    (folder / "one.txt").write_text(CANARY, encoding="utf-8")
    hand.go("Evidence")
    hand.press("Add a file")
    hand.press("Choose files")
    choose(hand, folder / "one.txt")
    return lambda: hand.press("Take it in")


@pytest.mark.fault(12)
@pytest.mark.parametrize("work", [verify, export, attach])
def test_fault_12_long_work_stops_no_lock_and_nothing_half_done_stays(
    desk: Hand, tmp_path: Path, work: Callable[[Hand, Path], Callable[[], None]]
) -> None:
    begin = work(desk, tmp_path)
    go_on = held_up(desk)
    begin()
    desk.window.lock()
    desk.sees("The vault is locked")  # while the vault's thread is busy with something else
    assert is_clear(desk)
    with desk.bot.waitSignal(desk.window.locked, timeout=WAIT):
        go_on.set()
    desk.unlock(PASSPHRASE)
    assert ask(desk, lambda ws: how_many(ws).get("evidence", 0)) == 0
    assert not any((tmp_path / "out").rglob("*")) if work is export else True


@pytest.mark.fault(12)
def test_fault_12_the_screen_is_clear_before_anything_is_waited_for(desk: Hand) -> None:
    type_on(desk)
    go_on = held_up(desk)
    locked: list[bool] = []
    desk.window.locked.connect(lambda: locked.append(True))
    desk.window.lock()
    settle()
    assert is_clear(desk)
    assert not locked
    go_on.set()
    desk.until(lambda: bool(locked))
    comes_back(desk)


@pytest.mark.fault(12)
def test_fault_12_the_end_of_a_session_is_let_go_on_only_once_the_vault_is_closed(desk: Hand, tmp_path: Path) -> None:
    type_on(desk)
    desk.window.leave_at_once()
    assert (tmp_path / "vault" / "closed").exists()
    assert is_clear(desk)
    comes_back(desk)
