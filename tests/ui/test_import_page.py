"""Bringing a table in: everything odd is shown first, then all rows or none."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QAbstractButton, QTableView

from tests.casework.shorthand import how_many
from tests.ui.asking import ask, rows
from tests.ui.choosing import choose
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import WAIT, Hand

TABLE = "Name,Gender,Date of Birth,Place\n沈月,female,1954-02-29,遂宁\n韩松（老韩）,male,1968-10-02,=HYPERLINK(1)\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Two invented people, one with a day that never was."""
    file = tmp_path / "table.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def look_at(hand: Hand, file: Path) -> None:
    """From the navigation to the preview."""
    hand.go("Today")
    hand.go("Bring in")
    hand.press("Choose the file")
    choose(hand, file)
    hand.until(lambda: hand.named(QTableView, "What becomes of the columns") is not None)


@pytest.mark.fault(20)
def test_fault_20_every_problem_is_listed_by_row_column_and_reason(desk: Hand, table: Path) -> None:
    look_at(desk, table)
    assert rows(desk, "Problems by row and column") == [
        ["2", "Date of Birth", "No such day; the words are kept", "1954-02-29"]
    ]


@pytest.mark.fault(20)
def test_fault_20_of_endless_problems_the_first_are_listed_and_the_others_counted(desk: Hand, table: Path) -> None:
    table.write_text("Name,Place\n" + ",x\n" * 1_500, encoding="utf-8")
    look_at(desk, table)
    listed = rows(desk, "Problems by row and column")
    assert (len(listed), listed[-1][2]) == (101, "and 1,400 more like these: stops it: Names nobody")
    desk.sees("To look at: 1,500")


def test_a_column_without_a_name_goes_by_its_number(desk: Hand, table: Path) -> None:
    table.write_text("Name,,Place\n沈月,x,遂宁\n", encoding="utf-8")
    look_at(desk, table)
    assert [row[0] for row in rows(desk, "What becomes of the columns")] == ["Name", "Column 2", "Place"]


def test_the_use_of_every_column_is_said_before(desk: Hand, table: Path) -> None:
    look_at(desk, table)
    used = dict(rows(desk, "What becomes of the columns"))
    assert used == {
        "Name": "Names; aliases in brackets become names of their own",
        "Gender": "Sex",
        "Date of Birth": "Date of birth",
        "Place": "A note, word for word",
    }


def test_what_was_written_out_is_known_by_the_name_of_its_file(desk: Hand, tmp_path: Path) -> None:
    (tmp_path / "case.jsonl").write_text('{"title": "A case"}\n', encoding="utf-8")
    desk.go("Bring in")
    desk.press("Choose the file")
    choose(desk, tmp_path / "case.jsonl")
    desk.press("Bring in all 1 rows")
    desk.sees("All rows are in")
    assert ask(desk, lambda ws: how_many(ws)["case"]) == 1


def test_looking_brings_nothing_in(desk: Hand, table: Path) -> None:
    look_at(desk, table)
    desk.press("Bring in none")
    assert ask(desk, lambda ws: how_many(ws).get("person", 0)) == 0


def test_all_rows_come_in_at_once(desk: Hand, table: Path) -> None:
    look_at(desk, table)
    desk.press("Bring in all 2 rows")
    desk.sees("All rows are in")
    desk.press("See them")
    desk.sees("沈月")


@pytest.mark.fault(20)
def test_fault_20_the_same_table_again_brings_nothing(desk: Hand, table: Path) -> None:
    look_at(desk, table)
    desk.press("Bring in all 2 rows")
    desk.sees("All rows are in")
    look_at(desk, table)
    desk.sees("Every row is here already")
    assert not desk.wait_for(QAbstractButton, "Bring in all 0 new rows").isEnabled()


def test_a_table_without_names_is_refused_with_a_sentence(desk: Hand, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    desk.go("Bring in")
    desk.press("Choose the file")
    choose(desk, tmp_path / "odd.csv")
    desk.until(lambda: bool(desk.window.findChildren(QAbstractButton, "")) and desk.reads("name"))


def test_the_real_table_of_926_rows_comes_in_whole(desk: Hand, shared: Path) -> None:
    look_at(desk, shared / "data" / "china-political-prisoners.csv")
    desk.press("Bring in all 926 rows")
    desk.sees("All rows are in")
    assert ask(desk, lambda ws: how_many(ws)["person"]) == 926


def held_up(hand: Hand) -> Event:
    """Keep the vault's thread busy until told to go on, so that what is asked next waits in the queue."""
    go_on = Event()
    hand.window.tools.worker.submit(lambda _ws: go_on.wait(WAIT / 1000), owner=hand.window)
    return go_on


def test_bringing_in_that_is_cancelled_leaves_nothing(desk: Hand, table: Path) -> None:
    look_at(desk, table)
    go_on = held_up(desk)
    desk.press("Bring in all 2 rows")
    desk.press("Cancel")
    go_on.set()
    desk.sees("What becomes of the columns")
    assert ask(desk, lambda ws: how_many(ws).get("person", 0)) == 0


@pytest.mark.fault(12)
def test_fault_12_a_lock_stops_long_work_before_it_is_done(desk: Hand, table: Path) -> None:
    look_at(desk, table)
    go_on = held_up(desk)
    desk.press("Bring in all 2 rows")
    desk.press("Lock")
    desk.sees("The vault is locked")
    with desk.bot.waitSignal(desk.window.locked, timeout=WAIT):
        go_on.set()
    desk.unlock(PASSPHRASE)
    assert ask(desk, lambda ws: how_many(ws).get("person", 0)) == 0


def test_going_elsewhere_stops_long_work_and_says_so(desk: Hand, table: Path) -> None:
    look_at(desk, table)
    go_on = held_up(desk)
    desk.press("Bring in all 2 rows")
    desk.go("Today")
    desk.sees("It was stopped.")
    go_on.set()
    assert ask(desk, lambda ws: how_many(ws).get("person", 0)) == 0
