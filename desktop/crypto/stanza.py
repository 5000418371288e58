"""A recipient stanza: one sealed copy of the file key in an age header."""

from __future__ import annotations

import binascii
from dataclasses import dataclass

from desktop.errors import Damaged

FILE_KEY_SIZE = 16
SEALED_KEY_SIZE = FILE_KEY_SIZE + 16  # the ChaCha20-Poly1305 tag

_COLUMNS = 64


@dataclass(frozen=True, slots=True, repr=False)
class Stanza:
    """`kind` says which sort of recipient it is for; `arguments` are printable ASCII words."""

    kind: str
    arguments: tuple[str, ...]
    body: bytes

    def encoded(self) -> bytes:
        """The lines of the stanza; the last one is always short, if need be empty."""
        first = " ".join(("->", self.kind, *self.arguments))
        text = encode_base64(self.body)
        lines = [text[start : start + _COLUMNS] for start in range(0, len(text) + 1, _COLUMNS)]
        return "\n".join([first, *lines, ""]).encode("ascii")


def encode_base64(data: bytes) -> str:
    """Standard alphabet, no padding, as everywhere in an age header."""
    return binascii.b2a_base64(data, newline=False).rstrip(b"=").decode("ascii")


def decode_base64(untrusted_text: str | bytes) -> bytes:
    """Exactly one text per value, so that a header cannot be altered without its MAC noticing."""
    text = untrusted_text.encode("ascii") if isinstance(untrusted_text, str) else untrusted_text
    try:
        data = binascii.a2b_base64(text + b"=" * (-len(text) % 4))
    except binascii.Error:
        raise Damaged("age.header", part="base64") from None
    if binascii.b2a_base64(data, newline=False).rstrip(b"=") != text:
        raise Damaged("age.header", part="base64")
    return data


def check_sealed_key(body: bytes) -> None:
    """The size must be right before anything is opened: a longer body could be made for two keys at once."""
    if len(body) != SEALED_KEY_SIZE:
        raise Damaged("age.header", part="stanza")
