"""A passphrase typed on any keyboard is the same bytes; drawn words come from the whole list."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shamir_mnemonic.wordlist import WORDLIST

from desktop.crypto.passphrase import generate_words, normalise_passphrase, word

anything = st.text(st.characters(exclude_categories=[]))


@given(anything)
def test_composed_and_decomposed_typing_are_one_passphrase(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert normalise_passphrase(decomposed) == normalise_passphrase(unicodedata.normalize("NFC", text))


@given(anything)
def test_normalising_again_changes_nothing(text: str) -> None:
    assert normalise_passphrase(normalise_passphrase(text)) == normalise_passphrase(text)


@given(anything)
def test_a_normalised_passphrase_can_always_be_encoded(text: str) -> None:
    assert normalise_passphrase(text).encode("utf-8").decode("utf-8") == normalise_passphrase(text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ｌａｎｔｅｒｎ　１", "lantern 1"),
        ("cafe\u0301", "café"),
        ("ﬁre", "fire"),
        ("a\ud800b", "a\ufffdb"),
        (" Both Ends ", " Both Ends "),
        ("it's \0", "it's \0"),
    ],
)
def test_what_looks_alike_is_alike_and_the_rest_is_kept(typed: str, meant: str) -> None:
    assert normalise_passphrase(typed) == meant


def test_eight_words_are_drawn_unless_asked_otherwise() -> None:
    assert [len(generate_words().split(" ")), len(generate_words(3).split(" "))] == [8, 3]


def test_drawn_words_are_of_the_list_and_need_no_input_method() -> None:
    assert set(generate_words(400).split(" ")) <= set(WORDLIST)
    assert generate_words(400).isascii()


def test_words_are_drawn_from_the_whole_list() -> None:
    assert set(generate_words(20_000).split(" ")) == set(WORDLIST)


def test_the_list_gives_ten_bits_a_word() -> None:
    assert (len(set(WORDLIST)), {word(number) for number in range(1024)}) == (1024, set(WORDLIST))


def test_no_words_are_no_passphrase() -> None:
    with pytest.raises(ValueError, match="at least one"):
        generate_words(0)
