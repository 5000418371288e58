"""Ed25519 signatures verify for the key and message they were made with, and for no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.crypto import signing
from desktop.crypto.signing import SigningKey

KEY = SigningKey.generate()
P = 2**255 - 19
# The eight points whose order divides 8, and the other ways to write two of them; sign bit free.
SMALL_ORDER = [
    0,
    1,
    P - 1,
    P,
    P + 1,
    2707385501144840649318225287225658788936804267575313519463743609750303402022,
    55188659117513257062467267217118295137698188065244968500265048394206261417927,
]


def doubled(point: tuple[int, int]) -> tuple[int, int]:
    """The point added to itself, on edwards25519 (RFC 8032, affine)."""
    d = -121665 * pow(121666, -1, P) % P
    x, y = point
    k = d * x * x * y * y % P
    return 2 * x * y * pow(1 + k, -1, P) % P, (y * y + x * x) * pow(1 - k, -1, P) % P


def on_the_curve(y: int) -> tuple[int, int]:
    """A point with this y."""
    d = -121665 * pow(121666, -1, P) % P
    square = (y * y - 1) * pow(d * y * y + 1, -1, P) % P
    root = pow(square, (P + 3) // 8, P)
    if root * root % P != square:
        root = root * pow(2, (P - 1) // 4, P) % P
    assert root * root % P == square
    return root, y % P


@given(st.binary(max_size=300))
def test_a_signature_verifies_for_its_key_and_message(message: bytes) -> None:
    assert signing.verify(KEY.public, message, KEY.sign(message))


@given(st.binary(min_size=1, max_size=100), st.data())
def test_a_signature_verifies_for_nothing_else(message: bytes, data: st.DataObject) -> None:
    parts = [bytearray(KEY.public), bytearray(message), bytearray(KEY.sign(message))]
    changed = data.draw(st.sampled_from(parts))
    changed[data.draw(st.integers(0, len(changed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    public, other, signature = map(bytes, parts)
    assert not signing.verify(public, other, signature)


def test_the_first_example_of_rfc_8032_comes_out_the_same() -> None:
    key = SigningKey.from_seed(bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))
    assert key.public_hex == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert key.sign(b"").hex() == (
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
        "d25bf5f0595bbe24655141438e7a100b"
    )


def test_a_key_comes_back_from_its_seed() -> None:
    assert SigningKey.from_seed(KEY.seed).public == KEY.public


def test_a_keys_repr_does_not_show_its_seed() -> None:
    assert KEY.seed.hex() not in repr(KEY)
    assert repr(KEY.seed) not in repr(KEY)


@pytest.mark.parametrize(
    ("public", "signature"),
    [(b"", bytes(64)), (bytes(31), bytes(64)), (KEY.public, bytes(63))],
    ids=["no key", "short key", "short signature"],  # the key is random, and two workers must collect equal names
)
def test_a_key_or_signature_of_the_wrong_length_verifies_nothing(public: bytes, signature: bytes) -> None:
    assert not signing.verify(public, b"message", signature)


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_seed_of_the_wrong_length_is_an_error(size: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        SigningKey.from_seed(bytes(size))


@pytest.mark.parametrize("y", SMALL_ORDER)
@pytest.mark.parametrize("sign", [0, 1])
def test_a_key_of_small_order_is_known_in_every_encoding(y: int, sign: int) -> None:
    assert signing.is_small_order((y | sign << 255).to_bytes(32, "little"))


@pytest.mark.parametrize("y", SMALL_ORDER)
def test_a_key_called_of_small_order_is_one(y: int) -> None:
    assert doubled(doubled(doubled(on_the_curve(y)))) == (0, 1)


def test_an_ordinary_key_is_not_of_small_order() -> None:
    assert not any(signing.is_small_order(SigningKey.generate().public) for _ in range(20))


def test_a_key_of_small_order_verifies_nothing_not_even_what_the_library_would_take() -> None:
    identity = (1).to_bytes(32, "little")
    forged = identity + bytes(32)
    assert not signing.verify(identity, b"anything", forged)
