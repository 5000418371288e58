"""Pause, stop, support: one key away wherever somebody is listened to, and nothing there has to be filled in."""

from __future__ import annotations

from desktop.casework import records
from desktop.casework.workspace import JSON
from desktop.ui.place import Place
from tests.ui.asking import ask, stands
from tests.ui.hand import Hand
from tests.ui.test_mentions import ACCOUNT, told

CALM = "There is no hurry, and nothing has to be told."
OPENING = "The opening is not finished: Asked first whether it is safe to talk"


def interviews(hand: Hand) -> list[JSON]:
    return [stands(hand, one.id) for one in ask(hand, lambda ws: records.list_records(ws, "interview")).rows]


def test_r_int_02_in_a_new_testimony_a_pause_is_noted_and_stopping_keeps_everything(desk: Hand) -> None:
    desk.keys("Ctrl+N")
    desk.type_into(ACCOUNT, "They came at night.")
    desk.keys("F9")
    desk.sees(CALM)
    desk.press("Pause")
    desk.sees("Pause since")
    desk.press("Go on")
    desk.until(lambda: [len(one["breaks"]) for one in interviews(desk)] == [len("10:42–10:55")])
    desk.type_into("Signs of distress", "cried")
    desk.press("Stop here")
    desk.sees("The testimony is kept.")
    (testimony,) = ask(desk, lambda ws: records.list_records(ws, "testimony")).rows
    desk.until(lambda: "interview" in stands(desk, testimony.id))
    (interview,) = interviews(desk)
    assert (interview["ended_early"], interview["distress_signs"]) == (True, "cried")


def test_r_int_02_the_panel_closes_by_the_same_key_and_the_caret_is_where_it_was(desk: Hand) -> None:
    record = told(desk, "他们半夜来。")
    before = desk.caret()
    desk.keys("F9")
    desk.sees(CALM)
    desk.keys("F9")
    desk.until(lambda: not desk.reads(CALM))
    assert desk.caret() is before
    assert "interview" not in stands(desk, record)


def test_r_int_01_an_interview_says_what_of_its_opening_is_missing_and_is_saved_all_the_same(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="interview"))
    desk.sees(OPENING)
    desk.type_into("Kind of place", "a tea house")
    desk.keys("Ctrl+S")
    desk.until(lambda: [one.get("place_type") for one in interviews(desk)] == ["a tea house"])
    desk.press("Asked first whether it is safe to talk: Yes")
    desk.until(lambda: not desk.reads(OPENING))
    desk.sees("The opening is not finished: The purpose was explained")
    desk.go("Today")
    desk.sees("Interview without its opening")


def test_r_int_02_in_an_interview_stopping_is_saved_at_once(desk: Hand) -> None:
    desk.window.tools.go(Place("record", kind="interview"))
    desk.press("Pause, stop, support")
    desk.press("Stop here")
    desk.until(lambda: [one.get("ended_early") for one in interviews(desk)] == [True])


def test_the_interview_of_an_account_is_begun_from_its_page_with_what_the_account_says(desk: Hand) -> None:
    speaker = ask(desk, lambda ws: records.add(ws, "person", [{"sex": "f"}])).created[0]
    told = {"speaker": speaker, "recorded_on": "2023-07-03", "statements": {"+": {"words": "They took her away."}}}
    testimony = ask(desk, lambda ws: records.add(ws, "testimony", [told])).created[0]
    desk.window.tools.go(Place("record", testimony, "testimony"))
    desk.press("How the interview went")
    desk.sees("Asked first whether it is safe to talk")
    (interview,) = ask(desk, lambda ws: records.list_records(ws, "interview")).rows
    begun = stands(desk, interview.id)
    assert (begun["interviewee"], begun["held_on"]["edtf"]) == (speaker, "2023-07-03")
    desk.press("Back")
    desk.until(lambda: stands(desk, testimony).get("interview") == interview.id)
    desk.press("How the interview went")
    desk.sees("Asked first whether it is safe to talk")
    assert len(interviews(desk)) == 1


def test_from_an_account_that_was_put_aside_no_interview_is_begun(desk: Hand) -> None:
    testimony = ask(desk, lambda ws: records.add(ws, "testimony", [{"statements": {"+": {"words": "Gone."}}}])).created[
        0
    ]
    ask(desk, lambda ws: records.delete(ws, testimony))
    desk.window.tools.go(Place("record", testimony, "testimony"))
    desk.sees("Put aside. “More” brings it back.")
    assert not desk.reads("How the interview went")
