"""Passphrases: one form for what looks alike, and words drawn by the machine."""

from __future__ import annotations

import re
import secrets
import unicodedata

_SURROGATE = re.compile("[\ud800-\udfff]")


def normalise_passphrase(text: str) -> str:
    """NFKC, so that a passphrase typed on another keyboard or system is the same bytes.

    Unpaired surrogates become U+FFFD. Nothing is stripped or folded otherwise.
    """
    return unicodedata.normalize("NFKC", _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text))


def generate_words(count: int = 8) -> str:
    """`count` words with a space between, of the 1,024 of SLIP-39: ten bits each, no two alike in four letters."""
    if count < 1:
        raise ValueError("a passphrase has at least one word")
    from shamir_mnemonic.wordlist import WORDLIST  # a thousand words nobody needs to unlock

    return " ".join(secrets.choice(WORDLIST) for _ in range(count))


def word(number: int) -> str:
    """The word at a place (0 to 1,023) of SLIP-39's list, to spell ten bits aloud."""
    from shamir_mnemonic.wordlist import WORDLIST

    return str(WORDLIST[number])
