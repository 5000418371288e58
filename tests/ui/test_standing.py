"""Today says how the vault is kept: quietly when all is well, else what to see to and the button that helps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

from desktop.casework.workspace import Workspace
from tests.casework.conftest import told
from tests.conftest import Clock
from tests.ui.hand import Hand

DAY = 24 * 60 * 60


def noted(hand: Hand, note: Callable[[Workspace], None]) -> None:
    """Something was noted in the vault by another page."""
    done: list[bool] = []
    hand.window.tools.worker.submit(note, lambda _none: done.append(True), owner=hand.window)
    hand.until(lambda: done == [True])
    hand.go("Settings")
    hand.go("Today")


def all_done(ws: Workspace) -> None:
    for what in ("recovery", "backup", "drill"):
        ws.vault.keeping.note(what)
    ws.vault.keeping.note("verify", findings=0)


def written(ws: Workspace) -> None:
    told(ws)


def all_done_long_ago(ws: Workspace) -> None:
    told(ws)
    now = ws.clock()
    keeping = ws.vault.keeping
    for what, days in (("recovery", 100), ("backup", 9), ("drill", 95), ("verify", 31)):
        keeping._clock = Clock(now - days * DAY)
        keeping.note(what)


def test_a_new_vault_says_what_is_still_to_be_done(desk: Hand) -> None:
    noted(desk, written)
    desk.sees("Nobody has tried yet whether the recovery key brings everything back.")
    desk.sees("There is no backup")


def test_when_all_is_well_there_is_one_quiet_line(desk: Hand) -> None:
    noted(desk, all_done)
    desk.sees("Last backup today · Recovery rehearsed today · Checked today: nothing wrong")
    assert not desk.reads("not set up")
    assert desk.named(QAbstractButton, "Back up") is None


def test_what_is_due_is_said_with_how_long_ago_it_was(desk: Hand) -> None:
    noted(desk, all_done_long_ago)
    desk.sees("The last backup was made 9 days ago.")
    assert desk.reads("Recovery was rehearsed 3 months ago.")
    assert desk.reads("The vault was checked 4 weeks ago.")
    assert not desk.reads("Last backup")


def test_what_a_check_found_is_said_with_the_way_to_it(desk: Hand) -> None:
    noted(desk, lambda ws: ws.vault.keeping.note("verify", findings=3))
    desk.sees("The check today found something wrong: 3.")
    desk.press("See what")
    desk.until(lambda: desk.window.desk is not None and desk.window.desk.room == "verify")


def test_the_safekeeping_page_begins_with_the_same(desk: Hand) -> None:
    noted(desk, all_done)
    desk.go("Safekeeping")
    desk.sees("Last backup today")
