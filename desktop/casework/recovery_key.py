"""The recovery key as people handle it: in pieces to be written down, and typed back from paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop.crypto.hybrid import IDENTITY_HRP
from desktop.crypto.recipients import HybridIdentity
from desktop.errors import Refused

BEGINNING = f"{IDENTITY_HRP}1"
"""Every recovery key begins so; it tells nothing and need not be copied."""

PIECE = 5
LETTERS = 58
"""Behind the beginning: 32 bytes and a checksum, five bits a letter (BIP 173)."""

_BEGINNING = re.compile("AGE-?SECRET-?KEY-?PQ-?1")
_LOOKALIKES = str.maketrans({"O": "0", "I": "L", "1": "L", "B": "8"})  # signs Bech32 does without, since they mislead


def pieces(key: str) -> Sequence[str]:
    """What has to be written down, in pieces a hand can copy without losing its place."""
    letters = key.removeprefix(BEGINNING)
    return [letters[start : start + PIECE] for start in range(0, len(letters), PIECE)]


def typed(text: str) -> str:
    """A key typed from paper, whole again: blanks, case, the beginning and signs that look alike do not matter."""
    letters = re.sub(r"\s", "", text).upper()
    bare = letters.removeprefix(found[0]) if (found := _BEGINNING.match(letters)) else letters
    return BEGINNING + bare.translate(_LOOKALIKES)


def letters_of(text: str) -> int:
    """How many letters of the key were typed so far."""
    return len(typed(text)) - len(BEGINNING)


def whole(text: str) -> bool:
    """Whether what was typed is a complete key without a mistake; whose, it does not tell."""
    try:
        HybridIdentity.from_text(typed(text))
    except Refused:
        return False
    return True
