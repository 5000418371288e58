"""Bech32 keeps any bytes and turns down any mistake."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.crypto import bech32
from desktop.errors import Refused

VALID = [  # BIP 173
    "A12UEL5L",
    "a12uel5l",
    "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs",
    "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw",
    "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w",
]
INVALID = {
    "pzry9x0s0muk": "form",
    "1pzry9x0s0muk": "form",
    "x1b4n0q5v": "character",
    "li1dgmt3": "form",
    "A1G7SGD8": "checksum",
    "10a06t8": "form",
    "a12UEL5L": "case",
    "\x20" + "1nwldj5": "character",
    "é12uel5l": "case",
    "": "form",
}
hrps = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=20).map(str.lower)


@given(hrps, st.binary(max_size=2000))
def test_what_was_encoded_decodes_to_the_same(hrp: str, data: bytes) -> None:
    assert bech32.decode(bech32.encode(hrp, data)) == (hrp, data)


@given(st.binary(max_size=100))
def test_an_upper_case_prefix_makes_all_upper_case(data: bytes) -> None:
    text = bech32.encode("AGE-SECRET-KEY-", data)
    assert text == text.upper()
    assert bech32.decode(text) == ("AGE-SECRET-KEY-", data)


@pytest.mark.parametrize("text", VALID)
def test_the_examples_of_the_standard_are_taken(text: str) -> None:
    assert bech32.encode(*bech32.decode(text)) == text


def test_a_text_too_long_for_any_key_is_refused_unread() -> None:
    with pytest.raises(Refused) as refused:
        bech32.decode("age1" + "q" * 10_000_000)
    assert refused.value.details == {"reason": "length"}


@pytest.mark.parametrize(("text", "reason"), INVALID.items())
def test_a_malformed_text_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        bech32.decode(text)
    assert (refused.value.code, refused.value.details) == ("key.malformed", {"reason": reason})


@given(st.binary(min_size=1, max_size=64), st.data())
def test_one_mistyped_letter_is_always_noticed(data: bytes, draw: st.DataObject) -> None:
    text = bech32.encode("age", data)
    place = draw.draw(st.integers(len("age1"), len(text) - 1))
    letter = draw.draw(st.sampled_from("qpzry9x8gf2tvdw0s3jn54khce6mua7l").filter(lambda other: other != text[place]))
    with pytest.raises(Refused):
        bech32.decode(text[:place] + letter + text[place + 1 :])


def test_leftover_bits_that_are_not_zero_are_refused() -> None:
    values = bytes([0, 0b00101])  # ten bits: a byte and two left over, which are 01
    text = "a1" + "".join("qpzry9x8gf2tvdw0s3jn54khce6mua7l"[v] for v in values + bech32._checksum("a", values))
    with pytest.raises(Refused) as refused:
        bech32.decode(text)
    assert refused.value.details == {"reason": "padding"}
