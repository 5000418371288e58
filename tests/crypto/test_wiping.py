"""What is wiped is zeros at once, and is never taken for a key afterwards."""

from __future__ import annotations

import ctypes

import pytest

from desktop.crypto.hybrid import HybridIdentity
from desktop.crypto.signing import SigningKey
from desktop.crypto.wiping import Wipeable
from desktop.crypto.x25519 import X25519Identity

SECRET = bytes(range(1, 33))


def test_the_bytes_themselves_are_overwritten() -> None:
    held = Wipeable(SECRET)
    buffer = held._held
    place = ctypes.addressof(ctypes.c_char.from_buffer(buffer))
    held.wipe()
    assert ctypes.string_at(place, 32) == bytes(32)


def test_a_wiped_secret_is_refused_rather_than_given_as_zeros() -> None:
    held = Wipeable(SECRET)
    held.wipe()
    held.wipe()
    with pytest.raises(RuntimeError):
        _ = held.value


def test_a_wiped_hybrid_identity_tells_its_secret_to_nobody() -> None:
    identity = HybridIdentity(SECRET)
    buffer = identity._secret._held
    identity.wipe()
    assert not any(buffer)
    with pytest.raises(RuntimeError):
        _ = identity.text


def test_a_wiped_x25519_identity_tells_its_secret_to_nobody() -> None:
    identity = X25519Identity(SECRET)
    buffer = identity._secret._held
    identity.wipe()
    assert not any(buffer)
    with pytest.raises(RuntimeError):
        _ = identity.text


def test_a_wiped_signing_key_signs_nothing() -> None:
    key = SigningKey(SECRET)
    key.wipe()
    with pytest.raises(AttributeError):
        key.sign(b"anything")
