"""Mentions of people: whose they are, what they read as, and the words they stand for."""

from __future__ import annotations

import pytest

from desktop.casework import mentioning, naming, quick, records
from desktop.casework.mentioning import Mention
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.workspace import JSON, Workspace
from desktop.errors import Refused
from tests.casework.conftest import Case

SAID = "我小儿子"


def spoken(ws: Workspace, person: str) -> list[JSON]:
    """The words somebody is called by in texts, identity by identity."""
    identities = (records.show(ws, one).nested for one in ws.vault.referring(person, "identity"))
    return [[form["words"] for form in nested.get("spoken", {}).values()] for nested in identities]


def test_a_mention_is_of_whom_was_picked(ws: Workspace, case: Case) -> None:
    assert mentioning.mention(ws, Pick(case.son)).mention == Mention(case.son)


def test_mentioning_somebody_who_is_here_changes_nothing(ws: Workspace, case: Case) -> None:
    assert not mentioning.mention(ws, Pick(case.son)).changes.records


def test_a_name_nobody_has_makes_the_person(ws: Workspace) -> None:
    made = mentioning.mention(ws, Pick(text="许安", new=True)).mention
    assert naming.called(ws, made.person) == "许安"


def test_words_it_stands_for_are_kept_as_they_were_said(ws: Workspace, case: Case) -> None:
    made = mentioning.mention(ws, Pick(case.son), SAID).mention
    assert naming.read(ws, f"他们带走了{made.token}。") == f"他们带走了{SAID}。"


def test_the_same_words_are_kept_once(ws: Workspace, case: Case) -> None:
    first = mentioning.mention(ws, Pick(case.son), SAID).mention
    assert mentioning.mention(ws, Pick(case.son), SAID).mention == first


def test_further_words_stand_after_those_there_are(ws: Workspace, case: Case) -> None:
    for words in (SAID, "小舟", "老二"):
        mentioning.mention(ws, Pick(case.son), words)
    assert spoken(ws, case.son) == [[SAID, "小舟", "老二"]]


def test_a_bracket_among_the_words_reads_as_itself(ws: Workspace, case: Case) -> None:
    made = mentioning.mention(ws, Pick(case.son), "他⟦小⟧").mention
    assert naming.read(ws, made.token) == "他⟦小⟧"


def test_the_words_of_somebody_new_are_kept_too(ws: Workspace) -> None:
    made = mentioning.mention(ws, Pick(text="许安", new=True), "许老师").mention
    assert naming.read(ws, made.token) == "许老师"


def test_words_are_kept_while_the_identities_are_closed(ws: Workspace, case: Case) -> None:
    mentioning.mention(ws, Pick(case.son), "小舟")
    ws.vault.close_compartment()
    made = mentioning.mention(ws, Pick(case.son), SAID).mention
    assert naming.read(ws, made.token) == ws.vault.code(case.son)
    ws.vault.open_compartment(None)
    assert naming.read(ws, made.token) == SAID


def test_hidden_names_leave_codes_in_the_text(ws: Workspace, case: Case) -> None:
    made = mentioning.mention(ws, Pick(case.son), SAID).mention
    hidden = mentioning.readings(ws.hiding_names(True), [made])[made]
    assert {hidden.words, hidden.person} == {ws.vault.code(case.son)}


def test_a_mention_of_nobody_here_reads_as_a_code(ws: Workspace) -> None:
    stranger = Mention("a" * 64, "b" * 32)
    reading = mentioning.readings(ws, [stranger])[stranger]
    assert reading.words == reading.code


def test_a_mention_of_nobody_is_refused(ws: Workspace) -> None:
    with pytest.raises(Refused, match=r"record\.empty"):
        mentioning.mention(ws, Pick(text=" "))


def test_an_account_with_mentions_is_kept_as_it_is_stored(ws: Workspace, case: Case) -> None:
    told = f"他们带走了{Mention(case.son).token}。"
    record = quick.testimony_of(ws, quick.record_testimony(ws, QuickTestimony(told, stored=True)))
    (statement,) = records.show(ws, record or "").nested["statements"].values()
    assert statement["words"] == told


def test_a_draft_of_an_older_program_is_what_was_typed() -> None:
    assert quick.drafted({"text": "a⟦b"}) == "a⟦⟦b"
