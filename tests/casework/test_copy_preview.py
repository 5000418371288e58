"""The preview of a redacted copy is the copy: its codes, its titles, what was taken out of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.casework import family, handoff, records
from desktop.casework import receive as receiving
from desktop.casework.handoff import Handoff, HandoffPreview
from desktop.casework.receive import ReceivePreview
from desktop.casework.workspace import JSON, Workspace
from desktop.errors import Refused
from desktop.history.codes import code_of
from tests.casework.conftest import Case, Make, introduce
from tests.casework.exchange import arriving, handed, opened, preview, received
from tests.casework.shorthand import consented

PHRASE = "nine grey herons stand still"


@pytest.fixture
def agreed(ws: Workspace, case: Case) -> Case:
    """The mother agrees, the son was not asked."""
    consented(ws, case.mother, listed=("share_partner",))
    return case


def codes_shown(found: HandoffPreview) -> set[str]:
    """The codes of people the preview speaks of."""
    leaving = {one.reads_as for one in found.leaving if one.kind == "person"}
    return leaving | {one.reads_as for one in found.staying if one.kind == "person"}


def codes_sent(package: ReceivePreview) -> set[str]:
    """The codes of people in the package, as the receiver sees them."""
    return {code_of(one.record) for one in package.arriving if one.kind == "person"}


def written(ws: Workspace, found: HandoffPreview, file: Path) -> Path:
    return handoff.hand_off(ws, found, file).files[0]


def taken(found: HandoffPreview) -> dict[str, list[tuple[str, str, int]]]:
    """By record the words taken out, how, how often."""
    (copy,) = found.copies
    return {one.record: [(each.words, each.how, each.times) for each in one.taken] for one in copy.taken}


def test_people_are_shown_with_the_codes_the_receiver_will_see(
    ws: Workspace, partner: Workspace, agreed: Case, tmp_path: Path
) -> None:
    found = preview(ws, agreed.id, "Partner", "redacted")
    package = arriving(partner, written(ws, found, tmp_path / "x.age"))
    assert codes_shown(found) == codes_sent(package)
    assert len(codes_sent(package)) == 2


def test_who_does_not_permit_is_listed_as_the_bare_code_that_leaves(
    ws: Workspace, partner: Workspace, agreed: Case, tmp_path: Path
) -> None:
    found = preview(ws, agreed.id, "Partner", "redacted")
    (son,) = (one for one in found.staying if one.record == agreed.son)
    package = arriving(partner, written(ws, found, tmp_path / "x.age"))
    (bare,) = (one.record for one in package.arriving if code_of(one.record) == son.reads_as)
    assert opened(package, bare) == [{"counting_unit": "individual"}]


def test_a_copy_for_a_passphrase_has_the_codes_of_its_preview(
    ws: Workspace, partner: Workspace, agreed: Case, tmp_path: Path
) -> None:
    found = handoff.preview_handoff(ws, Handoff(agreed.id, "redacted"))
    handoff.hand_off(ws, found, tmp_path / "x.age", passphrase=PHRASE, work_factor=2)
    package = receiving.preview_package(partner, tmp_path / "x.age", passphrase=PHRASE)
    assert codes_shown(found) == codes_sent(package)


def test_a_later_copy_shows_the_codes_they_know(ws: Workspace, partner: Workspace, agreed: Case) -> None:
    handed(ws, agreed.id, "Partner", "redacted")
    first = codes_shown(preview(ws, agreed.id, "Partner", "redacted"))
    handed(ws, agreed.id, "Partner", "redacted")
    assert codes_shown(preview(ws, agreed.id, "Partner", "redacted")) == first


def test_every_record_is_shown_by_the_title_it_has_where_it_arrives(
    ws: Workspace, partner: Workspace, agreed: Case
) -> None:
    family.add_act(ws, agreed.id, {"type": "F.02", "victim": agreed.mother, "because_of": agreed.son})
    records.edit(ws, agreed.id, {"title": "林秀兰的案子"})
    found = preview(ws, agreed.id, "Partner", "redacted")
    received(partner, handed(ws, agreed.id, "Partner", "redacted"))
    kinds = {one.kind for one in found.leaving} - {"person"}
    there = [row.title for kind in kinds for row in records.list_records(partner, kind).rows]
    codes = codes_shown(preview(ws, agreed.id, "Partner", "redacted"))
    shown = [one.reads_as or one.title for one in found.leaving if one.kind in kinds]
    assert len(shown) == len(there) == 3
    assert sorted(_coded(one, codes_shown(found)) for one in shown) == sorted(_coded(one, codes) for one in there)


def _coded(title: str, codes: set[str]) -> str:
    """Each preview of a first copy draws codes of its own."""
    for code in codes:
        title = title.replace(code, "CODE")
    return title


def test_what_reads_the_same_there_is_not_told_twice(ws: Workspace, partner: Workspace, agreed: Case) -> None:
    found = preview(ws, agreed.id, "Partner", "redacted")
    assert [one.reads_as for one in found.leaving if one.kind == "case"] == [""]


def test_an_official_is_shown_by_the_name_that_goes_along(ws: Workspace, partner: Workspace, agreed: Case) -> None:
    (official,) = records.add(ws, "person", [{"official": True}]).created
    records.add(ws, "name", [{"person": official, "full": "赵科长"}])
    act = family.add_act(ws, agreed.id, {"type": "F.02", "victim": agreed.mother}).created[0]
    records.add(ws, "involvement", [{"act": act, "perpetrator": official}])
    found = preview(ws, agreed.id, "Partner", "redacted")
    assert [(one.title, one.reads_as) for one in found.leaving if one.record == official] == [("赵科长", "")]


def test_a_transfer_calls_everybody_as_here(make: Make, ws: Workspace, case: Case) -> None:
    introduce(ws, make("Bao"))
    assert {one.reads_as for one in preview(ws, case.id, "Bao").leaving} == {""}


def test_of_what_nothing_may_go_is_said_to_stay(ws: Workspace, partner: Workspace, agreed: Case) -> None:
    (source,) = records.add(ws, "source", [{"title": "A page about the family"}]).created
    records.add(ws, "citation", [{"of": agreed.id, "source": source}])
    found = preview(ws, agreed.id, "Partner", "redacted")
    assert {one.record: one.reason for one in found.staying}[source] == "nothing_left"
    received(partner, handed(ws, agreed.id, "Partner", "redacted"))
    assert records.list_records(partner, "source").total == 0


def test_a_later_copy_clears_what_may_not_go_any_more(ws: Workspace, partner: Workspace, agreed: Case) -> None:
    (source,) = records.add(ws, "source", [{"title": "A page", "publisher": "The Courier"}]).created
    records.add(ws, "citation", [{"of": agreed.id, "source": source}])
    received(partner, handed(ws, agreed.id, "Partner", "redacted"))
    records.edit(ws, source, {"publisher": None})
    received(partner, handed(ws, agreed.id, "Partner", "redacted"))
    (row,) = records.list_records(partner, "source").rows
    assert records.show(partner, row.id).nested == {}


def test_names_that_read_as_a_code_are_counted_by_record(ws: Workspace, partner: Workspace, agreed: Case) -> None:
    records.edit(ws, agreed.id, {"summary": "林秀兰来了。秀兰走了，林秀兰又来。"})
    found = taken(preview(ws, agreed.id, "Partner", "redacted"))
    assert found == {agreed.id: [("林秀兰", "coded", 2), ("秀兰", "coded", 1)]}


def test_what_is_left_out_is_told_apart(ws: Workspace, partner: Workspace, agreed: Case) -> None:
    contact: JSON = {"type": "address", "address": "青石镇河边路七号"}
    records.add(ws, "identity", [{"of": agreed.mother, "addresses": [contact]}])
    records.edit(ws, agreed.id, {"summary": "他们到青石镇河边路七号。"})
    found = taken(preview(ws, agreed.id, "Partner", "redacted"))
    assert found == {agreed.id: [("青石镇河边路七号", "left_out", 1)]}


def test_a_word_taken_for_a_name_is_seen_as_such(ws: Workspace, partner: Workspace, agreed: Case) -> None:
    records.add(ws, "name", [{"person": agreed.son, "full": "林方便"}])
    records.edit(ws, agreed.id, {"summary": "她行动不方便。"})
    assert taken(preview(ws, agreed.id, "Partner", "redacted")) == {agreed.id: [("方便", "coded", 1)]}


def test_mentions_are_no_words_taken_out(ws: Workspace, partner: Workspace, agreed: Case) -> None:
    records.edit(ws, agreed.id, {"summary": f"⟦{agreed.mother}⟧ 来了。"})
    assert taken(preview(ws, agreed.id, "Partner", "redacted")) == {}


def test_the_words_are_not_shown_while_names_are_hidden(ws: Workspace, partner: Workspace, agreed: Case) -> None:
    records.edit(ws, agreed.id, {"summary": "林秀兰来了。"})
    found = preview(ws.hiding_names(True), agreed.id, "Partner", "redacted")
    assert taken(found) == {agreed.id: [("", "coded", 1)]}


def test_what_a_record_lacks_to_leave_is_told(ws: Workspace, partner: Workspace, agreed: Case) -> None:
    (act,) = family.add_act(ws, agreed.id, {"type": "F.02", "victim": agreed.mother}).created
    lacks = {one.record: one.lacks for one in preview(ws, agreed.id, "Partner", "redacted").leaving}
    assert lacks[act] == ("because_of", "relationship")


def test_a_preview_keeps_nothing(ws: Workspace, partner: Workspace, agreed: Case) -> None:
    preview(ws, agreed.id, "Partner", "redacted")
    assert ws.vault.derived.one(partner.vault.signing.public_hex, agreed.mother) is None


def test_words_written_since_the_preview_are_looked_at_first(
    ws: Workspace, partner: Workspace, agreed: Case, tmp_path: Path
) -> None:
    found = preview(ws, agreed.id, "Partner", "redacted")
    records.edit(ws, agreed.id, {"summary": "Something new"})
    with pytest.raises(Refused, match=r"handoff\.changed"):
        written(ws, found, tmp_path / "x.age")


def test_a_preview_from_before_another_copy_is_looked_at_again(
    ws: Workspace, partner: Workspace, agreed: Case, tmp_path: Path
) -> None:
    """The codes are those of the copy that was written first."""
    found = preview(ws, agreed.id, "Partner", "redacted")
    handed(ws, agreed.id, "Partner", "redacted")
    with pytest.raises(Refused, match=r"handoff\.changed"):
        written(ws, found, tmp_path / "x.age")
