"""While somebody is listened to nothing is typed, and the vault stays open longer; never past a lock."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox

from desktop.ui.place import Place
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand

BOX = "Interview in progress"
SIGN = "Interview: open until"


def waits(hand: Hand) -> int:
    """Seconds the vault stays open untouched."""
    return hand.window._interview._idle._limit


def tick(hand: Hand) -> QCheckBox:
    """Tick it on the page of a new testimony."""
    hand.keys("Ctrl+N")
    hand.press(BOX)
    box = hand.named(QCheckBox, BOX)
    assert box is not None
    return box


def test_five_minutes_are_waited_and_half_an_hour_during_an_interview(desk: Hand) -> None:
    assert waits(desk) == 5 * 60
    tick(desk)
    assert waits(desk) == 30 * 60


def test_until_when_stands_at_the_foot_while_it_is_in_progress(desk: Hand) -> None:
    assert not desk.reads(SIGN)
    tick(desk)
    desk.sees(SIGN)
    desk.sees("If nothing is touched, the vault locks at")
    desk.go("Today")
    desk.sees(SIGN)


def test_it_is_over_when_the_sign_at_the_foot_is_pressed(desk: Hand) -> None:
    box = tick(desk)
    (sign,) = [button for button in desk.visible(QAbstractButton) if button.text().startswith(SIGN)]
    sign.click()
    assert not box.isChecked()
    assert waits(desk) == 5 * 60


def test_an_interview_record_has_the_same_box(desk: Hand) -> None:
    tick(desk)
    desk.window.tools.go(Place("record", kind="interview"))
    box = desk.wait_for(QCheckBox, BOX)
    assert box.isChecked()


@pytest.mark.fault(12)
def test_fault_12_a_lock_ends_it(desk: Hand) -> None:
    tick(desk)
    desk.lock()
    assert waits(desk) == 0
    desk.unlock(PASSPHRASE)
    assert waits(desk) == 5 * 60
    assert not desk.reads(SIGN)


def test_both_times_are_settings_and_count_at_once(desk: Hand) -> None:
    desk.go("Settings")
    desk.press("Lock when nobody is there: 2 min")
    desk.until(lambda: waits(desk) == 2 * 60)
    desk.press("During an interview: 60 min")
    tick(desk)
    desk.until(lambda: waits(desk) == 60 * 60)
