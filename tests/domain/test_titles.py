"""Titles of records: kept in a notation, shown in either language, with names or with codes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.mentions import Mention, escape
from desktop.domain.registry import KINDS
from desktop.domain.titles import LONGEST, show_title, title
from desktop.domain.values import Json
from desktop.domain.vocabulary import Vocabularies
from tests.domain.ids import ITEM, OTHER, PERSON

NAMES = {PERSON: "李小梅", OTHER: "7KQ2-M4XD"}


def named(mention: Mention) -> str:
    return NAMES[mention.person]


def test_an_act_is_called_by_what_happened_to_whom_and_when(vocabularies: Vocabularies) -> None:
    act: dict[str, Json] = {"type": "C.01", "victim": PERSON, "start": {"edtf": "2023-06", "words": "6月"}}
    kept = title("act", act)
    assert show_title(kept, vocabularies, "en", named) == "Visit refused · 李小梅 · June 2023"
    assert show_title(kept, vocabularies, "zh_Hans", named).endswith(" · 李小梅 · 2023年6月")


def test_what_was_only_threatened_is_called_a_threat_and_what_is_a_threat_anyway_is_not_called_so_twice(
    vocabularies: Vocabularies,
) -> None:
    kept = title("act", {"type": "F.01", "nature": "threat", "victim": PERSON})
    assert show_title(kept, vocabularies, "en", named) == "Threat: Eviction or lease ended under pressure · 李小梅"
    assert show_title(kept, vocabularies, "zh_Hans", named).startswith("威胁：")
    kept = title("act", {"type": "H.04", "nature": "threat"})
    assert show_title(kept, vocabularies, "en", named) == "Death threat"


def test_a_threat_stands_beside_what_was_threatened_in_the_order_of_titles() -> None:
    kept = [title("act", {"type": code, "nature": nature}) for code in ("F.01", "F.02") for nature in ("act", "threat")]
    assert kept == sorted(kept)


def test_an_assessment_is_called_by_the_day_it_was_made_not_by_that_of_the_next_one(vocabularies: Vocabularies) -> None:
    days: dict[str, Json] = {"assessed_on": {"edtf": "2025-09-01"}, "review_on": {"edtf": "2026-03-01"}}
    kept = title("risk_assessment", {"person": PERSON, "level": "high", **days})
    assert show_title(kept, vocabularies, "en", named).endswith(" · 1 September 2025")


def test_an_assessment_says_that_the_level_is_that_of_the_risk_and_nothing_of_the_person(
    vocabularies: Vocabularies,
) -> None:
    kept = title("risk_assessment", {"person": PERSON, "level": "high"})
    assert show_title(kept, vocabularies, "en", named) == "李小梅 · Risk to them: high"
    assert show_title(kept, vocabularies, "zh_Hans", named) == "李小梅 · 面临的风险：高"


def test_what_is_kept_names_nobody() -> None:
    assert title("relationship", {"person": PERSON, "type": "child", "related_person": OTHER}) == (
        f"⟦{PERSON}⟧ · ⟦=relationships:child⟧ · ⟦{OTHER}⟧"
    )


def test_a_relationship_is_called_by_the_kin_term_that_was_chosen(vocabularies: Vocabularies) -> None:
    related: dict[str, Json] = {"person": PERSON, "type": "child", "kin_term": "daughter", "related_person": OTHER}
    kept = title("relationship", related)
    assert show_title(kept, vocabularies, "en", named) == "李小梅 · Daughter · 7KQ2-M4XD"
    assert show_title(kept, vocabularies, "zh_Hans", named) == "李小梅 · 女儿 · 7KQ2-M4XD"


def test_a_testimony_is_called_by_speaker_day_and_first_words(vocabularies: Vocabularies) -> None:
    testimony: dict[str, Json] = {
        "speaker": OTHER,
        "recorded_on": {"words": "去年冬天"},
        "statements": {ITEM: {"words": f"那天\n早上{Mention(PERSON).token}出门"}},
    }
    assert show_title(title("testimony", testimony), vocabularies, "en", named) == (
        "7KQ2-M4XD · 去年冬天 · 那天 早上李小梅出门"
    )


def test_a_long_text_is_cut() -> None:
    assert title("source", {"title": "字" * 500}) == "字" * (LONGEST - 1) + "…"


def test_a_mention_is_never_cut_in_half() -> None:
    text = "".join(f"字{Mention(PERSON).token}" for _ in range(500))
    assert title("case", {"title": text}).count("⟦") == title("case", {"title": text}).count("⟧")


def test_the_first_field_that_says_something_is_taken() -> None:
    assert title("organisation", {"name": "", "name_en": "No. 2 Prison"}) == "No. 2 Prison"
    assert title("involvement", {"description": "两名便衣"}) == "两名便衣"


@pytest.mark.parametrize("kind", [*KINDS, "petition"])
def test_an_empty_record_has_an_empty_title(kind: str) -> None:
    assert title(kind, {}) == ""


def test_a_person_is_called_by_name_or_code_which_stand_elsewhere() -> None:
    assert title("person", {"sex": "f", "occupation": "teacher", "place": "新乡"}) == ""


@pytest.mark.parametrize("kind", KINDS)
def test_values_that_are_missing_or_wrong_leave_the_title_alone(kind: str) -> None:
    wrong: list[Json] = [{"absent": "withheld"}, 5, ["x"], True, None]
    for value in wrong:
        assert title(kind, dict.fromkeys(KINDS[kind].fields, value)) == ""


@given(st.text(alphabet=f"⟦⟧=@:·a0字{PERSON[:2]}", max_size=LONGEST))
def test_typed_brackets_come_out_as_typed(typed: str) -> None:
    kept = title("case", {"title": escape(typed)})
    assert show_title(kept, Vocabularies.from_tables({}), "en", named) == typed


@given(st.text(alphabet="⟦⟧=@:·ab", max_size=20))
def test_a_code_with_brackets_is_shown_and_never_read_as_notation(code: str) -> None:
    assert show_title(title("consent", {"state": code}), Vocabularies.from_tables({}), "en", named) == code
