"""May it go, and why (not)?"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.alternatives import MOST, alternatives
from desktop.domain.checking import check
from desktop.domain.consent import permits
from desktop.domain.consent_said import conditions
from desktop.domain.consent_scopes import SCOPES, TEAM, WITHOUT_CONSENT, quick_consent
from desktop.domain.consent_second import NOBODY, Second, needs_second
from desktop.domain.permission import Permission, strictest
from desktop.domain.values import Json, Nested
from tests.domain.ids import ITEM, OTHER, PERSON, SECOND_ITEM

DAY = date(2024, 6, 1)
FIRST, SECOND = "1f" * 32, "2e" * 32


def consent(scope: str = "media", state: str | None = "given", /, **more: Json) -> Nested:
    """A consent to one purpose."""
    row: dict[str, Json] = {"scope": scope} if state is None else {"scope": scope, "state": state}
    terms = more.pop("row", {})
    assert isinstance(terms, dict)
    return {"person": PERSON, "scopes": {ITEM: {**row, **terms}}, **more}


def ask(
    *consents: Nested,
    scope: str = "media",
    to: str = "",
    day: date = DAY,
    person: Nested | None = None,
    second: Second = NOBODY,
) -> Permission:
    by_id = dict(zip((FIRST, SECOND), consents, strict=False))
    return permits(by_id, scope, to, day, person=person, second=second)


def guardian(**more: Json) -> dict[str, Json]:
    return {"given_by": "guardian", "giver": OTHER, **more}


def test_who_was_never_asked_is_known_to_our_team_alone() -> None:
    assert ask(scope="internal") == Permission(True, "team_not_asked")
    assert ask(scope="media") == Permission(False, "not_asked")


def test_by_what_is_public_nobody_agreed_to_anything() -> None:
    assert ask(consent("media", basis="consent")).allowed
    assert ask(consent("media", basis="public_source")) == Permission(False, "not_asked", FIRST)
    assert ask(consent("internal", basis="public_source"), scope="internal").allowed


def test_what_ran_out_binds_our_team_whatever_it_was_based_on() -> None:
    over = consent("internal", basis="public_source", expires={"edtf": "2015"})
    assert ask(over, scope="internal") == Permission(False, "expired", FIRST)


def test_a_consent_holds_for_its_own_purpose_alone() -> None:
    assert ask(consent("media")) == Permission(True, "given", FIRST)
    assert ask(consent("media"), scope="publish_named") == Permission(False, "not_asked")


def test_a_row_without_an_answer_has_that_of_the_whole() -> None:
    assert ask(consent("media", None, state="given")).allowed
    assert ask(consent("media", None)) == Permission(False, "not_asked", FIRST)


@pytest.mark.parametrize("state", ["refused", "withdrawn"])
@pytest.mark.parametrize("scope", SCOPES)
def test_a_refusal_or_withdrawal_of_the_whole_holds_for_everything_and_everybody(state: str, scope: str) -> None:
    assert ask(consent(scope, "given", state=state), scope=scope) == Permission(False, state, FIRST)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", ["refused", "withdrawn"])
def test_what_may_not_be_kept_may_not_be_used(state: str) -> None:
    record: Nested = {
        "scopes": {ITEM: {"scope": "record", "state": state}, SECOND_ITEM: {"scope": "media", "state": "given"}}
    }
    assert ask(record) == Permission(False, state, FIRST)  # type: ignore[arg-type]


@pytest.mark.parametrize("state", ["refused", "withdrawn"])
def test_of_several_consents_the_stricter_holds_in_any_order(state: str) -> None:
    yes, no = consent("media"), consent("media", state)
    assert ask(yes, no) == Permission(False, state, SECOND)  # type: ignore[arg-type]
    assert ask(no, yes) == Permission(False, state, FIRST)  # type: ignore[arg-type]


def test_having_not_asked_once_takes_back_nothing_said_at_another_time() -> None:
    assert ask(consent("media", "not_asked"), consent("media")).allowed


@pytest.mark.parametrize(
    ("expires", "allowed"),
    [
        ({"edtf": "2024-06-01"}, True),
        ({"edtf": "2024-05-31"}, False),
        ({"edtf": "2024-06"}, True),
        ({"edtf": "2024"}, False),
        ({"edtf": "[..2030]"}, False),
        ({"words": "明年春节"}, False),
        ({"absent": "unknown"}, True),
        ({}, True),
        ({"edtf": "", "words": "", "calendar": "gregorian"}, True),
        ({"absent": "withheld"}, False),
        ("2030-01-01", False),
        (["2030"], False),
        (20300101, False),
    ],
)
def test_a_consent_runs_out_on_the_first_day_it_may_have_ended(expires: Json, allowed: bool) -> None:
    permission = ask(consent("media", expires=expires))
    assert permission.reason == ("given" if allowed else "expired")


@pytest.mark.parametrize("to", ["Amnesia Weekly", "ａｍｎｅｓｉａ weekly ", "Amnesia\u00a0 Weekly", "明報"])
def test_a_consent_for_named_recipients_holds_for_them(to: str) -> None:
    assert ask(consent(row={"recipients": "Amnesia Weekly、明报"}), to=to).allowed


def test_a_consent_for_named_recipients_holds_for_nobody_else() -> None:
    assert ask(consent(row={"recipients": "Amnesia Weekly"}), to="Weekly") == Permission(False, "recipient", FIRST)


@pytest.mark.parametrize("names", ["Weekly,\u3164", "\u3164", "\u200b"])
def test_a_recipient_whose_name_shows_nothing_is_named_by_nobody(names: str) -> None:
    assert not ask(consent(row={"recipients": names}), to="\u3164").allowed


@pytest.mark.parametrize("names", [{"absent": "withheld"}, {"absent": "declined"}, ["Weekly"], 5])
def test_a_consent_for_recipients_nobody_can_read_holds_for_none(names: Json) -> None:
    assert ask(consent(row={"recipients": names}), to="Weekly") == Permission(False, "recipient", FIRST)


@pytest.mark.parametrize("scope", [None, {"absent": "withheld"}, ["media"]])
@pytest.mark.parametrize("state", ["refused", "withdrawn"])
def test_a_no_of_which_nobody_can_tell_what_for_holds_for_everything(scope: Json, state: str) -> None:
    said: Nested = {
        "state": "given",
        "scopes": {ITEM: {"scope": "media"}, SECOND_ITEM: {"scope": scope, "state": state}},
    }
    assert ask(said).reason == state


def test_consent_that_cannot_be_had_lets_the_team_work_on_and_nobody_else() -> None:
    gone: Nested = {"state": "not_possible"}
    assert ask(gone, scope="internal").reason == "team_not_asked"
    assert ask(gone) == Permission(False, "not_possible", FIRST)


def test_a_consent_to_the_team_that_ran_out_keeps_the_record_here() -> None:
    ended = consent("internal", expires={"edtf": "2023"})
    assert ask(ended, scope="internal") == Permission(False, "expired", FIRST)


@pytest.mark.parametrize(
    "value", ["limited", 5, ["given"], {"absent": "withheld"}, {"absent": "declined"}, {"absent": {}}, {"absent": [""]}]
)
def test_an_answer_of_a_newer_program_is_not_taken_for_a_yes(value: Json) -> None:
    for scope in ("media", "internal"):
        assert not ask({"state": value}, scope=scope).allowed
        assert not ask({"state": "given", "scopes": {ITEM: {"scope": scope, "state": value}}}, scope=scope).allowed


def test_the_childs_refusal_outweighs_the_guardian_and_every_other_consent() -> None:
    refused = consent("internal", **guardian(child_assent="refused"))
    assert ask(refused, consent("internal"), scope="internal") == Permission(False, "child_refused", FIRST)


def test_a_guardians_consent_needs_the_childs() -> None:
    assert ask(consent(**guardian())) == Permission(False, "child_not_asked", FIRST)
    assert ask(consent(**guardian(child_assent="given"))).allowed


NOT_ABLE = guardian(child_assent="not_able", best_interests="她需要治疗")
APPROVED, DECLINED, HELD = Second(approved=frozenset({FIRST})), Second(declined=frozenset({FIRST})), frozenset({FIRST})


@pytest.mark.parametrize(("scope", "allowed"), [("un_confidential", True), ("legal", True), ("publish_anon", False)])
def test_for_a_child_not_able_to_say_the_un_and_the_courts_may_have_it_never_the_public(
    scope: str, allowed: bool
) -> None:
    assert ask(consent(scope, **NOT_ABLE), scope=scope, second=APPROVED).allowed is allowed


def test_for_a_child_not_able_to_say_the_reason_and_a_second_approval_are_needed() -> None:
    unreasoned = consent("legal", **{**NOT_ABLE, "best_interests": " "})
    assert ask(unreasoned, scope="legal", second=APPROVED) == Permission(False, "child_not_able", FIRST)
    named_alone = consent("legal", **NOT_ABLE, second_approval="R2")
    assert ask(named_alone, scope="legal") == Permission(False, "not_approved", FIRST)
    assert ask(named_alone, scope="legal", second=DECLINED) == Permission(False, "approval_declined", FIRST)


MINOR: Nested = {"minor": True}


def test_where_a_guardian_is_held_it_has_to_be_written_who_decided_and_why() -> None:
    said = guardian(child_assent="given")
    held = Second(frozenset({FIRST}), frozenset(), HELD)
    assert ask(consent(**said), person=MINOR).allowed
    assert ask(consent(**said), person=MINOR, second=held) == Permission(False, "guardian_held", FIRST)
    written = consent(**said, giver_reason="狱中授权", best_interests="须就医")
    assert ask(written, person=MINOR, second=Second(held=HELD)).reason == "not_approved"
    assert ask(written, person=MINOR, second=held).allowed


def test_a_representative_speaks_for_a_child_with_reasons_and_a_second_person() -> None:
    said: dict[str, Json] = {"given_by": "representative", "giver": OTHER, "child_assent": "given"}
    assert ask(consent(**said), person=MINOR, second=APPROVED).reason == "no_guardian"
    assert ask(consent(**said, best_interests="须就医"), person=MINOR, second=APPROVED).reason == "guardian_held"
    written = consent(**said, giver_reason="父母在押", best_interests="须就医")
    assert ask(written, person=MINOR).reason == "not_approved"
    assert ask(written, person=MINOR, second=APPROVED).allowed
    assert ask(written, person={"minor": False}, second=APPROVED).reason == "came_of_age"


def unasked(scope: str, **more: Json) -> Nested:
    return consent(scope, None, state="not_possible", **{"reason": "失踪", **more})


def test_what_could_not_be_asked_counts_with_a_reason_and_a_second_person_for_marked_uses_alone() -> None:
    said = unasked("un_confidential")
    assert ask(said, scope="un_confidential", second=APPROVED) == Permission(True, "without_consent", FIRST)
    assert ask(said, scope="un_confidential").reason == "not_approved"
    assert ask(said, scope="un_confidential", second=DECLINED).reason == "approval_declined"
    assert (
        ask(unasked("un_confidential", reason=" "), scope="un_confidential", second=APPROVED).reason == "not_possible"
    )
    for scope in set(SCOPES) - WITHOUT_CONSENT - {"identity_store", "contact"}:
        assert not ask(unasked(scope), scope=scope, second=APPROVED).allowed


def test_a_refusal_outweighs_what_two_people_answer_for() -> None:
    said, no = unasked("un_confidential"), consent("un_confidential", "refused")
    assert ask(said, no, scope="un_confidential", second=APPROVED).reason == "refused"


def test_a_second_person_may_stop_what_needed_none() -> None:
    assert ask(consent(), second=DECLINED) == Permission(False, "approval_declined", FIRST)


def test_at_eighteen_the_guardians_consent_lapses() -> None:
    said = consent(**guardian(child_assent="given"))
    born: Nested = {"birth": {"edtf": "2006-06-02", "words": "", "calendar": "gregorian"}}
    assert ask(said, person=born).allowed
    assert ask(said, person=born, day=date(2024, 6, 2)) == Permission(False, "came_of_age", FIRST)
    some_day: Nested = {"birth": {"edtf": "2006"}}
    assert ask(said, person=some_day).reason == "came_of_age"
    assert ask(said, person={"minor": False}).reason == "came_of_age"
    assert ask(said, person={"birth": {"edtf": "[..2000]"}}).reason == "came_of_age"


def test_an_age_that_was_given_tells_a_child_as_a_birth_does() -> None:
    def aged(age: int) -> Nested:
        return {"age": age, "age_on": {"edtf": "2024-01-05"}}

    assert ask(consent(), person=aged(8)).reason == "no_guardian"
    assert ask(consent(), person=aged(18)).allowed
    assert ask(consent(**guardian(child_assent="given")), person=aged(8)).allowed
    assert ask(consent(**guardian(child_assent="given")), person=aged(17), day=date(2025, 1, 5)).reason == "came_of_age"


@pytest.mark.parametrize(
    ("choice", "team", "media"),
    [("not_asked", True, False), ("keep_only", False, False), ("our_team", True, False), ("as_listed", True, False)],
)
def test_the_four_quick_answers_mean_what_they_say(choice: str, team: bool, media: bool) -> None:
    said = quick_consent(choice)  # type: ignore[arg-type]
    rows = said.get("scopes", [])
    assert isinstance(rows, list)
    kept: Nested = {**said, "scopes": {f"{place:032x}": row for place, row in enumerate(rows)}}
    assert check("consent", kept) == []
    assert (ask(kept, scope="internal").allowed, ask(kept).allowed) == (team, media)


STATES = st.sampled_from(["given", "refused", "withdrawn", "not_asked", "not_possible", None])
CONSENTS = st.builds(
    lambda overall, state, scope, assent, by: {
        "state": overall,
        "child_assent": assent,
        "given_by": by,
        "scopes": {ITEM: {"scope": scope, "state": state}},
    },
    STATES,
    STATES,
    st.sampled_from(["media", "internal", "record"]),
    st.sampled_from([None, "given", "refused", "not_able"]),
    st.sampled_from([None, "self", "guardian"]),
)


@given(st.lists(CONSENTS, max_size=3), st.sampled_from(["media", "internal"]))
def test_only_a_consent_lets_anything_go_to_others(consents: list[Nested], scope: str) -> None:
    permission = permits({str(place): said for place, said in enumerate(consents)}, scope, "", DAY)
    if permission.allowed and SCOPES[scope][1] != TEAM:
        assert permission.consent is not None


@given(
    st.lists(CONSENTS, min_size=1, max_size=3),
    st.sampled_from(["media", "internal"]),
    st.sampled_from(["refused", "withdrawn"]),
)
def test_one_more_refusal_never_loosens(consents: list[Nested], scope: str, state: str) -> None:
    kept = {str(place): said for place, said in enumerate(consents)}
    assert not permits({**kept, "x": {"state": state}}, scope, "", DAY).allowed


def test_the_stricter_of_two_answers_holds() -> None:
    yes, no = Permission(True, "given", FIRST), Permission(False, "withdrawn", SECOND)
    assert strictest([yes, no]) == strictest([no, yes]) == no


def test_no_answer_at_all_is_no_permission() -> None:
    assert strictest([]) == Permission(False, "unclear")


def test_values_in_conflict_are_each_tried() -> None:
    said = consent("media", "given")
    versions = alternatives(said, {f"scopes/{ITEM}/state": ["given", "withdrawn"], "child_assent": ["given", None]})
    assert len(versions) == 4
    assert strictest(permits({FIRST: version}, "media", "", DAY) for version in versions).reason == "withdrawn"


def test_without_conflicts_there_is_one_version() -> None:
    assert alternatives({"state": "given"}, {}) == [{"state": "given"}]


def test_too_many_conflicts_to_tell_are_no_version_at_all() -> None:
    assert alternatives({}, {"state": list(range(MOST + 1))}) == []


def test_trying_a_value_changes_nothing_of_the_record_itself() -> None:
    said = consent("media", "given")
    alternatives(said, {f"scopes/{ITEM}/state": ["refused"]})
    assert said == consent("media", "given")


CHILD = st.sampled_from([{"minor": True}, {"birth": {"edtf": "2010-05"}}, {"birth": {"edtf": "[2008..2012]"}}])


@given(CHILD, st.sampled_from([None, "self", "representative", "family"]))
def test_for_a_child_nobody_but_a_guardian_agrees(person: Nested, by: str | None) -> None:
    said = consent("media", given_by=by, child_assent="given")
    assert ask(said, person=person) == Permission(False, "no_guardian", FIRST)


def test_a_childs_own_yes_lets_the_team_work_on() -> None:
    said = consent("internal", given_by="self")
    assert ask(said, scope="internal", person={"minor": True}) == Permission(True, "team_not_asked")


def test_who_may_have_come_of_age_agrees_alone() -> None:
    assert ask(consent("media", given_by="self"), person={"birth": {"edtf": "2005/2008"}}).allowed


def test_named_recipients_at_one_time_narrow_a_consent_for_anybody_at_another() -> None:
    named = consent("media", row={"recipients": "Harbour Radio"})
    assert ask(consent("media"), named, to="Other Paper") == Permission(False, "recipient", SECOND)
    assert ask(consent("media"), named, to="Harbour Radio").allowed


def test_recipients_named_at_different_times_add_up() -> None:
    first = consent("media", row={"recipients": "Harbour Radio"})
    second = consent("media", row={"recipients": "Other Paper"})
    assert ask(first, second, to="Harbour Radio").allowed
    assert ask(first, second, to="Other Paper").allowed


def over(obtained: str | None = None) -> Nested:
    """A consent that has run out by `DAY`."""
    return consent("media", expires={"edtf": "2023-12-31"}, obtained_on={"edtf": obtained} if obtained else None)


def since(obtained: str | None) -> Nested:
    return consent("media", obtained_on={"edtf": obtained} if obtained else None)


@pytest.mark.parametrize(
    ("ended", "other", "allowed"),
    [
        (over(), since("2024-01-01"), True),
        (over("2022"), since("2023-02"), True),
        (over("2022"), since("2022-07"), False),
        (over(), since("2023-06"), False),
        (over(), since(None), False),
        (over("2022"), since("2021"), False),
        (over("2022-07-01"), since("2022-07-01"), False),
    ],
)
def test_what_has_run_out_is_renewed_only_by_what_was_given_later_for_certain(
    ended: Nested, other: Nested, allowed: bool
) -> None:
    assert ask(ended, other).allowed is allowed


def test_an_answer_nobody_here_can_read_holds_against_a_yes_as_a_no_would() -> None:
    assert ask(consent("media"), consent("media", "of_a_newer_program")) == Permission(False, "unclear", SECOND)


@pytest.mark.parametrize("state", ["refused", "withdrawn"])
def test_a_no_to_a_purpose_of_a_newer_program_holds_for_all_but_our_team(state: str) -> None:
    newer = consent("to_a_museum", state)
    assert ask(consent("media"), newer) == Permission(False, state, SECOND)  # type: ignore[arg-type]
    assert ask(consent("internal"), newer, scope="internal").allowed


@given(st.lists(CONSENTS, max_size=3), CONSENTS)
def test_one_more_consent_for_named_recipients_lets_nobody_else_have_it(consents: list[Nested], more: Nested) -> None:
    kept = {str(place): said for place, said in enumerate(consents)}
    named: Nested = {**more, "scopes": {ITEM: {"scope": "media", "state": "given", "recipients": "Harbour Radio"}}}
    before, after = permits(kept, "media", "", DAY), permits({**kept, "x": named}, "media", "", DAY)
    assert before.allowed >= after.allowed


def test_conditions_are_those_of_the_whole_and_of_the_purpose() -> None:
    said = consent("media", row={"conditions": "After my release"}, conditions="No photograph")
    assert list(conditions(said, "media")) == ["No photograph", "After my release"]
    assert list(conditions(said, "legal")) == []


def test_odd_values_in_a_consent_stop_nobody_from_asking_whether_it_needs_a_second_person() -> None:
    odd: Nested = {"state": "given", "scopes": {ITEM: {"scope": {"absent": "unknown"}, "state": {"absent": "unknown"}}}}
    assert not needs_second(FIRST, odd)
    assert needs_second(FIRST, {**odd, "state": "not_possible", "child_assent": {"absent": "unknown"}})
