"""Somebody is at the door: a few keys, found blind, and nothing of the program is on the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from desktop.casework import vaults
from desktop.ui.host.anew import Left
from desktop.ui.panic import Panic
from desktop.ui.place import Place
from desktop.ui.window import Window
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand, compose, settle

ACCOUNT = "The account, in their own words"
HELD = Qt.Key.Key_Escape


class Seconds:
    """A clock that moves only when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def asked(qapp: QApplication, seconds: Seconds) -> Iterator[list[bool]]:
    """How often the keys were understood."""
    panic = Panic(qapp, seconds)
    found: list[bool] = []
    panic.pressed.connect(lambda: found.append(True))
    panic.watch()
    yield found
    panic.forget()


def escape(times: int) -> None:
    for _ in range(times):
        QTest.keyClick(QApplication.focusWidget() or QApplication.topLevelWidgets()[0], Qt.Key.Key_Escape)


def shown() -> list[QWidget]:
    """What is on the screen: a minimised window is not."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and not one.isMinimized()]


def gone_and_locked(hand: Hand) -> None:
    hand.until(hand.window.isMinimized)
    assert shown() == []
    assert not hand.window.door.open
    hand.window.showNormal()
    assert hand.reads("The vault is locked")


def test_three_times_escape_is_understood(hand: Hand, asked: list[bool]) -> None:
    widget = hand.window.screens
    for _ in range(3):
        assert asked == []
        QTest.keyClick(widget, Qt.Key.Key_Escape)
    assert asked == [True]


def test_three_times_escape_locks_and_leaves_nothing_on_the_screen(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, "They came at night.")
    escape(3)
    gone_and_locked(desk)


def test_what_was_typed_comes_back(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, "They came at night.")
    desk.keys("Ctrl+Shift+L")
    desk.until(desk.window.isMinimized)
    desk.window.showNormal()
    desk.unlock(PASSPHRASE)
    desk.sees("They came at night.")


def test_it_is_off_the_screen_before_anything_else_is_done(desk: Hand) -> None:
    desk.window.be_gone()
    assert shown() == []


def test_they_count_in_a_dialog(desk: Hand) -> None:
    desk.go("Evidence")
    desk.press("Add a file")
    desk.press("Choose files")
    desk.until(lambda: any(True for _ in desk.visible(QFileDialog)))
    QTest.keyClick(
        next(iter(desk.visible(QFileDialog))),
        Qt.Key.Key_L,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    gone_and_locked(desk)


def test_they_count_though_the_first_closes_a_menu(desk: Hand) -> None:
    menu = QMenu(desk.window)
    menu.addAction("anything")
    menu.popup(desk.window.pos())
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    escape(2)
    gone_and_locked(desk)


def test_while_an_input_method_composes_they_count(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    field = desk.field(ACCOUNT)
    compose(field, "zhuyin")
    escape(3)
    gone_and_locked(desk)


def test_set_so_the_program_ends(desk: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    desk.window._setting_changed("panic", "close")
    desk.keys("Ctrl+Shift+L")
    desk.until(lambda: ended == [True])
    assert (shown(), desk.window.door.open) == ([], False)


def test_with_nothing_open_the_program_ends(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    settle()  # it is on the screen by now
    hand.keys("Ctrl+Shift+L")
    hand.until(lambda: ended == [True])
    assert shown() == []


def test_slowly_they_mean_nothing(hand: Hand, asked: list[bool], seconds: Seconds) -> None:
    for _ in range(4):
        QTest.keyClick(hand.window, Qt.Key.Key_Escape)
        seconds.now += 0.6
    assert asked == []


def test_a_key_held_down_means_nothing(hand: Hand, asked: list[bool], seconds: Seconds) -> None:
    for number in range(9):
        event = QKeyEvent(QEvent.Type.KeyPress, HELD, Qt.KeyboardModifier.NoModifier, "", number > 0)
        QApplication.sendEvent(hand.window, event)
        seconds.now += 0.05
    assert asked == []


def test_one_press_that_passes_several_widgets_is_one(hand: Hand, asked: list[bool]) -> None:
    inner = hand.window.screens
    for widget in (inner, hand.window, inner, hand.window):
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, HELD, Qt.KeyboardModifier.NoModifier))
    assert asked == []


def test_how_it_is_set_is_kept_in_the_vault(desk: Hand, window: Window) -> None:
    window.tools.worker.submit(lambda ws: vaults.set_setting(ws, "panic", "close"), owner=window)
    desk.lock()
    desk.unlock(PASSPHRASE)
    assert window._when_gone == "close"


def test_how_it_is_set_counts_although_one_goes_elsewhere_at_once(desk: Hand, window: Window) -> None:
    desk.go("Safekeeping")
    desk.press("Then the program: ends")
    desk.window.tools.go(Place("today"))
    desk.until(lambda: window._when_gone == "close")


def test_the_fresh_image_of_the_program_is_not_to_be_seen_either(desk: Hand) -> None:
    left: list[Left] = []
    desk.window.locking.renew = left.append
    desk.keys("Ctrl+Shift+L")
    desk.until(lambda: bool(left))
    assert left[0].minimised
    assert shown() == []
