"""Values that contradict each other stand side by side until somebody accepts one, and nothing is overwritten."""

from __future__ import annotations

import pytest

from desktop.casework import claims, gathering, leaving, records, timeline
from desktop.casework.citing import WHOLE, Place
from desktop.casework.items import new_item
from desktop.casework.workspace import JSON, Workspace
from desktop.errors import Refused
from tests.casework.conftest import Case
from tests.casework.shorthand import cite
from tests.casework.test_sources import act_of, added


def said(ws: Workspace, record: str, name: str) -> list[tuple[JSON, str, bool]]:
    """Value, status and whether the record says it, of each."""
    return [(one.value, one.status, one.stands) for one in claims.claims_of(ws, record, name)]


@pytest.fixture
def boy(ws: Workspace) -> str:
    """A child; the school says 6, the grandmother says 7."""
    child = added(ws, "person", age=6)
    cite(ws, child, added(ws, "source", title="A school register"), "age", Place("line", "14"))
    claims.claim(ws, child, "age", 7, [(added(ws, "source", title="A letter"), WHOLE)])
    return child


def claim_of(ws: Workspace, record: str, name: str, value: JSON) -> str:
    return next(one.id for one in claims.claims_of(ws, record, name) if one.value == value)


def test_r_src_05_two_ages_from_two_sources_are_both_visible(ws: Workspace, boy: str) -> None:
    shown = claims.claims_of(ws, boy, "age")
    assert [(one.text, [cited.title for cited in one.sources]) for one in shown] == [
        ("6", ["A school register"]),
        ("7", ["A letter"]),
    ]
    assert dict(claims.counts(ws, boy)) == {"age": 2}


def test_r_src_05_one_age_is_accepted_and_the_other_stays_in_conflict(ws: Workspace, boy: str) -> None:
    claims.accept(ws, claim_of(ws, boy, "age", 7), "The grandmother brought him up.")
    assert said(ws, boy, "age") == [(7, "accepted", True), (6, "conflict", False)]
    assert records.show(ws, boy).nested["age"] == 7
    assert claims.claims_of(ws, boy, "age")[0].note == "The grandmother brought him up."


def test_r_src_05_the_history_has_both_values(ws: Workspace, boy: str) -> None:
    claims.accept(ws, claim_of(ws, boy, "age", 7))
    assert len(timeline.history(ws, boy)) == 2


def test_r_src_05_what_was_accepted_can_be_taken_back(ws: Workspace, boy: str) -> None:
    before = said(ws, boy, "age")
    decided = claims.accept(ws, claim_of(ws, boy, "age", 7), "So says the letter.")
    claims.take_back(ws, decided)
    assert said(ws, boy, "age") == before


def test_r_src_05_a_decision_that_was_changed_since_is_not_taken_back(ws: Workspace, boy: str) -> None:
    decided = claims.accept(ws, claim_of(ws, boy, "age", 7))
    records.edit(ws, boy, {"age": 8})
    with pytest.raises(Refused, match=r"claim\.decided"):
        claims.take_back(ws, decided)


def test_r_src_05_a_value_the_record_has_and_no_claim_is_not_lost(ws: Workspace, boy: str) -> None:
    records.edit(ws, boy, {"age": 8})
    claims.accept(ws, claim_of(ws, boy, "age", 7))
    assert said(ws, boy, "age") == [(7, "accepted", True), (6, "conflict", False), (8, "conflict", False)]


def test_r_src_05_a_claim_without_a_source_is_not_accepted(ws: Workspace, boy: str) -> None:
    claims.claim(ws, boy, "age", 9)
    with pytest.raises(Refused, match=r"claim\.no_source"):
        claims.accept(ws, claim_of(ws, boy, "age", 9))


def test_a_value_that_is_claimed_already_gains_the_source(ws: Workspace, boy: str) -> None:
    claims.claim(ws, boy, "age", 7, [(added(ws, "source", title="A neighbour"), WHOLE)])
    assert [len(one.sources) for one in claims.claims_of(ws, boy, "age")] == [1, 2]


def test_an_accepted_act_stays_supported_when_its_value_becomes_a_claim(ws: Workspace, case: Case) -> None:
    act = act_of(case, place="Hehai")
    cite(ws, act, case.testimony, "place")
    records.edit(ws, act, {"claim_status": "accepted"})
    claims.claim(ws, act, "place", "Linshui", [(added(ws, "source", title="A letter"), WHOLE)])
    assert [one.text for one in claims.claims_of(ws, act, "place")] == ["Hehai", "Linshui"]


def test_a_source_named_for_the_field_later_stays_with_the_value_it_was_named_for(ws: Workspace, boy: str) -> None:
    cite(ws, boy, added(ws, "source", title="A doctor"), "age")
    claims.accept(ws, claim_of(ws, boy, "age", 7))
    assert [[cited.title for cited in one.sources] for one in claims.claims_of(ws, boy, "age")] == [
        ["A letter"],
        ["A school register", "A doctor"],
    ]


def values_of(case: Case) -> list[tuple[str, JSON, JSON, str]]:
    purposes = [{new_item(): {"code": code}} for code in ("silence", "return")]
    return [
        ("start", "2023-05-03", "2023-05-04", "4 May 2023"),
        ("place", "Hehai", "7", "7"),
        ("type", "F.01", "B.04", "B.04"),
        ("because_of", case.son, case.mother, ""),
        ("times", 2, 3, "3"),
        ("document_shown", True, False, "no"),
        ("purposes", purposes[0], purposes[1], ""),
    ]


@pytest.mark.parametrize("number", range(7))
def test_r_src_05_values_of_every_type_stand_side_by_side(ws: Workspace, case: Case, number: int) -> None:
    name, first, second, _ = values_of(case)[number]
    act = act_of(case)
    records.edit(ws, act, {name: first})
    claims.claim(ws, act, name, second, [(case.testimony, WHOLE)])
    assert len(claims.claims_of(ws, act, name)) == 2
    other = next(one for one in claims.claims_of(ws, act, name) if not one.stands)
    claims.accept(ws, other.id)
    now = claims.claims_of(ws, act, name)
    assert [(one.stands, one.status) for one in now] == [(True, "accepted"), (False, "conflict")]
    assert now[0].id == other.id


def test_r_src_05_names_are_not_put_outside_the_identities(ws: Workspace, case: Case) -> None:
    (name,) = ws.vault.referring(case.mother, "name")
    with pytest.raises(Refused, match=r"claim\.sealed"):
        claims.claim(ws, name, "full", "林秀蘭")


@pytest.mark.parametrize(("name", "code"), [("notes", r"claim\.field"), ("colour", r"claim\.field")])
def test_a_list_of_things_is_no_one_value(ws: Workspace, case: Case, name: str, code: str) -> None:
    with pytest.raises(Refused, match=code):
        claims.claim(ws, case.mother, name, "x")


def test_a_value_the_field_does_not_take_is_refused(ws: Workspace, case: Case) -> None:
    with pytest.raises(Refused, match=r"record\.value"):
        claims.claim(ws, case.mother, "age", "six")


def test_claims_and_their_sources_go_to_our_team_and_to_nobody_else(ws: Workspace, case: Case) -> None:
    act = added(ws, "act", victim=case.mother, case=case.id, place="Hehai")
    (citation,) = cite(ws, act, case.testimony, "place").created
    claims.claim(ws, act, "place", "Linshui", [(added(ws, "source", title="A letter"), WHOLE)])
    two = {one.id for one in claims.claims_of(ws, act, "place")}
    gathered = gathering.gather(ws, case.id)
    assert {*two, citation} <= set(leaving.for_team(ws, gathered, ["Bao"], frozenset()).leaves)
    others = leaving.redacted(ws, gathered, "un_confidential", "Bao")
    assert not ({*two, citation} & set(others.leaves))
    assert {others.stays[one] for one in two} == {"internal_only"}
