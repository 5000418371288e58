"""Reports count what the records say, and tell others no count that may point at somebody."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.casework import chains, family, people, records, renewing_keys, report_facts, reports, same_person
from desktop.casework.earlier_tables import Beside
from desktop.casework.tables import Table
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.mentions import Mention, compose
from desktop.errors import Refused
from desktop.history.revise import revise
from desktop.vault.append import Addition
from tests.casework.conftest import PASSPHRASE, Case, Make, introduce
from tests.casework.exchange import handed, received
from tests.casework.shorthand import consented
from tests.conftest import Clock

FIVE = {"KT1": "A.01", "KT2": "B.04", "KT3": "C.01", "KT4": "D.02", "KT5": "E.01"}


def act(ws: Workspace, case: Case, type_: str, victim: str = "", **fields: JSON) -> str:
    values = {
        "type": type_,
        "victim": victim or case.mother,
        "because_of": case.son,
        "relationship": "parent",
        **fields,
    }
    (made,) = family.add_act(ws, case.id, values).created
    return made


def cells(table: Table, *starting: str) -> list[tuple[str | int, ...]]:
    """The rows whose first cell begins so, without it."""
    return [row[1:] for row in table.rows if str(row[0]).startswith(starting)]


def pairs(table: Table) -> dict[str | int, str | int]:
    return {row[0]: row[1] for row in table.rows}


def test_r_dom_02_acts_are_counted_by_what_the_person_harmed_is_to_the_defender(ws: Workspace, case: Case) -> None:
    for _ in range(2):
        act(ws, case, "F.02")
    act(ws, case, "B.04", case.son, relationship="self")
    table = reports.table(ws, "relationship")
    assert pairs(table) == {"The defender themself": 1, "Parent": 2}


def test_r_dom_03_acts_are_counted_by_the_five_takeaways_and_the_sixth_is_worked_out(ws: Workspace, case: Case) -> None:
    for code in FIVE.values():
        act(ws, case, code, relationship="child")
    act(ws, case, "F.02", remedy_kind="complaint", remedy_answer="none")
    table = reports.table(ws, "takeaways")
    assert [cells(table, key) for key in (*FIVE, "KT6")] == [[(1,)]] * 6


def test_r_dom_03_a_child_that_is_not_the_defenders_own_stands_apart(ws: Workspace, case: Case) -> None:
    act(ws, case, "A.01", relationship="sibling")
    table = reports.table(ws, "takeaways")
    assert cells(table, "KT1") == [(0,)]
    assert cells(table, "Other children") == [(1,)]


@pytest.mark.parametrize(
    ("report", "row"),
    [("chapters", "1 "), ("families_in_fear", "1 "), ("huridocs", "02040000000005"), ("huridocs", "02012100000004")],
)
def test_r_dom_03_acts_are_counted_by_chapter_by_type_of_safeguard_defenders_and_by_code(
    ws: Workspace, case: Case, report: str, row: str
) -> None:
    act(ws, case, "A.01")
    assert [found[-1] for found in cells(reports.table(ws, report), row)] == [1]


def test_a_type_that_is_in_no_chapter_is_not_counted_as_if_nobody_had_said_what_was_done(
    ws: Workspace, case: Case
) -> None:
    act(ws, case, "F.02")
    table = reports.table(ws, "chapters")
    assert cells(table, "None of these") == [(1,)]
    assert not cells(table, "Not said")


def test_rules_that_protect_children_alone_are_proposed_by_acts_against_children_alone(
    ws: Workspace, case: Case
) -> None:
    def proposed() -> bool:
        return any("CRC" in str(row[0]) for row in reports.table(ws, "norms").rows)

    act(ws, case, "E.08")
    assert not proposed()
    act(ws, case, "A.01")
    assert proposed()


def test_r_dom_03_acts_are_counted_by_norm_with_what_was_not_ratified_in_plain_words(ws: Workspace, case: Case) -> None:
    act(ws, case, "A.01", norms=[{"norm": "ICCPR-9", "confirmed": True}])
    assert cells(reports.table(ws, "norms"), "ICCPR-9") == [("signed 1998, not ratified", 1, 1)]


def test_r_dom_04_acts_are_told_apart_by_how_far_redress_got(ws: Workspace, case: Case) -> None:
    act(ws, case, "F.01")
    act(ws, case, "F.02", remedy_kind="complaint", remedy_answer="none")
    act(ws, case, "F.03", remedy_kind="complaint", remedy_answer="rejected")
    act(ws, case, "F.04", remedy_kind="complaint", investigated=True)
    assert cells(reports.table(ws, "impunity"), "F ") == [(1, 1, 1, 1)]


def test_why_an_answer_is_not_recorded_is_no_complaint_and_no_answer(ws: Workspace, case: Case) -> None:
    unknown: JSON = {"absent": "unknown"}
    act(ws, case, "F.02", filed_on=unknown, remedy_kind=unknown)
    act(ws, case, "F.02", remedy_kind="complaint", remedy_answer=unknown)
    assert cells(reports.table(ws, "impunity"), "F ") == [(1, 1, 0, 0)]


def test_how_a_rule_binds_china_is_told_in_the_language_of_the_screen(ws: Workspace, case: Case) -> None:
    act(ws, case, "B.04", norms=[{"norm": "ICCPR-9", "confirmed": True}])
    assert reports.table(ws.speaking("zh_Hans"), "norms").rows[0][1] == "1998 年签署，未批准"


def test_r_dom_04_an_agency_is_counted_for_nothing_that_was_withdrawn(ws: Workspace, case: Case) -> None:
    (agency,) = records.add(ws, "organisation", [{"name": "临河市公安局"}]).created
    for status in ("work_needed", "withdrawn", "conflict"):
        made = act(ws, case, "F.02")
        records.add(ws, "involvement", [{"act": made, "perpetrator": agency, "claim_status": status}])
    assert {row[0]: row[1] for row in reports.table(ws, "agencies").rows} == {"临河市公安局": 1, "Not said": 2}


def test_r_dom_04_a_complaint_that_stands_beside_the_act_counts_for_it(ws: Workspace, case: Case) -> None:
    made = act(ws, case, "F.02")
    records.add(ws, "intervention", [{"type": "complaint_cn", "acts": [{"act": made}]}])
    assert cells(reports.table(ws, "impunity"), "F ") == [(0, 1, 0, 0)]


def test_r_dom_04_the_same_agency_pretext_and_region_are_counted(ws: Workspace, case: Case) -> None:
    (agency,) = records.add(ws, "organisation", [{"name": "临河市公安局"}]).created
    for _ in range(3):
        made = act(ws, case, "F.02", pretext="order_from_above", region="13")
        records.add(ws, "involvement", [{"act": made, "perpetrator": agency}])
    found = [reports.table(ws, name).rows for name in ("agencies", "pretexts", "regions_redress")]
    assert [rows[0][1] for rows in found] == [3, 3, 3]
    assert [len(rows) for rows in found] == [1, 1, 1]


def test_r_dom_04_what_followed_on_speaking_out_is_counted_by_its_type_and_by_what_it_is_linked_to(
    ws: Workspace, case: Case
) -> None:
    letter, raid = records.add(
        ws, "event", [{"title": "The hundredth letter", "case": case.id}, {"title": "The raid", "case": case.id}]
    ).created
    act(ws, case, "J.03")
    act(ws, case, "F.03", event=raid)
    for event in (letter, letter, raid):
        chains.link(ws, event, "causes", act(ws, case, "F.01" if event == letter else "F.02"))
    chains.link(ws, letter, "parallel", act(ws, case, "G.01"))
    table = reports.table(ws, "advocacy")
    assert {str(row[0])[:4]: row[1] for row in table.rows} == {"F.01": 2, "J.03": 1}


def test_what_befell_in_an_event_that_followed_on_another_followed_on_it_too(ws: Workspace, case: Case) -> None:
    letter, raid = records.add(
        ws, "event", [{"title": "The hundredth letter", "case": case.id}, {"title": "The raid", "case": case.id}]
    ).created
    act(ws, case, "F.03", event=raid)
    chains.link(ws, letter, "precedes", raid)
    assert [(str(row[0])[:4], row[1]) for row in reports.table(ws, "advocacy").rows] == [("F.03", 1)]


def test_two_agencies_of_one_name_are_counted_apart(ws: Workspace, case: Case) -> None:
    for _ in range(2):
        (agency,) = records.add(ws, "organisation", [{"name": "派出所"}]).created
        records.add(ws, "involvement", [{"act": act(ws, case, "F.02"), "perpetrator": agency}])
    assert [row[1] for row in reports.table(ws, "agencies").rows] == [1, 1]


def test_a_table_for_others_names_agencies_of_a_state_and_tells_others_by_their_kind_alone(
    ws: Workspace, case: Case
) -> None:
    consented(ws, case.mother, listed=("stats",))
    agencies: list[dict[str, JSON]] = [
        {"name": "临河市公安局", "type": "STATE.PSB"},
        {"name": "林秀兰诊所专案组", "type": "STATE.PSB"},
        {"name": "临河三小", "type": "PROXY.SCHOOL"},
        {"name": "临河四小", "type": "PROXY.SCHOOL"},
        {"name": "临河五小"},
        {"name": "临河六小", "type": {"absent": "unknown"}},
    ]
    made = records.add(ws, "organisation", agencies).created
    for agency in made:
        for _ in range(3):
            records.add(ws, "involvement", [{"act": act(ws, case, "F.02"), "perpetrator": agency}])
    told = {row[0] for row in reports.table(ws, "agencies", for_others=True).rows}
    school = ws.vocabularies.label("perpetrator_types", "PROXY.SCHOOL", "en")
    assert told == {"临河市公安局", "…诊所专案组", school, *map(ws.vault.code, made[-2:])}
    ws.vault.close_compartment()
    assert "临河市公安局" not in pairs(reports.table(ws, "agencies", for_others=True))


def test_a_table_for_others_says_of_an_agency_nothing_but_its_name_and_nobody_it_mentions(
    ws: Workspace, case: Case
) -> None:
    consented(ws, case.mother, listed=("stats",))
    (child,) = records.add(ws, "person", [{"counting_unit": "individual", "sex": "f", "birth": "2021"}]).created
    records.add(ws, "relationship", [{"person": child, "type": "child", "related_person": case.son}])
    mentioned = compose([Mention(child)])
    agencies: list[dict[str, JSON]] = [
        {"name": f"{mentioned}专案组", "type": "STATE.PSB"},
        {"description": f"They took {mentioned}", "type": "STATE.EDU"},
    ]
    for agency in records.add(ws, "organisation", agencies).created:
        for _ in range(3):
            records.add(ws, "involvement", [{"act": act(ws, case, "F.02"), "perpetrator": agency}])
    told = {row[0] for row in reports.table(ws, "agencies", for_others=True).rows}
    assert told == {"…专案组", ws.vocabularies.label("perpetrator_types", "STATE.EDU", "en")}


def test_r_sec_08_a_table_for_others_with_one_case_in_tibet_says_less_than_three(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    consented(ws, case.mother, listed=("stats",))
    records.edit(ws, case.id, {"region": "54"})
    act(ws, case, "F.02", region="54")
    assert cells(reports.table(ws, "regions"), "Tibet") == [(1, 1, 1)]
    reports.save(ws, "regions", tmp_path / "regions.csv")
    assert "<3,<3,<3" in (tmp_path / "regions.csv").read_text(encoding="utf-8-sig")


def test_a_table_for_others_counts_nobody_who_did_not_agree_to_be_counted(ws: Workspace, case: Case) -> None:
    for _ in range(4):
        act(ws, case, "F.02")
    assert reports.table(ws, "relationship", for_others=True).rows == ()
    consented(ws, case.mother, listed=("stats",))
    assert pairs(reports.table(ws, "relationship", for_others=True)) == {"Parent": 4}


@pytest.mark.parametrize("code", [code for code, report in reports.REPORTS.items() if not report.counts])
def test_a_list_that_tells_of_single_people_is_not_for_others(ws: Workspace, tmp_path: Path, code: str) -> None:
    with pytest.raises(Refused, match=r"report\.ours"):
        reports.save(ws, code, tmp_path / "list.csv", for_others=True)
    assert not (tmp_path / "list.csv").exists()


@pytest.mark.parametrize("report", ["corroboration", "proof"])
def test_what_was_threatened_counts_apart_from_what_was_done(ws: Workspace, case: Case, report: str) -> None:
    for nature in ("act", "threat", "threat"):
        act(ws, case, "F.01", nature=nature)
    act(ws, case, "H.04", nature="threat")
    table = reports.table(ws, report)
    done, threatened, death = (cells(table, start)[0][-1] for start in ("F.01", "Threat: F.01", "H.04"))
    assert (done, threatened, death) == (1, 2, 1)


def test_r_src_08_acts_are_counted_by_type_and_corroboration_for_others_without_totals(
    ws: Workspace, case: Case
) -> None:
    consented(ws, case.mother, listed=("stats",))
    for _ in range(3):
        act(ws, case, "F.02", corroboration="single")
    act(ws, case, "F.02", corroboration="documented")
    table = reports.table(ws, "corroboration", for_others=True)
    ((_, *counts),) = table.rows
    assert [count for count in counts if count] == ["not told", "not told"]


def test_r_sec_08_a_small_count_cannot_be_worked_out_from_the_sum_of_a_table_for_others(
    ws: Workspace, case: Case
) -> None:
    consented(ws, case.mother, listed=("stats",))
    for relationship, times in (("parent", 6), ("sibling", 4), ("child", 1)):
        for _ in range(times):
            act(ws, case, "F.02", relationship=relationship)
    told = pairs(reports.table(ws, "relationship", for_others=True))
    assert told == {"Parent": 6, "Brother or sister": "not told", "Child": "<3"}


def test_r_sec_08_the_types_behind_a_code_do_not_tell_others_what_a_small_count_is(ws: Workspace, case: Case) -> None:
    consented(ws, case.mother, listed=("stats",))

    def told() -> list[tuple[str | int, ...]]:
        act(ws, case, "B.04")
        act(ws, case, "E.07")
        return cells(reports.table(ws, "huridocs", for_others=True), "03010200000004")

    ((types, count),) = told()
    assert (str(types).count(";") > 1, count) == (True, "<3")
    assert told() == [(types, 4)]


def test_a_colleague_gets_nobody_counted_for_others_nor_words_into_a_table_for_them(
    ws: Workspace, make: Make, case: Case
) -> None:
    colleague = make("Bao")
    introduce(ws, colleague)
    consented(ws, case.son, listed=("internal", "stats"))
    hers, his = (act(ws, case, "A.01", person, pretext="epidemic") for person in (case.mother, case.son))
    received(colleague, handed(ws, case.id, "Bao"))
    records.edit(colleague, hers, {"victim": case.son})
    said = revise(colleague.vault.state(his), "act", {"pretext": "林秀兰"}, colleague.vault.signing, ws.clock())
    colleague.vault.append([Addition(*said)])
    received(ws, handed(colleague, case.id, "Anna"))
    assert report_facts.facts(ws, for_others=True).left_out == 1
    assert [row[0] for row in reports.table(ws, "pretexts", for_others=True).rows] == ["Not said"]


def test_r_nam_04_somebody_recorded_twice_is_counted_once(ws: Workspace, case: Case) -> None:
    twice = people.add(ws, "Lin Xiulan").created[0]
    for victim in (case.mother, twice):
        act(ws, case, "F.03", victim, region="54")
    assert cells(reports.table(ws, "regions"), "Tibet") == [(0, 2, 2)]
    same_person.decide(ws, case.mother, twice, same_person.SAME)
    assert cells(reports.table(ws, "regions"), "Tibet") == [(0, 2, 1)]


@pytest.mark.parametrize(("more", "told"), [(0, None), (1, 1), (2, 1), (3, None)])
def test_r_sec_08_a_table_beside_one_of_an_earlier_day_warns_where_both_together_tell_of_one_or_two(
    ws: Workspace, case: Case, clock: Clock, tmp_path: Path, more: int, told: int | None
) -> None:
    consented(ws, case.mother, listed=("stats",))
    for _ in range(4):
        act(ws, case, "F.02")
    reports.save(ws.speaking("zh_Hans"), "relationship", tmp_path / "first.csv")
    first = clock()
    clock.tick(86400)
    for _ in range(more):
        act(ws, case, "F.02")
    beside = reports.table_for_others(ws, "relationship").beside
    assert beside == (Beside(first, told) if told else None)


def test_r_sec_08_what_left_before_is_known_once_the_keys_were_renewed(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    consented(ws, case.mother, listed=("stats",))
    for _ in range(4):
        act(ws, case, "F.02")
    reports.save(ws, "relationship", tmp_path / "first.csv")
    renewing_keys.do(ws, PASSPHRASE)
    act(ws, case, "F.02")
    beside = reports.table_for_others(ws, "relationship").beside
    assert beside is not None
    assert beside.counts == 1


def test_agencies_that_lose_their_names_with_the_identities_are_no_others_than_in_an_earlier_table(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    consented(ws, case.mother, listed=("stats",))
    (agency,) = records.add(ws, "organisation", [{"name": "临河市公安局", "type": "STATE.PSB"}]).created
    records.add(ws, "involvement", [{"act": act(ws, case, "F.02"), "perpetrator": agency}])
    reports.save(replace(ws, discreet=True), "agencies", tmp_path / "first.csv")
    ws.vault.close_compartment()
    assert reports.table_for_others(ws, "agencies").beside is None


def test_what_is_remembered_of_a_table_that_left_has_no_words_in_it(ws: Workspace, case: Case, tmp_path: Path) -> None:
    consented(ws, case.mother, listed=("stats",))
    act(ws, case, "F.02")
    reports.save(ws, "relationship", tmp_path / "first.csv")
    kept = json.dumps(ws.vault.setting("reports.left.relationship"))
    assert "<3" in kept
    assert "Parent" not in kept
