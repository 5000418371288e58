"""Normal forms stay those of Unicode for any language, and cost little for any stranger's text."""

from __future__ import annotations

import unicodedata
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.folding import fold_text
from desktop.domain.normal import MOST_MARKS, normalize

MARKS = ["\u0301\u0323", "\u0f73", "\u0344", "\uff9e\uff9f", "\u05b0\u0591"]


def longest_row_of_marks(text: str) -> int:
    plain = unicodedata.normalize("NFD", text)
    rows = groupby(plain, lambda character: unicodedata.combining(character) > 0)
    return max((len(list(row)) for is_marks, row in rows if is_marks), default=0)


@given(st.text(max_size=200))
def test_text_without_rows_of_marks_has_its_usual_normal_form(text: str) -> None:
    if longest_row_of_marks(unicodedata.normalize("NFKD", text)) <= MOST_MARKS:
        assert normalize("NFKC", text) == unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize("text", ["བོད་སྐད་" * 50, "ئۇيغۇرچە " * 50, "Nguyễn " * 50, "تَشْكِيل" * 50, "ㅎㅏㄴ가각" * 50])
def test_languages_that_use_marks_keep_their_normal_form(text: str) -> None:
    assert normalize("NFKC", text) == unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize("marks", MARKS)
def test_a_stranger_cannot_make_marks_pile_up(marks: str) -> None:
    folded = fold_text("a" + marks * 100_000)  # without the joiners in between this takes half a minute
    assert longest_row_of_marks(folded) <= MOST_MARKS


@pytest.mark.parametrize("marks", MARKS)
def test_folding_piled_up_marks_twice_changes_nothing_more(marks: str) -> None:
    folded = fold_text("漢a" + marks * 100)
    assert fold_text(folded) == folded


def test_half_a_character_folds_to_a_sign_that_it_was_there() -> None:
    assert fold_text("漢\ud800") == "汉\N{REPLACEMENT CHARACTER}"
