"""Taking a consent back in the window: looked at first, then recorded."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox

from desktop.casework import consent, export, records
from desktop.casework.workspace import day_of
from desktop.ui.moments import day
from desktop.ui.place import Place
from tests.ui.asking import ask, rows, stands
from tests.ui.conftest import PASSPHRASE
from tests.ui.hand import Hand
from tests.ui.test_consent_page import a_consent
from tests.ui.test_saving import busy

GIVEN = {"state": "given", "scopes": [{"scope": "media", "state": "given"}, {"scope": "legal", "state": "given"}]}


def the_page(hand: Hand) -> str:
    """The page of a withdrawal, open; returns the consent it is of."""
    record = a_consent(hand, **GIVEN)
    hand.press("They withdrew this")
    hand.sees("What stops")
    return record


def newest(hand: Hand) -> str:
    """The consent that was recorded last, once there are two."""
    hand.until(lambda: ask(hand, lambda ws: records.list_records(ws, "consent")).total == 2)
    return ask(hand, lambda ws: records.list_records(ws, "consent")).rows[0].id


def reason(hand: Hand, record: str, scope: str) -> str:
    person = stands(hand, record)["person"]
    return ask(hand, lambda ws: consent.permits(ws, person, scope, "", day_of(ws))).reason


def test_the_preview_says_what_stops_and_that_nothing_went_out(desk: Hand) -> None:
    the_page(desk)
    assert desk.reads("–  Give to journalists")
    assert desk.reads("Nothing about them went out from this vault.")


def test_r_con_03_whoever_has_it_already_stands_there_with_the_day_and_what_for(desk: Hand, tmp_path: Path) -> None:
    record = a_consent(desk, **GIVEN)
    ask(desk, lambda ws: export.export_all(ws, tmp_path / "ours"))
    ask(desk, lambda ws: export.export_all(ws, tmp_path / "theirs", scope="media"))
    desk.press("They withdrew this")
    desk.sees("Others have it already: 2")
    today = day(desk.window.tools.clock(), "en")
    who = "Whoever got at the tables written out"
    uses = ("Give to journalists", "Work with it in our own team")
    assert sorted(rows(desk, "Who has it already")) == [[who, "Tables, not encrypted", today, use] for use in uses]
    desk.press("Record the withdrawal")
    desk.sees("The withdrawal is recorded.")
    ask(desk, lambda ws: records.edit(ws, record, {"state": "refused"}))
    desk.press("See who has it")
    desk.sees("Others have it already: 2")
    told = ask(desk, lambda ws: export.preview_export(ws, "media").people)
    assert "withdrawn" in dict(told).values()


def test_looking_records_nothing(desk: Hand) -> None:
    the_page(desk)
    desk.press("Leave everything as it is")
    desk.wait_for(QAbstractButton, "They withdrew this")
    assert ask(desk, lambda ws: records.list_records(ws, "consent")).total == 1


def test_recording_it_stops_every_use_from_then_on(desk: Hand) -> None:
    record = the_page(desk)
    desk.press("Record the withdrawal")
    desk.sees("The withdrawal is recorded.")
    assert (reason(desk, record, "media"), reason(desk, record, "internal")) == ("withdrawn", "withdrawn")


def test_the_consent_says_afterwards_that_it_was_taken_back(desk: Hand) -> None:
    the_page(desk)
    desk.press("Record the withdrawal")
    desk.sees("In another record they said no to everything.")


def test_the_day_and_the_words_are_recorded(desk: Hand) -> None:
    the_page(desk)
    day = desk.field("Said on")
    day.clear()
    desk.say(day, "2024-05-03")
    desk.type_into("In their words", "不要再用了")
    desk.press("Record the withdrawal")
    nested = stands(desk, newest(desk))
    assert nested["obtained_on"]["edtf"] == "2024-05-03"
    assert [note["text"] for note in nested["notes"].values()] == ["不要再用了"]


def test_one_use_alone_is_taken_back_by_the_keyboard(desk: Hand) -> None:
    record = the_page(desk)
    desk.press("What do they take back?: Only some uses")
    QTest.keyClick(desk.wait_for(QCheckBox, "Give to journalists"), Qt.Key.Key_Space)
    desk.sees("Goes on as before")
    desk.press("Record the withdrawal")
    desk.sees("The withdrawal is recorded.")
    assert (reason(desk, record, "media"), reason(desk, record, "legal")) == ("withdrawn", "given")


def test_nothing_can_be_recorded_while_no_use_is_named(desk: Hand) -> None:
    the_page(desk)
    desk.press("What do they take back?: Only some uses")
    assert not desk.wait_for(QAbstractButton, "Record the withdrawal").isEnabled()


def test_what_was_not_looked_at_yet_cannot_be_recorded(desk: Hand) -> None:
    the_page(desk)
    desk.press("What do they take back?: Only some uses")
    QTest.keyClick(desk.wait_for(QCheckBox, "Give to journalists"), Qt.Key.Key_Space)
    desk.sees("Goes on as before")
    with busy(desk):
        desk.press("What do they take back?: Everything")
        assert not desk.wait_for(QAbstractButton, "Record the withdrawal").isEnabled()
    desk.until(lambda: desk.wait_for(QAbstractButton, "Record the withdrawal").isEnabled())


def test_a_persons_page_leads_there_from_their_consents(desk: Hand) -> None:
    record = a_consent(desk, **GIVEN)
    person = stands(desk, record)["person"]
    desk.window.tools.go(Place("record", person, "person"))
    desk.press("They withdrew this")
    desk.sees("What stops")


@pytest.mark.fault(12)
def test_fault_12_what_was_typed_comes_back_after_a_lock(desk: Hand) -> None:
    the_page(desk)
    desk.type_into("In their words", "不要再用了")
    desk.lock()
    desk.unlock(PASSPHRASE)
    desk.sees("不要再用了")
