"""What names somebody known is marked while one types, and one key or one press makes a mention of it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.casework import naming, people, records
from desktop.casework.workspace import JSON
from desktop.domain.mentions import mentioned
from desktop.ui.place import Place
from tests.ui.asking import ask
from tests.ui.hand import Hand, compose, settle
from tests.ui.test_lock import held_anywhere
from tests.ui.test_mentions import ACCOUNT, field, put_caret, said, told

NAME = "欧阳秀兰"
MARKED = "Somebody known is named here in plain words. F7 makes it a mention."
CANARY = "金丝雀鸣"


@pytest.fixture
def person(desk: Hand) -> str:
    """Somebody known, and the window knows it."""
    return known(desk, NAME)


def known(hand: Hand, name: str) -> str:
    person = ask(hand, lambda ws: people.add(ws, name)).created[0]
    hand.until(lambda: any(True for _ in hand.window.tools.guard.marks(name)))
    return person


def written(hand: Hand, words: str) -> None:
    hand.keys("Ctrl+N")
    hand.type_into(ACCOUNT, words)


@pytest.mark.parametrize("alias", ["歐陽秀蘭", "Ouyang Xiulan"])
def test_r_idn_04_a_known_alias_typed_in_an_account_is_warned_of_and_one_press_replaces_it(
    desk: Hand, person: str, alias: str
) -> None:
    written(desk, f"那天{alias}来了")
    desk.sees(MARKED)
    (selection,) = field(desk, ACCOUNT).extraSelections()
    assert selection.cursor.selectedText() == alias
    desk.press("Make it a mention")
    desk.until(lambda: [one.person for one in mentioned(field(desk, ACCOUNT).stored())] == [person])
    stored = field(desk, ACCOUNT).stored()
    assert ask(desk, lambda ws: naming.read(ws, stored)) == f"那天{alias}来了"
    desk.until(lambda: not desk.reads(MARKED))
    desk.press("Identities open")
    desk.sees("Identities closed")
    assert ask(desk, lambda ws: naming.read(ws, stored) == f"那天{ws.vault.code(person)}来了")


def test_r_idn_04_f7_makes_the_one_before_the_caret_a_mention_and_the_caret_stays(desk: Hand, person: str) -> None:
    record = told(desk, "秀兰和秀兰在家")
    text = field(desk)
    desk.sees("2 times somebody known is named here")
    put_caret(text, 5)
    desk.keys("F7")
    desk.until(lambda: len(list(mentioned(text.stored()))) == 1)
    assert text.stored().startswith("秀兰和⟦")
    QTest.keyClick(text, Qt.Key.Key_Z)
    desk.keys("Ctrl+S")
    desk.until(lambda: str(said(desk, record)[0]).endswith("z在家"))


def test_r_idn_04_all_of_them_at_once_and_one_undo_brings_the_words_back(desk: Hand, person: str) -> None:
    told(desk, "秀兰说，Xiulan 说")
    desk.press("Make them all mentions")
    desk.until(lambda: len(list(mentioned(field(desk).stored()))) == 2)
    field(desk).undo()
    assert field(desk).stored() == "秀兰说，Xiulan 说"


def test_r_idn_04_a_number_in_one_line_is_warned_of_and_the_code_takes_its_place(desk: Hand, person: str) -> None:
    number: JSON = {"of": person, "contacts": [{"value": "139 0000 1234"}]}
    ask(desk, lambda ws: records.add(ws, "identity", [number]))
    desk.window.tools.go(Place("record", kind="case"))
    desk.type_into("Title", "Calls from 13900001234")
    desk.press("Put the code in its place")
    code = ask(desk, lambda ws: ws.vault.code(person))
    desk.until(lambda: desk.field("Title").text() == f"Calls from {code}")  # type: ignore[union-attr]


def test_the_title_of_a_new_case_typed_beside_an_account_is_warned_of_too(desk: Hand, person: str) -> None:
    desk.keys("Ctrl+N")
    desk.type_into("Which case", "Xiulan and her son")
    desk.press("Put the code in its place")
    code = ask(desk, lambda ws: ws.vault.code(person))
    desk.until(lambda: desk.field("Which case").text() == f"{code} and her son")  # type: ignore[union-attr]


def test_nothing_is_marked_in_what_an_input_method_still_composes(desk: Hand, person: str) -> None:
    written(desk, "x")
    text = field(desk, ACCOUNT)
    compose(text, NAME)
    text.marking.look()
    assert not text.marking.marked


def test_a_name_is_not_marked_where_names_are_at_home(desk: Hand, person: str) -> None:
    desk.window.tools.go(Place("record", kind="identity"))
    desk.press("Safety")
    desk.type_into("Safe way to reach them", NAME)
    text = field(desk, "Safe way to reach them")
    text.marking.look()
    assert not text.marking.marked


def test_a_name_that_was_corrected_is_marked_as_it_reads_now(desk: Hand, person: str) -> None:
    known(desk, "林远舟")
    ask(desk, lambda ws: records.edit(ws, ws.vault.referring(person, "name")[0], {"full": "司徒明月"}))
    marked = desk.window.tools.guard.marks
    desk.until(lambda: any(True for _ in marked("司徒明月")) and not any(True for _ in marked(NAME)))
    assert any(True for _ in marked("林远舟"))


def test_f8_takes_the_marks_away_and_brings_them_back(desk: Hand, person: str) -> None:
    told(desk, "秀兰在家")
    desk.sees(MARKED)
    desk.keys("F8")
    desk.until(lambda: not desk.reads(MARKED))
    desk.keys("F8")
    desk.sees(MARKED)


def test_a_lock_leaves_nothing_of_what_was_looked_for_in_memory(desk: Hand) -> None:
    known(desk, CANARY)
    desk.lock()
    settle()
    assert list(held_anywhere(CANARY)) == []
    assert not desk.window.tools.guard.ready
