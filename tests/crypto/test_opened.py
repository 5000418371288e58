"""Random access into a sealed file reads what the plaintext holds there, and nothing that is not authentic."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.crypto import age, header
from desktop.crypto.age import OpenedFile
from desktop.crypto.recipients import X25519Identity
from desktop.crypto.stream import CHUNK, SEALED_CHUNK
from desktop.errors import Damaged, Refused

IDENTITY = X25519Identity.generate()
PLAIN = b"".join(number.to_bytes(4, "big") for number in range(3 * CHUNK // 4 + 100))
SEALED = age.seal(PLAIN, [IDENTITY.recipient])
places = st.integers(0, len(PLAIN) + 10) | st.builds(
    lambda chunk, off: max(0, chunk * CHUNK + off), st.integers(0, 3), st.integers(-2, 2)
)


def opened(sealed: bytes = SEALED) -> OpenedFile:
    return OpenedFile(io.BytesIO(sealed), [IDENTITY])


def payload_start() -> int:
    stream = io.BytesIO(SEALED)
    header.read(stream)
    return stream.tell()


@given(st.lists(st.tuples(places, st.integers(0, 2 * CHUNK)), max_size=12))
def test_reads_at_random_places_equal_slices(reads: list[tuple[int, int]]) -> None:
    with opened() as file:
        for place, size in reads:
            assert file.seek(place) == place
            assert file.read(size) == PLAIN[place : place + size]
            assert file.tell() == place + len(PLAIN[place : place + size])


def test_the_whole_reads_as_the_plaintext() -> None:
    with opened() as file:
        assert file.readall() == PLAIN


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_the_size_is_the_plaintexts(size: int) -> None:
    with opened(age.seal(bytes(size), [IDENTITY.recipient])) as file:
        assert (file.size, file.seek(0, io.SEEK_END)) == (size, size)


def test_seeking_counts_from_start_position_and_end() -> None:
    with opened() as file:
        assert [file.seek(10), file.seek(5, io.SEEK_CUR), file.seek(-3, io.SEEK_END)] == [10, 15, len(PLAIN) - 3]
        assert file.read() == PLAIN[-3:]


def test_seeking_before_the_start_is_an_error() -> None:
    with opened() as file, pytest.raises(ValueError, match="negative"):
        file.seek(-1)


def test_it_can_be_wrapped_in_a_buffer_as_any_file() -> None:
    with io.BufferedReader(opened()) as file:
        file.seek(CHUNK - 1)
        assert file.read(2) == PLAIN[CHUNK - 1 : CHUNK + 1]


def test_a_sealed_file_that_starts_later_in_its_stream_is_read_from_there() -> None:
    stream = io.BytesIO(b"something else" + SEALED)
    stream.seek(len(b"something else"))
    with OpenedFile(stream, [IDENTITY]) as file:
        assert file.readall() == PLAIN


@pytest.mark.fault(15)
def test_fault_15_a_file_cut_off_is_noticed_before_a_byte_is_given() -> None:
    for size in (len(SEALED) - 1, payload_start() + 2 * SEALED_CHUNK, payload_start() + 5, payload_start()):
        with pytest.raises(Damaged) as damaged:
            opened(SEALED[:size])
        assert damaged.value.code == "age.payload"


@pytest.mark.fault(15)
def test_fault_15_a_broken_chunk_is_never_given_and_the_others_still_are() -> None:
    broken = bytearray(SEALED)
    broken[payload_start() + SEALED_CHUNK + 9] ^= 4
    with opened(bytes(broken)) as file:
        assert file.read(CHUNK) == PLAIN[:CHUNK]
        with pytest.raises(Damaged):
            file.read(1)
        assert file.tell() == CHUNK
        file.seek(2 * CHUNK)
        assert file.read() == PLAIN[2 * CHUNK :]


@pytest.mark.fault(15)
def test_fault_15_what_a_broken_chunk_left_in_the_buffer_is_not_given_later() -> None:
    broken = bytearray(SEALED)
    broken[payload_start() + SEALED_CHUNK - 1] ^= 4
    with opened(bytes(broken)) as file:
        for _ in range(2):
            file.seek(0)
            with pytest.raises(Damaged):
                file.read(10)


def test_a_file_shortened_while_open_is_noticed() -> None:
    stream = io.BytesIO(SEALED)
    with OpenedFile(stream, [IDENTITY]) as file:
        stream.truncate(payload_start() + SEALED_CHUNK - 1)
        with pytest.raises(Damaged):
            file.read(1)


def test_a_stranger_opens_nothing() -> None:
    with pytest.raises(Refused) as refused:
        OpenedFile(io.BytesIO(SEALED), [X25519Identity.generate()])
    assert refused.value.code == "age.no_match"


def test_the_header_digest_is_that_of_the_file() -> None:
    with opened() as file:
        assert file.header_digest == age.header_digest(io.BytesIO(SEALED))


def test_closing_wipes_what_was_held() -> None:
    file = opened()
    file.read(10)
    held = file._chunk
    file.close()
    assert not any(held)


def test_a_closed_file_gives_nothing() -> None:
    file = opened()
    file.close()
    with pytest.raises(ValueError, match="closed"):
        file.read(1)


def test_closing_leaves_the_sealed_stream_to_its_owner() -> None:
    stream = io.BytesIO(SEALED)
    OpenedFile(stream, [IDENTITY]).close()
    assert not stream.closed
