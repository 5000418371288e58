"""A testimony in three minutes."""

from __future__ import annotations

import pytest

from desktop.casework import quick, records, vaults
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.workspace import Workspace
from desktop.domain.consent_scopes import Choice
from desktop.errors import Refused
from tests.casework.conftest import Case


def kept(ws: Workspace, testimony: QuickTestimony) -> str:
    """The id of the testimony it becomes."""
    found = quick.testimony_of(ws, quick.record_testimony(ws, testimony))
    assert found is not None
    return found


def test_the_words_alone_are_enough(ws: Workspace) -> None:
    record = kept(ws, QuickTestimony("They came at night."))
    (statement,) = records.show(ws, record).nested["statements"].values()
    assert statement["words"] == "They came at night."


def test_nothing_at_all_is_refused(ws: Workspace) -> None:
    with pytest.raises(Refused, match=r"testimony\.empty"):
        quick.record_testimony(ws, QuickTestimony("  \n"))


def test_everything_is_kept_in_one_transaction(ws: Workspace) -> None:
    before = ws.vault.verify().events
    quick.record_testimony(ws, QuickTestimony("Words", speaker=Pick(text="许安"), case=Pick(text="New case")))
    assert ws.vault.verify().events == before + 4


def test_an_unknown_name_makes_a_person_with_aliases_apart(ws: Workspace, case: Case) -> None:
    names = {row.title for row in ws.vault.referring_many([case.son], "name")[case.son]}
    assert names == {"林远", "林小舟"}


def test_a_name_typed_that_is_somebodys_already_means_that_person(ws: Workspace, case: Case) -> None:
    record = kept(ws, QuickTestimony("More", speaker=Pick(text="林秀蘭")))
    assert records.show(ws, record).nested["speaker"] == case.mother


def test_a_name_two_people_have_makes_a_third_to_be_told_apart(ws: Workspace) -> None:
    for _ in range(2):
        (person,) = records.add(ws, "person", [{"sex": "m"}]).created
        records.add(ws, "name", [{"person": person, "full": "陈伟"}])
    record = kept(ws, QuickTestimony("Words", speaker=Pick(text="陈伟")))
    speaker = records.show(ws, record).nested["speaker"]
    assert records.list_records(ws, "person").total == 3
    assert "sex" not in records.show(ws, speaker).nested


def test_a_new_title_makes_a_case_whose_defenders_it_is_about(ws: Workspace, case: Case) -> None:
    nested = records.show(ws, case.id).nested
    assert [item["person"] for item in nested["defenders"].values()] == [case.son]


def test_a_case_chosen_is_used(ws: Workspace, case: Case) -> None:
    record = kept(ws, QuickTestimony("More", case=Pick(case.id)))
    assert records.show(ws, record).nested["case"] == case.id
    assert records.list_records(ws, "case").total == 1


@pytest.mark.parametrize(
    ("choice", "scopes"),
    [
        ("keep_only", {("record", "given"), ("internal", "refused")}),
        ("our_team", {("record", "given"), ("internal", "given")}),
        ("as_listed", {("record", "given"), ("share_partner", "given")}),
    ],
)
def test_what_the_speaker_agreed_to_is_kept_with_the_testimony(
    ws: Workspace, choice: Choice, scopes: set[tuple[str, str]]
) -> None:
    told = QuickTestimony("Words", speaker=Pick(text="许安"), consent=choice, scopes=("share_partner",))
    record = kept(ws, told)
    (consent,) = ws.vault.referring(record, "consent")
    rows = records.show(ws, consent).nested["scopes"].values()
    assert {(row["scope"], row["state"]) for row in rows} == scopes


def test_somebody_who_agreed_and_was_not_named_is_a_person_without_a_name(ws: Workspace) -> None:
    record = kept(ws, QuickTestimony("Words", consent="our_team"))
    speaker = records.show(ws, record).nested["speaker"]
    assert records.show(ws, speaker).title == ws.vault.code(speaker)


def test_brackets_of_our_own_that_somebody_types_stay_text(ws: Workspace) -> None:
    record = kept(ws, QuickTestimony(f"odd \N{MATHEMATICAL LEFT WHITE SQUARE BRACKET}{'a' * 64}⟧"))
    assert not ws.vault.referring("a" * 64)
    from desktop.casework.reading import facts

    shown = [fact.text for fact in facts(ws, "testimony", records.show(ws, record).nested)]
    assert f"odd ⟦{'a' * 64}⟧" in shown


def test_the_draft_is_done_with_the_testimony(ws: Workspace) -> None:
    ws.vault.keep_draft("quick", {"text": "half"})
    quick.record_testimony(ws, QuickTestimony("whole"), draft="quick")
    assert ws.vault.drafts() == ()


def test_somebody_said_to_be_new_is_new_though_another_is_called_so(ws: Workspace, case: Case) -> None:
    record = kept(ws, QuickTestimony("More", speaker=Pick(text="林秀兰", new=True)))
    assert records.show(ws, record).nested["speaker"] != case.mother


def test_a_code_that_is_typed_means_whose_it_is(ws: Workspace, case: Case) -> None:
    record = kept(ws, QuickTestimony("More", speaker=Pick(text=ws.vault.code(case.mother))))
    assert records.show(ws, record).nested["speaker"] == case.mother


def test_words_recorded_while_the_compartment_is_closed_lose_no_name(ws: Workspace) -> None:
    vaults.close_identities(ws)
    record = kept(ws, QuickTestimony("Words", speaker=Pick(text="许安")))
    vaults.open_identities(ws)
    assert records.show(ws, records.show(ws, record).nested["speaker"]).title == "许安"
