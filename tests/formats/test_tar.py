"""Archives: what we write anybody reads, and what anybody else wrote we refuse."""

from __future__ import annotations

import contextlib
import io
import shutil
import subprocess
import tarfile
from collections.abc import Callable, Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.errors import Damaged, JiashuError, Refused
from desktop.formats import tar
from desktop.formats.padding import padded, padme
from desktop.formats.tar import BLOCK, TarWriter, is_plain_name
from desktop.formats.untar import TarReader

NAMES = st.from_regex(r"[A-Za-z0-9_-]{1,20}(/[a-z0-9]{1,20})?", fullmatch=True).filter(is_plain_name)


def archive(members: Mapping[str, bytes]) -> bytes:
    """An archive of our own."""
    out = io.BytesIO()
    with TarWriter(out) as writer:
        for name, data in members.items():
            writer.add(name, data)
    return out.getvalue()


def read(untrusted: bytes) -> dict[str, bytes]:
    """All members of an archive, as our own reader sees them."""
    reader = TarReader(io.BytesIO(untrusted), len(untrusted))
    return {member.name: b"".join(member.pieces()) for member in reader.members()}


def foreign(change: Callable[[tarfile.TarInfo], object], data: bytes = b"", form: int = tarfile.USTAR_FORMAT) -> bytes:
    """An archive of one member made by another program, with one thing changed."""
    out = io.BytesIO()
    member = tarfile.TarInfo("plain")
    member.mode, member.size = 0o600, len(data)
    change(member)
    with tarfile.open(fileobj=out, mode="w", format=form) as writer:
        writer.addfile(member, io.BytesIO(data))
    return out.getvalue()


def put(**fields: object) -> Callable[[tarfile.TarInfo], object]:
    """A change of some fields of a member."""
    return lambda member: put_all(member, fields)


def put_all(member: tarfile.TarInfo, fields: Mapping[str, object]) -> None:
    for name, value in fields.items():
        setattr(member, name, value)


def summed(header: bytes) -> bytes:
    """A header block with its checksum made right again."""
    blank = header[:148] + b" " * 8 + header[156:]
    return header[:148] + f"{sum(blank):06o}\0 ".encode() + header[156:]


@given(st.dictionaries(NAMES, st.binary(max_size=2000), max_size=6))
def test_what_is_written_is_read_back(members: dict[str, bytes]) -> None:
    assume(len({name.lower() for name in members}) == len(members))
    assert read(archive(members)) == members


@given(st.dictionaries(NAMES, st.binary(max_size=2000), max_size=6))
def test_another_program_reads_what_is_written(members: dict[str, bytes]) -> None:
    assume(len({name.lower() for name in members}) == len(members))
    with tarfile.open(fileobj=io.BytesIO(archive(members))) as other:
        assert {m.name: other.extractfile(m).read() for m in other} == members  # type: ignore[union-attr]


@given(st.binary(max_size=4096))
def test_whatever_is_read_ends_in_members_or_a_refusal(untrusted: bytes) -> None:
    with contextlib.suppress(JiashuError):
        read(untrusted)


@given(st.integers(0, 3 * BLOCK - 1), st.integers(1, 255))
def test_no_byte_of_a_header_or_of_the_filling_can_be_changed(place: int, flip: int) -> None:
    good = bytearray(archive({"a": b"x", "b": b"y"}))
    assume(place != BLOCK)  # the content itself, for which the manifest vouches
    good[place] ^= flip
    with pytest.raises((Damaged, Refused)):
        read(bytes(good))


def test_the_same_members_give_the_same_bytes() -> None:
    assert archive({"a": b"1", "b": b"2"}) == archive({"a": b"1", "b": b"2"})


def test_a_size_beyond_eight_gibibytes_is_written_as_gnu_does() -> None:
    size = 9 * 1024**3
    member = tarfile.TarInfo.frombuf(tar.header("evidence/big", size), "ascii", "strict")
    assert (member.name, member.size, member.mode, member.mtime) == ("evidence/big", size, 0o600, 0)


def test_the_largest_octal_size_stays_in_ustar() -> None:
    header = tar.header("a", tar.OCTAL_LIMIT - 1)
    assert header[257:265] == b"ustar\x0000"
    assert tarfile.TarInfo.frombuf(header, "ascii", "strict").size == tar.OCTAL_LIMIT - 1


def test_the_systems_tar_lists_what_is_written() -> None:
    if not shutil.which("tar"):
        pytest.skip("needs the program tar, which is not here")
    listed = subprocess.run(
        ["tar", "-tf", "-"], input=archive({"a": b"1", "e/b": b"2"}), capture_output=True, check=True
    )
    assert listed.stdout.decode().split() == ["a", "e/b"]


def test_a_member_shorter_than_announced_is_not_written() -> None:
    writer = TarWriter(io.BytesIO())
    writer.begin("a", 2)
    writer.write(b"1")
    with pytest.raises(ValueError, match="less"):
        writer.close()


def test_a_member_longer_than_announced_is_not_written() -> None:
    writer = TarWriter(io.BytesIO())
    writer.begin("a", 2)
    with pytest.raises(ValueError, match="more"):
        writer.write(b"123")


def test_zeros_after_the_end_do_no_harm() -> None:
    assert read(archive({"a": b"1"}) + bytes(10 * BLOCK)) == {"a": b"1"}


@pytest.mark.parametrize("size", [0, 1, 100, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 3 * BLOCK])
def test_an_archive_cut_off_is_damaged(size: int) -> None:
    with pytest.raises(Damaged, match=r"package\.cut_off"):
        read(archive({"a": b"1", "b": b"2"})[:size])


HOSTILE_NAMES = [
    "../up", "a/../../up", "/absolute", "//server/share", "\\\\server\\share", "C:\\x", "C:x", "a\\b", "./a", "a/./b",
    "a//b", "a/", "..", ".", "", ".hidden", "a.", "a ", " a", "NUL", "con.txt", "evidence/COM1", "lpt9.log", "a:stream",
    "a\u202egnp.exe", "a\x07b", "a\nb", "a\x1b[2J", "名", "a*b", "a?b",
]  # fmt: skip


@pytest.mark.fault(17)
@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_fault_17_a_name_that_climbs_misleads_or_clashes_is_refused(name: str) -> None:
    header = bytearray(tar.header("plain", 0))
    header[:100] = name.encode("utf-8")[:100].ljust(100, b"\0")
    with pytest.raises(Refused, match=r"package\.member_name"):
        read(summed(bytes(header)) + bytes(2 * BLOCK))


@pytest.mark.fault(17)
def test_fault_17_a_name_in_two_halves_is_refused() -> None:
    with pytest.raises(Refused, match=r"package\.member_name"):
        read(foreign(put(name="d" * 60 + "/" + "e" * 60)))


@pytest.mark.fault(17)
@pytest.mark.parametrize("kind", [bytes([code]) for code in range(256) if code != ord("0")])
def test_fault_17_only_regular_files_are_read(kind: bytes) -> None:
    header = tar.header("plain", 0)
    with pytest.raises(Refused, match=r"package\.member_kind"):
        read(summed(header[:156] + kind + header[157:]) + bytes(2 * BLOCK))


@pytest.mark.fault(17)
@pytest.mark.parametrize(
    ("kind", "target"),
    [
        (tarfile.SYMTYPE, "/etc/passwd"),
        (tarfile.LNKTYPE, "../../secret"),
        (tarfile.CHRTYPE, ""),
        (tarfile.BLKTYPE, ""),
        (tarfile.FIFOTYPE, ""),
        (tarfile.DIRTYPE, ""),
    ],
)
def test_fault_17_links_and_devices_another_program_packed_are_refused(kind: bytes, target: str) -> None:
    with pytest.raises(Refused):
        read(foreign(put(type=kind, linkname=target)))


@pytest.mark.fault(17)
@pytest.mark.parametrize("form", [tarfile.PAX_FORMAT, tarfile.GNU_FORMAT])
def test_fault_17_extended_headers_are_refused(form: int) -> None:
    with pytest.raises(Refused):
        read(foreign(put(name="n" * 150), form=form))


@pytest.mark.fault(17)
def test_fault_17_a_link_target_beside_a_regular_file_is_refused() -> None:
    header = tar.header("plain", 0)
    with pytest.raises(Damaged, match=r"package\.header"):
        read(summed(header[:157] + b"/etc/passwd".ljust(100, b"\0") + header[257:]) + bytes(2 * BLOCK))


@pytest.mark.fault(17)
@pytest.mark.parametrize("twin", ["evidence/ab", "Evidence/AB", "EVIDENCE/Ab"])
def test_fault_17_twins_by_case_are_refused(twin: str) -> None:
    both = tar.header("evidence/ab", 0) + tar.header(twin, 0) + bytes(2 * BLOCK)
    with pytest.raises(Refused, match=r"package\.member_twice"):
        read(both)


@pytest.mark.fault(17)
def test_fault_17_a_bomb_is_refused_by_its_announced_size() -> None:
    with pytest.raises(Damaged, match=r"package\.cut_off"):
        read(tar.header("bomb", 2**62) + bytes(100 * BLOCK))


@pytest.mark.fault(17)
@pytest.mark.parametrize(
    "field",
    [
        b"-0000000001\0", b" 0000000001\0", b"00000000001 ", b"0000000001\0\0", b"0x000000001\0",
        b"1".rjust(11) + b"\0",
        b"\xff" * 12, b"\x80" + b"\xff" * 11, b"\x80" + (5).to_bytes(11, "big"), "٠٠٠٠٠".encode() + b"\0\0", b"\0" * 12,
    ],
)  # fmt: skip
def test_fault_17_a_second_way_to_write_a_size_is_damaged(field: bytes) -> None:
    header = tar.header("plain", 0)
    with pytest.raises(Damaged, match=r"package\.header"):
        read(summed(header[:124] + field + header[136:]) + bytes(4 * BLOCK))


@pytest.mark.fault(17)
@pytest.mark.parametrize(
    "change",
    [put(uid=1000), put(gid=5), put(mode=0o4755), put(mtime=1), put(uname="root"), put(gname="wheel")],
)
def test_fault_17_owners_times_and_modes_are_damaged(change: Callable[[tarfile.TarInfo], object]) -> None:
    with pytest.raises(Damaged, match=r"package\.header"):
        read(foreign(change, b"x"))


@pytest.mark.fault(17)
@pytest.mark.parametrize("place", [-1, -BLOCK, -2 * BLOCK + 1])
def test_fault_17_anything_but_zeros_after_the_last_member_is_damaged(place: int) -> None:
    good = bytearray(archive({"a": b"1"}))
    good[place] = 7
    with pytest.raises(Damaged, match=r"package\."):
        read(bytes(good))


@given(st.integers(0, 2**50))
def test_a_padded_length_is_a_whole_number_of_blocks_and_stays_as_it_is(length: int) -> None:
    assert padded(length) % BLOCK == 0
    assert padded(length) >= length
    assert padded(padded(length)) == padded(length)


@given(st.integers(1024, 2**50))
def test_padding_costs_at_most_an_eighth(length: int) -> None:
    assert padme(length) <= length * 1.12


@pytest.mark.parametrize(("length", "expected"), [(0, 0), (1, 1), (9, 10), (1000, 1024), (10**6, 1_015_808)])
def test_known_padme_lengths(length: int, expected: int) -> None:
    assert padme(length) == expected
