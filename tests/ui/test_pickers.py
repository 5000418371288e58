"""Choosing people and terms: Enter takes nobody by surprise, and what makes something new is always in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QScrollArea

from desktop.casework import family, quick, records
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.workspace import JSON
from desktop.ui.picker import Picker
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.suggestions import Option, Suggestions
from tests.ui.asking import ask, stands
from tests.ui.hand import Hand

SPEAKER, ABOUT, CASE = "Who is speaking", "About whom", "Which case"
ISOLATES = "\u2068\u2069"


def picker(hand: Hand, name: str) -> Picker:
    """A field with a list, once nothing moves any more under which its list would close."""
    field = hand.wait_for(QLineEdit, name)
    hand.until(lambda: not any(page.building for page in hand.visible(RecordForm)))
    assert isinstance(field, Picker)
    field.setFocus()
    return field


def rows(hand: Hand) -> list[str]:
    """What is offered, from the top down, as one reads it."""
    lists = (one for popup in hand.visible(Suggestions) for one in popup.findChildren(QListWidget))
    return [
        one.item(number).text().translate(dict.fromkeys(map(ord, ISOLATES)))
        for one in lists
        for number in range(one.count())
        if one.isVisible()
    ]


def marked(hand: Hand) -> str:
    """What Enter would take."""
    options = [popup.current() for popup in hand.visible(Suggestions)]
    return next((option.label for option in options if option is not None), "")


def write(hand: Hand, name: str, words: str) -> Picker:
    """Type into a picker and wait for what it offers."""
    field = picker(hand, name)
    hand.say(field, words)
    hand.until(lambda: any(words in row for row in rows(hand)))
    return field


def pick(hand: Hand, name: str, words: str) -> None:
    """Type into a picker and take what stands first in its list; Down opens it anew where the page moved under it."""
    field = picker(hand, name)
    hand.say(field, words)

    def taken() -> bool:
        if not any(words in row for row in rows(hand)):
            if not any(True for _ in hand.visible(Suggestions)):
                QTest.keyClick(field, Qt.Key.Key_Down)
            return False
        if not marked(hand):
            QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(field, Qt.Key.Key_Return)
        return field.chosen is not None

    hand.until(taken)


def press(hand: Hand, key: Qt.Key) -> None:
    caret = hand.caret()
    assert caret is not None
    QTest.keyClick(caret, key)


def chips(hand: Hand) -> list[str]:
    """Who was chosen, as the buttons that take them away say it."""
    buttons = (one.accessibleName() for one in hand.visible(QAbstractButton))
    return [name.removeprefix("Remove ") for name in buttons if name.startswith("Remove ")]


def person(hand: Hand, name: str, **nested: JSON) -> str:
    """Somebody in the vault."""
    made: str = ask(hand, lambda ws: records.add(ws, "person", [{"counting_unit": "individual", **nested}])).created[0]
    ask(hand, lambda ws: records.add(ws, "name", [{"person": made, "full": name}]))
    return made


@pytest.fixture
def begun(desk: Hand) -> Hand:
    """An empty testimony."""
    desk.keys("Ctrl+N")
    return desk


def test_the_offer_to_make_somebody_new_says_so_in_words_alone(begun: Hand) -> None:
    write(begun, SPEAKER, "Shen")
    assert rows(begun) == ["Add “Shen” as a new person"]
    assert not begun.reads("U+2068")


def test_the_field_says_what_is_made(begun: Hand) -> None:
    write(begun, CASE, "July")
    assert rows(begun) == ["Add “July” as a new case"]


def test_the_offer_is_made_in_chinese_too(begun: Hand) -> None:
    begun.window.tools.language.choose("zh_Hans")
    write(begun, "讲述人", "沈")
    assert rows(begun) == ["新建人物“沈”"]


def test_words_that_turn_text_around_are_written_out_and_turn_nothing(begun: Hand) -> None:
    begun.say(picker(begun, SPEAKER), "a\u202eb")
    begun.until(lambda: rows(begun) == ["Add “a‹U+202E›b” as a new person"])


def test_each_name_typed_and_entered_becomes_a_chip_of_its_own(begun: Hand) -> None:
    for name in ("Han Song", "Second Person"):
        write(begun, ABOUT, name)
        press(begun, Qt.Key.Key_Return)
    begun.until(lambda: chips(begun) == ["Han Song", "Second Person"])


def test_enter_without_waiting_for_the_list_makes_a_chip_too(begun: Hand) -> None:
    field = picker(begun, ABOUT)
    QTest.keyClicks(field, "Han Song")
    press(begun, Qt.Key.Key_Return)
    begun.until(lambda: chips(begun) == ["Han Song"])
    assert field.text() == ""


def test_a_key_that_asks_again_before_the_answer_puts_no_list_off(hand: Hand) -> None:
    answers: list[Callable[[Sequence[Option]], None]] = []
    field = Picker("Who", lambda _words, answer: answers.append(answer))
    hand.bot.addWidget(field)
    field.show()
    field.setFocus()
    hand.until(field.hasFocus)
    for _ in range(2):
        QTest.keyClick(field, Qt.Key.Key_Down)
    answers[0]([Option("1", "沈月")])
    assert rows(hand) == ["沈月"]
    QTest.keyClick(field, Qt.Key.Key_Down)
    answers[1]([Option("1", "沈月")])
    assert marked(hand) == "沈月"  # the second answer takes the mark from nothing


def test_a_click_on_the_offer_makes_a_chip(begun: Hand) -> None:
    write(begun, ABOUT, "Han Song")
    popup = next(begun.visible(Suggestions))
    offers = next(one for one in popup.findChildren(QListWidget) if one.isVisible())
    QTest.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=offers.visualItemRect(offers.item(0)).center())
    begun.until(lambda: chips(begun) == ["Han Song"])


def test_people_are_matched_by_their_names_and_not_by_what_is_noted_of_them(begun: Hand) -> None:
    for number in range(12):
        person(begun, f"林{number}", place="沈阳", notes=[{"text": "家住沈阳"}])
    person(begun, "沈玉青", sex="f", birth={"edtf": "1954-02", "words": "1954-02", "calendar": "gregorian"})
    write(begun, SPEAKER, "沈")
    begun.until(lambda: len(rows(begun)) == 2)
    first, new = rows(begun)
    assert first.startswith("沈玉青   (")
    assert first.endswith("· Female · born 1954)")
    assert new == "Add “沈” as a new person"


def test_nobody_is_marked_while_the_name_is_only_begun(begun: Hand) -> None:
    person(begun, "沈玉青")
    write(begun, SPEAKER, "沈")
    begun.until(lambda: len(rows(begun)) == 2)
    assert marked(begun) == ""
    press(begun, Qt.Key.Key_Return)
    assert picker(begun, SPEAKER).typed == "沈"


def test_the_whole_name_marks_whose_it_is(begun: Hand) -> None:
    known = person(begun, "沈玉青")
    write(begun, SPEAKER, "沈玉青")
    begun.until(lambda: marked(begun) == "沈玉青")
    press(begun, Qt.Key.Key_Return)
    chosen = picker(begun, SPEAKER).chosen
    assert chosen is not None
    assert chosen.key == known


def test_of_two_people_called_alike_neither_is_marked(begun: Hand) -> None:
    for _ in range(2):
        person(begun, "陈伟")
    write(begun, SPEAKER, "陈伟")
    begun.until(lambda: len(rows(begun)) == 3)
    assert marked(begun) == ""


def test_somebody_new_may_be_called_as_another_is(begun: Hand) -> None:
    person(begun, "陈伟")
    write(begun, SPEAKER, "陈伟")
    begun.until(lambda: marked(begun) == "陈伟")
    press(begun, Qt.Key.Key_Down)
    press(begun, Qt.Key.Key_Return)
    begun.type_into("The account, in their own words", "他们来了。")
    begun.keys("Ctrl+S")
    begun.sees("The testimony is kept.")
    assert ask(begun, lambda ws: records.list_records(ws, "person")).total == 2


def test_the_offer_stays_in_sight_however_many_fit(begun: Hand) -> None:
    for number in range(14):
        person(begun, f"王{chr(0x4E10 + number)}")
    write(begun, SPEAKER, "王")
    begun.until(lambda: len(rows(begun)) == 15)
    popup = next(begun.visible(Suggestions))
    new = next(one for one in popup.findChildren(QListWidget) if one.isVisible() and one.count() == 1)
    assert popup.rect().contains(new.geometry())
    assert rows(begun)[-1] == "Add “王” as a new person"


def a_family(hand: Hand) -> str:
    """A defender, somebody who told, and two strangers that changed later."""
    said = QuickTestimony("他们来了。", speaker=Pick(text="沈月"), about=(Pick(text="韩松"),), case=Pick(text="七月案"))
    ask(hand, lambda ws: quick.record_testimony(ws, said))
    for name in ("祝余", "许安"):
        person(hand, name)
    case: str = ask(hand, lambda ws: records.list_records(ws, "case")).rows[0].id
    return case


def names(hand: Hand) -> list[str]:
    return [row.split("   ")[0] for row in rows(hand)]


def test_an_empty_picker_offers_the_people_of_the_case_first(desk: Hand) -> None:
    case = a_family(desk)
    desk.window.tools.go(Place("testimony/new", given=(("case", case),)))
    field = picker(desk, SPEAKER)
    press(desk, Qt.Key.Key_Down)
    desk.until(lambda: names(desk) == ["韩松", "沈月", "许安", "祝余"])
    assert field.text() == ""


def test_a_click_into_it_does_the_same(desk: Hand) -> None:
    case = a_family(desk)
    desk.window.tools.go(Place("record", kind="act", given=(("case", case),)))
    field = picker(desk, "Person harmed")
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(20, field.height() // 2))
    desk.until(lambda: names(desk) == ["韩松", "沈月", "许安", "祝余"])


def test_a_click_on_what_was_chosen_shows_what_else_there_is(begun: Hand) -> None:
    field = picker(begun, "What they agreed to")
    assert field.text() == "Not asked"
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(20, field.height() // 2))
    begun.until(lambda: "As listed…" in rows(begun))


def test_with_no_case_at_hand_who_changed_last_is_offered_first(desk: Hand) -> None:
    a_family(desk)
    desk.keys("Ctrl+N")
    picker(desk, SPEAKER)
    press(desk, Qt.Key.Key_Down)
    desk.until(lambda: names(desk)[:2] == ["许安", "祝余"])


def test_the_button_that_removes_a_chip_comes_right_after_its_field(begun: Hand) -> None:
    for name in ("Han Song", "Second Person"):
        write(begun, ABOUT, name)
        press(begun, Qt.Key.Key_Return)
        begun.until(lambda name=name: name in chips(begun))  # type: ignore[misc]
    picker(begun, ABOUT)
    assert under_tab(begun, 3) == ["Remove Han Song", "Remove Second Person", CASE]


def test_in_a_form_the_chips_of_a_list_come_right_after_its_field_too(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="case"))
    for name in ("韩松", "沈月"):
        person(desk, name)
        write(desk, "Defenders", name)
        desk.until(lambda name=name: marked(desk) == name)  # type: ignore[misc]
        press(desk, Qt.Key.Key_Return)
    desk.until(lambda: chips(desk) == ["韩松", "沈月"])
    picker(desk, "Defenders")
    assert under_tab(desk, 2) == ["Remove 韩松", "Remove 沈月"]


def under_tab(hand: Hand, steps: int) -> list[str]:
    """Where Tab comes to, step by step."""
    names = []
    for _ in range(steps):
        press(hand, Qt.Key.Key_Tab)
        caret = hand.caret()
        names.append(caret.accessibleName() if caret is not None else "")
    return names


def test_the_list_goes_with_its_field_when_the_page_is_scrolled(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="act"))
    field = picker(desk, "Person harmed")
    person(desk, "韩松")
    press(desk, Qt.Key.Key_Down)
    desk.until(lambda: rows(desk) != [])
    popup = next(desk.visible(Suggestions))
    below = popup.y() - field.mapToGlobal(QPoint(0, 0)).y()
    area = next(one for one in desk.visible(QScrollArea) if one.isAncestorOf(field))
    area.verticalScrollBar().setValue(30)
    assert popup.y() - field.mapToGlobal(QPoint(0, 0)).y() == below


def test_the_list_closes_when_its_field_is_scrolled_out_of_sight(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="act"))
    field = picker(desk, "Person harmed")
    person(desk, "韩松")
    press(desk, Qt.Key.Key_Down)
    desk.until(lambda: rows(desk) != [])
    area = next(one for one in desk.visible(QScrollArea) if one.isAncestorOf(field))
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert list(desk.visible(Suggestions)) == []


def test_the_list_goes_with_its_window(begun: Hand) -> None:
    field = write(begun, SPEAKER, "Shen")
    popup = next(begun.visible(Suggestions))
    begun.window.move(begun.window.pos() + QPoint(0, 40))
    assert popup.y() == field.mapToGlobal(QPoint(0, field.height())).y() + 2


@pytest.fixture
def opened(desk: Hand) -> str:
    """The page of a case with a defender."""
    case = a_family(desk)
    desk.window.tools.go(Place("record", case, "case"))
    desk.sees("韩松")
    desk.press("Add somebody")
    return case


def test_a_wife_is_added_as_one_types_and_enters(desk: Hand, opened: str) -> None:
    write(desk, "Who", "Lin Qing")
    press(desk, Qt.Key.Key_Return)
    kin = picker(desk, "Relationship")
    QTest.keyClicks(kin, "wife")
    press(desk, Qt.Key.Key_Return)
    assert kin.text() == "Wife"
    press(desk, Qt.Key.Key_Return)
    desk.until(lambda: ("Lin Qing", "Wife") in members(desk, opened))


def members(hand: Hand, case: str) -> list[tuple[str, str]]:
    return [(one.called, one.kinship) for one in ask(hand, lambda ws: family.case_page(ws, case)).members]


def test_a_lawyer_and_a_newborn_without_a_name_are_added_too(desk: Hand, opened: str) -> None:
    write(desk, "Who", "Lin Qing")
    press(desk, Qt.Key.Key_Return)
    QTest.keyClicks(picker(desk, "Relationship"), "lawyer")
    press(desk, Qt.Key.Key_Return)
    press(desk, Qt.Key.Key_Return)
    desk.until(lambda: ("Lin Qing", "Lawyer") in members(desk, opened))
    QTest.keyClicks(picker(desk, "Relationship"), "daughter")
    desk.press("Add")
    desk.sees("add them without a name")
    desk.press("Add without a name")
    desk.until(lambda: "Daughter" in [kin for _, kin in members(desk, opened)])


def test_enter_goes_to_what_is_still_missing(desk: Hand, opened: str) -> None:
    write(desk, "Who", "Lin Qing")
    press(desk, Qt.Key.Key_Return)
    press(desk, Qt.Key.Key_Return)
    assert desk.caret() is picker(desk, "Relationship")


def test_a_relative_of_nobody_in_the_list_is_not_made_a_defender(desk: Hand, opened: str) -> None:
    write(desk, "Who", "Lin Qing")
    press(desk, Qt.Key.Key_Return)
    QTest.keyClicks(picker(desk, "Relationship"), "wife")
    press(desk, Qt.Key.Key_Return)
    of = picker(desk, "Relative of")
    of.selectAll()
    QTest.keyClicks(of, "zzz")
    desk.press("Add")
    assert desk.caret() is of
    assert [called for called, _ in members(desk, opened)] == ["韩松", "沈月"]


def test_a_relative_needs_a_defender_first(desk: Hand) -> None:
    (case,) = ask(desk, lambda ws: records.add(ws, "case", [{"title": "七月案"}])).created
    desk.window.tools.go(Place("record", case, "case"))
    desk.press("Add somebody")
    desk.type_into("Who", "Lin Qing")
    kin = picker(desk, "Relationship")
    kin.selectAll()
    QTest.keyClicks(kin, "wife")
    press(desk, Qt.Key.Key_Return)
    desk.press("Add")
    desk.sees("Add the defender first")
    assert members(desk, case) == []


def an_act(hand: Hand, *, related: bool = True) -> None:
    """A new act of the case, because of its defender, with the person harmed chosen."""
    case = a_family(hand)
    people = {one.title: one.id for one in ask(hand, lambda ws: records.list_records(ws, "person")).rows}
    if related:
        wife = Pick(people["沈月"])
        ask(hand, lambda ws: family.add_relative(ws, wife, of=people["韩松"], relationship="spouse"))
    hand.window.tools.go(Place("record", kind="act", given=(("case", case), ("because_of", people["韩松"]))))
    write(hand, "Person harmed", "沈月")
    hand.until(lambda: marked(hand) == "沈月")
    press(hand, Qt.Key.Key_Return)


RELATIONSHIP = "The person harmed is the defender's"


def test_a_recorded_relationship_is_proposed_and_marked_as_that(desk: Hand) -> None:
    an_act(desk)
    desk.until(lambda: picker(desk, RELATIONSHIP).text() == "Spouse")
    desk.sees("Proposed:")
    assert "Proposed:" in picker(desk, RELATIONSHIP).accessibleDescription()


def test_a_proposal_that_is_changed_is_none_any_more(desk: Hand) -> None:
    an_act(desk)
    desk.until(lambda: picker(desk, RELATIONSHIP).text() == "Spouse")
    field = picker(desk, RELATIONSHIP)
    field.selectAll()
    QTest.keyClicks(field, "Partner")
    press(desk, Qt.Key.Key_Return)
    assert field.text() == "Partner (unmarried)"
    assert not desk.reads("Proposed:")


def test_a_proposal_is_saved_with_the_act(desk: Hand) -> None:
    an_act(desk)
    desk.until(lambda: picker(desk, RELATIONSHIP).text() == "Spouse")
    desk.keys("Ctrl+S")
    desk.until(lambda: ask(desk, lambda ws: records.list_records(ws, "act")).total == 1)
    (act,) = ask(desk, lambda ws: records.list_records(ws, "act")).rows
    assert stands(desk, act.id)["relationship"] == "spouse"


def test_nothing_is_proposed_where_nothing_is_recorded(desk: Hand) -> None:
    an_act(desk, related=False)
    ask(desk, lambda ws: None)
    assert picker(desk, RELATIONSHIP).text() == ""


def test_another_person_harmed_takes_the_proposal_back(desk: Hand) -> None:
    an_act(desk)
    desk.until(lambda: picker(desk, RELATIONSHIP).text() == "Spouse")
    field = picker(desk, "Person harmed")
    field.selectAll()
    hand_over = write(desk, "Person harmed", "祝余")
    desk.until(lambda: marked(desk) == "祝余")
    press(desk, Qt.Key.Key_Return)
    ask(desk, lambda ws: None)
    assert hand_over.chosen is not None
    assert picker(desk, RELATIONSHIP).text() == ""


def made(hand: Hand, kind: str, **nested: JSON) -> str:
    """A record in the vault."""
    record: str = ask(hand, lambda ws: records.add(ws, kind, [nested])).created[0]
    return record


def test_an_unknown_tag_is_made_where_it_is_typed_and_a_known_one_is_found_again(desk: Hand) -> None:
    for words in ("邻里 A", "邻里 a"):
        case = made(desk, "case", title=words)
        desk.window.tools.go(Place("record", case, "case"))
        if words.isupper():
            desk.press("Notes")  # stays open
        write(desk, "Tags", words)
        press(desk, Qt.Key.Key_Return)
        desk.until(lambda: chips(desk) == ["邻里 A"])
        desk.keys("Ctrl+S")
        desk.sees("Saved.")
    assert ask(desk, lambda ws: ws.vault.count("tag")) == 1


def test_whoever_is_new_can_be_added_from_the_field_that_names_them(desk: Hand) -> None:
    act = made(desk, "act", narrative="x")
    desk.window.tools.go(Place("record", act, "act"))
    field = write(desk, "Person harmed", "韩小雨")
    assert rows(desk) == ["Add “韩小雨” as a new person"]
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Return)
    desk.until(lambda: field.chosen is not None)
    desk.keys("Ctrl+S")
    desk.until(lambda: "victim" in stands(desk, act))
