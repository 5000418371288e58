"""From merge patches to paths."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.errors import Refused
from desktop.history.patch import merge_patch, patch_to_body, values_to_body
from desktop.history.state import RecordState
from tests.history.replica import Replica

A, B, C = "a" * 32, "b" * 32, "c" * 32


def state(body: dict[str, Any]) -> RecordState:
    replica = Replica(1)
    return replica.state(replica.create(body))


def after(body: dict[str, Any], patch: dict[str, Any]) -> dict[str, Any]:
    """What a record of `body` shows once `patch` was applied."""
    replica = Replica(1)
    record = replica.create(body)
    replica.edit(record, patch_to_body(replica.state(record), patch))
    return replica.state(record).nested()


# The examples of RFC 7396, appendix A, that are about objects.
RFC_7396: list[tuple[Any, Any, Any]] = [
    ({"a": "b"}, {"a": "c"}, {"a": "c"}),
    ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
    ({"a": "b"}, {"a": None}, {}),
    ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
    ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
    ({"a": "c"}, {"a": ["b"]}, {"a": ["b"]}),
    ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
    ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
    ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
    ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
]


@pytest.mark.parametrize(("current", "patch", "result"), RFC_7396)
def test_a_value_is_patched_as_the_standard_says(current: Any, patch: Any, result: Any) -> None:
    assert merge_patch(current, patch) == result


def test_only_what_changes_is_said() -> None:
    before = state({"title": "a", "priority": 1})
    assert patch_to_body(before, {"title": "a", "priority": 2, "summary": None}) == {"priority": 2}
    assert patch_to_body(before, {"priority": True}) == {"priority": True}
    assert patch_to_body(before, {}) == {}


def test_null_clears_a_field() -> None:
    assert patch_to_body(state({"title": "a"}), {"title": None}) == {"title": None}


def test_a_date_is_patched_member_by_member() -> None:
    before = state({"start": {"edtf": "2015", "words": "2015年"}})
    assert patch_to_body(before, {"start": {"edtf": "2015-07"}}) == {"start": {"edtf": "2015-07", "words": "2015年"}}
    assert patch_to_body(before, {"start": {"edtf": "2015"}}) == {}


def test_a_form_replaces_a_date_whole() -> None:
    before = state({"start": {"edtf": "2015", "words": "2015年"}})
    assert values_to_body(before, {"start": {"words": "不明"}}) == {"start": {"words": "不明"}}
    assert values_to_body(before, {"start": {"edtf": "2015", "words": "2015年"}}) == {}


@pytest.mark.parametrize(
    ("current", "patch"),
    [
        ({"edtf": "2015"}, {"absent": "declined"}),
        ({"absent": "declined"}, {"edtf": "2015"}),
        ("text", {"absent": "unknown"}),
    ],
)
def test_a_reason_replaces_and_is_replaced_whole(current: Any, patch: Any) -> None:
    assert patch_to_body(state({"start": current}), {"start": patch}) == {"start": patch}


def test_items_are_patched_by_id() -> None:
    body = {f"notes/{A}/words": "x", f"notes/{A}/basis": "seen", f"notes/{B}/words": "y"}
    patch: dict[str, Any] = {"notes": {A: {"words": "z", "basis": None}, B: None}}
    assert patch_to_body(state(body), patch) == {
        f"notes/{A}/words": "z", f"notes/{A}/basis": None, f"notes/{B}/*": True
    }  # fmt: skip


def test_a_new_item_is_added() -> None:
    shown = after({f"flags/{A}/code": "child"}, {"flags": {"+": {"code": "health"}}})
    assert sorted(item["code"] for item in shown["flags"].values()) == ["child", "health"]


def test_an_array_adds_its_items_at_the_end_in_order() -> None:
    body = {f"notes/{A}/words": "0", f"notes/{A}/order": "k1", f"notes/{B}/words": "1", f"notes/{B}/order": "z1"}
    shown = after(body, {"notes": [{"words": str(n)} for n in range(2, 80)]})
    assert [item["words"] for item in shown["notes"].values()] == [str(n) for n in range(80)]


def test_null_at_a_list_removes_every_item() -> None:
    assert after({f"flags/{A}/code": "a", f"flags/{B}/code": "b", "title": "t"}, {"flags": None}) == {"title": "t"}


def test_a_reason_at_a_list_removes_its_items() -> None:
    assert after({f"flags/{A}/code": "a"}, {"flags": {"absent": "declined"}}) == {"flags": {"absent": "declined"}}


def test_the_first_item_ends_the_reason_why_there_were_none() -> None:
    replica = Replica(1)
    case = replica.create({"flags": {"absent": "not_asked"}})
    replica.edit(case, patch_to_body(replica.state(case), {"flags": {A: {"code": "child"}}}))
    assert replica.state(case).values() == {f"flags/{A}/code": "child"}


def test_an_empty_patch_of_a_list_changes_nothing_but_an_empty_list_in_a_form_removes() -> None:
    before = state({f"flags/{A}/code": "a"})
    assert patch_to_body(before, {"flags": {}}) == {}
    assert values_to_body(before, {"flags": {}}) == {f"flags/{A}/*": True}
    assert patch_to_body(before, {"flags": []}) == {f"flags/{A}/*": True}


def test_removing_one_code_removes_every_item_of_it_in_sight() -> None:
    body = {f"flags/{A}/code": "child", f"flags/{B}/code": "child", f"flags/{C}/code": "health"}
    assert patch_to_body(state(body), {"flags": {A: None}}) == {f"flags/{A}/*": True, f"flags/{B}/*": True}


def test_removing_one_of_two_items_that_say_more_leaves_the_other() -> None:
    body = {f"notes/{A}/code": "x", f"notes/{A}/words": "1", f"notes/{B}/code": "x", f"notes/{B}/words": "2"}
    assert patch_to_body(state(body), {"notes": {A: None}}) == {f"notes/{A}/*": True}


def test_writing_to_a_removed_item_brings_it_back() -> None:
    body = {f"notes/{A}/words": "x", f"notes/{A}/basis": "seen", f"notes/{A}/*": True}
    assert after(body, {"notes": {A: {"words": "y"}}}) == {"notes": {A: {"words": "y", "basis": "seen"}}}


def test_removing_what_is_not_there_says_nothing() -> None:
    body = {f"notes/{A}/words": "x", f"notes/{A}/*": True}
    assert patch_to_body(state(body), {"notes": {A: None, B: None}}) == {}


def test_lists_within_items_are_patched_too() -> None:
    body = {f"stays/{A}/place": "x", f"stays/{A}/notes/{B}/words": "y"}
    patch = {"stays": {A: {"notes": {B: {"words": "z"}, "+": {"words": "new"}}}}}
    notes = after(body, patch)["stays"][A]["notes"]
    assert sorted(item["words"] for item in notes.values()) == ["new", "z"]


def test_an_array_kept_as_one_value_is_replaced() -> None:
    before = state({"points": [1, 2]})
    assert patch_to_body(before, {"points": [3]}) == {"points": [3]}
    assert patch_to_body(state({"points": ["a"]}), {"points": ["b"]}) == {"points": ["b"]}


def test_a_field_whose_name_is_none_is_refused() -> None:
    with pytest.raises(Refused, match=r"path\.malformed"):
        patch_to_body(state({"title": "a"}), {"Title": "b"})


def test_a_path_is_no_name_of_a_field() -> None:
    with pytest.raises(Refused, match=r"path\.malformed"):
        patch_to_body(state({"title": "a"}), {f"flags/{A}/code": "b"})


def test_what_is_appended_after_a_giant_order_gets_a_short_one() -> None:
    before = state({f"notes/{A}/label": "a", f"notes/{A}/order": "V1", f"notes/{B}/order": "z" * 100_000})
    body = patch_to_body(before, {"notes": [{"label": "b"}, {"label": "c"}]})
    orders = sorted(str(value) for path, value in body.items() if path.endswith("/order"))
    assert [len(order) for order in orders] == [6, 6]
    assert orders[0] > "V1"
