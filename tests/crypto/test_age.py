"""What was sealed opens to the same bytes for whom it was sealed to, and for nobody else."""

from __future__ import annotations

import io
from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.crypto import age, header
from desktop.crypto.recipients import (
    HybridIdentity,
    Identity,
    PassphraseIdentity,
    PassphraseRecipient,
    Recipient,
    X25519Identity,
)
from desktop.crypto.stream import BATCH, CHUNK, SEALED_CHUNK
from desktop.errors import Damaged, Refused

HYBRID = HybridIdentity.generate()
OLDER = X25519Identity.generate()
PAIRS: list[tuple[Recipient, Identity]] = [
    (HYBRID.recipient, HYBRID),
    (OLDER.recipient, OLDER),
    (PassphraseRecipient("lantern", 2), PassphraseIdentity("lantern")),
]
BATCH_SIZE = BATCH * CHUNK
borders = st.sampled_from([0, CHUNK, 2 * CHUNK, BATCH_SIZE, BATCH_SIZE + CHUNK, 2 * BATCH_SIZE])
sizes = st.builds(lambda border, off: max(0, border + off), borders, st.integers(-2, 2)) | st.integers(0, 300)


class Trickle(io.RawIOBase):
    """A stream that gives and takes only a part of what it is asked for, as a pipe may."""

    def __init__(self, data: bytes = b"", most: int = 1000) -> None:
        super().__init__()
        self.inner = io.BytesIO(data)
        self.most = most

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        return self.inner.readinto(memoryview(into)[: self.most])

    def write(self, data: Any) -> int:
        return self.inner.write(memoryview(data)[: self.most])


def pattern(size: int) -> bytes:
    """Bytes that differ from chunk to chunk."""
    return b"".join(number.to_bytes(8, "big") for number in range(-(-size // 8)))[:size]


def sealed_payload_start(sealed: bytes) -> int:
    stream = io.BytesIO(sealed)
    header.read(stream)
    return stream.tell()


@settings(max_examples=25)
@given(sizes, st.sampled_from(PAIRS))
def test_what_was_sealed_opens_to_the_same(size: int, pair: tuple[Recipient, Identity]) -> None:
    recipient, identity = pair
    plain = pattern(size)
    assert age.unseal(age.seal(plain, [recipient]), [identity]) == plain


@settings(max_examples=25)
@given(sizes, st.lists(st.integers(0, 3 * CHUNK), max_size=8))
def test_a_sealer_fed_in_pieces_makes_the_same_plaintext(size: int, cuts: list[int]) -> None:
    plain = pattern(size)
    sealed = io.BytesIO()
    places = [0, *sorted(min(cut, size) for cut in cuts), size]
    with age.Sealer(sealed, [OLDER.recipient]) as sealer:
        for start, end in pairwise(places):
            sealer.write(plain[start:end])
    assert age.unseal(sealed.getvalue(), [OLDER]) == plain


def test_streams_that_give_and_take_only_part_at_a_time_lose_nothing() -> None:
    plain = pattern(CHUNK + 10)
    sealed = Trickle(most=777)
    age.encrypt(Trickle(plain), sealed, [OLDER.recipient])
    opened = Trickle(most=333)
    age.decrypt(Trickle(sealed.inner.getvalue()), opened, [OLDER])
    assert opened.inner.getvalue() == plain


def test_a_stream_that_would_not_wait_is_not_taken_for_the_end() -> None:
    class NotYet(Trickle):
        def readinto(self, into: Any) -> None:  # type: ignore[override]
            return None

    with pytest.raises(BlockingIOError):
        age.encrypt(NotYet(), io.BytesIO(), [OLDER.recipient])


def test_every_recipient_of_one_file_can_open_it() -> None:
    others = [HybridIdentity.generate() for _ in range(3)]
    sealed = age.seal(b"to four", [HYBRID.recipient, *(other.recipient for other in others)])
    assert [age.unseal(sealed, [each]) for each in (HYBRID, *others)] == [b"to four"] * 4


def test_one_matching_identity_among_many_is_enough() -> None:
    sealed = age.seal(b"found", [HYBRID.recipient])
    assert age.unseal(sealed, [OLDER, PassphraseIdentity("other"), HybridIdentity.generate(), HYBRID]) == b"found"


@pytest.mark.parametrize(("recipient", "identity"), PAIRS, ids=["hybrid", "x25519", "passphrase"])
def test_nobody_else_opens_it(recipient: Recipient, identity: Identity) -> None:
    strangers: list[Identity] = [HybridIdentity.generate(), X25519Identity.generate(), PassphraseIdentity("Lantern")]
    with pytest.raises(Refused) as refused:
        age.unseal(age.seal(b"not for you", [recipient]), strangers)
    assert refused.value.code == "age.no_match"


@pytest.mark.parametrize(
    ("recipients", "code"),
    [
        ([], "age.no_recipients"),
        ([HYBRID.recipient, OLDER.recipient], "age.mixed_recipients"),
        ([PassphraseRecipient("a", 2), PassphraseRecipient("b", 2)], "age.mixed_recipients"),
        ([PassphraseRecipient("a", 2), OLDER.recipient], "age.mixed_recipients"),
        ([HYBRID.recipient] * 200, "age.too_many_recipients"),
    ],
)
def test_recipients_that_do_not_go_together_are_refused_before_a_byte_is_written(
    recipients: Sequence[Recipient], code: str
) -> None:
    sealed = io.BytesIO()
    with pytest.raises(Refused) as refused:
        age.encrypt(io.BytesIO(b"x"), sealed, recipients)
    assert (refused.value.code, sealed.getvalue()) == (code, b"")


def test_a_header_longer_than_any_honest_one_is_turned_down() -> None:
    endless = b"age-encryption.org/v1\n" + b"-> grease\n\n" * 30_000
    with pytest.raises(Damaged) as damaged:
        age.unseal(endless, [OLDER])
    assert damaged.value.code == "age.header"


def test_sealing_twice_shares_no_byte_a_reader_could_recognise() -> None:
    first, second = age.seal(b"same", [HYBRID.recipient]), age.seal(b"same", [HYBRID.recipient])
    assert first[sealed_payload_start(first) - 16 :] != second[sealed_payload_start(second) - 16 :]


@settings(max_examples=60)
@given(st.data())
def test_a_flipped_bit_anywhere_is_noticed(data: st.DataObject) -> None:
    sealed = bytearray(SEALED)
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises((Damaged, Refused)):
        age.unseal(bytes(sealed), [OLDER])


@settings(max_examples=40)
@given(st.data())
def test_a_file_cut_off_anywhere_is_noticed(data: st.DataObject) -> None:
    with pytest.raises(Damaged):
        age.unseal(SEALED[: data.draw(st.integers(0, len(SEALED) - 1))], [OLDER])


LINES = st.one_of(
    st.sampled_from(["-> X25519 a", "-> scrypt a 1", "-> mlkem768x25519 a", "->", "-> ", "---", "--- a", "", "A" * 64]),
    st.text(max_size=80),
)


@given(st.lists(LINES, max_size=8), st.binary(max_size=60))
def test_no_header_makes_the_reader_stumble(lines: list[str], rest: bytes) -> None:
    untrusted = "\n".join(["age-encryption.org/v1", *lines, ""]).encode("utf-8", "replace") + rest
    with pytest.raises((Damaged, Refused)):
        age.unseal(untrusted, [OLDER, HYBRID, PassphraseIdentity("lantern")])


def test_chunks_in_another_order_are_noticed() -> None:
    sealed = age.seal(pattern(3 * CHUNK), [OLDER.recipient])
    start = sealed_payload_start(sealed)
    first, second, rest = (
        sealed[start : start + SEALED_CHUNK],
        sealed[start + SEALED_CHUNK : start + 2 * SEALED_CHUNK],
        sealed[start + 2 * SEALED_CHUNK :],
    )
    with pytest.raises(Damaged) as damaged:
        age.unseal(sealed[:start] + second + first + rest, [OLDER])
    assert damaged.value.code == "age.payload"


@pytest.mark.fault(15)
def test_fault_15_a_broken_chunk_lets_no_byte_of_itself_out() -> None:
    plain = pattern(3 * CHUNK)
    sealed = bytearray(age.seal(plain, [OLDER.recipient]))
    sealed[sealed_payload_start(bytes(sealed)) + SEALED_CHUNK + 5] ^= 1
    opened = io.BytesIO()
    with pytest.raises(Damaged):
        age.decrypt(io.BytesIO(sealed), opened, [OLDER])
    assert opened.getvalue() == plain[:CHUNK]


def test_a_sealer_left_by_an_exception_leaves_a_file_nobody_can_open() -> None:
    def leave() -> None:
        with age.Sealer(sealed, [OLDER.recipient]) as sealer:
            sealer.write(pattern(2 * BATCH_SIZE))
            raise InterruptedError

    sealed = io.BytesIO()
    with pytest.raises(InterruptedError):
        leave()
    with pytest.raises(Damaged):
        age.unseal(sealed.getvalue(), [OLDER])


def test_a_sealer_that_could_not_write_is_never_made_whole() -> None:
    class Full(io.BytesIO):
        def write(self, data: Any) -> int:
            if len(data) > CHUNK:
                raise OSError(28, "No space left on device")
            return super().write(data)

    sealed = Full()
    sealer = age.Sealer(sealed, [OLDER.recipient])
    with pytest.raises(OSError, match="No space"):
        sealer.write(pattern(BATCH_SIZE + 1))
    before = sealed.getvalue()
    sealer.close()
    assert sealed.getvalue() == before


def test_writing_to_a_closed_sealer_is_an_error() -> None:
    sealer = age.Sealer(io.BytesIO(), [OLDER.recipient])
    sealer.close()
    with pytest.raises(ValueError, match="closed"):
        sealer.write(b"late")


def test_closing_a_sealer_twice_writes_one_end() -> None:
    sealed = io.BytesIO()
    sealer = age.Sealer(sealed, [OLDER.recipient])
    sealer.write(b"once")
    sealer.close()
    sealer.close()
    assert age.unseal(sealed.getvalue(), [OLDER]) == b"once"


def test_the_header_digest_is_known_to_the_sealer_and_read_without_a_key() -> None:
    sealed = io.BytesIO()
    with age.Sealer(sealed, [OLDER.recipient]) as sealer:
        sealer.write(b"words")
    data = sealed.getvalue()
    expected = sha256(data[: sealed_payload_start(data)]).digest()
    assert expected == sealer.header_digest == age.header_digest(io.BytesIO(data))


def test_the_header_digest_of_a_file_without_its_nonce_is_damage() -> None:
    sealed = age.seal(b"", [OLDER.recipient])
    with pytest.raises(Damaged):
        age.header_digest(io.BytesIO(sealed[: sealed_payload_start(sealed) - 1]))


def test_progress_of_sealing_counts_the_input_to_its_end() -> None:
    told: list[tuple[int, int]] = []
    size = 2 * BATCH_SIZE + 5
    age.encrypt(io.BytesIO(bytes(size)), io.BytesIO(), [OLDER.recipient], progress=lambda *step: told.append(step))
    assert told == [(BATCH_SIZE, size), (2 * BATCH_SIZE, size), (size, size)]


def test_progress_of_opening_counts_the_input_to_its_end() -> None:
    told: list[tuple[int, int]] = []
    sealed = age.seal(bytes(BATCH_SIZE + 5), [OLDER.recipient])
    age.decrypt(io.BytesIO(sealed), io.BytesIO(), [OLDER], progress=lambda *step: told.append(step))
    assert [done == total for done, total in told] == [False, True]


def test_raising_from_progress_cancels() -> None:
    def cancel(done: int, total: int) -> None:
        raise InterruptedError

    sealed = io.BytesIO()
    with pytest.raises(InterruptedError):
        age.encrypt(io.BytesIO(bytes(2 * BATCH_SIZE)), sealed, [OLDER.recipient], progress=cancel)
    with pytest.raises(Damaged):
        age.unseal(sealed.getvalue(), [OLDER])


def test_sealing_starts_at_the_streams_position() -> None:
    plain, sealed = io.BytesIO(b"before|after"), io.BytesIO()
    plain.seek(7)
    age.encrypt(plain, sealed, [OLDER.recipient])
    assert age.unseal(sealed.getvalue(), [OLDER]) == b"after"


SEALED = age.seal(b"a testimony of some length, " * 20, [OLDER.recipient])
