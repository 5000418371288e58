"""A case as a family."""

from __future__ import annotations

import pytest

from desktop.casework import family, records
from desktop.casework.people import Pick
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from tests.casework.conftest import Case


def date(edtf: str) -> dict[str, str]:
    return {"edtf": edtf, "words": edtf, "calendar": "gregorian"}


def member(ws: Workspace, case: Case, person: str) -> family.Member:
    """One person on the case's page."""
    return next(one for one in family.case_page(ws, case.id).members if one.person == person)


def test_the_page_shows_the_defender_first_and_who_told(ws: Workspace, case: Case) -> None:
    page = family.case_page(ws, case.id)
    assert [(one.called, one.defender) for one in page.members] == [("林远", True), ("林秀兰", False)]
    assert [row.id for row in page.testimonies] == [case.testimony]
    assert len(page.consents) == 1


def test_a_consent_given_by_another_of_the_family_stands_on_the_page_once(ws: Workspace, case: Case) -> None:
    before = len(family.case_page(ws, case.id).consents)
    given = {"person": case.son, "state": "granted", "given_by": "guardian", "giver": case.mother}
    consent = records.add(ws, "consent", [given]).created[0]
    assert [row.id for row in family.case_page(ws, case.id).consents].count(consent) == 1
    assert len(family.case_page(ws, case.id).consents) == before + 1


def test_the_page_says_first_what_the_case_is_about_and_how_it_stands(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.id, {"summary": f"About ⟦{case.son}⟧.", "status": "closed"})
    page = family.case_page(ws, case.id)
    assert (page.summary, page.status) == ("About 林远.", "Closed")


def test_a_relative_is_called_by_the_familys_own_word(ws: Workspace, case: Case) -> None:
    family.add_relative(ws, Pick(case.mother), of=case.son, relationship="parent", kin_term="mother")
    assert member(ws, case, case.mother).kinship == "Mother"
    assert member(ws.speaking("zh_Hans"), case, case.mother).kinship == "母亲"


def test_a_word_of_the_family_that_is_in_no_list_stands_beside_the_relationship(ws: Workspace, case: Case) -> None:
    said = {"person": case.mother, "related_person": case.son, "type": "other_relative", "kin_words": "表姑婆"}
    records.add(ws, "relationship", [said])
    assert member(ws, case, case.mother).kinship == "Other relative (表姑婆)"
    assert member(ws.speaking("zh_Hans"), case, case.mother).kinship.endswith("（表姑婆）")
    assert member(ws.hiding_names(True), case, case.mother).kinship == "Other relative"  # it may be 表姑王小芳


def test_a_relationship_told_from_the_other_side_is_turned_round(ws: Workspace, case: Case) -> None:
    family.add_relative(ws, Pick(case.son), of=case.mother, relationship="child")
    assert member(ws, case, case.mother).kinship == "Parent"


def test_a_wife_who_became_a_defender_is_still_called_his_wife(ws: Workspace, case: Case) -> None:
    changes = family.add_relative(ws, Pick(text="林小雨"), of=case.son, relationship="spouse", kin_term="wife")
    (wife,) = (one for one in changes.created if ws.vault.kind_of(one) == "person")
    family.add_defender(ws, case.id, Pick(wife))
    told = [(one.defender, one.kinship) for one in family.case_page(ws, case.id).members if one.defender]
    assert told == [(True, ""), (True, "Wife")]


def test_a_new_relative_is_made_with_name_and_relationship_at_once(ws: Workspace, case: Case) -> None:
    changes = family.add_relative(ws, Pick(text="林小雨"), of=case.son, relationship="child")
    assert sorted(changes.kinds) == ["name", "person", "relationship"]
    assert {one.called: one.kinship for one in family.case_page(ws, case.id).members}["林小雨"] == "Child"


def test_a_relative_nobody_knows_a_name_of_is_made_too(ws: Workspace, case: Case) -> None:
    changes = family.add_relative(ws, Pick(new=True), of=case.son, relationship="child", kin_term="daughter")
    assert sorted(changes.kinds) == ["person", "relationship"]
    (baby,) = (one for one in changes.created if ws.vault.kind_of(one) == "person")
    assert (member(ws, case, baby).called, member(ws, case, baby).kinship) == ("Daughter of 林远", "Daughter")


def test_acts_stand_with_whom_they_harmed_in_the_order_of_time(ws: Workspace, case: Case) -> None:
    for start, kind in (("2024-05", "F.01"), ("2023", "F.02")):
        family.add_act(ws, case.id, {"type": kind, "victim": case.mother, "start": date(start)})
    family.add_act(ws, case.id, {"type": "F.03", "victim": case.mother})
    assert [act.type_code for act in member(ws, case, case.mother).acts] == ["F.02", "F.01", "F.03"]


def test_what_was_some_time_before_a_day_stands_by_that_day(ws: Workspace, case: Case) -> None:
    for start in ("2021-05-03", "before April 2021", "2019"):
        records.add(ws, "act", [{"case": case.id, "victim": case.son, "start": start}])
    dates = [act.date for act in family.case_page(ws, case.id).acts]
    assert dates == ["2019", "on or before March 2021", "3 May 2021"]


@pytest.mark.parametrize(("born", "minor"), [("2015", True), ("1990-02-01", False), (None, None)])
def test_a_child_is_marked_as_far_as_the_birth_is_known(
    ws: Workspace, case: Case, born: str | None, minor: bool | None
) -> None:
    records.edit(ws, case.son, {"birth": date(born) if born else None})
    assert member(ws, case, case.son).minor is minor


def test_a_defender_is_not_named_twice(ws: Workspace, case: Case) -> None:
    assert not family.add_defender(ws, case.id, Pick(case.son))
    family.add_defender(ws, case.id, Pick(text="许安"))
    assert [one.called for one in family.case_page(ws, case.id).members if one.defender] == ["林远", "许安"]


def test_nobody_is_refused(ws: Workspace, case: Case) -> None:
    with pytest.raises(Refused, match=r"person\.nobody"):
        family.add_defender(ws, case.id, Pick(text="  "))


def test_a_record_that_is_not_here_has_no_page(ws: Workspace) -> None:
    with pytest.raises(Refused, match=r"record\.unknown"):
        family.case_page(ws, "0" * 64)
