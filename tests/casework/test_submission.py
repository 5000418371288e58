"""Forms for the UN and for sanctions: filled in from the records, held back for what lacks, exactly as previewed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.casework import records, submission, submission_file, withdrawal
from desktop.casework.submission_fields import FILLERS
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.mechanisms import MECHANISMS, offer
from desktop.errors import Refused
from tests.casework.conftest import Case, Make, told
from tests.casework.forms import (
    UN,
    act,
    add,
    agree,
    begun,
    edtf,
    involve,
    lacking,
    refuse,
    text_of,
    vanished,
)

__all__ = ["vanished"]  # a fixture


def test_r_con_02_a_special_procedures_form_with_one_person_unanswered_is_refused_naming_person_and_question(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    agree(ws, case.son, *UN)
    agree(ws, case.mother, "un_to_gov")
    for person in (case.son, case.mother):
        act(ws, case, person, "F.02")
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son, case.mother]))
    with pytest.raises(Refused) as refused:
        submission_file.write(ws, form, tmp_path / "form.txt", "txt")
    assert refused.value.code == "submission.unanswered"
    assert refused.value.details["person"] == ws.vault.code(case.mother)
    assert "public reports and online database" in str(refused.value.details["question"])


def test_r_dom_10_the_six_elements_of_the_disappearance_form_are_each_asked_for(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    (made,) = submission.start(ws, "WGEID_FORM", case.id, [case.son]).created
    for name in ws.vault.referring(case.son, "name"):
        records.delete(ws, name)
    form = submission.preview(ws, made)
    assert lacking(form, case.son) == {"wgeid_name", "wgeid_date", "wgeid_place", "wgeid_forces"}
    assert lacking(form) == {"wgeid_action", "wgeid_submitter"}


def test_a_form_for_one_person_is_written_in_the_order_of_the_form(ws: Workspace, vanished: str) -> None:
    told = submission_file.as_text(ws, submission.preview(ws, vanished))
    assert told.index("[1*]") < told.index("[4*]") < told.index("[5*]") < told.index("[7]")


def test_the_working_group_on_detention_is_told_how_to_reach_whoever_submits(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "B.04")
    form = submission.preview(ws, begun(ws, case, "WGAD_QUESTIONNAIRE", [case.son], submitter_contact=None))
    (lacks,) = (line for line in form.lacking() if "submitter" in line.label)
    assert lacks.where is not None
    assert lacks.where.path == "submitter_contact"


def test_an_urgent_action_says_what_was_tried_beside_what_was_done(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, narrative="Four men took him.")
    form = begun(ws, case, "CED_URGENT_ACTION", [case.son], state="TH", steps_taken="The mother asked at the station.")
    told = text_of(submission.preview(ws, form), "ced_case", case.son)
    assert "Four men took him." in told
    assert "Steps taken, and results: The mother asked at the station." in told


def test_r_dom_10_an_urgent_action_lacks_what_the_form_of_the_working_group_would(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, arrest_place="Outside a bookshop", narrative="Four men took him.")
    form = submission.preview(
        ws, begun(ws, case, "CED_URGENT_ACTION", [case.son], state="TH", steps_taken="She asked.")
    )
    assert lacking(form, case.son) == {"ced_case"}  # who took him
    (line,) = form.lacking(case.son)
    assert line.where is not None
    assert line.where.kind == "involvement"


def test_who_complains_for_themselves_is_told_of_as_the_author(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    records.edit(ws, case.son, {"occupation": "driver"})
    act(ws, case, case.son)
    form = begun(ws, case, "TB_INDIVIDUAL_COMPLAINT", [case.son], state="TH", submitter_relation="victim")
    assert "Occupation: driver" in text_of(submission.preview(ws, form), "tb_author")


def test_what_was_sent_to_the_un_counts_as_another_international_procedure(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son)
    add(ws, "intervention", {"case": case.id, "type": "un_sp", "reference": "AL CHN 99/2024"})
    add(ws, "evidence", {"case": case.id, "type": "letter", "description": "What she asked.", "shows_person": False})
    form = submission.preview(ws, begun(ws, case, "TB_INDIVIDUAL_COMPLAINT", [case.son], state="TH"))
    assert "AL CHN 99/2024" in text_of(form, "tb_other")
    assert text_of(form, "tb_annex").startswith("1. Letter: What she asked.")


def test_a_form_on_reprisals_says_for_which_period_it_is(ws: Workspace, case: Case) -> None:
    made = begun(ws, case, "UN_REPRISALS", [case.son], period=edtf("2025-05-01/2026-04-30"))
    assert "Reporting period: " in submission_file.as_text(ws, submission.preview(ws, made))


def test_r_dom_10_a_complete_disappearance_form_lacks_nothing(ws: Workspace, vanished: str) -> None:
    assert submission.preview(ws, vanished).stops == ()


def test_r_dom_10_what_lacks_is_listed_person_by_person(ws: Workspace, case: Case) -> None:
    for person in (case.son, case.mother):
        agree(ws, person, *UN)
    act(ws, case, case.son, "F.02", narrative="they cut the power", link_to_work="because of his letters")
    (made,) = submission.start(ws, "SP_SUBMISSION", case.id, [case.son, case.mother]).created
    form = submission.preview(ws, made)
    assert "sp_incident" not in lacking(form, case.son)
    assert "sp_incident" in lacking(form, case.mother)


def test_r_dat_05_a_wgeid_form_with_only_a_year_is_refused(
    ws: Workspace, case: Case, vanished: str, tmp_path: Path
) -> None:
    (taken,) = ws.vault.referring(case.id, "act")
    records.edit(ws, taken, {"start": edtf("2023")})
    with pytest.raises(Refused, match="month_needed"):
        submission_file.write(ws, submission.preview(ws, vanished), tmp_path / "form.txt", "txt")
    assert not (tmp_path / "form.txt").exists()


def test_a_disappearance_known_to_the_month_is_exact_enough(ws: Workspace, case: Case, vanished: str) -> None:
    (taken,) = ws.vault.referring(case.id, "act")
    records.edit(ws, taken, {"start": edtf("2023-05")})
    assert submission.preview(ws, vanished).ready


def test_no_form_is_written_while_names_are_hidden(ws: Workspace, vanished: str) -> None:
    assert "submission.names_hidden" in {
        stop.code for stop in submission.preview(ws.hiding_names(True), vanished).stops
    }


def test_a_disappearance_form_is_for_one_person(ws: Workspace, case: Case) -> None:
    form = submission.preview(ws, begun(ws, case, "WGEID_FORM", [case.son, case.mother]))
    assert "submission.one_person" in {stop.code for stop in form.stops}


def test_r_nam_02_the_special_procedures_form_gets_family_and_given_name_apart(ws: Workspace, case: Case) -> None:
    person = add(ws, "person", {"counting_unit": "individual"})
    name = {"person": person, "full": "王全苇", "type": "legal_zh", "family": "王", "given": "全苇"}
    add(ws, "name", {**name, "pinyin": "Wang Quanwei", "pinyin_confirmed": True})
    records.edit(ws, case.id, {"defenders": [{"person": person}]})
    agree(ws, person, *UN)
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [person]))
    (told,) = submission_file.as_json(ws, form)["people"]
    assert (told["family_name"], told["given_name"], told["original_name"]) == ("Wang", "Quanwei", "王全苇")
    assert "Family name: Wang; Given name: Quanwei" in text_of(form, "sp_victim", person)


def test_r_nam_02_a_name_of_another_language_stands_in_letters_in_its_own_script_and_as_it_is_transcribed(
    ws: Workspace, case: Case
) -> None:
    person = add(ws, "person", {"counting_unit": "individual"})
    for full, type_ in (("古丽夏·铁木尔", "legal_zh"), ("گۈلشە تۆمۈر", "uyghur"), ("Gülshe Tömür", "uyghur")):
        add(ws, "name", {"person": person, "full": full, "type": type_})
    records.edit(ws, case.id, {"defenders": [{"person": person}]})
    agree(ws, person, *UN)
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [person]))
    written = "Name: Gülshe Tömür; In the original: گۈلشە تۆمۈر; Also written: 古丽夏·铁木尔"
    assert text_of(form, "sp_victim", person) == written


def test_whoever_has_one_name_alone_lacks_no_family_name(ws: Workspace, case: Case) -> None:
    person = add(ws, "person", {"counting_unit": "individual"})
    add(ws, "name", {"person": person, "full": "Tenzin", "name_order": "single"})
    records.edit(ws, case.id, {"defenders": [{"person": person}]})
    agree(ws, person, *UN)
    form = submission.preview(ws, begun(ws, case, "WGAD_QUESTIONNAIRE", [person]))
    assert text_of(form, "wgad_family_name", person) == "None: they have one name alone"
    assert "wgad_family_name" not in lacking(form, person)


def test_a_nickname_that_is_one_word_says_nothing_of_a_family_name(ws: Workspace, case: Case) -> None:
    person = add(ws, "person", {"counting_unit": "individual"})
    add(ws, "name", {"person": person, "full": "李小华", "type": "legal_zh"})
    add(ws, "name", {"person": person, "full": "Huahua", "type": "nick", "name_order": "single"})
    records.edit(ws, case.id, {"defenders": [{"person": person}]})
    agree(ws, person, *UN)
    form = submission.preview(ws, begun(ws, case, "WGAD_QUESTIONNAIRE", [person]))
    assert "wgad_family_name" in lacking(form, person)


def test_a_name_online_does_not_stand_in_a_form_as_the_original_of_somebodys_own(ws: Workspace, case: Case) -> None:
    person = add(ws, "person", {"counting_unit": "individual"})
    add(ws, "name", {"person": person, "full": "李小华", "type": "legal_zh"})
    add(ws, "name", {"person": person, "full": "گۈل", "type": "online"})
    records.edit(ws, case.id, {"defenders": [{"person": person}]})
    agree(ws, person, *UN)
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [person]))
    assert text_of(form, "sp_victim", person) == "Name: 李小华"


def test_a_name_nobody_took_apart_is_not_called_a_given_name(ws: Workspace, case: Case, vanished: str) -> None:
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert text_of(form, "sp_victim", case.son) == "Name: 林远"


def test_r_sec_05_the_preview_matches_the_file_exactly(
    ws: Workspace, case: Case, vanished: str, tmp_path: Path
) -> None:
    form = submission.preview(ws, vanished)
    submission_file.write(ws, form, tmp_path / "form.json", "json")
    told = json.loads((tmp_path / "form.json").read_text(encoding="utf-8"))
    written = [one["text"] for one in told["fields"]] + [one["text"] for one in told["people"][0]["fields"]]
    previewed = [
        line.text or "[not stated]" for person in ("", case.son) for line in form.lines if line.person == person
    ]
    assert written == previewed


def test_what_somebody_wrote_stands_instead_of_what_the_records_say(ws: Workspace, case: Case, vanished: str) -> None:
    submission.write_texts(ws, vanished, {f"wgeid_place/{case.son}": "In front of his house"})
    form = submission.preview(ws, vanished)
    assert text_of(form, "wgeid_place", case.son) == "In front of his house"
    submission.write_texts(ws, vanished, {f"wgeid_place/{case.son}": ""})
    assert text_of(submission.preview(ws, vanished), "wgeid_place", case.son) == "Outside a bookshop in Linhe"


def test_a_later_withdrawal_tells_that_the_form_went_out(
    ws: Workspace, case: Case, vanished: str, tmp_path: Path
) -> None:
    submission_file.write(ws, submission.preview(ws, vanished), tmp_path / "form.txt", "txt")
    (sent,) = withdrawal.preview_withdrawal(ws, case.son).sent
    assert "Working Group on Disappearances" in sent.to


def test_the_account_an_act_was_told_in_counts_as_going_along(ws: Workspace, case: Case) -> None:
    for person in (case.son, case.mother):
        agree(ws, person, *UN)
    act(ws, case, case.son, anchors=[{"record": case.testimony}])
    form = begun(ws, case, "SP_SUBMISSION", [case.son])
    assert case.testimony in submission.preview(ws, form).items


def test_a_form_that_was_sent_becomes_an_intervention_each_naming_the_other(ws: Workspace, vanished: str) -> None:
    (made,) = submission_file.mark_sent(ws, vanished).created
    assert ws.vault.state(made).nested()["submission"] == vanished
    assert ws.vault.state(vanished).nested()["intervention"] == made
    with pytest.raises(Refused, match="sent_already"):
        submission_file.mark_sent(ws, vanished)


def test_what_was_sent_was_sent_for_whoever_was_in_it(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    refuse(ws, case.mother, *UN)
    his, hers = (act(ws, case, person, "F.02") for person in (case.son, case.mother))
    made = begun(ws, case, "SP_SUBMISSION", [case.son, case.mother])
    (sent,) = submission_file.mark_sent(ws, made).created
    nested: JSON = ws.vault.state(sent).nested()
    assert [one["person"] for one in nested["people"].values()] == [case.son]
    assert [one["act"] for one in nested["acts"].values()] == [his]
    assert hers not in str(nested)


def test_r_dom_09_a_treaty_complaint_against_china_is_explained_and_blocked(ws: Workspace, case: Case) -> None:
    with pytest.raises(Refused, match="not_offered") as refused:
        submission.start(ws, "TB_INDIVIDUAL_COMPLAINT", case.id, [case.son])
    assert "not ratified" in str(refused.value.details["why"])


def test_r_dom_09_the_un_mechanisms_open_to_all_are_offered_for_china(ws: Workspace) -> None:
    accepted = ws.vocabularies["complaint_procedures"]
    offered = {form for form in MECHANISMS if offer(form, "CN", accepted).offered}
    assert offered == {"SP_SUBMISSION", "WGAD_QUESTIONNAIRE", "WGEID_FORM", "UN_REPRISALS", "SANCTIONS_DOSSIER"}


def test_r_dom_09_a_third_state_that_accepted_complaints_is_offered_them_to_be_checked(ws: Workspace) -> None:
    told = offer("TB_INDIVIDUAL_COMPLAINT", "TH", ws.vocabularies["complaint_procedures"])
    assert told.offered
    assert told.to_check


def test_a_reprisals_form_needs_cooperation_with_the_un(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, "un_reprisals_report")
    act(ws, case, case.son, "F.02")
    made = begun(ws, case, "UN_REPRISALS", [case.son])
    assert "reprisals_scope" in lacking(submission.preview(ws, made))
    add(ws, "defender_profile", {"person": case.son, "un_cooperation": [{"body": "Committee against Torture"}]})
    assert "reprisals_scope" not in lacking(submission.preview(ws, made))


def test_a_reprisals_form_says_that_somebody_knows_the_risks_only_where_that_is_recorded(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, "un_reprisals_report")
    act(ws, case, case.son, "J.03")
    made = begun(ws, case, "UN_REPRISALS", [case.son])
    assert "reprisals_consent" in lacking(submission.preview(ws, made), case.son)
    (said,) = ws.vault.referring(case.son, "consent")
    records.edit(ws, said, {"risks_explained": "They may come again."})
    form = submission.preview(ws, made)
    assert text_of(form, "reprisals_consent", case.son) == "Yes"
    assert "reprisals_consent" not in lacking(form, case.son)


def test_nothing_is_written_while_the_identities_are_closed(make: Make, tmp_path: Path) -> None:
    ws = make("Closed", identity_passphrase="nine small boats at dusk")
    case = told(ws)
    made = begun(ws, case, "SP_SUBMISSION", [case.son])
    ws.vault.close_compartment()
    assert "vault.compartment_closed" in {stop.code for stop in submission.preview(ws, made).stops}


def test_r_sec_05_a_form_states_what_it_is_for_whom_it_goes_to_and_who_may_read_it(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "E.01")
    told = submission_file.as_text(ws, submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son])))
    assert "Purpose: submission to: Special Procedures" in told
    assert "For: SR on the situation of human rights defenders" in told
    assert "Level: confidential" in told


def test_a_consent_taken_back_after_the_form_was_looked_at_stops_it(
    ws: Workspace, case: Case, vanished: str, tmp_path: Path
) -> None:
    form = submission.preview(ws, vanished)
    refuse(ws, case.son, *UN)
    with pytest.raises(Refused, match=r"submission\.nobody_agrees"):
        submission_file.write(ws, form, tmp_path / "form.txt", "txt")


def test_what_changed_after_the_form_was_looked_at_is_looked_at_again(
    ws: Workspace, case: Case, vanished: str, tmp_path: Path
) -> None:
    form = submission.preview(ws, vanished)
    records.edit(ws, case.son, {"sex": "male"})
    with pytest.raises(Refused, match=r"submission\.changed"):
        submission_file.write(ws, form, tmp_path / "form.txt", "txt")


def test_every_field_of_every_form_is_filled_by_something(ws: Workspace) -> None:
    terms = list(ws.vocabularies["un_form_fields"])
    assert len(terms) == 91
    assert {term.more["filled_by"] for term in terms} - {"rule"} == set(FILLERS)


def test_what_lacks_on_who_did_it_leads_to_an_involvement_in_the_act_of_which_nobody_is_named(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, *UN)
    involve(ws, act(ws, case, case.son, "B.04", start=edtf("2022-01-01")))
    unnamed = act(ws, case, case.son, "B.01")
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    line = next(line for line in form.lines if line.code == "sp_perpetrators")
    assert line.where is not None
    assert line.where.given == (("act", unnamed),)
    form = submission.preview(ws, begun(ws, case, "WGEID_FORM", [case.son]))
    line = next(line for line in form.lines if line.code == "wgeid_forces")
    assert line.where is not None
    assert [name for name, _ in line.where.given] == ["act"]
