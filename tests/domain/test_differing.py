"""Which parts of two wordings differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.differing import MOST, differing

WORDINGS = st.text(alphabet="ab 韩松་ི\n", max_size=40)


@given(WORDINGS, WORDINGS)
def test_the_pieces_joined_are_the_wordings(before: str, after: str) -> None:
    old, new = differing(before, after)
    assert ("".join(text for text, _ in old), "".join(text for text, _ in new)) == (before, after)


@given(WORDINGS)
def test_the_same_wording_has_no_differing_part(wording: str) -> None:
    old, new = differing(wording, wording)
    assert not any(differs for _, differs in old + new)


def test_a_word_put_in_is_marked_alone() -> None:
    _, new = differing("two men came", "two tall men came")
    assert [text.strip() for text, differs in new if differs] == ["tall"]


def test_chinese_is_compared_character_by_character() -> None:
    old, new = differing("凌晨四点带走", "凌晨五点带走")
    assert ([text for text, differs in old if differs], [text for text, differs in new if differs]) == (["四"], ["五"])


def test_what_has_nothing_in_common_is_marked_whole() -> None:
    assert differing("held", "set free") == ((("held", True),), (("set free", True),))


def test_of_a_very_long_change_all_between_the_ends_is_marked() -> None:
    old, _ = differing("同" + "甲" * MOST + "同", "同" + "乙" * MOST + "同")
    assert old == (("同", False), ("甲" * MOST, True), ("同", False))
