"""Relationships from the other side, and kin terms."""

from __future__ import annotations

from desktop.domain.kinship import find_kin_term, inverse, is_child, kin_terms
from desktop.domain.vocabulary import Vocabularies


def test_a_relationship_has_another_side(vocabularies: Vocabularies) -> None:
    relationships = vocabularies["relationships"]
    assert inverse(relationships, "child") == "parent"
    assert inverse(relationships, "nephew_niece") == "uncle_aunt"
    assert inverse(relationships, "self") == "self"
    assert inverse(relationships, "of_a_newer_list") is None


def test_step_and_foster_children_are_children(vocabularies: Vocabularies) -> None:
    relationships = vocabularies["relationships"]
    assert {term.code for term in relationships if is_child(relationships, term.code)} == {
        "child", "stepchild", "adopted_child", "foster_child",
    }  # fmt: skip


def test_kin_terms_narrow_by_relationship_and_sex(vocabularies: Vocabularies) -> None:
    terms = vocabularies["kin_terms"]
    assert [term.zh_hans for term in kin_terms(terms, "sibling", "f")] == ["姐姐", "妹妹"]
    assert len(kin_terms(terms, "sibling")) == 4


def test_a_kin_term_is_found_by_any_of_its_words(vocabularies: Vocabularies) -> None:
    terms = vocabularies["kin_terms"]
    found = find_kin_term(terms, "姥爷")
    assert found is not None
    assert found.code == "maternal_grandfather"
    assert find_kin_term(terms, "老板") is None


def test_every_kin_term_is_of_a_relationship_there_is(vocabularies: Vocabularies) -> None:
    assert all(term.more["relationship"] in vocabularies["relationships"] for term in vocabularies["kin_terms"])
