"""The type of an act: chosen from a tree, with advice on the leaf, its nature and rules of law proposed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget

from desktop.casework import records
from desktop.ui.place import Place
from desktop.ui.tick_box import TickBox
from tests.ui.asking import ask, stands
from tests.ui.hand import Hand
from tests.ui.test_pickers import marked, person, picker, press, rows

WHAT = "What happened"


@pytest.fixture
def act(desk: Hand) -> str:
    """Something done to a child, its form open."""
    child = person(desk, "林小满", birth={"edtf": "2012-03", "words": "2012-03", "calendar": "gregorian"})
    start = {"edtf": "2024-02", "words": "2024-02", "calendar": "gregorian"}
    (made,) = ask(desk, lambda ws: records.add(ws, "act", [{"victim": child, "start": start}])).created
    desk.window.tools.go(Place("record", made, "act"))
    desk.until(lambda: picker(desk, "Person harmed").text() == "林小满")
    return made


def test_types_stand_under_their_families_which_cannot_be_chosen(desk: Hand, act: str) -> None:
    field = picker(desk, WHAT)
    desk.say(field, "护照")
    desk.until(lambda: rows(desk)[:1] == ["E · Exit bans and enforced family separation"])
    assert rows(desk)[1:3] == [
        "    Passport or permit application refused   (E.02)",
        "    Passport or identity document confiscated or destroyed   (E.03)",
    ]
    families = next(one for one in desk.visible(QListWidget) if one.property("offered"))
    QTest.mouseClick(
        families.viewport(), Qt.MouseButton.LeftButton, pos=families.visualItemRect(families.item(0)).center()
    )
    assert field.text() == "护照"
    assert marked(desk) == "Passport or permit application refused"
    press(desk, Qt.Key.Key_Down)
    assert marked(desk) == "Passport or identity document confiscated or destroyed"


def test_the_name_of_a_family_narrows_to_its_leaves(desk: Hand, act: str) -> None:
    desk.say(picker(desk, WHAT), "livelihood")
    desk.until(lambda: rows(desk)[:1] == ["G · Attacks on livelihood and income"])
    assert len(rows(desk)) == 9


def test_a_leaf_for_children_is_advised_and_taken_and_proposes_nature_and_rules(desk: Hand, act: str) -> None:
    desk.say(picker(desk, WHAT), "e4")
    desk.until(lambda: marked(desk) != "")
    press(desk, Qt.Key.Key_Return)
    desk.sees("Under 18 that day")
    desk.press("A.09 · Exit ban on a child")
    desk.until(lambda: not desk.reads("Under 18 that day"))
    desk.until(lambda: picker(desk, "Nature").text() == "A state that goes on")
    desk.press("Assessment")
    desk.press("Propose rules of law")
    desk.sees("China is a party · proposed")
    desk.sees("signed 1998, not ratified · proposed")
    rule = next(one for one in desk.visible(TickBox) if one.text().startswith("CRC-10"))
    rule.click()
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, act).get("type") == "A.09")
    norms = {item["norm"]: item for item in stands(desk, act)["norms"].values()}
    assert norms["CRC-10"]["confirmed"] is True
    assert len(norms["CRC-10"]["confirmed_by"]) == 16
    assert "confirmed" not in norms["ICCPR-12"]


def test_a_nature_somebody_wrote_is_never_overwritten(desk: Hand, act: str) -> None:
    ask(desk, lambda ws: records.edit(ws, act, {"nature": "threat"}))
    desk.until(lambda: picker(desk, "Nature").text() == "A threat")
    desk.say(picker(desk, WHAT), "a9")
    desk.until(lambda: marked(desk) != "")
    press(desk, Qt.Key.Key_Return)
    desk.sees("Only threatened, not done")
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, act).get("type") == "A.09")
    assert stands(desk, act)["nature"] == "threat"
