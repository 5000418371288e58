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


@pytest.mark.parametrize(
    "words",
    [
        "permit application",
        "passport REFUSED",
        "通行证",
        "護照",
        "permit applic",
        "E.02",
        "e02",
        "jufahuzhaohuotongxingzheng",
    ],
)
def test_what_is_chosen_from_a_list_is_found_by_its_label_in_either_language(ws: Workspace, words: str) -> None:
    (act,) = records.add(ws, "act", [{"type": "E.02"}]).created
    assert [(hit.record, hit.field, hit.why) for hit in find.search(ws, words)] == [(act, "What happened", "term")]


def test_a_label_is_shown_in_our_language_with_what_matched_marked(ws: Workspace) -> None:
    records.add(ws, "act", [{"type": "E.02"}])
    (hit,) = find.search(ws, "permit")
    assert hit.snippet == (("Passport or ", False), ("permit", True), (" application refused", False))


def test_a_label_in_the_other_language_is_shown_where_the_words_stand(ws: Workspace) -> None:
    records.add(ws, "act", [{"type": "E.02"}])
    (hit,) = find.search(ws, "护照")
    assert "".join(piece for piece, _ in hit.snippet) == "拒发护照或通行证"


def test_words_and_labels_are_found_together(ws: Workspace) -> None:
    (act, _) = records.add(ws, "act", [{"type": "E.02", "narrative": "At the airport"}, {"type": "E.02"}]).created
    assert [hit.record for hit in find.search(ws, "passport airport")] == [act]


def test_what_somebody_wrote_comes_before_what_is_only_called_so(ws: Workspace) -> None:
    (told, _) = records.add(ws, "act", [{"narrative": "My passport is gone"}, {"type": "E.02"}]).created
    assert [hit.why for hit in find.search(ws, "passport")] == ["text", "term"]
    assert find.search(ws, "passport")[0].record == told


def test_a_code_that_was_changed_is_found_under_its_new_label_alone(ws: Workspace) -> None:
    (act,) = records.add(ws, "act", [{"type": "E.02"}]).created
    records.edit(ws, act, {"type": "A.03"})
    assert find.search(ws, "permit application") == ()


def test_a_document_somebody_has_leads_to_them(ws: Workspace, case: Case) -> None:
    records.add(ws, "identity", [{"of": case.mother, "documents": [{"type": "passport"}]}])
    hits = [(hit.record, hit.kind) for hit in find.search(ws, "passport")]
    vaults.close_identities(ws)
    assert (hits, find.search(ws, "passport")) == ([(case.mother, "person")], ())


def test_labels_are_found_again_once_the_lists_were_made_anew(ws: Workspace) -> None:
    records.add(ws, "act", [{"type": "E.02"}])
    ws.vault.rebuild()
    assert len(find.search(ws, "permit application")) == 1
    assert ws.vault.verify().sound


@pytest.mark.parametrize("many", [64, 1_100, 30_000])
def test_a_pasted_page_is_searched_for_like_a_word(ws: Workspace, case: Case, many: int) -> None:
    page = " ".join(f"word{number}" for number in range(many))
    assert find.search(ws, page) == ()
    assert records.list_records(ws, "testimony", text=page).total == 0
    assert [found.record for found in find.search(ws, "他们半夜来，" + "把电停了。" * 3000)] == []


def test_nothing_asked_finds_nothing(ws: Workspace, case: Case) -> None:
    assert find.search(ws, "  ") == ()


def test_what_was_deleted_or_erased_is_not_found(ws: Workspace, case: Case) -> None:
    records.delete(ws, case.testimony)
    assert find.search(ws, "电停了") == ()
    erase.erase(ws, erase.preview_erase(ws, case.testimony))
    assert find.search(ws, "电停了") == ()
