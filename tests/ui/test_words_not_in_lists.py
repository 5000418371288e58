"""Words typed into a field with a list and not in it: kept, marked, told when saving, never lost without a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from desktop.casework import records
from desktop.domain.registry import declaration
from desktop.ui.finding.passage import FIELD
from desktop.ui.form import Form
from desktop.ui.picker import Picker
from desktop.ui.place import Place
from tests.ui.asking import ask, stands
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand
from tests.ui.test_forms import a_case, title
from tests.ui.test_pickers import chips, picker, press

NOT_IN_LIST = "This is not in the list, and so it is not saved."


def mistype(hand: Hand, name: str, words: str = "zzzz") -> None:
    """Type what is not in the list, and go on to another field."""
    field = picker(hand, name)
    field.selectAll()
    QTest.keyClicks(field, words)
    press(hand, Qt.Key.Key_Tab)


def test_words_that_are_not_in_the_list_stay_and_the_field_says_so(desk: Hand) -> None:
    a_case(desk)
    mistype(desk, "Priority")
    field = desk.field("Priority")
    title(desk).setFocus()
    assert field.text() == "zzzz"  # type: ignore[union-attr]
    assert NOT_IN_LIST in field.accessibleDescription()
    assert [label.text() for label in field.findChildren(QLabel) if label.isVisible()] == ["not in the list, not saved"]


def test_the_field_says_so_in_chinese_too(desk: Hand) -> None:
    a_case(desk)
    desk.window.tools.language.choose("zh_Hans")
    mistype(desk, "优先程度")
    assert desk.reads("不在列表中")


def test_a_label_typed_whole_is_chosen_without_enter(desk: Hand) -> None:
    a_case(desk)
    mistype(desk, "Status", "closed")
    field = picker(desk, "Status")
    assert field.chosen is not None
    assert not field.strange


def test_typing_on_takes_the_mark_away(desk: Hand) -> None:
    a_case(desk)
    mistype(desk, "Priority")
    field = picker(desk, "Priority")
    field.selectAll()
    QTest.keyClicks(field, "h")
    assert not field.strange


def test_a_cleared_field_is_no_longer_marked(desk: Hand) -> None:
    record = a_case(desk, priority="high")
    mistype(desk, "Priority")
    field = picker(desk, "Priority")
    field.selectAll()
    press(desk, Qt.Key.Key_Backspace)
    press(desk, Qt.Key.Key_Tab)
    assert not field.strange
    desk.keys("Ctrl+S")
    desk.until(lambda: "priority" not in stands(desk, record))


def test_saving_tells_which_field_was_not_taken_and_saves_the_rest(desk: Hand) -> None:
    record = a_case(desk, priority="high")
    mistype(desk, "Priority")
    QTest.keyClicks(title(desk), "x")
    desk.keys("Ctrl+S")
    desk.sees("Not in the list, and so not saved: Priority “zzzz”.")
    desk.until(lambda: stands(desk, record)["title"] == "七月案x")
    assert stands(desk, record)["priority"] == "high"


def test_the_words_are_still_there_after_saving(desk: Hand) -> None:
    record = a_case(desk)
    mistype(desk, "Priority")
    QTest.keyClicks(title(desk), "x")
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record)["title"] == "七月案x")
    desk.sees("Saved.")
    assert picker(desk, "Priority").untaken == "zzzz"
    assert desk.named(QAbstractButton, "Discard") is not None


def test_choosing_from_the_list_afterwards_is_saved(desk: Hand) -> None:
    record = a_case(desk)
    mistype(desk, "Priority")
    desk.keys("Ctrl+S")
    desk.sees("Not in the list")
    mistype(desk, "Priority", "high")
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record).get("priority") == "high")
    desk.until(lambda: desk.named(QAbstractButton, "Discard") is None)


def test_discarding_takes_them_back_and_undo_brings_them_again(desk: Hand) -> None:
    a_case(desk, priority="high")
    mistype(desk, "Priority")
    desk.press("Discard")
    assert picker(desk, "Priority").text() == "High"
    desk.press("Undo")
    desk.until(lambda: picker(desk, "Priority").untaken == "zzzz")


@pytest.mark.fault(12)
def test_fault_12_a_lock_keeps_them(desk: Hand) -> None:
    a_case(desk)
    mistype(desk, "Priority")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: picker(desk, "Priority").untaken == "zzzz")
    assert picker(desk, "Priority").strange


def test_leaving_keeps_them_as_a_draft_and_saves_the_rest(desk: Hand) -> None:
    record = a_case(desk)
    mistype(desk, "Priority")
    QTest.keyClicks(title(desk), "x")
    desk.go("Today")
    desk.until(lambda: stands(desk, record)["title"] == "七月案x")
    assert desk.reads("Not in the list, and so not saved: Priority “zzzz”.")
    desk.window.tools.go(Place("record", record, "case"))
    desk.until(lambda: picker(desk, "Priority").untaken == "zzzz")


def test_they_lie_with_the_identities_since_a_name_may_be_among_them_and_come_back_with_those(desk: Hand) -> None:
    record = a_case(desk)
    mistype(desk, "Priority", "shenyue")
    desk.go("Today")
    desk.sees("Not in the list")
    desk.press("Identities open")
    desk.sees("Identities closed")
    assert "shenyue" not in str(ask(desk, lambda ws: [draft.value for draft in ws.vault.drafts()]))
    desk.window.tools.go(Place("record", record, "case"))
    desk.sees("Words you had typed here are with the identities: open them before you save.")
    desk.press("Identities closed")
    desk.press("Open them")
    desk.until(lambda: picker(desk, "Priority").untaken == "shenyue")


def test_saving_while_the_identities_have_such_words_saves_nothing_and_loses_none(desk: Hand) -> None:
    record = a_case(desk)
    mistype(desk, "Priority", "shenyue")
    desk.go("Today")
    desk.sees("Not in the list")
    desk.press("Identities open")
    desk.sees("Identities closed")
    desk.window.tools.go(Place("record", record, "case"))
    desk.sees("Words you had typed here are with the identities: open them before you save.")
    QTest.keyClicks(title(desk), "x")
    desk.keys("Ctrl+S")
    desk.press("Identities closed")
    desk.press("Open them")
    desk.until(lambda: picker(desk, "Priority").untaken == "shenyue")
    assert (title(desk).text(), stands(desk, record)["title"]) == ("七月案x", "七月案")


def test_a_new_record_left_with_nothing_else_is_not_made(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="case"))
    mistype(desk, "Priority")
    desk.go("Today")
    desk.until(lambda: desk.reads("Not in the list"))
    assert ask(desk, lambda ws: records.list_records(ws, "case")).total == 0


def test_a_new_record_left_with_something_is_made_and_has_the_words_as_a_draft(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="case"))
    desk.type_into("Title", "七月案")
    mistype(desk, "Priority")
    desk.go("Today")
    desk.until(lambda: ask(desk, lambda ws: records.list_records(ws, "case")).total == 1)
    (case,) = ask(desk, lambda ws: records.list_records(ws, "case")).rows
    desk.window.tools.go(Place("record", case.id, "case"))
    desk.until(lambda: picker(desk, "Priority").untaken == "zzzz")


def test_words_kept_as_a_draft_take_nobody_away_from_the_field_one_was_led_to(desk: Hand) -> None:
    record = a_case(desk)
    mistype(desk, "Priority")
    desk.go("Today")
    desk.sees("Not in the list")
    desk.window.tools.go(Place("record", record, "case", ((FIELD, "summary"),)))
    desk.until(lambda: desk.wait_for(Picker, "Priority").untaken == "zzzz")
    desk.until(lambda: form_of(desk).focused_field() == "summary")


def test_words_of_something_new_are_not_shown_in_what_is_begun_about_somebody_else(desk: Hand) -> None:
    person = ask(desk, lambda ws: records.add(ws, "person", [{"remarks": "x"}])).created[0]
    desk.window.tools.go(Place("record", kind="risk_assessment"))
    mistype(desk, "Level of risk")
    desk.go("Today")
    desk.sees("Not in the list")
    desk.window.tools.go(Place("record", kind="risk_assessment", given=(("person", person),)))
    ask(desk, lambda _ws: None)  # whatever was kept has been asked for
    assert picker(desk, "Level of risk").untaken == ""
    desk.window.tools.go(Place("record", kind="risk_assessment"))
    desk.until(lambda: picker(desk, "Level of risk").untaken == "zzzz")


def form_of(hand: Hand) -> Form:
    return next(iter(hand.visible(Form)))


def test_words_in_an_entry_of_a_list_are_kept_with_the_entry(desk: Hand) -> None:
    act = with_an_effect(desk)
    desk.type_into("Description", "睡不着")
    desk.keys("Ctrl+S")
    desk.sees("Not in the list, and so not saved: Kind of effect “zzzz”.")
    desk.until(lambda: len(stands(desk, act).get("effects", {})) == 1)
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: picker(desk, "Kind of effect").untaken == "zzzz")
    assert [effect["description"] for effect in stands(desk, act)["effects"].values()] == ["睡不着"]


def test_words_in_an_entry_that_holds_nothing_else_are_kept_too(desk: Hand) -> None:
    with_an_effect(desk)
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: picker(desk, "Kind of effect").untaken == "zzzz")


def with_an_effect(hand: Hand) -> str:
    """An act, its page open, and in it a new entry of a list whose kind is not in the list."""
    (act,) = ask(hand, lambda ws: records.add(ws, "act", [{"narrative": "他们来了。"}])).created
    hand.window.tools.go(Place("record", act, "act"))
    hand.until(lambda: hand.window.findChild(Form) is not None)
    hand.sees("他们来了。")
    hand.window.findChild(Form).focus("effects")  # type: ignore[union-attr]
    hand.press("Add: Effects")
    mistype(hand, "Kind of effect")
    return act


def test_words_under_the_chips_of_a_list_are_kept_too(desk: Hand) -> None:
    record = a_case(desk, flags=[{"code": "minor_involved"}])
    mistype(desk, "Handle with care")
    desk.keys("Ctrl+S")
    desk.sees("Not in the list, and so not saved: Handle with care “zzzz”.")
    assert len(chips(desk)) == 1
    assert len(stands(desk, record)["flags"]) == 1


def test_the_language_of_a_statement_is_kept_so_too(desk: Hand) -> None:
    (record,) = ask(desk, lambda ws: records.add(ws, "testimony", [{"statements": [{"words": "They came."}]}])).created
    desk.window.tools.go(Place("record", record, "testimony"))
    mistype(desk, "Language 1")
    desk.keys("Ctrl+S")
    desk.sees("Not in the list, and so not saved: Language 1 “zzzz”.")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: picker(desk, "Language 1").untaken == "zzzz")


def test_a_person_who_is_not_in_the_list_is_told_too(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="act"))
    mistype(desk, "Person harmed", "Nobody Here")
    desk.type_into("Place", "x")
    desk.keys("Ctrl+S")
    desk.sees("Not in the list, and so not saved: Person harmed “Nobody Here”.")


def test_what_was_told_of_them_goes_off_the_screen_with_the_names(desk: Hand) -> None:
    a_case(desk)
    mistype(desk, "Priority")
    desk.keys("Ctrl+S")
    desk.sees("Not in the list, and so not saved")
    desk.keys("F8")
    assert not desk.reads("zzzz")


def test_an_answer_to_consent_that_is_none_is_told_and_counts_as_not_asked(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    mistype(desk, "What they agreed to", "everything")
    desk.type_into("The account, in their own words", "他们来了。")
    desk.keys("Ctrl+S")
    desk.sees("Not in the list, and so not saved: What they agreed to “everything”.")
    assert ask(desk, lambda ws: records.list_records(ws, "consent")).total == 0


def test_an_answer_to_consent_is_found_by_its_words(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    mistype(desk, "What they agreed to", "our team")
    assert picker(desk, "What they agreed to").text() == "Our team"


@pytest.mark.fault(12)
def test_fault_12_an_answer_to_consent_that_is_none_is_back_after_a_lock(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into("The account, in their own words", "他们来了。")
    mistype(desk, "What they agreed to", "everything")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: picker(desk, "What they agreed to").untaken == "everything")


def test_a_section_with_such_words_is_not_finished(hand: Hand) -> None:
    form = Form(hand.window.tools, declaration("relationship"))
    hand.bot.addWidget(form)
    form.fill({})
    for name in ("person", "kin_term", "type", "related_person"):
        form.rows[name].put_untaken("zzzz")
        form.rows[name].edited.emit()
    (head,) = (one for one in form.findChildren(QAbstractButton) if one.accessibleName() == "Main points")
    assert head.accessibleDescription() != "finished"
