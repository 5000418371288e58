"""The cipher of one page of a SQLCipher 4 database, for who reads the pages one by one."""

from __future__ import annotations

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

PAGE = 4096
IV, TAG = 16, 64
USABLE = PAGE - IV - TAG
"""Bytes of a page that SQLite has; behind them stand the IV and the HMAC."""

_MASK = 0x3A
_ROUNDS = 2


class PageCipher:
    """Opens pages, and never writes any. SQLCipher 4 with its defaults: AES-256-CBC, then HMAC-SHA512."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        """key: 32 bytes, raw. salt: the 16 bytes the file begins with, or began with before it was damaged."""
        masked = bytes(byte ^ _MASK for byte in salt)
        self._salt = len(salt)
        self._key = key
        self._tags = HMAC(PBKDF2HMAC(SHA512(), 32, masked, _ROUNDS).derive(key), SHA512())

    def open(self, number: int, untrusted: bytes) -> bytes | None:
        """The bytes SQLite has of page `number` (from 1); None when its HMAC is not that of this page."""
        if len(untrusted) != PAGE:
            return None
        begins = self._salt if number == 1 else 0
        sealed, iv, tag = untrusted[begins:USABLE], untrusted[USABLE : USABLE + IV], untrusted[USABLE + IV :]
        check = self._tags.copy()
        check.update(sealed + iv + number.to_bytes(4, "little"))
        try:
            check.verify(tag)
        except InvalidSignature:
            return None
        opener = Cipher(algorithms.AES256(self._key), modes.CBC(iv)).decryptor()
        plain = opener.update(sealed) + opener.finalize()
        return b"SQLite format 3\0" + plain if number == 1 else plain
