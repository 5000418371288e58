"""What files tell unseen is shown, and does not leave unless somebody wants it so."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from desktop.casework import contacts, evidence, export, giving_out, handoff, hidden_data, records
from desktop.casework.handoff import HandoffPreview
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from tests.casework.conftest import Case, Make, introduce
from tests.casework.exchange import handed, members, preview, received, wanted
from tests.casework.shorthand import consented
from tests.formats import telling_files as files

GPS = 0x8825


@pytest.fixture
def agreed(ws: Workspace, case: Case) -> Case:
    """Both agree that the case is shared, faces too."""
    for person in (case.mother, case.son):
        consented(ws, person, listed=("internal", "share_partner", "image", "voice"))
    return case


def taken_in(ws: Workspace, case: Case, folder: Path, name: str, content: bytes) -> str:
    (folder / name).write_bytes(content)
    return evidence.attach(ws, case.id, folder / name, people=(case.mother,)).created[0]


def gps(picture: bytes) -> object:
    return Image.open(io.BytesIO(picture)).getexif().get_ifd(GPS)


def files_of(found: HandoffPreview) -> dict[str, tuple[str, str]]:
    return {file.record: (file.how, file.reason) for copy in found.copies for file in copy.files}


def test_r_evd_05_place_and_author_of_a_photograph_are_shown_the_worst_first(
    ws: Workspace, case: Case, tmp_path: Path
) -> None:
    inside = hidden_data.look_into(ws, taken_in(ws, case, tmp_path, "gate.jpg", files.geotagged()))
    assert (inside.found[0].risk, inside.found[0].value) == ("place", files.PLACE)
    assert ("Artist", files.AUTHOR) in {(one.name, one.value) for one in inside.found}


def test_r_evd_05_a_geotagged_photograph_leaves_without_its_place(
    ws: Workspace, partner: Workspace, agreed: Case, tmp_path: Path
) -> None:
    photo = taken_in(ws, agreed, tmp_path, "gate.jpg", files.geotagged())
    assert gps(files.geotagged())
    assert files_of(preview(ws, agreed.id, "Partner", "redacted")) == {photo: ("cleaned", "")}
    package = handed(ws, agreed.id, "Partner", "redacted")
    received(partner, package)
    (row,) = records.list_records(partner, "evidence").rows
    with evidence.open_evidence(partner, row.id) as reader:
        left = reader.read()
    assert not gps(left)
    assert hidden_data.look_into(partner, row.id).found == ()
    assert evidence.describe(partner, row.id).size == len(left)
    assert records.show(partner, row.id).nested["metadata_stripped"] is True
    everything = b"".join(members(partner, package).values())
    assert files.SERIAL.encode() not in everything
    with evidence.open_evidence(ws, photo) as original:
        assert original.read() == files.geotagged()


def test_r_evd_05_a_photograph_kept_as_it_is_on_purpose_leaves_as_it_is_and_that_is_said(
    ws: Workspace, partner: Workspace, agreed: Case, tmp_path: Path
) -> None:
    photo = taken_in(ws, agreed, tmp_path, "gate.jpg", files.geotagged())
    found = handoff.preview_handoff(ws, replace(wanted(ws, agreed.id, "Partner", "redacted"), keep_hidden=(photo,)))
    assert files_of(found) == {photo: ("kept", "")}
    assert "handoff.files_as_they_are" in found.warnings
    received(partner, handoff.hand_off(ws, found, tmp_path / "copy.age").files[0])
    (row,) = records.list_records(partner, "evidence").rows
    assert evidence.open_evidence(partner, row.id).read() == files.geotagged()


def test_r_evd_05_what_cannot_be_cleaned_is_left_out_and_counted(
    ws: Workspace, partner: Workspace, agreed: Case, tmp_path: Path
) -> None:
    film = taken_in(ws, agreed, tmp_path, "film.mp4", b"\0\0\0\x18ftypmp42" + bytes(100))
    broken = taken_in(ws, agreed, tmp_path, "half.jpg", files.geotagged()[:700])
    program = files.docx(**{"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    document = taken_in(ws, agreed, tmp_path, "letter.docx", program)
    found = preview(ws, agreed.id, "Partner", "redacted")
    assert files_of(found) == {
        film: ("stays", "sound"),
        broken: ("stays", "stays"),
        document: ("stays", "stays"),
    }
    assert (found.evidence_bytes, "handoff.files_stay" in found.warnings) == (0, True)
    received(partner, handed(ws, agreed.id, "Partner", "redacted"))
    assert not any(partner.vault.blobs_of(row.id) for row in records.list_records(partner, "evidence").rows)


def test_text_leaves_as_it_is(ws: Workspace, partner: Workspace, agreed: Case, tmp_path: Path) -> None:
    notice = taken_in(ws, agreed, tmp_path, "notice.txt", "停电通知".encode())
    assert files_of(preview(ws, agreed.id, "Partner", "redacted")) == {notice: ("plain", "")}


def test_r_evd_05_the_files_of_an_export_for_a_purpose_have_no_place_in_them_and_what_stays_is_not_counted(
    ws: Workspace, agreed: Case, tmp_path: Path
) -> None:
    taken_in(ws, agreed, tmp_path, "gate.jpg", files.geotagged())
    taken_in(ws, agreed, tmp_path, "film.mp4", b"\0\0\0\x18ftypmp42" + bytes(100))
    found = export.preview_export(ws, "share_partner")
    written = export.export_all(ws, tmp_path / "out", scope="share_partner")
    (left,) = [name for name in written.files if name.startswith("evidence/")]
    content = (tmp_path / "out" / left).read_bytes()
    assert (found.files, found.bytes) == (1, len(content))
    assert not gps(content)


def test_our_team_gets_originals(ws: Workspace, make: Make, case: Case, tmp_path: Path) -> None:
    bao = make("Bao")
    introduce(ws, bao)
    photo = taken_in(ws, case, tmp_path, "gate.jpg", files.geotagged())
    received(bao, handed(ws, case.id, "Bao"))
    assert evidence.open_evidence(bao, photo).read() == files.geotagged()


def test_r_evd_05_a_file_given_out_is_clean_unless_the_original_is_asked_for(
    ws: Workspace, agreed: Case, tmp_path: Path
) -> None:
    photo = taken_in(ws, agreed, tmp_path, "gate.jpg", files.geotagged())
    giving_out.give_out(ws, photo, tmp_path / "clean.jpg")
    giving_out.give_out(ws, photo, tmp_path / "original.jpg", as_it_came=True)
    assert not gps((tmp_path / "clean.jpg").read_bytes())
    assert (tmp_path / "original.jpg").read_bytes() == files.geotagged()


@pytest.mark.parametrize(
    ("name", "content", "closed"),
    [
        ("film.mp4", b"\0\0\0\x18ftypmp42", "sound"),
        ("call.amr", b"#!AMR\n", "sound"),
        ("photo.heic", b"\0\0\0\x18ftypheic", "other"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "other"),
        ("broken.pdf", b"%PDF-1.7 nothing", "unreadable"),
    ],
)
def test_what_cannot_be_looked_into_says_so_and_is_evidence_all_the_same(
    ws: Workspace, agreed: Case, tmp_path: Path, name: str, content: bytes, closed: str
) -> None:
    record = taken_in(ws, agreed, tmp_path, name, content)
    assert hidden_data.look_into(ws, record).closed == closed
    with pytest.raises(Refused, match=rf"hidden\.{closed}"):
        giving_out.give_out(ws, record, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_passphrase_copy_is_cleaned_too(ws: Workspace, agreed: Case, tmp_path: Path) -> None:
    """A face cannot go to a passphrase; a document can."""
    document = taken_in(ws, agreed, tmp_path, "letter.docx", files.docx())
    contacts.own_card(ws)
    found = handoff.preview_handoff(ws, handoff.Handoff(agreed.id, "redacted", (), "share_partner", "for the editor"))
    assert files_of(found) == {document: ("cleaned", "")}
    handoff.hand_off(ws, found, tmp_path / "copy.age", passphrase="nine grey herons stand still", work_factor=2)
