"""What people agreed to, and what follows from it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from desktop.casework import consent, records, withdrawal
from desktop.casework.submission_consent import Agreeing, Standing, unanswered
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.mechanisms import MECHANISMS
from desktop.history.revise import revise
from desktop.vault.append import Addition
from tests.casework.conftest import Case
from tests.casework.shorthand import consented


def asked(ws: Workspace, person: str, scope: str, recipient: str = "") -> tuple[bool, str]:
    """The answer for today."""
    said = consent.permits(ws, person, scope, recipient, today(ws))
    return said.allowed, said.reason


def today(ws: Workspace) -> date:
    return datetime.fromtimestamp(ws.clock(), UTC).date()


def test_who_was_never_asked_may_be_worked_on_by_our_team_and_given_to_nobody(ws: Workspace, case: Case) -> None:
    assert asked(ws, case.son, "internal") == (True, "team_not_asked")
    assert asked(ws, case.son, "share_partner") == (False, "not_asked")


def test_what_was_agreed_to_is_allowed(ws: Workspace, case: Case) -> None:
    consented(ws, case.son, listed=("share_partner",))
    assert asked(ws, case.son, "share_partner") == (True, "given")


def test_consent_to_be_kept_only_says_no_to_the_team(ws: Workspace, case: Case) -> None:
    consented(ws, case.son, "keep_only")
    assert asked(ws, case.son, "internal") == (False, "refused")


def test_a_withdrawal_outweighs_what_was_given(ws: Workspace, case: Case) -> None:
    consented(ws, case.son, listed=("share_partner", "media"))
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.son))
    assert asked(ws, case.son, "media") == (False, "withdrawn")


def test_one_scope_can_be_withdrawn_alone(ws: Workspace, case: Case) -> None:
    consented(ws, case.son, listed=("share_partner", "media"))
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.son, only=["media"]))
    assert asked(ws, case.son, "media") == (False, "withdrawn")
    assert asked(ws, case.son, "share_partner") == (True, "given")


def test_a_deleted_consent_does_not_count(ws: Workspace, case: Case) -> None:
    (record,) = consented(ws, case.son, listed=("media",)).created
    records.delete(ws, record)
    assert asked(ws, case.son, "media") == (False, "not_asked")


def test_how_it_stands_is_told_scope_by_scope(ws: Workspace, case: Case) -> None:
    consented(ws, case.son, listed=("media",))
    told = {state.scope.code: state.allowed for state in consent.consents_of(ws, case.son)}
    assert told["media"]
    assert not told["publish_named"]
    assert set(told) == {scope.code for scope in consent.scopes(ws)}


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_every_scope_has_a_label(ws: Workspace, language: str) -> None:
    assert all(scope.label for scope in consent.scopes(ws.speaking(language)))


def in_conflict(ws: Workspace, record: str, path: str, *values: JSON) -> None:
    """Our own hand, on two machines, said several things of one field, none knowing of the others."""
    base = ws.vault.state(record)
    sides = [revise(base, base.kind, {path: value}, ws.vault.signing, ws.clock()) for value in values]
    ws.vault.append([Addition(revision, opening) for revision, opening in sides])


def test_two_consents_whose_end_is_in_conflict_do_not_rescue_each_other(ws: Workspace, case: Case) -> None:
    for _ in range(2):
        (record,) = consented(ws, case.son, listed=("media",)).created
        in_conflict(ws, record, "expires", {"edtf": "2020-01-01"}, {"edtf": "2099-01-01"})
    assert asked(ws, case.son, "media") == (False, "expired")


def test_a_birth_in_conflict_is_read_the_stricter_way(ws: Workspace, case: Case) -> None:
    (record,) = consented(ws, case.son, listed=("media",)).created
    records.edit(ws, record, {"given_by": "guardian", "child_assent": "given"})
    records.edit(ws, case.son, {"birth": {"edtf": "2015", "words": "2015"}, "minor": True})
    assert asked(ws, case.son, "media") == (True, "given")
    in_conflict(ws, case.son, "birth", {"edtf": "1990", "words": "1990"}, {"edtf": "2015", "words": "2015"})
    assert asked(ws, case.son, "media") == (False, "came_of_age")


def given_on(ws: Workspace, person: str, day: str, **more: JSON) -> str:
    (record,) = consented(ws, person, listed=("media",)).created
    records.edit(ws, record, {"obtained_on": {"edtf": day, "words": day}, **more})
    return record


def test_a_renewal_whose_day_is_in_conflict_renews_nothing(ws: Workspace, case: Case) -> None:
    given_on(ws, case.son, "2019", expires={"edtf": "2020-01-01", "words": "2020-01-01"})
    renewal = given_on(ws, case.son, "2021")
    assert asked(ws, case.son, "media") == (True, "given")
    in_conflict(ws, renewal, "obtained_on", {"edtf": "2021"}, {"edtf": "2018"})
    assert asked(ws, case.son, "media") == (False, "expired")


def test_of_two_ends_in_conflict_a_renewal_has_to_come_after_the_later(ws: Workspace, case: Case) -> None:
    ended = given_on(ws, case.son, "2019", expires={"edtf": "2020-01-01", "words": "2020-01-01"})
    records.edit(ws, ended, {"obtained_on": None})
    given_on(ws, case.son, "2021")
    assert asked(ws, case.son, "media") == (True, "given")
    in_conflict(ws, ended, "expires", {"edtf": "2022-01-01"}, {"edtf": "2020-06-01"})
    assert asked(ws, case.son, "media") == (False, "expired")


def of_media(ws: Workspace, record: str) -> str:
    """The item of a consent that is about the media."""
    rows = records.show(ws, record).nested["scopes"]
    return str(next(item for item, row in rows.items() if row["scope"] == "media"))


def test_a_recipient_in_conflict_narrows_another_consent(ws: Workspace, case: Case) -> None:
    first = given_on(ws, case.son, "2024")
    in_conflict(ws, first, f"scopes/{of_media(ws, first)}/recipients", "Harbour Radio", None)
    second = given_on(ws, case.son, "2024")
    records.edit(ws, second, {"scopes": {of_media(ws, second): {"recipients": "Other Paper"}}})
    assert consent.permits(ws, case.son, "media", "Harbour Radio", today(ws)).allowed is False


def answered(ws: Workspace, person: str, **answers: str) -> None:
    """A consent with an answer to each of these uses."""
    rows = [{"scope": scope, "state": answer} for scope, answer in answers.items()]
    records.add(ws, "consent", [{"person": person, "state": "given", "scopes": rows}])


def standing(ws: Workspace, person: str) -> Standing:
    """How it stands with somebody a special procedures form is for."""
    return Agreeing(ws, consent.Asking(ws, today(ws)), MECHANISMS["SP_SUBMISSION"]).standing(person)


def replies(ws: Workspace, person: str) -> tuple[str, ...]:
    """To both questions of the UN: to the Government, in public reports."""
    return tuple(answer.said for answer in standing(ws, person).answers)


def test_r_con_02_each_named_person_has_to_answer_both_questions_of_the_un(ws: Workspace, case: Case) -> None:
    answered(ws, case.son, un_to_gov="given", un_public="refused")
    answered(ws, case.mother, un_to_gov="given")
    ((who, asked_for),) = unanswered([standing(ws, case.son), standing(ws, case.mother)])
    question = (
        "Victim or representative aware and agrees that the letter with names appears in SP public reports and online "
        "database [Yes/No]"
    )
    assert (who.person, asked_for.question) == (case.mother, question)
    answered(ws, case.mother, un_public="given")
    assert replies(ws, case.son) == ("yes", "no")
    assert replies(ws, case.mother) == ("yes", "yes")


def test_a_child_too_young_to_say_is_not_named_and_holds_nothing_up(ws: Workspace, case: Case) -> None:
    records.edit(ws, case.son, {"minor": True})
    said = {"state": "given", "given_by": "guardian", "child_assent": "not_able", "best_interests": "须报告"}
    rows = [{"scope": "un_to_gov"}, {"scope": "un_public"}]
    records.add(ws, "consent", [{"person": case.son, "scopes": rows, **said}])
    assert replies(ws, case.son) == ("no", "no")
