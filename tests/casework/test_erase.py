"""Striking a wording and erasing a record for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.casework import drafts, erase, evidence, find, guarding, records, timeline, vaults
from desktop.casework.workspace import Workspace
from desktop.errors import Refused
from tests.casework.conftest import Case
from tests.vault import raw_pages


def reworded(ws: Workspace, case: Case) -> tuple[str, str]:
    """The testimony's text is changed; the path of the words, and the revision that first said them."""
    nested = records.show(ws, case.testimony).nested
    (item,) = nested["statements"]
    records.edit(ws, case.testimony, {"statements": {item: {"words": "Something safer"}}})
    return f"statements/{item}/words", case.testimony


def test_the_preview_lists_every_wording_that_goes(ws: Workspace, case: Case) -> None:
    reworded(ws, case)
    texts = [wording.text for wording in erase.preview_erase(ws, case.testimony).goes]
    assert {"他们半夜来，把电停了。", "Something safer"} <= set(texts)


def test_a_preview_erases_nothing(ws: Workspace, case: Case) -> None:
    erase.preview_erase(ws, case.testimony)
    assert not records.show(ws, case.testimony).erased


def test_an_erased_record_is_gone_and_its_history_still_verifies(ws: Workspace, case: Case) -> None:
    erase.erase(ws, erase.preview_erase(ws, case.testimony))
    shown = records.show(ws, case.testimony)
    assert (shown.erased, shown.nested) == (True, {})
    assert ws.vault.verify().sound
    assert timeline.history(ws, case.testimony)[-1].kind == "erased"


def test_an_earlier_wording_is_struck_and_the_record_stays(ws: Workspace, case: Case) -> None:
    path, revision = reworded(ws, case)
    erase.erase(ws, erase.preview_erase(ws, case.testimony, path=path, revision=revision))
    assert "他们半夜来" not in str(timeline.history(ws, case.testimony))
    (statement,) = records.show(ws, case.testimony).nested["statements"].values()
    assert statement["words"] == "Something safer"


def test_a_revision_can_be_named_by_its_beginning(ws: Workspace, case: Case) -> None:
    path, revision = reworded(ws, case)
    preview = erase.preview_erase(ws, case.testimony, path=path, revision=revision[:16])
    assert [wording.revision for wording in preview.goes] == [revision]


def test_a_field_goes_in_all_its_wordings(ws: Workspace, case: Case) -> None:
    path, _ = reworded(ws, case)
    preview = erase.preview_erase(ws, case.testimony, path=path)
    assert {wording.text for wording in preview.goes} == {"他们半夜来，把电停了。", "Something safer"}
    erase.erase(ws, preview)
    assert find.search(ws, "safer") == ()


def test_where_else_the_same_words_stand_is_listed(ws: Workspace, case: Case) -> None:
    (other,) = records.add(ws, "act", [{"narrative": "她说：他们半夜来，把电停了。"}]).created
    stays = erase.preview_erase(ws, case.testimony).stays
    assert [(wording.record, wording.shown) for wording in stays] == [(other, True)]


def test_words_can_be_looked_for_by_themselves(ws: Workspace, case: Case) -> None:
    (other,) = records.add(ws, "act", [{"narrative": "电停了三天"}]).created
    preview = erase.preview_erase(ws, case.testimony, words="电停了")
    assert [wording.record for wording in preview.stays] == [other]


def test_a_person_goes_with_names_and_what_speaks_of_nobody_else(ws: Workspace, case: Case) -> None:
    preview = erase.preview_erase(ws, case.son)
    assert {ws.vault.kind_of(record) for record in preview.records} == {"person", "name"}
    erase.erase(ws, preview)
    assert find.search(ws, "林远") == ()


def test_r_sec_04_of_a_person_deleted_for_good_neither_search_nor_the_raw_files_have_a_trace_of_the_name(
    ws: Workspace, case: Case
) -> None:
    guarding.make_mentions(ws, [(case.mother, "林秀兰"), (case.son, "林小舟")])
    inner = ws.vault._identities_now()
    assert inner is not None
    databases = (ws.vault._database, inner.database)
    erase.erase(ws, erase.preview_erase(ws, case.mother))
    assert find.search(ws, "林秀兰") == find.search(ws, "linxiulan") == ()
    assert (records.show(ws, case.mother).erased, records.show(ws, case.mother).nested) == (True, {})
    keys = [(database.path, "".join(one.hex() for one in database.raw_key)) for database in databases]
    vaults.lock(ws.vault)
    kept = b"".join(raw_pages.of_database(path.read_bytes(), key) for path, key in keys)
    assert "林小舟".encode() in kept  # the son stays
    for trace in ("林秀兰", "linxiulan", "林 秀 兰"):
        assert trace.encode() not in kept


def test_evidence_goes_with_its_file(ws: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text("words")
    record = evidence.attach(ws, case.id, tmp_path / "notice.txt").created[0]
    preview = erase.preview_erase(ws, record)
    assert len(preview.files) == 1
    erase.erase(ws, preview)
    assert [path for path in (ws.vault.folder / "d").rglob("*") if path.is_file()] == []


def test_a_draft_about_the_record_goes_too(ws: Workspace, case: Case) -> None:
    drafts.keep(ws, "form", "record:testimony", {"text": "half"}, record=case.testimony)
    erase.erase(ws, erase.preview_erase(ws, case.testimony))
    assert drafts.resume(ws) == ()


def test_nothing_is_erased_when_the_record_changed_meanwhile(ws: Workspace, case: Case) -> None:
    preview = erase.preview_erase(ws, case.id)
    records.edit(ws, case.id, {"title": "Changed"})
    with pytest.raises(Refused, match=r"erase\.changed"):
        erase.erase(ws, preview)
    assert not records.show(ws, case.id).erased


def test_what_is_erased_already_is_refused(ws: Workspace, case: Case) -> None:
    erase.erase(ws, erase.preview_erase(ws, case.testimony))
    with pytest.raises(Refused, match=r"record\.erased"):
        erase.preview_erase(ws, case.testimony)


@pytest.mark.parametrize(("path", "revision"), [("no_such_field", None), (None, "f" * 64), ("title", "f" * 64)])
def test_nothing_to_strike_is_refused(ws: Workspace, case: Case, path: str | None, revision: str | None) -> None:
    with pytest.raises(Refused, match=r"erase\.nothing"):
        erase.preview_erase(ws, case.id, path=path, revision=revision)


def test_a_person_is_not_erased_while_their_names_could_not_be_found(ws: Workspace, case: Case) -> None:
    vaults.close_identities(ws)
    with pytest.raises(Refused, match=r"vault\.compartment_closed"):
        erase.preview_erase(ws, case.son)


def test_a_name_struck_while_the_compartment_is_closed_goes_when_it_is_opened(ws: Workspace, case: Case) -> None:
    (name,) = ws.vault.referring(case.mother, "name")
    vaults.close_identities(ws)
    preview = erase.preview_erase(ws, name)
    erase.erase(ws, preview)
    assert preview.waits
    assert erase.pending(ws)
    vaults.open_identities(ws)
    assert not erase.pending(ws)
    assert find.search(ws, "林秀兰") == ()


def test_with_a_person_all_goes_that_says_nothing_but_about_them(ws: Workspace, case: Case) -> None:
    said = {
        "defender_profile": {"person": case.son, "work": "letters"},
        "risk_assessment": {"person": case.son, "level": "high"},
        "merge_decision": {"person": case.mother, "other": case.son, "decision": "not_same"},
        "consent": {"person": case.son, "state": "refused"},
    }
    made = [records.add(ws, kind, [nested]).created[0] for kind, nested in said.items()]
    erase.erase(ws, erase.preview_erase(ws, case.son))
    assert all(records.show(ws, record).erased for record in made)


def test_a_consent_somebody_gave_for_another_stays_when_they_are_erased(ws: Workspace, case: Case) -> None:
    (given,) = records.add(ws, "consent", [{"person": case.son, "giver": case.mother, "state": "given"}]).created
    erase.erase(ws, erase.preview_erase(ws, case.mother))
    assert not records.show(ws, given).erased
