"""Taking a consent back: what it would stop, who has something already, and what follows."""

from __future__ import annotations

import pytest

from desktop.casework import consent, erase, records, same_person, withdrawal
from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.errors import Refused
from tests.casework.conftest import Case, Make, introduce
from tests.casework.exchange import handed, preview, received
from tests.casework.shorthand import consented


def codes(scopes: tuple[consent.Scope, ...]) -> set[str]:
    return {scope.code for scope in scopes}


def given(ws: Workspace, person: str, *uses: str) -> str:
    (record,) = consented(ws, person, listed=uses).created
    return record


def reason(ws: Workspace, person: str, scope: str) -> str:
    return consent.permits(ws, person, scope, "", day_of(ws)).reason


def test_a_preview_says_what_stops_and_changes_nothing(ws: Workspace, case: Case) -> None:
    record = given(ws, case.son, "media")
    before = ws.vault.count("consent")
    found = withdrawal.preview_withdrawal(ws, record)
    assert codes(found.stops) == {"record", "identity_store", "contact", "internal", "media"}
    assert ws.vault.count("consent") == before


def test_what_was_for_somebody_named_alone_stops_too(ws: Workspace, case: Case) -> None:
    row = {"scope": "share_partner", "state": "given", "recipients": "Harbour Aid"}
    records.add(ws, "consent", [{"person": case.son, "state": "given", "scopes": [row]}])
    assert "share_partner" in codes(withdrawal.preview_withdrawal(ws, case.son).stops)


def test_of_some_uses_the_others_go_on(ws: Workspace, case: Case) -> None:
    found = withdrawal.preview_withdrawal(ws, given(ws, case.son, "media", "legal"), only=["media"])
    assert codes(found.stops) == {"media"}
    assert "legal" in codes(found.goes_on)


def test_a_list_calls_a_withdrawal_of_some_uses_no_yes(ws: Workspace, case: Case) -> None:
    found = withdrawal.preview_withdrawal(ws, given(ws, case.son, "media", "legal"), only=["media"])
    (record,) = withdrawal.withdraw(ws, found).created
    assert records.show(ws, record).title.endswith("Withdrawn")


def test_one_use_this_program_does_not_know_is_not_everything(ws: Workspace, case: Case) -> None:
    found = withdrawal.preview_withdrawal(ws, given(ws, case.son, "media"), only=["a_use_to_come"])
    withdrawal.withdraw(ws, found)
    assert found.scopes == ("a_use_to_come",)
    assert reason(ws, case.son, "internal") != "withdrawn"


def test_what_may_not_be_kept_may_not_be_used(ws: Workspace, case: Case) -> None:
    found = withdrawal.preview_withdrawal(ws, given(ws, case.son, "media"), only=["record"])
    assert found.goes_on == ()
    withdrawal.withdraw(ws, found)
    assert reason(ws, case.son, "media") == "withdrawn"


def test_where_everything_was_refused_nothing_stops(ws: Workspace, case: Case) -> None:
    records.add(ws, "consent", [{"person": case.son, "state": "refused"}])
    assert withdrawal.preview_withdrawal(ws, case.son).stops == ()


def test_what_went_out_is_told_with_who_has_it(ws: Workspace, make: Make, case: Case) -> None:
    introduce(ws, make("Bao"))
    record = given(ws, case.son)
    handed(ws, case.id, "Bao")
    (held,) = withdrawal.preview_withdrawal(ws, record).sent
    assert held.to == "Bao"


def test_what_went_out_of_somebody_recorded_twice_is_told_at_either_record(
    ws: Workspace, make: Make, case: Case
) -> None:
    introduce(ws, make("Bao"))
    (twin,) = records.add(ws, "person", [{"counting_unit": "individual"}]).created
    same_person.decide(ws, case.son, twin, same_person.SAME)
    given(ws, case.son)
    handed(ws, case.id, "Bao")
    assert [one.to for one in withdrawal.preview_withdrawal(ws, twin).sent] == ["Bao"]


def test_the_day_and_the_words_are_kept_with_it(ws: Workspace, case: Case) -> None:
    day: JSON = {"edtf": "2024-05-03", "words": "2024-05-03", "calendar": "gregorian"}
    found = withdrawal.preview_withdrawal(ws, given(ws, case.son, "media"))
    (record,) = withdrawal.withdraw(ws, found, on=day, words=" 不要再用了⟦ ").created
    nested = records.show(ws, record).nested
    assert nested["obtained_on"] == day
    assert [note["text"] for note in nested["notes"].values()] == ["不要再用了⟦⟦"]


def test_a_withdrawal_with_an_early_day_holds_like_any_other(ws: Workspace, case: Case) -> None:
    record = given(ws, case.son, "media")
    day: JSON = {"edtf": "1999", "words": "1999", "calendar": "gregorian"}
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, record), on=day)
    assert reason(ws, case.son, "media") == "withdrawn"


def test_hand_over_then_keeps_them_back_and_says_why(ws: Workspace, make: Make, case: Case) -> None:
    introduce(ws, make("Bao"))
    record = given(ws, case.son)
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, record))
    (copy,) = preview(ws, case.id, "Bao").copies
    assert {staying.record: staying.reason for staying in copy.staying}[case.son] == "withdrawn"


def test_a_colleague_who_has_it_hears_of_the_withdrawal(ws: Workspace, make: Make, case: Case) -> None:
    bao = make("Bao")
    introduce(ws, bao)
    record = given(ws, case.son, "media")
    received(bao, handed(ws, case.id, "Bao"))
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, record))
    received(bao, handed(ws, case.id, "Bao"))
    assert reason(bao, case.son, "media") == "withdrawn"


def test_a_consent_knows_that_everything_was_taken_back_since(ws: Workspace, case: Case) -> None:
    record = given(ws, case.son, "media")
    assert withdrawal.withdrawn_since(ws, record) is None
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, record))
    since = withdrawal.withdrawn_since(ws, record)
    assert since is not None
    assert since.everything


def test_a_consent_knows_which_of_its_uses_were_taken_back_since(ws: Workspace, case: Case) -> None:
    record = given(ws, case.son, "media", "legal")
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, record, only=["legal", "stats"]))
    since = withdrawal.withdrawn_since(ws, record)
    assert since is not None
    assert codes(since.uses) == {"legal"}


def test_a_record_that_is_nobodys_consent_is_refused(ws: Workspace, case: Case) -> None:
    for record in (case.id, records.add(ws, "consent", [{"state": "given"}]).created[0]):
        with pytest.raises(Refused, match=r"consent\.nobody"):
            withdrawal.preview_withdrawal(ws, record)


def test_an_erased_consent_is_refused(ws: Workspace, case: Case) -> None:
    record = given(ws, case.son, "media")
    erase.erase(ws, erase.preview_erase(ws, record))
    with pytest.raises(Refused, match=r"consent\.nobody"):
        withdrawal.preview_withdrawal(ws, record)
