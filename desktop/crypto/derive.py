"""HKDF-SHA256, the one way keys are derived from keys."""

from __future__ import annotations

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def hkdf(secret: bytes, *, salt: bytes = b"", info: bytes, size: int = 32) -> bytes:
    """`size` bytes by RFC 5869; an empty salt stands for 32 zero bytes."""
    return HKDF(SHA256(), size, salt, info).derive(secret)
