"""Base45 (RFC 9285): bytes as the characters a QR code stores most densely."""

from __future__ import annotations

from desktop.errors import Damaged

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_VALUES = {character: value for value, character in enumerate(ALPHABET)}

_PAIRS = tuple(low + middle for middle in ALPHABET for low in ALPHABET)


def encode(data: bytes) -> str:
    """Three characters for two bytes, two for a last single one."""
    text = []
    for first, second in zip(data[::2], data[1::2], strict=False):
        high, low = divmod(first * 256 + second, len(_PAIRS))
        text += [_PAIRS[low], ALPHABET[high]]
    if len(data) % 2:
        high, low = divmod(data[-1], 45)
        text += [ALPHABET[low], ALPHABET[high]]
    return "".join(text)


def decode(untrusted_text: str) -> bytes:
    """The inverse. Damaged `card.code` for anything that `encode` does not make."""
    try:
        values = [_VALUES[character] for character in untrusted_text]
    except KeyError:
        raise Damaged("card.code") from None
    if len(values) % 3 == 1:
        raise Damaged("card.code")
    return b"".join(_group(values[start : start + 3]) for start in range(0, len(values), 3))


def _group(values: list[int]) -> bytes:
    size, number = len(values) - 1, 0
    for value in reversed(values):
        number = number * 45 + value
    if number >= 256**size:
        raise Damaged("card.code")
    return number.to_bytes(size, "big")
