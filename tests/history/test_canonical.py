"""Canonical JSON, both ways."""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Callable
from typing import Any

import pytest
import rfc8785
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.errors import Damaged, Refused
from desktop.history import canonical

TEXTS = st.text(st.characters(codec="utf-8"), max_size=8)
INTEGERS = st.integers(-canonical.MAX_INTEGER, canonical.MAX_INTEGER)
VALUES = st.recursive(
    st.none() | st.booleans() | INTEGERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)
ROOM = 1 << 20


@given(VALUES)
@example({"\U00010000": 1, "": 2})  # UTF-16 puts the first before the second, code points do not
@example({"a": {"😀": 1, "\uffff": 2}, "b": '":😀'})
@example({"a": '\x00\x1f\x7f\u2028"\\/𠮷'})
def test_the_bytes_are_those_of_the_reference_implementation(value: Any) -> None:
    assert canonical.encode(value) == rfc8785.dumps(value)


@given(VALUES)
def test_what_was_encoded_parses_to_the_same_value(value: Any) -> None:
    assert canonical.same(canonical.parse(canonical.encode(value), limit=ROOM), value)


@given(st.binary(max_size=40) | st.text('[]{}",:\\u0123456789abcdef-.eE tfn ', max_size=40).map(str.encode))
def test_bytes_that_parse_are_exactly_the_bytes_of_their_value(untrusted: bytes) -> None:
    with contextlib.suppress(Damaged):
        assert rfc8785.dumps(canonical.parse(untrusted, limit=ROOM)) == untrusted


@pytest.mark.parametrize(
    ("untrusted", "code"),
    [
        (b"", "json"),
        (b"{", "json"),
        (b'{"a":1}x', "json"),
        (b"\xef\xbb\xbf1", "json"),
        (b"NaN", "number"),
        (b"1.0", "number"),
        (b"1e2", "number"),
        (b"Infinity", "number"),
        (b"9007199254740992", "number"),
        (b"-9007199254740992", "number"),
        (b"1" * 5000, "number"),
        (b"-0", "form"),
        (b'{"a":1,"a":1}', "twice"),
        (b'{"a":1,"\\u0061":2}', "twice"),
        (b'{"b":1,"a":1}', "form"),
        (b'{"a": 1}', "form"),
        (b'"\\u0061"', "form"),
        (b'"\\ud800"', "text"),
        (b'"\xff"', "text"),
        ('"a"'.encode("utf-16"), "text"),
        ('"家"'.encode("gb18030"), "text"),
        (b"[" * 33 + b"]" * 33, "depth"),
        (b"[" * 10_000 + b"]" * 10_000, "depth"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "depth"),
        (b"[" * 10_000, "depth"),
    ],
)
def test_other_bytes_are_damaged(untrusted: bytes, code: str) -> None:
    with pytest.raises(Damaged) as caught:
        canonical.parse(untrusted, limit=ROOM)
    assert caught.value.code == f"canonical.{code}"


@pytest.mark.parametrize("depth", [1, 2, 31, 32])
def test_thirty_two_containers_within_each_other_are_fine(depth: int) -> None:
    assert canonical.parse(b"[" * depth + b"]" * depth, limit=ROOM) is not None


def test_brackets_within_texts_are_not_depth() -> None:
    texts: list[Any] = ["[" * 100, '\\"' + "{" * 100, "\\"]
    assert canonical.parse(canonical.encode(texts), limit=ROOM) == texts


def test_many_brackets_side_by_side_are_not_depth() -> None:
    value: list[Any] = [[{}] for _ in range(1000)]
    assert canonical.parse(canonical.encode(value), limit=ROOM) == value


@pytest.mark.parametrize("untrusted", [b'"' + b'\\"' * 500_000, b"[" * 1_000_000, b"[]" * 500_000, b'"[' * 500_000])
def test_a_million_hostile_characters_are_refused_without_a_long_walk(untrusted: bytes) -> None:
    with pytest.raises((Damaged, Refused)):
        canonical.parse(untrusted, limit=len(untrusted))


SHAPES: dict[str, Callable[[int], bytes]] = {
    "numbers": lambda count: b"[" + b",".join([b"1"] * (count - 1)) + b"]",
    "lists": lambda count: b"[" + b",".join([b"[]"] * (count - 1)) + b"]",
    "objects": lambda count: b"[" + b",".join([b'{"a":{}}'] * ((count - 1) // 2)) + b"]",
    "texts": lambda count: b"[" + b",".join([b'"[,]"'] * (count - 1)) + b"]",
    "members": lambda count: b"{" + b",".join(b'"%06d":"\\\\"' % n for n in range(count - 1)) + b"}",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_quarter_of_a_million_values_are_read(shape: str) -> None:
    untrusted = SHAPES[shape](canonical.MAX_VALUES - 1)
    assert canonical.encode(canonical.parse(untrusted, limit=len(untrusted))) == untrusted


@pytest.mark.fault(16)
@pytest.mark.parametrize("shape", SHAPES)
def test_fault_16_more_values_than_that_are_refused(shape: str) -> None:
    with pytest.raises(Refused, match=r"canonical\.values"):
        canonical.parse(SHAPES[shape](canonical.MAX_VALUES + 2), limit=ROOM * 16)


@pytest.mark.fault(16)
@pytest.mark.parametrize("never_closed", [b"[[],", b'["",', b'{"a":{},', b"["])
def test_fault_16_values_are_counted_before_anything_is_parsed(never_closed: bytes) -> None:
    with pytest.raises(Refused, match=r"canonical\.values"):
        canonical.parse(never_closed * 2_000_000, limit=ROOM * 16)


def test_commas_and_brackets_within_texts_are_no_values() -> None:
    text = "[,{" * canonical.MAX_VALUES
    assert canonical.parse(canonical.encode([text, *[[]] * 40]), limit=1 << 30) == [text, *[[]] * 40]


def test_more_values_than_can_be_read_back_are_not_written() -> None:
    with pytest.raises(Refused, match=r"value\.count"):
        canonical.encode([1] * canonical.MAX_VALUES)


def test_too_many_bytes_are_refused_before_they_are_looked_at() -> None:
    with pytest.raises(Refused, match=r"canonical\.size"):
        canonical.parse(b"x" * 11, limit=10)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (0.5, "type"),
        (1.0, "type"),
        (math.nan, "type"),
        ((1,), "type"),
        (b"", "type"),
        ({1: 2}, "type"),
        ([{"a": {2.5}}], "type"),
        (2**53, "number"),
        (-(2**53), "number"),
        ("\ud800", "text"),
        ({"\udfff": 1}, "text"),
        (json.loads("[" * 33 + "]" * 33), "depth"),
    ],
)
def test_what_has_no_canonical_form_is_refused(value: Any, code: str) -> None:
    with pytest.raises(Refused) as caught:
        canonical.encode(value)
    assert caught.value.code == f"value.{code}"


def test_a_value_that_holds_itself_is_refused() -> None:
    circle: list[Any] = []
    circle.append(circle)
    with pytest.raises(Refused, match=r"value\.depth"):
        canonical.encode(circle)


@pytest.mark.parametrize("text", ["\ud800", "漢\udfff", "😀\ud800"])
def test_half_a_character_has_no_canonical_form(text: str) -> None:
    with pytest.raises(Refused, match=r"value\.text"):
        canonical.encode({"a": text})


@pytest.mark.parametrize("text", ["\ud800", "漢\udfff", "😀\ud800"])
def test_half_a_character_is_damaged_where_it_arrives(text: str) -> None:
    escaped = f'"{text}"'.encode("utf-8", "backslashreplace")
    with pytest.raises(Damaged, match=r"canonical\.text"):
        canonical.parse(escaped, limit=100)


def test_unpaired_surrogates_become_replacement_characters() -> None:
    assert canonical.clean({"a\ud800": ["\udfffb", 1, None, "𠮷"]}) == {"a�": ["�b", 1, None, "𠮷"]}


@pytest.mark.parametrize(("one", "other"), [(True, 1), (False, 0), ([True], [1]), ({"a": 0}, {"a": False})])
def test_true_and_one_are_two_values(one: Any, other: Any) -> None:
    assert not canonical.same(one, other)
