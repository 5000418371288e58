"""Which leaf an act belongs to, and what a type proposes besides."""

from __future__ import annotations

import pytest

from desktop.domain.fitting import fitting_terms
from desktop.domain.leaf_choice import Why, advise, nature_of, proposed_norms
from desktop.domain.vocabulary import Vocabularies


@pytest.mark.parametrize(
    ("code", "child", "why", "prefer"),
    [
        ("E.04", True, "child", "A.09"),
        ("E.08", True, "child", "A.09"),
        ("B.11", True, "child", "A.01"),
        ("H.01", True, "child", "A.12"),
        ("B.01", True, "child", "A.11"),
        ("A.12", False, "adult", "H.01"),
        ("A.06", False, "adult", ""),
        ("B.16", None, "last", "B.03"),
        ("B.16", False, "last", "B.03"),
        ("E.08", False, "last", "E.01"),
        ("B.02", None, "legal_form", "B.03"),
        ("H.05", None, "threat", ""),
        ("A.05", True, "threat", ""),
        ("Z.01", None, "other", ""),
    ],
)
def test_a_leaf_that_fits_better_is_advised(code: str, child: bool | None, why: Why, prefer: str) -> None:
    advice = advise(code, child=child)
    assert advice is not None
    assert (advice.why, advice.prefer[:1]) == (why, (prefer,) if prefer else ())


@pytest.mark.parametrize(
    ("code", "child"),
    [("E.04", False), ("E.04", None), ("A.12", True), ("A.12", None), ("A.04", False), ("C.01", True)],
)
def test_nothing_is_said_of_a_leaf_that_fits(code: str, child: bool | None) -> None:
    assert advise(code, child=child) is None


@pytest.mark.parametrize(("code", "prefer"), [("F.01", "H.05"), ("A.02", "A.05"), ("A.09", "H.05")])
def test_what_was_only_threatened_has_a_leaf_among_the_threats(code: str, prefer: str) -> None:
    advice = advise(code, child=True, nature="threat")
    assert advice is not None
    assert (advice.why, advice.prefer[0]) == ("threatened", prefer)


def test_every_leaf_advised_can_be_picked(vocabularies: Vocabularies) -> None:
    types = vocabularies["harassment_types"]
    for term in types:
        for child in (True, False, None):
            advice = advise(term.code, child=child)
            assert advice is None or all(types[code].pickable for code in advice.prefer)


@pytest.mark.parametrize("code", ["A", "B", "Z", "J.07"])
def test_a_family_and_what_is_worked_out_are_never_offered(vocabularies: Vocabularies, code: str) -> None:
    types = vocabularies["harassment_types"]
    for typed in ("", code, types[code].en, types[code].zh_hans):
        assert code not in [term.code for term, _ in fitting_terms(types, typed, "en")]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("探视", "C.01"),
        ("见孩子", "C.01"),
        ("没有告诉", "C.06"),
        ("不告知", "C.05"),
        ("没有记录", "A.14"),
        ("管辖", "J.01"),
    ],
)
def test_a_type_is_found_by_the_words_a_family_says_it_in(vocabularies: Vocabularies, typed: str, code: str) -> None:
    assert code in [term.code for term, _ in fitting_terms(vocabularies["harassment_types"], typed, "zh_Hans")]


def test_what_is_advised_of_threats_is_advised_of_all_of_them(vocabularies: Vocabularies) -> None:
    threats = [term.code for term in vocabularies["harassment_types"] if nature_of(term) == "threat"]
    assert {advice.why for code in threats if (advice := advise(code, child=None))} == {"threat"}


def test_a_type_proposes_its_nature(vocabularies: Vocabularies) -> None:
    types = vocabularies["harassment_types"]
    assert {nature_of(term) for term in types} <= {"", *(term.code for term in vocabularies["act_natures"])}
    assert [nature_of(types[code]) for code in ("A.05", "F.02", "C.01", "C")] == ["threat", "state", "act", ""]


def test_rules_for_children_are_proposed_of_children_alone(vocabularies: Vocabularies) -> None:
    types = vocabularies["harassment_types"]
    of_child = proposed_norms(types, "A.09", child=True)
    assert of_child[:2] == ("CRC-10", "ICCPR-12")
    for child in (False, None):
        others = proposed_norms(types, "A.09", child=child)
        assert others == tuple(norm for norm in of_child if not norm.startswith("CRC"))
    assert proposed_norms(types, "no such type", child=True) == ()
