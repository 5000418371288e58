"""Ed25519 signatures (RFC 8032)."""

from __future__ import annotations

from typing import Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desktop.crypto.wiping import Wipeable

PUBLIC_SIZE = 32
SIGNATURE_SIZE = 64

_P = 2**255 - 19
_Y_OF_ORDER_8 = 2707385501144840649318225287225658788936804267575313519463743609750303402022
# Every y of a point whose order divides 8; p and p + 1 are the second ways to write 0 and 1.
_SMALL_ORDER_Y = frozenset({0, 1, _P - 1, _P, _P + 1, _Y_OF_ORDER_8, _P - _Y_OF_ORDER_8})


class SigningKey:
    """A secret signing key. Has no readable repr, so that it cannot be logged by accident."""

    __slots__ = ("_key", "_seed", "public")

    def __init__(self, seed: bytes) -> None:
        """seed: the 32 bytes RFC 8032 calls the private key."""
        if len(seed) != 32:
            raise ValueError("a signing key's seed has 32 bytes")
        self._seed = Wipeable(seed)
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._key.public_key().public_bytes_raw()

    @classmethod
    def generate(cls) -> Self:
        return cls(Ed25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def from_seed(cls, seed: bytes) -> Self:
        """From the 32 bytes of RFC 8032 that a secret key is."""
        return cls(seed)

    @property
    def seed(self) -> bytes:
        """The 32 bytes; a copy of them."""
        return self._seed.value

    @property
    def public_hex(self) -> str:
        """The public key as 64 hex digits, as envelopes name their author."""
        return self.public.hex()

    def sign(self, message: bytes) -> bytes:
        """The 64-byte signature."""
        return self._key.sign(message)

    def wipe(self) -> None:
        """Overwrite the seed, and let go of what `cryptography` holds of it."""
        self._seed.wipe()
        if hasattr(self, "_key"):
            del self._key


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether `signature` over `message` is of the key `public`; False for any malformed input.

    A key of small order verifies signatures nobody made, so it verifies nothing here.
    """
    if len(public) != PUBLIC_SIZE or len(signature) != SIGNATURE_SIZE or is_small_order(public):
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def is_small_order(public: bytes) -> bool:
    """Whether a 32-byte public key is one of the points of order 1, 2, 4 or 8, in any encoding."""
    return int.from_bytes(public, "little") & (1 << 255) - 1 in _SMALL_ORDER_Y
