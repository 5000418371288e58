"""Forms for the UN and for sanctions: filled in from the records, held back for what lacks, exactly as previewed."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.casework import family, records, submission, submission_file, telling, withdrawal
from desktop.casework.submission import Preview
from desktop.casework.submission_fields import FILLERS
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.mechanisms import MECHANISMS, offer
from desktop.domain.mentions import Mention, Text, compose
from desktop.errors import Refused
from desktop.history.revise import revise
from desktop.vault.append import Addition
from tests.casework.conftest import Case, Make, introduce, told
from tests.casework.exchange import handed, received
from tests.casework.shorthand import consented
from tests.conftest import Clock

SUBMITTER = {"submitter": "A Small Group", "submitter_contact": "by letter", "submitter_relation": "organisation"}
UN = ("un_to_gov", "un_public")


def agree(ws: Workspace, person: str, *scopes: str) -> None:
    consented(ws, person, listed=scopes)


def refuse(ws: Workspace, person: str, *scopes: str) -> None:
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, person, only=scopes))


def add(ws: Workspace, kind: str, nested: JSON) -> str:
    (made,) = records.add(ws, kind, [nested]).created
    return made


def edtf(text: str) -> JSON:
    return {"edtf": text, "words": text, "calendar": "gregorian"}


def act(ws: Workspace, case: Case, person: str, type_: str = "B.09", **fields: JSON) -> str:
    values = {"victim": person, "because_of": case.son, "relationship": "self" if person == case.son else "parent"}
    (made,) = family.add_act(ws, case.id, {"type": type_, "start": edtf("2023-05-03"), **values, **fields}).created
    return made


def involve(ws: Workspace, act_: str, **fields: JSON) -> str:
    agency = add(ws, "organisation", {"name_en": "Linhe City Public Security Bureau"})
    values = {"act": act_, "perpetrator": agency, "degree": "direct", **fields}
    return add(ws, "involvement", values)


def begun(ws: Workspace, case: Case, form: str, people: Collection[str], **values: JSON) -> str:
    (made,) = submission.start(ws, form, case.id, list(people), **{**SUBMITTER, **values}).created
    return made


def lacking(preview: Preview, person: str = "") -> set[str]:
    return {line.code for line in preview.lacking(person)}


def text_of(preview: Preview, code: str, person: str = "") -> str:
    return next(line.text for line in preview.lines if line.code == code and line.person == person)


@pytest.fixture
def vanished(ws: Workspace, case: Case) -> str:
    """A form about the son, who was taken and not seen again; complete but for what a test takes away."""
    agree(ws, case.son, *UN)
    taken = act(ws, case, case.son, arrest_place="Outside a bookshop in Linhe")
    involve(ws, taken)
    return begun(ws, case, "WGEID_FORM", [case.son], can_follow_up=True, steps_taken="The mother asked at the station.")


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


def test_the_grounds_and_the_end_of_a_detention_are_those_of_that_act_alone(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    records.edit(ws, case.son, {"status": "held", "status_as_of": edtf("2026-09")})
    act(ws, case, case.son, "B.04", nature="act", charge="Picking quarrels")
    act(ws, case, case.son, "E.01", legal_basis="Exit and Entry Law, article 12")
    form = submission.preview(ws, begun(ws, case, "WGAD_QUESTIONNAIRE", [case.son]))
    assert text_of(form, "wgad_detention_law", case.son) == "Charge: Picking quarrels."
    assert "Not over, as far as is known: Held (as of September 2026)" in text_of(form, "wgad_duration", case.son)


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


def test_a_form_on_reprisals_says_for_which_period_it_is(ws: Workspace, case: Case) -> None:
    made = begun(ws, case, "UN_REPRISALS", [case.son], period=edtf("2025-05-01/2026-04-30"))
    assert "Reporting period: " in submission_file.as_text(ws, submission.preview(ws, made))


def test_a_place_somebody_was_brought_to_and_not_known_to_have_left_is_said_to_be_so_from_that_day(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, *UN)
    act(ws, case, case.son, "B.04", stays=[{"place": "a prison", "start": edtf("2022-06")}])
    form = submission.preview(ws, begun(ws, case, "WGAD_QUESTIONNAIRE", [case.son]))
    assert any("a prison (from June 2022)" in line.text for line in form.lines)


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


def at_once(ws: Workspace, record: str, **values: str) -> None:
    """Two people change a field at the same time, each to another value."""
    (name, several), *_ = ((name, value.split()) for name, value in values.items())
    state = ws.vault.state(record)
    made = (revise(state, "act", {name: value}, ws.vault.signing, ws.clock()) for value in several)
    ws.vault.append([Addition(*one) for one in made])


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


def test_r_sec_06_what_is_withheld_is_marked_and_never_blank(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, *UN)
    records.edit(ws, case.son, {"nationality": {"absent": "withheld"}})
    add(ws, "identity", {"of": case.son, "contacts": [{"type": "phone", "value": "13800000000"}]})
    act(ws, case, case.son, "F.02")
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    assert "Nationality: [withheld]" in text_of(form, "sp_particulars", case.son)
    assert text_of(form, "sp_victim_contact", case.son) == "[withheld]"


def test_r_src_06_a_sanctions_dossier_says_that_nothing_speaks_for_the_accused_if_nothing_is_recorded(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, "sanctions")
    involve(ws, act(ws, case, case.son))
    form = submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son]))
    assert text_of(form, "sanctions_exculpatory") == "None recorded."


def test_r_dom_07_who_was_pressured_is_no_target_of_sanctions_but_who_pressured_them_is(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, "sanctions")
    pressing = add(ws, "organisation", {"name_en": "Linhe State Security Office"})
    landlord = add(ws, "organisation", {"name_en": "Willow House Lettings"})
    evicted = act(ws, case, case.son, "F.01")
    involve(ws, evicted, perpetrator=landlord, degree="pressured", pressured_by=pressing)
    form = submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son]))
    assert text_of(form, "sanctions_target") == "Linhe State Security Office"


def test_a_target_of_sanctions_is_told_with_every_name_but_one_made_up_for_the_case_and_with_no_post_unless_named(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, "sanctions")
    officer, other = (add(ws, "person", {"official": official}) for official in (True, False))
    for full, type_ in (("Gao Ming", "legal_latin"), ("Gao Daming", "alias"), ("Grey Heron", "pseudonym_case")):
        add(ws, "name", {"person": officer, "full": full, "type": type_})
    for person in (officer, other):
        add(ws, "posting", {"person": person, "rank": "Section head"})
    involve(ws, act(ws, case, case.son), perpetrator=officer, pressured_by=other)
    told = text_of(submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son])), "sanctions_target")
    assert told == f"Gao Ming\nAlso known as: Gao Daming\nPost: Section head\n\n{ws.vault.code(other)}"


def test_r_src_06_what_speaks_for_the_accused_is_no_evidence_against_them(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, "sanctions")
    add(ws, "defender_profile", {"person": case.son, "work": "He taught workers their rights."})
    happened = act(ws, case, case.son)
    post = add(ws, "source", {"type": "social_post"})
    add(ws, "citation", {"of": happened, "source": post, "stance": "exculpatory"})
    paper = add(ws, "source", {"type": "news"})
    add(ws, "citation", {"of": happened, "source": paper, "stance": {"absent": "unknown"}})
    form = submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son]))
    assert text_of(form, "sanctions_evidence").endswith("Sources: news report.")
    assert "He taught workers their rights." in text_of(form, "sanctions_abuse", case.son)


def test_r_src_06_a_sanctions_dossier_has_what_speaks_for_the_accused(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, "sanctions")
    involve(ws, act(ws, case, case.son), exculpatory="He let the family bring medicine.")
    form = submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son]))
    assert "He let the family bring medicine." in text_of(form, "sanctions_exculpatory")


def test_r_src_06_a_sanctions_dossier_never_says_that_nothing_is_recorded_where_something_is_withheld_or_has_no_words(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, "sanctions")
    refuse(ws, case.mother, "sanctions")
    done = act(ws, case, case.son)
    dossier = begun(ws, case, "SANCTIONS_DOSSIER", [case.son])

    def told() -> str:
        return text_of(submission.preview(ws, dossier), "sanctions_exculpatory")

    hers = {"of": done, "source": case.testimony, "stance": "exculpatory", "quote": "他当时不在场"}
    add(ws, "citation", hers)  # the mother's words, who said no
    assert told() == "More that speaks for those accused is recorded: [withheld]"
    paper = add(ws, "source", {"type": "news", "title": "A daily"})
    add(ws, "citation", {"of": done, "source": paper, "stance": "exculpatory"})
    assert told().startswith("A source speaks for them; its words are not noted.")


def test_a_quote_in_a_sanctions_dossier_tells_by_code_alone_of_somebody_without_a_name(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.son, "sanctions")
    girl = add(ws, "person", {"sex": "f", "birth": edtf("2015")})
    add(ws, "relationship", {"person": girl, "type": "child", "related_person": case.mother})
    quote = compose([Text("he was kind to "), Mention(girl)])
    paper = add(ws, "source", {"type": "news", "title": "A daily"})
    add(ws, "citation", {"of": act(ws, case, case.son), "source": paper, "stance": "exculpatory", "quote": quote})
    form = submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son]))
    assert text_of(form, "sanctions_exculpatory") == f"A source says: he was kind to {ws.vault.code(girl)}"


def test_a_sanctions_dossier_tells_how_reliable_a_source_and_what_it_says_are(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, "sanctions")
    source = add(ws, "source", {"type": "letter", "title": "T", "reliability": "2"})
    add(ws, "citation", {"of": act(ws, case, case.son), "source": source, "information_reliability": "3"})
    told = text_of(submission.preview(ws, begun(ws, case, "SANCTIONS_DOSSIER", [case.son])), "sanctions_evidence")
    assert told.endswith("letter, source: likely reliable, information: unsure.")


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


def test_who_wants_no_letter_with_names_is_in_it_by_code_if_the_experts_may_know(ws: Workspace, case: Case) -> None:
    agree(ws, case.son, "un_confidential")
    refuse(ws, case.son, *UN)
    act(ws, case, case.son)
    form = submission.preview(ws, begun(ws, case, "SP_SUBMISSION", [case.son]))
    told = submission_file.as_text(ws, form)
    assert ws.vault.code(case.son) in text_of(form, "sp_victim", case.son)
    assert "林远" not in told


def test_nothing_is_written_while_the_identities_are_closed(make: Make, tmp_path: Path) -> None:
    ws = make("Closed", identity_passphrase="nine small boats at dusk")
    case = told(ws)
    made = begun(ws, case, "SP_SUBMISSION", [case.son])
    ws.vault.close_compartment()
    assert "vault.compartment_closed" in {stop.code for stop in submission.preview(ws, made).stops}


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


def test_every_field_of_every_form_is_filled_by_something(ws: Workspace) -> None:
    terms = list(ws.vocabularies["un_form_fields"])
    assert len(terms) == 91
    assert {term.more["filled_by"] for term in terms} - {"rule"} == set(FILLERS)


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
