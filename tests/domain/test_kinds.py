"""The kinds of format 1 and what their fields declare."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from desktop.domain.declaration import FieldDecl
from desktop.domain.meta import SECTIONS
from desktop.domain.record import Record
from desktop.domain.registry import KINDS, declaration
from desktop.domain.vocabulary import Vocabularies
from desktop.errors import Refused

KINDS_OF_FORMAT_1 = {
    "case", "person", "name", "identity", "relationship", "organisation", "act", "involvement", "interview",
    "testimony", "source", "evidence", "citation", "consent", "intervention",
}  # fmt: skip


def every_field() -> Iterator[tuple[str, FieldDecl]]:
    """All fields of all kinds and of the items of their lists, with a name for messages."""
    for kind, declared in KINDS.items():
        for name, field in declared.fields.items():
            yield f"{kind}.{name}", field
            yield from ((f"{kind}.{name}.{inner}", below) for inner, below in (field.items or {}).items())


FIELDS = dict(every_field())
HAN = re.compile(r"[\u4e00-\u9fff]")


LATER_KINDS = {
    "approval",
    "claim",
    "defender_profile",
    "event",
    "event_link",
    "merge_decision",
    "posting",
    "risk_assessment",
    "submission",
    "tag",
    "task",
}


def test_the_kinds_are_those_of_format_1_and_those_that_came_later() -> None:
    assert set(KINDS) == KINDS_OF_FORMAT_1 | LATER_KINDS


def test_a_testimony_has_the_statements_the_format_names() -> None:
    statements = KINDS["testimony"].fields["statements"].items
    assert statements is not None
    assert {"words", "language", "translation", "basis"} <= set(statements)


def test_own_fields_are_a_label_with_a_value_in_every_kind() -> None:
    for declared in KINDS.values():
        custom = declared.fields["custom"].items
        assert custom is not None
        assert list(custom) == ["label", "value"]


def test_fields_are_named_as_paths_are() -> None:
    assert not [name for name, field in FIELDS.items() if not re.fullmatch(r"[a-z][a-z0-9_]*", field.name)]


def test_every_field_is_labelled_in_chinese() -> None:
    unlabelled = [name for name, field in FIELDS.items() if not HAN.search(field.label("zh_Hans"))]
    assert unlabelled == []


def test_every_field_is_labelled_in_english() -> None:
    in_chinese = [name for name, field in FIELDS.items() if HAN.search(field.label("en"))]
    assert in_chinese == ["person.age_counted_from_one"]  # names the Chinese way of counting


def test_help_is_there_in_both_languages_or_in_none() -> None:
    assert not [name for name, field in FIELDS.items() if bool(field.help("en")) != bool(field.help("zh_Hans"))]


def test_every_code_is_from_a_vocabulary_that_ships(vocabularies: Vocabularies) -> None:
    codes = {name: field.vocabulary for name, field in FIELDS.items() if field.type in {"code", "codes"}}
    assert {name for name, vocabulary in codes.items() if vocabulary not in vocabularies} == set()


def test_fields_refer_to_kinds_there_are() -> None:
    assert {kind for field in FIELDS.values() for kind in field.ref_kinds} <= set(KINDS)


def test_fields_stand_in_sections_that_have_a_heading() -> None:
    assert {field.section for field in FIELDS.values()} <= set(SECTIONS)


def test_a_list_of_codes_or_references_has_items_of_one_field_that_means_the_same() -> None:
    for field in (field for field in FIELDS.values() if field.type in {"codes", "refs"}):
        assert field.items is not None
        assert list(field.items) == [field.item_key]
        assert field.items[field.item_key].meta is field.meta


def test_a_list_of_people_holds_its_references_under_person() -> None:
    assert KINDS["testimony"].fields["about"].item_key == "person"


def test_identities_are_always_sealed_and_names_unless_a_rule_says_otherwise() -> None:
    sealed = {kind: declared.sealed for kind, declared in KINDS.items() if declared.sealed != "never"}
    assert sealed == {"identity": "always", "name": "unless", "evidence": "maybe"}


def test_what_only_identities_hold_is_of_the_identity_level() -> None:
    own = [name for name in KINDS["identity"].fields if name not in {"of", *Record.model_fields}]
    assert {KINDS["identity"].fields[name].sensitivity for name in own} == {3}


def test_notes_and_own_fields_come_last_in_every_form() -> None:
    assert all(
        list(declared.fields)[-len(Record.model_fields) :] == list(Record.model_fields) for declared in KINDS.values()
    )


def test_a_kind_has_a_name_for_one_and_for_several() -> None:
    assert (KINDS["testimony"].label("en"), KINDS["testimony"].plural("en")) == ("Testimony", "Testimonies")
    assert KINDS["testimony"].label("zh_Hans") == "证词"


def test_an_unknown_kind_is_refused_by_its_name() -> None:
    with pytest.raises(Refused) as refusal:
        declaration("petition")
    assert (refusal.value.code, refusal.value.details["kind"]) == ("kind.unknown", "petition")
