"""What is due comes up by itself: openings that were not gone through, risks and records to look at again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.casework import due, family, interviews, records, reports, risks
from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.domain.dates import last_day
from desktop.vault import reading as vault_reading
from tests.casework.conftest import Case

ANSWERED = dict.fromkeys(interviews.opening(), True)


def add(ws: Workspace, kind: str, nested: JSON) -> str:
    (record,) = records.add(ws, kind, [nested]).created
    return record


def on(ws: Workspace, days: int) -> JSON:
    """A date so many days from today."""
    said = (day_of(ws) + timedelta(days=days)).isoformat()
    return {"edtf": said, "words": said, "calendar": "gregorian"}


def test_r_int_01_an_interview_without_the_opening_is_listed_as_unfinished_and_kept_all_the_same(
    ws: Workspace, case: Case
) -> None:
    said = {"case": case.id, "interviewee": case.mother, "place_type": "a tea house", "interpreter": "INT-2"}
    interview = add(ws, "interview", said)
    (one,) = interviews.unfinished(ws)
    assert one.interview.id == interview
    (line,) = due.due(ws, day_of(ws))
    assert (line.day, line.path) == (day_of(ws), "safe_to_talk")
    assert one.lacks == ("safe_to_talk", "purpose_explained", "risks_explained", "consent_before", "may_stop")
    shown = records.show(ws, interview).nested
    assert {name: shown[name] for name in said} == said


def test_r_int_01_once_every_step_is_answered_it_is_listed_no_more(ws: Workspace, case: Case) -> None:
    answers: JSON = {**ANSWERED, "may_stop": False, "risks_explained": {"absent": "not_asked"}}
    add(ws, "interview", {"interviewee": case.mother, **answers})
    assert interviews.unfinished(ws) == ()


def test_r_int_02_every_field_of_words_can_be_left_empty_and_saved(ws: Workspace, case: Case) -> None:
    for kind, nested in (
        ("testimony", {"speaker": case.mother}),
        ("interview", {"interviewee": case.mother, "ended_early": True, "distress": True}),
        ("act", {"case": case.id, "victim": case.son}),
        ("risk_assessment", {"person": case.son}),
    ):
        assert records.show(ws, add(ws, kind, nested)).problems == ()


def test_r_sec_01_an_overdue_review_lists_the_person(ws: Workspace, case: Case) -> None:
    nested = {
        "person": case.son,
        "level": "high",
        "threats": "x",
        "vulnerabilities": "x",
        "capacities": "x",
        "measures": [{"measure": "x"}],
        "review_on": on(ws, -1),
    }
    review = add(ws, "risk_assessment", nested)
    (one,) = risks.overdue(ws, day_of(ws))
    day = day_of(ws) - timedelta(days=1)
    assert (one.person, one.called, one.review, one.day) == (case.son, "林远", review, day)
    told = reports.table(ws, "risk_reviews").rows
    assert told == (("林远", ws.vault.code(case.son), "High", day.isoformat()),)


def test_r_sec_01_a_later_assessment_takes_the_person_off_the_list(ws: Workspace, case: Case) -> None:
    add(ws, "risk_assessment", {"person": case.son, "review_on": on(ws, -9)})
    add(ws, "risk_assessment", {"person": case.son, "review_on": on(ws, 30)})
    assert risks.overdue(ws, day_of(ws)) == ()


def test_an_assessment_that_says_no_day_settles_what_was_due_before_it_and_nothing_after(
    ws: Workspace, case: Case
) -> None:
    add(ws, "risk_assessment", {"person": case.son, "review_on": on(ws, -9)})
    add(ws, "risk_assessment", {"person": case.son, "assessed_on": on(ws, -20)})
    assert [one.person for one in risks.overdue(ws, day_of(ws))] == [case.son]
    add(ws, "risk_assessment", {"person": case.son})
    assert risks.overdue(ws, day_of(ws)) == ()


def test_a_later_assessment_counts_also_where_it_is_to_be_looked_at_again_sooner(ws: Workspace, case: Case) -> None:
    add(ws, "risk_assessment", {"person": case.son, "assessed_on": on(ws, -90), "review_on": on(ws, 300)})
    add(ws, "risk_assessment", {"person": case.son, "assessed_on": on(ws, -30), "review_on": on(ws, -1)})
    assert [one.person for one in risks.overdue(ws, day_of(ws))] == [case.son]


def test_a_risk_stands_among_what_is_due_from_the_day_it_is_to_be_looked_at_again(ws: Workspace, case: Case) -> None:
    review = add(ws, "risk_assessment", {"person": case.son, "review_on": on(ws, 0)})
    assert [one.record for one in due.due(ws, day_of(ws)) if one.why == "risk"] == [review]
    assert not [one for one in due.due(ws, day_of(ws) - timedelta(days=1)) if one.why == "risk"]


def test_a_review_some_time_this_month_is_not_overdue_before_the_month_is_over(ws: Workspace, case: Case) -> None:
    add(ws, "risk_assessment", {"person": case.son, "review_on": {"edtf": "2026-02", "words": "2026-02"}})
    assert risks.overdue(ws, date(2026, 2, 28)) == ()
    assert risks.overdue(ws, date(2026, 3, 1)) != ()


def test_r_sec_02_whoever_is_near_the_defender_is_at_risk_until_somebody_assessed_it(ws: Workspace, case: Case) -> None:
    assert {one.person for one in risks.unassessed(ws, family.people_of(ws, case.id))} == {case.mother, case.son}
    add(ws, "risk_assessment", {"person": case.mother})
    assert [one.person for one in risks.unassessed(ws, family.people_of(ws, case.id))] == [case.son]


def test_how_high_a_risk_is_is_what_the_last_assessment_says(ws: Workspace, case: Case) -> None:
    add(ws, "risk_assessment", {"person": case.son, "level": "high", "assessed_on": on(ws, -2)})
    add(ws, "risk_assessment", {"person": case.son, "level": "low", "assessed_on": on(ws, -9)})
    add(ws, "risk_assessment", {"person": case.mother})
    assert risks.levels(ws, [case.son, case.mother]) == {case.son: "High"}


def test_r_sec_04_any_record_has_a_day_on_which_it_is_looked_at_again_and_is_listed_then(
    ws: Workspace, case: Case
) -> None:
    for record in (case.mother, case.testimony):
        records.edit(ws, record, {"retention_review_on": on(ws, 1)})
    records.edit(ws, case.id, {"next_review_on": on(ws, 1)})
    assert due.due(ws, day_of(ws)) == ()
    tomorrow = day_of(ws) + timedelta(days=1)
    assert {one.record for one in due.due(ws, tomorrow)} == {case.id, case.mother, case.testimony}
    records.edit(ws, case.testimony, {"retention_review_on": on(ws, 400)})
    records.delete(ws, case.mother)
    assert {one.record for one in due.due(ws, tomorrow)} == {case.id}


def test_it_is_found_a_piece_of_the_log_at_a_time(ws: Workspace, case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault_reading, "ENVELOPES_AT_ONCE", 2)
    records.edit(ws, case.testimony, {"retention_review_on": on(ws, 0)})
    assert [one.record for one in due.retained(ws, day_of(ws))] == [case.testimony]


def test_a_task_that_was_done_is_due_no_more(ws: Workspace, case: Case) -> None:
    task = add(ws, "task", {"title": "Call", "about": case.mother, "due_on": on(ws, 0)})
    assert [(one.record, one.title) for one in due.tasks(ws, day_of(ws))] == [(task, "Call")]
    records.edit(ws, task, {"done": True})
    assert due.tasks(ws, day_of(ws)) == ()


def test_all_that_is_due_comes_in_one_list_the_longest_first(ws: Workspace, case: Case) -> None:
    add(ws, "interview", {"interviewee": case.mother})
    add(ws, "risk_assessment", {"person": case.son, "review_on": on(ws, -9)})
    records.edit(ws, case.id, {"next_review_on": on(ws, -3)})
    assert [one.why for one in due.due(ws, day_of(ws))] == ["risk", "review", "opening"]


@pytest.mark.parametrize("untrusted", [True, "soon", {"edtf": "never"}, {"absent": "unknown"}])
def test_what_is_no_date_is_never_due(ws: Workspace, case: Case, untrusted: JSON) -> None:
    assert last_day(untrusted) is None
