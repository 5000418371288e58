"""The raw key of a database, derived from an identity."""

from __future__ import annotations

from desktop.crypto.derive import hkdf

_KEY_SIZE = 32
_SALT_SIZE = 16


def database_key(identity_secret: bytes, name: str) -> tuple[bytes, bytes]:
    """Key (32 bytes) and salt (16 bytes) of the database `name`, such as ``a.db``.

    identity_secret: the 32 bytes decoded from the identity's Bech32 text. The salt is derived as
    well, so that a file whose first page is lost can still be opened. Source: format 1, section 3.
    """
    if len(identity_secret) != 32:
        raise ValueError("an identity's secret has 32 bytes")
    derived = hkdf(identity_secret, info=f"jiashu/1 {name}".encode("ascii"), size=_KEY_SIZE + _SALT_SIZE)
    return derived[:_KEY_SIZE], derived[_KEY_SIZE:]
