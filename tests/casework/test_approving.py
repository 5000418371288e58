"""A second person's word: who may give it, of which wording, and what forging it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from desktop.casework import approving, consent, contacts, family, records, submission
from desktop.casework.approved import wording
from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.errors import Refused
from tests.casework.conftest import Case
from tests.casework.exchange import arriving, handed, received
from tests.casework.forging import forged, packed

UNASKED = {"state": "not_possible", "reason": "失踪三个月，无法联系"}
NOT_ABLE = {
    "state": "given",
    "given_by": "guardian",
    "child_assent": "not_able",
    "best_interests": "不报告，孩子就无人过问",
}


def kept(ws: Workspace, person: str, values: Mapping[str, JSON], *uses: str) -> str:
    """A consent of theirs for these uses."""
    rows = [{"scope": use} for use in uses]
    return str(records.add(ws, "consent", [{"person": person, "scopes": rows, **values}]).created[0])


def asked(ws: Workspace, person: str, scope: str) -> tuple[bool, str]:
    said = consent.permits(ws, person, scope, "", day_of(ws))
    return said.allowed, said.reason


def back_and_forth(
    ws: Workspace, other: Workspace, case: Case, record: str, decision: approving.Decision, reason: str = ""
) -> None:
    """We hand the case over, the colleague decides, their next transfer brings it back."""
    received(other, handed(ws, case.id, "Bao"))
    approving.approve(other, record, decision, reason)
    received(ws, handed(other, case.id, "Anna"))


def test_r_con_06_cannot_be_obtained_counts_with_a_reason_a_second_person_and_for_marked_uses_alone(
    ws: Workspace, bao: Workspace, case: Case
) -> None:
    record = kept(ws, case.son, UNASKED, "un_confidential", "publish_anon")
    assert asked(ws, case.son, "un_confidential") == (False, "not_approved")
    received(bao, handed(ws, case.id, "Bao"))
    (found,) = approving.waiting(bao)
    assert (found.consent, found.why[0][1]) == (record, "失踪三个月，无法联系")
    approving.approve(bao, record, "approved")
    assert approving.waiting(bao) == ()
    received(ws, handed(bao, case.id, "Anna"))
    assert asked(ws, case.son, "un_confidential") == (True, "without_consent")
    assert asked(ws, case.son, "publish_anon") == (False, "not_possible")
    assert approving.standing(ws, record).by == "Bao"


def test_r_con_06_what_was_done_to_somebody_who_cannot_be_asked_goes_where_a_second_person_approved_it(
    ws: Workspace, bao: Workspace, case: Case
) -> None:
    (act,) = family.add_act(ws, case.id, {"type": "B.09", "victim": case.son}).created
    (form,) = submission.start(ws, "SP_SUBMISSION", case.id, [case.son]).created
    record = kept(ws, case.son, UNASKED, "un_confidential")
    assert act in {one.record for one in submission.preview(ws, form).left_out}
    back_and_forth(ws, bao, case, record, "approved")
    assert submission.preview(ws, form).left_out == ()


def test_r_con_06_without_a_written_reason_nobody_can_approve_it(ws: Workspace, bao: Workspace, case: Case) -> None:
    record = kept(ws, case.son, {"state": "not_possible"}, "un_confidential")
    received(bao, handed(ws, case.id, "Bao"))
    with pytest.raises(Refused, match=r"approval\.lacks"):
        approving.approve(bao, record, "approved")
    assert asked(ws, case.son, "un_confidential") == (False, "not_possible")
    assert approving.standing(ws, record).state == "lacks"


def test_r_con_05_a_child_not_able_to_say_goes_to_the_un_in_confidence_and_to_courts_never_to_the_public(
    ws: Workspace, bao: Workspace, case: Case
) -> None:
    records.edit(ws, case.son, {"minor": True})
    uses = ("un_confidential", "legal", "publish_anon", "un_public")
    record = kept(ws, case.son, {**NOT_ABLE, "second_approval": "B"}, *uses)
    assert {asked(ws, case.son, use)[0] for use in uses} == {False}  # a name in a field approves nothing
    back_and_forth(ws, bao, case, record, "approved")
    assert [asked(ws, case.son, use)[0] for use in uses] == [True, True, False, False]


def test_r_con_05_where_the_guardian_is_held_who_decided_and_why_is_written_and_approved(
    ws: Workspace, bao: Workspace, case: Case
) -> None:
    records.edit(ws, case.son, {"minor": True})
    said = {"state": "given", "given_by": "guardian", "giver": case.mother, "child_assent": "given"}
    record = kept(ws, case.son, said, "un_confidential")
    assert asked(ws, case.son, "un_confidential") == (True, "given")
    records.edit(ws, case.mother, {"status": "held"})
    assert asked(ws, case.son, "un_confidential") == (False, "guardian_held")
    records.edit(ws, record, {"giver_reason": "在押前口头委托", "best_interests": "须尽快就医"})
    assert asked(ws, case.son, "un_confidential") == (False, "not_approved")
    back_and_forth(ws, bao, case, record, "approved")
    assert asked(ws, case.son, "un_confidential") == (True, "given")


def test_whoever_wrote_a_consent_cannot_approve_it(ws: Workspace, case: Case) -> None:
    record = kept(ws, case.son, UNASKED, "un_confidential")
    assert approving.waiting(ws) == ()
    with pytest.raises(Refused, match=r"approval\.own"):
        approving.approve(ws, record, "approved")


def approval(ws: Workspace, record: str) -> dict[str, JSON]:
    """An approval of a consent as it reads now."""
    return {"of": record, "decision": "approved", "wording": wording(ws.vault.state(record))}


def test_an_approval_by_the_key_that_wrote_the_consent_counts_for_nothing(ws: Workspace, case: Case) -> None:
    record = kept(ws, case.son, UNASKED, "un_confidential")
    records.add(ws, "approval", [approval(ws, record)])
    assert asked(ws, case.son, "un_confidential") == (False, "not_approved")


@pytest.mark.parametrize("standing", ["unverified", "not_our_team", "forgotten"])
def test_an_approval_by_a_key_that_is_no_verified_colleagues_counts_for_nothing(
    ws: Workspace, bao: Workspace, case: Case, standing: str
) -> None:
    record = kept(ws, case.son, UNASKED, "un_confidential")
    received(ws, packed(bao, ws, [forged(bao, "approval", approval(ws, record))]))
    assert asked(ws, case.son, "un_confidential") == (True, "without_consent")
    known = contacts.kept_contact(ws, contacts.resolve_contact(ws, "Bao").id)
    if standing == "forgotten":
        ws.vault.contacts.drop(known.signing)
    else:
        ws.vault.contacts.keep(replace(known, verified=standing != "unverified", team=standing != "not_our_team"))
    assert asked(ws, case.son, "un_confidential") == (False, "not_approved")


def test_an_approval_of_an_older_wording_counts_for_nothing(ws: Workspace, bao: Workspace, case: Case) -> None:
    record = kept(ws, case.son, UNASKED, "un_confidential")
    back_and_forth(ws, bao, case, record, "approved")
    records.edit(ws, record, {"reason": "仍无法联系"})
    assert asked(ws, case.son, "un_confidential") == (False, "not_approved")
    assert approving.standing(ws, record).state == "outdated"
    back_and_forth(ws, bao, case, record, "approved")
    assert asked(ws, case.son, "un_confidential") == (True, "without_consent")


def test_a_declined_approval_blocks_and_says_why(ws: Workspace, bao: Workspace, case: Case) -> None:
    record = kept(ws, case.son, UNASKED, "un_confidential")
    received(bao, handed(ws, case.id, "Bao"))
    with pytest.raises(Refused, match=r"approval\.no_reason"):
        approving.approve(bao, record, "declined")
    back_and_forth(ws, bao, case, record, "declined", "他的姐姐联系得上")
    assert asked(ws, case.son, "un_confidential") == (False, "approval_declined")
    standing = approving.standing(ws, record)
    assert (standing.state, standing.by, standing.reason) == ("declined", "Bao", "他的姐姐联系得上")


def test_who_approved_may_change_their_mind(ws: Workspace, bao: Workspace, case: Case) -> None:
    record = kept(ws, case.son, UNASKED, "un_confidential")
    back_and_forth(ws, bao, case, record, "approved")
    back_and_forth(ws, bao, case, record, "declined", "情况变了")
    assert asked(ws, case.son, "un_confidential") == (False, "approval_declined")


def test_nobody_who_changed_a_consent_may_approve_it_whoever_began_it(
    ws: Workspace, bao: Workspace, case: Case
) -> None:
    record = kept(ws, case.son, UNASKED, "un_confidential")
    received(bao, handed(ws, case.id, "Bao"))
    records.edit(bao, record, {"reason": "据说在押"})
    with pytest.raises(Refused, match=r"approval\.own"):
        approving.approve(bao, record, "approved")


def test_who_puts_back_what_a_consent_said_before_it_was_withdrawn_wrote_it(
    ws: Workspace, bao: Workspace, case: Case
) -> None:
    record = kept(ws, case.son, UNASKED, "un_confidential")
    received(bao, handed(ws, case.id, "Bao"))
    records.edit(ws, record, {"state": "withdrawn"})
    received(bao, handed(ws, case.id, "Bao"))
    records.edit(bao, record, {"state": "not_possible"})
    with pytest.raises(Refused, match=r"approval\.own"):
        approving.approve(bao, record, "approved")


def test_who_took_a_colleagues_consent_over_unchanged_may_approve_it(ws: Workspace, bao: Workspace, case: Case) -> None:
    record = kept(ws, case.son, UNASKED, "un_confidential")
    package = handed(ws, case.id, "Bao")
    received(bao, package, [one.id for one in arriving(bao, package).decisions])
    assert asked(bao, case.son, "un_confidential") == (False, "not_approved")
    approving.approve(bao, record, "approved")
    assert asked(bao, case.son, "un_confidential") == (True, "without_consent")


def test_a_second_person_is_told_of_uses_that_are_only_for_when_it_cannot_wait(
    ws: Workspace, bao: Workspace, case: Case
) -> None:
    kept(ws, case.son, UNASKED, "internal", "un_confidential")
    received(bao, handed(ws, case.id, "Bao"))
    (found,) = approving.waiting(bao)
    assert [use.code for use in found.uses] == ["internal", "un_confidential"]
    assert [use.code for use in found.urgent] == ["un_confidential"]


def test_a_consent_that_needs_nobody_else_is_not_approved(ws: Workspace, bao: Workspace, case: Case) -> None:
    record = kept(ws, case.son, {"state": "given"}, "media")
    received(bao, handed(ws, case.id, "Bao"))
    with pytest.raises(Refused, match=r"approval\.not_needed"):
        approving.approve(bao, record, "approved")


def test_what_somebody_put_in_place_of_a_word_approves_nothing(ws: Workspace, bao: Workspace, case: Case) -> None:
    record = kept(ws, case.son, UNASKED, "un_confidential")
    odd = {**approval(ws, record), "decision": {"absent": "unknown"}}
    received(ws, packed(bao, ws, [forged(bao, "approval", odd)]))
    assert asked(ws, case.son, "un_confidential") == (False, "not_approved")


def test_what_changed_since_it_was_shown_is_not_signed(ws: Workspace, bao: Workspace, case: Case) -> None:
    record = kept(ws, case.son, UNASKED, "un_confidential")
    received(bao, handed(ws, case.id, "Bao"))
    (found,) = approving.waiting(bao)
    records.edit(ws, record, {"reason": "另有理由"})
    received(bao, handed(ws, case.id, "Bao"))
    with pytest.raises(Refused, match=r"approval\.changed"):
        approving.approve(bao, record, "approved", shown=found.wording)
    assert approving.waiting(bao) != ()
