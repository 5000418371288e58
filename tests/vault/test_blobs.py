"""Evidence files: whole or not at all, read from memory, removed only when the vault says so."""

from __future__ import annotations

import hashlib
import io
import os
import random
from pathlib import Path

import pytest

from desktop.crypto import age
from desktop.crypto.recipients import parse_identities
from desktop.errors import Damaged, Hindered, Refused
from desktop.vault import system
from desktop.vault.append import Addition
from desktop.vault.blobfile import BlobInfo, padme
from tests.vault.desk import Desk, fails

PICTURE = random.Random(5).randbytes(200_000)


def kept(desk: Desk, content: bytes = PICTURE, *, sealed: bool = False) -> tuple[str, BlobInfo]:
    """An evidence record with its file: the record's id and what is known of the file."""
    with desk.vault.incoming("compartment" if sealed else "vault") as writer:
        for start in range(0, len(content), 70_000):
            writer.write(content[start : start + 70_000])
        info = writer.commit()
    record = desk.add("evidence", {"blob": info.name, "sha256": info.sha256.hex()}, sealed=sealed)
    return record, info


def path_of(desk: Desk, info: BlobInfo) -> Path:
    return desk.place / "d" / info.name[:2] / info.name


def files_in(desk: Desk) -> list[str]:
    return sorted(path.name for path in (desk.place / "d").rglob("*") if path.is_file())


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("size", [0, 1, 65_536, 200_000])
def test_a_file_comes_back_as_it_was(desk: Desk, size: int, sealed: bool) -> None:
    _, info = kept(desk, PICTURE[:size], sealed=sealed)
    desk.reopen()
    with desk.vault.blob(info.name) as reader:
        assert reader.read() == PICTURE[:size]
    assert (info.size, info.sha256) == (size, hashlib.sha256(PICTURE[:size]).digest())


def test_a_viewer_seeks_in_it(desk: Desk) -> None:
    _, info = kept(desk)
    with desk.vault.blob(info.name) as reader:
        assert reader.seek(-10, io.SEEK_END) == len(PICTURE) - 10
        assert reader.read() == PICTURE[-10:]
        assert reader.read(1) == b""
        reader.seek(131_070)
        assert reader.read(4) == PICTURE[131_070:131_074]


def test_its_length_tells_a_class_of_lengths_alone(desk: Desk) -> None:
    lengths = {kept(desk, bytes(size))[1].stored for size in range(100_000, 100_400, 100)}
    assert len(lengths) == 1


@pytest.mark.parametrize(
    ("length", "padded"), [(0, 0), (1, 1), (9, 10), (1000, 1024), (100_000, 100_352), (2**30 + 1, 2**30 + 2**25)]
)
def test_padme_lengths(length: int, padded: int) -> None:
    assert padme(length) == padded


def test_it_is_an_age_file_that_opens_without_this_program(desk: Desk) -> None:
    _, info = kept(desk)
    key = age.unseal((desk.place / "k2").read_bytes(), parse_identities(desk.recovery)).decode()
    plain = age.unseal(path_of(desk, info).read_bytes(), parse_identities(key))
    assert plain[: len(PICTURE)] == PICTURE
    assert not plain[len(PICTURE) :].strip(b"\0")


def test_its_name_says_nothing(desk: Desk) -> None:
    names = {kept(desk, b"the same")[1].name for _ in range(3)}
    assert len(names) == 3
    assert all(len(name) == 32 for name in names)


def test_a_sealed_file_stays_closed_with_the_compartment(desk: Desk) -> None:
    _, info = kept(desk, sealed=True)
    desk.vault.close_compartment()
    with fails(Refused, "vault.compartment_closed"):
        desk.vault.blob(info.name)


def test_a_file_nobody_kept_is_refused(desk: Desk) -> None:
    with fails(Refused, "vault.no_file"):
        desk.vault.blob("0" * 32)


def test_a_file_given_up_leaves_nothing(desk: Desk) -> None:
    with desk.vault.incoming("vault") as writer:
        writer.write(PICTURE)
    assert files_in(desk) == []
    assert desk.vault._database.value("SELECT COUNT(*) FROM incoming") == 0


def test_a_file_without_a_record_is_swept_at_the_next_unlocking(desk: Desk) -> None:
    with desk.vault.incoming("vault") as writer:
        writer.write(PICTURE)
        writer.commit()
    assert len(files_in(desk)) == 1
    desk.reopen()
    assert files_in(desk) == []


def test_its_name_is_on_record_before_its_first_byte(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    names: list[str] = []
    real = system.open_private

    def look(path: Path, flags: int) -> int:
        if flags & os.O_CREAT:
            names.extend(name for (name,) in desk.vault._database.all("SELECT name FROM incoming"))
            assert not desk.vault._database._connection().in_transaction
        return real(path, flags)

    monkeypatch.setattr(system, "open_private", look)
    writer = desk.vault.incoming("vault")
    assert names == [writer.name]
    writer.abort()


def test_files_go_with_their_record(desk: Desk) -> None:
    record, _ = kept(desk)
    _, other = kept(desk)
    desk.vault.erase(record, "record")
    assert files_in(desk) == [other.name]


def test_a_file_leaves_on_record_before_it_is_unlinked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    record, info = kept(desk)

    def refuse(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(KeyboardInterrupt):
        desk.vault.erase(record, "record")
    monkeypatch.undo()
    assert desk.vault._database.all("SELECT name FROM leaving") == [(info.name,)]
    desk.reopen()
    assert files_in(desk) == []
    assert desk.vault._database.value("SELECT COUNT(*) FROM leaving") == 0


def elsewhere(desk: Desk, folder: Path) -> Path:
    """A folder of the vault is moved away, and a link to it put in its place."""
    away = desk.place.parent / "elsewhere"
    folder.rename(away)
    folder.symlink_to(away, target_is_directory=True)
    return away


@pytest.mark.fault(7)
def test_fault_07_a_link_in_place_of_the_folder_of_evidence_is_not_followed(desk: Desk) -> None:
    kept(desk)
    desk.lock()
    away = elsewhere(desk, desk.place / "d")
    with fails(Damaged, "vault.not_a_folder"):
        desk.unlock()
    (desk.place / "d").unlink()
    away.rename(desk.place / "d")
    desk.unlock()


@pytest.mark.fault(7)
def test_fault_07_a_link_in_place_of_a_folder_within_is_not_followed(desk: Desk) -> None:
    record, info = kept(desk)
    away = elsewhere(desk, path_of(desk, info).parent)
    with fails(Damaged, "vault.file"):
        desk.vault.blob(info.name)
    with fails(Damaged, "vault.not_a_folder"):
        desk.vault.incoming("vault", info.name[:2] + "0" * 30)
    assert {"vault.strange_file", "vault.file"} == {found.code for found in desk.vault.verify().findings}
    with fails(Damaged, "vault.not_a_folder"):
        desk.vault.erase(record, "record")
    assert [path.name for path in away.iterdir()] == [info.name]


def test_a_link_found_while_unlocking_is_told_and_locks_nobody_out(desk: Desk) -> None:
    record, info = kept(desk)
    elsewhere(desk, path_of(desk, info).parent)
    with fails(Damaged, "vault.not_a_folder"):
        desk.vault.erase(record, "record")
    desk.reopen()
    assert "vault.not_a_folder" in {notice.code for notice in desk.vault.notices}


def test_a_folder_of_evidence_that_is_gone_is_made_anew(desk: Desk) -> None:
    (desk.place / "d").rmdir()
    _, info = kept(desk)
    desk.reopen()
    assert files_in(desk) == [info.name]


def test_unknown_files_are_kept_and_reported(desk: Desk) -> None:
    kept(desk)
    strange = desk.place / "d" / "notes.txt"
    strange.write_text("somebody's")
    desk.reopen()
    assert strange.read_text() == "somebody's"
    assert [(found.code, found.subject) for found in desk.vault.verify().findings] == [
        ("vault.strange_file", "d/notes.txt")
    ]


def test_an_arriving_record_says_what_its_file_is_called(desk: Desk) -> None:
    name = "ab" * 16
    with desk.vault.incoming("vault", name) as writer:
        writer.write(PICTURE)
        writer.commit()
    record = desk.add("evidence", {"blob": name})
    assert [info.name for info in desk.vault.blobs_of(record)] == [name]
    with fails(Refused, "vault.file_exists"):
        desk.vault.incoming("vault", name)


@pytest.mark.parametrize("name", ["../../k1", "A" * 32, "ab", "", "ab" * 16 + "/x"])
def test_a_name_that_climbs_out_is_refused(desk: Desk, name: str) -> None:
    with fails(Refused, "vault.file_name"):
        desk.vault.incoming("vault", name)


def test_a_record_cannot_claim_the_file_of_another(desk: Desk) -> None:
    first, info = kept(desk)
    second = desk.add("evidence", {"blob": info.name})
    desk.vault.erase(second, "record")
    assert [found.name for found in desk.vault.blobs_of(first)] == [info.name]
    assert files_in(desk) == [info.name]


def swap(desk: Desk, info: BlobInfo) -> None:
    """The same content, sealed once more by somebody who has the public key."""
    plain = PICTURE + bytes(padme(len(PICTURE)) - len(PICTURE))
    path_of(desk, info).write_bytes(age.seal(plain, [desk.vault.vault_recipient]))


def flip(desk: Desk, info: BlobInfo) -> None:
    content = bytearray(path_of(desk, info).read_bytes())
    content[-5] ^= 1
    path_of(desk, info).write_bytes(content)


def cut(desk: Desk, info: BlobInfo) -> None:
    os.truncate(path_of(desk, info), info.stored - 70_000)


def lose(desk: Desk, info: BlobInfo) -> None:
    path_of(desk, info).unlink()


@pytest.mark.parametrize("change", [swap, flip, cut, lose])
def test_a_file_that_is_not_the_one_kept_gives_no_byte(desk: Desk, change: object) -> None:
    _, info = kept(desk)
    assert callable(change)
    change(desk, info)
    with fails(Damaged, "vault.file"):
        desk.vault.blob(info.name)
    assert [(found.code, found.subject) for found in desk.vault.verify().findings] == [("vault.file", info.name)]


def test_a_writer_that_runs_out_of_room_says_so(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "no room")

    writer = desk.vault.incoming("vault")
    monkeypatch.setattr(system, "flush", refuse)
    writer.write(PICTURE)
    with fails(Hindered, "disk.full"):
        writer.commit()
    monkeypatch.undo()
    writer.abort()
    assert files_in(desk) == []


def test_the_file_comes_with_its_record_or_not_at_all(desk: Desk) -> None:
    with desk.vault.incoming("vault") as writer:
        writer.write(PICTURE)
        info = writer.commit()
    good, words = desk.revised(None, "evidence", {"blob": info.name})
    _, wrong = desk.revised(None, "evidence", {"blob": info.name})
    with fails(Damaged, "opening.digest"):
        desk.vault.append([Addition(good, wrong)])
    assert desk.vault.blob_info(info.name) is None
    desk.vault.append([Addition(good, words)])
    assert desk.vault.blob_info(info.name) == info
