"""Unicode normal forms in time that grows with the text, whatever a stranger wrote.

Putting marks in their canonical order takes time by the square of their number: 400,000 of them on one letter, which
fit in any field, take two minutes each time.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

MOST_MARKS = 30
"""On one letter; no language needs half as many (Stream-Safe Text Format, Unicode Standard Annex #15, section 13)."""

_JOINER = "\u034f"  # combining grapheme joiner: a mark that none is ordered across
# A stretch without any letter of the usual scripts, none of which is a mark: rare enough to be looked at closely.
_LETTERS = "\\x00-\\u02ff\\u0621-\\u064a\\u0f0b-\\u0f17\\u0f40-\\u0f6c\\u3400-\\u9fff\\uac00-\\ud7a3"
_SUSPECT = re.compile(f"[^{_LETTERS}]{{{MOST_MARKS + 1},}}")


def normalize(form: Literal["NFD", "NFKC"], text: str) -> str:
    """`unicodedata.normalize`, but that a joiner is put after every 30th of the marks on one letter."""
    if len(text) > MOST_MARKS:
        text = _SUSPECT.sub(_stream_safe, text)
    return unicodedata.normalize(form, text)


def _stream_safe(stretch: re.Match[str]) -> str:
    pieces: list[str] = []
    marks = 0
    for character in stretch[0]:
        parts = unicodedata.normalize("NFKD", character)
        leading = next((place for place, part in enumerate(parts) if not unicodedata.combining(part)), len(parts))
        if marks + leading > MOST_MARKS:
            pieces.append(_JOINER)
            marks = 0
        trailing = next((place for place, part in enumerate(reversed(parts)) if not unicodedata.combining(part)), -1)
        marks = marks + leading if trailing < 0 else trailing
        pieces.append(character)
    return "".join(pieces)
