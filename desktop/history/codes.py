"""The short code of a record, for reading aloud and typing: Crockford base32 of the first bits of its id."""

from __future__ import annotations

import re
import unicodedata

from desktop.errors import Refused

SHORT = 40  # bits: 7KQ2-M4XD
LONG = 60  # bits, where two records here begin alike: 7KQ2-M4XD-0ABC

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans("OIL", "011")
_BETWEEN = re.compile(r"[\s\-‐‑–—]+")
_LENGTHS = range(4, 52)  # characters; 51 is the most a 256-bit id fills
_ID_BITS = 256


def code_of(record_id: str, bits: int = SHORT) -> str:
    """The code shown for a record: groups of four characters joined by hyphens.

    record_id: 64 hex digits. bits: 40 or 60 (any multiple of 20).
    """
    number = int(record_id, 16) >> (_ID_BITS - bits)
    characters = "".join(_ALPHABET[number >> shift & 31] for shift in range(bits - 5, -1, -5))
    return "-".join(characters[start : start + 4] for start in range(0, len(characters), 4))


def parse_code(text: str) -> str:
    """What somebody typed, as characters of the alphabet without hyphens; it may be a beginning of a code.

    Case, spaces, full-width forms, O for 0, I and L for 1 do not matter. Raises Refused(``code.malformed``).
    """
    folded = unicodedata.normalize("NFKC", text).upper()
    characters = _BETWEEN.sub("", folded).translate(_ALIKE)
    if len(characters) not in _LENGTHS or not set(characters) <= set(_ALPHABET):
        raise Refused("code.malformed")
    return characters


def id_range(code: str) -> tuple[str, str]:
    """The smallest and the greatest record id (64 hex digits) that begin with `code`, both included."""
    number = 0
    for character in parse_code(code):
        number = number << 5 | _ALPHABET.index(character)
    rest = _ID_BITS - 5 * len(parse_code(code))
    return f"{number << rest:064x}", f"{(number + 1 << rest) - 1:064x}"
