"""Forms drawn from declarations: filling one saves nothing, leaving one does, and only what was touched changes."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QMenu, QTableWidget, QWidget

from desktop.casework import people, quick, records, timeline
from desktop.casework.items import new_item
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.registry import KINDS, declaration
from desktop.ui.entry import TextField
from desktop.ui.form import Form
from desktop.ui.picker import Picker
from desktop.ui.place import Place
from tests.ui.asking import ask, stands
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand, called, plain

T = TypeVar("T")


def a_case(hand: Hand, **nested: JSON) -> str:
    """A case in the vault, its page open."""
    record: str = ask(hand, lambda ws: records.add(ws, "case", [{"title": "七月案", **nested}])).created[0]
    hand.window.tools.go(Place("record", record, "case"))
    hand.until(lambda: title(hand).text() == "七月案")
    return record


def title(hand: Hand) -> QLineEdit:
    field = hand.wait_for(QLineEdit, "Title")
    assert isinstance(field, QLineEdit)
    return field


def revisions(hand: Hand, record: str) -> int:
    return len(ask(hand, lambda ws: timeline.history(ws, record)))


def test_every_kind_has_a_form_whose_fields_all_have_names(hand: Hand) -> None:
    for kind in KINDS:
        form = Form(hand.window.tools, declaration(kind))
        hand.bot.addWidget(form)
        assert all(form.rows[name].editor for name in form.rows)  # every row is there
        assert [kind for one in form.findChildren(QLineEdit) if not one.accessibleName()] == []


def test_a_form_that_was_filled_and_not_touched_holds_what_it_was_filled_with(hand: Hand) -> None:
    item = "0123456789abcdef0123456789abcdef"
    nested = {"notes": {item: {"label": "x", "text": "y", "from_a_newer_program": 1}}, "newer": {"absent": "unknown"}}
    for kind in KINDS:
        form = Form(hand.window.tools, declaration(kind))
        hand.bot.addWidget(form)
        form.fill(nested)
        assert {name: value for name, value in form.stand().items() if value is not None} == {
            name: value for name, value in nested.items() if name in form.rows
        }


def test_what_is_of_a_newer_program_is_shown_and_stays_as_it_is(desk: Hand) -> None:
    record = a_case(desk, mood="calm <b>")
    desk.sees("mood: calm <b>")
    QTest.keyClicks(title(desk), "!")
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record)["title"] == "七月案!")
    assert stands(desk, record)["mood"] == "calm <b>"


def test_filling_a_form_saves_nothing(desk: Hand) -> None:
    record = a_case(desk)
    before = revisions(desk, record)
    desk.go("Today")
    assert revisions(desk, record) == before


def test_ctrl_s_saves_what_was_typed(desk: Hand) -> None:
    record = a_case(desk)
    QTest.keyClicks(title(desk), "x")
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record)["title"] == "七月案x")


def test_leaving_a_form_saves_it(desk: Hand) -> None:
    record = a_case(desk)
    QTest.keyClicks(title(desk), "x")
    desk.go("Today")
    desk.until(lambda: stands(desk, record)["title"] == "七月案x")


def test_discarding_goes_back_to_what_stands(desk: Hand) -> None:
    record = a_case(desk)
    QTest.keyClicks(title(desk), "x")
    desk.press("Discard")
    assert title(desk).text() == "七月案"
    desk.go("Today")
    assert stands(desk, record)["title"] == "七月案"


@pytest.mark.fault(12)
def test_fault_12_a_form_locked_in_the_middle_comes_back_unsaved(desk: Hand) -> None:
    record = a_case(desk)
    QTest.keyClicks(title(desk), "x")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: title(desk).text() == "七月案x")
    assert stands(desk, record)["title"] == "七月案"


def test_saving_changes_only_what_was_touched(desk: Hand) -> None:
    record = a_case(desk, summary="  as it was typed  ", opened_on={"words": "七月", "calendar": "gregorian"})
    QTest.keyClicks(title(desk), "x")
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record)["title"] == "七月案x")
    (_, change) = ask(desk, lambda ws: timeline.history(ws, record))
    assert [one.path for one in change.changes] == ["title"]


def test_r_dat_01_a_date_in_words_says_how_it_is_understood_and_keeps_them(desk: Hand) -> None:
    record = a_case(desk)
    field = desk.field("Opened on")
    desk.say(field, "2015年7月上旬")
    desk.sees("Understood as between 1 and 10 July 2015 · Part of month or year")
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record).get("opened_on", {}).get("words") == "2015年7月上旬")


def test_r_dat_03_an_impossible_day_is_flagged_at_the_field_and_keeps_its_words(desk: Hand) -> None:
    record = a_case(desk)
    desk.say(desk.field("Opened on"), "2015-02-31")
    desk.sees("There is no such day: kept in these words. Look at day, month and weekday again.")
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record).get("opened_on") == {"words": "2015-02-31", "calendar": "gregorian"})


def test_a_date_nobody_can_read_is_marked_with_how_it_would_be_read(desk: Hand) -> None:
    a_case(desk)
    field = desk.field("Opened on")
    desk.say(field, "19812")
    desk.sees("Understood are 2015-07-09, July 2015, 2015年7月上旬")
    field.clear()
    desk.say(field, "03/04/2023")
    desk.sees("Write it out: 3 April 2023")


def test_a_code_is_found_by_its_words_in_either_language(desk: Hand) -> None:
    record = a_case(desk)
    field = desk.field("Status")
    assert isinstance(field, Picker)
    desk.say(field, "结案")
    field.ask()
    QTest.keyClick(field, Qt.Key.Key_Return)
    if not field.chosen:
        pytest.fail("nothing was offered for 结案")
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record)["status"] == "closed")


def test_f4_says_why_a_field_is_empty(desk: Hand) -> None:
    record = a_case(desk)
    QTest.keyClick(desk.field("Opened on"), Qt.Key.Key_F4)
    menu = next(iter(desk.visible(QMenu)))
    menu.setActiveAction(next(action for action in menu.actions() if action.text() == "Declined to say"))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record).get("opened_on") == {"absent": "declined"})


def test_f4_goes_through_the_reasons_and_what_was_typed_can_be_brought_back(desk: Hand) -> None:
    record = a_case(desk)
    QTest.keyClicks(desk.field("Opened on"), "2015")
    QTest.keyClick(desk.caret() or desk.window, Qt.Key.Key_F4)
    menu = next(iter(desk.visible(QMenu)))
    for reason in ("Not asked", "Asked, not known"):
        assert menu.activeAction().text() == reason
        QTest.keyClick(menu, Qt.Key.Key_F4)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.press("Remove Declined to say")
    desk.go("Today")
    desk.until(lambda: stands(desk, record).get("opened_on", {}).get("words") == "2015")


def test_what_is_no_number_is_marked_in_words_and_kept_while_all_else_is_saved(desk: Hand) -> None:
    record = an_act(desk, times=3)
    desk.type_into("How many times", "多")
    desk.sees("This is no whole number. Write digits")
    desk.type_into("Place", "北京")
    desk.keys("Ctrl+S")
    desk.sees("No whole number, and so not saved: How many times")
    desk.until(lambda: stands(desk, record).get("place") == "北京")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: "多" in desk.field("How many times").text())  # type: ignore[union-attr]
    assert stands(desk, record)["times"] == 3


def test_what_came_wrong_from_elsewhere_is_marked_where_it_stands(desk: Hand) -> None:
    an_act(desk, type="B", place_type="new.kind", narrative="x")
    desk.sees("This is a whole group.")
    desk.sees("This is not in the list of this program")


def test_a_reason_for_silence_is_shown_and_taken_back(desk: Hand) -> None:
    record = a_case(desk, opened_on={"absent": "unknown"})
    desk.press("Remove Asked, not known")
    desk.keys("Ctrl+S")
    desk.until(lambda: "opened_on" not in stands(desk, record))


def test_an_entry_is_added_to_a_list_and_keeps_its_order(desk: Hand) -> None:
    record = a_case(desk)
    next(iter(desk.visible(Form))).focus("notes")
    for words in ("one", "two"):
        before = len(abouts(desk))
        desk.press("Add: Notes")
        desk.until(lambda before=before: len(abouts(desk)) > before)  # type: ignore[misc]
        desk.say(abouts(desk)[-1], words)
    desk.keys("Ctrl+S")
    desk.until(lambda: len(stands(desk, record).get("notes", {})) == 2)
    assert [note["label"] for note in stands(desk, record)["notes"].values()] == ["one", "two"]


def abouts(hand: Hand) -> list[QLineEdit]:
    """From the top down."""
    found = [one for one in hand.visible(QLineEdit) if one.accessibleName() == "About"]
    return sorted(found, key=lambda one: one.mapToGlobal(one.rect().topLeft()).y())


def test_a_relative_is_added_where_the_family_stands(desk: Hand) -> None:
    said = QuickTestimony("他们来了。", about=(Pick(text="韩松"),), case=Pick(text="七月案"))
    ask(desk, lambda ws: quick.record_testimony(ws, said))
    desk.go("Cases")
    desk.sees("七月案")
    record = ask(desk, lambda ws: records.list_records(ws, "case")).rows[0].id
    desk.window.tools.go(Place("record", record, "case"))
    desk.sees("韩松")
    desk.press("Add somebody")
    desk.type_into("Who", "韩小雨")
    kin = desk.field("Relationship")
    assert isinstance(kin, Picker)
    desk.until(lambda: offered(desk, kin, "daughter"))
    desk.press("Add")
    desk.until(lambda: desk.reads("韩小雨") and desk.reads("Daughter"))


def offered(hand: Hand, field: Picker, words: str) -> bool:
    """Type and take what is offered first."""
    field.setFocus()
    field.setText("")
    QTest.keyClicks(field, words)
    field.ask()
    QTest.keyClick(field, Qt.Key.Key_Return)
    return field.chosen is not None


def quoting(desk: Hand, quote: str) -> tuple[str, str]:
    """An account and an act that stands on words of it, shown."""

    def tell(ws: Workspace) -> tuple[str, str]:
        words = "早上来了两个人。他们把我丈夫带走了。"
        testimony = records.add(ws, "testimony", [{"statements": [{"words": words}]}]).created[0]
        anchors = [{"record": testimony, "quote": quote}]
        return testimony, records.add(ws, "act", [{"narrative": quote, "anchors": anchors}]).created[0]

    testimony, act = ask(desk, tell)
    desk.window.tools.go(Place("record", act, "act"))
    return testimony, act


def say(desk: Hand, testimony: str, words: str) -> None:
    """Give the account another wording."""

    def change(ws: Workspace) -> object:
        (item,) = records.show(ws, testimony).nested["statements"]
        return records.edit(ws, testimony, {"statements": {item: {"words": words}}})

    ask(desk, change)


def test_one_goes_from_an_act_to_the_words_it_stands_on(desk: Hand) -> None:
    quoting(desk, "带走了")
    desk.sees("The account says so today.")
    desk.press("Go to these words")
    words = desk.field("In their own words 1")
    assert isinstance(words, TextField)
    desk.until(lambda: words.textCursor().selectedText() == "带走了")


def test_words_of_an_account_that_was_changed_are_found_in_it(desk: Hand) -> None:
    testimony, act = quoting(desk, "带走了")
    say(desk, testimony, "那天早上，他们把我丈夫带走了。")
    desk.window.tools.go(Place("today"))
    desk.window.tools.go(Place("record", act, "act"))
    desk.sees("The account was changed since; these words still stand in it.")


def test_words_of_an_earlier_wording_lead_to_the_history(desk: Hand) -> None:
    testimony, act = quoting(desk, "带走了")
    say(desk, testimony, "那天早上来了两个人。")
    desk.window.tools.go(Place("today"))
    desk.window.tools.go(Place("record", act, "act"))
    desk.sees("Quoted from an earlier wording")
    desk.press("See the history of the account")
    desk.sees("History")


def test_one_comes_back_from_a_record_to_where_one_was(desk: Hand) -> None:
    a_case(desk)
    desk.press("Back")
    desk.sees("Ctrl+N opens an empty testimony")


def test_no_name_is_called_missing_while_the_identities_are_closed(desk: Hand) -> None:
    ask(desk, lambda ws: quick.record_testimony(ws, QuickTestimony("他们来了。", speaker=Pick(text="沈月"))))
    person = ask(desk, lambda ws: records.list_records(ws, "person")).rows[0].id
    desk.window.tools.go(Place("record", person, "person"))
    desk.sees("none yet")
    desk.press("Identities open")
    desk.sees("closed: open the identities to see")


def an_act(hand: Hand, **nested: JSON) -> str:
    """An act in the vault, its page open."""
    record: str = ask(hand, lambda ws: records.add(ws, "act", [nested])).created[0]
    hand.window.tools.go(Place("record", record, "act"))
    hand.sees("What happened")
    return record


def test_an_act_is_asked_what_its_type_calls_for_as_soon_as_it_is_chosen(desk: Hand) -> None:
    record = an_act(desk, narrative="不许出境")
    assert not desk.reads("Exit ban and papers")
    kind = desk.field("What happened")
    assert isinstance(kind, Picker)
    desk.until(lambda: offered(desk, kind, "E.01"))
    desk.type_into("Border point", "罗湖")
    kind.setFocus()
    desk.until(lambda: offered(desk, kind, "B.04"))  # it was another matter after all
    desk.sees("Regime of detention")
    assert desk.reads("Exit ban and papers")  # something is written there
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record).get("border_point") == "罗湖")


def told_of(hand: Hand, section: str) -> str:
    """How far a section is, as a screen reader says it."""
    return hand.wait_for(QAbstractButton, section).accessibleDescription()


def test_a_section_closed_by_a_key_says_what_it_holds_and_stays_closed_in_the_next_record(desk: Hand) -> None:
    for place in ("北京", "天津"):
        an_act(desk, place=place, frequency={"absent": "unknown"}, age={"absent": "unknown"})
        desk.until(lambda: desk.named(QAbstractButton, "People") is not None)
        desk.until(lambda: told_of(desk, "People") == "finished")
        head = desk.wait_for(QAbstractButton, "When and where")
        if place == "北京":
            desk.field("Place")
            QTest.keyClick(head, Qt.Key.Key_Left)
        assert head.accessibleDescription() == "2 of 10 filled"
        assert desk.named(QLineEdit, "Place") is None


def test_a_word_of_kinship_proposes_the_relationship_and_a_sentence_says_who_is_what(desk: Hand) -> None:
    def tell(ws: Workspace) -> str:
        she, he = (people.add(ws, name).created[0] for name in ("韩小雨", "韩松"))
        return records.add(ws, "relationship", [{"person": she, "related_person": he}]).created[0]

    record = ask(desk, tell)
    desk.window.tools.go(Place("record", record, "relationship"))
    kin = desk.field("Kin term")
    assert isinstance(kin, Picker)
    desk.until(lambda: offered(desk, kin, "daughter"))
    desk.until(lambda: any("韩小雨" in text and "is the daughter of" in text for text in desk.texts()))
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record).get("type") == "child")


def test_what_is_lacking_leads_to_its_field_though_the_section_is_closed(desk: Hand) -> None:
    an_act(desk, narrative="x")
    QTest.keyClick(desk.wait_for(QAbstractButton, "When and where"), Qt.Key.Key_Left)
    desk.press("Go to: Began")
    desk.until(lambda: desk.caret() is desk.named(QLineEdit, "Began"))


def test_tab_goes_through_the_sections_from_the_top_down_in_whatever_order_they_were_built(desk: Hand) -> None:
    an_act(desk, narrative="x", type="B.04")
    desk.until(lambda: desk.named(QLineEdit, "Charge") is not None)
    desk.wait_for(QAbstractButton, "Add a link")  # it comes once the form stands there
    form = next(iter(desk.visible(Form)))
    desk.wait_for(QAbstractButton, "Main points").setFocus()
    heights = []
    while form.isAncestorOf(caret := desk.caret() or form):
        heights.append(caret.mapTo(form, caret.rect().topLeft()).y())
        desk.window.focusNextChild()
        assert len(heights) < 100
    assert len(heights) > 50
    assert heights == sorted(heights)
    assert (desk.caret() or form).accessibleName().startswith("Go to: ")
    while (desk.caret() or form).accessibleName().startswith("Go to: "):  # what is lacking stands beneath the form
        desk.window.focusNextChild()
    assert called(desk.caret() or form, "Add a link")


def test_the_caret_of_a_new_record_is_where_something_is_to_be_filled_in(desk: Hand) -> None:
    whose = ask(desk, lambda ws: people.add(ws, "沈月")).created[0]
    desk.window.tools.go(Place("record", whose, "person"))
    desk.press("Add a name")
    desk.until(lambda: (caret := desk.caret()) is not None and caret.accessibleName() == "Name")


def test_after_the_button_was_pressed_no_key_folds_a_section(desk: Hand) -> None:
    record = a_case(desk)
    QTest.keyClicks(title(desk), "x")
    desk.press("Save")
    desk.until(lambda: stands(desk, record)["title"] == "七月案x")
    desk.sees("Saved.")
    assert not isinstance(desk.caret(), QAbstractButton)


def under_tab(hand: Hand, first: QWidget, last: str) -> list[str]:
    """What it comes to, down to something."""
    first.setFocus()
    passed: list[str] = []
    while last not in passed:
        QTest.keyClick(hand.caret() or first, Qt.Key.Key_Tab)
        passed.append(plain((hand.caret() or first).accessibleName() or getattr(hand.caret(), "text", str)()))
        assert len(passed) < 100
    return passed


def test_tab_goes_down_a_page_in_whatever_order_it_came(desk: Hand) -> None:
    record = a_case(desk, collects={new_item(): {"detail": "phone", "why": "x"}})
    ask(desk, lambda ws: records.add(ws, "event", [{"title": "A letter", "case": record}]))
    form = next(iter(desk.visible(Form)))
    form.reveal("notes")  # the last section is wanted first
    QTest.keyClicks(title(desk), "x")
    desk.wait_for(QTableWidget, "Events")
    passed = under_tab(desk, desk.wait_for(QAbstractButton, "Add somebody"), "Save")
    details = ["Detail", "Why it is needed", "Add: Details this case needs"]
    wanted = ["Timeline", "Title", "In words", *details, "Notes", "Tags", "Events", "Add something else", "Discard"]
    assert [one for one in passed if one in wanted] == wanted
