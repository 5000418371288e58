"""Base45 against its standard's examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Damaged
from desktop.formats import base45


@pytest.mark.parametrize(
    ("data", "text"), [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"base-45", "UJCLQE7W581"), (b"ietf!", "QED8WEX0")]
)
def test_the_examples_of_rfc_9285(data: bytes, text: str) -> None:
    assert base45.encode(data) == text
    assert base45.decode(text) == data


@given(st.binary(max_size=300))
def test_what_is_encoded_is_decoded(data: bytes) -> None:
    assert base45.decode(base45.encode(data)) == data


@given(st.text(alphabet=base45.ALPHABET, max_size=60))
def test_a_text_is_decoded_only_if_it_is_the_one_way_to_write_it(text: str) -> None:
    try:
        data = base45.decode(text)
    except Damaged:
        return
    assert base45.encode(data) == text


@pytest.mark.parametrize("text", ["GGW", ":::", "::", "A", "AAAA", "a00", "0 0é"])
def test_what_no_encoder_writes_is_damaged(text: str) -> None:
    with pytest.raises(Damaged):
        base45.decode(text)
