"""Codes of records."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Refused
from desktop.history import codes

IDS = st.binary(min_size=32, max_size=32).map(bytes.hex)


def test_a_code_is_the_first_forty_bits_in_crockfords_alphabet() -> None:
    assert codes.code_of("00" * 32) == "0000-0000"
    assert codes.code_of("ff" * 32) == "ZZZZ-ZZZZ"
    assert codes.code_of("00443214c74254b" + "0" * 49) == "0123-4567"


def test_a_longer_code_begins_like_the_short_one() -> None:
    assert codes.code_of("00443214c74254b" + "0" * 49, codes.LONG) == "0123-4567-89AB"


@given(IDS)
def test_an_id_matches_its_codes_as_they_are_shown(record: str) -> None:
    for bits in (codes.SHORT, codes.LONG):
        code = codes.parse_code(codes.code_of(record, bits))
        low, high = codes.id_range(code)
        assert low <= record <= high
        assert codes.code_of(low, bits) == codes.code_of(high, bits) == codes.code_of(record, bits)


@pytest.mark.parametrize(
    "typed", ["7KQ2-M4XD", "7kq2m4xd", " 7kq2 m4xd\n", "７ＫＱ２－Ｍ４ＸＤ", "7KQ2–M4XD", "7KQ2M4XD"]
)
def test_a_code_is_understood_however_it_is_typed(typed: str) -> None:
    assert codes.parse_code(typed) == "7KQ2M4XD"


def test_letters_that_look_like_digits_are_digits() -> None:
    assert codes.parse_code("oOiI-lL11") == "00111111"


@pytest.mark.parametrize("typed", ["", "7KQ", "7KQ2-M4XU", "7KQ2_M4XD", "案-0001", "7" * 52, "7KQ2-M4X!"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match=r"code\.malformed"):
        codes.parse_code(typed)
