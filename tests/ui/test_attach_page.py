"""Taking files in as evidence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from desktop.casework import records
from tests.ui.asking import ask, rows
from tests.ui.choosing import choose
from tests.ui.hand import Hand, settle


@pytest.fixture
def adding(desk: Hand) -> Hand:
    """On the page that takes files in."""
    desk.go("Evidence")
    desk.press("Add a file")
    desk.press("Choose files")
    return desk


def files(folder: Path, *names: str) -> list[Path]:
    made = []
    for name in names:
        made.append(folder / name)
        made[-1].write_text(f"{name} tells of a door.", encoding="utf-8")
    return made


def test_one_file_leads_to_its_record(adding: Hand, tmp_path: Path) -> None:
    choose(adding, *files(tmp_path, "one.txt"))
    adding.press("Take it in")
    adding.sees("Covered until you ask to see it")


def test_several_files_are_taken_in_at_one_go(adding: Hand, tmp_path: Path) -> None:
    choose(adding, *files(tmp_path, "one.txt", "two.txt", "three.txt"))
    adding.press("Take them in")
    adding.until(lambda: [row[1] for row in rows(adding, "Files")] == ["Taken in"] * 3)
    assert ask(adding, lambda ws: records.list_records(ws, "evidence").total) == 3


def test_one_that_fails_says_why_and_loses_no_other(adding: Hand, tmp_path: Path) -> None:
    one, empty, two = files(tmp_path, "one.txt", "empty.txt", "two.txt")
    empty.write_text("")
    choose(adding, one, empty, two)
    adding.press("Take them in")
    adding.until(lambda: sum(row[1] == "Taken in" for row in rows(adding, "Files")) == 2)
    adding.until(lambda: {row[0]: row[1] for row in rows(adding, "Files")}["empty.txt"] not in {"", "Taken in"})
    told = {row[0]: row[1] for row in rows(adding, "Files")}
    assert (told["one.txt"], told["two.txt"]) == ("Taken in", "Taken in")
    assert "empty" in told["empty.txt"]


def test_what_failed_can_be_tried_again_alone(adding: Hand, tmp_path: Path) -> None:
    one, empty = files(tmp_path, "one.txt", "empty.txt")
    empty.write_text("")
    choose(adding, one, empty)
    adding.press("Take them in")
    adding.until(lambda: any("empty" in row[1] for row in rows(adding, "Files")))
    empty.write_text("It has words now.")
    adding.press("Take them in")
    adding.until(lambda: [row[1] for row in rows(adding, "Files")] == ["Taken in"] * 2)
    assert ask(adding, lambda ws: records.list_records(ws, "evidence").total) == 2


def test_a_file_taken_in_is_opened_from_its_line(adding: Hand, tmp_path: Path) -> None:
    choose(adding, *files(tmp_path, "one.txt", "two.txt"))
    adding.press("Take them in")
    adding.until(lambda: [row[1] for row in rows(adding, "Files")] == ["Taken in"] * 2)
    adding.window.activateWindow()  # the dialog was in front
    settle()
    adding.wait_for(QTableView, "Files").setFocus(Qt.FocusReason.TabFocusReason)
    adding.keys("Return")
    adding.sees("Covered until you ask to see it")
