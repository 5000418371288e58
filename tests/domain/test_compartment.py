"""What is sealed, and what of a record tells who somebody is."""

from __future__ import annotations

import pytest

from desktop.domain.compartment import belongs_sealed, identifying_paths
from desktop.domain.registry import KINDS
from desktop.errors import Refused


def test_a_name_is_sealed() -> None:
    assert belongs_sealed("name", {"full": "李小梅", "type": "legal_zh"})
    assert belongs_sealed("name", {"full": "李小梅"}, {"publicly_known": False})


@pytest.mark.parametrize("person", [{"official": True}, {"publicly_known": True}])
def test_the_name_of_an_official_or_of_somebody_publicly_known_is_not(person: dict[str, bool]) -> None:
    assert not belongs_sealed("name", {"full": "李小梅"}, dict(person))


def test_a_pseudonym_is_not_sealed() -> None:
    assert not belongs_sealed("name", {"full": "梅", "type": "pseudonym_case"})


def test_an_identity_is_sealed_whoever_it_is_of() -> None:
    assert belongs_sealed("identity", {}, {"official": True})


def test_evidence_is_sealed_where_it_shows_somebody() -> None:
    assert belongs_sealed("evidence", {"shows_person": True})
    assert not belongs_sealed("evidence", {"shows_person": {"absent": "unknown"}})


def test_testimony_is_not_sealed() -> None:
    assert not belongs_sealed("testimony", {})


def test_names_places_and_numbers_identify() -> None:
    assert {"full", "family", "given", "pinyin"} <= set(identifying_paths("name"))
    assert {"place", "occupation", "birth"} <= set(identifying_paths("person"))
    assert {"contacts", "documents", "addresses", "spoken"} <= set(identifying_paths("identity"))
    assert {"url", "title"} <= set(identifying_paths("source"))


@pytest.mark.parametrize("kind", KINDS)
def test_notes_and_own_fields_identify_in_every_kind(kind: str) -> None:
    assert {"notes/*/text", "notes/*/label", "custom/*/value"} <= set(identifying_paths(kind))


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(Refused, match=r"kind\.unknown"):
        identifying_paths("petition")
