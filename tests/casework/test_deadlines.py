"""Deadlines of what was sent to the UN: when a letter becomes public, an answer is due, an urgent case no longer is."""

from __future__ import annotations

from datetime import date

from desktop.casework import deadlines, records, reports
from desktop.casework.workspace import JSON, Workspace

DAY = date(2025, 6, 15)


def on(day: str) -> JSON:
    return {"edtf": day, "words": day, "calendar": "gregorian"}


def sent(ws: Workspace, **fields: JSON) -> str:
    (made,) = records.add(ws, "intervention", [fields]).created
    return made


def listed(ws: Workspace) -> list[tuple[str, str, int]]:
    return [(one.deadline.kind, one.deadline.due.isoformat(), one.days_left) for one in deadlines.deadlines(ws, DAY)]


def test_r_dom_11_a_letter_becomes_public_sixty_days_after_it_was_sent_to_the_state(ws: Workspace) -> None:
    sent(ws, type="un_sp", reference="AL CHN 4/2021", transmitted_on=on("2025-05-01"))
    assert listed(ws) == [("letter_public", "2025-06-30", 15)]
    assert deadlines.table(ws, DAY).rows[0][-2:] == (
        "AL CHN 4/2021",
        "60 days after it was sent to the State: 1 May 2025",
    )


def test_r_dom_11_the_state_has_sixty_days_to_answer_the_working_group_on_detention(ws: Workspace) -> None:
    made = sent(ws, type="un_wgad", transmitted_on=on("2025-04-01"))
    assert listed(ws) == [("state_reply", "2025-05-31", -15)]
    records.edit(ws, made, {"responses": [{"kind": "state_reply", "on": on("2025-06-01")}]})
    assert listed(ws) == []


def test_r_dom_11_what_went_out_without_the_day_it_was_passed_on_waits_for_that_day(ws: Workspace) -> None:
    made = sent(ws, type="un_wgad", status="sent")
    sent(ws, type="un_wgad", status="drafting")
    sent(ws, type="embassy", status="sent")
    sent(ws, type="un_sp", status="closed")
    assert [one.record for one in deadlines.waiting(ws)] == [made]
    records.edit(ws, made, {"transmitted_on": on("2025-06-01")})
    assert deadlines.waiting(ws) == ()


def test_r_dom_11_a_disappearance_is_urgent_for_three_months(ws: Workspace) -> None:
    (act,) = records.add(ws, "act", [{"type": "B.09", "start": on("2025-03-31")}]).created
    records.add(ws, "submission", [{"form": "WGEID_FORM", "acts": [{"act": act}], "status": "drafting"}])
    assert listed(ws) == [("urgent_ends", "2025-06-30", 15)]


def test_r_dom_11_the_nearest_deadline_stands_first_and_what_is_over_has_none(ws: Workspace) -> None:
    sent(ws, type="un_sp", transmitted_on=on("2025-06-01"))
    sent(ws, type="embassy", follow_up_on=on("2025-06-20"))
    sent(ws, type="un_sp", transmitted_on=on("2025-06-02"), status="closed")
    assert [kind for kind, _, _ in listed(ws)] == ["follow_up", "letter_public"]


def test_r_dom_11_what_was_sent_is_listed_with_its_number_its_answers_and_what_came_of_it(ws: Workspace) -> None:
    answer = {"kind": "state_reply", "on": on("2025-06-01")}
    sent(ws, type="un_sp", reference="AL CHN 4/2021", responses=[answer], impact="Released on bail")
    ((type_, reference, *_, answers, impact, _code),) = reports.table(ws, "sent").rows
    assert (type_, reference) == ("UN Special Procedures submission", "AL CHN 4/2021")
    assert (answers, impact) == ("Reply of the State, 1 June 2025", "Released on bail")
