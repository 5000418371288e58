"""Folding, index text and query phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.folding import fold_text
from desktop.domain.indexing import index_text, query_phrases
from desktop.domain.mentions import Mention
from tests.domain.ids import ITEM, PERSON

LETTERS = st.characters(codec="utf-8")


@given(st.text(LETTERS))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("買買提·艾力", "买买提•艾力"),
        ("呂加平", "吕加平"),
        ("ＡＢＣ１２", "abc12"),
        ("（王藏）", "(王藏)"),
        ("锺锦化", "鍾錦化"),
        ("顯著", "显着"),
        ("“家書”", '"家书"'),
        ("乾隆", "干隆"),
        ("二〇二三", "二0二三"),
        ("Ürümchi", "ürümchi"),
    ],
)
def test_what_people_write_for_one_another_becomes_equal(one: str, other: str) -> None:
    assert fold_text(one) == fold_text(other)


@given(st.text("乾隆燥後皇后麵面發发髮裡里著", min_size=1), st.text("後发"), st.text("裡著"))
def test_the_fold_of_a_part_is_part_of_the_fold(part: str, before: str, after: str) -> None:
    assert fold_text(before + part + after) == fold_text(before) + fold_text(part) + fold_text(after)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("李文足", ["李", "文", "足"]),
        ("𠮷野家", ["𠮷", "野", "家"]),
        ("𬭎", ["𬭎"]),
        ("买买提·艾力", ["买", "买", "提", "·", "艾", "力"]),
        ("A4紙", ["a4", "纸"]),
        ("visited the prison", ["visited", "the", "prison"]),
        ("ئۇيغۇر", ["ئۇيغۇر"]),
        ("བོད་སྐད", ["བོད་སྐད"]),
    ],
)
def test_every_han_character_is_a_token_of_its_own(text: str, tokens: list[str]) -> None:
    assert index_text(text).split() == tokens


def test_mention_tokens_are_not_indexed_and_keep_words_apart() -> None:
    assert index_text(f"带走{Mention(PERSON, ITEM).token}了 ⟦⟦").split() == ["带", "走", "了", "⟦"]


@pytest.mark.parametrize(
    ("query", "phrases"),
    [
        ("李文足", ["李 文 足"]),
        ("李文足 prison", ["李 文 足", "prison"]),
        ('"prison visit" 2019', ["prison visit", "2019"]),
        ("“会见 监狱”", ["会 见 监 狱"]),
        ("鍾", ["钟"]),
        ("A4紙", ["a4 纸"]),
        ("𠮷", ["𠮷"]),
        ("足 足", ["足"]),
        ('" * - : ( ) ^ NEAR(', ["near"]),
        ("བོད་སྐད", ["བོད སྐད"]),
        ("", []),
        ("。，·", []),
    ],
)
def test_a_query_becomes_phrases(query: str, phrases: list[str]) -> None:
    assert query_phrases(query) == phrases


def test_of_a_pasted_page_the_beginning_is_asked_for() -> None:
    phrases = query_phrases(f"{'家书' * 5000} " + " ".join(f"w{number}" for number in range(5000)))
    assert phrases == [" ".join("家书" * 32)]
    assert query_phrases(" ".join(f"w{number}" for number in range(5000))) == [f"w{number}" for number in range(64)]


@given(st.text(LETTERS))
def test_no_phrase_holds_anything_a_query_language_could_read(query: str) -> None:
    for phrase in query_phrases(query):
        assert phrase.replace(" ", "")
        assert not set(phrase) & set("\"'*()^:+-\x00\n")


@given(st.text("李文足王藏鍾後A4 x", min_size=1), st.data())
def test_any_stretch_of_a_text_finds_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    stretch = "".join(character for character in text[start:end] if character not in "A4x ")
    indexed = f" {' '.join(index_text(text).split())} "
    if stretch and stretch in text:
        assert f" {query_phrases(stretch)[0]} " in indexed
