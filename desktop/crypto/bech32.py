"""Bech32 (BIP 173) as age uses it: longer than the standard's 90 characters, any human-readable part."""

from __future__ import annotations

from base64 import b32encode

from desktop.errors import Refused

_ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_LETTERS = bytes.maketrans(bytes(range(32)), _ALPHABET.encode("ascii"))
_STRANGE = 255
_VALUES = bytes(_ALPHABET.find(chr(code)) % 256 for code in range(256))  # of each letter; what is none, is strange
_FIVES = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", bytes(range(32)))  # of the letters of Base32
_DIGITS = bytes.maketrans(bytes(range(32)), b"0123456789abcdefghijklmnopqrstuv")  # as `int` reads them
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECKSUM_LENGTH = 6
_LONGEST = 8192  # four times the longest key there is; reading takes time by the square of the length


def encode(hrp: str, data: bytes) -> str:
    """`data` as Bech32; upper case throughout when `hrp` is, as age writes its secret keys."""
    prefix = hrp.lower()
    values = _to_fives(data)
    letters = (values + _checksum(prefix, values)).translate(_LETTERS).decode("ascii")
    text = f"{prefix}1{letters}"
    return text.upper() if hrp.isupper() else text


def decode(text: str) -> tuple[str, bytes]:
    """The human-readable part as written, and the bytes.

    Refused `key.malformed`: mixed case, a strange character, a wrong checksum, padding that is
    not zero, or more than 8,192 characters. The text itself is never in the error, since it may be a secret key.
    """
    if len(text) > _LONGEST:
        raise Refused("key.malformed", reason="length")
    if not text.isascii() or text not in (text.lower(), text.upper()):
        raise Refused("key.malformed", reason="case")
    hrp, separator, letters = text.rpartition("1")
    if not separator or not hrp or len(letters) < _CHECKSUM_LENGTH:
        raise Refused("key.malformed", reason="form")
    if any(not 33 <= ord(letter) <= 126 for letter in hrp):
        raise Refused("key.malformed", reason="character")
    values = letters.lower().encode("ascii").translate(_VALUES)
    if _STRANGE in values:
        raise Refused("key.malformed", reason="character")
    if _polymod(_expand(hrp.lower()) + values) != 1:
        raise Refused("key.malformed", reason="checksum")
    return hrp, _from_fives(values[:-_CHECKSUM_LENGTH])


def _step(top: int) -> int:
    """What the five bits that leave a checksum put into the rest of it."""
    put = 0
    for bit, generator in enumerate(_GENERATOR):
        if top >> bit & 1:
            put ^= generator
    return put


_STEPS = tuple(map(_step, range(32)))  # a vault's keys are a hundred thousand steps


def _polymod(values: bytes) -> int:
    check = 1
    for value in values:
        check = (check & 0x1FFFFFF) << 5 ^ value ^ _STEPS[check >> 25]
    return check


def _expand(hrp: str) -> bytes:
    codes = hrp.encode("ascii")
    return bytes([*(code >> 5 for code in codes), 0, *(code & 31 for code in codes)])


def _checksum(hrp: str, values: bytes) -> bytes:
    check = _polymod(_expand(hrp) + values + bytes(_CHECKSUM_LENGTH)) ^ 1
    return bytes(check >> 5 * (5 - place) & 31 for place in range(_CHECKSUM_LENGTH))


def _to_fives(data: bytes) -> bytes:
    """Eight-bit bytes as five-bit values, the last one filled with zero bits."""
    return b32encode(data).rstrip(b"=").translate(_FIVES)


def _from_fives(values: bytes) -> bytes:
    """The inverse; leftover bits must be fewer than five and zero, or two texts would mean one key."""
    number = int(values.translate(_DIGITS) or b"0", 32)
    length, leftover = divmod(len(values) * 5, 8)
    if leftover >= 5 or number & (1 << leftover) - 1:
        raise Refused("key.malformed", reason="padding")
    return (number >> leftover).to_bytes(length, "big")
