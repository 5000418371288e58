"""Keys read back from their text, are told apart by kind, and say nothing of their secret."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.crypto import age, bech32, header
from desktop.crypto.recipients import (
    HybridIdentity,
    HybridRecipient,
    KeyIdentity,
    PassphraseIdentity,
    PassphraseRecipient,
    X25519Identity,
    X25519Recipient,
    parse_identities,
    parse_identity,
    parse_recipient,
)
from desktop.crypto.stanza import Stanza
from desktop.errors import Damaged, Refused
from tests.crypto.vectors import load

KINDS: list[type[KeyIdentity]] = [HybridIdentity, X25519Identity]
PREFIXES = {HybridIdentity: ("AGE-SECRET-KEY-PQ-1", "age1pq1"), X25519Identity: ("AGE-SECRET-KEY-1", "age1")}
SECRETS = st.binary(min_size=32, max_size=32)


@pytest.mark.parametrize("kind", KINDS)
def test_a_generated_key_comes_back_from_its_text(kind: type[KeyIdentity]) -> None:
    identity = kind.generate()
    assert (parse_identity(identity.text).secret, type(parse_identity(identity.text))) == (identity.secret, kind)
    assert kind.from_text(identity.text).recipient == identity.recipient


@pytest.mark.parametrize("kind", KINDS)
def test_a_public_key_comes_back_from_its_text(kind: type[KeyIdentity]) -> None:
    recipient = kind.generate().recipient
    assert parse_recipient(recipient.text) == recipient
    assert type(recipient).from_text(recipient.text) == recipient


@pytest.mark.parametrize("kind", KINDS)
def test_keys_begin_as_age_writes_them(kind: type[KeyIdentity]) -> None:
    identity = kind.generate()
    secret_prefix, public_prefix = PREFIXES[kind]
    assert identity.text.startswith(secret_prefix)
    assert identity.recipient.text.startswith(public_prefix)


@pytest.mark.parametrize("kind", KINDS)
def test_a_key_upper_cased_for_a_qr_code_is_the_same_key(kind: type[KeyIdentity]) -> None:
    recipient = kind.generate().recipient
    assert parse_recipient(recipient.text.upper()) == recipient


@pytest.mark.parametrize("kind", KINDS)
def test_blanks_around_a_key_are_ignored(kind: type[KeyIdentity]) -> None:
    recipient = kind.generate().recipient
    assert parse_recipient(f"  {recipient.text}\n") == recipient


@pytest.mark.parametrize("kind", KINDS)
def test_a_secret_keys_repr_shows_nothing_of_it(kind: type[KeyIdentity]) -> None:
    identity = kind.generate()
    shown = repr(identity) + str(identity)
    assert not any(secret in shown for secret in (identity.text, identity.secret.hex(), repr(identity.secret)))


@given(SECRETS)
def test_the_same_secret_always_has_the_same_public_keys(secret: bytes) -> None:
    assert HybridIdentity(secret).recipient == HybridIdentity(secret).recipient
    assert X25519Identity(secret).recipient == X25519Identity(secret).recipient


def test_the_hybrid_public_key_of_a_seed_is_the_published_one() -> None:
    # Seed and beginning of the public key of the first test vector of X-Wing, the KEM inside.
    seed = bytes.fromhex("7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26")
    public = HybridIdentity(seed).recipient.public
    assert (len(public), public[:16].hex()) == (1216, "e2236b35a8c24b39b10aa1323a96a919")


@pytest.mark.parametrize("name", ["hybrid_grease", "hybrid_multiple_recipients", "x25519_grease", "armor_scrypt"])
def test_a_published_stanza_unwraps_to_the_published_file_key(name: str, shared: Path) -> None:
    vector = load(name)
    assert header.read(vector.binary()).file_key(vector.identities).hex() == vector.file_key


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "key.malformed"),
        ("somebody@example.org", "key.malformed"),
        ("age1qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq", "key.malformed"),
        (bech32.encode("age", bytes(31)), "key.malformed"),
        (bech32.encode("age1pq", b"\xff" * 1216), "key.malformed"),
        (bech32.encode("age1pq", bytes(1215)), "key.malformed"),
        (bech32.encode("age1tag", bytes(33)), "key.unknown_kind"),
        (X25519Identity(bytes(range(32))).text, "key.unknown_kind"),
    ],
)
def test_a_text_that_is_no_public_key_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_recipient(text)
    assert refused.value.code == code


def test_a_secret_key_given_as_a_public_one_is_not_in_the_error() -> None:
    identity = X25519Identity.generate()
    with pytest.raises(Refused) as refused:
        parse_recipient(identity.text[:-1] + "!")
    assert identity.text[20:40] not in f"{refused.value!r}{refused.value}"


@pytest.mark.parametrize("kind", [(X25519Recipient, HybridIdentity), (HybridRecipient, X25519Identity)])
def test_a_class_takes_only_keys_of_its_own_kind(
    kind: tuple[type[X25519Recipient | HybridRecipient], type[KeyIdentity]],
) -> None:
    recipient_class, other = kind
    with pytest.raises(Refused) as refused:
        recipient_class.from_text(other.generate().recipient.text)
    assert refused.value.code == "key.unknown_kind"


def test_an_identity_file_is_read_in_order_past_comments_and_blank_lines() -> None:
    first, second = HybridIdentity.generate(), X25519Identity.generate()
    text = f"# a.db x'00'\n\n{first.text}\r\n# public key: {second.recipient.text}\n{second.text}"
    assert [identity.secret for identity in parse_identities(text)] == [first.secret, second.secret]


def test_a_line_that_is_no_identity_is_refused_by_its_number() -> None:
    with pytest.raises(Refused) as refused:
        parse_identities(f"# keys\n{X25519Identity.generate().text}\nAGE-PLUGIN-YUBIKEY-1QQ\n")
    assert (refused.value.code, refused.value.details) == ("key.identity_file", {"line": 3})


@pytest.mark.parametrize("text", ["", "# nothing here\n", "\n\n"])
def test_an_identity_file_without_identities_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_identities(text)
    assert refused.value.code == "key.none"


@pytest.mark.parametrize("public", [bytes(32), (1).to_bytes(32, "little")])
def test_nothing_is_sealed_to_a_key_of_small_order(public: bytes) -> None:
    hybrid = HybridIdentity.generate().recipient.public[:-32] + public
    for recipient in (X25519Recipient(public), HybridRecipient(hybrid)):
        with pytest.raises(Refused) as refused:
            age.encrypt(io.BytesIO(b"x"), io.BytesIO(), [recipient])
        assert refused.value.details == {"reason": "small_order"}


@pytest.mark.parametrize("work_factor", [-1, 0, 21, 64])
def test_a_work_factor_out_of_bounds_is_refused_when_writing(work_factor: int) -> None:
    with pytest.raises(Refused) as refused:
        PassphraseRecipient("lantern", work_factor)
    assert (refused.value.code, refused.value.details) == ("age.work_factor", {"work_factor": work_factor})


def test_an_empty_passphrase_seals_nothing() -> None:
    with pytest.raises(Refused) as refused:
        PassphraseRecipient("", 10)
    assert refused.value.code == "passphrase.empty"


def test_a_passphrase_scrypt_cannot_tell_from_a_shorter_one_seals_nothing() -> None:
    with pytest.raises(Refused) as refused:
        PassphraseRecipient("lantern\0", 10)
    assert refused.value.code == "passphrase.ends_in_nothing"


def test_a_reader_may_set_a_lower_bound_for_the_work_factor() -> None:
    sealed = age.seal(b"x", [PassphraseRecipient("lantern", 5)])
    with pytest.raises(Refused) as refused:
        age.unseal(sealed, [PassphraseIdentity("lantern", max_work_factor=4)])
    assert (refused.value.code, refused.value.details) == ("age.work_factor", {"work_factor": 5})


@pytest.mark.parametrize("bound", [0, 21])
def test_no_reader_may_set_an_absurd_bound(bound: int) -> None:
    with pytest.raises(ValueError, match="1 to 20"):
        PassphraseIdentity("lantern", max_work_factor=bound)


@given(st.binary(max_size=200))
def test_a_stanza_encodes_to_lines_that_always_end_short(body: bytes) -> None:
    *_, last, nothing = Stanza("X25519", ("a",), body).encoded().split(b"\n")
    assert nothing == b""
    assert len(last) < 64


def test_a_broken_stanza_is_damage_even_beside_a_good_one() -> None:
    identity = X25519Identity.generate()
    good = identity.recipient.wrap(bytes(16))
    with pytest.raises(Damaged):
        identity.unwrap([*good, Stanza("X25519", (), good[0].body)])
