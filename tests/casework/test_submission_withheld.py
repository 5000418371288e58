"""What stays out of a form for the sake of who did not agree to it, or is in it by code."""

from __future__ import annotations

import pytest

from desktop.casework import records, submission, submission_file
from desktop.casework.workspace import JSON, Workspace
from desktop.history.revise import revise
from desktop.vault.append import Addition
from tests.casework.conftest import Case, Make, introduce
from tests.casework.exchange import handed, received
from tests.casework.forms import (
    UN,
    act,
    add,
    agree,
    begun,
    involve,
    refuse,
    text_of,
)


def test_r_sec_06_what_is_withheld_is_marked_and_never_blank(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    records.edit(ws, case.son, {"nationality": {"absent": "withheld"}})
    add(ws, "identity", {"of": case.son, "contacts": [{"type": "phone", "value": "13800000000"}]})
    act(ws, case, case.son, "F.02")
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert "Nationality: [withheld]" in text_of(form, "sp_particulars", case.son)
    assert text_of(form, "sp_victim_contact", case.son) == "[withheld]"


def test_who_refuses_is_left_out_with_what_was_done_to_them(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    refuse(ws, case.mother, *UN)
    against_her = act(ws, case, case.mother, "F.02", narrative="they shouted at her gate")
    act(ws, case, case.son)
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son, case.mother]))
    assert {one.record for one in form.left_out} == {case.mother, against_her}
    assert "shouted" not in submission_file.as_text(ws, form)


def test_whose_record_was_deleted_is_in_no_form(ws: Workspace, case: Case) -> None:
    for person in (case.son, case.mother):
        agree(ws, person, *UN)
    against_her = act(ws, case, case.mother, "F.02")
    made = begun(ws, case, "SP_SUBMISSION", [case.son, case.mother])
    records.delete(ws, case.mother)
    form = submission.preview(ws, made)
    assert {(one.record, one.reason) for one in form.left_out} == {(case.mother, "deleted"), (against_her, "deleted")}
    assert "林秀兰" not in submission_file.as_text(ws, form)


def test_who_did_not_agree_is_a_code_in_others_stories(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, narrative="林秀兰 was at the gate")
    told = text_of(submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son])), "sp_incident", case.son)
    assert f"{ws.vault.code(case.mother)} was at the gate" in told
    assert "林秀兰" not in told


def test_what_people_outside_the_case_are_called_is_taken_out_of_a_form(ws: Workspace, case: Case) -> None:
    stranger = add(ws, "person", {"counting_unit": "individual"})
    add(ws, "name", {"person": stranger, "full": "何小帆", "type": "legal_zh"})
    add(ws, "identity", {"of": stranger, "spoken": [{"words": "阿强"}, {"words": "他们"}]})
    agree(ws, case.son, *UN)
    act(ws, case, case.son, narrative="小帆和阿强在门口，他们都看见了")
    told = text_of(submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son])), "sp_incident", case.son)
    assert "[withheld]和[withheld]在门口，他们都看见了" in told


def test_a_name_in_a_date_or_in_a_field_no_word_belongs_in_is_taken_out_of_a_form(ws: Workspace, case: Case) -> None:
    """The one as people tell dates, the others as only another program writes them."""
    agree(ws, case.son, *UN)
    done = act(ws, case, case.son)
    said: JSON = {
        "start": {"words": "林秀兰被抓后两天"},
        "type": "林秀兰",
        "because_of": "林秀兰",
        "narrative": ["林秀兰"],
    }
    for kind, record, body in (("act", done, said), ("person", case.son, {"sex": "林秀兰"})):
        ws.vault.append([Addition(*revise(ws.vault.state(record), kind, body, ws.vault.signing, ws.clock()))])
    told = submission_file.as_text(ws, submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son])))
    assert f"{ws.vault.code(case.mother)}被抓后两天" in told
    assert "林秀兰" not in told


def test_the_whole_name_of_who_agreed_stays_in_a_form_though_the_surname_is_a_withheld_relatives(
    ws: Workspace, case: Case
) -> None:
    add(ws, "name", {"person": case.son, "full": "Amos Okafor", "type": "english"})
    add(ws, "name", {"person": case.mother, "full": "Rose Okafor", "type": "english"})
    agree(ws, case.son, *UN)
    act(ws, case, case.son, narrative="They took Amos Okafor and asked for Okafor.")
    told = text_of(submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son])), "sp_incident", case.son)
    assert f"They took Amos Okafor and asked for {ws.vault.code(case.mother)}." in told


def test_a_name_in_a_number_of_a_letter_is_taken_out_of_a_form(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    add(ws, "defender_profile", {"person": case.son, "un_references": [{"reference": "CHN 5/2023 (林秀兰)"}]})
    told = submission_file.as_text(ws, submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son])))
    assert f"CHN 5/2023 ({ws.vault.code(case.mother)})" in told


def test_a_form_never_says_that_the_un_was_not_told_before_where_that_is_withheld(ws: Workspace, case: Case) -> None:
    agree(ws, case.mother, *UN)
    form = begun(ws, case, "SP_SUBMISSION", [case.mother])
    assert text_of(submission.preview(ws, form), "sp_earlier") == "None recorded."
    add(ws, "defender_profile", {"person": case.son, "un_references": [{"reference": "CHN 5/2023"}]})
    assert text_of(submission.preview(ws, form), "sp_earlier") == "[withheld]"


def test_a_name_of_who_agreed_brings_no_name_of_who_did_not_into_a_form(ws: Workspace, case: Case) -> None:
    add(ws, "name", {"person": case.son, "full": "林秀兰的儿子小舟", "type": "nickname"})
    agree(ws, case.son, *UN)
    act(ws, case, case.son, narrative="他们喊：林秀兰的儿子小舟，出来！")
    told = text_of(submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son])), "sp_incident", case.son)
    assert "林秀兰" not in told
    assert "的儿子" in told


def test_a_shop_called_after_who_did_not_agree_has_their_code_in_its_name(ws: Workspace, case: Case) -> None:
    agree(ws, case.mother, *UN)
    shop = add(ws, "organisation", {"name": "林远诊所", "place": "林远家隔壁"})
    done = act(ws, case, case.mother, "A.01", held_by=shop)
    involve(ws, done, perpetrator=shop)
    for form in ("WGAD_QUESTIONNAIRE", "SP_SUBMISSION"):
        text = submission_file.as_text(ws, submission.preview(ws, begun(ws, case, form, [case.mother])))
        assert "诊所" in text
        assert "林远" not in text


def test_who_wants_no_letter_with_names_is_in_it_by_code_if_the_experts_may_know(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, "un_confidential")
    refuse(ws, case.son, *UN)
    act(ws, case, case.son)
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    told = submission_file.as_text(ws, form)
    assert ws.vault.code(case.son) in text_of(form, "sp_victim", case.son)
    assert "林远" not in told


def test_the_work_of_a_defender_who_does_not_agree_is_not_told(ws: Workspace, case: Case) -> None:
    agree(ws, case.mother, *UN)
    add(ws, "defender_profile", {"person": case.son, "work": "He runs the only bookshop in Linhe."})
    act(ws, case, case.mother, "F.02")
    told = submission_file.as_text(ws, submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.mother])))
    assert "bookshop" not in told


@pytest.mark.parametrize(("agrees", "told"), [(False, "[withheld]"), (True, "He was beaten at the harbour in 2011.")])
def test_r_con_01_the_context_of_a_case_is_told_only_if_the_defender_it_is_about_agrees(
    ws: Workspace, case: Case, agrees: bool, told: str
) -> None:
    agree(ws, case.mother, *UN)
    records.edit(ws, case.id, {"context": "He was beaten at the harbour in 2011."})
    act(ws, case, case.mother, "F.02")
    (agree if agrees else refuse)(ws, case.son, *UN)
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.mother]))
    assert text_of(form, "sp_context") == told


def test_the_words_of_an_answer_that_came_for_somebody_who_refuses_too_are_withheld(ws: Workspace, case: Case) -> None:
    agree(ws, case.mother, *UN)
    refuse(ws, case.son, *UN)
    act(ws, case, case.mother, "F.02")
    answer = {"kind": "substantive", "text": "He is held lawfully."}
    both = [{"person": case.mother}, {"person": case.son}]
    step = {"type": "complaint_cn", "case": case.id, "people": both, "responses": [answer]}
    add(ws, "intervention", step)
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.mother]))
    assert "lawfully" not in submission_file.as_text(ws, form)
    assert "[withheld]" in text_of(form, "sp_action")


def test_whom_a_colleague_puts_in_somebodys_place_brings_nothing_of_theirs_into_a_form(
    ws: Workspace, make: Make, case: Case
) -> None:
    colleague = make("Bao")
    introduce(ws, colleague)
    for scope in ("internal", *UN):
        agree(ws, case.mother, scope)
    act(ws, case, case.mother, "F.02")
    profile = add(ws, "defender_profile", {"person": case.son, "work": "He writes letters."})
    step = {"type": "complaint_cn", "case": case.id, "responses": [{"kind": "substantive", "text": "Held lawfully."}]}
    complaint = add(ws, "intervention", {**step, "people": [{"person": case.son}]})
    received(colleague, handed(ws, case.id, "Bao"))
    assert {colleague.vault.kind_of(one) for one in (profile, complaint)} == {"defender_profile", "intervention"}
    (item,) = records.show(colleague, complaint).nested["people"]
    records.edit(colleague, profile, {"person": case.mother})
    records.edit(colleague, complaint, {"people": {item: {"person": case.mother}}})
    received(ws, handed(colleague, case.id, "Anna"))
    refuse(ws, case.son, *UN)
    told = submission_file.as_text(ws, submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.mother])))
    assert case.mother in str(ws.vault.state(complaint).nested())
    assert "letters" not in told
    assert "lawfully" not in told


def test_what_tells_who_somebody_is_is_withheld_of_who_is_in_it_by_code(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, "un_confidential")
    refuse(ws, case.son, *UN)
    records.edit(ws, case.son, {"occupation": "the only notary of Linhe", "nationality": "Chinese"})
    act(ws, case, case.son)
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert "Occupation: [withheld]" in text_of(form, "sp_particulars", case.son)
    assert "Nationality: Chinese" in text_of(form, "sp_particulars", case.son)
