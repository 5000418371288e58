"""Lists of records: their columns, and in which order the rows come."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QPushButton, QScrollBar, QSplitter, QTableView

from desktop.casework import quick, records
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.workspace import Workspace
from desktop.ui.place import Place
from tests.ui.asking import ask
from tests.ui.hand import Hand, settle


@pytest.fixture
def people(desk: Hand) -> Hand:
    """Three people who spoke, the list of people open."""

    def tell(ws: Workspace) -> None:
        for name in ("沈月", "Aynur", "韩松"):
            quick.record_testimony(ws, QuickTestimony(f"{name} told this.", speaker=Pick(text=name)))

    ask(desk, tell)
    desk.go("People")
    desk.until(lambda: len(names(desk)) == 3)
    return desk


def table(hand: Hand, name: str) -> QTableView:
    return hand.wait_for(QTableView, name)


def names(hand: Hand, name: str = "People", column: int = 0) -> list[str]:
    model = table(hand, name).model()
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def heads(hand: Hand, name: str) -> list[str]:
    model = table(hand, name).model()
    every = [str(model.headerData(one, Qt.Orientation.Horizontal)) for one in range(model.columnCount())]
    return [one.removesuffix(" ▲").removesuffix(" ▼") for one in every]


def click_head(hand: Hand, name: str, column: int) -> None:
    header = table(hand, name).horizontalHeader()
    place = QPoint(header.sectionViewportPosition(column) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_people_are_listed_by_name_with_their_case(people: Hand) -> None:
    assert heads(people, "People") == ["Name", "Case", "Code", "Changed"]


def test_testimonies_show_date_speaker_first_words_and_case(people: Hand) -> None:
    people.go("Testimonies")
    people.until(lambda: len(names(people, "Testimonies")) == 3)
    assert heads(people, "Testimonies")[:4] == ["Date", "Speaker", "First words", "Case"]
    assert names(people, "Testimonies", 1) == ["韩松", "Aynur", "沈月"]


def test_a_click_on_the_head_orders_the_list_and_one_more_turns_it_round(people: Hand) -> None:
    click_head(people, "People", 0)
    people.until(lambda: names(people) == ["Aynur", "韩松", "沈月"])
    click_head(people, "People", 0)
    people.until(lambda: names(people) == ["沈月", "韩松", "Aynur"])


def test_the_order_is_remembered_while_the_window_is_open(people: Hand) -> None:
    people.keys("Ctrl+Shift+O")
    people.keys("Ctrl+Shift+O")
    click_head(people, "People", 0)
    people.until(lambda: names(people) == ["Aynur", "韩松", "沈月"])
    people.go("Today")
    people.go("People")
    people.until(lambda: names(people) == ["Aynur", "韩松", "沈月"])


def test_the_keyboard_orders_the_list_too(people: Hand) -> None:
    people.keys("Ctrl+Shift+O")
    people.until(lambda: names(people) == ["Aynur", "韩松", "沈月"])


def test_a_list_has_the_room_until_something_is_chosen_in_it(people: Hand) -> None:
    people.go("Testimonies")
    rows = table(people, "Testimonies")
    people.until(lambda: rows.model().rowCount() > 0)
    (splitter,) = people.visible(QSplitter)
    assert rows.width() > splitter.width() // 2
    rows.selectRow(0)
    people.wait_for(QPlainTextEdit, "In their own words 1")
    people.until(lambda: rows.width() < splitter.width() // 2)


def test_a_testimony_fits_beside_the_list_without_scrolling_sideways(people: Hand) -> None:
    people.go("Testimonies")
    rows = table(people, "Testimonies")
    people.until(lambda: rows.model().rowCount() > 0)
    rows.selectRow(0)
    people.wait_for(QPlainTextEdit, "In their own words 1")
    people.sees("Who is speaking")
    settle()
    assert [bar.maximum() for bar in people.visible(QScrollBar) if bar.orientation() == Qt.Orientation.Horizontal] == []


def test_what_rarely_belongs_to_somebody_is_added_from_one_button_and_listed_once_it_is_there(desk: Hand) -> None:
    ask(desk, lambda ws: records.add(ws, "person", [{"sex": "f"}]))
    person = str(ask(desk, lambda ws: records.list_records(ws, "person").rows[0].id))
    desk.window.tools.go(Place("record", person, "person"))
    desk.sees("Risk assessments")
    assert not desk.reads("Tasks:")
    more = desk.wait_for(QPushButton, "Add something else")
    next(one for one in more.menu().actions() if one.text() == "Task").trigger()
    desk.type_into("What to do", "call her back")
    desk.window.tools.go(Place("record", person, "person"))
    desk.sees("call her back")


def test_a_task_that_was_done_says_so_and_one_that_is_late_too(desk: Hand) -> None:
    late = {"edtf": "2026-01-31", "words": "2026-01-31", "calendar": "gregorian"}
    tasks = [{"title": "ring back", "done": True}, {"title": "write", "due_on": late}]
    ask(desk, lambda ws: records.add(ws, "task", tasks))
    desk.go("Tasks")
    desk.until(lambda: names(desk, "Tasks") == ["write", "ring back"])
    assert names(desk, "Tasks", 1) == ["Overdue", "✓ Done"]


def test_tasks_about_a_record_are_marked_and_ordered_beneath_it_as_in_their_room(desk: Hand) -> None:
    late = {"edtf": "2026-01-31", "words": "2026-01-31", "calendar": "gregorian"}
    case = str(ask(desk, lambda ws: records.add(ws, "case", [{"title": "七月案"}]).created[0]))
    tasks = [{"title": "write", "due_on": late, "about": case}, {"title": "ring back", "done": True, "about": case}]
    ask(desk, lambda ws: records.add(ws, "task", [*tasks, {"title": "not about it"}]))
    desk.window.tools.go(Place("record", case, "case"))
    desk.until(lambda: names(desk, "Tasks") == ["write", "ring back"])
    assert names(desk, "Tasks", 1) == ["Overdue", "✓ Done"]


def test_events_organisations_sources_tasks_and_tags_have_rooms(desk: Hand) -> None:
    for room, begin in (
        ("Events", "Add an event"),
        ("Organisations", "Add an organisation"),
        ("Sources", "Add a source"),
        ("Tasks", "Add a task"),
        ("Tags", "Add a tag"),
    ):
        desk.go(room)
        desk.press(begin)
        desk.sees("Back")


def test_coming_back_to_a_list_finds_it_narrowed_as_it_was(desk: Hand) -> None:
    told = [{"statements": [{"words": words}]} for words in ("They came.", "They left.")]
    ask(desk, lambda ws: records.add(ws, "testimony", told))
    desk.go("Testimonies")
    desk.type_into("Filter the list", "came")
    box = desk.wait_for(QAbstractButton, "First-hand only")
    box.click()
    desk.go("Today")
    desk.keys("Alt+Left")
    desk.until(lambda: (field := desk.named(QLineEdit, "Filter the list")) is not None and field.text() == "came")
    assert desk.wait_for(QAbstractButton, "First-hand only").isChecked()
