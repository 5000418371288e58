"""Originals that stay as they came, copies that say what they were made from, and who had what when."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import cast

import pytest

from desktop.casework import (
    custody,
    erase,
    evidence,
    export,
    giving_out,
    handoff,
    records,
    verify,
    working_copies,
)
from desktop.casework.workspace import JSON, Workspace
from desktop.casework.writing import Pending
from desktop.errors import JiashuError, Refused
from tests.casework.conftest import Case
from tests.casework.exchange import arriving, handed, opened, preview, received
from tests.casework.shorthand import consented
from tests.conftest import Clock
from tests.formats import telling_files as files


@pytest.fixture
def photo(ws: Workspace, case: Case, tmp_path: Path) -> str:
    """A photograph with everything in it, taken in."""
    (tmp_path / "gate.jpg").write_bytes(files.geotagged())
    return evidence.attach(ws, case.id, tmp_path / "gate.jpg").created[0]


def lines(ws: Workspace, record: str) -> list[str]:
    return [step.code for step in custody.steps(ws, record)]


def listed(ws: Workspace, record: str) -> dict[str, dict[str, str]]:
    return cast("dict[str, dict[str, str]]", records.show(ws, record).nested["custody"])


def change(ws: Workspace, record: str, values: Mapping[str, JSON]) -> None:
    pending = Pending(ws)
    pending.patch(ws.vault.state(record), values)
    pending.commit()


def test_r_evd_01_a_file_comes_in_with_fingerprint_size_name_time_and_who_took_it_in(ws: Workspace, photo: str) -> None:
    described = evidence.describe(ws, photo)
    digest = sha256(files.geotagged()).hexdigest()
    assert (described.sha256, described.size, described.name) == (digest, len(files.geotagged()), "gate.jpg")
    (line,) = custody.steps(ws, photo)
    assert (line.code, line.on, line.by, line.sha256) == ("received", "2025-06-15", custody.own_code(ws), digest)
    assert {one.envelope.at for one in ws.vault.revisions(photo)} == {ws.clock()}
    with evidence.open_evidence(ws, photo) as kept:
        assert kept.read() == files.geotagged()


def test_r_evd_01_one_changed_byte_of_the_stored_file_is_reported_by_the_check(ws: Workspace, photo: str) -> None:
    (stored,) = [path for path in (ws.vault.folder / "d").rglob("*") if path.is_file()]
    content = bytearray(stored.read_bytes())
    content[-9] ^= 1
    stored.write_bytes(content)
    (finding,) = verify.verify(ws).findings
    assert (finding.code, finding.record) == ("vault.file", ws.vault.code(photo))


def test_r_evd_02_a_redacted_copy_has_its_own_fingerprint_and_both_lives_have_a_line(
    ws: Workspace, photo: str, tmp_path: Path
) -> None:
    (tmp_path / "covered.jpg").write_bytes(files.drawn("JPEG"))
    before = evidence.describe(ws, photo)
    copy = working_copies.attach_copy(ws, photo, tmp_path / "covered.jpg", "redacted").created[0]
    made = records.show(ws, copy).nested
    digest = sha256(files.drawn("JPEG")).hexdigest()
    assert (made["parent"], made["transform"], made["sha256"]) == (photo, "redacted", digest)
    assert (evidence.describe(ws, photo).sha256, evidence.describe(ws, photo).size) == (before.sha256, before.size)
    for record in (photo, copy):
        last = custody.steps(ws, record)[-1]
        assert (last.code, last.sha256) == ("redacted_copy", digest)
    assert working_copies.copies_of(ws, photo) == (copy,)


def test_r_evd_02_a_clean_copy_is_evidence_of_its_own_and_the_original_stays_as_it_was(
    ws: Workspace, case: Case, photo: str
) -> None:
    copy = working_copies.make_clean_copy(ws, photo).created[0]
    made = records.show(ws, copy).nested
    assert (made["parent"], made["transform"], made["metadata_stripped"]) == (photo, "metadata_stripped", True)
    assert (made["case"], ws.vault.sealed(copy)) == (case.id, True)
    with evidence.open_evidence(ws, copy) as clean, evidence.open_evidence(ws, photo) as original:
        assert files.SERIAL.encode() not in clean.read()
        assert original.read() == files.geotagged()


def test_copies_go_with_an_original_that_is_erased_whole(ws: Workspace, photo: str) -> None:
    copy = working_copies.make_clean_copy(ws, photo).created[0]
    records.edit(ws, photo, {"parent": copy})  # a circle, as somebody may have typed it
    found = erase.preview_erase(ws, photo)
    assert (copy in found.records, len(found.files)) == (True, 2)
    erase.erase(ws, found)
    assert not [path for path in (ws.vault.folder / "d").rglob("*") if path.is_file()]


def test_of_text_no_clean_copy_is_made_since_it_would_be_the_same(ws: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text("停电通知")
    record = evidence.attach(ws, case.id, tmp_path / "notice.txt").created[0]
    with pytest.raises(Refused, match=r"hidden\.plain"):
        working_copies.make_clean_copy(ws, record)
    assert len([path for path in (ws.vault.folder / "d").rglob("*") if path.is_file()]) == 1


def test_r_evd_03_a_hand_over_is_a_line_in_the_bundle_and_in_the_log(
    ws: Workspace, bao: Workspace, case: Case, photo: str
) -> None:
    package = handed(ws, case.id, "Bao")
    in_log = custody.steps(ws, photo)[-1]
    assert (in_log.code, in_log.by, in_log.to_whom) == ("handed_over", custody.own_code(ws), custody.own_code(bao))
    assert in_log.sha256 == evidence.describe(ws, photo).sha256
    in_bundle = [body for body in opened(arriving(bao, package), photo) if "handed_over" in body.values()]
    assert [value for body in in_bundle for path, value in body.items() if path.endswith("/to_whom")] == [
        custody.own_code(bao)
    ]


def test_r_evd_03_who_receives_a_file_notes_from_whom(
    ws: Workspace, bao: Workspace, case: Case, photo: str, clock: Clock
) -> None:
    package = handed(ws, case.id, "Bao")
    clock.tick()
    received(bao, package)
    assert lines(bao, photo) == ["received", "handed_over", "received"]
    last = custody.steps(bao, photo)[-1]
    assert (custody.shown(bao, last.by), custody.shown(bao, last.from_whom)) == ("", "Anna")
    clock.tick()
    received(bao, handed(ws, case.id, "Bao"))
    assert lines(bao, photo)[3:] == ["handed_over"]


def test_a_package_that_is_not_written_is_no_hand_over(
    ws: Workspace, bao: Workspace, case: Case, photo: str, tmp_path: Path
) -> None:
    found = preview(ws, case.id, "Bao")
    (tmp_path / "there.age").touch()
    with pytest.raises(Refused):
        handoff.hand_off(ws, found, tmp_path / "there.age")
    assert lines(ws, photo) == ["received"]


def test_what_a_colleague_writes_into_our_lines_or_signs_in_our_name_does_not_count(
    ws: Workspace, bao: Workspace, case: Case, photo: str, clock: Clock
) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    clock.tick()
    (ours,) = [item for item, line in listed(bao, photo).items() if line["event"] == "handed_over"]
    with_ours = {"custody": {ours: {"to_whom": "7KQ2-M4XD"}}, "sha256": "00" * 32}
    change(bao, photo, with_ours)
    change(bao, photo, {"custody": [{"event": "exported", "by": custody.own_code(ws), "to_whom": "7KQ2-M4XD"}]})
    clock.tick()
    received(ws, handed(bao, case.id, "Anna"))
    by_line = [(step.code, step.by, step.to_whom) for step in custody.steps(ws, photo)]
    anna, theirs = custody.own_code(ws), custody.own_code(bao)
    assert by_line[1] == ("handed_over", anna, theirs)
    assert by_line[3] == ("exported", theirs, "7KQ2-M4XD")
    assert evidence.describe(ws, photo).sha256 == sha256(files.geotagged()).hexdigest()


def test_r_evd_03_what_happened_outside_is_noted_by_hand(ws: Workspace, photo: str) -> None:
    custody.add_step(ws, photo, {"event": "returned", "to_whom": "7KQ2-M4XD", "remark": "by hand"})
    last = custody.steps(ws, photo)[-1]
    assert (last.label, last.to_whom, last.remark, last.by) == (
        "Returned",
        "7KQ2-M4XD",
        "by hand",
        custody.own_code(ws),
    )


def test_r_evd_03_a_copy_given_out_is_a_line_with_the_fingerprint_of_what_went(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    (tmp_path / "gate.jpg").write_bytes(files.geotagged())
    photo = evidence.attach(ws, case.id, tmp_path / "gate.jpg", people=(case.mother,)).created[0]
    consented(ws, case.mother, listed=("internal", "image"))
    giving_out.give_out(ws, photo, tmp_path / "clean.jpg")
    last = custody.steps(ws, photo)[-1]
    assert (last.code, last.sha256) == ("exported", sha256((tmp_path / "clean.jpg").read_bytes()).hexdigest())
    assert last.sha256 != evidence.describe(ws, photo).sha256


def test_r_evd_03_a_file_that_goes_out_with_tables_has_a_line_too(ws: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text("停电通知")
    notice = evidence.attach(ws, case.id, tmp_path / "notice.txt").created[0]
    export.export_all(ws, tmp_path / "out")
    last = custody.steps(ws, notice)[-1]
    assert (last.code, last.sha256) == ("exported", evidence.describe(ws, notice).sha256)


def test_a_file_is_noted_before_it_stands_outside_so_that_none_is_there_unnoted(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    (tmp_path / "notice.txt").write_text("停电通知")
    notice = evidence.attach(ws, case.id, tmp_path / "notice.txt").created[0]
    out = tmp_path / "out.txt"
    with pytest.raises(Refused, match=r"file\.exists"):  # somebody was faster
        giving_out.give_out(ws, notice, out, as_it_came=True, progress=lambda *_: out.touch())
    assert lines(ws, notice)[-1] == "exported"
    assert [sent.kind for sent in ws.vault.outbox.holding(notice)] == ["file"]


@pytest.mark.parametrize(
    ("names", "edit"),
    [
        (False, "UPDATE record SET title = 'Another' WHERE kind = 'case'"),
        (True, "UPDATE record SET title = '王秀兰' WHERE title = '林秀兰'"),
        (True, "UPDATE opening SET opening = replace(opening, '林', '王')"),
    ],
)
def test_r_evd_04_the_check_names_what_lists_and_names_show_otherwise_than_it_was_signed(
    ws: Workspace, case: Case, names: bool, edit: str
) -> None:
    inner = ws.vault._identities_now()
    assert inner is not None
    (inner.database if names else ws.vault._database).run(edit)
    assert "vault.listed_otherwise" in {one.code for one in verify.verify(ws).findings}


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        ("envelope = replace(envelope, 'a', 'b')", "revision.signature"),  # as an editor does it: the bytes become text
        ("record = 1", "revision.record"),
    ],
)
def test_r_evd_04_the_check_names_an_entry_that_became_text_or_was_put_with_another_record(
    ws: Workspace, case: Case, edit: str, code: str
) -> None:
    identifier, record = ws.vault._database.one("SELECT id, record FROM revision WHERE seq = 3") or (b"", 0)
    assert record != 1
    ws.vault._database.run(f"UPDATE revision SET {edit} WHERE seq = 3")
    first = verify.verify(ws).findings[0]
    assert (first.code, first.subject) == (code, identifier.hex())


def test_r_evd_04_the_check_names_the_first_bad_entry_of_a_database_edited_by_hand(
    ws: Workspace, case: Case, photo: str
) -> None:
    assert verify.verify(ws).sound
    second, third = [seq for (seq,) in ws.vault._database.all("SELECT seq FROM revision ORDER BY seq")][1:3]
    for seq in (second, third):
        ws.vault._database.run("UPDATE revision SET signature = zeroblob(64) WHERE seq = ?", (seq,))
    wrong = ws.vault._database.value("SELECT hex(id) FROM revision WHERE seq = ?", (second,)).lower()
    first = verify.verify(ws).findings[0]
    assert (first.code, first.subject) == ("revision.signature", wrong)
    with pytest.raises(JiashuError):
        raise first.error


def test_a_record_that_names_the_file_of_another_opens_and_gives_out_nothing(
    ws: Workspace, case: Case, photo: str, tmp_path: Path
) -> None:
    """Whoever is in that file was not asked by way of this record."""
    (tmp_path / "notice.txt").write_text("停电通知")
    notice = evidence.attach(ws, case.id, tmp_path / "notice.txt").created[0]
    records.edit(ws, notice, {"blob": records.show(ws, photo).nested["blob"]})
    assert not evidence.describe(ws, notice).here
    with pytest.raises(Refused, match=r"vault\.no_file"):
        giving_out.give_out(ws, notice, tmp_path / "out", as_it_came=True)
    exported = export.export_all(ws, tmp_path / "tables")
    assert not [name for name in exported.files if ws.vault.code(notice) in name]
