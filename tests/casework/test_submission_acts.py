"""How a form tells what happened: no more surely than it is known, and of each act what is its own."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop.casework import records, submission, submission_file, telling
from desktop.casework.workspace import JSON, Workspace
from tests.casework.conftest import Case
from tests.casework.forms import (
    UN,
    act,
    add,
    agree,
    at_once,
    begun,
    edtf,
    involve,
    text_of,
    vanished,
)

__all__ = ["vanished"]  # a fixture
from tests.conftest import Clock


def test_the_grounds_and_the_end_of_a_detention_are_those_of_that_act_alone(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    records.edit(ws, case.son, {"status": "held", "status_as_of": edtf("2026-09")})
    act(ws, case, case.son, "B.04", nature="act", charge="Picking quarrels")
    act(ws, case, case.son, "E.01", legal_basis="Exit and Entry Law, article 12")
    form = submission.preview(ws, begun(ws, case, "WGAD_QUESTIONNAIRE", [case.son]))
    assert text_of(form, "wgad_detention_law", case.son) == "Charge: Picking quarrels."
    assert "Not over, as far as is known: Held (as of September 2026)" in text_of(form, "wgad_duration", case.son)


def test_r_dom_06_a_chronology_says_what_of_the_form_led_to_an_act(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    taken, evicted = (
        act(ws, case, case.son, "B.04"),
        act(ws, case, case.son, "F.01", start=edtf("2023-06-01")),
    )
    add(ws, "event_link", {"first": taken, "type": "causes", "second": evicted})
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert "It came of: " in text_of(form, "sp_chronology", case.son)
    assert "Criminal detention (alleged), 3 May 2023." in text_of(form, "sp_chronology", case.son)


def test_a_place_somebody_was_brought_to_and_not_known_to_have_left_is_said_to_be_so_from_that_day(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "B.04", stays=[{"place": "a prison", "start": edtf("2022-06")}])
    form = submission.preview(ws, begun(ws, case, "WGAD_QUESTIONNAIRE", [case.son]))
    assert any("a prison (from June 2022)" in line.text for line in form.lines)


def test_r_src_09_an_act_nobody_checked_is_told_as_alleged(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "F.02")
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert "was allegedly subjected to" in text_of(form, "sp_incident", case.son)


@pytest.mark.parametrize(
    ("corroboration", "said"),
    [("single_first_hand", "was reportedly subjected"), ("documented", "was subjected"), ("disputed", "was allegedly")],
)
def test_r_src_09_an_act_is_told_no_more_strongly_than_it_is_borne_out(
    ws: Workspace, case: Case, corroboration: str, said: str
) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "F.02", corroboration=corroboration)
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert said in text_of(form, "sp_incident", case.son)


@pytest.mark.parametrize(
    ("type_", "said"),
    [("F.01", "was allegedly threatened with: Eviction"), ("A.05", "was allegedly subjected to: Threat to take")],
)
def test_r_src_09_a_threat_is_told_as_a_threat_and_never_as_what_was_threatened(
    ws: Workspace, case: Case, type_: str, said: str
) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, type_, nature="threat")
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert said in text_of(form, "sp_incident", case.son)


def test_r_src_01_what_was_accepted_elsewhere_without_a_source_counts_as_needing_work_where_it_is_told(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, *UN)
    happened = act(ws, case, case.son, "F.02", corroboration="documented")
    at_once(ws, happened, claim_status="accepted")  # as others' revisions come in
    form = begun(ws, case, "SP_SUBMISSION", [case.son])
    assert "was allegedly" in text_of(submission.preview(ws, form), "sp_incident", case.son)
    add(ws, "citation", {"of": happened, "source": case.testimony})
    assert "was subjected" in text_of(submission.preview(ws, form), "sp_incident", case.son)
    assert ws.vault.state(happened).nested()["claim_status"] == "accepted"


def test_r_src_09_how_far_an_act_is_borne_out_counts_for_nothing_while_that_is_in_conflict(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, *UN)
    disputed, refuted = act(ws, case, case.son, "F.02"), act(ws, case, case.son, "F.03")
    at_once(ws, disputed, corroboration="documented single")
    at_once(ws, refuted, corroboration="documented refuted")
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert "was allegedly subjected to: Water" in text_of(form, "sp_incident", case.son)
    assert {(one.record, one.reason) for one in form.left_out} == {(refuted, "does_not_stand")}


def test_a_norm_that_was_not_ratified_is_named_with_these_words_and_never_as_violated(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "B.04", norms=[{"norm": "ICCPR-9", "confirmed": True}, {"norm": "UDHR-11"}])
    told = text_of(submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son])), "sp_incident", case.son)
    assert "article 9 (signed, not ratified" in told
    assert "violat" not in told
    assert "Universal" not in told  # nobody confirmed that one


def test_how_a_rule_binds_china_is_not_said_of_another_state(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "E.07", norms=[{"norm": "ICCPR-9", "confirmed": True}])
    form = submission.preview(ws, begun(ws, case, "TB_INDIVIDUAL_COMPLAINT", [case.son], state="TH"))
    told = submission_file.as_text(ws, form)
    assert "International Covenant on Civil and Political Rights, article 9" in told
    assert "not ratified" not in told


def test_an_age_as_given_is_told_with_its_day(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    records.edit(ws, case.son, {"age": 15, "age_on": edtf("2015-08-17"), "age_counted_from_one": True})
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert "Age as given: 15 (17 August 2015, counted from one)" in text_of(form, "sp_particulars", case.son)


def test_r_int_05_a_form_says_whether_the_statement_was_read_back(ws: Workspace, case: Case) -> None:
    for person in (case.son, case.mother):
        agree(ws, person, *UN)
    records.edit(ws, case.testimony, {"read_back": True})
    told_of: JSON = ws.vault.state(case.testimony).nested()
    (item,) = told_of["statements"]
    anchor: JSON = {"record": case.testimony, "item": item, "start": 0, "end": 5}
    act(ws, case, case.son, "F.02", anchors=[anchor])
    told = text_of(submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son])), "sp_incident", case.son)
    assert "The statement was read back and confirmed: Yes" in told


@pytest.mark.parametrize(("corroboration", "alleged"), [(None, True), ("documented", False)])
def test_r_src_09_the_page_of_a_copy_says_that_an_act_is_alleged_unless_it_is_borne_out(
    ws: Workspace, case: Case, corroboration: str | None, alleged: bool
) -> None:
    told: dict[str, tuple[str, JSON]] = {"c": ("case", {"title": "T"})}
    told["a"] = ("act", {"type": "F.02", "corroboration": corroboration})
    page = telling.dossier(ws, told, lambda record: record)
    assert any("allegedly" in fact.value for fact in page.acts[0].facts) is alleged


def test_the_forces_behind_a_disappearance_are_those_of_that_act_alone(
    ws: Workspace, case: Case, vanished: str
) -> None:
    other = act(ws, case, case.son, "F.02")
    involve(ws, other, rank="landlord")
    submitted: JSON = {"acts": [{"act": other}]}
    records.edit(ws, vanished, submitted)
    form = submission.preview(ws, vanished)
    assert "landlord" not in text_of(form, "wgeid_forces", case.son)


@pytest.mark.parametrize(("status", "named"), [("work_needed", True), ("withdrawn", False), ("conflict", False)])
def test_nobody_is_accused_in_a_form_by_what_was_withdrawn_or_is_in_conflict(
    ws: Workspace, case: Case, status: str, named: bool
) -> None:
    agree(ws, case.son, *UN)
    involve(ws, act(ws, case, case.son), claim_status=status)
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert ("Public Security" in text_of(form, "sp_perpetrators", case.son)) is named


def test_a_threat_to_take_a_child_a_summons_and_a_charge_are_no_arrest(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "A.05", nature="threat")
    act(ws, case, case.son, "B.01")
    act(ws, case, case.son, "F.02", charge="Picking quarrels")
    form = submission.preview(ws, begun(ws, case, "WGAD_QUESTIONNAIRE", [case.son]))
    assert text_of(form, "wgad_arrest_date", case.son) == ""


def test_a_disappearance_comes_before_an_earlier_detention_in_the_form_for_disappearances(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "B.03", start=edtf("2019-02-01"), ended=True)
    act(ws, case, case.son)
    form = submission.preview(ws, begun(ws, case, "WGEID_FORM", [case.son]))
    assert text_of(form, "wgeid_date", case.son) == "3 May 2023"


def test_a_state_by_its_type_goes_on_in_a_form_and_one_first_known_of_is_not_said_to_have_begun(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "E.01", started=False)
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert text_of(form, "sp_urgency").startswith("Urgent")
    told = text_of(form, "sp_incident", case.son)
    assert told.startswith("1. First known of 3 May 2023: ")
    assert "It goes on, as far as is known" in told


@pytest.mark.parametrize(("status", "said"), [("held_serving", "Urgent"), ("free", "Allegation")])
def test_an_arrest_is_not_called_past_in_a_letter_while_the_person_is_not_free(
    ws: Workspace, case: Case, status: str, said: str
) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "B.04", nature="act")
    records.edit(ws, case.son, {"status": status})
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert text_of(form, "sp_urgency").startswith(said)


def test_an_age_that_was_given_on_another_day_is_reckoned_to_the_day_of_the_arrest(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    records.edit(ws, case.son, {"birth": None, "age": 40, "age_on": edtf("2013-01-01")})
    act(ws, case, case.son, "B.04")
    form = submission.preview(ws, begun(ws, case, "WGAD_QUESTIONNAIRE", [case.son]))
    assert text_of(form, "wgad_birth", case.son) == "aged 50 or 51 at the time"


def test_what_happened_abroad_is_placed_in_the_state_that_acted(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "E.07", region="XX", acting_state="TH")
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert text_of(form, "sp_incident", case.son).startswith("1. 3 May 2023, Thailand: ")


@pytest.mark.parametrize(("day", "until"), [("2025-05-28", date(2025, 5, 28)), ("2025-05-29", None)])
def test_a_disappearance_is_urgent_on_the_last_day_of_three_months_and_not_on_the_next(
    ws: Workspace, case: Case, clock: Clock, day: str, until: date | None
) -> None:
    clock.now = int(datetime.fromisoformat(f"{day}T12:00:00+00:00").timestamp())
    agree(ws, case.son, *UN)
    act(ws, case, case.son, start=edtf("2025-02-28"))
    assert submission.preview(ws, begun(ws, case, "WGEID_FORM", [case.son])).urgent_until == until
