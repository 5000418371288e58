"""The fingerprint of a contact's signing key, and how two people compare it over the telephone."""

from __future__ import annotations

from hashlib import sha256

from desktop.crypto import passphrase

GROUPS = 12
_BITS = 10  # a word of 1,024, or four digits


def fingerprint(signing_hex: str) -> str:
    """SHA-256 of the signing key after its own first line, as 64 hex digits."""
    return sha256(b"jiashu/1 fingerprint\n" + bytes.fromhex(signing_hex)).hexdigest()


def fingerprint_words(digest: str) -> str:
    """The first 120 bits as twelve words of SLIP-39's list, to be read aloud in English."""
    return " ".join(passphrase.word(number) for number in _numbers(digest))


def fingerprint_digits(digest: str) -> str:
    """The same 120 bits as twelve groups of four digits, to be read aloud in any language.

    The n-th group is the place of the n-th word in the list, so one may read words and the other digits.
    """
    return " ".join(f"{number:04d}" for number in _numbers(digest))


def _numbers(digest: str) -> list[int]:
    """Twelve numbers below 1,024, the first bits first."""
    bits = int(digest, 16) >> (256 - GROUPS * _BITS)
    return [bits >> (_BITS * place) & (2**_BITS - 1) for place in reversed(range(GROUPS))]
