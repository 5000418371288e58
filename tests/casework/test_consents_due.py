"""Consents to see to, and the table of who agreed to what."""

from __future__ import annotations

import pytest

from desktop.casework import (
    approving,
    asking_again,
    consent_matrix,
    consents_due,
    records,
    same_person,
    withdrawal,
)
from desktop.casework.workspace import JSON, Workspace, day_of
from tests.casework.conftest import Case
from tests.conftest import Clock

DAY = 86400


def agreed(ws: Workspace, person: str, *scopes: str, **more: JSON) -> str:
    rows = [{"scope": scope} for scope in scopes]
    return str(records.add(ws, "consent", [{"person": person, "state": "given", "scopes": rows, **more}]).created[0])


def on(day: str) -> JSON:
    return {"edtf": day, "words": day, "calendar": "gregorian"}


def told(ws: Workspace) -> list[tuple[str, str]]:
    return [(one.consent, one.why) for one in consents_due.due(ws)]


def test_r_con_04_a_consent_running_out_and_one_to_ask_again_are_listed(
    ws: Workspace, case: Case, clock: Clock
) -> None:
    ends = agreed(ws, case.son, "media", expires=on("2025-07-10"))
    again = agreed(ws, case.mother, "media", review_on=on("2025-07-01"))
    assert told(ws) == [(ends, "ends")]  # it is June 15
    clock.tick(20 * DAY)
    assert told(ws) == [(again, "ask_again"), (ends, "ends")]
    clock.tick(20 * DAY)
    assert told(ws)[0] == (ends, "ended")
    agreed(ws, case.mother, "media", obtained_on=on("2025-07-20"))
    assert told(ws) == [(ends, "ended")]


def test_who_is_to_be_asked_again_is_listed_until_there_is_an_answer(ws: Workspace, case: Case, clock: Clock) -> None:
    again = agreed(ws, case.mother, "media", review_on=on("2025-07-01"))
    clock.tick(20 * DAY)
    begun = records.add(ws, "consent", [asking_again.begun(ws, again).nested]).created[0]
    assert told(ws) == [(again, "ask_again")]
    records.edit(ws, begun, {"state": "given"})
    assert told(ws) == []


def test_a_consent_that_ran_out_says_until_when_it_held_and_whether_they_were_asked_again(
    ws: Workspace, case: Case
) -> None:
    over = agreed(ws, case.son, "media", expires=on("2025-03-08"), obtained_on=on("2024-01-01"))
    assert consents_due.run_out(ws, agreed(ws, case.mother, "media", expires=on("2030-01-01"))) is None
    found = consents_due.run_out(ws, over)
    assert found is not None
    assert (found.until, found.renewed) == ("8 March 2025", False)
    agreed(ws, case.son, "media", obtained_on=on("2025-06-01"))
    found = consents_due.run_out(ws, over)
    assert found is not None
    assert found.renewed
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.son))
    assert consents_due.run_out(ws, over) is None


def test_r_con_05_at_eighteen_a_guardians_consent_lapses_and_the_person_is_to_be_asked(
    ws: Workspace, case: Case, clock: Clock
) -> None:
    records.edit(ws, case.son, {"birth": on("2007-07-01"), "minor": None})
    record = agreed(ws, case.son, "media", given_by="guardian", child_assent="given")
    assert told(ws) == []
    clock.tick(20 * DAY)
    assert told(ws) == [(record, "came_of_age")]


def test_who_took_everything_back_is_not_to_be_asked_again(ws: Workspace, case: Case, clock: Clock) -> None:
    agreed(ws, case.son, "media", review_on=on("2025-06-01"))
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.son))
    assert told(ws) == []


def test_a_table_tells_for_everybody_of_a_case_each_use_with_its_reason_and_its_end(ws: Workspace, case: Case) -> None:
    record = agreed(ws, case.son, "media", expires=on("2030-01-01"))
    rows = [{"scope": "share_partner", "recipients": "Harbour Radio"}]
    records.add(ws, "consent", [{"person": case.mother, "state": "given", "scopes": rows}])
    found = consent_matrix.matrix_of(ws, case.id)
    answers = {(row.person, one.scope.code): one for row in found.rows for one in row.answers}
    media = answers[case.son, "media"]
    assert (media.mark, media.why, media.until, media.consent) == ("yes", "Consent was given", "1 January 2030", record)
    partner = answers[case.mother, "share_partner"]
    assert (partner.mark, partner.only_to) == ("some", "Harbour Radio")
    assert answers[case.mother, "media"].mark == "open"
    assert answers[case.son, "internal"].mark == "team"
    assert [one.scope for one in found.rows[0].answers] == list(found.scopes)


def test_somebody_recorded_twice_stands_in_the_table_once_with_the_stricter_of_both_answers(
    ws: Workspace, case: Case
) -> None:
    twin = records.add(ws, "person", [{"remarks": "x"}]).created[0]
    same_person.decide(ws, case.son, twin, same_person.SAME)
    agreed(ws, case.son, "media")
    records.edit(ws, case.id, {"defenders": [{"person": case.son}, {"person": twin}]})
    found = [row for row in consent_matrix.matrix_of(ws, case.id).rows if row.person in (case.son, twin)]
    assert [(row.person, row.also) for row in found] == [(case.son, (ws.vault.code(twin),))]
    media = next(one for one in found[0].answers if one.scope.code == "media")
    assert media.mark == "open"
    assert media.apart == (
        (ws.vault.code(case.son), "Consent was given"),
        (ws.vault.code(twin), "Not asked for this purpose"),
    )


@pytest.mark.parametrize("language", ["en", "zh_Hans"])
def test_the_table_has_the_two_questions_of_the_un_word_for_word(ws: Workspace, case: Case, language: str) -> None:
    (row,) = consent_matrix.matrix_of(ws.speaking(language), case.son).rows
    assert {one.scope.code for one in row.answers if one.question} == {"un_to_gov", "un_public"}


def test_nothing_waits_for_whoever_works_alone(ws: Workspace, case: Case) -> None:
    records.add(ws, "consent", [{"person": case.son, "state": "not_possible", "reason": "失踪"}])
    assert approving.count_waiting(ws) == 0


def test_a_consent_asked_again_begins_with_what_was_agreed_to_and_says_yes_to_nothing(
    ws: Workspace, case: Case
) -> None:
    rows = [{"scope": "media", "state": "given", "recipients": "Harbour Radio"}, {"scope": "publish"}]
    rows.append({"scope": "court", "state": "refused"})
    earlier = records.add(ws, "consent", [{"person": case.son, "state": "given", "scopes": rows}]).created[0]
    before = records.show(ws, earlier).nested
    begun = asking_again.begun(ws, earlier)
    assert (begun.code, begun.nested["person"]) == (ws.vault.code(earlier), case.son)
    uses = [{name: value for name, value in row.items() if name != "order"} for row in begun.nested["scopes"].values()]
    assert uses == [{"scope": "media", "recipients": "Harbour Radio"}, {"scope": "publish"}]
    assert begun.nested["obtained_on"]["edtf"] == day_of(ws).isoformat()
    records.add(ws, "consent", [begun.nested])
    assert records.show(ws, earlier).nested == before
    assert told(ws) == []
