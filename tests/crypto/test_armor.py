"""ASCII armor keeps any bytes; a doubtful text is turned down (the vectors cover the forms)."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.crypto import age
from desktop.crypto.armor import ArmorReader, ArmorWriter, is_armored
from desktop.crypto.recipients import X25519Identity
from desktop.errors import Damaged


def armored(*pieces: bytes) -> bytes:
    text = io.BytesIO()
    with ArmorWriter(text) as writer:
        for piece in pieces:
            writer.write(piece)
    return text.getvalue()


def dearmored(text: bytes) -> bytes:
    return io.BufferedReader(ArmorReader(io.BytesIO(text))).read()


@given(st.lists(st.binary(max_size=200), max_size=6))
def test_what_was_armored_in_pieces_reads_as_the_whole(pieces: list[bytes]) -> None:
    assert dearmored(armored(*pieces)) == b"".join(pieces)


@pytest.mark.parametrize("size", [0, 47, 48, 49, 96, 48 * 1024, 200_000])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_armor_longer_than_a_block_reads_whole_with_either_line_end(size: int, end: bytes) -> None:
    data = bytes(place % 251 for place in range(size))
    assert dearmored(armored(data).replace(b"\n", end)) == data


def test_lines_are_64_columns_wide() -> None:
    lines = armored(bytes(100)).splitlines()
    assert [len(line) for line in lines[1:-1]] == [64, 64, 8]


def test_an_armored_file_opens_when_told_so() -> None:
    identity = X25519Identity.generate()
    plain = io.BytesIO()
    age.decrypt(io.BytesIO(armored(age.seal(b"by mail", [identity.recipient]))), plain, [identity], armor=True)
    assert plain.getvalue() == b"by mail"


def test_a_sealer_can_write_into_armor() -> None:
    identity = X25519Identity.generate()
    text, plain = io.BytesIO(), io.BytesIO()
    with ArmorWriter(text) as writer:
        age.encrypt(io.BytesIO(b"by mail"), writer, [identity.recipient])
    age.decrypt(io.BytesIO(text.getvalue()), plain, [identity], armor=True)
    assert plain.getvalue() == b"by mail"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\n\n",
        armored(bytes(200))[:-30],
        armored(bytes(200)).replace(b"A", b"*", 1),
        armored(bytes(200)) * 2,
        armored(bytes(50)).replace(b"\n", b"\n\n", 2),
        armored(bytes(50)).replace(b"\n", b"\r"),
        b"x" * 100_000,
        b"-----BEGIN AGE ENCRYPTED FILE-----\n" + b"A" * 100_000,
        b"-----BEGIN AGE ENCRYPTED FILE-----\nAAA=\nAAAA\n-----END AGE ENCRYPTED FILE-----\n",
    ],
)
def test_a_text_that_is_not_one_whole_armor_is_damage(text: bytes) -> None:
    with pytest.raises(Damaged) as damaged:
        dearmored(text)
    assert damaged.value.code == "age.armor"


def test_armor_left_by_an_exception_has_no_end() -> None:
    def leave() -> None:
        with ArmorWriter(text) as writer:
            writer.write(bytes(100))
            raise InterruptedError

    text = io.BytesIO()
    with pytest.raises(InterruptedError):
        leave()
    with pytest.raises(Damaged):
        dearmored(text.getvalue())


def test_writing_to_closed_armor_is_an_error() -> None:
    writer = ArmorWriter(io.BytesIO())
    writer.close()
    with pytest.raises(ValueError, match="closed"):
        writer.write(b"late")


@pytest.mark.parametrize(
    ("start", "expected"), [(b"", False), (b"age-encryption.org/v1\n", False), (b"\r\n -----BEGIN AGE", True)]
)
def test_armor_is_recognised_without_moving_the_stream(start: bytes, expected: bool) -> None:
    stream = io.BytesIO(start)
    assert (is_armored(stream), stream.tell()) == (expected, 0)
