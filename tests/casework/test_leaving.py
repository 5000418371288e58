"""Nobody's unaccepted edit, and no odd value, lets anything leave that its person did not permit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.casework import (
    evidence,
    family,
    from_account,
    leaving,
    records,
    said_elsewhere,
    same_person,
    withdrawal,
)
from desktop.casework.gathering import gather
from desktop.casework.workspace import JSON, Workspace
from tests.casework.conftest import Case
from tests.casework.exchange import arriving, handed, members, preview, received
from tests.casework.shorthand import consented

Edit = Callable[[Workspace, Case, str], None]
SECRET = "they waited at the gate"


@pytest.fixture
def act(ws: Workspace, bao: Workspace, case: Case) -> str:
    """An act against the mother, which Bao has too; the son agrees that it is shared, she does not."""
    fields: JSON = {"type": "F.02", "victim": case.mother, "because_of": case.son, "narrative": SECRET}
    assert isinstance(fields, dict)
    (made,) = family.add_act(ws, case.id, fields).created
    received(bao, handed(ws, case.id, "Bao"))
    agree(ws, case.son)
    consented(ws, case.mother, listed=())
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.mother, only=["share_partner"]))
    return made


def agree(ws: Workspace, *people: str, scope: str = "share_partner") -> None:
    for person in people:
        consented(ws, person, listed=(scope,))


def copy(ws: Workspace, partner: Workspace, case: Case) -> str:
    """Every word of the redacted copy that can be read with its outer key."""
    package = arriving(partner, handed(ws, case.id, "Partner", "redacted"))
    kept = members(partner, package.file)
    return "".join(kept[name].decode() for name in ("case.html", "revisions.jsonl"))


def officially(bao: Workspace, case: Case, _act: str) -> None:
    records.edit(bao, case.mother, {"official": True})


def of_nobody(bao: Workspace, _case: Case, act: str) -> None:
    records.edit(bao, act, {"victim": None})


def of_somebody_else(bao: Workspace, case: Case, act: str) -> None:
    records.edit(bao, act, {"victim": case.son})


@pytest.mark.parametrize("edit", [officially, of_nobody, of_somebody_else])
def test_an_edit_by_a_colleague_takes_nobody_out_of_an_act(
    ws: Workspace,
    bao: Workspace,
    partner: Workspace,
    case: Case,
    act: str,
    edit: Callable[[Workspace, Case, str], None],
) -> None:
    edit(bao, case, act)
    received(ws, handed(bao, case.id, "Anna"))
    assert SECRET not in copy(ws, partner, case)


def test_a_victim_in_conflict_is_asked_for_in_each_reading(
    ws: Workspace, bao: Workspace, partner: Workspace, case: Case, act: str
) -> None:
    records.edit(ws, act, {"victim": case.mother, "frequency": None})
    records.edit(bao, act, {"victim": case.son})
    records.edit(ws, act, {"victim": None})
    records.edit(ws, act, {"victim": case.mother})
    received(ws, handed(bao, case.id, "Anna"))
    assert ws.vault.state(act).conflicts()
    assert SECRET not in copy(ws, partner, case)


def test_an_official_somebody_else_recorded_needs_no_consent_once_somebody_here_says_so_too(
    ws: Workspace, bao: Workspace, partner: Workspace, case: Case
) -> None:
    agree(ws, case.mother, case.son)
    received(bao, handed(ws, case.id, "Bao"))
    (officer,) = records.add(bao, "person", [{"counting_unit": "individual", "official": True}]).created
    records.add(bao, "name", [{"person": officer, "full": "赵科长"}])
    (act,) = family.add_act(bao, case.id, {"type": "F.02", "victim": case.mother}).created
    (part,) = records.add(
        bao, "involvement", [{"act": act, "perpetrator": officer, "description": "a tall man"}]
    ).created
    received(ws, handed(bao, case.id, "Anna"))
    stays = leaving.redacted(ws, gather(ws, case.id), "share_partner", "Partner").stays
    (name,) = ws.vault.referring(officer, "name")
    assert (stays[officer], stays[part], stays[name]) == ("say_first",) * 3
    said_elsewhere.say_so_too(ws, officer)
    assert not said_elsewhere.said_elsewhere(ws, officer)
    told = copy(ws, partner, case)
    assert "a tall man" in told
    assert "赵科长" in told


def test_a_tie_to_somebody_noted_as_unknown_holds_nothing_of_the_case_back(
    ws: Workspace, partner: Workspace, case: Case
) -> None:
    agree(ws, case.mother, case.son)
    tie = {"person": case.mother, "related_person": {"absent": "unknown"}, "type": "sibling"}
    records.add(ws, "relationship", [tie])
    assert copy(ws, partner, case)


def test_a_relative_made_a_proxy_has_to_agree(ws: Workspace, partner: Workspace, case: Case) -> None:
    agree(ws, case.mother)
    (act,) = family.add_act(ws, case.id, {"type": "F.02", "victim": case.mother}).created
    records.add(ws, "involvement", [{"act": act, "perpetrator": case.son, "description": "was made to call her"}])
    assert "was made to call her" not in copy(ws, partner, case)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("status", "林秀兰 was held"),
        ("priority", "秀兰"),
        ("opened_on", {"words": "2020", "calendar": "林秀兰"}),
        ("opened_on", {"words": "2020", "remark": "林秀兰"}),
    ],
)
def test_what_is_not_of_the_shape_of_its_field_stays(
    ws: Workspace, partner: Workspace, case: Case, field: str, value: JSON
) -> None:
    agree(ws, case.mother, case.son)
    records.edit(ws, case.id, {field: value})
    assert "秀兰" not in copy(ws, partner, case)


def test_a_face_does_not_leave_by_a_record_of_somebody_else(
    ws: Workspace, bao: Workspace, partner: Workspace, case: Case, tmp_path: Path
) -> None:
    (tmp_path / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    hers = evidence.attach(ws, case.id, tmp_path / "p.png", people=(case.mother,)).created[0]
    agree(ws, case.mother, case.son)
    received(bao, handed(ws, case.id, "Bao"))
    said = ws.vault.state(hers).nested()
    taken: dict[str, JSON] = {"case": case.id, "type": "photo", **{name: said[name] for name in ("blob", "sha256")}}
    records.add(bao, "evidence", [taken])
    received(ws, handed(bao, case.id, "Anna"))
    assert preview(ws, case.id, "Partner", "redacted").evidence_bytes == 0


def staying(ws: Workspace, case: Case, to: str, mode: str) -> dict[str, str]:
    return {one.record: one.reason for one in preview(ws, case.id, to, mode).staying}


def of_nobody_noted(ws: Workspace, case: Case) -> dict[str, str]:
    """A testimony, an act and an interview nobody noted a person for; everybody noted agrees."""
    agree(ws, case.mother, case.son)
    (testimony,) = records.add(ws, "testimony", [{"case": case.id, "statements": [{"words": SECRET}]}]).created
    (act,) = family.add_act(ws, case.id, {"type": "F.02", "because_of": case.son, "narrative": SECRET}).created
    (interview,) = records.add(ws, "interview", [{"case": case.id, "distress": True}]).created
    return {testimony: "no_speaker", act: "no_victim", interview: "no_interviewee"}


def test_a_story_nobody_is_noted_for_stays_out_of_a_redacted_copy(
    ws: Workspace, partner: Workspace, case: Case
) -> None:
    nobodys = of_nobody_noted(ws, case)
    assert staying(ws, case, "Partner", "redacted").items() >= nobodys.items()
    assert SECRET not in copy(ws, partner, case)


def test_a_story_nobody_is_noted_for_goes_to_our_team(ws: Workspace, bao: Workspace, case: Case) -> None:
    nobodys = of_nobody_noted(ws, case)
    assert not staying(ws, case, "Bao", "transfer").keys() & nobodys.keys()


def test_why_nobody_is_noted_makes_no_difference(ws: Workspace, partner: Workspace, case: Case) -> None:
    told: JSON = {"case": case.id, "speaker": {"absent": "withheld"}, "statements": [{"words": SECRET}]}
    (testimony,) = records.add(ws, "testimony", [told]).created
    assert staying(ws, case, "Partner", "redacted")[testimony] == "no_speaker"


@pytest.mark.parametrize(("to", "mode"), [("Bao", "transfer"), ("Partner", "redacted")])
def test_a_transcript_stays_with_the_testimony_it_is_of(
    ws: Workspace, bao: Workspace, partner: Workspace, case: Case, tmp_path: Path, to: str, mode: str
) -> None:
    (tmp_path / "t.txt").write_text(SECRET)
    (transcript,) = evidence.attach(ws, case.id, tmp_path / "t.txt").created[:1]
    records.edit(ws, transcript, {"testimony": case.testimony})
    consented(ws, case.mother, "keep_only")
    assert staying(ws, case, to, mode)[transcript] == "of_withheld"


def from_words(ws: Workspace, case: Case) -> dict[str, JSON]:
    """What an act has that is begun from the account of the mother."""
    statements = ws.vault.state(case.testimony).nested()["statements"]
    assert isinstance(statements, dict)
    act = from_account.begin_act(ws, from_account.Words(case.testimony, next(iter(statements)), 0, 8)).nested
    assert isinstance(act, dict)
    return act


@pytest.fixture
def begun(ws: Workspace, case: Case) -> str:
    """An act against the son, who agrees, begun from words of his mother, who has taken everything back."""
    agree(ws, case.son)
    consented(ws, case.mother, listed=())
    act = from_words(ws, case)
    (made,) = family.add_act(ws, case.id, {"type": "F.02", **act, "victim": case.son}).created
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.mother))
    return made


def everything(reader: Workspace, file: Path) -> str:
    kept = members(reader, file)
    return "".join(kept[name].decode() for name in ("case.html", "revisions.jsonl"))


def test_words_of_who_took_everything_back_stay_out_of_a_copy_though_an_act_quotes_them(
    ws: Workspace, partner: Workspace, case: Case, begun: str
) -> None:
    assert "半夜" not in copy(ws, partner, case)


def test_they_stay_out_of_a_transfer_too(ws: Workspace, bao: Workspace, case: Case, begun: str) -> None:
    assert "半夜" not in everything(bao, handed(ws, case.id, "Bao"))


def test_so_they_do_where_the_act_has_been_put_on_other_words_since(
    ws: Workspace, bao: Workspace, case: Case, begun: str
) -> None:
    anchors = records.show(ws, begun).nested["anchors"]
    assert isinstance(anchors, dict)
    records.edit(ws, begun, {"anchors": dict.fromkeys(anchors), "narrative": "He was told of it."})
    assert "半夜" not in everything(bao, handed(ws, case.id, "Bao"))


def test_an_act_with_a_quote_leaves_when_who_said_it_agrees(ws: Workspace, partner: Workspace, case: Case) -> None:
    agree(ws, case.son, case.mother)
    act = from_words(ws, case)
    family.add_act(ws, case.id, {"type": "F.02", **act, "victim": case.son, "words_used": SECRET})
    assert SECRET in copy(ws, partner, case)


def test_what_was_made_from_a_file_stays_with_it(ws: Workspace, bao: Workspace, case: Case, tmp_path: Path) -> None:
    (tmp_path / "whole.txt").write_bytes(b"a letter of hers")
    (tmp_path / "part.txt").write_bytes(SECRET.encode())
    whole = evidence.attach(ws, case.id, tmp_path / "whole.txt").created[0]
    part = evidence.attach(ws, case.id, tmp_path / "part.txt").created[0]
    records.edit(ws, whole, {"people": [{"person": case.mother}]})
    records.edit(ws, part, {"parent": whole})
    consented(ws, case.mother, listed=())
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.mother))
    leaving = {one.record for made in preview(ws, case.id, "Bao").copies for one in made.leaving}
    assert not {whole, part} & leaving


def test_the_words_of_a_case_stay_once_one_of_its_defenders_says_no(
    ws: Workspace, partner: Workspace, case: Case
) -> None:
    records.edit(ws, case.id, {"summary": SECRET})
    agree(ws, case.mother, case.son)
    assert SECRET in copy(ws, partner, case)
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.son, only=["share_partner"]))
    assert SECRET not in copy(ws, partner, case)


def test_a_file_stays_that_came_from_somebody_who_said_no(ws: Workspace, case: Case) -> None:
    (file,) = records.add(ws, "evidence", [{"case": case.id, "received_from": case.mother}]).created
    consented(ws, case.mother, listed=())
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.mother))
    assert leaving.redacted(ws, gather(ws, case.id), "share_partner", "Partner").stays[file] == "withdrawn"


def test_a_name_that_is_sealed_goes_to_no_stranger_though_its_bearer_is_publicly_known(
    ws: Workspace, case: Case
) -> None:
    agree(ws, case.mother, case.son)
    records.edit(ws, case.mother, {"publicly_known": True})
    stays = leaving.redacted(ws, gather(ws, case.id), "share_partner", "Partner").stays
    assert {stays[name] for name in ws.vault.referring(case.mother, "name")} == {"never_leaves"}


def test_what_our_team_may_see_unasked_goes_to_nobody_else_unasked(ws: Workspace, case: Case) -> None:
    verdict = leaving.redacted(ws, gather(ws, case.id), "internal", "Partner")
    assert verdict.refused[case.son] == "not_asked"


def test_an_account_without_a_speaker_is_the_interviewed_persons(ws: Workspace, bao: Workspace, case: Case) -> None:
    (held,) = records.add(ws, "interview", [{"case": case.id, "interviewee": case.mother}]).created
    records.add(ws, "testimony", [{"case": case.id, "interview": held, "statements": [{"words": SECRET}]}])
    consented(ws, case.mother, listed=())
    withdrawal.withdraw(ws, withdrawal.preview_withdrawal(ws, case.mother))
    assert SECRET not in everything(bao, handed(ws, case.id, "Bao"))


@pytest.mark.parametrize("moved", [False, True])
def test_a_colleague_who_says_that_two_are_not_one_takes_no_refusal_away(
    ws: Workspace, bao: Workspace, partner: Workspace, case: Case, *, moved: bool
) -> None:
    agree(ws, case.mother, case.son)
    family.add_act(ws, case.id, {"type": "F.02", "victim": case.mother, "narrative": SECRET})
    (twin,) = records.add(ws, "person", [{"counting_unit": "individual"}]).created
    records.add(ws, "relationship", [{"person": twin, "type": "parent", "related_person": case.son}])
    no: JSON = {"scope": "share_partner", "state": "refused"}
    records.add(ws, "consent", [{"person": twin, "state": "given", "scopes": [no]}])
    (decision,) = same_person.decide(ws, case.mother, twin, same_person.SAME).created
    assert SECRET not in copy(ws, partner, case)
    received(bao, handed(ws, case.id, "Bao"))
    assert same_person.recorded_as(bao, twin)[0] == same_person.recorded_as(bao, case.mother)[0]
    if moved:
        records.edit(bao, decision, {"person": case.son, "other": case.son})
    else:
        same_person.decide(bao, case.mother, twin, same_person.NOT_SAME)
    received(ws, handed(bao, case.id, "Anna"))
    assert SECRET not in copy(ws, partner, case)
