"""Chinese numerals, as they stand in dates or alone, turned into digits."""

from __future__ import annotations

import re

_DIGITS = {numeral: str(value) for value, numeral in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "○": "0",
    "两": "2",
    "0": "0",  # 二0一五年, as keyboards write it
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


_UNDER_A_THOUSAND = re.compile(
    r"([一二三四五六七八九])百(?:[零〇○]([一二三四五六七八九])|([一二三四五六七八九]?十?[一二三四五六七八九]?))"
)


def under_a_thousand(text: str) -> int | None:
    """A whole number in Chinese numerals under a thousand, spelled out or digit by digit: 一百零五, 一〇五."""
    if len(text) > 1 and all(numeral in _DIGITS for numeral in text):
        return int("".join(_DIGITS[numeral] for numeral in text)) if len(text) <= 3 else None
    if matched := _UNDER_A_THOUSAND.fullmatch(text):
        hundreds, ones, rest = matched.groups()
        if rest and "十" not in rest:  # 一百五 is a hundred and fifty to some
            return None
        tens = rest if not (rest or "").startswith("十") else f"一{rest}"
        below = whole_number(ones) if ones else _tens(tens) if tens else 0
        return None if below is None else 100 * int(_DIGITS[hundreds]) + below
    return whole_number(text)


def _tens(text: str) -> int | None:
    """Twelve of a hundred is 一十二 there, which alone is 十二."""
    return whole_number(text.removeprefix("一") if text.startswith("一十") else text)
