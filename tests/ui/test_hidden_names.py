"""While names are hidden the form of a name shows none, loses nothing, and says how to show them again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.casework import drafts, records
from desktop.casework.workspace import JSON
from desktop.domain.mentions import Mention
from desktop.ui.place import Place
from desktop.ui.rooms import ROOMS
from tests.ui.asking import ask, stands
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand, settle
from tests.ui.test_mentions import NAME, somebody
from tests.ui.test_pickers import picker, rows
from tests.ui.test_saving import busy

FULL = "Name"
F8 = "Names are hidden, so this is not shown. Press F8 to show names."
CLOSED = "The identities are closed, so this is not shown. Open them at the foot of the window."


STILL_AT_WORK = "The program is still at work. What stands here is shown again in a moment."


def uppermost_at(field: QLineEdit) -> str:
    """The sentence that lies over a field, if one does."""
    window = field.window()
    upper = window.childAt(field.mapTo(window, field.rect().center()))
    return upper.text() if isinstance(upper, QLabel) else ""


@pytest.fixture
def name(desk: Hand) -> str:
    """A name, its form open."""
    person = ask(desk, somebody)
    (record,) = ask(desk, lambda ws: ws.vault.referring(person, "name"))
    desk.window.tools.go(Place("record", record, "name"))
    desk.until(lambda: full(desk).text() == NAME)
    return record


def full(hand: Hand) -> QLineEdit:
    return hand.wait_for(QLineEdit, FULL)


def test_f8_takes_the_name_off_the_screen_and_says_so(desk: Hand, name: str) -> None:
    desk.keys("F8")
    desk.sees(F8)
    desk.until(lambda: not desk.reads(NAME))


def test_f8_covers_what_is_on_the_screen_at_once_though_the_vault_is_at_work(desk: Hand, name: str) -> None:
    field = full(desk)
    with busy(desk):
        desk.keys("F8")
        desk.until(lambda: uppermost_at(field) == STILL_AT_WORK)
    desk.sees(F8)
    desk.until(lambda: not desk.reads(STILL_AT_WORK))


def test_f8_brings_it_back(desk: Hand, name: str) -> None:
    desk.keys("F8")
    desk.sees(F8)
    desk.keys("F8")
    desk.until(lambda: (field := desk.named(QLineEdit, FULL)) is not None and field.text() == NAME)
    assert not desk.reads(F8)


def test_a_name_opened_while_names_are_hidden_is_not_shown(desk: Hand, name: str) -> None:
    desk.go("Today")
    desk.keys("F8")
    desk.window.tools.go(Place("record", name, "name"))
    desk.sees(F8)
    assert not desk.reads(NAME)


def test_a_name_that_is_being_saved_while_names_are_hidden_is_not_shown(desk: Hand, name: str) -> None:
    full(desk).setFocus()
    QTest.keyClicks(full(desk), "x")
    with busy(desk):
        desk.keys("Ctrl+S")
        desk.keys("F8")
    desk.sees("Saved.")
    desk.sees(F8)
    assert not desk.reads(NAME)


def test_closed_identities_take_it_off_the_screen_too(desk: Hand, name: str) -> None:
    desk.press("Identities open")
    desk.sees(CLOSED)
    desk.until(lambda: not desk.reads(NAME))


def test_what_was_typed_is_off_the_screen_too(desk: Hand, name: str) -> None:
    QTest.keyClicks(full(desk), "x")
    desk.keys("F8")
    desk.sees(F8)
    desk.until(lambda: not desk.reads(NAME))


def test_what_was_typed_is_saved_all_the_same(desk: Hand, name: str) -> None:
    full(desk).setText("")
    desk.type_into(FULL, "韩小松")
    desk.keys("F8")
    desk.sees(F8)
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, name)["full"] == "韩小松")


def test_what_was_typed_before_the_identities_were_closed_is_kept_as_a_draft(desk: Hand, name: str) -> None:
    full(desk).setText("")
    desk.type_into(FULL, "韩小松")
    desk.press("Identities open")
    desk.sees(CLOSED)
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: (field := desk.named(QLineEdit, FULL)) is not None and field.text() == "韩小松")


def test_leaving_a_name_whose_identities_were_closed_loses_nothing(desk: Hand, name: str) -> None:
    full(desk).setText("")
    desk.type_into(FULL, "韩小松")
    desk.press("Identities open")
    desk.sees(CLOSED)
    desk.go("Today")
    assert [one.key for one in ask(desk, drafts.resume)] == [f"record:{name}"]


def test_a_new_name_is_taken_off_the_screen_too(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="name"))
    desk.type_into(FULL, "韩小松")
    desk.keys("F8")
    desk.sees(F8)
    assert not desk.reads("韩小松")


def test_a_new_name_can_be_written_down_while_the_identities_are_closed(desk: Hand) -> None:
    desk.press("Identities open")
    desk.sees("Identities closed")
    desk.window.tools.go(Place("record", kind="name"))
    desk.type_into(FULL, "韩小松")
    desk.keys("Ctrl+S")
    desk.sees(CLOSED)
    assert ask(desk, lambda ws: records.list_records(ws, "name")).total == 1


def test_a_pseudonym_stays(desk: Hand) -> None:
    nested = {"full": "阿月", "type": "pseudonym_case"}
    (record,) = ask(desk, lambda ws: records.add(ws, "name", [nested])).created
    desk.keys("F8")
    desk.window.tools.go(Place("record", record, "name"))
    desk.until(lambda: full(desk).text() == "阿月")


def test_whom_somebody_chose_in_an_unfinished_account_is_hidden_too(desk: Hand) -> None:
    person = ask(desk, somebody)
    desk.window.tools.go(Place("testimony/new", given=(("speaker", person),)))
    desk.until(lambda: chosen(desk, "Who is speaking") == NAME)
    desk.keys("F8")
    desk.until(lambda: chosen(desk, "Who is speaking") == ask(desk, lambda ws: ws.vault.code(person)))
    desk.keys("F8")
    desk.until(lambda: chosen(desk, "Who is speaking") == NAME)


def test_whom_a_form_names_is_hidden_while_somebody_types_in_it(desk: Hand) -> None:
    person = ask(desk, somebody)
    (record,) = ask(desk, lambda ws: records.add(ws, "act", [{"victim": person, "narrative": "x"}])).created
    desk.window.tools.go(Place("record", record, "act"))
    desk.sees(NAME)
    desk.type_into("What happened, in words", "y")
    desk.keys("F8")
    desk.until(lambda: not desk.reads(NAME))
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record)["narrative"] != "x")
    assert stands(desk, record)["victim"] == person


def test_a_list_asked_for_before_names_were_hidden_shows_none(desk: Hand) -> None:
    person = ask(desk, somebody)
    desk.window.tools.go(Place("testimony/new"))
    field = picker(desk, "Who is speaking")
    with busy(desk):
        QTest.keyClick(field, Qt.Key.Key_Down)
        desk.keys("F8")
    code = ask(desk, lambda ws: ws.vault.code(person))
    desk.until(lambda: [row.split()[0] for row in rows(desk)] == [code])


def test_r_idn_01_no_room_and_no_record_shows_a_name_while_the_identities_are_closed(desk: Hand) -> None:
    person = ask(desk, somebody)
    token = Mention(person).token
    made: JSON = {
        "case": {"title": "七月案", "defenders": [{"person": person}]},
        "testimony": {"speaker": person, "statements": [{"words": f"他们带走了{token}。"}]},
        "act": {"victim": person, "narrative": token},
        "relationship": {"person": person, "type": "child", "related_person": person},
        "identity": {"of": person, "spoken": [{"words": NAME}], "contact_plan": f"{NAME}的邻居"},
        "risk_assessment": {"person": person, "threats": token},
        "interview": {"interviewee": person},
    }
    records_made = [(kind, record_of(desk, kind, nested)) for kind, nested in made.items()]
    ask(desk, lambda ws: drafts.keep(ws, "quick:1", "quick", {"stored": token}))
    desk.press("Identities open")
    desk.sees("Identities closed")
    places = [Place(one.name) for one in ROOMS if one.label]
    places += [Place("record", record, kind) for kind, record in [*records_made, ("person", person)]]
    places += [Place(page, person, "person") for page in ("history", "erase", "withdraw")]
    for place in places:
        desk.window.tools.go(place)
        for _ in range(3):  # what it asks for, and what is asked for then
            ask(desk, lambda _ws: True)
        assert not desk.reads(NAME), place
    desk.go("Search")
    desk.type_into("Search", NAME)
    desk.sees("No record has")
    told = [label.text() for label in desk.visible(QLabel) if NAME in label.text()]
    assert [words.partition(NAME)[0] for words in told] == ["No record has “"]  # the word searched for, and nobody


def record_of(hand: Hand, kind: str, nested: JSON) -> str:
    (record,) = ask(hand, lambda ws: records.add(ws, kind, [nested])).created
    return record


def chosen(hand: Hand, name: str) -> str:
    """What stands in a picker."""
    return hand.wait_for(QLineEdit, name).text()


def test_what_was_searched_for_is_off_the_screen_while_names_are_hidden_and_comes_back(desk: Hand) -> None:
    desk.keys("Ctrl+K")
    desk.type_into("Search", NAME)
    desk.sees(f"No record has “{NAME}”")
    desk.keys("F8")
    desk.until(lambda: not desk.reads(NAME))
    desk.sees("No record has the words hidden here.")
    desk.go("Today")
    desk.keys("Alt+Left")
    desk.sees("No record has the words hidden here.")
    assert not desk.reads(NAME)
    desk.keys("F8")
    desk.sees(f"No record has “{NAME}”")
    assert desk.field("Search").text() == NAME  # type: ignore[union-attr]


def test_what_is_typed_while_names_are_hidden_stands_in_place_of_what_was_covered_and_is_seen(desk: Hand) -> None:
    desk.keys("Ctrl+K")
    desk.type_into("Search", NAME)
    desk.keys("F8")
    desk.until(lambda: not desk.reads(NAME))
    desk.type_into("Search", "月亮")
    desk.sees("No record has “月亮”")
    assert not desk.reads(NAME)


def test_undoing_what_was_typed_over_covered_words_shows_them_to_nobody(desk: Hand) -> None:
    desk.keys("Ctrl+K")
    desk.type_into("Search", NAME)
    desk.keys("F8")
    desk.until(lambda: not desk.reads(NAME))
    desk.type_into("Search", "moon")
    desk.sees("No record has “moon”")
    desk.keys("Ctrl+Z")
    assert desk.field("Search").text() == NAME  # type: ignore[union-attr]
    assert not desk.reads(NAME)
    desk.keys("F8")
    desk.until(lambda: desk.reads(NAME))
    desk.type_into("Search", "moon")
    assert desk.reads(NAME + "moon")  # what is typed next stands beside what came back


def test_f8_pressed_faster_than_the_vault_answers_leaves_the_words_covered(desk: Hand) -> None:
    desk.keys("Ctrl+K")
    desk.type_into("Search", NAME)
    for _ in range(3):
        desk.keys("F8")
    ask(desk, lambda ws: ws.names_shown)
    settle()
    assert not desk.reads(NAME)


def test_names_typed_for_people_no_record_knows_are_covered_and_not_lost(desk: Hand) -> None:
    desk.window.tools.go(Place("testimony/new"))
    desk.type_into("About whom", "韩小松")
    QTest.keyClick(picker(desk, "About whom"), Qt.Key.Key_Return)
    desk.type_into("Who is speaking", "韩小雨")
    desk.keys("F8")
    desk.until(lambda: not desk.reads("韩小松") and not desk.reads("韩小雨"))
    assert picker(desk, "Who is speaking").typed == "韩小雨"
    desk.keys("F8")
    desk.until(lambda: desk.reads("韩小松") and desk.reads("韩小雨"))
