"""What was deleted or erased here is told to those who have it, and to nobody else; its words do not go along."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.casework import contacts, erase, handoff, records, vaults
from desktop.casework.handoff import Handoff, HandoffPreview
from desktop.casework.workspace import Workspace
from tests.casework.conftest import Case, Make, introduce
from tests.casework.exchange import arriving, handed, opened, preview, received
from tests.casework.shorthand import consented
from tests.history.arrivals import arrivals

LATER = "后来他们又来了一次。"


@pytest.fixture
def chen(make: Make, ws: Workspace) -> Workspace:
    """Another colleague of our team."""
    other = make("Chen")
    introduce(ws, other)
    return other


def together(ws: Workspace, case: Case) -> HandoffPreview:
    """One transfer for both."""
    to = tuple(contacts.resolve_contact(ws, name).id for name in ("Bao", "Chen"))
    return handoff.preview_handoff(ws, Handoff(case.id, "transfer", to))


def told(found: HandoffPreview) -> dict[str, str]:
    return {one.record: one.gone for one in found.leaving if one.gone}


def say_more(ws: Workspace, case: Case) -> None:
    """Something the receivers never had."""
    (item,) = records.show(ws, case.testimony).nested["statements"]
    records.edit(ws, case.testimony, {"statements": {item: {"words": LATER}}})


def test_a_refused_testimony_does_not_leave_once_it_is_deleted(ws: Workspace, bao: Workspace, case: Case) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    say_more(ws, case)
    consented(ws, case.mother, "keep_only")
    records.delete(ws, case.testimony)
    package = arriving(bao, handed(ws, case.id, "Bao"))
    assert opened(package, case.testimony) == [{"*": True}]


def test_of_a_deleted_record_only_that_it_is_deleted_leaves(ws: Workspace, bao: Workspace, case: Case) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    say_more(ws, case)
    records.delete(ws, case.testimony)
    found = preview(ws, case.id, "Bao")
    assert told(found) == {case.testimony: "deleted"}
    assert opened(arriving(bao, handed(ws, case.id, "Bao")), case.testimony) == [{"*": True}]


def test_a_deletion_and_other_words_of_one_revision_are_told_apart(ws: Workspace, bao: Workspace, case: Case) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    records.edit(ws, case.testimony, {"*": True, "flags": [{"code": "child"}]})
    assert opened(arriving(bao, handed(ws, case.id, "Bao")), case.testimony) == [{"*": True}]


def test_of_an_erased_record_no_word_leaves(ws: Workspace, bao: Workspace, case: Case) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    erase.erase(ws, erase.preview_erase(ws, case.testimony))
    assert told(preview(ws, case.id, "Bao")) == {case.testimony: "erased"}
    assert opened(arriving(bao, handed(ws, case.id, "Bao")), case.testimony) == []


def test_a_record_that_was_deleted_and_brought_back_leaves_as_any_other(
    ws: Workspace, bao: Workspace, case: Case
) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    records.delete(ws, case.testimony)
    records.undelete(ws, case.testimony)
    assert told(preview(ws, case.id, "Bao")) == {}


def test_the_deletion_can_be_accepted_without_the_words(ws: Workspace, bao: Workspace, case: Case) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    say_more(ws, case)
    records.delete(ws, case.testimony)
    file = handed(ws, case.id, "Bao")
    received(bao, file, accepted=[one.id for one in arriving(bao, file).decisions])
    assert records.show(bao, case.testimony).deleted


def test_who_never_had_a_record_does_not_hear_of_its_end(
    ws: Workspace, bao: Workspace, chen: Workspace, case: Case
) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    records.delete(ws, case.testimony)
    assert told(together(ws, case)) == {}
    assert told(preview(ws, case.id, "Chen")) == {}


def test_who_sent_a_record_hears_of_its_end_from_whoever_received_it(ws: Workspace, bao: Workspace, case: Case) -> None:
    """The receiver never sent anything before."""
    received(bao, handed(ws, case.id, "Bao"))
    records.delete(bao, case.testimony)
    assert told(preview(bao, case.id, "Anna")) == {case.testimony: "deleted"}
    back = handed(bao, case.id, "Anna")
    (decision,) = arriving(ws, back).decisions
    assert (decision.what, decision.record) == ("deletion", case.testimony)
    received(ws, back)
    assert not records.show(ws, case.testimony).deleted


def test_what_a_receiver_deleted_is_deleted_at_the_sender_once_accepted(
    ws: Workspace, bao: Workspace, case: Case
) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    records.delete(bao, case.testimony)
    back = handed(bao, case.id, "Anna")
    received(ws, back, accepted=[one.id for one in arriving(ws, back).decisions])
    assert records.show(ws, case.testimony).deleted


def test_who_sent_a_record_hears_that_its_receiver_erased_it(ws: Workspace, bao: Workspace, case: Case) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    erase.erase(bao, erase.preview_erase(bao, case.testimony))
    assert [one.what for one in arriving(ws, handed(bao, case.id, "Anna")).decisions] == ["erasure"]


def test_a_third_person_does_not_hear_of_the_end_of_what_was_received(
    ws: Workspace, bao: Workspace, chen: Workspace, case: Case
) -> None:
    introduce(bao, chen)
    received(bao, handed(ws, case.id, "Bao"))
    records.delete(bao, case.testimony)
    assert told(preview(bao, case.id, "Chen")) == {}


def test_who_sent_a_redacted_copy_hears_of_no_deletion_in_it(
    make: Make, ws: Workspace, bao: Workspace, case: Case
) -> None:
    consented(ws, case.mother, listed=("share_partner",))
    copy = received(bao, handed(ws, case.id, "Bao", "redacted")).changes.created
    (testimony,) = [record for record in copy if bao.vault.kind_of(record) == "testimony"]
    (derived,) = [record for record in copy if bao.vault.kind_of(record) == "case"]
    records.delete(bao, testimony)
    assert told(preview(bao, derived, "Anna")) == {}


def test_who_sent_a_record_is_named_where_it_is_erased(ws: Workspace, bao: Workspace, case: Case) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    assert [held.to for held in erase.preview_erase(bao, case.testimony).elsewhere] == ["Anna"]


def test_what_all_receivers_have_is_told_to_all(
    ws: Workspace, bao: Workspace, chen: Workspace, case: Case, tmp_path: Path
) -> None:
    handoff.hand_off(ws, together(ws, case), tmp_path / "first.age")
    records.delete(ws, case.testimony)
    assert told(together(ws, case)) == {case.testimony: "deleted"}


def test_one_receiver_does_not_get_what_only_the_other_had(
    ws: Workspace, bao: Workspace, chen: Workspace, case: Case, tmp_path: Path
) -> None:
    """Neither the record, nor what its person says now."""
    received(bao, handed(ws, case.id, "Bao"))
    records.delete(ws, case.testimony)
    consented(ws, case.mother, "keep_only")
    file = handoff.hand_off(ws, together(ws, case), tmp_path / "both.age").files[0]
    carried = {arrival.revision.record for arrival in arrivals(arriving(chen, file).verified.batch)}
    assert not carried & {case.testimony, case.mother, *ws.vault.referring(case.mother, "consent")}


def test_who_got_a_redacted_copy_does_not_hear_of_our_own_record(
    make: Make, ws: Workspace, bao: Workspace, case: Case
) -> None:
    consented(ws, case.mother, listed=("share_partner",))
    received(bao, handed(ws, case.id, "Bao", "redacted"))
    records.delete(ws, case.testimony)
    assert told(preview(ws, case.id, "Bao")) == {}


def test_a_deleted_name_waits_for_the_compartment(ws: Workspace, bao: Workspace, case: Case) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    (name,) = ws.vault.referring(case.mother, "name")
    records.delete(ws, name)
    vaults.close_identities(ws)
    closed = told(preview(ws, case.id, "Bao"))
    vaults.open_identities(ws)
    assert (closed, told(preview(ws, case.id, "Bao"))) == ({}, {name: "deleted"})
