"""Items typed one after the other stay in that order, whatever ids chance gives them."""

from __future__ import annotations

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.casework.ordering import in_order
from desktop.history.paths import new_item, order_key
from desktop.history.shape import flatten, nest

WORDS = st.lists(st.text("abc", min_size=1), min_size=1, max_size=12, unique=True)


def labels(nested: dict[str, object]) -> list[str]:
    notes = nest(flatten(nested))["notes"]  # type: ignore[arg-type]
    assert isinstance(notes, dict)
    return [str(note["label"]) for note in notes.values() if isinstance(note, dict)]


@given(WORDS)
def test_new_items_keep_the_order_they_were_typed_in(words: list[str]) -> None:
    typed = {"notes": {f"+{number}": {"label": word} for number, word in enumerate(words)}}
    assert labels(in_order(typed)) == words


@given(WORDS, WORDS)
def test_items_added_later_stand_after_those_there(first: list[str], later: list[str]) -> None:
    there = nest(flatten(in_order({"notes": {f"+{n}": {"label": f"1{word}"} for n, word in enumerate(first)}})))
    notes = there["notes"]
    assert isinstance(notes, dict)
    both = {"notes": {**notes, **{f"+{n}": {"label": f"2{word}"} for n, word in enumerate(later)}}}
    assert labels(in_order(both)) == [f"1{word}" for word in first] + [f"2{word}" for word in later]


def test_an_item_put_between_two_stays_between_them() -> None:
    first, last = new_item(), new_item()
    there = {first: {"label": "a", "order": "A00001"}, "+1": {"label": "b"}, last: {"label": "c", "order": "z00001"}}
    assert labels(in_order({"notes": there})) == ["a", "b", "c"]


def test_an_order_that_was_given_is_kept() -> None:
    placed = in_order({"notes": {"+1": {"label": "a", "order": "Z1"}}})
    assert order_key(placed["notes"]["+1"]["order"]) == "Z1"


def test_values_that_are_no_lists_are_left_alone() -> None:
    nested = {"title": "x", "opened_on": {"words": "七月"}, "flags": {"absent": "unknown"}, "other_states": ["US"]}
    assert in_order(nested) == nested


@pytest.mark.fault(16)
def test_fault_16_what_is_added_after_a_giant_order_stays_short_and_in_the_order_it_was_typed() -> None:
    there: dict[str, Any] = {
        new_item(): {"label": "a", "order": "V1"},
        new_item(): {"label": "z", "order": "z" * 10_000},
    }
    for label in "bcdef":
        notes = nest(flatten({"notes": there}))["notes"]
        placed = in_order({"notes": {**cast(dict[str, Any], notes), "+": {"label": label}}})
        there = {key if key != "+" else new_item(): fields for key, fields in placed["notes"].items()}
    assert labels({"notes": there}) == ["a", "b", "c", "d", "e", "f", "z"]
    assert sorted(len(fields["order"]) for fields in there.values())[:-1] == [2, 6, 6, 6, 6, 6]
