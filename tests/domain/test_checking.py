"""What is said of values that are not what their field takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.checking import Problem, check
from desktop.domain.registry import KINDS
from desktop.domain.values import Json
from desktop.domain.vocabulary import Vocabularies
from tests.domain.ids import CASE, ITEM, PERSON


def test_an_empty_record_of_any_kind_has_no_problem() -> None:
    assert [check(kind, {}) for kind in KINDS] == [[]] * len(KINDS)


def test_a_testimony_in_full_has_no_problem(vocabularies: Vocabularies) -> None:
    testimony: dict[str, Json] = {
        "case": CASE,
        "speaker": PERSON,
        "about": {ITEM: {"person": PERSON}},
        "recorded_on": {"edtf": "2024-03", "words": "2024年3月", "calendar": "gregorian"},
        "languages": {ITEM: {"code": "zh"}},
        "statements": {ITEM: {"words": "他们来了。", "language": "zh", "basis": "first_hand", "order": "a1"}},
        "custom": {ITEM: {"label": "编号", "value": "7"}},
    }
    assert check("testimony", testimony, vocabularies) == []


@pytest.mark.parametrize("kind", KINDS)
def test_any_field_may_be_missing_for_a_reason(kind: str) -> None:
    assert check(kind, {name: {"absent": "withheld"} for name in KINDS[kind].fields}) == []


def test_a_field_of_a_newer_program_is_no_problem() -> None:
    assert check("act", {"lunar_phase": [1, {"x": None}], "effects": {ITEM: {"cost": 5}}}) == []


def test_a_kind_of_a_newer_program_is_no_problem() -> None:
    assert check("petition", {"case": 5}) == []


@pytest.mark.parametrize(
    ("kind", "nested", "problem"),
    [
        ("act", {"case": "7KQ2-M4XD"}, Problem("case", "value.ref")),
        ("act", {"times": "3"}, Problem("times", "value.integer")),
        ("act", {"times": True}, Problem("times", "value.integer")),
        ("act", {"started": 1}, Problem("started", "value.yes_no")),
        ("act", {"narrative": 5}, Problem("narrative", "value.long")),
        ("act", {"place": ["a"]}, Problem("place", "value.text")),
        ("act", {"type": ""}, Problem("type", "value.code")),
        ("act", {"start": "2024"}, Problem("start", "value.date")),
        ("act", {"start": {"edtf": 2024}}, Problem("start", "value.date")),
        ("act", {"start": {"edtf": "2024-02-30"}}, Problem("start", "date.edtf")),
        ("act", {"pretext": {"absent": "forgotten"}}, Problem("pretext", "absent.reason")),
        ("act", {"purposes": [{"code": "silence"}]}, Problem("purposes", "value.codes")),
        ("act", {"purposes": {"first": {"code": "silence"}}}, Problem("purposes", "value.codes")),
        ("act", {"purposes": {ITEM: {"code": 1}}}, Problem(f"purposes/{ITEM}/code", "value.code")),
        ("testimony", {"about": {ITEM: {"person": "x"}}}, Problem(f"about/{ITEM}/person", "value.ref")),
        ("testimony", {"statements": {ITEM: {"words": 1}}}, Problem(f"statements/{ITEM}/words", "value.long")),
        ("testimony", {"statements": {ITEM: "words"}}, Problem(f"statements/{ITEM}", "value.items")),
        ("evidence", {"custody": {ITEM: {"on": {"edtf": "x"}}}}, Problem(f"custody/{ITEM}/on", "date.edtf")),
    ],
)
def test_a_wrong_value_is_named_by_its_path_and_what_it_should_have_been(
    kind: str, nested: dict[str, Json], problem: Problem
) -> None:
    assert check(kind, nested) == [problem]


def test_a_code_that_is_in_no_list_is_named(vocabularies: Vocabularies) -> None:
    assert check("act", {"confidence": "certain"}, vocabularies) == [Problem("confidence", "code.unknown")]
    assert check("act", {"flags": {ITEM: {"code": "odd"}}}, vocabularies) == [
        Problem(f"flags/{ITEM}/code", "code.unknown")
    ]


def test_a_group_is_not_a_type_of_act(vocabularies: Vocabularies) -> None:
    assert check("act", {"type": "A"}, vocabularies) == [Problem("type", "code.group")]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([ITEM, "absent", "edtf", "words", "code", "person"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_whatever_a_record_holds_problems_name_paths_of_it(kind: str, data: st.DataObject) -> None:
    fields = st.sampled_from(sorted(KINDS[kind].fields))
    nested = data.draw(st.dictionaries(fields, JSON, max_size=4))
    for problem in check(kind, nested):
        value: object = nested
        for step in problem.path.split("/"):
            assert isinstance(value, dict)
            value = value[step]
