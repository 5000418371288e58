"""Numbers as people write them."""

from __future__ import annotations

import pytest

from desktop.domain.numerals import whole_number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        *(
            (" 4 ", 4),
            ("４", 4),
            ("-2", -2),
            ("四", 4),
            ("两", 2),
            ("十", 10),
            ("十四", 14),
            ("二十", 20),
            ("九十九", 99),
        ),
        *(("", None), ("多", None), ("4-5", None), ("1.5", None), ("1234567890", None), ("十十", None)),
    ],
)
def test_a_whole_number_is_read_in_any_digits(words: str, number: int | None) -> None:
    assert whole_number(words) == number
