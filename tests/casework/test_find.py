"""Searching in either script, by pinyin, by code."""

from __future__ import annotations

import pytest

from desktop.casework import erase, find, records, vaults
from desktop.casework.workspace import Workspace
from tests.casework.conftest import Case


@pytest.mark.parametrize("words", ["电停", "電停", "半夜", "他们 停了"])
def test_a_testimony_is_found_by_its_words_in_either_script(ws: Workspace, case: Case, words: str) -> None:
    assert case.testimony in {hit.record for hit in find.search(ws, words)}


@pytest.mark.parametrize("words", ["林远", "林遠", "linyuan", "lin yuan", "ly"])
def test_a_person_is_found_by_name_and_pinyin(ws: Workspace, case: Case, words: str) -> None:
    assert case.son in {hit.record for hit in find.search(ws, words)}


def test_a_record_is_found_by_its_code(ws: Workspace, case: Case) -> None:
    assert find.search(ws, ws.vault.code(case.id))[0].record == case.id


def test_a_hit_is_shown_in_its_sentence_with_what_matched_marked(ws: Workspace, case: Case) -> None:
    (hit,) = find.search(ws, "电停了")
    assert "".join(piece for piece, _ in hit.snippet) == "他们半夜来，把电停了。"
    assert [piece for piece, marked in hit.snippet if marked] == ["电停了"]


def test_a_hit_says_what_it_is_and_where(ws: Workspace, case: Case) -> None:
    (hit,) = find.search(ws, "电停了")
    assert (hit.kind_label, hit.field) == ("Testimony", "Statements · In their own words")
    assert hit.title.startswith("林秀兰")


def test_no_name_is_found_while_the_compartment_is_closed(ws: Workspace, case: Case) -> None:
    vaults.close_identities(ws)
    assert find.search(ws, "林远") == ()


def test_nothing_asked_finds_nothing(ws: Workspace, case: Case) -> None:
    assert find.search(ws, "  ") == ()


def test_what_was_deleted_or_erased_is_not_found(ws: Workspace, case: Case) -> None:
    records.delete(ws, case.testimony)
    assert find.search(ws, "电停了") == ()
    erase.erase(ws, erase.preview_erase(ws, case.testimony))
    assert find.search(ws, "电停了") == ()
