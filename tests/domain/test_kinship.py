"""Relationships from the other side, and kin terms."""

from __future__ import annotations

from desktop.domain.kinship import inverse
from desktop.domain.vocabulary import Vocabularies


def test_a_relationship_has_another_side(vocabularies: Vocabularies) -> None:
    relationships = vocabularies["relationships"]
    assert inverse(relationships, "child") == "parent"
    assert inverse(relationships, "nephew_niece") == "uncle_aunt"
    assert inverse(relationships, "self") == "self"
    assert inverse(relationships, "of_a_newer_list") is None


def test_every_kin_term_is_of_a_relationship_there_is(vocabularies: Vocabularies) -> None:
    assert all(term.more["relationship"] in vocabularies["relationships"] for term in vocabularies["kin_terms"])
