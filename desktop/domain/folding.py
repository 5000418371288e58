"""Folding: texts that should be found by one another become equal, whatever script or width they are typed in.

Every character is folded by itself, so that the fold of a part is a part of the fold: a search for one character of a
word finds the word, though a converter of whole words might write it differently.
"""

from __future__ import annotations

from functools import cache

from desktop.domain.normal import normalize

_SEPARATORS = "·•‧・﹒᛫⋅∙"
_DASHES = "‐‑‒–—―－−"
_QUOTES = "「」『』“”„‟«»＂"
_VARIANTS = {"著": "着", "锺": "钟", "甯": "宁", "祇": "只", "麽": "么", "姊": "姐", "喆": "哲", "堃": "坤", "昇": "升"}
"""Characters people write for one another which the conversion to simplified script keeps apart."""

_FIXED = (
    dict.fromkeys(map(ord, _SEPARATORS), "·")
    | dict.fromkeys(map(ord, _DASHES), "-")
    | dict.fromkeys(map(ord, _QUOTES), '"')
    | {ord("〇"): "0", ord("’"): "'", ord("‘"): "'"}
    | {ord(rare): usual for rare, usual in _VARIANTS.items()}
)


def fold_text(text: str) -> str:
    """Compatibility forms, case, traditional script, name separators, dashes and quotes folded (NFKC, lower, t2s).

    Folding twice changes nothing more. For finding only: what is shown and kept is never folded.
    """
    if text.isascii():
        return text.lower()
    return normalize("NFKC", text.translate(_folds()))


class _Folds(dict[int, str]):
    """A translation table that learns a character when it first meets it."""

    def __init__(self) -> None:
        from opencc import OpenCC

        super().__init__()
        self._convert = OpenCC("t2s").convert

    def __missing__(self, character: int) -> str:
        if 0xD800 <= character <= 0xDFFF:  # half a character, which has no bytes: converters stop at it
            return "\N{REPLACEMENT CHARACTER}"
        plain = normalize("NFKC", normalize("NFKC", chr(character)).lower())
        folded = self[character] = "".join(map(self._simplified, plain))
        return folded

    def _simplified(self, character: str) -> str:
        """A few become something that is itself folded on: 薴, 苧, 苎."""
        simpler = _FIXED.get(ord(character)) or str(self._convert(character))
        return character if simpler == character or len(simpler) != 1 else self._simplified(simpler)


@cache
def _folds() -> _Folds:
    return _Folds()
