"""Chinese numerals, as they stand in dates or alone, turned into digits."""

from __future__ import annotations

import re

_DIGITS = {numeral: str(value) for value, numeral in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "○": "0",
    "两": "2",
}
_ROW = re.compile(f"[{''.join(_DIGITS)}]{{2,4}}(?=年)")
_COUNT = re.compile(r"([一二三])?(十)([一二三四五六七八九])?(?=[月日号號])|([一二三四五六七八九])(?=[月日号號])")
_TENS = {"廿": "二十", "卅": "三十"}


def with_digits(text: str) -> str:
    """``二〇一五年七月二十八日`` as ``2015年7月28日``; numerals that belong to no year, month or day stay."""
    for short, long in _TENS.items():
        text = text.replace(short, long)
    text = _ROW.sub(lambda row: "".join(_DIGITS[numeral] for numeral in row[0]), text)
    text = text.replace("〇", "0").replace("○", "0")
    return _COUNT.sub(_count, text)


def _count(matched: re.Match[str]) -> str:
    tens, ten, ones, single = matched.groups()
    if single:
        return _DIGITS[single]
    return f"{_DIGITS[tens] if tens else 1}{_DIGITS[ones] if ones else 0}" if ten else matched[0]


_LONGEST = 9  # digits
_UNDER_A_HUNDRED = re.compile(r"([二三四五六七八九])?(十)([一二三四五六七八九])?|([零〇○一二两三四五六七八九])")


def whole_number(text: str) -> int | None:
    """A whole number in digits of any script or in Chinese numerals under a hundred; None for all else."""
    words = text.strip()
    digits = words.removeprefix("-")
    if digits.isdecimal():
        return int(words) if len(digits) <= _LONGEST else None
    said = _UNDER_A_HUNDRED.fullmatch(words)
    if said is None:
        return None
    tens, _, ones, single = said.groups()
    if single:
        return int(_DIGITS[single])
    return 10 * int(_DIGITS[tens] if tens else 1) + int(_DIGITS[ones] if ones else 0)
