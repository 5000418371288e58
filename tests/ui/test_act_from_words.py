"""Words marked in an account become an act once somebody saves it, and nothing before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea

from desktop.casework import people, records
from desktop.ui.place import Place
from desktop.ui.record_table import RecordTable
from tests.ui.asking import ask, stands
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand
from tests.ui.test_pickers import picker

TURN = "Turn the marked words into an act"
TOLD = "They came.\r\nThey took my husband. He is 五十."
QUOTE = "They took my husband."


@pytest.fixture
def testimony(desk: Hand) -> str:
    """An account of a case with one defender, its page open, words of it marked."""
    (person,) = ask(desk, lambda ws: records.add(ws, "person", [{"sex": "f"}])).created
    case = {"title": "七月案", "defenders": [{"person": person}]}
    (record,) = ask(desk, lambda ws: records.add(ws, "case", [case])).created
    many = [{"words": f"Before that, {number}."} for number in range(12)]
    told = {"case": record, "statements": [*many, {"words": TOLD}]}
    (account,) = ask(desk, lambda ws: records.add(ws, "testimony", [told])).created
    desk.window.tools.go(Place("record", account, "testimony"))
    text = words(desk)
    place = text.toPlainText().index(QUOTE)
    text.setFocus()
    cursor = text.textCursor()
    cursor.setPosition(place)
    cursor.setPosition(place + len(QUOTE), cursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    return account


def words(hand: Hand) -> QPlainTextEdit:
    """The last statement."""
    field = hand.wait_for(QPlainTextEdit, "In their own words 13")
    hand.until(lambda: field.toPlainText().endswith("五十."))
    return field


def turned(hand: Hand) -> None:
    """The form of the act that is to be."""
    hand.press(TURN)
    hand.until(lambda: narrative(hand) == QUOTE)


def narrative(hand: Hand) -> str:
    field = hand.named(QPlainTextEdit, "What happened, in words")
    return field.toPlainText() if field is not None else ""


def acts(hand: Hand) -> list[str]:
    return [row.id for row in ask(hand, lambda ws: records.list_records(ws, "act")).rows]


def test_marked_words_open_a_form_and_save_nothing(desk: Hand, testimony: str) -> None:
    turned(desk)
    assert desk.reads(QUOTE)
    assert acts(desk) == []


def test_the_caret_is_where_there_is_something_to_fill_in(desk: Hand, testimony: str) -> None:
    turned(desk)
    desk.until(lambda: desk.caret() is picker(desk, "Person harmed"))


def test_hiding_names_hides_who_told_it(desk: Hand, testimony: str) -> None:
    (told,) = ask(desk, lambda ws: people.add(ws, "沈月")).created[:1]
    ask(desk, lambda ws: records.edit(ws, testimony, {"speaker": told}))
    turned(desk)
    desk.sees("From: 沈月")
    desk.press("Names shown")
    desk.until(lambda: not desk.reads("沈月"))


def test_hiding_names_hides_those_chosen_in_a_form_that_is_not_saved(desk: Hand) -> None:
    (person,) = ask(desk, lambda ws: people.add(ws, "沈月")).created[:1]
    (case,) = ask(desk, lambda ws: records.add(ws, "case", [{"defenders": [{"person": person}]}])).created
    for place in (
        Place("record", kind="act", given=(("victim", person),)),
        Place("record", case, "case"),
        Place("testimony/new", given=(("speaker", person),)),
    ):
        desk.window.tools.go(place)
        desk.sees("沈月")
        desk.press("Names shown")
        desk.until(lambda: not desk.reads("沈月"))
        desk.press("Codes shown")


def test_saving_makes_the_act_with_the_words_and_where_they_stand(desk: Hand, testimony: str) -> None:
    turned(desk)
    desk.press("Save")
    desk.until(lambda: len(acts(desk)) == 1)
    (act,) = acts(desk)
    nested, account = stands(desk, act), stands(desk, testimony)
    (anchor,) = nested["anchors"].values()
    assert (nested["narrative"], nested["case"]) == (QUOTE, account["case"])
    assert (anchor["record"], anchor["item"]) == (testimony, list(account["statements"])[-1])
    assert TOLD[anchor["start"] : anchor["end"]] == anchor["quote"] == QUOTE


def test_the_only_defender_of_the_case_is_filled_in(desk: Hand, testimony: str) -> None:
    turned(desk)
    desk.press("Save")
    desk.until(lambda: len(acts(desk)) == 1)
    (act,) = acts(desk)
    (person,) = ask(desk, lambda ws: records.list_records(ws, "person")).rows
    assert stands(desk, act)["because_of"] == person.id


def test_leaving_the_form_makes_no_act_and_no_draft_of_what_nobody_touched(desk: Hand, testimony: str) -> None:
    turned(desk)
    desk.go("Today")
    assert acts(desk) == []
    assert not ask(desk, lambda ws: ws.vault.drafts())


def test_leaving_it_keeps_what_was_typed_as_a_draft_to_go_on_with(desk: Hand, testimony: str) -> None:
    turned(desk)
    desk.type_into("Place", "Qingshi")
    desk.go("Today")
    desk.sees("Not finished")
    assert acts(desk) == []
    (draft,) = ask(desk, lambda ws: ws.vault.drafts())
    table = next(one for one in desk.visible(RecordTable) if one.accessibleName() == "Drafts to go on with")
    table.opened.emit(draft.key, "record:act")
    desk.until(lambda: narrative(desk) == QUOTE)
    desk.until(lambda: desk.field("Place").text() == "Qingshi")  # type: ignore[union-attr]
    desk.keys("Ctrl+S")
    desk.until(lambda: len(acts(desk)) == 1)
    desk.until(lambda: not ask(desk, lambda ws: ws.vault.drafts()))


def test_a_lock_brings_the_form_back(desk: Hand, testimony: str) -> None:
    turned(desk)
    desk.type_into("Place", "Qingshi")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: narrative(desk) == QUOTE)
    desk.until(lambda: desk.field("Place").text() == "Qingshi")  # type: ignore[union-attr]
    assert acts(desk) == []


def test_back_returns_to_the_marked_words_of_the_account(desk: Hand, testimony: str) -> None:
    turned(desk)
    desk.press("Back")
    text = words(desk)
    desk.until(lambda: text.textCursor().selectedText() == QUOTE)
    area = next(one for one in desk.visible(QScrollArea) if one.isAncestorOf(text))
    desk.until(lambda: area.viewport().rect().contains(text.mapTo(area.viewport(), text.cursorRect().center())))
    assert acts(desk) == []


def test_what_was_typed_in_the_account_before_is_saved_first(desk: Hand, testimony: str) -> None:
    field = words(desk)
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, " Tall.")
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.press(TURN)
    desk.until(lambda: narrative(desk).endswith("五十. Tall."))
    assert list(stands(desk, testimony)["statements"].values())[-1]["words"].endswith("五十. Tall.")


def test_throwing_it_away_leads_back_to_the_account_and_undo_to_the_form(desk: Hand, testimony: str) -> None:
    turned(desk)
    desk.type_into("Place", "Qingshi")
    desk.press("Discard")
    words(desk)
    desk.press("Undo")
    desk.until(lambda: narrative(desk) == QUOTE)
    desk.until(lambda: desk.field("Place").text() == "Qingshi")  # type: ignore[union-attr]
