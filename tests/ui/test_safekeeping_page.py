"""The safekeeping page leads to what keeps the vault."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from desktop.casework import records
from tests.ui.asking import ask
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand
from tests.ui.test_saving import busy


def test_the_check_is_reached_from_safekeeping(desk: Hand) -> None:
    desk.go("Safekeeping")
    desk.press("Check the vault")
    desk.sees("Check the vault")


def test_the_passphrase_is_changed_from_safekeeping(desk: Hand) -> None:
    desk.go("Safekeeping")
    desk.press("Change the passphrase")
    desk.sees("Change the passphrase")


def test_the_check_goes_on_while_one_works_elsewhere_and_its_result_is_told(desk: Hand) -> None:
    ask(desk, lambda ws: records.add(ws, "case", [{"title": "A case"}]))
    desk.go("Safekeeping")
    desk.sees("It has not been checked yet.")
    desk.press("Check the vault")
    with busy(desk):
        desk.press("Check everything")
        desk.go("Cases")
    desk.sees("The vault is checked: everything is in order.")
    desk.press("Show")
    desk.sees("Everything is in order: nothing is lost, nothing was altered.")
    desk.go("Safekeeping")
    desk.sees("all in order.")


def test_a_check_that_was_stopped_begins_anew(desk: Hand) -> None:
    desk.go("Safekeeping")
    desk.press("Check the vault")
    go_on = threading.Event()
    desk.window.tools.worker.submit(lambda _ws: go_on.wait(), owner=desk.window)
    desk.press("Check everything")
    desk.press("Cancel")
    go_on.set()
    desk.press("Check everything")
    desk.sees("Everything is in order: nothing is lost, nothing was altered.")


def test_what_only_a_copy_left_by_a_sync_program_has_is_taken_in(desk: Hand, tmp_path: Path) -> None:
    place = tmp_path / "vault"
    desk.lock()
    shutil.copyfile(place / "a.db", place / "elsewhere.db")
    desk.unlock(PASSPHRASE)
    ask(desk, lambda ws: records.add(ws, "case", [{"title": "A case"}]))
    desk.lock()
    (place / "a.db").rename(place / "a (copy).db")
    (place / "elsewhere.db").rename(place / "a.db")
    desk.unlock(PASSPHRASE)
    desk.go("Safekeeping")
    desk.press("Check the vault")
    desk.press("Check everything")
    desk.press("Take in what only “a (copy).db” has")
    desk.sees("Everything is in order: nothing is lost, nothing was altered.")
    desk.go("Cases")
    desk.sees("A case")
