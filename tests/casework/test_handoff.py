"""What leaves, what stays and why."""

from __future__ import annotations

import re
from pathlib import Path

import pyrage
import pytest

from desktop.casework import (
    consent,
    contacts,
    erase,
    evidence,
    family,
    handoff,
    quick,
    receive,
    records,
    vaults,
    withdrawal,
)
from desktop.casework.handoff import Handoff, HandoffPreview
from desktop.casework.held import held_elsewhere
from desktop.casework.people import Pick
from desktop.casework.quick import QuickTestimony
from desktop.casework.receive import ReceivePreview
from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.crypto.recipients import X25519Identity
from desktop.errors import Hindered, Refused
from desktop.history.revise import revise
from desktop.vault.append import Addition
from tests.casework.conftest import Case, Make, introduce, kept_as_before
from tests.casework.exchange import arriving, handed, members, preview, received, wanted
from tests.casework.shorthand import consented
from tests.conftest import Clock
from tests.formats.telling_files import drawn
from tests.history.arrivals import arrivals

PHRASE = "nine grey herons stand still"


def stays(found: HandoffPreview) -> dict[str, str]:
    return {staying.record: staying.reason for staying in found.staying}


def leaves(found: HandoffPreview) -> set[str]:
    return {leaving.record for leaving in found.leaving}


def agreed(ws: Workspace, *people: str, scope: str = "share_partner") -> None:
    for person in people:
        consented(ws, person, listed=(scope,))


def texts(ws: Workspace, package: ReceivePreview) -> str:
    """Every word of a package that can be read with its outer key."""
    openings = (arrival.opening for arrival in arrivals(package.verified.batch))
    page = members(ws, package.file)["case.html"].decode()
    return page + str([opening.body for opening in openings if opening])


def ids(ws: Workspace, package: ReceivePreview) -> set[str]:
    """Every id of revision, record, item or file in a package."""
    envelopes = [arrival.revision.envelope.to_json() for arrival in arrivals(package.verified.batch)]
    said = texts(ws, package) + str(envelopes)
    return set(re.findall(r"\b[0-9a-f]{32,64}\b", said))


def test_a_transfer_takes_the_whole_case_along(ws: Workspace, bao: Workspace, case: Case) -> None:
    found = preview(ws, case.id, "Bao")
    assert {case.id, case.testimony, case.mother, case.son} <= leaves(found)
    assert found.staying == ()


def test_the_preview_equals_the_package(ws: Workspace, bao: Workspace, case: Case) -> None:
    found = preview(ws, case.id, "Bao")
    package = arriving(bao, handed(ws, case.id, "Bao"))
    assert {one.record for one in package.arriving} == leaves(found)


def test_another_case_stays_behind(ws: Workspace, bao: Workspace, case: Case) -> None:
    (other,) = records.add(ws, "case", [{"title": "Another", "defenders": [{"person": case.son}]}]).created
    (testimony,) = records.add(ws, "testimony", [{"case": other, "speaker": case.mother}]).created
    assert not {other, testimony} & leaves(preview(ws, case.id, "Bao"))


def test_a_whole_case_goes_to_our_team_alone(ws: Workspace, partner: Workspace, case: Case) -> None:
    with pytest.raises(Refused, match=r"handoff\.not_our_team"):
        preview(ws, case.id, "Partner")


def test_who_refused_stays_out_of_a_transfer_with_what_is_theirs(ws: Workspace, bao: Workspace, case: Case) -> None:
    consented(ws, case.son, "keep_only")
    (act,) = family.add_act(ws, case.id, {"type": "F.02", "victim": case.son}).created
    found = preview(ws, case.id, "Bao")
    assert stays(found)[case.son] == "refused"
    assert stays(found)[act] == "refused"
    assert found.withheld_acts == 1
    assert case.testimony in leaves(found)


def test_a_withdrawal_reaches_whoever_has_the_person_already(ws: Workspace, bao: Workspace, case: Case) -> None:
    received(bao, handed(ws, case.id, "Bao"))
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.son))
    received(bao, handed(ws, case.id, "Bao"))
    allowed = consent.permits(bao, case.son, "internal", "", day_of(bao))
    assert (allowed.allowed, allowed.reason) == (False, "withdrawn")


def test_earlier_wordings_that_would_go_along_are_counted(ws: Workspace, bao: Workspace, case: Case) -> None:
    records.edit(ws, case.id, {"title": "Second"})
    records.edit(ws, case.id, {"title": "Third"})
    assert preview(ws, case.id, "Bao").earlier_wordings == 2


def test_names_stay_while_the_compartment_is_closed(ws: Workspace, bao: Workspace, case: Case) -> None:
    (name,) = ws.vault.referring(case.mother, "name")
    contacts.own_card(ws)
    vaults.close_identities(ws)
    found = preview(ws, case.id, "Bao")
    assert name not in leaves(found)


def test_no_name_can_be_read_with_the_outer_key(ws: Workspace, bao: Workspace, case: Case) -> None:
    package = arriving(bao, handed(ws, case.id, "Bao"))
    assert "林" not in texts(bao, package)


def test_evidence_goes_along_and_its_custody_is_noted(
    ws: Workspace, bao: Workspace, case: Case, tmp_path: Path
) -> None:
    (tmp_path / "notice.txt").write_text("a notice")
    record = evidence.attach(ws, case.id, tmp_path / "notice.txt").created[0]
    received(bao, handed(ws, case.id, "Bao"))
    assert evidence.open_evidence(bao, record).read() == b"a notice"
    custody = records.show(ws, record).nested["custody"].values()
    assert [step["event"] for step in custody] == ["received", "handed_over"]


def test_what_left_is_in_the_outbox(ws: Workspace, bao: Workspace, case: Case) -> None:
    handed(ws, case.id, "Bao")
    (held,) = held_elsewhere(ws, [case.testimony])
    assert (held.to, held.at, held.purpose) == ("Bao", ws.clock(), "")


def test_a_package_for_a_passphrase_is_with_whoever_has_it(ws: Workspace, case: Case, tmp_path: Path) -> None:
    agreed(ws, case.mother, case.son)
    found = handoff.preview_handoff(ws, Handoff(case.id, "redacted", purpose="for the hearing"))
    handoff.hand_off(ws, found, tmp_path / "x.age", passphrase=PHRASE, work_factor=2)
    (held,) = held_elsewhere(ws, [case.testimony])
    assert (held.to, held.purpose) == ("", "for the hearing")


def test_a_contact_that_was_forgotten_is_told_by_the_beginning_of_the_fingerprint(
    ws: Workspace, bao: Workspace, case: Case
) -> None:
    handed(ws, case.id, "Bao")
    known = contacts.resolve_contact(ws, "Bao").id
    contacts.forget(ws, known)
    assert [held.to for held in held_elsewhere(ws, [case.testimony])] == [known[:16]]


def test_nothing_leaves_that_was_not_in_the_preview(ws: Workspace, bao: Workspace, case: Case, tmp_path: Path) -> None:
    found = preview(ws, case.id, "Bao")
    records.add(ws, "act", [{"case": case.id, "type": "F.02"}])
    with pytest.raises(Refused, match=r"handoff\.changed"):
        handoff.hand_off(ws, found, tmp_path / "out.age")
    assert not (tmp_path / "out.age").exists()


def test_nothing_is_written_over_a_file(ws: Workspace, bao: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "out.age").write_text("mine")
    with pytest.raises(Refused, match=r"file\.exists"):
        handoff.hand_off(ws, preview(ws, case.id, "Bao"), tmp_path / "out.age")


def test_a_folder_that_is_not_there_hinders(ws: Workspace, bao: Workspace, case: Case, tmp_path: Path) -> None:
    with pytest.raises(Hindered, match=r"file\.no_folder"):
        handoff.hand_off(ws, preview(ws, case.id, "Bao"), tmp_path / "nowhere" / "out.age")


def test_cancelling_leaves_no_file(ws: Workspace, bao: Workspace, case: Case, tmp_path: Path) -> None:
    def cancel(done: int, total: int) -> None:
        raise KeyboardInterrupt

    (tmp_path / "out").mkdir()
    with pytest.raises(KeyboardInterrupt):
        handoff.hand_off(ws, preview(ws, case.id, "Bao"), tmp_path / "out" / "x.age", progress=cancel)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_card_that_ran_out_gets_nothing(ws: Workspace, bao: Workspace, case: Case, clock: Clock) -> None:
    clock.tick(300 * 86400)
    with pytest.raises(Refused, match=r"card\.expired"):
        preview(ws, case.id, "Bao")


def test_who_was_not_asked_leaves_a_redacted_copy_as_a_code(ws: Workspace, partner: Workspace, case: Case) -> None:
    found = preview(ws, case.id, "Partner", "redacted")
    assert {stays(found)[person] for person in (case.mother, case.son)} == {"not_asked"}
    assert stays(found)[case.testimony] == "not_asked"


def test_what_people_agreed_to_leaves(ws: Workspace, partner: Workspace, case: Case) -> None:
    agreed(ws, case.mother, case.son)
    assert {case.id, case.testimony, case.mother, case.son} <= leaves(preview(ws, case.id, "Partner", "redacted"))


def test_acts_against_who_does_not_agree_are_left_out_and_counted(
    ws: Workspace, partner: Workspace, case: Case
) -> None:
    agreed(ws, case.son)
    for victim in (case.mother, case.son):
        family.add_act(ws, case.id, {"type": "F.02", "victim": victim})
    found = preview(ws, case.id, "Partner", "redacted")
    assert (found.withheld_acts, len([one for one in found.leaving if one.kind == "act"])) == (1, 1)


def only_to(ws: Workspace, person: str, recipients: str) -> None:
    """Somebody agreed that partners get it, but these alone."""
    (row,) = consented(ws, person, listed=("share_partner",)).created
    scopes = records.show(ws, row).nested["scopes"]
    item = next(item for item, scope in scopes.items() if scope["scope"] == "share_partner")
    records.edit(ws, row, {"scopes": {item: {"recipients": recipients}}})


def test_consent_for_other_recipients_only_does_not_do(ws: Workspace, partner: Workspace, case: Case) -> None:
    only_to(ws, case.mother, "Somebody else")
    assert stays(preview(ws, case.id, "Partner", "redacted"))[case.mother] == "recipient"


def test_consent_for_a_contact_by_our_name_for_them_does(ws: Workspace, partner: Workspace, case: Case) -> None:
    only_to(ws, case.mother, "partner")
    assert case.mother in leaves(preview(ws, case.id, "Partner", "redacted"))


def test_a_contact_who_renames_their_card_does_not_walk_into_a_consent(
    ws: Workspace, partner: Workspace, case: Case, clock: Clock
) -> None:
    only_to(ws, case.mother, "Harbour Radio")
    clock.tick()
    contacts.rename_own(partner, "Harbour Radio")
    contacts.add_card(ws, contacts.preview_card(ws, contacts.own_card(partner).text.encode()))
    assert stays(preview(ws, case.id, "Partner", "redacted"))[case.mother] == "recipient"


def test_a_contact_we_rename_is_meant_by_the_consents_that_say_so(
    ws: Workspace, partner: Workspace, case: Case
) -> None:
    only_to(ws, case.mother, "Harbour Radio")
    contacts.rename(ws, contacts.resolve_contact(ws, "Partner").id, "Harbour Radio")
    assert case.mother in leaves(preview(ws, case.id, "Harbour Radio", "redacted"))


def test_of_two_contacts_kept_under_one_name_before_no_consent_speaks(
    make: Make, ws: Workspace, partner: Workspace, case: Case
) -> None:
    only_to(ws, case.mother, "Harbour Radio")
    introduce(ws, make("Other"), our_team=False)
    wanted = Handoff(case.id, "redacted", (contacts.resolve_contact(ws, "Partner").id,))
    for called in ("Partner", "Other"):
        kept_as_before(ws, called, "Harbour Radio")
    found = handoff.preview_handoff(ws, wanted)
    assert stays(found)[case.mother] == "recipient"
    assert "handoff.name_shared" in found.warnings


def test_no_name_note_or_source_is_in_a_redacted_copy(ws: Workspace, partner: Workspace, case: Case) -> None:
    agreed(ws, case.mother, case.son)
    records.edit(ws, case.son, {"place": "青石镇", "notes": [{"label": "x", "text": "住在河边"}]})
    records.edit(ws, case.id, {"summary": f"⟦{case.son}⟧ 写信，林秀兰受累。"})
    package = arriving(partner, handed(ws, case.id, "Partner", "redacted"))
    said = texts(partner, package)
    assert not [word for word in ("林", "青石镇", "住在河边", "秀兰") if word in said]
    assert "写信，" in said


def test_r_src_01_a_redacted_copy_calls_nothing_accepted_that_has_no_source(
    ws: Workspace, partner: Workspace, case: Case
) -> None:
    agreed(ws, case.son)
    (happened,) = family.add_act(ws, case.id, {"type": "F.02", "victim": case.son}).created
    said = revise(ws.vault.state(happened), "act", {"claim_status": "accepted"}, ws.vault.signing, ws.clock())
    ws.vault.append([Addition(*said)])  # as others' revisions come in
    received(partner, handed(ws, case.id, "Partner", "redacted"))
    (row,) = records.list_records(partner, "act").rows
    assert records.show(partner, row.id).nested["claim_status"] == "work_needed"


def test_mentions_read_as_codes_at_the_other_end(ws: Workspace, partner: Workspace, case: Case) -> None:
    agreed(ws, case.mother, case.son)
    records.edit(ws, case.id, {"summary": f"⟦{case.son}⟧ 写信"})
    received(partner, handed(ws, case.id, "Partner", "redacted"))
    (row,) = records.list_records(partner, "case").rows
    (defender,) = records.show(partner, row.id).nested["defenders"].values()
    page = family.case_page(partner, row.id)
    summary = page.case.nested["summary"]
    assert summary == f"⟦{defender['person']}⟧ 写信"


def test_a_redacted_copy_shares_no_id_with_ours_or_with_anothers(
    make: Make, ws: Workspace, partner: Workspace, case: Case
) -> None:
    other = make("Other")
    introduce(ws, other, our_team=False)
    agreed(ws, case.mother, case.son)
    theirs = ids(partner, arriving(partner, handed(ws, case.id, "Partner", "redacted")))
    others = ids(other, arriving(other, handed(ws, case.id, "Other", "redacted")))
    ours = {case.id, case.testimony, case.mother, case.son}
    assert not (theirs & others - {ws.vault.signing.public_hex})
    assert not theirs & ours


def test_a_redacted_copy_tells_the_day_and_not_the_hour(ws: Workspace, partner: Workspace, case: Case) -> None:
    package = arriving(partner, handed(ws, case.id, "Partner", "redacted"))
    times = {arrival.revision.envelope.at for arrival in arrivals(package.verified.batch)}
    assert all(at % 86400 == 0 for at in {package.made_at, *times})


def test_a_later_copy_extends_the_earlier_one(ws: Workspace, partner: Workspace, case: Case) -> None:
    received(partner, handed(ws, case.id, "Partner", "redacted"))
    records.edit(ws, case.id, {"title": "Renamed"})
    done = received(partner, handed(ws, case.id, "Partner", "redacted"))
    assert (done.new, done.merged) == (0, 1)
    assert [row.title for row in records.list_records(partner, "case").rows] == ["Renamed"]


def test_no_earlier_wording_goes_with_a_later_copy(ws: Workspace, partner: Workspace, case: Case) -> None:
    handed(ws, case.id, "Partner", "redacted")
    records.edit(ws, case.id, {"title": "Renamed"})
    package = arriving(partner, handed(ws, case.id, "Partner", "redacted"))
    assert "A letter writer" not in texts(partner, package)


def test_who_no_longer_agrees_is_a_bare_code_in_a_later_copy(ws: Workspace, partner: Workspace, case: Case) -> None:
    agreed(ws, case.mother, case.son)
    records.edit(ws, case.son, {"region": "53"})
    handed(ws, case.id, "Partner", "redacted")
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.son))
    package = arriving(partner, handed(ws, case.id, "Partner", "redacted"))
    assert "'53'" not in texts(partner, package)


def test_a_redacted_copy_is_not_made_while_names_are_not_known(ws: Workspace, partner: Workspace, case: Case) -> None:
    vaults.close_identities(ws)
    with pytest.raises(Refused, match=r"vault\.compartment_closed"):
        preview(ws, case.id, "Partner", "redacted")


def test_a_face_stays_unless_its_owner_agreed_to_that_too(
    ws: Workspace, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    (tmp_path / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    nobody = evidence.attach(ws, case.id, tmp_path / "p.png").created[0]
    hers = evidence.attach(ws, case.id, tmp_path / "p.png", people=(case.mother,)).created[0]
    agreed(ws, case.mother, case.son)
    before = stays(preview(ws, case.id, "Partner", "redacted"))
    assert (before[nobody], before[hers]) == ("face_unknown", "no_image_consent")
    agreed(ws, case.mother, scope="image")
    assert hers in leaves(preview(ws, case.id, "Partner", "redacted"))


def test_a_face_that_leaves_is_sealed_at_the_other_end_too(
    ws: Workspace, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    (tmp_path / "p.png").write_bytes(drawn("PNG"))
    evidence.attach(ws, case.id, tmp_path / "p.png", people=(case.mother,))
    for scope in ("share_partner", "image"):
        agreed(ws, case.mother, case.son, scope=scope)
    received(partner, handed(ws, case.id, "Partner", "redacted"))
    (row,) = records.list_records(partner, "evidence").rows
    assert evidence.describe(partner, row.id).sealed
    assert evidence.open_evidence(partner, row.id).read() == (tmp_path / "p.png").read_bytes()


def test_the_page_of_a_copy_says_what_was_left_out(ws: Workspace, partner: Workspace, case: Case) -> None:
    family.add_act(ws, case.id, {"type": "F.02", "victim": case.mother})
    page = members(partner, handed(ws, case.id, "Partner", "redacted"))["case.html"].decode()
    assert "redacted copy" in page
    assert "does not agree: 1 acts" in page


def test_acts_against_somebody_who_stayed_elsewhere_stay_too(
    make: Make, ws: Workspace, bao: Workspace, partner: Workspace, case: Case
) -> None:
    (act,) = family.add_act(ws, case.id, {"type": "F.02", "victim": case.son}).created
    received(bao, handed(ws, case.id, "Bao"))
    introduce(bao, partner, our_team=False)
    erase.erase(bao, erase.preview_erase(bao, case.son))
    assert stays(preview(bao, case.id, "Partner", "redacted"))[act] == "not_asked"


def test_several_receivers_of_redacted_copies_get_a_file_each(
    make: Make, ws: Workspace, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    other = make("Other")
    introduce(ws, other, our_team=False)
    to = tuple(contacts.resolve_contact(ws, name).id for name in ("Partner", "Other"))
    found = handoff.preview_handoff(ws, Handoff(case.id, "redacted", to))
    files = handoff.hand_off(ws, found, tmp_path / "copies").files
    assert [arriving(who, file).nothing_new for who, file in zip((partner, other), files, strict=True)] == [
        False,
        False,
    ]
    with pytest.raises(Refused):
        arriving(other, files[0])


def test_a_lawyer_with_a_passphrase_and_age_alone_opens_it(ws: Workspace, case: Case, tmp_path: Path) -> None:
    found = handoff.preview_handoff(ws, Handoff(case.id, "redacted", purpose="for the lawyer"))
    handoff.hand_off(ws, found, tmp_path / "x.age", passphrase=PHRASE, work_factor=2)
    plain = pyrage.passphrase.decrypt((tmp_path / "x.age").read_bytes(), PHRASE)
    assert b"case.html" in plain
    assert "林".encode() not in plain
    assert found.warnings == ("handoff.passphrase_only",)


def test_somebody_with_an_x25519_key_and_age_alone_opens_it(ws: Workspace, case: Case, tmp_path: Path) -> None:
    theirs = X25519Identity.generate()
    card = contacts.preview_card(ws, theirs.recipient.text.encode(), name="Lawyer")
    contacts.add_card(ws, card)
    found = handoff.preview_handoff(ws, wanted(ws, case.id, "Lawyer", "redacted"))
    handoff.hand_off(ws, found, tmp_path / "x.age")
    plain = pyrage.decrypt((tmp_path / "x.age").read_bytes(), [pyrage.x25519.Identity.from_str(theirs.text)])
    assert b"case.html" in plain
    assert set(found.warnings) == {"handoff.not_post_quantum", "handoff.bare_key"}


@pytest.mark.parametrize("passphrase", [None, "short"])
def test_a_package_for_a_passphrase_needs_a_good_one(
    ws: Workspace, case: Case, tmp_path: Path, passphrase: str | None
) -> None:
    found = handoff.preview_handoff(ws, Handoff(case.id, "redacted"))
    with pytest.raises(Refused, match="passphrase"):
        handoff.hand_off(ws, found, tmp_path / "x.age", passphrase=passphrase, work_factor=2)


def test_an_unknown_purpose_is_refused(ws: Workspace, case: Case) -> None:
    with pytest.raises(Refused, match=r"handoff\.scope"):
        handoff.preview_handoff(ws, Handoff(case.id, "redacted", scope="everything"))


def test_an_official_needs_no_consent_and_keeps_the_name(ws: Workspace, partner: Workspace, case: Case) -> None:
    (official,) = records.add(ws, "person", [{"official": True}]).created
    records.add(ws, "name", [{"person": official, "full": "赵科长"}])
    agreed(ws, case.mother, case.son)
    act = family.add_act(ws, case.id, {"type": "F.02", "victim": case.mother}).created[0]
    records.add(ws, "involvement", [{"act": act, "perpetrator": official}])
    received(partner, handed(ws, case.id, "Partner", "redacted"))
    assert "赵科长" in {row.title for row in records.list_records(partner, "person").rows}


def test_relatives_of_the_defender_belong_to_the_case(ws: Workspace, bao: Workspace, case: Case) -> None:
    changes = family.add_relative(ws, Pick(text="林小雨"), of=case.son, relationship="child")
    assert set(changes.created) <= leaves(preview(ws, case.id, "Bao"))


def test_a_package_for_somebody_else_does_not_open(make: Make, ws: Workspace, bao: Workspace, case: Case) -> None:
    with pytest.raises(Refused, match=r"package\.other_keys"):
        receive.preview_package(make("Eve"), handed(ws, case.id, "Bao"))


@pytest.mark.parametrize("written", ["林秀蘭", "林 秀兰", "秀兰", "Lin Xiulan", "xiulan lin", "LÍN XIÙLÁN"])
def test_a_name_in_running_text_reads_as_a_code_in_whatever_way_it_is_written(
    ws: Workspace, partner: Workspace, case: Case, written: str
) -> None:
    agreed(ws, case.mother, case.son)
    records.edit(ws, case.id, {"summary": f"那天{written}，来了"})
    received(partner, handed(ws, case.id, "Partner", "redacted"))
    (row,) = records.list_records(partner, "case").rows
    assert re.fullmatch(r"那天⟦[0-9a-f]{64}⟧，来了", str(records.show(partner, row.id).nested["summary"]))


def test_the_name_of_somebody_of_another_case_is_left_out_of_running_text(
    ws: Workspace, partner: Workspace, case: Case
) -> None:
    agreed(ws, case.mother, case.son)
    quick.record_testimony(ws, QuickTestimony(text="…", speaker=Pick(text="周大川")))
    records.edit(ws, case.id, {"summary": "她问过周大川。"})
    package = arriving(partner, handed(ws, case.id, "Partner", "redacted"))
    assert "她问过…。" in texts(partner, package)


def test_a_telephone_number_in_running_text_is_left_out(ws: Workspace, partner: Workspace, case: Case) -> None:
    agreed(ws, case.mother, case.son)
    contact: JSON = {"type": "phone", "value": "139 0000 1234"}
    records.add(ws, "identity", [{"of": case.mother, "contacts": [contact]}])
    records.edit(ws, case.id, {"summary": "Call +86-13900001234 at night."})
    package = arriving(partner, handed(ws, case.id, "Partner", "redacted"))
    assert "13900001234" not in texts(partner, package)


def test_a_name_put_right_since_is_left_out_as_it_was_first_written(
    ws: Workspace, partner: Workspace, case: Case
) -> None:
    agreed(ws, case.mother, case.son)
    (name,) = ws.vault.referring(case.mother, "name")
    records.edit(ws, name, {"full": "林秀岚", "given": None, "pinyin": None})
    records.edit(ws, case.id, {"summary": "林秀兰受累。"})
    package = arriving(partner, handed(ws, case.id, "Partner", "redacted"))
    assert "秀兰" not in texts(partner, package)


def test_the_preview_tells_on_which_condition_somebody_agreed(ws: Workspace, partner: Workspace, case: Case) -> None:
    agreed(ws, case.mother, case.son)
    (record,) = ws.vault.referring(case.son, "consent")
    records.edit(ws, record, {"conditions": "Only after I am out"})
    found = preview(ws, case.id, "Partner", "redacted")
    assert [(told.person, told.words) for told in found.conditions] == [(case.son, "Only after I am out")]
    assert "Only after" not in texts(partner, arriving(partner, handed(ws, case.id, "Partner", "redacted")))


@pytest.mark.parametrize("scope", ["internal", "record", "contact", "identity_store", "image"])
def test_nothing_goes_to_others_for_a_purpose_of_our_team_alone(
    ws: Workspace, partner: Workspace, case: Case, scope: str
) -> None:
    with pytest.raises(Refused, match=r"handoff\.scope"):
        handoff.preview_handoff(ws, wanted(ws, case.id, "Partner", "redacted", scope))
