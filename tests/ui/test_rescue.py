"""Rescuing a damaged vault from the unlock screen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desktop.casework import records
from desktop.ui.rescue_form import RescueForm
from tests.ui.choosing import choose
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand
from tests.ui.test_exchange import ask


@pytest.fixture
def damaged(desk: Hand, tmp_path: Path) -> Path:
    """The vault, locked, and then without its first page."""
    ask(desk, lambda ws: records.add(ws, "case", [{"title": "A case worth keeping"}]))
    place = tmp_path / "vault"
    desk.lock()
    with (place / "a.db").open("r+b") as file:
        file.write(os.urandom(4096))
    return place


def test_a_vault_without_its_first_page_is_rescued_and_opened(desk: Hand, damaged: Path) -> None:
    desk.press("Rescue a damaged vault")
    desk.sees("Where the new vault goes")
    desk.type_into("Passphrase", PASSPHRASE)
    desk.press("Rescue")
    desk.sees("Everything was brought over")
    desk.press("Open the new vault")
    desk.unlock(PASSPHRASE)
    desk.go("Cases")
    desk.sees("A case worth keeping")


def test_a_wrong_passphrase_leaves_what_was_chosen(desk: Hand, damaged: Path, tmp_path: Path) -> None:
    (tmp_path / "backup").mkdir()
    desk.press("Rescue a damaged vault")
    desk.press("Add a backup")
    choose(desk, tmp_path / "backup")
    desk.sees(f"Backup: {tmp_path / 'backup'}")
    desk.type_into("Passphrase", PASSPHRASE)
    desk.press("Rescue")
    desk.sees("There is no backup of a vault in this folder.")
    assert any(True for _ in desk.visible(RescueForm))
    assert desk.reads(f"Backup: {tmp_path / 'backup'}")
