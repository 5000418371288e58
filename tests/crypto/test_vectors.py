"""Every published age vector gives exactly the result it expects, however it is opened."""

from __future__ import annotations

import io
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.crypto import age
from desktop.errors import Damaged, JiashuError, Refused
from tests.crypto.vectors import ABSURD, CODES, Vector, load, names

NAMES = names()
FAILURES = {
    "age.no_match": Refused,
    "age.hmac": Damaged,
    "age.header": Damaged,
    "age.absurd_work": Damaged,
    "age.armor": Damaged,
    "age.payload": Damaged,
}


@pytest.fixture(params=NAMES)
def vector(request: pytest.FixtureRequest) -> Vector:
    return load(request.param)


def streamed(vector: Vector) -> tuple[JiashuError | None, bytes]:
    """What decrypting as a stream ends with, and what it gave out until then."""
    plain = io.BytesIO()
    try:
        age.decrypt(io.BytesIO(vector.sealed), plain, vector.identities, armor=vector.armored)
    except JiashuError as error:
        return error, plain.getvalue()
    return None, plain.getvalue()


def read_at_random(vector: Vector) -> tuple[JiashuError | None, bytes]:
    """What reading through random access ends with, and what it gave out until then."""
    given = bytearray()
    try:
        with age.OpenedFile(vector.binary(), vector.identities) as opened:
            while piece := opened.read(1000):
                given += piece
    except JiashuError as error:
        return error, bytes(given)
    return None, bytes(given)


def test_the_folder_of_vectors_is_whole(shared: Path) -> None:
    assert len(NAMES) >= 100
    assert {load(name).code for name in NAMES} == {*CODES.values(), *ABSURD.values()}


@pytest.mark.fault(15)
def test_fault_15_a_vector_streamed_ends_as_it_must(vector: Vector) -> None:
    error, _ = streamed(vector)
    assert (error and error.code) == vector.code
    assert error is None or type(error) is FAILURES[error.code]


@pytest.mark.fault(15)
def test_fault_15_a_vector_streamed_gives_out_exactly_the_bytes_it_may(vector: Vector) -> None:
    _, given = streamed(vector)
    assert sha256(given).hexdigest() == vector.payload if vector.payload else given == b""


@pytest.mark.fault(15)
def test_fault_15_a_vector_read_at_random_ends_as_it_must(vector: Vector) -> None:
    error, _ = read_at_random(vector)
    assert (error and error.code) == vector.code


@pytest.mark.fault(15)
def test_fault_15_a_vector_read_at_random_gives_no_byte_that_streaming_would_not(vector: Vector) -> None:
    error, given = read_at_random(vector)
    _, allowed = streamed(vector)
    assert allowed.startswith(given) if error else given == allowed


@pytest.mark.fault(15)
def test_fault_15_a_vector_unsealed_from_memory_gives_all_or_an_error(vector: Vector) -> None:
    if vector.armored or vector.code:
        with pytest.raises((Refused, Damaged)):
            age.unseal(vector.sealed, vector.identities)
    else:
        assert sha256(age.unseal(vector.sealed, vector.identities)).hexdigest() == vector.payload
