"""Rescuing a damaged vault from the unlock screen."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QTableView

from desktop.casework import key_files, records, vaults
from desktop.crypto.page_cipher import PAGE
from desktop.ui.rescue_form import RescueForm
from desktop.vault.connection import Key
from desktop.vault.rescue.pages import Pages
from desktop.vault.rescue.salvage import Salvage
from tests.ui.asking import ask
from tests.ui.choosing import choose
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand
from tests.ui.test_steps import Flashes


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


def test_what_was_told_before_a_way_back_is_gone_once_it_was_taken(desk: Hand, damaged: Path) -> None:
    desk.press("Rescue a damaged vault")
    desk.sees("Where the new vault goes")
    desk.type_into("Passphrase", "another one")
    desk.press("Rescue")
    desk.sees("This is not the passphrase")
    desk.type_into("Passphrase", PASSPHRASE)
    desk.press("Rescue")
    desk.sees("Everything was brought over")
    assert not desk.window.notice


def test_a_key_file_is_asked_for_in_its_place_and_in_no_window_of_its_own(
    hand: Hand, tmp_path: Path, qapp: QApplication
) -> None:
    made = vaults.create_vault(tmp_path / "v", PASSPHRASE, clock=hand.window.tools.clock, work_factor=2)
    key_files.give(made.vault, tmp_path / "key", PASSPHRASE, work_factor=2)
    vaults.lock(made.vault)
    flashes = Flashes()
    qapp.installEventFilter(flashes)
    hand.window.door.ask_rescue(tmp_path / "v")
    hand.sees("This vault also needs its key file.")
    qapp.removeEventFilter(flashes)
    assert flashes.seen == []


@pytest.fixture
def hurt(desk: Hand, tmp_path: Path) -> Hand:
    """A vault, open, the page of which is broken that the first of forty cases stands in."""
    told = [{"title": f"Case number {number} " + "and more " * 40} for number in range(40)]
    ask(desk, lambda ws: records.add(ws, "case", told))
    found: list[Key] = []
    ask(desk, lambda ws: found.append(ws.vault._opened.ring.database_key))
    desk.lock()
    with Pages(tmp_path / "vault" / "a.db", found[0]) as pages:
        salvage = Salvage("a.db", pages)
        list(salvage.read())
    page = min(salvage.places.values(), key=lambda place: place.seq).page
    with (tmp_path / "vault" / "a.db").open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(os.urandom(PAGE))
    desk.unlock(PASSPHRASE)
    return desk


def rowed(hand: Hand) -> QTableView:
    """The table of records in sight."""
    hand.until(lambda: any(view.model().rowCount() >= 40 for view in hand.visible(QTableView)))
    return next(hand.visible(QTableView))


@pytest.mark.fault(5)
def test_fault_05_a_damaged_record_says_so_in_its_place_and_others_open_and_save(hurt: Hand) -> None:
    hurt.go("Cases")
    view = rowed(hurt)
    view.selectRow(view.model().rowCount() - 1)
    hurt.sees("Damaged")
    hurt.sees("part of it cannot be read any more")
    view.selectRow(0)
    hurt.sees("Case number 39")
    ask(hurt, lambda ws: records.add(ws, "case", [{"title": "Saved beside the damage"}]))
    hurt.sees("Saved beside the damage")
