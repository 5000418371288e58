"""The age recipient type mlkem768x25519: secret also from who can build a quantum computer later."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from hashlib import shake_256
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from desktop.crypto import bech32
from desktop.crypto.stanza import Stanza, check_sealed_key, decode_base64, encode_base64
from desktop.crypto.wiping import Wipeable
from desktop.errors import Damaged, Refused

KIND = "mlkem768x25519"
RECIPIENT_HRP = "age1pq"
IDENTITY_HRP = "AGE-SECRET-KEY-PQ-"

_INFO = b"age-encryption.org/mlkem768x25519"
_SUITE = Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_MLKEM_PUBLIC = 1184
_MLKEM_SEED = 64
_X25519_SIZE = 32
_ENCAPSULATED = 1088 + _X25519_SIZE


class HybridRecipient:
    """A public key, `age1pq1…`: 1,216 bytes, the ML-KEM-768 half first."""

    __slots__ = ("_key", "public")

    def __init__(self, public: bytes) -> None:
        if len(public) != _MLKEM_PUBLIC + _X25519_SIZE:
            raise Refused("key.malformed", reason="length")
        self.public = public
        try:
            self._key = MLKEM768X25519PublicKey(
                MLKEM768PublicKey.from_public_bytes(public[:_MLKEM_PUBLIC]),
                X25519PublicKey.from_public_bytes(public[_MLKEM_PUBLIC:]),
            )
        except ValueError:
            raise Refused("key.malformed", reason="value") from None

    @classmethod
    def from_text(cls, text: str) -> Self:
        """From `age1pq1…`; upper case is taken too, as in a QR code."""
        hrp, public = bech32.decode(text)
        if hrp.lower() != RECIPIENT_HRP:
            raise Refused("key.unknown_kind")
        return cls(public)

    @property
    def text(self) -> str:
        """As age writes it, `age1pq1…`."""
        return bech32.encode(RECIPIENT_HRP, self.public)

    def wrap(self, file_key: bytes) -> list[Stanza]:
        """The file key sealed to this recipient. Refused `key.malformed` when the key is of small order."""
        try:
            sealed = _SUITE.encrypt(file_key, self._key, _INFO)
        except ValueError:
            raise Refused("key.malformed", reason="small_order") from None
        return [Stanza(KIND, (encode_base64(sealed[:_ENCAPSULATED]),), sealed[_ENCAPSULATED:])]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, HybridRecipient) and other.public == self.public

    def __hash__(self) -> int:
        return hash((KIND, self.public))


class HybridIdentity:
    """A secret key, `AGE-SECRET-KEY-PQ-1…`. Has no readable repr, so that it cannot be logged by accident."""

    __slots__ = ("_key", "_secret", "_x25519", "recipient")

    def __init__(self, secret: bytes) -> None:
        """secret: the 32-byte seed both halves are drawn from."""
        if len(secret) != 32:
            raise Refused("key.malformed", reason="length")
        self._secret = Wipeable(secret)
        drawn = shake_256(secret).digest(_MLKEM_SEED + _X25519_SIZE)
        mlkem = MLKEM768PrivateKey.from_seed_bytes(drawn[:_MLKEM_SEED])
        self._x25519 = X25519PrivateKey.from_private_bytes(drawn[_MLKEM_SEED:])
        self._key = MLKEM768X25519PrivateKey(mlkem, self._x25519)
        self.recipient = HybridRecipient(
            mlkem.public_key().public_bytes_raw() + self._x25519.public_key().public_bytes_raw()
        )

    @classmethod
    def generate(cls) -> Self:
        """A new one, of 32 random bytes."""
        return cls(secrets.token_bytes(32))

    @classmethod
    def from_text(cls, text: str) -> Self:
        """From `AGE-SECRET-KEY-PQ-1…`; lower case is taken too, for who types it by hand."""
        hrp, secret = bech32.decode(text)
        if hrp.upper() != IDENTITY_HRP:
            raise Refused("key.unknown_kind")
        return cls(secret)

    @property
    def secret(self) -> bytes:
        """The seed; a copy of it."""
        return self._secret.value

    @property
    def text(self) -> str:
        """As age writes it, `AGE-SECRET-KEY-PQ-1…`."""
        return bech32.encode(IDENTITY_HRP, self.secret)

    def wipe(self) -> None:
        """Overwrite the seed and let go of what was drawn from it, of which `cryptography` wipes what it can."""
        self._secret.wipe()
        for name in ("_key", "_x25519"):
            if hasattr(self, name):
                delattr(self, name)

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """The file key, or None when no stanza is for this identity. Damaged `age.header`: a broken stanza."""
        opened = [self._open(stanza) for stanza in stanzas if stanza.kind == KIND]
        return next((file_key for file_key in opened if file_key is not None), None)

    def _open(self, stanza: Stanza) -> bytes | None:
        if len(stanza.arguments) != 1:
            raise Damaged("age.header", part="stanza")
        encapsulated = decode_base64(stanza.arguments[0])
        if len(encapsulated) != _ENCAPSULATED:
            raise Damaged("age.header", part="stanza")
        check_sealed_key(stanza.body)
        self._check_share(encapsulated[-_X25519_SIZE:])
        try:
            return _SUITE.decrypt(encapsulated + stanza.body, self._key, _INFO)
        except InvalidTag:
            return None

    def _check_share(self, share: bytes) -> None:
        """HPKE reports a share of small order as any wrong key; here it is told apart, as a damaged header."""
        try:
            self._x25519.exchange(X25519PublicKey.from_public_bytes(share))
        except ValueError:
            raise Damaged("age.header", part="share") from None
