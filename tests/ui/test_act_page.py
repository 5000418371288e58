"""The form of an act, as the work thinks of it; who did it is read and added on its page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from desktop.casework import actors, people, records
from desktop.ui.place import Place
from tests.ui.asking import ask, stands
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand, settle
from tests.ui.test_forms import an_act, offered
from tests.ui.test_pickers import pick, picker, press, write


def test_r_dom_07_a_landlord_is_written_down_on_the_page_of_the_act_with_who_pressured_them(desk: Hand) -> None:
    act = an_act(desk, narrative="房东让他们搬走")
    desk.press("Add who did it")
    desk.type_into("Description", "The landlord")
    pick(desk, "Pressured by", "青河派出所")
    desk.sees("Proposed: somebody pressured them.")
    desk.press("Add")
    desk.sees("The landlord · pressured by 青河派出所")
    (actor,) = ask(desk, lambda ws: actors.actors_of(ws, act))
    assert (actor.degree, actor.pressed) == ("pressured", "青河派出所")


def test_the_page_stays_where_who_did_it_was_added(desk: Hand) -> None:
    an_act(desk, narrative="来了四个人")
    desk.press("Add who did it")
    desk.type_into("What they were called", "老张")
    desk.press("Add")
    desk.sees("somebody unnamed, called “老张”")
    desk.until(lambda: desk.named(QLineEdit, "What they were called") is None)
    settle()
    button = desk.wait_for(QAbstractButton, "Add who did it")
    assert button.visibleRegion().contains(button.rect().center())


def test_whoever_is_half_written_down_comes_back_after_a_lock(desk: Hand) -> None:
    act = an_act(desk, narrative="来了四个人")
    desk.press("Add who did it")
    desk.type_into("How many people", "4")
    desk.type_into("What they were called", "老张")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.sees("老张")
    desk.press("Add")
    desk.sees("4 × somebody unnamed, one called “老张”")
    assert ask(desk, lambda ws: len(actors.actors_of(ws, act))) == 1


def test_who_pressured_them_stays_in_the_form_where_it_was_not_in_the_list(desk: Hand) -> None:
    act = an_act(desk, narrative="房东让他们搬走")
    desk.press("Add who did it")
    desk.type_into("Description", "The landlord")
    write(desk, "Pressured by", "zzzz")
    desk.press("Add")
    desk.sees("Not in the list, and so not saved: Pressured by “zzzz”.")
    desk.sees("Saved.")
    field = picker(desk, "Pressured by")
    assert field.untaken == "zzzz"
    field.selectAll()
    pick(desk, "Pressured by", "青河派出所")
    desk.press("Add")
    desk.until(lambda: [one.pressed for one in ask(desk, lambda ws: actors.actors_of(ws, act))] == ["青河派出所"])


def test_the_defender_themself_is_both_the_one_harmed_and_the_reason(desk: Hand) -> None:
    person = ask(desk, lambda ws: people.add(ws, "沈月")).created[0]
    act = an_act(desk, victim=person)
    desk.until(lambda: offered(desk, picker(desk, "The person harmed is the defender's"), "self"))
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, act).get("because_of") == person)


def test_a_new_act_is_saved_before_whoever_did_it_is_added(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="act"))
    QTest.keyClicks(desk.field("Words used"), "move out")
    desk.press("Add who did it")
    desk.type_into("What they were called", "x")
    desk.press("Add")
    desk.until(lambda: ask(desk, lambda ws: ws.vault.count("involvement")) == 1)
    assert ask(desk, lambda ws: records.list_records(ws, "act").total) == 1


def test_enter_makes_nobody_new_while_somebody_called_nearly_so_is_in_the_list(desk: Hand) -> None:
    known = ask(desk, lambda ws: people.add(ws, "陆知遥")).created[0]
    an_act(desk, narrative="来了四个人")
    field = write(desk, "Person harmed", "知遥")
    press(desk, Qt.Key.Key_Return)
    assert field.chosen is None  # the first of the list is marked, and another Enter takes it
    press(desk, Qt.Key.Key_Return)
    desk.until(lambda: field.chosen is not None and field.chosen.key == known)
    assert ask(desk, lambda ws: records.list_records(ws, "person").total) == 1


def test_what_happened_to_two_is_written_down_once_with_who_did_it(desk: Hand) -> None:
    first = ask(desk, lambda ws: people.add(ws, "韩小雨")).created[0]
    second = ask(desk, lambda ws: people.add(ws, "韩小雪")).created[0]
    act = an_act(desk, victim=first, narrative="两个孩子被送走")
    ask(desk, lambda ws: records.add(ws, "involvement", [{"act": act, "called": "病区主任"}]))
    desk.press("The same happened to somebody else")
    desk.sees("New: Act")
    pick(desk, "Person harmed", "韩小雪")
    desk.keys("Ctrl+S")
    desk.until(lambda: ask(desk, lambda ws: ws.vault.count("involvement")) == 2)
    (other,) = ask(desk, lambda ws: ws.vault.referring(second, "act"))
    assert (stands(desk, other)["narrative"], stands(desk, act)["victim"]) == ("两个孩子被送走", first)
