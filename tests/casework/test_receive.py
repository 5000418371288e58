"""Receiving packages: look, choose, merge; twice changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.casework import (
    conflicts,
    consent,
    contacts,
    erase,
    evidence,
    family,
    handoff,
    receive,
    records,
    verify,
    withdrawal,
)
from desktop.casework.handoff import Handoff
from desktop.casework.workspace import Workspace, day_of
from desktop.errors import JiashuError, Refused
from tests.casework.conftest import Case, Make, introduce, told
from tests.casework.exchange import arriving, handed, received
from tests.casework.shorthand import consented, how_many
from tests.measured import MIB, room


@pytest.fixture
def shared_case(ws: Workspace, bao: Workspace, case: Case) -> Case:
    """The case, which both have."""
    received(bao, handed(ws, case.id, "Bao"))
    return case


def heads(ws: Workspace) -> dict[str, tuple[str, ...]]:
    """Every record of the list with its heads."""
    kinds = how_many(ws)
    rows = [row for kind in kinds for row in records.list_records(ws, kind, deleted=True).rows]
    return {row.id: ws.vault.state(row.id).heads for row in rows}


def decisions(ws: Workspace, file: Path) -> list[str]:
    return [decision.what for decision in arriving(ws, file).decisions]


def test_a_case_arrives_whole_with_names(ws: Workspace, bao: Workspace, case: Case) -> None:
    done = received(bao, handed(ws, case.id, "Bao"))
    assert (done.new, done.conflicts) == (8, 0)
    assert records.show(bao, case.testimony).title == records.show(ws, case.testimony).title


def test_a_preview_tells_on_which_condition_somebody_agreed_as_long_as_it_is_news(
    ws: Workspace, bao: Workspace, case: Case
) -> None:
    (record,) = ws.vault.referring(case.mother, "consent")
    records.edit(ws, record, {"conditions": "Never name the village"})
    file = handed(ws, case.id, "Bao")
    assert [(one.name, one.words) for one in arriving(bao, file).conditions] == [("林秀兰", "Never name the village")]
    received(bao, file)
    assert arriving(bao, file).conditions == ()


def test_a_preview_keeps_nothing(ws: Workspace, bao: Workspace, case: Case) -> None:
    arriving(bao, handed(ws, case.id, "Bao"))
    assert sum(how_many(bao).values()) == 0


@pytest.mark.slow
def test_a_large_package_is_looked_at_and_taken_one_record_after_the_other(ws: Workspace, bao: Workspace) -> None:
    words = "x" * MIB + "😀"  # four bytes a character once parsed
    case = records.save(ws, "case", None, {"title": "a"}).created[0]
    for _ in range(24):
        family.add_act(ws, case, {"type": "F.02", "summary": words})
    file = handed(ws, case, "Bao")
    assert room(lambda: received(bao, file)) < 80 * MIB  # 24 that came; parsed they are 100, and that more than once


def test_a_preview_calls_people_by_the_names_that_arrive(ws: Workspace, bao: Workspace, case: Case) -> None:
    titles = {one.record: one.title for one in arriving(bao, handed(ws, case.id, "Bao")).arriving}
    assert titles[case.son] == "林远"


@pytest.mark.fault(18)
def test_fault_18_the_second_arrival_changes_nothing(ws: Workspace, bao: Workspace, case: Case) -> None:
    file = handed(ws, case.id, "Bao")
    received(bao, file)
    before, events = heads(bao), bao.vault.verify().events
    again = arriving(bao, file)
    assert again.nothing_new
    done = receive.receive(bao, again)
    assert (done.new, done.merged, bool(done.changes)) == (0, 0, False)
    assert (heads(bao), bao.vault.verify().events) == (before, events)


@pytest.mark.fault(18)
def test_fault_18_an_older_package_never_overwrites_what_came_later(ws: Workspace, bao: Workspace, case: Case) -> None:
    older = handed(ws, case.id, "Bao")
    records.edit(ws, case.id, {"title": "Newer"})
    received(bao, handed(ws, case.id, "Bao"))
    received(bao, older)
    assert records.show(bao, case.id).title == "Newer"


@pytest.mark.fault(18)
def test_fault_18_an_unknown_signer_is_kept_out_until_the_card_is_taken(make: Make, ws: Workspace, case: Case) -> None:
    bao = make("Bao")
    introduce(ws, bao)
    contacts.forget(bao, contacts.resolve_contact(bao, "Anna").id)
    file = handed(ws, case.id, "Bao")
    preview = arriving(bao, file)
    assert preview.signer_card is not None
    with pytest.raises(Refused, match=r"package\.unknown_signer"):
        receive.receive(bao, preview)
    assert sum(how_many(bao).values()) == 0
    contacts.add_card(bao, preview.signer_card)
    assert received(bao, file).new == 8


@pytest.mark.fault(18)
def test_fault_18_a_package_sealed_anew_by_somebody_else_is_not_taken_for_the_signers(
    make: Make, ws: Workspace, bao: Workspace, case: Case
) -> None:
    eve = make("Eve")
    introduce(eve, bao)
    contacts.rename_own(eve, "Anna")
    contacts.forget(bao, contacts.resolve_contact(bao, "Eve").id)
    theirs = told(eve)
    preview = arriving(bao, handed(eve, theirs.id, "Bao"))
    assert (preview.signer, preview.signer_known) == ("Anna", False)
    assert preview.signer_card is not None
    assert preview.signer_card.standing == "changed_key"


@pytest.mark.fault(18)
@pytest.mark.parametrize("place", [20, 400, -400, -1])
def test_fault_18_an_altered_package_is_refused_whole(ws: Workspace, bao: Workspace, case: Case, place: int) -> None:
    file = handed(ws, case.id, "Bao")
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    with pytest.raises(JiashuError):
        arriving(bao, file)
    assert sum(how_many(bao).values()) == 0


@pytest.mark.fault(18)
def test_fault_18_two_packages_spliced_are_refused(ws: Workspace, bao: Workspace, case: Case) -> None:
    first, second = (handed(ws, case.id, "Bao").read_bytes() for _ in range(2))
    spliced = ws.vault.folder.parent / "spliced.age"
    spliced.write_bytes(first[: len(first) // 2] + second[len(second) // 2 :])
    with pytest.raises(JiashuError):
        arriving(bao, spliced)


@pytest.mark.parametrize("content", [b"", b"age-encryption.org/v1\n", b"PK\x03\x04", bytes(100_000)])
def test_what_is_no_package_is_refused(bao: Workspace, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(JiashuError):
        arriving(bao, tmp_path / "x")


def test_a_file_exchanged_between_preview_and_merging_is_noticed(
    ws: Workspace, bao: Workspace, case: Case, tmp_path: Path
) -> None:
    (tmp_path / "n.txt").write_text("a notice")
    evidence.attach(ws, case.id, tmp_path / "n.txt")
    file = handed(ws, case.id, "Bao")
    preview = arriving(bao, file)
    file.write_bytes(handed(ws, case.id, "Bao").read_bytes())
    with pytest.raises(JiashuError, match=r"package\.changed"):
        receive.receive(bao, preview)
    assert sum(how_many(bao).values()) == 0


def test_edits_of_different_fields_merge(ws: Workspace, bao: Workspace, shared_case: Case) -> None:
    records.edit(ws, shared_case.id, {"title": "From Anna"})
    records.edit(bao, shared_case.id, {"status": "closed"})
    done = received(ws, handed(bao, shared_case.id, "Anna"))
    nested = records.show(ws, shared_case.id).nested
    assert (nested["title"], nested["status"], done.conflicts) == ("From Anna", "closed", 0)


def test_a_true_conflict_is_told_before_and_kept_until_settled(
    ws: Workspace, bao: Workspace, shared_case: Case
) -> None:
    records.edit(ws, shared_case.id, {"title": "From Anna"})
    records.edit(bao, shared_case.id, {"title": "From Bao"})
    file = handed(bao, shared_case.id, "Anna")
    (told_before,) = [one for one in arriving(ws, file).arriving if one.conflicts]
    assert told_before.conflicts == ("Title",)
    received(ws, file)
    (conflict,) = conflicts.open_conflicts(ws)
    assert {(side.author, side.text) for side in conflict.sides} == {("", "From Anna"), ("Bao", "From Bao")}


def test_saving_another_field_does_not_settle_a_conflict(ws: Workspace, bao: Workspace, shared_case: Case) -> None:
    disagree(ws, bao, shared_case)
    records.edit(ws, shared_case.id, {"status": "closed"})
    assert len(conflicts.open_conflicts(ws)) == 1


def disagree(ws: Workspace, bao: Workspace, case: Case) -> conflicts.Conflict:
    """Both change the title, and `ws` receives it."""
    records.edit(ws, case.id, {"title": "From Anna"})
    records.edit(bao, case.id, {"title": "From Bao"})
    received(ws, handed(bao, case.id, "Anna"))
    (conflict,) = conflicts.open_conflicts(ws, case.id)
    return conflict


def test_choosing_a_side_settles_it_for_both(ws: Workspace, bao: Workspace, shared_case: Case) -> None:
    conflict = disagree(ws, bao, shared_case)
    theirs = next(side for side in conflict.sides if not side.own)
    conflicts.settle(ws, conflict.record, conflict.path, theirs.revision)
    received(bao, handed(ws, shared_case.id, "Bao"))
    assert records.show(ws, shared_case.id).title == records.show(bao, shared_case.id).title == "From Bao"
    assert conflicts.open_conflicts(ws) == conflicts.open_conflicts(bao) == ()


def test_a_third_wording_settles_it_too(ws: Workspace, bao: Workspace, shared_case: Case) -> None:
    conflict = disagree(ws, bao, shared_case)
    conflicts.settle_with(ws, conflict.record, conflict.path, "Together")
    assert records.show(ws, shared_case.id).title == "Together"


def test_a_conflict_that_is_settled_is_not_settled_again(ws: Workspace, bao: Workspace, shared_case: Case) -> None:
    conflict = disagree(ws, bao, shared_case)
    conflicts.settle(ws, conflict.record, conflict.path, conflict.sides[0].revision)
    with pytest.raises(Refused, match=r"conflict\.settled"):
        conflicts.settle(ws, conflict.record, conflict.path, conflict.sides[1].revision)


def test_an_erasure_from_somebody_else_is_listed_and_binds_nobody(
    ws: Workspace, bao: Workspace, shared_case: Case
) -> None:
    erase.erase(ws, erase.preview_erase(ws, shared_case.testimony))
    file = handed(ws, shared_case.id, "Bao")
    assert "erasure" in decisions(bao, file)
    received(bao, file)
    assert not records.show(bao, shared_case.testimony).erased


def test_an_accepted_erasure_takes_effect(ws: Workspace, bao: Workspace, shared_case: Case) -> None:
    erase.erase(ws, erase.preview_erase(ws, shared_case.testimony))
    file = handed(ws, shared_case.id, "Bao")
    accepted = {one.id for one in arriving(bao, file).decisions if one.what == "erasure"}
    done = received(bao, file, accepted)
    assert (records.show(bao, shared_case.testimony).erased, done.accepted) == (True, 1)
    assert bao.vault.verify().sound


def test_what_was_refused_is_listed_as_such_and_can_still_be_accepted(
    ws: Workspace, bao: Workspace, shared_case: Case
) -> None:
    erase.erase(ws, erase.preview_erase(ws, shared_case.testimony))
    file = handed(ws, shared_case.id, "Bao")
    received(bao, file)
    (again,) = [one for one in arriving(bao, file).decisions if one.what == "erasure"]
    assert again.refused_before
    received(bao, file, [again.id])
    assert records.show(bao, shared_case.testimony).erased


def test_a_deletion_from_somebody_else_takes_effect_when_accepted(
    ws: Workspace, bao: Workspace, shared_case: Case
) -> None:
    records.delete(ws, shared_case.testimony)
    file = handed(ws, shared_case.id, "Bao")
    (deletion,) = [one for one in arriving(bao, file).decisions if one.what == "deletion"]
    received(bao, file)
    assert not records.show(bao, shared_case.testimony).deleted
    received(bao, file, [deletion.id])
    assert records.show(bao, shared_case.testimony).deleted


def test_a_record_deleted_then_erased_is_one_decision_that_can_be_accepted(
    ws: Workspace, bao: Workspace, shared_case: Case
) -> None:
    records.delete(ws, shared_case.testimony)
    erase.erase(ws, erase.preview_erase(ws, shared_case.testimony))
    file = handed(ws, shared_case.id, "Bao")
    (decision,) = arriving(bao, file).decisions
    assert decision.what == "erasure"
    received(bao, file, [decision.id])
    assert records.show(bao, shared_case.testimony).erased


def test_a_deletion_that_was_here_before_the_erasure_is_no_question_beside_it(
    ws: Workspace, bao: Workspace, shared_case: Case
) -> None:
    records.delete(ws, shared_case.testimony)
    received(bao, handed(ws, shared_case.id, "Bao"))
    erase.erase(ws, erase.preview_erase(ws, shared_case.testimony))
    assert decisions(bao, handed(ws, shared_case.id, "Bao")) == ["erasure"]


def test_an_accepted_erasure_leaves_nothing_else_to_decide_about_the_record(
    ws: Workspace, bao: Workspace, shared_case: Case
) -> None:
    consented(ws, shared_case.son, listed=("media",))
    (said,) = ws.vault.referring(shared_case.son, "consent")
    received(bao, handed(ws, shared_case.id, "Bao"))
    erase.erase(ws, erase.preview_erase(ws, said))
    file = handed(ws, shared_case.id, "Bao")
    every = {one.what: one.id for one in arriving(bao, file).decisions if one.record == said}
    assert every.keys() == {"erasure", "loosened_consent"}
    done = received(bao, file, every.values())
    assert (records.show(bao, said).erased, done.accepted) == (True, 1)


def test_a_removed_item_is_a_decision_that_names_the_list(ws: Workspace, bao: Workspace, shared_case: Case) -> None:
    (item,) = records.show(ws, shared_case.id).nested["defenders"]
    records.edit(ws, shared_case.id, {"defenders": {item: None}})
    (removal,) = [one for one in arriving(bao, handed(ws, shared_case.id, "Bao")).decisions if one.what == "removal"]
    assert "Defenders" in removal.detail


def test_a_loosened_consent_counts_only_when_accepted(ws: Workspace, bao: Workspace, shared_case: Case) -> None:
    consented(ws, shared_case.son, listed=("media",))
    file = handed(ws, shared_case.id, "Bao")

    def allowed() -> bool:
        return consent.permits(bao, shared_case.son, "media", "", day_of(bao)).allowed

    loosened = [one.id for one in arriving(bao, file).decisions if one.what == "loosened_consent"]
    received(bao, file)
    assert not allowed()
    received(bao, file, loosened)
    assert allowed()
    assert "loosened_consent" not in decisions(bao, file)


def test_a_tightened_consent_counts_at_once(ws: Workspace, bao: Workspace, shared_case: Case) -> None:
    consented(bao, shared_case.son, listed=("media",))
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, shared_case.son))
    received(bao, handed(ws, shared_case.id, "Bao"))
    answer = consent.permits(bao, shared_case.son, "media", "", day_of(bao))
    assert (answer.allowed, answer.reason) == (False, "withdrawn")


def test_what_arrives_cleared_is_listed_by_itself(ws: Workspace, bao: Workspace, shared_case: Case) -> None:
    records.edit(ws, shared_case.id, {"title": None, "status": None})
    cleared = arriving(bao, handed(ws, shared_case.id, "Bao")).cleared
    assert sorted(line.rpartition(" · ")[2] for line in cleared) == ["Status", "Title"]


def test_evidence_arrives_and_is_not_taken_twice(ws: Workspace, bao: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(3000))
    record = evidence.attach(ws, case.id, tmp_path / "p.png").created[0]
    file = handed(ws, case.id, "Bao")
    assert [received(bao, file).evidence for _ in range(2)] == [1, 0]
    assert evidence.describe(bao, record).sealed
    assert evidence.open_evidence(bao, record).read() == (tmp_path / "p.png").read_bytes()


def test_a_package_for_a_passphrase_is_received_with_it(make: Make, ws: Workspace, case: Case, tmp_path: Path) -> None:
    bao = make("Bao")
    introduce(ws, bao, our_team=False)
    phrase = "nine grey herons stand still"
    preview = handoff.preview_handoff(ws, Handoff(case.id, "redacted"))
    handoff.hand_off(ws, preview, tmp_path / "x.age", passphrase=phrase, work_factor=2)
    seen = receive.preview_package(bao, tmp_path / "x.age", passphrase=phrase)
    assert receive.receive(bao, seen, passphrase=phrase).new == 3


def test_the_senders_newer_card_is_taken_along_the_way_under_our_name_for_them(
    ws: Workspace, bao: Workspace, shared_case: Case
) -> None:
    contacts.rename_own(ws, "Anna L.")
    received(bao, handed(ws, shared_case.id, "Bao"))
    assert [(known.name, known.calls_themselves) for known in contacts.contacts(bao)] == [("Anna", "Anna L.")]


def test_a_signer_who_calls_themselves_otherwise_now_is_told(ws: Workspace, bao: Workspace, shared_case: Case) -> None:
    contacts.rename_own(ws, "Anna L.")
    preview = arriving(bao, handed(ws, shared_case.id, "Bao"))
    assert (preview.signer, preview.signer_calls) == ("Anna", "Anna L.")


def test_both_vaults_verify_after_much_exchange(ws: Workspace, bao: Workspace, shared_case: Case) -> None:
    disagree(ws, bao, shared_case)
    received(bao, handed(ws, shared_case.id, "Bao"))
    assert verify.verify(ws).sound
    assert verify.verify(bao).sound
