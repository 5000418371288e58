"""What is typed at the door does not stay on the screen when nobody is there."""

from __future__ import annotations

import time

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand, settle

TYPED = "qpzry 9x8gf"


@pytest.fixture
def recovering(desk: Hand) -> Hand:
    """Somebody has begun to type the recovery key of a locked vault."""
    desk.lock()
    desk.press("I have only the recovery key")
    desk.type_into("Recovery key", TYPED)
    return desk


def test_after_a_while_alone_the_passphrase_is_asked_for_again(recovering: Hand) -> None:
    recovering.window.lock()
    recovering.sees("The vault is locked")
    recovering.sees("Nobody was there, so what was typed was taken off the screen.")
    assert not recovering.reads(TYPED)
    assert not list(recovering.visible(QPlainTextEdit))


def test_it_is_watched_whether_somebody_is_there(recovering: Hand) -> None:
    assert recovering.window.tools.interview.until > time.time() + 60


def test_a_vault_that_only_asks_for_its_passphrase_stays_as_it_is(desk: Hand) -> None:
    desk.lock()
    desk.window.lock()
    settle()
    desk.unlock(PASSPHRASE)
    desk.go("Today")
