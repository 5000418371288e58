"""Destroying a vault in the window: two answers, from inside and from the locked door, and what is left is said."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.casework import known
from desktop.ui.host.anew import Left
from tests.ui.hand import Hand

NAME = "Name of the folder"


@pytest.fixture
def asked(desk: Hand) -> Hand:
    """The form, from inside."""
    desk.go("Safekeeping")
    desk.press("Destroy the vault")
    desk.sees("To go on, type the name of its folder: vault")
    return desk


@pytest.fixture
def locked(desk: Hand) -> Hand:
    """The form, from the locked door."""
    desk.lock()
    desk.press("Destroy this vault")
    desk.sees("To go on, type the name of its folder")
    return desk


def destroy(hand: Hand) -> None:
    hand.type_into(NAME, "vault")
    hand.press("Go on")
    hand.press("Destroy it for good")
    hand.sees("The vault is destroyed")


def test_from_inside_it_is_destroyed_after_two_answers(asked: Hand, tmp_path: Path) -> None:
    destroy(asked)
    assert not (tmp_path / "vault").exists()
    assert known.known_vaults() == ()
    assert asked.reads("Backups and copied disks still open")


def test_from_the_locked_door_without_a_passphrase(locked: Hand, tmp_path: Path) -> None:
    destroy(locked)
    assert not (tmp_path / "vault").exists()


def test_another_name_goes_no_further(asked: Hand) -> None:
    asked.type_into(NAME, "vaul")
    button = asked.named(QAbstractButton, "Go on")
    assert button is not None
    assert not button.isEnabled()


def test_enter_pressed_twice_destroys_nothing(asked: Hand, tmp_path: Path) -> None:
    asked.type_into(NAME, "vault")
    QTest.keyClick(asked.field(NAME), Qt.Key.Key_Return)
    asked.sees("Destroy the vault now?")
    caret = QApplication.focusWidget()
    assert isinstance(caret, QAbstractButton)
    QTest.keyClick(caret, Qt.Key.Key_Return)
    asked.sees("Safekeeping")
    assert (tmp_path / "vault" / "k1").exists()


def test_what_cannot_be_reached_is_said_before(locked: Hand) -> None:
    assert locked.reads("backups, copied disks and packages")
    assert locked.reads("An SSD, a memory stick")


def test_somebody_elses_file_stays_and_is_told(locked: Hand, tmp_path: Path) -> None:
    (tmp_path / "vault" / "letter").write_text("a letter of somebody else's")
    destroy(locked)
    assert locked.reads("not of the vault, and were left: 1.")
    assert (tmp_path / "vault" / "letter").exists()


def test_a_vault_that_is_gone_already_is_told(locked: Hand, tmp_path: Path) -> None:
    locked.type_into(NAME, "vault")
    locked.press("Go on")
    (tmp_path / "vault").rename(tmp_path / "elsewhere")
    locked.press("Destroy it for good")
    locked.sees("The vault is locked")


def test_what_the_keys_do_is_chosen_under_safekeeping(desk: Hand) -> None:
    desk.go("Safekeeping")
    desk.press("Then the program: ends")
    desk.until(lambda: desk.window._when_gone == "close")


def test_the_keys_go_at_once_though_the_vault_is_at_work(asked: Hand, tmp_path: Path) -> None:
    going_on = threading.Event()
    asked.window.tools.worker.submit(lambda _ws: going_on.wait(), owner=asked.window)
    asked.type_into(NAME, "vault")
    asked.press("Go on")
    asked.press("Destroy it for good")
    try:
        assert not (tmp_path / "vault" / "k1").exists()
        assert (tmp_path / "vault" / "a.db").exists()
    finally:
        going_on.set()
    asked.sees("The vault is destroyed")
    assert not (tmp_path / "vault").exists()


def test_the_program_may_be_ended_before_all_is_done(asked: Hand, tmp_path: Path) -> None:
    asked.window.tools.destroy()
    asked.window.stop()
    assert not any((tmp_path / "vault" / f"k{number}").exists() for number in range(1, 8))


def test_no_fresh_image_takes_the_place_of_the_one_that_destroys(asked: Hand, tmp_path: Path) -> None:
    left: list[Left] = []
    asked.window.locking.renew = left.append
    destroy(asked)
    assert (left, (tmp_path / "vault").exists()) == ([], False)
