"""What was typed over a list goes onto the list as it stands today, and takes nothing else with it."""

from __future__ import annotations

from desktop.casework.items import onto
from desktop.casework.workspace import JSON

FIRST, SECOND, THIRD, FOURTH = (digit * 32 for digit in "abcd")


def statements(**words: str) -> dict[str, JSON]:
    items = {"first": FIRST, "second": SECOND, "third": THIRD, "fourth": FOURTH}
    return {"statements": {items[item]: {"words": said} for item, said in words.items()} or None}


BEFORE = statements(first="a", second="b")


def test_what_came_in_meanwhile_stays() -> None:
    today, typed = statements(first="a", second="b", third="c"), statements(first="a", second="bb")
    assert onto(today, typed, BEFORE) == statements(first="a", second="bb", third="c")


def test_what_was_changed_meanwhile_and_not_touched_stays_changed() -> None:
    today, typed = statements(first="aa", second="b"), statements(first="a", second="bb")
    assert onto(today, typed, BEFORE) == statements(first="aa", second="bb")


def test_what_came_into_a_list_that_was_empty_stays() -> None:
    empty = statements()
    assert onto(statements(third="c"), statements(fourth="d"), empty) == statements(fourth="d", third="c")


def test_what_was_taken_away_is_away() -> None:
    assert onto(statements(first="a", second="b", third="c"), statements(second="b"), BEFORE) == statements(
        second="b", third="c"
    )


def test_what_went_meanwhile_and_was_not_touched_is_gone() -> None:
    assert onto(statements(second="b"), statements(first="a", second="bb"), BEFORE) == statements(second="bb")


def test_what_went_meanwhile_and_was_typed_in_is_kept() -> None:
    assert onto(statements(second="b"), statements(first="aa", second="b"), BEFORE) == statements(
        first="aa", second="b"
    )


def test_a_new_item_keeps_its_place_behind_the_one_before_it() -> None:
    today, typed = statements(first="a", second="b", third="c"), statements(first="a", fourth="d", second="b")
    both = onto(today, typed, BEFORE)["statements"]
    assert list(both) == [FIRST, FOURTH, SECOND, THIRD]


def test_a_field_of_an_item_set_meanwhile_stays_beside_another_that_was_typed() -> None:
    today = {"statements": {FIRST: {"words": "a", "basis": "seen"}}}
    typed, before = {"statements": {FIRST: {"words": "aa"}}}, {"statements": {FIRST: {"words": "a"}}}
    assert onto(today, typed, before) == {"statements": {FIRST: {"words": "aa", "basis": "seen"}}}


def test_a_text_reads_as_it_was_typed() -> None:
    assert onto({"title": "c"}, {"title": "b"}, {"title": "a"}) == {"title": "b"}
