"""Somebody without a name is called by what is known of them, never by more, and by the code while names are hidden."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from desktop.casework import family, mentioning, naming, offering, records, vaults
from desktop.casework.case_timeline import timeline_of
from desktop.casework.consent_matrix import matrix_of
from desktop.casework.people import Pick
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.mentions import Mention
from tests.casework.conftest import Case
from tests.casework.exchange import handed, received


def somebody(ws: Workspace, **values: JSON) -> str:
    return add(ws, "person", **{"counting_unit": "individual", **values})


def add(ws: Workspace, kind: str, **values: JSON) -> str:
    (made,) = records.add(ws, kind, [values]).created
    return made


@pytest.fixture
def newborn(ws: Workspace, case: Case) -> str:
    """A daughter nobody has named."""
    made = somebody(ws, sex="f", birth="2021-09")
    add(ws, "relationship", person=made, type="child", kin_term="daughter", related_person=case.son)
    return made


def said(ws: Workspace, record: str) -> str:
    """What it is called beside its code."""
    return naming.called_beside(ws, [record])[record]


def test_a_newborn_without_a_name_is_called_by_whose_child_it_is_and_the_year(ws: Workspace, newborn: str) -> None:
    assert said(ws, newborn) == "Daughter of 林远, born 2021"
    assert said(replace(ws, language="zh_Hans"), newborn) == "林远的女儿，2021年生"


def test_a_line_without_a_code_beside_it_tells_two_who_are_known_alike_apart(
    ws: Workspace, case: Case, newborn: str
) -> None:
    act = add(ws, "act", case=case.id, type="A.13", victim=newborn, start="2021-09")
    assert f"daughter of 林远, born 2021 ({ws.vault.code(newborn)})" in records.show(ws, act).title


def test_lists_pickers_and_the_timeline_say_what_is_known_and_the_code_apart(
    ws: Workspace, case: Case, newborn: str
) -> None:
    add(ws, "act", case=case.id, type="A.13", victim=newborn, start="2021-09")
    listed = {row.id: row for row in records.list_records(ws, "person").rows}[newborn]
    offered = {one.record.id: one.record for one in offering.people(ws, "", limit=9)}[newborn]
    (lane,) = (one for one in timeline_of(ws, case.id).lanes if one.person == newborn)
    assert (listed.title, listed.beside) == ("Daughter of 林远, born 2021", ws.vault.code(newborn))
    assert offered.title == listed.title
    assert (lane.called, lane.kinship) == (listed.title, ws.vault.code(newborn))


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_a_picker_says_of_nobody_twice_when_they_were_born_and_of_what_sex_they_are(
    ws: Workspace, newborn: str, language: str
) -> None:
    boy = somebody(ws, sex="m", birth="2019")
    named = somebody(ws, sex="m", birth="2019")
    add(ws, "name", person=named, full="沈墨")
    offered = {one.record.id: one for one in offering.people(replace(ws, language=language), "", limit=9)}
    assert [(offered[one].sex, offered[one].born) for one in (newborn, boy)] == [("", "")] * 2
    assert offered[named].born == "2019"
    assert offered[named].sex


def test_the_record_of_the_tie_does_not_say_it_twice(ws: Workspace, newborn: str) -> None:
    (tie,) = records.list_records(ws, "relationship").rows
    assert tie.title == f"{ws.vault.code(newborn)} · Daughter · 林远"


def test_twins_are_told_apart_by_their_codes_where_people_give_their_consent(
    ws: Workspace, case: Case, newborn: str
) -> None:
    twin = somebody(ws, sex="f", birth="2021-09")
    add(ws, "relationship", person=twin, type="child", kin_term="daughter", related_person=case.son)
    called = [row.called for row in matrix_of(ws, case.id).rows if row.person in (newborn, twin)]
    assert called == [f"Daughter of 林远, born 2021 · {ws.vault.code(one)}" for one in (newborn, twin)]


def test_hidden_names_and_closed_identities_leave_the_code(ws: Workspace, newborn: str) -> None:
    assert naming.called(replace(ws, discreet=True), newborn) == ws.vault.code(newborn)
    vaults.close_identities(ws)
    assert naming.called(ws, newborn) == ws.vault.code(newborn)


def test_whoever_gets_a_name_is_called_by_it(ws: Workspace, newborn: str) -> None:
    add(ws, "name", person=newborn, full="林白露")
    assert naming.called(ws, newborn) == "林白露"


def test_what_follows_from_a_record_that_says_it_the_other_way_round_is_known_too(ws: Workspace, case: Case) -> None:
    child = somebody(ws, sex="m")
    add(ws, "relationship", person=case.son, type="parent", kin_term="father", related_person=child)
    assert said(ws, child) == "Son of 林远"


def test_an_act_says_what_somebody_is_to_the_defender(ws: Workspace, case: Case) -> None:
    child = somebody(ws)
    add(ws, "act", case=case.id, type="A.13", victim=child, because_of=case.son, relationship="child")
    assert said(ws, child) == "Child of 林远"


def test_a_word_that_would_lead_to_somebody_else_stands_behind_the_name(ws: Workspace, case: Case) -> None:
    uncle = somebody(ws, sex="m")
    add(ws, "relationship", person=uncle, type="uncle_aunt", kin_term="mothers_brother", related_person=case.son)
    assert said(ws, uncle) == "林远's mother's brother"


def test_a_tie_that_was_taken_back_and_a_birth_nobody_knows_well_are_not_said(ws: Workspace, case: Case) -> None:
    other = somebody(ws, sex="f", birth="1950/1980")
    add(ws, "relationship", person=other, type="friend", related_person=case.son, claim_status="withdrawn")
    assert said(ws, other) == "Woman"


def test_of_two_without_a_name_each_is_the_others_by_code(ws: Workspace) -> None:
    mother, child = somebody(ws, sex="f"), somebody(ws, sex="m", age=3, age_on="2024-05-01")
    add(ws, "relationship", person=child, type="child", related_person=mother)
    assert said(ws, child) == f"Son of {ws.vault.code(mother)}, born 2020–2021"
    assert said(ws, mother) == f"Mother of {ws.vault.code(child)}"


def test_of_whom_nothing_is_known_the_code_is_all(ws: Workspace) -> None:
    nobody = somebody(ws)
    assert naming.called(ws, nobody) == ws.vault.code(nobody)


def test_a_mention_reads_as_it_was_told_else_as_what_is_known(ws: Workspace, newborn: str) -> None:
    bare = Mention(newborn)
    assert mentioning.readings(ws, [bare])[bare].words == "daughter of 林远, born 2021"


def test_r_idn_03_of_two_namesakes_of_one_day_entered_one_after_the_other_no_code_tells_of_the_other(
    ws: Workspace, bao: Workspace, case: Case
) -> None:
    def entered(at: Workspace) -> str:
        known = {"sex": "f", "birth": "1990-05-01", "place": "Weitang"}
        (person,) = records.add(at, "person", [known]).created
        records.add(at, "name", [{"person": person, "full": "林小雨", "type": "legal_zh"}])
        return person

    people = [entered(ws), entered(ws), entered(bao)]  # the clock stands still
    differing = [int(one[:10], 16) ^ int(other[:10], 16) for one, other in combinations(people, 2)]
    assert all(bits.bit_count() > 5 for bits in differing)  # of forty; by chance fewer differ once in a million times
    family.add_defender(ws, case.id, Pick(people[0]))
    received(bao, handed(ws, case.id, "Bao"))
    assert bao.vault.code(people[0]) == ws.vault.code(people[0]) != bao.vault.code(people[2])
