"""What the one walk through a record finds: words and references."""

from __future__ import annotations

import pytest

from desktop.domain.mentions import Mention
from desktop.domain.registry import KINDS
from desktop.domain.values import Json
from desktop.domain.walk import references, texts
from tests.domain.ids import CASE, ITEM, OTHER, PERSON, SECOND_ITEM

TESTIMONY: dict[str, Json] = {
    "case": CASE,
    "speaker": PERSON,
    "about": {ITEM: {"person": OTHER}, SECOND_ITEM: {"person": PERSON}},
    "recorded_on": {"edtf": "2024-03", "words": "去年春天", "calendar": "gregorian"},
    "statements": {
        ITEM: {"words": f"{Mention(OTHER, ITEM).token}被带走了", "translation": "He was taken.", "order": "a"}
    },
    "notes": {ITEM: {"label": "Sentence", "text": "life"}},
    "a_field_to_come": "words of a newer program",
}


def test_the_words_of_a_record_come_with_their_paths() -> None:
    assert dict(texts("testimony", TESTIMONY)) == {
        "recorded_on": "去年春天",
        f"statements/{ITEM}/words": f"{Mention(OTHER, ITEM).token}被带走了",
        f"statements/{ITEM}/translation": "He was taken.",
        f"notes/{ITEM}/label": "Sentence",
        f"notes/{ITEM}/text": "life",
    }


def test_references_come_from_fields_lists_and_mentions() -> None:
    assert references("testimony", TESTIMONY) == [
        ("case", CASE),
        ("speaker", PERSON),
        (f"about/{ITEM}/person", OTHER),
        (f"about/{SECOND_ITEM}/person", PERSON),
        (f"statements/{ITEM}/words", OTHER),
    ]


def test_somebody_mentioned_twice_in_one_text_is_one_reference() -> None:
    narrative = f"{Mention(OTHER).token} and {Mention(OTHER).token}"
    assert references("act", {"narrative": narrative}) == [("narrative", OTHER)]


def test_a_bracket_somebody_typed_is_no_reference() -> None:
    assert references("act", {"narrative": f"⟦⟦{OTHER}⟧"}) == []


@pytest.mark.parametrize("name", ["case", "about", "statements", "recorded_on"])
def test_a_value_missing_for_a_reason_has_neither_words_nor_references(name: str) -> None:
    nested: dict[str, Json] = {name: {"absent": "withheld"}}
    assert (texts("testimony", nested), references("testimony", nested)) == ([], [])


def test_what_is_marked_as_not_searchable_is_not_indexed() -> None:
    assert not KINDS["evidence"].fields["blob"].searchable
    assert texts("evidence", {"blob": "3f9c", "description": "a photograph"}) == [("description", "a photograph")]


def test_a_record_of_a_newer_kind_gives_nothing() -> None:
    assert (texts("petition", {"case": CASE}), references("petition", {"case": CASE})) == ([], [])
