"""What was typed reaches the vault as it was meant, whatever happens meanwhile; what does not is told."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from desktop.casework import drafts, records
from desktop.casework.workspace import JSON, Changes
from desktop.ui.place import Place
from desktop.ui.record_form import RecordForm
from desktop.ui.saving import draft_key
from tests.ui.asking import ask, stands
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand
from tests.ui.test_forms import a_case, an_act, title

ACCOUNT = "The account, in their own words"


@contextmanager
def busy(hand: Hand) -> Iterator[None]:
    """The vault is at work on something else until the end."""
    gate = threading.Event()
    hand.window.tools.worker.submit(lambda _ws: gate.wait(60), owner=hand.window)
    try:
        yield
    finally:
        gate.set()


def writable(hand: Hand, on: bool) -> None:
    """From now on the disk takes nothing more, or does again."""
    pragma = f"PRAGMA query_only = {'OFF' if on else 'ON'}"
    ask(hand, lambda ws: ws.vault._database.run(pragma))


def keep(hand: Hand) -> None:
    """What is typed is in a draft."""
    assert hand.window.desk is not None
    hand.window.desk.keep_drafts()
    hand.sees("Kept as an encrypted draft.")


def told(hand: Hand, *words: str) -> None:
    """Wait until the message bar says so."""
    hand.until(lambda: all(each in hand.window.notice for each in words))


def said(hand: Hand, record: str) -> list[JSON]:
    return [one["words"] for one in stands(hand, record)["statements"].values()]


@pytest.mark.parametrize("end", ["Save", "Throw away"])
def test_no_draft_is_spoken_of_once_the_account_is_saved_or_thrown_away(desk: Hand, end: str) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, "他们来了。")
    keep(desk)
    desk.press(end)
    desk.until(lambda: bool(desk.window.notice))
    assert not desk.reads("Kept as an encrypted draft.")


# ------------------------------------------------------------------------------------------------ what failed


def test_a_save_that_fails_after_the_page_was_left_is_told_with_the_way_back(desk: Hand) -> None:
    a_case(desk)
    QTest.keyClicks(title(desk), "x")
    keep(desk)
    writable(desk, False)
    with busy(desk):
        desk.keys("Ctrl+S")
        desk.go("Today")
    told(desk, "What you have just left could not be saved.", "Your words are kept as an encrypted draft.")
    writable(desk, True)
    desk.press("Go back to it")
    desk.until(lambda: title(desk).text() == "七月案x")


def test_a_page_that_cannot_be_saved_when_it_is_left_is_told_too(desk: Hand) -> None:
    a_case(desk)
    QTest.keyClicks(title(desk), "x")
    keep(desk)
    writable(desk, False)
    desk.go("Today")
    told(desk, "What you have just left could not be saved.", "Your words are kept as an encrypted draft.")
    writable(desk, True)
    desk.press("Go back to it")
    desk.until(lambda: title(desk).text() == "七月案x")


def test_no_draft_is_spoken_of_where_none_could_be_kept(desk: Hand) -> None:
    a_case(desk)
    writable(desk, False)
    QTest.keyClicks(title(desk), "x")
    desk.go("Today")
    told(desk, "What you have just left could not be saved.")
    assert "draft" not in desk.window.notice


def test_an_account_that_cannot_be_saved_after_it_was_left_is_told_with_the_way_back(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, "They came.")
    keep(desk)
    writable(desk, False)
    with busy(desk):
        desk.keys("Ctrl+S")
        desk.go("Cases")
    told(desk, "What you have just left could not be saved.", "Your words are kept as an encrypted draft.")
    writable(desk, True)
    desk.press("Go back to it")
    desk.until(lambda: desk.wait_for(QPlainTextEdit, ACCOUNT).toPlainText() == "They came.")


def test_a_form_whose_save_broke_off_can_be_saved_again(desk: Hand) -> None:
    record = a_case(desk)
    vault = ask(desk, lambda ws: ws.vault)
    whole = vault.append
    vault.append = None  # type: ignore[assignment]
    QTest.keyClicks(title(desk), "x")
    desk.keys("Ctrl+S")
    told(desk, "Something in the program went wrong.")
    vault.append = whole  # type: ignore[method-assign]
    desk.keys("Ctrl+S")
    desk.until(lambda: stands(desk, record)["title"] == "七月案x")


# ------------------------------------------------------------------------------------ what came in meanwhile


def test_an_answer_from_before_a_save_is_not_shown(desk: Hand) -> None:
    record = a_case(desk)
    field = title(desk)
    shown: list[str] = []
    with busy(desk):
        desk.window.tools.worker.changed.emit(Changes(frozenset({"case"}), frozenset({record})))
        QTest.keyClicks(field, "x")
        desk.keys("Ctrl+S")
        field.textChanged.connect(shown.append)
    desk.sees("Saved.")
    assert shown == []
    assert stands(desk, record)["title"] == "七月案x"


def test_a_draft_waits_for_its_record_where_names_are_hidden_before_that_was_read(desk: Hand) -> None:
    record = a_case(desk, summary="They came.")
    desk.go("Today")
    key, draft = draft_key("case", record), {"values": {"title": "七月案x"}, "before": {"title": "七月案"}}
    ask(desk, lambda ws: drafts.keep(ws, key, "record:case", draft, record=record))
    with busy(desk):
        desk.window.tools.go(Place("record", record, "case"))
        desk.keys("F8")
    desk.until(lambda: title(desk).text() == "七月案x")
    assert desk.wait_for(QPlainTextEdit, "Summary").toPlainText() == "They came."


def test_the_window_rests_while_the_vault_is_at_work_on_something_else(desk: Hand) -> None:
    record = a_case(desk)
    desk.go("Today")
    with busy(desk):
        desk.window.tools.go(Place("record", record, "case"))
        desk.until(lambda: any(True for _ in desk.visible(RecordForm)))
        page = next(desk.visible(RecordForm))
        desk.until(lambda: not page._parts.at_work)
    desk.until(lambda: bool(page.lists))


@pytest.fixture
def testimony(desk: Hand) -> str:
    """A testimony of two statements, its page open."""
    told = [{"words": "They came."}, {"words": "At night."}]
    (record,) = ask(desk, lambda ws: records.add(ws, "testimony", [{"statements": told}])).created
    desk.window.tools.go(Place("record", record, "testimony"))
    desk.until(lambda: desk.wait_for(QPlainTextEdit, "In their own words 2").toPlainText() == "At night.")
    desk.wait_for(QPlainTextEdit, "In their own words 1").setFocus()
    return record


def add(hand: Hand, words: str) -> None:
    """A third statement."""
    hand.keys("Ctrl+Return")
    hand.type_into("In their own words 3", words)


def test_a_new_statement_keeps_its_words_where_another_came_in_meanwhile(desk: Hand, testimony: str) -> None:
    add(desk, "They left")
    other = {"statements": {"+1": {"words": "Told elsewhere."}}}
    with busy(desk):
        desk.window.tools.worker.submit(lambda ws: records.edit(ws, testimony, other), owner=desk.window)
        desk.keys("Ctrl+S")
        desk.type_into("In their own words 3", " at dawn.")
    desk.sees("Saved.")
    desk.keys("Ctrl+S")
    whole = ["At night.", "They came.", "They left at dawn.", "Told elsewhere."]
    desk.until(lambda: sorted(said(desk, testimony)) == whole)


def test_what_is_taken_out_while_it_is_being_saved_is_gone_when_the_page_is_left(desk: Hand, testimony: str) -> None:
    add(desk, "They left")
    with busy(desk):
        desk.keys("Ctrl+S")
        desk.press("Remove this statement 3")
        desk.go("Today")
    desk.until(lambda: said(desk, testimony) == ["They came.", "At night."])


def test_one_of_several_taken_out_of_a_list_is_gone_once_it_is_saved(desk: Hand, testimony: str) -> None:
    desk.press("Remove this statement 1")
    desk.keys("Ctrl+S")
    desk.until(lambda: said(desk, testimony) == ["At night."])


def test_what_came_in_while_a_draft_waited_stays_when_the_draft_is_saved(desk: Hand, testimony: str) -> None:
    first = next(iter(stands(desk, testimony)["statements"]))
    desk.type_into("In their own words 2", "They knocked. ")
    keep(desk)
    other = {"statements": {first: {"words": "They came in uniform."}, "+1": {"words": "Told elsewhere."}}}
    ask(desk, lambda ws: records.edit(ws, testimony, other))
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: any("knocked" in one.toPlainText() for one in desk.window.findChildren(QPlainTextEdit)))
    desk.keys("Ctrl+S")
    desk.sees("Saved.")
    assert sorted(said(desk, testimony)) == ["They came in uniform.", "They knocked. At night.", "Told elsewhere."]


# --------------------------------------------------------------------------------------------- what was discarded


def test_undo_brings_back_what_was_discarded_where_the_page_was_left(desk: Hand) -> None:
    record = a_case(desk)
    QTest.keyClicks(title(desk), "x")
    desk.press("Discard")
    desk.go("Today")
    desk.press("Undo")
    desk.until(lambda: title(desk).text() == "七月案x")
    assert stands(desk, record)["title"] == "七月案"


def test_undo_brings_it_back_where_the_page_was_left_and_come_back_to(desk: Hand) -> None:
    record = a_case(desk)
    QTest.keyClicks(title(desk), "x")
    desk.press("Discard")
    desk.go("Today")
    desk.window.tools.go(Place("record", record, "case"))
    desk.until(lambda: title(desk).text() == "七月案")
    desk.press("Undo")
    desk.until(lambda: title(desk).text() == "七月案x")


def test_undo_brings_back_a_new_record_where_the_page_was_left(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="organisation"))
    desk.type_into("Name", "x")
    desk.press("Discard")
    desk.go("Today")
    desk.press("Undo")
    desk.until(lambda: desk.field("Name").text() == "x")  # type: ignore[union-attr]
    assert ask(desk, lambda ws: records.list_records(ws, "organisation")).total == 0


def test_what_undo_brought_back_is_there_after_a_lock(desk: Hand) -> None:
    a_case(desk)
    QTest.keyClicks(title(desk), "x")
    desk.press("Discard")
    desk.go("Today")
    desk.press("Undo")
    desk.until(lambda: title(desk).text() == "七月案x")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.until(lambda: title(desk).text() == "七月案x")


def test_there_is_nothing_to_type_into_before_the_record_was_read(desk: Hand) -> None:
    record = an_act(desk, narrative="x")
    desk.go("Today")
    with busy(desk):
        desk.window.tools.go(Place("record", record, "act"))
        QCoreApplication.processEvents()
        assert not list(desk.visible(QLineEdit))
    desk.until(lambda: desk.wait_for(QPlainTextEdit, "What happened, in words").toPlainText() == "x")
