"""What pickers offer, and what tells those who are called alike apart."""

from __future__ import annotations

import pytest

from desktop.casework import family, offering, people, records
from desktop.casework.offering import Offered
from desktop.casework.people import Pick
from desktop.casework.workspace import Workspace
from desktop.domain.fitting import Fit
from tests.casework.conftest import Case
from tests.casework.test_family import date


def offered(ws: Workspace, words: str, *at_hand: str) -> list[str]:
    return [one.record.id for one in offering.people(ws, words, at_hand=at_hand, limit=20)]


def only(ws: Workspace, words: str) -> Offered:
    (one,) = offering.people(ws, words, limit=20)
    return one


def a_person(ws: Workspace, name: str, **nested: object) -> str:
    (person,) = records.add(ws, "person", [{"counting_unit": "individual", **nested}]).created
    records.add(ws, "name", [{"person": person, "full": name}])
    return person


@pytest.mark.parametrize("typed", ["林秀", "linxiu", "lxl", "林秀蘭"])
def test_people_are_found_while_their_name_is_typed(ws: Workspace, case: Case, typed: str) -> None:
    assert offered(ws, typed) == [case.mother]


def test_a_place_in_a_note_leads_to_nobody(ws: Workspace) -> None:
    records.add(ws, "person", [{"place": "沈阳", "notes": [{"text": "家住沈阳"}]}])
    person = a_person(ws, "沈玉青")
    assert offered(ws, "沈") == [person]


def test_homonyms_are_told_apart_by_sex_year_and_case(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.son, {"sex": "m", "birth": date("1972-03")})
    one = only(ws, "林远")
    assert (one.record.title, one.record.code) == ("林远", ws.vault.code(case.son))
    assert (one.sex, one.born, one.case) == ("Male", "1972", "A letter writer")


def test_what_tells_them_apart_is_said_in_the_windows_language(ws: Workspace) -> None:
    a_person(ws, "沈玉青", sex="f")
    assert only(ws.speaking("zh_Hans"), "沈").sex == "女"


def test_somebody_without_a_name_is_found_by_half_a_code(ws: Workspace) -> None:
    (baby,) = people.add(ws, "").created
    assert offered(ws, ws.vault.code(baby)[:6].lower()) == [baby]


def test_a_name_goes_before_half_a_code_and_half_a_code_is_never_exact(ws: Workspace) -> None:
    (baby,) = people.add(ws, "").created
    half = ws.vault.code(baby)[:4]
    named = a_person(ws, half)
    found = offering.people(ws, half, limit=20)
    assert [(one.record.id, one.fit) for one in found] == [(named, Fit.EXACT), (baby, Fit.BEGINS)]


@pytest.mark.parametrize("birth", ["1950/1960", "[1950..1960]", None])
def test_no_year_is_made_up_where_none_is_known(ws: Workspace, birth: str | None) -> None:
    a_person(ws, "沈玉青", **({"birth": date(birth)} if birth else {}))
    assert only(ws, "沈").born == ""


def test_hidden_names_are_offered_as_codes(ws: Workspace) -> None:
    person = a_person(ws, "沈玉青")
    assert only(ws.hiding_names(True), "沈").record.title == ws.vault.code(person)


def test_while_nothing_is_typed_the_people_of_the_case_come_first(ws: Workspace, case: Case) -> None:
    later = [a_person(ws, name) for name in ("祝余", "许安")]
    assert offered(ws, "", case.id) == [case.son, case.mother, *reversed(later)]


def test_the_case_at_hand_is_known_by_who_was_chosen_beside(ws: Workspace, case: Case) -> None:
    a_person(ws, "祝余")
    assert offered(ws, "", case.mother)[:2] == [case.son, case.mother]
    assert offered(ws, "", case.testimony)[:2] == [case.son, case.mother]


def test_with_no_case_at_hand_who_changed_last_comes_first(ws: Workspace, case: Case) -> None:
    later = a_person(ws, "祝余")
    records.edit(ws, case.mother, {"sex": "f"})
    assert offered(ws, "") == [case.mother, later, case.son]
    assert offered(ws, "", "no id", "f" * 64) == [case.mother, later, case.son]


def test_cases_are_found_while_their_title_is_typed(ws: Workspace, case: Case) -> None:
    found = offering.of_kind(ws, "case", "letter wri", limit=20)
    assert [(one.record.id, one.fit) for one in found] == [(case.id, Fit.WORD)]


def test_all_cases_are_offered_while_nothing_is_typed(ws: Workspace, case: Case) -> None:
    assert [one.record.id for one in offering.of_kind(ws, "case", "", limit=20)] == [case.id]


def test_records_without_a_name_are_found_by_their_words(ws: Workspace, case: Case) -> None:
    found = offering.of_kind(ws, "testimony", "半夜", limit=20)
    assert [one.record.id for one in found] == [case.testimony]


def test_what_is_recorded_between_two_is_known_from_either_side(ws: Workspace, case: Case) -> None:
    family.add_relative(ws, Pick(case.mother), of=case.son, relationship="parent", kin_term="mother")
    assert family.relationship_between(ws, case.mother, case.son) == "parent"
    assert family.relationship_between(ws, case.son, case.mother) == "child"


def test_the_defender_is_the_defender(ws: Workspace, case: Case) -> None:
    assert family.relationship_between(ws, case.son, case.son) == "self"


def test_of_two_things_recorded_neither_is_proposed(ws: Workspace, case: Case) -> None:
    for relationship in ("parent", "colleague"):
        family.add_relative(ws, Pick(case.mother), of=case.son, relationship=relationship)
    assert family.relationship_between(ws, case.mother, case.son) == ""


def test_two_records_of_one_person_are_no_relationship(ws: Workspace, case: Case) -> None:
    family.add_relative(ws, Pick(case.mother), of=case.son, relationship="same_person")
    assert family.relationship_between(ws, case.mother, case.son) == ""


def test_nothing_is_proposed_where_nothing_is_recorded(ws: Workspace, case: Case) -> None:
    assert family.relationship_between(ws, case.mother, case.son) == ""


def test_for_what_carries_out_a_threat_threats_are_offered_first(ws: Workspace) -> None:
    threat, _, later = records.add(
        ws, "act", [{"narrative": "x", "nature": "threat"}, {"narrative": "y"}, {"narrative": "z", "nature": "act"}]
    ).created
    assert [one.record.id for one in offering.threats(ws, "", limit=2)] == [threat, later]


def test_an_act_is_found_by_what_its_type_is_called_and_by_whom_it_harmed(ws: Workspace, case: Case) -> None:
    eviction, detention = records.add(ws, "act", [{"type": "F.01", "victim": case.mother}, {"type": "A.01"}]).created
    for typed in ("evict", "逼迁", "F.01", "林秀", "linxiu", "eviction 林秀"):
        assert [one.record.id for one in offering.of_kind(ws, "act", typed, limit=20)] == [eviction]
    assert detention not in {one.record.id for one in offering.of_kind(ws, "act", "evict 林秀", limit=20)}
