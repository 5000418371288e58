"""Paths, item ids, and the keys of their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Refused
from desktop.history import paths

ITEM = "0123456789abcdef" * 2
KEYS = st.text("0123456789ABCXYZabcxyz", min_size=1, max_size=6)


@pytest.mark.parametrize("path", ["a", "title", "a_1", "*", f"a/{ITEM}/b", f"a/{ITEM}/*", f"a/{ITEM}/b/{ITEM}/c"])
def test_these_are_paths(path: str) -> None:
    assert paths.check(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "", "A", "1a", "_a", "a b", "a\n", "é", "家", "a/b", f"a/{ITEM}", f"a/{ITEM}/", f"/{ITEM}/a", "**", "*/a",
        f"*/{ITEM}/a", f"a/{ITEM.upper()}/b", f"a/{ITEM[:-1]}/b", f"a/{ITEM}0/b", f"a/{ITEM}/b/", f"a//{ITEM}/b",
        f"a/{ITEM}/" * 16 + "b",
    ],
)  # fmt: skip
def test_these_are_not(path: str) -> None:
    with pytest.raises(Refused, match=r"path\.malformed"):
        paths.check(path)


def test_items_nest_fifteen_deep() -> None:
    assert paths.is_path(f"a/{ITEM}/" * 15 + "b")


def test_an_item_id_is_new_each_time() -> None:
    ids = {paths.new_item() for _ in range(100)}
    assert len(ids) == 100
    assert all(map(paths.is_item, ids))


def test_the_registers_above_a_path_are_the_records_and_its_items() -> None:
    path = f"a/{ITEM}/b/{ITEM}/c"
    assert list(paths.registers_above(path)) == ["*", f"a/{ITEM}/*", f"a/{ITEM}/b/{ITEM}/*"]
    assert list(paths.registers_above(f"a/{ITEM}/*")) == ["*"]
    assert list(paths.registers_above("*")) == []


@given(KEYS, KEYS)
def test_a_key_between_two_lies_between_them_and_leaves_room_for_its_run(one: str, other: str) -> None:
    low, high = sorted([one, other])
    key = paths.between(low, high)
    assert low < key
    if not _is_crowded(low, high):
        for _ in range(200):
            assert key < high
            later = paths.next_after(key)
            assert key < later
            key = later


def _is_crowded(low: str, high: str) -> bool:
    """Whether nothing fits: alike but for zeros at the end."""
    return high.startswith(low) and set(high[len(low) :]) <= {"0"}


@given(KEYS)
def test_a_key_fits_before_everything_and_after_everything(key: str) -> None:
    assert paths.between(key, None) > key
    if set(key) != {"0"}:
        assert paths.between(None, key) < key


GIANTS = [None, "V1", "z" * 251, "z" * 256, "z" * 1_000_000, "V" * 1_000_000, "V" * 999_999 + "W", "0" * 1_000_000]


@pytest.mark.fault(16)
@pytest.mark.parametrize("after", GIANTS, ids=range(len(GIANTS)))
@pytest.mark.parametrize("before", GIANTS, ids=range(len(GIANTS)))
def test_fault_16_no_new_key_is_long_whatever_somebody_else_wrote_beside_it(
    before: str | None, after: str | None
) -> None:
    assert len(paths.between(before, after)) <= paths.MAX_ORDER


@pytest.mark.parametrize(("order", "room"), [("V" * 1_000_000, True), ("z" * 250, True), ("z" * 251, False), (7, True)])
def test_a_place_at_the_end_is_sought_after_what_leaves_room(order: object, room: bool) -> None:
    assert paths.has_room_after(order) == room


def test_a_new_key_ends_in_four_random_digits_and_a_one() -> None:
    keys = {paths.first_order() for _ in range(50)}
    assert len(keys) > 45
    assert all(key[0] == "V" and len(key) == 6 and key[-1] == "1" for key in keys)


@pytest.mark.parametrize(
    ("key", "following"), [("V1", "V2"), ("V9", "VA"), ("VZ", "Va"), ("Vz", "Vz1"), ("Vz1", "Vz2")]
)
def test_the_next_typed_counts_the_last_digit(key: str, following: str) -> None:
    assert paths.next_after(key) == following


def test_runs_of_two_people_at_one_place_stay_in_one_piece() -> None:
    low, high = "V0001", "V0002"
    runs = []
    for person in "ab":
        key = paths.between(low, high)
        run = [(key, person)]
        for _ in range(99):
            key = paths.next_after(key)
            run.append((key, person))
        runs.append(run)
    order = [person for _, person in sorted(runs[0] + runs[1])]
    assert order in (["a"] * 100 + ["b"] * 100, ["b"] * 100 + ["a"] * 100)


@pytest.mark.parametrize("value", [None, 7, True, "", "a b", "é", ["a"], {"a": "b"}])
def test_an_order_that_is_none_sorts_before_all(value: object) -> None:
    assert paths.order_key(value) == ""
