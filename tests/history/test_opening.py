"""Openings: whole, struck, withheld, and what proves them."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Damaged, Refused
from desktop.history import canonical, lines, opening
from desktop.history.opening import Opening
from desktop.history.revise import revise
from tests.history.replica import key_of

BODY: dict[str, Any] = {"title": "案件", "summary": None, "start": {"edtf": "2015-07", "words": "七月"}, "priority": 3}
KEY = key_of(1)
SALT = "11" * 32


def test_the_digest_is_the_one_the_format_describes() -> None:
    made = Opening.seal_body(BODY)
    assert made.salt is not None
    leaves = {}
    for path, value in BODY.items():
        leaf_salt = hmac.new(made.salt, b"jiashu/1 leaf\n" + path.encode(), hashlib.sha256).digest()
        leaves[path] = hmac.new(leaf_salt, rfc8785.dumps(value), hashlib.sha256).hexdigest()
    assert made.digest() == hashlib.sha256(b"jiashu/1 body\n" + rfc8785.dumps(leaves)).hexdigest()


def test_equal_bodies_have_different_digests() -> None:
    assert Opening.seal_body(BODY).digest() != Opening.seal_body(BODY).digest()


@given(st.sets(st.sampled_from(sorted(BODY))), st.sets(st.sampled_from(sorted(BODY))))
def test_whatever_is_struck_the_rest_still_verifies(first: set[str], then: set[str]) -> None:
    revision, whole = revise(None, "case", BODY, KEY, 0)
    part = whole.without(first).without(then)
    part.check(revision.envelope)
    assert set(part.body) == set(BODY) - first - then
    assert Opening.parse(part.encode()) == Opening.load(part.encode()) == part


def test_what_is_struck_leaves_neither_its_words_nor_the_salt_to_guess_them_by() -> None:
    whole = Opening.seal_body({"title": "secret", "summary": "public"})
    assert whole.salt is not None
    kept = whole.without({"title"}).encode()
    assert b"secret" not in kept
    assert whole.salt.hex().encode() not in kept
    leaf_salt = hmac.digest(whole.salt, b"jiashu/1 leaf\ntitle", "sha256")
    assert leaf_salt.hex().encode() not in kept


def test_striking_what_is_not_there_changes_nothing() -> None:
    whole = Opening.seal_body(BODY)
    assert whole.without({"place"}) is whole


@given(st.sets(st.sampled_from(sorted(BODY))), st.sets(st.sampled_from(sorted(BODY))))
def test_the_union_of_two_parts_has_what_either_has(one: set[str], other: set[str]) -> None:
    revision, whole = revise(None, "case", BODY, KEY, 0)
    left, right = whole.without(one), whole.without(other)
    union = left.union(right)
    union.check(revision.envelope)
    assert dict(union.body) == {path: BODY[path] for path in BODY if path not in one & other}
    assert union.whole == (not one & other)
    assert union.union(left) == union


def test_parts_of_two_bodies_do_not_unite() -> None:
    with pytest.raises(Damaged, match=r"opening\.digest"):
        Opening.seal_body({"a": 1}).union(Opening.seal_body({"b": 1}))


@pytest.mark.parametrize(
    "other", [{**BODY, "title": "another"}, {**BODY, "place": 1}, {"title": BODY["title"]}, {**BODY, "priority": True}]
)
def test_other_words_than_those_signed_are_damaged(other: dict[str, Any]) -> None:
    revision, made = revise(None, "case", BODY, KEY, 0)
    with pytest.raises(Damaged, match=r"opening\.digest"):
        Opening.seal_body(other, salt=made.salt).check(revision.envelope)


def test_true_is_not_taken_for_one() -> None:
    revision, made = revise(None, "case", {"a": 1}, KEY, 0)
    with pytest.raises(Damaged, match=r"opening\.digest"):
        Opening({"a": True}, made.salt).check(revision.envelope)


def test_an_erasure_has_no_opening() -> None:
    revision, made = revise(None, "case", BODY, KEY, 0)
    from_erasure = type(revision.envelope)("case", (revision.id,), 2, KEY.public_hex, 0, (), record=revision.id)
    with pytest.raises(Damaged, match=r"opening\.digest"):
        made.check(from_erasure)
    with pytest.raises(Damaged, match=r"opening\.digest"):
        Opening({}, made.salt).check(from_erasure)


@pytest.mark.parametrize(
    "untrusted",
    [
        None,
        [],
        {},
        {"body": {}},
        {"salt": SALT},
        {"salt": SALT, "body": []},
        {"salt": SALT, "body": {"Title": 1}},
        {"salt": SALT[2:], "body": {}},
        {"salt": SALT.upper().replace("1", "A"), "body": {}},
        {"salt": 1, "body": {}},
        {"salt": SALT, "body": {}, "gone": {}},
        {"salt": SALT, "body": {}, "extra": 1},
        {"salts": {}, "body": {}},
        {"salts": {}, "body": {}, "gone": []},
        {"salts": [], "body": {}, "gone": {}},
        {"salts": {"a": SALT}, "body": {}, "gone": {}},
        {"salts": {}, "body": {"a": 1}, "gone": {}},
        {"salts": {"a": "1"}, "body": {"a": 1}, "gone": {}},
        {"salts": {"a": SALT}, "body": {"a": 1}, "gone": {"a": SALT}},
        {"salts": {}, "body": {}, "gone": {"a": "x"}},
        {"salts": {}, "body": {}, "gone": {"A": SALT}},
        {"salts": {}, "body": {}, "gone": {"a": None}},
    ],
)
def test_an_opening_of_another_form_is_damaged(untrusted: Any) -> None:
    with pytest.raises(Damaged, match=r"opening\.form"):
        Opening.parse(canonical.encode(untrusted))


def test_a_body_over_sixteen_mebibytes_is_refused_when_made_and_when_it_arrives() -> None:
    body: dict[str, Any] = {"notes": "x" * (16 << 20)}
    with pytest.raises(Refused, match=r"opening\.body_size"):
        Opening.seal_body(body)
    with pytest.raises(Refused, match=r"opening\.body_size"):
        Opening.parse(canonical.encode({"salt": SALT, "body": body}))


def test_a_value_too_deep_to_travel_is_refused_when_it_is_made() -> None:
    deep: Any = None
    for _ in range(29):
        deep = [deep]
    Opening.seal_body({"a": deep})
    with pytest.raises(Refused, match=r"value\.depth"):
        Opening.seal_body({"a": [deep]})


@pytest.mark.parametrize(("value", "code"), [(1.5, "value.type"), (2**60, "value.number"), ({"a": {1}}, "value.type")])
def test_what_json_cannot_hold_is_refused(value: Any, code: str) -> None:
    with pytest.raises(Refused) as caught:
        Opening.seal_body({"a": value})
    assert caught.value.code == code


def test_unpaired_surrogates_are_replaced_where_text_enters() -> None:
    assert Opening.seal_body({"a": {"\ud800": "\udfff"}}).body == {"a": {"�": "�"}}


@pytest.mark.parametrize(("length", "size"), [(0, 512), (511, 512), (512, 512), (513, 1024), (5000, 8192)])
def test_padding_shows_only_a_size_class(length: int, size: int) -> None:
    assert len(opening.pad(b"x" * length)) == size


def test_a_padded_opening_is_read_back() -> None:
    made = Opening.seal_body(BODY)
    assert opening.parse_padded(opening.pad(made.encode())) == made


@pytest.mark.parametrize("change", [b"\0", b"\0" * 512, b"x"])
def test_another_padding_is_damaged(change: bytes) -> None:
    with pytest.raises(Damaged):
        opening.parse_padded(opening.pad(Opening.seal_body(BODY).encode()) + change)


def test_the_fullest_body_travels_in_a_line_struck_or_not() -> None:
    revision, whole = revise(None, "case", {f"f{n}": n for n in range(opening.MAX_BODY_VALUES - 1)}, KEY, 0)
    for going in (whole, whole.without({"f7"})):
        assert lines.read_revision_line(lines.revision_line(revision, going)) == (revision, going)


def test_a_body_of_more_values_is_neither_made_nor_taken() -> None:
    body: dict[str, Any] = {"title": [[]] * (opening.MAX_BODY_VALUES - 1)}
    with pytest.raises(Refused, match=r"value\.count"):
        Opening.seal_body(body)
    with pytest.raises(Refused, match=r"value\.count"):
        Opening.parse(canonical.encode({"body": body, "salt": SALT}))
