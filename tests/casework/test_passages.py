"""Anchors name the wording they quote, and are found again in it or in what became of it."""

from __future__ import annotations

import pytest

from desktop.casework import erase, family, passages, records
from desktop.casework.passages import Passage
from desktop.casework.workspace import JSON, Workspace
from tests.casework.conftest import Case, Make, introduce
from tests.casework.exchange import handed, received

TOLD = "他们半夜来，把电停了。"
QUOTE = "把电停了"


def statement(ws: Workspace, case: Case) -> str:
    (item,) = records.show(ws, case.testimony).nested["statements"]
    return str(item)


def say(ws: Workspace, case: Case, words: str | None) -> str:
    """Change what the statement says; the revision that says so."""
    changes = records.edit(ws, case.testimony, {"statements": {statement(ws, case): {"words": words}}})
    assert changes.records
    (head,) = ws.vault.state(case.testimony).heads
    return head


def act(ws: Workspace, case: Case, **anchor: JSON) -> str:
    nested = {"narrative": "停电", "anchors": [{"record": case.testimony, "quote": QUOTE, **anchor}]}
    return family.add_act(ws, case.id, nested).created[0]


def anchor_of(ws: Workspace, record: str) -> dict[str, JSON]:
    (anchor,) = records.show(ws, record).nested["anchors"].values()
    return dict(anchor)


def found(ws: Workspace, record: str) -> Passage:
    place = passages.locate(ws, anchor_of(ws, record))
    assert place is not None
    return place


def test_an_anchor_names_the_statement_the_place_and_the_wording(ws: Workspace, case: Case) -> None:
    (head,) = ws.vault.state(case.testimony).heads
    anchor = anchor_of(ws, act(ws, case))
    assert anchor["item"] == statement(ws, case)
    assert (anchor["start"], anchor["end"]) == (6, 10)
    assert (anchor["revision"], anchor["quote"]) == (head, QUOTE)


def test_places_are_counted_in_code_points(ws: Workspace, case: Case) -> None:
    say(ws, case, "𠮷" * 3 + QUOTE)
    anchor = anchor_of(ws, act(ws, case))
    assert (anchor["start"], anchor["end"]) == (3, 7)


def test_of_words_that_stand_there_twice_the_place_tells_which(ws: Workspace, case: Case) -> None:
    say(ws, case, QUOTE + "，又" + QUOTE)
    assert "revision" not in anchor_of(ws, act(ws, case))
    anchor = anchor_of(ws, act(ws, case, item=statement(ws, case), start=6))
    assert (anchor["start"], anchor["revision"]) == (6, ws.vault.state(case.testimony).heads[0])
    assert found(ws, act(ws, case, item=statement(ws, case), start=6)).before == QUOTE + "，又"


def test_words_that_are_not_there_name_no_wording(ws: Workspace, case: Case) -> None:
    assert "revision" not in anchor_of(ws, act(ws, case, quote="没有说过的话"))


def test_a_wording_somebody_names_is_kept(ws: Workspace, case: Case) -> None:
    assert anchor_of(ws, act(ws, case, revision="0" * 64))["revision"] == "0" * 64


def test_another_quote_names_where_that_stands(ws: Workspace, case: Case) -> None:
    record = act(ws, case)
    (item,) = records.show(ws, record).nested["anchors"]
    say(ws, case, TOLD + "后来又来。")
    records.edit(ws, record, {"anchors": {item: {"quote": "又来"}}})
    anchor = anchor_of(ws, record)
    assert (anchor["start"], anchor["end"]) == (13, 15)
    assert anchor["revision"] == ws.vault.state(case.testimony).heads[0]


def test_a_change_elsewhere_leaves_an_anchor_alone(ws: Workspace, case: Case) -> None:
    record = act(ws, case)
    before = anchor_of(ws, record)
    say(ws, case, "前面。" + TOLD)
    records.edit(ws, record, {"narrative": "断电"})
    assert anchor_of(ws, record) == before


def test_in_the_wording_quoted_the_words_are_here(ws: Workspace, case: Case) -> None:
    place = found(ws, act(ws, case))
    assert (place.standing, place.before, place.words) == ("here", "他们半夜来，", QUOTE)


def test_where_the_account_was_changed_they_are_found_by_what_they_say(ws: Workspace, case: Case) -> None:
    record = act(ws, case)
    head = say(ws, case, "前面。" + TOLD)
    place = found(ws, record)
    assert (place.standing, place.revision, place.before) == ("moved", head, "前面。他们半夜来，")


def test_where_only_an_earlier_wording_has_them_that_is_told(ws: Workspace, case: Case) -> None:
    (first,) = ws.vault.state(case.testimony).heads
    record = act(ws, case)
    say(ws, case, "他们半夜来过。")
    place = found(ws, record)
    assert (place.standing, place.revision, place.item) == ("earlier", first, statement(ws, case))


def test_where_the_wording_was_struck_they_are_gone(ws: Workspace, case: Case) -> None:
    record = act(ws, case)
    (first,) = ws.vault.state(case.testimony).heads
    say(ws, case, "他们半夜来过。")
    path = f"statements/{statement(ws, case)}/words"
    erase.erase(ws, erase.preview_erase(ws, case.testimony, path=path, revision=first))
    assert found(ws, record).standing == "gone"


def test_striking_a_wording_lists_who_quotes_that_one(ws: Workspace, case: Case) -> None:
    path = f"statements/{statement(ws, case)}/words"
    (first,) = ws.vault.state(case.testimony).heads
    record = act(ws, case)
    second = say(ws, case, "他们半夜来过。")
    other = act(ws, case, quote="半夜来过")
    say(ws, case, "没有了。")

    def anchors(revision: str) -> tuple[str, ...]:
        return erase.preview_erase(ws, case.testimony, path=path, revision=revision).anchors

    assert (anchors(first), anchors(second)) == ((record,), (other,))
    assert set(erase.preview_erase(ws, case.testimony).anchors) == {record, other}


def test_a_quote_without_a_wording_is_looked_for(ws: Workspace, case: Case) -> None:
    say(ws, case, QUOTE + "，又" + QUOTE)
    record = act(ws, case)
    assert found(ws, record).standing == "here"
    say(ws, case, "没有了。")
    assert found(ws, record).standing == "earlier"


@pytest.mark.parametrize("anchor", [{}, {"record": "0" * 64}, {"quote": "x"}, {"record": 5, "quote": ["x"]}])
def test_what_names_no_account_or_no_words_is_no_anchor(ws: Workspace, anchor: dict[str, JSON]) -> None:
    assert passages.locate(ws, anchor) is None


def test_an_account_that_is_not_here_has_no_words(ws: Workspace) -> None:
    place = passages.locate(ws, {"record": "0" * 64, "quote": "x", "start": True, "item": 3})
    assert place is not None
    assert place.standing == "gone"


def test_an_anchor_means_the_same_wording_at_a_colleagues(make: Make, ws: Workspace, case: Case) -> None:
    record = act(ws, case)
    records.edit(ws, record, {"victim": case.son})
    bao = make("Bao")
    introduce(ws, bao)
    received(bao, handed(ws, case.id, "Bao"))
    assert found(bao, record) == found(ws, record)
