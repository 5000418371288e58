"""The age recipient type scrypt: a file sealed with a passphrase."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from desktop.crypto.stanza import Stanza, check_sealed_key, decode_base64, encode_base64
from desktop.errors import Damaged, Hindered, Refused

KIND = "scrypt"
MAX_WORK_FACTOR = 20  # 1 GiB a guess; above it a file only means to exhaust the reader

_LABEL = b"age-encryption.org/v1/scrypt"
_NONCE = bytes(12)  # safe: the salt, and so the wrapping key, is drawn anew for each file
_SALT_SIZE = 16
_DECIMAL = re.compile(r"[1-9][0-9]{0,9}")


class PassphraseRecipient:
    """Seals to a passphrase, as given: normalise it before (`passphrase.normalise_passphrase`)."""

    __slots__ = ("_passphrase", "work_factor")

    def __init__(self, passphrase: str, work_factor: int) -> None:
        """work_factor: log2 of scrypt's N, 1 to 20; memory is 2 ** (work_factor + 10) bytes."""
        if not passphrase:
            raise Refused("passphrase.empty")
        if passphrase.endswith("\0"):
            raise Refused("passphrase.ends_in_nothing")
        if not 1 <= work_factor <= MAX_WORK_FACTOR:
            raise Refused("age.work_factor", work_factor=work_factor)
        self._passphrase = _encoded(passphrase)
        self.work_factor = work_factor

    def wrap(self, file_key: bytes) -> list[Stanza]:
        """The file key sealed to this passphrase under a fresh salt."""
        salt = secrets.token_bytes(_SALT_SIZE)
        body = _cipher(self._passphrase, salt, self.work_factor).encrypt(_NONCE, file_key, None)
        return [Stanza(KIND, (encode_base64(salt), str(self.work_factor)), body)]


class PassphraseIdentity:
    """Opens with a passphrase, as given: normalise it before (`passphrase.normalise_passphrase`)."""

    __slots__ = ("_max_work_factor", "_passphrase")

    def __init__(self, passphrase: str, max_work_factor: int = MAX_WORK_FACTOR) -> None:
        """max_work_factor: a file asking for more is refused before any memory is used; at most 20."""
        if not 1 <= max_work_factor <= MAX_WORK_FACTOR:
            raise ValueError("max_work_factor is 1 to 20")
        self._passphrase = _encoded(passphrase)
        self._max_work_factor = max_work_factor

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """The file key, or None when the passphrase is another.

        Damaged `age.header`: a broken stanza; `age.absurd_work`: a work factor above 20, which no honest writer
        makes. Refused `age.work_factor`: one above `max_work_factor`.
        """
        for stanza in stanzas:
            if stanza.kind == KIND:
                return self._open(stanza)
        return None

    def _open(self, stanza: Stanza) -> bytes | None:
        asked = asked_work_factor(stanza)
        salt = decode_base64(stanza.arguments[0])
        if len(salt) != _SALT_SIZE:
            raise Damaged("age.header", part="stanza")
        check_sealed_key(stanza.body)
        work_factor = self._checked(asked)
        try:
            file_key = _cipher(self._passphrase, salt, work_factor).decrypt(_NONCE, stanza.body, None)
        except InvalidTag:
            return None
        # scrypt fills a short passphrase with zeros and cannot tell it from one that ends in them; here it is another.
        return None if self._passphrase.endswith(b"\0") else file_key

    def _checked(self, work_factor: int) -> int:
        if work_factor > MAX_WORK_FACTOR:
            raise Damaged("age.absurd_work", work_factor=work_factor)
        if work_factor > self._max_work_factor:
            raise Refused("age.work_factor", work_factor=work_factor)
        return work_factor


def asked_work_factor(untrusted: Stanza) -> int:
    """The log2 of N that a stanza of kind `scrypt` asks for, however absurd. Damaged `age.header`."""
    if len(untrusted.arguments) != 2:
        raise Damaged("age.header", part="stanza")
    if not _DECIMAL.fullmatch(untrusted.arguments[1]):
        raise Damaged("age.header", part="work_factor")
    return int(untrusted.arguments[1])


def _encoded(passphrase: str) -> bytes:
    # "surrogatepass": a lone surrogate must not raise an error that quotes the passphrase.
    return passphrase.encode("utf-8", "surrogatepass")


def _cipher(passphrase: bytes, salt: bytes, work_factor: int) -> ChaCha20Poly1305:
    try:
        return ChaCha20Poly1305(Scrypt(_LABEL + salt, 32, 1 << work_factor, 8, 1).derive(passphrase))
    except MemoryError:
        raise Hindered("age.memory", work_factor=work_factor) from None
