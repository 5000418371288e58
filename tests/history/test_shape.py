"""Nested JSON and paths."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Refused
from desktop.history import paths, shape

A, B, C = "a" * 32, "b" * 32, "c" * 32
NAMES = st.sampled_from(["title", "words", "order", "code"])
VALUES: st.SearchStrategy[Any] = st.one_of(
    st.text("ab家", max_size=3),
    st.integers(0, 3),
    st.booleans(),
    st.just({"edtf": "2015"}),
    st.just({"absent": "declined"}),
)
FIELDS: st.SearchStrategy[Any] = st.dictionaries(NAMES, VALUES, min_size=1, max_size=3)
LISTS: st.SearchStrategy[Any] = st.dictionaries(st.sampled_from([A, B, C]), FIELDS, min_size=1, max_size=3)
NESTED: st.SearchStrategy[Any] = st.recursive(
    LISTS,
    lambda inner: st.dictionaries(st.sampled_from([A, B]), st.dictionaries(NAMES, inner, min_size=1)),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from(["title", "flags", "notes"]), VALUES | NESTED, max_size=3))
def test_flattening_what_was_nested_gives_the_values_that_are_in_sight(nested: dict[str, Any]) -> None:
    shown = shape.nest(shape.flatten(nested))
    assert shape.nest(shape.flatten(shown)) == shown


def test_a_list_is_an_object_by_item_id_and_a_date_is_one_value() -> None:
    nested: dict[str, Any] = {
        "start": {"edtf": "2015-07", "words": "七月"},
        "flags": {A: {"code": "child"}},
        "place": {"absent": "unknown"},
    }
    assert shape.flatten(nested) == {
        "start": {"edtf": "2015-07", "words": "七月"},
        f"flags/{A}/code": "child",
        "place": {"absent": "unknown"},
    }
    assert shape.nest(shape.flatten(nested)) == nested


def test_items_stand_in_their_order_then_by_id() -> None:
    values = {f"notes/{B}/order": "V1", f"notes/{A}/order": "k1", f"notes/{C}/order": "V1"}
    notes = shape.nest(values)["notes"]
    assert isinstance(notes, dict)
    assert list(notes) == [B, C, A]


def test_items_without_order_stand_first() -> None:
    notes = shape.nest({f"notes/{B}/words": "x", f"notes/{A}/order": "01"})["notes"]
    assert isinstance(notes, dict)
    assert list(notes) == [B, A]


def test_equal_codes_show_once() -> None:
    values = {f"flags/{A}/code": "child", f"flags/{B}/code": "child", f"flags/{C}/code": "health"}
    assert shape.nest(values) == {"flags": {A: {"code": "child"}, C: {"code": "health"}}}


def test_items_that_say_more_than_their_code_all_show() -> None:
    values = {f"charges/{A}/code": "x", f"charges/{B}/code": "x", f"charges/{B}/words": "y"}
    assert len(shape.nest(values)["charges"]) == 2  # type: ignore[arg-type]


def test_a_removed_item_takes_the_items_within_it_out_of_sight() -> None:
    values = {f"a/{A}/b/{B}/c": 1, f"a/{A}/*": True, f"a/{C}/b/{B}/c": 2, f"a/{C}/b/{A}/c": 3, f"a/{C}/b/{A}/*": True}
    assert shape.nest(values) == {"a": {C: {"b": {B: {"c": 2}}}}}


def test_the_register_of_the_record_takes_nothing_out_of_what_is_shown_of_it() -> None:
    assert shape.nest({"title": "a", "*": True}) == {"title": "a"}


def test_an_item_that_holds_only_items_is_shown() -> None:
    values = {f"a/{A}/b/{B}/c/{C}/d": 1}
    assert shape.nest(values) == {"a": {A: {"b": {B: {"c": {C: {"d": 1}}}}}}}
    assert shape.flatten(shape.nest(values)) == values


def test_items_win_over_a_value_at_the_lists_own_path() -> None:
    assert shape.nest({"flags": {"absent": "unknown"}, f"flags/{A}/code": "x"}) == {"flags": {A: {"code": "x"}}}


def test_null_is_left_out_and_a_null_item_is_removed() -> None:
    assert shape.nest({"title": None}) == {}
    assert shape.flatten({"flags": {A: None}}) == {f"flags/{A}/*": True}


def test_new_items_get_ids_of_their_own() -> None:
    values = shape.flatten({"flags": {"+": {"code": "a"}, "+2": {"code": "b"}}})
    assert sorted(values.values(), key=str) == ["a", "b"]
    assert all(map(paths.is_path, values))
    assert len({path.split("/")[1] for path in values}) == 2


def test_an_array_of_objects_is_a_list_in_its_order() -> None:
    notes = shape.nest(shape.flatten({"notes": [{"words": str(n)} for n in range(100)]}))["notes"]
    assert isinstance(notes, dict)
    assert [item["words"] for item in notes.values()] == [str(n) for n in range(100)]  # type: ignore[index, call-overload]


def test_an_array_of_texts_is_a_list_of_codes() -> None:
    values = shape.flatten({"flags": ["child", "health"]})
    assert list(values.values()) == ["child", "health"]
    assert all(path.endswith("/code") for path in values)


@pytest.mark.parametrize("value", [[], {}, [1, 2], [["a"]], ["a", {"b": 1}], {A: {"x": 1}, "b": {"x": 1}}, {A: "x"}])
def test_anything_else_is_one_value(value: Any) -> None:
    assert shape.flatten({"notes": value}) == {"notes": value}


@pytest.mark.parametrize(
    "nested",
    [{"Title": 1}, {"": 1}, {"a/b": 1}, {f"flags/{A}/code": 1}, {"flags": {A: {"X": 1}}}, {"flags": {A: {"": 1}}}],
)
def test_a_name_that_is_none_is_refused(nested: dict[str, Any]) -> None:
    with pytest.raises(Refused, match=r"path\.malformed"):
        shape.flatten(nested)


def test_lists_within_lists_beyond_all_reason_are_refused_not_walked_into() -> None:
    nested: Any = {"a": 1}
    for _ in range(300):
        nested = {"a": {A: nested}}
    with pytest.raises(Refused, match=r"path\.malformed"):
        shape.flatten(nested)
