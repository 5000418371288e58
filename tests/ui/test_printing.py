"""Printing a recovery key or a share: what is said first, and what the page holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QPushButton

from desktop.casework import recovering, recovery_shares
from desktop.ui.exchange.qr_reader import read_codes
from desktop.ui.safekeeping import printing
from desktop.ui.safekeeping.key_paper import RecoveryKey
from desktop.ui.safekeeping.printing import Sheet
from tests.ui.hand import Hand, settle

DOTS = 300  # an inch


def test_what_a_printer_keeps_is_said_before_any_is_looked_for(hand: Hand) -> None:
    key = RecoveryKey(hand.window.tools, recovering.make().key)
    hand.window.screens.show_screen(key)
    hand.press("Print it")
    hand.sees("By hand is safer.")
    assert hand.caret() is hand.named(QPushButton, "Do not print")
    assert not hand.reads("Print this page")
    hand.press("Do not print")
    hand.until(lambda: not hand.reads("By hand is safer."))


def test_where_no_printer_is_that_is_said(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "/nowhere/cups.sock")
    key = RecoveryKey(hand.window.tools, recovering.make().key)
    hand.window.screens.show_screen(key)
    hand.press("Print it")
    hand.press("Look for printers")
    hand.sees("This machine has no printer.")
    assert not hand.reads("Print this page")


def test_a_page_holds_the_share_as_a_code_that_can_be_read(hand: Hand, tmp_path: Path) -> None:
    share = recovering.split(recovering.make(), 2, 3).shares[0]
    page = QImage(7 * DOTS, 10 * DOTS, QImage.Format.Format_RGB32)
    page.setDotsPerMeterX(round(DOTS / 0.0254))
    page.setDotsPerMeterY(round(DOTS / 0.0254))
    page.fill("white")
    painter = QPainter(page)
    sheet = Sheet(share, tuple(recovery_shares.words(share)), "1 / 3")
    printing.draw(painter, QRectF(DOTS / 2, DOTS / 2, 6 * DOTS, 9 * DOTS), sheet)
    painter.end()
    page.save(str(tmp_path / "page.png"))
    assert read_codes([tmp_path / "page.png"], lambda _done, _total: None) == [recovery_shares.code(share)]


@pytest.mark.parametrize("name", ["Microsoft Print to PDF", "Microsoft XPS Document Writer", "OneNote", "Fax"])
def test_what_writes_a_file_is_no_printer(name: str) -> None:
    assert printing.writes_a_file(name)


def test_a_printer_that_is_gone_prints_nothing(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "/nowhere/cups.sock")
    before = os.environ.get("TMPDIR")
    assert not printing.send("gone", Sheet("A", ("a",)))
    assert os.environ.get("TMPDIR") == before


def test_a_key_that_is_gone_from_the_screen_hears_nothing_of_printers(hand: Hand) -> None:
    key = RecoveryKey(hand.window.tools, recovering.make().key)
    hand.window.screens.show_screen(key)
    hand.press("Print it")
    hand.press("Look for printers")
    hand.window.screens.show_nothing()
    settle()
    assert not hand.reads("By hand is safer.")
