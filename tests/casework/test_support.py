"""Pauses, an early end, distress and the day to ask after somebody are noted in a moment, and nothing is asked for."""

from __future__ import annotations

from desktop.casework import due, records, support
from desktop.casework.support import Noted
from desktop.casework.workspace import JSON, Workspace, day_of
from tests.casework.conftest import Case


def interview(ws: Workspace, *noted: Noted, **given: JSON) -> JSON:
    record = None
    for one in noted:
        record = support.note(ws, record, one, given=given, follow_up="Ask after them").interview
    assert record is not None
    return records.show(ws, record).nested


def test_r_int_02_a_pause_a_stop_distress_and_a_referral_are_noted_one_after_the_other(
    ws: Workspace, case: Case
) -> None:
    pauses = (Noted(paused_at="10:42"), Noted(went_on_at="10:55"), Noted(paused_at="11:20"))
    said = interview(ws, *pauses, Noted(signs="cried"), Noted(stopped=True, referral="a doctor"), case=case.id)
    assert said["breaks"] == "10:42–10:55; 11:20–"
    assert (said["distress"], said["distress_signs"], said["referral"]) == (True, "cried", "a doctor")
    assert (said["ended_early"], said["case"]) == (True, case.id)


def test_r_int_02_a_day_to_ask_after_somebody_becomes_a_task_about_them(ws: Workspace, case: Case) -> None:
    day = day_of(ws).isoformat()
    interview(ws, Noted(follow_up_on={"edtf": day, "words": day}), interviewee=case.mother)
    (task,) = due.tasks(ws, day_of(ws))
    assert records.show(ws, task.record).nested["about"] == case.mother


def test_an_account_that_is_saved_later_belongs_to_the_interview(ws: Workspace, case: Case) -> None:
    record = support.note(ws, None, Noted(stopped=True), given={}, follow_up="").interview
    support.belongs_to(ws, record, case.testimony)
    assert records.show(ws, case.testimony).nested["interview"] == record
    said = records.show(ws, record).nested
    assert (said["case"], said["interviewee"]) == (case.id, case.mother)
