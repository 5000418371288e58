"""Evidence files in and out of a vault."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from desktop.casework import evidence, records, vaults
from desktop.casework.workspace import Workspace
from desktop.errors import Hindered, JiashuError, Refused
from tests.casework.conftest import Case

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    path = tmp_path / "林远的通知.txt"
    path.write_text("停电通知" * 5000, encoding="utf-8")
    return path


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "photo.dat"
    path.write_bytes(PNG)
    return path


def attached(ws: Workspace, case: Case, file: Path, *, sealed: bool | None = None) -> str:
    return evidence.attach(ws, case.id, file, sealed=sealed).created[0]


def test_a_file_comes_out_as_it_went_in(ws: Workspace, case: Case, notice: Path, tmp_path: Path) -> None:
    record = attached(ws, case, notice)
    evidence.extract(ws, record, tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == notice.read_bytes()


def test_the_record_says_size_and_digest_and_kind(ws: Workspace, case: Case, notice: Path) -> None:
    described = evidence.describe(ws, attached(ws, case, notice))
    assert (described.size, described.media) == (60_000, "text/plain")
    assert described.sha256 == sha256(notice.read_bytes()).hexdigest()


def test_the_original_name_is_kept_with_the_identities(ws: Workspace, case: Case, notice: Path) -> None:
    record = attached(ws, case, notice)
    assert evidence.describe(ws, record).name == "林远的通知.txt"
    vaults.close_identities(ws)
    assert evidence.describe(ws, record).name == ""


def test_a_picture_is_sealed_whatever_it_is_called(ws: Workspace, case: Case, photo: Path) -> None:
    described = evidence.describe(ws, attached(ws, case, photo))
    assert (described.media, described.sealed) == ("image/png", True)


@pytest.mark.parametrize(
    ("first", "media"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        (b"\0\0\0\x18ftypmp42", "video/mp4"),
        (b"\0\0\0\x18ftypM4A ", "audio/mp4"),
        (b"\0\0\0\x18ftypheic", "image/heic"),
        (b"\x1aE\xdf\xa3", "video/x-matroska"),
        (b"ID3\x03", "audio/mpeg"),
        (b"%PDF-1.7", "application/pdf"),
    ],
)
def test_what_a_file_is_shows_in_its_first_bytes(first: bytes, media: str) -> None:
    assert evidence.media_type("x", first) == media


def test_a_picture_of_no_person_can_lie_outside_the_compartment(ws: Workspace, case: Case, photo: Path) -> None:
    record = attached(ws, case, photo, sealed=False)
    vaults.close_identities(ws)
    assert evidence.open_evidence(ws, record).read() == PNG


def test_a_sealed_file_stays_closed_with_the_compartment(ws: Workspace, case: Case, photo: Path) -> None:
    record = attached(ws, case, photo)
    vaults.close_identities(ws)
    with pytest.raises(Refused):
        evidence.open_evidence(ws, record)


def test_a_viewer_can_jump_about_in_a_file(ws: Workspace, case: Case, photo: Path) -> None:
    with evidence.open_evidence(ws, attached(ws, case, photo)) as reader:
        reader.seek(-16, os.SEEK_END)
        assert reader.read() == PNG[-16:]


def test_nothing_of_the_file_lies_open_in_the_vault(ws: Workspace, case: Case, notice: Path) -> None:
    attached(ws, case, notice)
    inside = b"".join(path.read_bytes() for path in ws.vault.folder.rglob("*") if path.is_file())
    assert "停电通知".encode() not in inside
    assert "林远".encode() not in inside


def test_cancelling_leaves_nothing_behind(ws: Workspace, case: Case, notice: Path) -> None:
    def cancel(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        evidence.attach(ws, case.id, notice, progress=cancel)
    assert records.list_records(ws, "evidence").total == 0
    assert [path for path in (ws.vault.folder / "d").rglob("*") if path.is_file()] == []


def test_what_is_no_file_is_refused(ws: Workspace, case: Case, tmp_path: Path) -> None:
    with pytest.raises(JiashuError, match=r"file\."):
        evidence.attach(ws, case.id, tmp_path)
    with pytest.raises(Hindered, match=r"file\.unreadable"):
        evidence.attach(ws, case.id, tmp_path / "nowhere")


def test_an_empty_file_is_refused(ws: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    with pytest.raises(Refused, match=r"file\.empty"):
        evidence.attach(ws, case.id, tmp_path / "empty")


def test_a_fifo_does_not_hang(ws: Workspace, case: Case, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("this system has no such files")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refused, match=r"file\.not_regular"):
        evidence.attach(ws, case.id, tmp_path / "pipe")


def test_nothing_is_written_over_a_file_that_is_there(ws: Workspace, case: Case, notice: Path, tmp_path: Path) -> None:
    record = attached(ws, case, notice)
    (tmp_path / "out.txt").write_text("mine")
    with pytest.raises(Refused, match=r"file\.exists"):
        evidence.extract(ws, record, tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text() == "mine"


def test_a_file_that_was_damaged_is_not_given_out(ws: Workspace, case: Case, notice: Path, tmp_path: Path) -> None:
    record = attached(ws, case, notice)
    (sealed,) = [path for path in (ws.vault.folder / "d").rglob("*") if path.is_file()]
    content = bytearray(sealed.read_bytes())
    content[-40_000] ^= 1
    sealed.write_bytes(content)
    with pytest.raises(JiashuError):
        evidence.extract(ws, record, tmp_path / "out.txt")
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [notice.name]


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.txt"
    path.write_bytes(b"line\n" * 600_000)
    return path


@contextmanager
def full_disk() -> Iterator[None]:
    """No file of this process can grow beyond a megabyte."""
    if sys.platform == "win32":
        pytest.skip("limits as POSIX has them")
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.fault(3)
def test_fault_03_on_a_full_disk_nothing_half_taken_in_stays(ws: Workspace, case: Case, large: Path) -> None:
    with full_disk(), pytest.raises(Hindered, match=r"disk\.full"):
        attached(ws, case, large)
    assert records.list_records(ws, "evidence").total == 0
    assert [path for path in (ws.vault.folder / "d").rglob("*") if path.is_file()] == []
    assert records.edit(ws, case.id, {"title": "Still works"}).records == {case.id}


@pytest.mark.fault(3)
def test_fault_03_on_a_full_disk_nothing_half_written_out_stays(
    ws: Workspace, case: Case, large: Path, tmp_path: Path
) -> None:
    record = attached(ws, case, large)
    (tmp_path / "out").mkdir()
    with full_disk(), pytest.raises(Hindered, match=r"disk\.full"):
        evidence.extract(ws, record, tmp_path / "out" / "large.txt")
    assert list((tmp_path / "out").iterdir()) == []
    evidence.extract(ws, record, tmp_path / "out" / "large.txt")


def test_a_record_without_a_file_says_so(ws: Workspace) -> None:
    record = records.add(ws, "evidence", [{"description": "lost"}]).created[0]
    with pytest.raises(Refused, match=r"evidence\.no_file"):
        evidence.describe(ws, record)
