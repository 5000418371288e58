"""A practice vault, made from the welcome page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from tests.ui.hand import Hand


def make(hand: Hand, folder: Path) -> None:
    hand.window.door.welcome()
    hand.press("Look around with invented people")
    where = hand.field("Folder of the practice vault")
    assert isinstance(where, QLineEdit)
    where.setText(str(folder))
    hand.press("Make the practice vault")
    hand.sees("For practice: all people here are invented.")


def test_the_welcome_page_leads_to_a_vault_with_invented_families(hand: Hand, tmp_path: Path) -> None:
    make(hand, tmp_path / "practice")
    hand.go("Cases")
    hand.sees("The ferry workers' lawyer")


def test_every_page_of_it_says_that_nobody_real_belongs_there(hand: Hand, tmp_path: Path) -> None:
    make(hand, tmp_path / "practice")
    for room in ("People", "Settings"):
        hand.go(room)
        hand.sees("Record nobody real here.")
