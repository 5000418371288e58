"""A case every string of which is hostile, and then erased: the words are in no page, index, draft or history."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.casework import drafts, erase, evidence, find, records, timeline, vaults
from desktop.casework.workspace import Workspace
from tests.casework.conftest import PASSPHRASE
from tests.vault.other_make import pages, raw_key

CANARY = "丹顶鹤七号"
HOSTILE = (
    f'<img src="file:///{CANARY}">',
    f"<a href='https://example.org/{CANARY}'>x</a>",
    f"\u202e{CANARY}\u2066",
    f"{CANARY}\x07\x1b[2J\x00",
    CANARY * 20_000,
)


@pytest.mark.fault(25)
@pytest.mark.parametrize("words", HOSTILE, ids=["picture", "link", "turned", "control", "long"])
def test_fault_25_a_hostile_case_that_is_erased_leaves_no_word(ws: Workspace, tmp_path: Path, words: str) -> None:
    case = records.add(ws, "case", [{"title": words, "summary": words}]).created[0]
    person = records.add(ws, "person", [{"counting_unit": "individual", "religion": words}]).created[0]
    name = records.add(ws, "name", [{"person": person, "full": words}]).created[0]
    said = {"case": case, "speaker": person, "statements": [{"words": words, "translation": words}]}
    testimony = records.add(ws, "testimony", [said]).created[0]
    records.edit(ws, testimony, {"notes": [{"label": words, "text": words}]})
    (tmp_path / "paper").write_text(words, "utf-8")
    paper = evidence.attach(ws, case, tmp_path / "paper", sealed=False).created[0]
    drafts.keep(ws, f"record:{testimony}", "record:testimony", {"text": words}, record=testimony)
    assert find.search(ws, CANARY)
    for record in (paper, testimony, name, person, case):
        if not records.show(ws, record).erased:
            erase.erase(ws, erase.preview_erase(ws, record))
    assert find.search(ws, CANARY) == ()
    assert drafts.resume(ws) == ()
    assert CANARY not in str([timeline.history(ws, record) for record in (case, person, name, testimony, paper)])
    place = ws.vault.folder
    vaults.lock(ws.vault)
    assert CANARY.encode() not in pages(place / "a.db", raw_key(place, PASSPHRASE))
