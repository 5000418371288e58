"""What a record lacks for a purpose, and that nothing is ever needed to keep it."""

from __future__ import annotations

import pytest

from desktop.domain.missing import Lack, missing
from desktop.domain.registry import KINDS
from desktop.domain.values import Json
from tests.domain.ids import CASE, ITEM, OTHER, PERSON

ACT: dict[str, Json] = {
    "case": CASE,
    "type": "C.01",
    "nature": "act",
    "victim": PERSON,
    "because_of": OTHER,
    "relationship": "spouse",
    "start": {"edtf": "2023-06", "words": "2023年6月", "calendar": "gregorian"},
}


def lacking(kind: str, nested: dict[str, Json]) -> set[str]:
    return {lack.path for lack in missing(kind, nested, "accept")}


def test_an_act_in_full_lacks_nothing() -> None:
    assert missing("act", ACT, "accept") == []


@pytest.mark.parametrize("name", ACT)
def test_an_act_is_not_accepted_without_any_of_its_main_points(name: str) -> None:
    rest = {key: value for key, value in ACT.items() if key != name}
    assert missing("act", rest, "accept") == [Lack(name, "empty")]


def test_less_is_needed_to_leave_than_to_be_accepted() -> None:
    for kind in KINDS:
        leaving = {lack.path for lack in missing(kind, {}, "leave")}
        assert leaving <= lacking(kind, {})


@pytest.mark.parametrize("reason", ["unknown", "declined", "withheld"])
def test_not_knowing_is_an_answer(reason: str) -> None:
    assert missing("act", {**ACT, "start": {"absent": reason}}, "accept") == []


def test_not_having_asked_is_no_answer() -> None:
    assert missing("act", {**ACT, "start": {"absent": "not_asked"}}, "accept") == [Lack("start", "not_asked")]


def test_a_date_that_is_only_words_is_a_date() -> None:
    assert missing("act", {**ACT, "start": {"words": "快过年的时候", "calendar": "gregorian"}}, "accept") == []


@pytest.mark.parametrize("empty", [None, "", {}, {"calendar": "gregorian"}])
def test_an_emptied_date_is_lacking(empty: Json) -> None:
    assert missing("act", {**ACT, "start": empty}, "accept") == [Lack("start", "empty")]


def test_a_state_that_goes_on_must_say_when_it_was_last_confirmed() -> None:
    assert lacking("act", {**ACT, "nature": "state"}) == {"last_confirmed"}
    assert lacking("act", {**ACT, "nature": "state", "ended": True}) == set()


def test_a_consent_that_was_given_must_say_for_what_and_how() -> None:
    given: dict[str, Json] = {
        "person": PERSON,
        "state": "given",
        "obtained_on": {"words": "昨天", "calendar": "gregorian"},
    }
    assert lacking("consent", given) == {"scopes", "given_by", "mode", "risks_explained"}


def test_a_guardians_consent_must_say_what_the_child_wants() -> None:
    guardian: dict[str, Json] = {"state": "given", "given_by": "guardian"}
    assert {"giver", "child_assent"} <= lacking("consent", guardian)
    assert {"best_interests", "second_approval"} <= lacking("consent", {**guardian, "child_assent": "not_able"})


def test_consent_that_cannot_be_had_needs_its_reason() -> None:
    assert "reason" in lacking("consent", {"state": "not_possible"})


def test_an_unnamed_perpetrator_must_be_described() -> None:
    assert "perpetrator" in lacking("involvement", {})
    assert "perpetrator" not in lacking("involvement", {"description": "两名便衣男子"})
    assert "perpetrator" not in lacking("involvement", {"called": "老张"})


def test_a_testimony_without_a_statement_has_nothing_to_leave_with() -> None:
    assert Lack("statements", "empty") in missing("testimony", {"speaker": PERSON, "statements": {}}, "leave")
    assert missing("testimony", {"speaker": PERSON, "statements": {ITEM: {"words": "…"}}}, "leave") == []


def test_a_kind_of_a_newer_program_lacks_nothing_we_know_of() -> None:
    assert missing("petition", {}, "leave") == []


@pytest.mark.parametrize("value", [{"absent": "unknown"}, {}, ["guardian"]])
def test_a_value_of_another_shape_makes_nothing_else_necessary(value: Json) -> None:
    assert "giver" not in {lack.path for lack in missing("consent", {"state": "given", "given_by": value}, "accept")}
