"""Making revisions, erasing, accepting."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.errors import Refused
from desktop.history.envelope import target
from desktop.history.revise import accept, erase, revise
from desktop.history.revision import verify
from tests.history.replica import Replica, exchange, key_of, merge_of

KEY = key_of(1)


def test_a_root_names_its_record_by_its_own_id() -> None:
    root, opening = revise(None, "case", {"title": "a"}, KEY, 5)
    assert root.record == root.id
    assert (root.envelope.parents, root.envelope.depth, root.envelope.at) == ((), 1, 5)
    assert verify(root.raw, root.signature) == root
    opening.check(root.envelope)


def test_two_roots_that_say_the_same_are_two_records() -> None:
    assert revise(None, "case", {"title": "a"}, KEY, 5)[0].id != revise(None, "case", {"title": "a"}, KEY, 5)[0].id


def test_a_revision_follows_all_heads() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = mine.create({"title": "a"})
    exchange(mine, theirs)
    sides = [mine.edit(case, {"title": "b"}), theirs.edit(case, {"summary": "c"})]
    exchange(mine, theirs)
    joined = mine.edit(case, {"title": "d"})
    assert joined.envelope.parents == tuple(sorted(side.id for side in sides))
    assert joined.envelope.depth == 3
    assert verify(joined.raw, joined.signature) == joined


def test_a_choice_is_a_revision_after_all_heads() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = mine.create({"title": "a"})
    exchange(mine, theirs)
    mine.edit(case, {"title": "b"})
    theirs.edit(case, {"title": "c"})
    exchange(mine, theirs)
    mine.edit(case, {"title": "c"})
    assert mine.state(case).conflicts() == {}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "revise.nothing"),
        ({"Title": 1}, "path.malformed"),
        ({"title": 1.5}, "value.type"),
        ({"notes/x": 1}, "path.malformed"),
    ],
)
def test_what_cannot_be_said_is_refused(body: dict[str, Any], code: str) -> None:
    with pytest.raises(Refused) as caught:
        revise(None, "case", body, KEY, 0)
    assert caught.value.code == code


@pytest.mark.parametrize("kind", ["Case", "", "a b", "案件"])
def test_a_kind_that_is_no_name_is_refused(kind: str) -> None:
    with pytest.raises(Refused, match=r"revise\.kind"):
        revise(None, kind, {"title": "a"}, KEY, 0)


def test_a_record_keeps_its_kind() -> None:
    mine = Replica(1)
    case = mine.create({"title": "a"})
    with pytest.raises(Refused, match=r"revise\.kind"):
        revise(mine.state(case), "person", {"title": "b"}, KEY, 0)


def test_whose_consent_it_is_is_said_by_the_root_alone() -> None:
    mine = Replica(1)
    consent = mine.create({"person": "0" * 64, "state": "granted"}, kind="consent")
    mine.edit(consent, {"state": "withdrawn"})
    with pytest.raises(Refused, match=r"envelope\.consent_person"):
        mine.edit(consent, {"person": "1" * 64})


def test_only_some_kinds_can_be_sealed() -> None:
    with pytest.raises(ValueError, match="sealed"):
        revise(None, "case", {"title": "a"}, KEY, 0, sealed=True)
    assert revise(None, "name", {"full": "王玉文"}, KEY, 0, sealed=True)[0].envelope.sealed


def test_an_erasure_follows_all_it_erases() -> None:
    mine = Replica(1)
    case = mine.create({"title": "a"})
    edit = mine.edit(case, {"title": "b"})
    erasure = mine.erase(case, [target(edit.id, "title"), case])
    assert erasure.envelope.erases == tuple(sorted([case, target(edit.id, "title")]))
    assert erasure.envelope.parents == (edit.id,)
    assert verify(erasure.raw, erasure.signature) == erasure


@pytest.mark.parametrize("targets", ["0" * 64, ["0" * 64], "all"])
def test_only_what_is_part_of_the_record_can_be_erased(targets: Any) -> None:
    mine = Replica(1)
    case = mine.create({"title": "a"})
    with pytest.raises(Refused, match=r"erase\.unknown"):
        erase(mine.state(case), targets, KEY, 0)


def test_a_field_to_erase_must_be_a_path() -> None:
    mine = Replica(1)
    case = mine.create({"title": "a"})
    with pytest.raises(Refused, match=r"erase\.unknown"):
        erase(mine.state(case), [case + "/Not A Path"], KEY, 0)


def test_nothing_cannot_be_erased() -> None:
    mine = Replica(1)
    case = mine.create({"title": "a"})
    with pytest.raises(Refused, match=r"erase\.nothing"):
        erase(mine.state(case), [], KEY, 0)


def test_among_too_many_heads_only_the_whole_record_can_be_erased() -> None:
    mine = Replica(1)
    case = mine.create({"title": "a"})
    for number in range(65):
        mine.keep(*merge_of([mine.log[case]], {"title": number}, key_of(3)))
    with pytest.raises(Refused, match=r"erase\.heads"):
        mine.erase(case, [case])
    mine.erase(case, "record")
    assert mine.state(case).erased


def test_of_a_deletion_that_says_more_only_the_deletion_is_repeated() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = theirs.create({"title": "a"})
    deletion = theirs.edit(case, {"*": True, "title": "b"})
    mine.receive(theirs)
    assert mine.accept(deletion).envelope.sets == ("*",)


def test_of_several_removals_only_those_that_are_open_are_repeated() -> None:
    mine, theirs = Replica(1), Replica(2)
    one, other = f"flags/{'a' * 32}/*", f"flags/{'b' * 32}/*"
    case = theirs.create({"title": "a"})
    removal = theirs.edit(case, {one: True, other: True})
    theirs.edit(case, {other: False})
    mine.receive(theirs)
    (proposal,) = mine.proposals(case)
    opening = mine.openings[removal.id]
    repeated, _ = accept(mine.state(case), removal, opening, KEY, 0, proposal.registers)
    assert repeated.envelope.sets == (one,)


def test_what_is_not_here_cannot_be_repeated() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = theirs.create({"title": "a"})
    deletion = theirs.edit(case, {"*": True})
    mine.receive(theirs, withheld={deletion.id: ["*"]})
    with pytest.raises(Refused, match=r"accept\.not_here"):
        accept(mine.state(case), deletion, None, KEY, 0)
