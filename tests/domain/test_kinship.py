"""Relationships from the other side, and kin terms."""

from __future__ import annotations

import pytest

from desktop.domain.fitting import Fit, fitting_terms
from desktop.domain.kinship import inverse
from desktop.domain.names import reading_key
from desktop.domain.vocabulary import Vocabularies


def test_a_relationship_has_another_side(vocabularies: Vocabularies) -> None:
    relationships = vocabularies["relationships"]
    assert inverse(relationships, "child") == "parent"
    assert inverse(relationships, "nephew_niece") == "uncle_aunt"
    assert inverse(relationships, "self") == "self"
    assert inverse(relationships, "of_a_newer_list") is None


def test_every_kin_term_is_of_a_relationship_there_is(vocabularies: Vocabularies) -> None:
    assert all(term.more["relationship"] in vocabularies["relationships"] for term in vocabularies["kin_terms"])


@pytest.mark.parametrize(
    ("words", "relationship", "side", "sex"),
    [
        ("爷爷", "grandparent", "paternal", "m"),
        ("外公", "grandparent", "maternal", "m"),
        ("姥姥", "grandparent", "maternal", "f"),
        ("伯父", "uncle_aunt", "paternal", "m"),
        ("叔叔", "uncle_aunt", "paternal", "m"),
        ("姑姑", "uncle_aunt", "paternal", "f"),
        ("舅舅", "uncle_aunt", "maternal", "m"),
        ("姨妈", "uncle_aunt", "maternal", "f"),
        ("婶婶", "uncle_aunt", "paternal", "f"),
        ("舅妈", "uncle_aunt", "maternal", "f"),
        ("堂兄", "cousin", "paternal", "m"),
        ("堂妹", "cousin", "paternal", "f"),
        ("表姐", "cousin", None, "f"),
        ("公公", "parent_in_law", "husband", "m"),
        ("婆婆", "parent_in_law", "husband", "f"),
        ("岳父", "parent_in_law", "wife", "m"),
        ("丈母娘", "parent_in_law", "wife", "f"),
        ("嫂子", "sibling_in_law", None, "f"),
        ("小姨子", "sibling_in_law", "wife", "f"),
        ("小叔子", "sibling_in_law", "husband", "m"),
        ("继母", "stepparent", None, "f"),
        ("爸爸", "parent", None, "m"),
        ("奶奶", "grandparent", "paternal", "f"),
        ("祖母", "grandparent", "paternal", "f"),
        ("妯娌", "sibling_in_law", "husband", "f"),
        ("连襟", "sibling_in_law", "wife", "m"),
        ("干妈", "other_relative", None, "f"),
        ("男友", "partner", None, "m"),
        ("太姥姥", "other_relative", "maternal", "f"),
    ],
)
def test_a_word_of_kinship_says_side_and_sex(
    vocabularies: Vocabularies, words: str, relationship: str, side: str | None, sex: str
) -> None:
    term, way = fitting_terms(vocabularies["kin_terms"], words, "zh_Hans")[0]
    assert way <= Fit.ONE_OF
    assert (term.more["relationship"], term.more.get("side"), term.more["sex"]) == (relationship, side, sex)


def test_every_word_of_kinship_is_found_by_its_pinyin(vocabularies: Vocabularies) -> None:
    for term in vocabularies["kin_terms"]:
        typed = reading_key(term.more["pinyin"].split("/")[0])
        assert term in [found for found, _ in fitting_terms(vocabularies["kin_terms"], typed, "en")]
