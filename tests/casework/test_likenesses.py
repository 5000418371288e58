"""A loosening word of others on what a file shows opens no way out before somebody here repeats it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.casework import evidence, importing, looked, records, working_copies
from desktop.casework.workspace import JSON, Workspace
from desktop.casework.writing import Pending
from desktop.errors import Refused
from tests.casework.conftest import Case, Make, introduce
from tests.casework.exchange import handed, preview, received
from tests.casework.test_ways_out import agreed
from tests.formats.telling_files import drawn


@pytest.fixture
def partner(make: Make, ws: Workspace) -> Workspace:
    """Somebody of another organisation."""
    other = make("Partner")
    introduce(ws, other, our_team=False)
    return other


def came(ws: Workspace, make: Make, case: Case, folder: Path, said: JSON, *, sealed: bool = True) -> str:
    """A picture a colleague kept, described and handed over, in a case of ours."""
    return came_from(make("Bao"), ws, case, folder, said, sealed=sealed)


def came_from(colleague: Workspace, ws: Workspace, case: Case, folder: Path, said: JSON, *, sealed: bool = True) -> str:
    """The same from a colleague who goes on working."""
    introduce(ws, colleague)
    received(colleague, handed(ws, case.id, "Bao"))
    (folder / "p.jpg").write_bytes(drawn("JPEG"))
    record = evidence.attach(colleague, case.id, folder / "p.jpg", sealed=sealed).created[0]
    records.edit(colleague, record, said)
    received(ws, handed(colleague, case.id, "Anna"))
    return record


def reason(ws: Workspace, case: Case, record: str) -> str | None:
    """Why it stays out of a redacted copy."""
    return {one.record: one.reason for one in preview(ws, case.id, "Partner", "redacted").staying}.get(record)


NOBODY: dict[str, JSON] = {"shows_person": False}


@pytest.mark.parametrize("sealed", [True, False])
def test_a_strangers_word_that_nobody_is_in_a_picture_does_not_let_it_leave(
    ws: Workspace, make: Make, partner: Workspace, case: Case, tmp_path: Path, sealed: bool
) -> None:
    record = came(ws, make, case, tmp_path, NOBODY, sealed=sealed)
    assert reason(ws, case, record) == "look_first"
    with pytest.raises(Refused, match=r"evidence\.no_permission"):
        evidence.extract(ws, record, tmp_path / "out.jpg")


def as_they_say(ws: Workspace, record: str) -> None:
    """Somebody here looked at the file that stands there, and finds it so."""
    looked.as_they_say(ws, record, looked.waits_for_look(ws, record))


def test_a_picture_that_comes_in_called_a_text_may_show_somebody_all_the_same(
    ws: Workspace, make: Make, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    record = came(ws, make, case, tmp_path, {"media_type": "text/plain", **NOBODY}, sealed=False)
    assert evidence.describe(ws, record).sealed
    assert reason(ws, case, record) == "look_first"


@pytest.mark.parametrize("said", [NOBODY, {"likeness": [{"code": "name"}]}])
def test_a_picture_put_in_the_place_of_one_that_was_looked_at_is_to_be_looked_at_too(
    ws: Workspace, make: Make, partner: Workspace, case: Case, tmp_path: Path, said: dict[str, JSON]
) -> None:
    bao = make("Bao")
    record = came_from(bao, ws, case, tmp_path, said)
    as_they_say(ws, record)
    (tmp_path / "other.png").write_bytes(drawn("PNG"))
    put = evidence.take_in(bao, tmp_path / "other.png")
    change = Pending(bao)
    change.patch(bao.vault.state(record), {"blob": put.info.name, "sha256": put.sha256, "size": put.info.size})
    change.commit()
    seen = looked.waits_for_look(ws, record)
    received(ws, handed(bao, case.id, "Anna"))
    assert reason(ws, case, record) == "look_first"
    with pytest.raises(Refused, match=r"evidence\.other_file"):
        looked.as_they_say(ws, record, seen or "an earlier one")
    as_they_say(ws, record)
    assert reason(ws, case, record) != "look_first"


def test_it_leaves_once_somebody_here_looked_and_says_so_too(
    ws: Workspace, make: Make, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    record = came(ws, make, case, tmp_path, NOBODY)
    assert looked.waits_for_look(ws, record)
    as_they_say(ws, record)
    assert not looked.waits_for_look(ws, record)
    assert reason(ws, case, record) is None
    with pytest.raises(Refused, match=r"evidence\.looked"):
        looked.as_they_say(ws, record, str(records.show(ws, record).nested["blob"]))


def test_a_strangers_word_that_a_name_is_all_one_sees_takes_no_face_out_of_a_picture(
    ws: Workspace, make: Make, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    said = {"likeness": [{"code": "name"}], "people": [{"person": case.mother}]}
    record = came(ws, make, case, tmp_path, said)
    agreed(ws, case.mother, "share_partner")
    assert reason(ws, case, record) == "look_first"
    as_they_say(ws, record)
    assert reason(ws, case, record) == "no_name_consent"


def test_a_copy_made_here_does_not_make_a_strangers_word_ours(
    ws: Workspace, make: Make, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    record = came(ws, make, case, tmp_path, NOBODY, sealed=False)
    (copy, *_) = working_copies.attach_copy(ws, record, tmp_path / "p.jpg", "excerpt").created
    as_they_say(ws, record)
    assert reason(ws, case, copy) == "face_unknown"


def test_a_copy_of_what_we_looked_at_ourselves_shows_nobody_either(ws: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "p.jpg").write_bytes(drawn("JPEG"))
    record = evidence.attach(ws, case.id, tmp_path / "p.jpg").created[0]
    records.edit(ws, record, NOBODY)
    (copy, *_) = working_copies.attach_copy(ws, record, tmp_path / "p.jpg", "excerpt").created
    assert records.show(ws, copy).nested["shows_person"] is False


def test_a_row_of_a_file_that_says_nobody_is_in_it_is_taken_in_without_that(ws: Workspace) -> None:
    row = {"type": "photo", "description": "A street", **NOBODY}
    found = importing.preview_import(ws, json.dumps(row).encode(), kind="evidence")
    assert [trouble.code for trouble in found.troubles] == ["not_looked_at"]
    (record,) = importing.accept_import(ws, found).created
    assert "shows_person" not in records.show(ws, record).nested
