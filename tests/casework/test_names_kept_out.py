"""No name, number or address of anybody leaves in a redacted copy, as it is or as it was."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.casework import contacts, family, handoff, records, said_elsewhere
from desktop.casework.handoff import Handoff
from desktop.casework.workspace import JSON, Workspace
from desktop.errors import Refused
from tests.casework.conftest import Case, Make, introduce
from tests.casework.exchange import arriving, handed, members, received
from tests.casework.shorthand import consented

NAME = "林秀芝"


@pytest.fixture
def partner(make: Make, ws: Workspace, case: Case) -> Workspace:
    """Somebody of another organisation; mother and son agree that they get a copy."""
    other = make("Partner")
    introduce(ws, other, our_team=False)
    for person in (case.mother, case.son):
        consented(ws, person, listed=("share_partner",))
    return other


def copy(ws: Workspace, partner: Workspace, case: Case) -> str:
    """Every word of the redacted copy that can be read with its outer key."""
    package = arriving(partner, handed(ws, case.id, "Partner", "redacted"))
    kept = members(partner, package.file)
    return "".join(kept[name].decode() for name in ("case.html", "revisions.jsonl"))


def test_a_name_that_was_made_up_and_is_the_real_one_now(ws: Workspace, partner: Workspace, case: Case) -> None:
    made_up: JSON = {"person": case.mother, "type": "pseudonym_case", "full": "Aunt Crane"}
    (name,) = records.add(ws, "name", [made_up]).created
    records.edit(ws, name, {"type": "legal", "full": NAME})
    assert NAME not in copy(ws, partner, case)


def test_the_name_of_who_was_an_official_by_mistake(ws: Workspace, partner: Workspace, case: Case) -> None:
    (person,) = records.add(ws, "person", [{"official": True}]).created
    records.add(ws, "name", [{"person": person, "full": NAME}])
    records.edit(ws, person, {"official": False})
    consented(ws, person, listed=("share_partner",))
    family.add_act(ws, case.id, {"type": "F.02", "victim": person, "narrative": f"They took {NAME} away."})
    assert NAME not in copy(ws, partner, case)


def test_a_name_a_colleague_kept_open(make: Make, ws: Workspace, partner: Workspace, case: Case) -> None:
    bao = make("Bao")
    introduce(ws, bao)
    received(bao, handed(ws, case.id, "Bao"))
    records.edit(bao, case.mother, {"official": True})
    records.add(bao, "name", [{"person": case.mother, "full": NAME}])
    received(ws, handed(bao, case.id, "Anna"))
    assert NAME not in copy(ws, partner, case)


@pytest.mark.parametrize(
    ("about", "named"),
    [
        ({"publicly_known": True}, {}),
        ({"official": True}, {}),
        ({}, {"type": "pseudonym_case"}),
    ],
)
def test_a_name_that_may_be_read_by_the_word_of_others_before_somebody_here_says_so_too(
    make: Make,
    ws: Workspace,
    partner: Workspace,
    case: Case,
    about: dict[str, JSON],
    named: dict[str, JSON],
) -> None:
    bao = make("Bao")
    introduce(ws, bao)
    received(bao, handed(ws, case.id, "Bao"))
    (person,) = records.add(bao, "person", [{"counting_unit": "individual", **about}]).created
    (name,) = records.add(bao, "name", [{"person": person, "full": NAME, **named}]).created
    family.add_act(bao, case.id, {"type": "F.02", "victim": case.mother, "because_of": person})
    received(ws, handed(bao, case.id, "Anna"))
    assert not ws.vault.sealed(name)
    consented(ws, person, listed=("share_partner",))
    assert NAME not in copy(ws, partner, case)
    said_elsewhere.say_so_too(ws, person if about else name)
    assert NAME in copy(ws, partner, case)
    with pytest.raises(Refused, match=r"said\.here"):
        said_elsewhere.say_so_too(ws, person)


def test_the_name_of_somebody_of_another_case_whom_others_call_an_official(
    make: Make, ws: Workspace, partner: Workspace, case: Case
) -> None:
    bao = make("Bao")
    introduce(ws, bao)
    received(bao, handed(ws, case.id, "Bao"))
    (other,) = records.add(bao, "case", [{"title": "Another"}]).created
    (person,) = records.add(bao, "person", [{"counting_unit": "individual", "official": True}]).created
    records.add(bao, "name", [{"person": person, "full": NAME}])
    family.add_act(bao, other, {"type": "F.02", "victim": person})
    received(ws, handed(bao, other, "Anna"))
    records.edit(ws, case.id, {"summary": f"从前是{NAME}说的"})
    assert NAME not in copy(ws, partner, case)
    said_elsewhere.say_so_too(ws, person)
    assert NAME in copy(ws, partner, case)


def test_the_name_of_who_is_publicly_known_and_refuses(ws: Workspace, partner: Workspace, case: Case) -> None:
    (person,) = records.add(ws, "person", [{"publicly_known": True}]).created
    records.add(ws, "name", [{"person": person, "full": NAME}])
    fields: JSON = {"type": "F.02", "victim": case.mother, "because_of": person, "narrative": f"{NAME} was there."}
    assert isinstance(fields, dict)
    family.add_act(ws, case.id, fields)
    assert NAME not in copy(ws, partner, case)


@pytest.mark.parametrize("how", ["changed", "removed", "deleted"])
@pytest.mark.parametrize(
    ("field", "inner", "words", "secret"),
    [
        ("contacts", "value", "139 0000 1234", "13900001234"),
        ("spoken", "words", "小兰子", "小兰子"),
        ("addresses", "address", "柳树胡同七号", "柳树胡同"),
    ],
)
def test_what_an_identity_said_before(
    ws: Workspace, partner: Workspace, case: Case, how: str, field: str, inner: str, words: str, secret: str
) -> None:
    (identity,) = records.add(ws, "identity", [{"of": case.mother, field: [{inner: words}]}]).created
    items = records.show(ws, identity).nested[field]
    assert isinstance(items, dict)
    records.edit(ws, case.id, {"summary": f"从前是{secret}七号"})
    if how == "deleted":
        records.delete(ws, identity)
    else:
        records.edit(ws, identity, {field: dict.fromkeys(items, {inner: "某某某某"} if how == "changed" else None)})
    assert secret not in copy(ws, partner, case)


@pytest.mark.parametrize("written", ["linxiulan1985@mail.example", "LinXiulan2", "林*秀*兰", "林|秀|兰", "林【秀】兰"])
def test_a_name_with_digits_behind_or_signs_within(ws: Workspace, partner: Workspace, case: Case, written: str) -> None:
    records.edit(ws, case.id, {"summary": f"写作 {written} 的人"})
    assert not re.search("秀|(?i:xiulan)", copy(ws, partner, case))


def test_a_name_in_what_a_copy_is_for(ws: Workspace, partner: Workspace, case: Case, tmp_path: Path) -> None:
    to = (contacts.resolve_contact(ws, "Partner").id,)
    wanted = Handoff(case.id, "redacted", to, "share_partner", purpose="For 林秀兰 and ⟦⟦ her")
    (file,) = handoff.hand_off(ws, handoff.preview_handoff(ws, wanted), tmp_path / "copy.age").files
    assert re.fullmatch(r"For \w{4}-\w{4} and ⟦⟦ her", arriving(partner, file).purpose)


def test_a_number_or_an_address_of_somebody_of_another_case(ws: Workspace, partner: Workspace, case: Case) -> None:
    (person,) = records.add(ws, "person", [{"counting_unit": "individual"}]).created
    kept: dict[str, JSON] = {
        "contacts": [{"type": "phone", "value": "+86 139 1234 5678"}],
        "documents": [{"number": "110101190003071234"}],
        "addresses": [{"address": "青石巷十七号"}],
    }
    records.add(ws, "identity", [{"of": person, **kept}])
    said = "13912345678 / 110101190003071234 / 青石巷十七号"
    family.add_act(ws, case.id, {"type": "F.02", "victim": case.mother, "narrative": said})
    left = copy(ws, partner, case)
    assert [word for word in said.split(" / ") if word in left] == []


def test_what_is_work_for_ourselves_or_leads_to_somebody(ws: Workspace, partner: Workspace, case: Case) -> None:
    word = "竹笛"
    records.edit(ws, case.id, {"collects": [{"detail": "phone", "why": word}]})
    records.edit(
        ws, case.testimony, {"contradictions": [{"type": "external", "description": word}], "speaker_reliability": "5"}
    )
    fields: dict[str, JSON] = {"type": "A.01", "victim": case.mother, "whereabouts": word}
    family.add_act(ws, case.id, fields)
    talk: JSON = {"case": case.id, "interviewee": case.mother, "distress_signs": word, "read_back": True}
    records.add(ws, "interview", [talk])
    letter: JSON = {"case": case.id, "people": [{"person": case.mother}], "reference": word, "addressee": "the experts"}
    records.add(ws, "intervention", [letter])
    left = copy(ws, partner, case)
    assert "speaker_reliability" not in left
    assert "the experts" in left
    assert word not in left
