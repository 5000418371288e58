"""What a value stands on, seen and pressed: sources at a field, values side by side, nothing accepted without one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from desktop.casework import citing, claims, drafts, records
from desktop.casework.citing import Place as Where
from desktop.casework.workspace import JSON, Workspace
from desktop.ui.place import Place
from tests.casework.shorthand import cite
from tests.ui.asking import ask, stands
from tests.ui.hand import Hand
from tests.ui.test_pickers import pick, picker, rows

STATUS = "Status of the claim"


def added(desk: Hand, kind: str, **nested: JSON) -> str:
    return ask(desk, lambda ws: records.add(ws, kind, [nested])).created[0]


def an_act(desk: Hand, **nested: JSON) -> str:
    """An act in the vault, its page open."""
    record = added(desk, "act", type="F.01", place="Hehai", **nested)
    desk.window.tools.go(Place("record", record, "act"))
    desk.until(lambda: desk.named(QLineEdit, "Place") is not None)
    return record


def choose(desk: Hand, field: str, words: str) -> None:
    """Type into a picker, wait for what it offers, take it."""
    desk.type_into(field, words)
    desk.until(lambda: any(words in row for row in rows(desk)))
    QTest.keyClick(desk.field(field), Qt.Key.Key_Return)


def press(desk: Hand, name: str) -> None:
    """Press a button that has just come, once it has its place."""
    button = desk.wait_for(QAbstractButton, name)
    desk.until(lambda: button.height() > 0)
    desk.press(name)


def begin_to_cite(desk: Hand) -> None:
    """A paper chosen as the source of a case's title, and not added yet."""
    added(desk, "source", title="A daily paper")
    case = added(desk, "case", title="July")
    desk.window.tools.go(Place("record", case, "case"))
    desk.until(lambda: desk.named(QLineEdit, "Title") is not None)
    desk.field("Title")
    desk.keys("Ctrl+.")
    press(desk, "Add a source: Title")
    choose(desk, "Source", "A daily paper")


def test_a_value_of_a_case_stands_on_a_source_too(desk: Hand) -> None:
    begin_to_cite(desk)
    desk.press("Add this source")
    desk.sees("sources: 1")


def test_a_word_of_a_citation_that_was_not_in_the_list_stays_in_its_field(desk: Hand) -> None:
    begin_to_cite(desk)
    desk.type_into("Where (kind)", "zzzz")
    desk.press("Add this source")
    desk.sees("Not in the list, and so not saved: Where (kind) “zzzz”.")
    desk.sees("Saved.")
    assert picker(desk, "Where (kind)").untaken == "zzzz"


def test_r_src_01_a_source_is_added_at_a_field_by_the_keyboard(desk: Hand) -> None:
    added(desk, "source", title="A daily paper")
    act = an_act(desk)
    desk.field("Place")
    desk.keys("Ctrl+.")
    desk.sees("What “Place” stands on")
    press(desk, "Add a source: Place")
    press(desk, "Add this source")
    desk.sees("Choose the source")
    choose(desk, "Source", "A daily paper")
    choose(desk, "Where (kind)", "Page")
    desk.type_into("Where", "the third")
    desk.press("Add this source")
    desk.until(lambda: "no page" in desk.field("Where").accessibleDescription())
    desk.field("Where").clear()
    desk.type_into("Where", "p. 3")
    desk.press("Add this source")
    desk.sees("A daily paper, p. 3")
    desk.sees("sources: 1")
    assert dict(ask(desk, lambda ws: citing.counts(ws, act))) == {"place": 1}


def test_r_src_01_accepting_without_a_source_is_refused_at_the_field_and_kept_as_a_draft(desk: Hand) -> None:
    act = an_act(desk, corroboration="single")
    choose(desk, STATUS, "Accepted")
    desk.keys("Ctrl+S")
    desk.until(lambda: "nothing says yet what it stands on" in desk.field(STATUS).accessibleDescription())
    assert "claim_status" not in stands(desk, act)
    kept = ask(desk, lambda ws: drafts.draft(ws, f"record:{act}"))
    assert kept is not None
    assert kept.content["values"] == {"claim_status": "accepted"}


def test_r_src_04_confidence_above_what_the_sources_allow_is_said_beside_it(desk: Hand) -> None:
    act = an_act(desk, confidence="medium")
    desk.sees("Nothing says yet what it stands on; it begins low.")
    told: JSON = {"type": "news", "origin_group": "The tweet of 3 May"}
    daily, weekly = (added(desk, "source", title=title, **told) for title in ("A daily", "A weekly"))
    ask(desk, lambda ws: cite(ws, act, daily, "place"))
    ask(desk, lambda ws: cite(ws, act, weekly, "place"))
    desk.sees("What stands here is more than that.")
    desk.sees("Sources: 2, independent of each other: 1.")
    neighbour = added(desk, "source", title="A neighbour")
    ask(desk, lambda ws: cite(ws, act, neighbour))
    desk.until(lambda: not desk.reads("What stands here is more than that."))


def test_r_src_03_a_reliable_source_of_unsure_information_is_shown_with_both_ratings(desk: Hand) -> None:
    act = an_act(desk)
    source = added(desk, "source", title="A daily paper", reliability="1")
    account = added(desk, "testimony", speaker_reliability="2", statements=[{"words": "They came."}])
    ask(desk, lambda ws: cite(ws, act, source, "place", Where(information_reliability="3")))
    ask(desk, lambda ws: cite(ws, act, account, "place"))
    press(desk, "Place: sources: 2")
    desk.sees("Reliability of who is speaking: Likely reliable")
    desk.sees("Reliability of the source: Highly reliable")
    desk.sees("Reliability of this piece of information: Unsure")


def test_r_src_05_two_values_stand_side_by_side_and_one_is_accepted(desk: Hand) -> None:
    act = an_act(desk)
    paper = added(desk, "source", title="A daily paper")

    def put(ws: Workspace) -> object:
        return claims.claim(ws, act, "place", "Linshui", [(paper, Where("page", "3"))])

    ask(desk, put)
    desk.press("Place: values: 2")
    desk.sees("A daily paper, p. 3")
    press(desk, "Accept this one: Linshui")
    desk.type_into("Why this one", "The paper was there.")
    desk.press("Accept")
    desk.sees("The record says so from now on.")
    desk.until(lambda: stands(desk, act)["place"] == "Linshui")
    desk.sees("Conflicts with another claim")
    desk.press("Undo")
    desk.until(lambda: stands(desk, act)["place"] == "Hehai")


def test_r_src_07_a_list_keeps_to_what_is_first_hand(desk: Hand) -> None:
    for words, basis in (("I saw the van", "first_hand"), ("They say a van came", "third_hand")):
        added(desk, "testimony", statements={"+": {"words": words, "basis": basis}})
    desk.go("Testimonies")
    desk.sees("They say a van came")
    box = desk.wait_for(QAbstractButton, "First-hand only")
    box.click()
    desk.until(lambda: not desk.reads("They say a van came"))
    desk.sees("I saw the van")


def test_a_source_shows_what_stands_on_it_who_shares_its_origin_and_what_limits_its_use(desk: Hand) -> None:
    source = added(desk, "source", title="A daily", origin_group="The post", access_restriction="Not by name")
    added(desk, "source", title="A weekly", origin_group="the  POST")
    act = added(desk, "act", type="F.01")
    ask(desk, lambda ws: cite(ws, act, source, "place", Where("page", "3")))
    desk.window.tools.go(Place("record", source, "source"))
    for words in ("Its use is restricted: Not by name", "p. 3", "A weekly"):
        desk.sees(words)


def test_a_citation_taken_away_by_mistake_comes_back(desk: Hand) -> None:
    act = an_act(desk)
    ask(desk, lambda ws: cite(ws, act, records.add(ws, "source", [{"title": "A daily"}]).created[0]))
    press(desk, "Take this citation away: A daily")
    desk.sees("The citation was taken away.")
    desk.press("Undo")
    desk.until(lambda: len(ask(desk, lambda ws: citing.citations_of(ws, act))) == 1)


def test_a_claim_tells_the_field_it_is_about_by_its_label(desk: Hand) -> None:
    person = added(desk, "person", sex="f")
    claim = added(desk, "claim", of=person, field="age", value="6")
    desk.window.tools.go(Place("record", claim, "claim"))
    desk.sees("Age as given")
    assert not desk.reads("age")


def test_the_field_of_a_claim_is_chosen_by_its_label(desk: Hand) -> None:
    claim = added(desk, "claim", of=added(desk, "person", sex="f"), value="6")
    desk.window.tools.go(Place("record", claim, "claim"))
    pick(desk, "Which field", "Age as given")
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, claim).get("field") == "age")


def test_the_fields_of_a_new_citation_are_those_of_the_record_it_is_about(desk: Hand) -> None:
    added(desk, "act", type="F.01", place="Hehai")
    desk.window.tools.go(Place("record", kind="citation"))
    pick(desk, "Supports", "Eviction")
    pick(desk, "Which field", "What was demanded")


def test_the_field_a_citation_is_about_is_chosen_by_the_name_its_form_gives_it(desk: Hand) -> None:
    person = added(desk, "person", sex="f", age=8)
    citation = added(desk, "citation", of=person, source=added(desk, "source", title="A register"))
    desk.window.tools.go(Place("record", citation, "citation"))
    desk.until(lambda: desk.named(QLineEdit, "Which field") is not None)
    desk.type_into("Which field", "Born on")
    desk.press("Save")
    desk.sees("Not in the list, and so not saved: Which field “Born on”.")
    desk.field("Which field").selectAll()
    choose(desk, "Which field", "Age as given")
    desk.press("Save")
    desk.until(lambda: dict(ask(desk, lambda ws: citing.counts(ws, person))) == {"age": 1})


def test_a_value_is_not_put_beside_others_without_the_source_that_was_typed(desk: Hand) -> None:
    act = an_act(desk)
    desk.field("Place")
    desk.keys("Ctrl+.")
    press(desk, "Another value: Place")
    desk.until(lambda: desk.named(QLineEdit, "Source") is not None)
    desk.say(desk.caret() or desk.window, "Linshui")
    desk.type_into("Source", "the register")
    desk.press("Put it beside the others")
    desk.until(lambda: picker(desk, "Source").strange)
    assert desk.caret() is picker(desk, "Source")
    assert not dict(ask(desk, lambda ws: claims.counts(ws, act)))


def test_the_buttons_of_what_a_value_stands_on_come_into_sight_at_the_lower_edge(desk: Hand) -> None:
    an_act(desk)
    desk.window.resize(900, 520)
    desk.field("Place")
    desk.keys("Ctrl+.")
    add = desk.wait_for(QAbstractButton, "Add a source: Place")
    desk.sees("No source yet.")
    desk.until(lambda: add.visibleRegion().boundingRect() == add.rect())
