"""Dates in the window: what follows from them, what still goes on, what led to what, and all of it in time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton

from desktop.casework import chains, records
from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.ui.place import Place
from desktop.ui.states_table import StatesTable
from desktop.ui.timeline_view import TimelineView
from tests.ui.asking import ask, rows, stands
from tests.ui.hand import Hand
from tests.ui.test_pickers import pick

CHAIN = "What led to it, what came of it"


@pytest.fixture
def family(desk: Hand) -> dict[str, str]:
    """A case, a child, two acts and an event, of which one led to another."""

    def make(ws: Workspace) -> dict[str, str]:
        child = records.add(ws, "person", [{"birth": "2009"}]).created[0]
        case = records.add(ws, "case", [{"title": "A letter", "defenders": [{"person": child}]}]).created[0]
        acts: list[JSON] = [
            {"type": "A.09", "start": "2015-08-03", "last_confirmed": "2016-02", "age": 9},
            {"type": "F.01", "start": "late July 2015"},
        ]
        ban, eviction = records.add(ws, "act", [{"case": case, "victim": child, **act} for act in acts]).created
        hearing = records.add(ws, "event", [{"case": case, "title": "A hearing", "date": "2016-08-03"}]).created[0]
        chains.link(ws, ban, "causes", eviction)
        return {"case": case, "ban": ban, "eviction": eviction, "hearing": hearing}

    return ask(desk, make)


def test_r_dat_06_an_act_says_how_old_the_child_was_and_how_long_it_lasted(desk: Hand, family: dict[str, str]) -> None:
    desk.window.tools.go(Place("record", family["ban"], "act"))
    desk.sees("At the time: aged 5 or 6, a child")
    desk.sees("Lasted: 183 to 211 days so far (as of February 2016)")
    desk.sees("The age stated, 9, does not fit what is known of the birth. Both stay.")


def test_r_dom_06_what_came_of_an_act_is_listed(desk: Hand, family: dict[str, str]) -> None:
    desk.window.tools.go(Place("record", family["eviction"], "act"))
    desk.until(lambda: [row[0] for row in rows(desk, CHAIN)] == ["before"])


def test_r_dom_06_what_led_to_an_event_is_said_on_its_page(desk: Hand, family: dict[str, str]) -> None:
    desk.window.tools.go(Place("record", family["hearing"], "event"))
    desk.sees("Nothing is linked to it yet.")
    desk.press("Add a link")
    pick(desk, "How they are linked", "It led to this")
    pick(desk, "Event or act", "Exit ban on a child")
    desk.press("Link them")
    desk.until(lambda: [(row[0], row[3]) for row in rows(desk, CHAIN)] == [("before", "led to")])


def test_r_dom_05_a_key_confirms_what_still_goes_on(desk: Hand, family: dict[str, str]) -> None:
    desk.go("Today")
    desk.press("What still goes on")
    table = desk.wait_for(StatesTable, "States that go on")
    desk.until(lambda: table.rowCount() == 1)
    table.setFocus()
    desk.keys("Ctrl+T")
    desk.until(lambda: table.rowCount() == 0)
    assert stands(desk, family["ban"])["last_confirmed"]["edtf"] == ask(desk, lambda ws: day_of(ws).isoformat())


def test_r_dat_02_what_goes_on_since_nobody_knows_when_is_said_to_last_at_least_so_long(
    desk: Hand, family: dict[str, str]
) -> None:
    ask(desk, lambda ws: records.edit(ws, family["ban"], {"started": False, "last_confirmed": "2015-08-10"}))
    desk.window.tools.go(Place("states", family["case"], "case"))
    desk.until(lambda: [row[3:] for row in rows(desk, "States that go on")] == [["10 Aug 2015", "at least 8 days"]])


def test_what_is_over_leaves_the_list(desk: Hand, family: dict[str, str]) -> None:
    desk.window.tools.go(Place("states", family["case"], "case"))
    table = desk.wait_for(StatesTable, "States that go on")
    desk.until(lambda: table.rowCount() == 1)
    desk.press("It is over")
    desk.type_into("When did it end?", "May 2016")
    desk.press("Keep that it is over")
    desk.until(lambda: table.rowCount() == 0)
    nested = stands(desk, family["ban"])
    assert (nested["end"]["edtf"], nested["ended"]) == ("2016-05", True)


def test_the_timeline_is_walked_through_by_keys_and_read_out(desk: Hand, family: dict[str, str]) -> None:
    desk.window.tools.go(Place("record", family["case"], "case"))
    desk.press("Timeline")
    view = desk.wait_for(TimelineView, "Timeline: a lane a person")
    desk.until(lambda: len(rows(desk, "All of it in the order of time")) == 3)
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(view, key)
    assert view.accessibleDescription().startswith("3 August 2015 · ")
    assert desk.reads(view.accessibleDescription())
    view.grab()
    QTest.keyClick(view, Qt.Key.Key_Return)
    desk.sees("At the time: aged 5 or 6, a child")


def test_r_dat_04_a_lunar_date_is_understood_as_it_is_typed_and_keeps_its_words(
    desk: Hand, family: dict[str, str]
) -> None:
    desk.window.tools.go(Place("record", family["hearing"], "event"))
    when = desk.field("When")
    assert isinstance(when, QLineEdit)
    when.selectAll()
    desk.say(when, "农历2023年闰二月初一")
    desk.sees("Understood as 22 March 2023")
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, family["hearing"])["date"]["edtf"] == "2023-03-22")
    assert stands(desk, family["hearing"])["date"]["words"] == "农历2023年闰二月初一"


def test_a_date_is_counted_from_that_of_an_event(desk: Hand, family: dict[str, str]) -> None:
    desk.window.tools.go(Place("record", family["eviction"], "act"))
    began = desk.field("Began")
    assert isinstance(began, QLineEdit)
    began.selectAll()
    desk.say(began, "two days after the hearing")
    desk.sees("Under “…” it can be counted from another date.")
    QTest.keyClick(began, Qt.Key.Key_F4)
    menu = next(iter(desk.visible(QMenu)))
    menu.setActiveAction(next(action for action in menu.actions() if action.text().startswith("Count it")))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.window.activateWindow()  # the offscreen screen does not by itself when a menu is gone
    desk.until(desk.window.isActiveWindow)
    desk.type_into("How many", "2")
    pick(desk, "Which event or act", "A hearing")
    QTest.keyClick(desk.wait_for(QPushButton, "Count"), Qt.Key.Key_Space)
    desk.sees("Understood as 5 August 2016, counted from: A hearing")
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, family["eviction"])["start"].get("edtf") == "2016-08-05")
    ask(desk, lambda ws: records.edit(ws, family["hearing"], {"date": "2016-09-01"}))
    desk.window.tools.go(Place("today"))
    desk.window.tools.go(Place("record", family["eviction"], "act"))
    desk.sees("Counted from a date that has changed since. Nothing was changed here.")
    QTest.keyClick(desk.wait_for(QPushButton, "Count again"), Qt.Key.Key_Space)
    desk.sees("Understood as 3 September 2016, counted from: A hearing")
