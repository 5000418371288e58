"""A person's names, what is proposed of them, and who may be recorded twice."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPushButton

from desktop.casework import records, said_elsewhere, same_person
from desktop.casework.workspace import JSON
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.record_table import RecordTable
from tests.casework.shorthand import came_from_a_stranger
from tests.ui.asking import ask, stands
from tests.ui.hand import Hand, settle
from tests.ui.test_pickers import person


def names(hand: Hand, who: str) -> list[str]:
    found: list[str] = ask(hand, lambda ws: ws.vault.referring(who, "name"))
    return found


def test_r_nam_03_pinyin_and_parts_are_kept_once_somebody_takes_them_over(desk: Hand) -> None:
    who = person(desk, "单立桦")
    (name,) = names(desk, who)
    desk.window.tools.go(Place("record", name, "name"))
    desk.sees("Dan Lihua")
    desk.press("Take over: Shan Lihua")
    desk.until(lambda: not desk.reads("Dan Lihua"))
    desk.press("Take over: family 单, given 立桦")
    desk.press("Save")
    desk.until(lambda: "pinyin" in stands(desk, name))
    kept = stands(desk, name)
    assert (kept["pinyin"], kept["pinyin_confirmed"]) == ("Shan Lihua", True)
    assert (kept["family"], kept["given"], kept["name_order"]) == ("单", "立桦", "family_first")


def test_r_nam_01_the_page_of_a_person_shows_every_name_as_it_was_written(desk: Hand) -> None:
    who = person(desk, "沈墨")
    more = {"person": who, "full": "Yuwen SHEN", "family": "Shen", "given": "Yuwen", "name_order": "given_first"}
    ask(desk, lambda ws: records.add(ws, "name", [more]))
    desk.window.tools.go(Place("record", who, "person"))
    for words in ("沈墨", "Yuwen SHEN", "Shen | Yuwen · Given name first"):
        desk.sees(words)


def test_r_nam_04_two_people_are_compared_from_the_page_of_one_and_never_suggested_again(desk: Hand) -> None:
    first, second = person(desk, "林岚", place="遂宁"), person(desk, "林嵐", place="重庆")
    desk.window.tools.go(Place("today"))
    desk.wait_for(QPushButton, "Perhaps the same person: 1")
    desk.window.tools.go(Place("record", first, "person"))
    desk.sees("Perhaps the same person: 林嵐")
    desk.press("Compare: 林嵐")
    for place in ("遂宁", "重庆"):
        desk.sees(place)
    desk.type_into("Why", "born elsewhere")
    desk.press("Not the same person")
    desk.sees("They are not suggested again. born elsewhere")
    desk.press("Open: 林岚   " + ask(desk, lambda ws: ws.vault.code(first)))
    desk.until(lambda: desk.named(QAbstractButton, "Add a name") is not None)
    assert ask(desk, lambda ws: same_person.decision_on(ws, first, second)) == "not_same"
    ask(desk, lambda _ws: True)
    assert not desk.reads("Perhaps the same person")


def test_that_somebody_may_be_recorded_twice_pushes_nothing_down_when_it_is_found(desk: Hand) -> None:
    first = person(desk, "林岚")
    desk.window.tools.go(Place("record", first, "person"))
    add = desk.wait_for(QAbstractButton, "Add a name")
    desk.until(lambda: not desk.window.desk.findChildren(RecordForm)[0].building)  # type: ignore[union-attr]
    stood = add.mapToGlobal(QPoint())
    person(desk, "林嵐")
    desk.sees("Perhaps the same person: 林嵐")
    settle()
    assert add.mapToGlobal(QPoint()) == stood


def test_r_nam_04_whoever_is_recorded_twice_says_so_on_both_pages_until_it_is_taken_back(desk: Hand) -> None:
    first, second = person(desk, "林岚"), person(desk, "Lin Lan")
    desk.go("People")
    desk.press("Recorded twice?")
    table = desk.wait_for(RecordTable, "Perhaps the same person")
    desk.until(lambda: table.rowCount() == 1)
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    desk.press("The same person")
    desk.sees("Decided: the same person.")
    desk.go("People")
    _, other = ask(
        desk, lambda ws: same_person.recorded_as(ws, first)
    )  # made within one second, either may stand first
    desk.sees(f" · also {ask(desk, lambda ws: ws.vault.code(other))}")
    desk.window.tools.go(Place("same"))
    decided = desk.wait_for(RecordTable, "Decided")
    desk.until(lambda: decided.rowCount() == 1)
    for one in (first, second):
        desk.window.tools.go(Place("record", one, "person"))
        desk.sees("taken for one person everywhere")
    desk.press("See both: 林岚")
    desk.press("Take the decision back")
    desk.until(lambda: desk.named(QPushButton, "Take the decision back") is None)
    assert ask(desk, lambda ws: same_person.recorded_as(ws, second)[0]) == second


def test_what_others_say_opens_no_name_before_somebody_here_says_so_too(desk: Hand) -> None:
    said: dict[str, JSON] = {"official": True, "publicly_known": True}
    who = ask(desk, lambda ws: came_from_a_stranger(ws, "person", said))
    desk.window.tools.go(Place("record", who, "person"))
    desk.sees("Others say that this person acts for the State and is publicly known.")
    desk.press("I know it is true: say so too")
    desk.until(lambda: not desk.reads("Others say that"))
    assert not ask(desk, lambda ws: said_elsewhere.said_elsewhere(ws, who))


def test_a_name_stays_in_sight_once_somebody_says_that_it_is_publicly_known(desk: Hand) -> None:
    who = person(desk, "沈墨")
    ask(desk, lambda ws: records.edit(ws, who, {"publicly_known": True}))
    desk.window.tools.go(Place("record", who, "person"))
    desk.sees("still sealed with the identities")
    desk.press("Let these names stay in sight")
    desk.until(lambda: not desk.reads("still sealed with the identities"))
    (name,) = names(desk, who)
    assert not ask(desk, lambda ws: ws.vault.sealed(name))


def test_no_name_of_the_people_compared_stays_on_the_screen_once_names_are_hidden(desk: Hand) -> None:
    first, second = person(desk, "林岚"), person(desk, "林嵐")
    (name,) = names(desk, second)
    pages = (
        Place("same"),
        Place("same/compare", first, "person", given=(("other", second),)),
        Place("record", first, "person"),
        Place("record", name, "name"),
    )
    for place in pages:
        desk.window.tools.go(place)
        desk.sees("林嵐")
        desk.press("Names shown")
        desk.until(lambda: not desk.reads("林嵐") and not desk.reads("林岚"))
        desk.press("Codes shown")
        desk.sees("林嵐")


def test_the_page_of_a_person_says_of_which_cases_it_lists_none(desk: Hand) -> None:
    who = person(desk, "沈墨")
    desk.window.tools.go(Place("record", who, "person"))
    desk.sees("Cases as the defender")
