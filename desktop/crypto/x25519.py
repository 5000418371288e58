"""The age recipient type X25519, for people with older tools."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from desktop.crypto import bech32
from desktop.crypto.derive import hkdf
from desktop.crypto.stanza import Stanza, check_sealed_key, decode_base64, encode_base64
from desktop.crypto.wiping import Wipeable
from desktop.errors import Damaged, Refused

KIND = "X25519"
RECIPIENT_HRP = "age"
IDENTITY_HRP = "AGE-SECRET-KEY-"

_INFO = b"age-encryption.org/v1/X25519"
_NONCE = bytes(12)  # safe: every wrapping key is derived anew and used once


class X25519Recipient:
    """A public key, `age1…`."""

    __slots__ = ("_key", "public")

    def __init__(self, public: bytes) -> None:
        """public: 32 bytes."""
        if len(public) != 32:
            raise Refused("key.malformed", reason="length")
        self.public = public
        self._key = X25519PublicKey.from_public_bytes(public)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """From `age1…`; upper case is taken too, as in a QR code."""
        hrp, public = bech32.decode(text)
        if hrp.lower() != RECIPIENT_HRP:
            raise Refused("key.unknown_kind")
        return cls(public)

    @property
    def text(self) -> str:
        """As age writes it, `age1…`."""
        return bech32.encode(RECIPIENT_HRP, self.public)

    def wrap(self, file_key: bytes) -> list[Stanza]:
        """The file key sealed to this recipient. Refused `key.malformed` when the key is of small order."""
        ephemeral = X25519PrivateKey.generate()
        share = ephemeral.public_key().public_bytes_raw()
        try:
            secret = ephemeral.exchange(self._key)
        except ValueError:
            raise Refused("key.malformed", reason="small_order") from None
        body = _cipher(secret, share, self.public).encrypt(_NONCE, file_key, None)
        return [Stanza(KIND, (encode_base64(share),), body)]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, X25519Recipient) and other.public == self.public

    def __hash__(self) -> int:
        return hash((KIND, self.public))


class X25519Identity:
    """A secret key, `AGE-SECRET-KEY-1…`. Has no readable repr, so that it cannot be logged by accident."""

    __slots__ = ("_key", "_secret", "recipient")

    def __init__(self, secret: bytes) -> None:
        """secret: 32 bytes."""
        if len(secret) != 32:
            raise Refused("key.malformed", reason="length")
        self._secret = Wipeable(secret)
        self._key = X25519PrivateKey.from_private_bytes(secret)
        self.recipient = X25519Recipient(self._key.public_key().public_bytes_raw())

    @classmethod
    def generate(cls) -> Self:
        return cls(X25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def from_text(cls, text: str) -> Self:
        """From `AGE-SECRET-KEY-1…`; lower case is taken too, for who types it by hand."""
        hrp, secret = bech32.decode(text)
        if hrp.upper() != IDENTITY_HRP:
            raise Refused("key.unknown_kind")
        return cls(secret)

    @property
    def secret(self) -> bytes:
        """The 32 bytes; a copy of them."""
        return self._secret.value

    @property
    def text(self) -> str:
        """As age writes it, `AGE-SECRET-KEY-1…`."""
        return bech32.encode(IDENTITY_HRP, self.secret)

    def wipe(self) -> None:
        """Overwrite the secret, and let go of what `cryptography` holds of it."""
        self._secret.wipe()
        if hasattr(self, "_key"):
            del self._key

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """The file key, or None when no stanza is for this identity. Damaged `age.header`: a broken stanza."""
        opened = [self._open(stanza) for stanza in stanzas if stanza.kind == KIND]
        return next((file_key for file_key in opened if file_key is not None), None)

    def _open(self, stanza: Stanza) -> bytes | None:
        if len(stanza.arguments) != 1:
            raise Damaged("age.header", part="stanza")
        share = decode_base64(stanza.arguments[0])
        if len(share) != 32:
            raise Damaged("age.header", part="stanza")
        check_sealed_key(stanza.body)
        try:
            secret = self._key.exchange(X25519PublicKey.from_public_bytes(share))
        except ValueError:  # a share of small order: the secret would be zero for everybody
            raise Damaged("age.header", part="share") from None
        try:
            return _cipher(secret, share, self.recipient.public).decrypt(_NONCE, stanza.body, None)
        except InvalidTag:
            return None


def _cipher(secret: bytes, share: bytes, public: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(hkdf(secret, salt=share + public, info=_INFO))
