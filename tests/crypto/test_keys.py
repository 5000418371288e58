"""The raw key of a database is HKDF of the identity's secret, as the format says."""

from __future__ import annotations

import hmac

import pytest

from desktop.crypto.keys import database_key
from desktop.crypto.recipients import HybridIdentity


def by_rfc_5869(secret: bytes, info: bytes) -> bytes:
    """48 bytes of HKDF-SHA256 with an empty salt, written out."""
    extracted = hmac.digest(bytes(32), secret, "sha256")
    first = hmac.digest(extracted, info + b"\x01", "sha256")
    return first + hmac.digest(extracted, first + info + b"\x02", "sha256")[:16]


KNOWN = ("550b5336d2fe76b865157db894801f5a4ca86855c918e645f4b3bf6b858140dc", "691b6d56c87128bf17443ba4ea057d32")


@pytest.mark.parametrize("name", ["a.db", "b.db"])
def test_key_and_salt_are_as_the_format_says(name: str) -> None:
    secret = HybridIdentity.generate().secret
    key, salt = database_key(secret, name)
    assert key + salt == by_rfc_5869(secret, f"jiashu/1 {name}".encode())
    assert (len(key), len(salt)) == (32, 16)


def test_a_known_secret_gives_a_known_key() -> None:
    key, salt = database_key(bytes(range(32)), "a.db")
    assert (key.hex(), salt.hex()) == KNOWN


def test_each_database_has_a_key_of_its_own() -> None:
    secret = HybridIdentity.generate().secret
    assert database_key(secret, "a.db") != database_key(secret, "b.db")


def test_a_secret_of_another_length_is_an_error() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        database_key(bytes(31), "a.db")
