"""Chinese numerals as they stand in dates, turned into digits."""

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
