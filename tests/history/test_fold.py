"""State: maximal setters, conflicts, registers, erasures, what is not here."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from desktop.errors import Damaged, Refused
from desktop.history.envelope import target
from desktop.history.fold import fold
from desktop.history.paths import Path
from desktop.history.state import RecordState
from tests.history.replica import Replica, exchange, key_of, merge_of

ITEM_A, ITEM_B = "a" * 32, "b" * 32


@pytest.fixture
def mine() -> Replica:
    """A researcher's laptop."""
    return Replica(1, own=[2])


@pytest.fixture
def desk() -> Replica:
    """The same researcher's computer at the office."""
    return Replica(2, own=[1])


@pytest.fixture
def theirs() -> Replica:
    """A colleague's machine."""
    return Replica(3)


def shown(state: RecordState, path: Path) -> list[Any]:
    return [setter.value for setter in state.fields[path].setters]


def test_the_last_value_said_is_shown(mine: Replica) -> None:
    case = mine.create({"title": "a", "priority": 1})
    mine.edit(case, {"title": "b"})
    assert mine.state(case).values() == {"title": "b", "priority": 1}
    assert mine.state(case).conflicts() == {}


def test_null_clears(mine: Replica) -> None:
    case = mine.create({"title": "a", "priority": 1})
    mine.edit(case, {"title": None})
    assert mine.state(case).values() == {"priority": 1}


def test_concurrent_edits_of_two_fields_merge(mine: Replica, theirs: Replica) -> None:
    case = mine.create({"title": "a"})
    exchange(mine, theirs)
    mine.edit(case, {"title": "b"})
    theirs.edit(case, {"summary": "c"})
    exchange(mine, theirs)
    assert mine.state(case).values() == theirs.state(case).values() == {"title": "b", "summary": "c"}
    assert len(mine.state(case).heads) == 2


def conflict(mine: Replica, theirs: Replica) -> str:
    case = mine.create({"title": "a"})
    exchange(mine, theirs)
    mine.edit(case, {"title": "b"})
    theirs.edit(case, {"title": "c"})
    exchange(mine, theirs)
    return case


def test_concurrent_edits_of_one_field_are_both_kept_and_shown(mine: Replica, theirs: Replica) -> None:
    case = conflict(mine, theirs)
    for replica in (mine, theirs):
        (setters,) = replica.state(case).conflicts().values()
        assert {setter.value for setter in setters} == {"b", "c"}
        assert replica.state(case).values()["title"] == setters[0].value


def test_both_sides_of_a_conflict_show_the_same_value_first(mine: Replica, theirs: Replica) -> None:
    case = conflict(mine, theirs)
    assert mine.state(case).values() == theirs.state(case).values()


def test_saving_another_field_does_not_settle_a_conflict(mine: Replica, theirs: Replica) -> None:
    case = conflict(mine, theirs)
    mine.edit(case, {"summary": "d"})
    assert set(mine.state(case).conflicts()) == {"title"}


def test_a_choice_settles_a_conflict_for_everybody(mine: Replica, theirs: Replica) -> None:
    case = conflict(mine, theirs)
    mine.edit(case, {"title": "c"})
    exchange(mine, theirs)
    assert theirs.state(case).conflicts() == {}
    assert theirs.state(case).values() == {"title": "c"}


def test_the_same_value_said_twice_is_no_conflict(mine: Replica, theirs: Replica) -> None:
    case = mine.create({"title": "a"})
    exchange(mine, theirs)
    mine.edit(case, {"title": "b"})
    theirs.edit(case, {"title": "b"})
    exchange(mine, theirs)
    assert mine.state(case).conflicts() == {}


def test_one_and_true_are_a_conflict(mine: Replica, theirs: Replica) -> None:
    case = mine.create({"title": "a"})
    exchange(mine, theirs)
    mine.edit(case, {"title": 1})
    theirs.edit(case, {"title": True})
    exchange(mine, theirs)
    assert len(mine.state(case).conflicts()["title"]) == 2


def test_a_clock_decides_nothing(mine: Replica, theirs: Replica) -> None:
    case = mine.create({"title": "a"})
    mine.at -= 10**9
    mine.edit(case, {"title": "b"})
    assert mine.state(case).values() == {"title": "b"}
    exchange(mine, theirs)
    theirs.at += 10**9
    theirs.edit(case, {"title": "c"})
    mine.edit(case, {"title": "d"})
    exchange(mine, theirs)
    assert len(mine.state(case).conflicts()["title"]) == 2


def test_receiving_twice_changes_nothing(mine: Replica, theirs: Replica) -> None:
    case = conflict(mine, theirs)
    before = mine.state(case)
    mine.receive(theirs)
    assert mine.state(case) == before


def test_neither_order_nor_repetition_of_revisions_matters(mine: Replica, theirs: Replica) -> None:
    case = conflict(mine, theirs)
    mine.edit(case, {"*": True})
    expected = mine.state(case)
    for order in itertools.permutations(mine.revisions(case)):
        assert fold([*order, *order], mine.openings, mine.own) == expected


# ------------------------------------------------------------------------------------------- registers


def test_a_deleted_record_keeps_its_values_and_can_be_brought_back(mine: Replica) -> None:
    case = mine.create({"title": "a"})
    mine.edit(case, {"*": True})
    assert mine.state(case).deleted
    assert mine.state(case).values() == {"title": "a", "*": True}
    mine.edit(case, {"*": False})
    assert not mine.state(case).deleted
    assert mine.state(case).values() == {"title": "a"}


def test_a_deletion_by_somebody_else_does_not_count_until_it_is_repeated(mine: Replica, theirs: Replica) -> None:
    case = theirs.create({"title": "a"})
    deletion = theirs.edit(case, {"*": True})
    mine.receive(theirs)
    assert not mine.state(case).deleted
    assert "*" not in mine.state(case).fields
    mine.accept(deletion)
    assert mine.state(case).deleted


def test_own_machines_delete_for_each_other(mine: Replica, desk: Replica) -> None:
    case = mine.create({"title": "a"})
    mine.edit(case, {"*": True})
    desk.receive(mine)
    assert desk.state(case).deleted


def test_somebody_else_cannot_bring_back_what_was_deleted_here(mine: Replica, theirs: Replica) -> None:
    case = mine.create({"title": "a"})
    mine.edit(case, {"*": True})
    exchange(mine, theirs)
    theirs.edit(case, {"*": False})
    mine.receive(theirs)
    assert mine.state(case).deleted


def test_an_edit_made_without_knowing_of_a_deletion_makes_an_open_conflict(mine: Replica, theirs: Replica) -> None:
    case = mine.create({"title": "a"})
    exchange(mine, theirs)
    mine.edit(case, {"*": True})
    edit = theirs.edit(case, {"title": "b"})
    mine.receive(theirs)
    state = mine.state(case)
    assert not state.deleted
    assert [setter.path for setter in state.conflicts()["*"]] == ["*", "title"]
    assert state.conflicts()["*"][1].revision == edit.id
    assert state.values() == {"title": "b"}


@pytest.mark.parametrize("choice", [True, False])
def test_such_a_conflict_is_settled_by_saying_it_again(mine: Replica, theirs: Replica, choice: bool) -> None:
    case = mine.create({"title": "a"})
    exchange(mine, theirs)
    mine.edit(case, {"*": True})
    theirs.edit(case, {"title": "b"})
    mine.receive(theirs)
    mine.edit(case, {"summary": "unrelated"})
    assert "*" in mine.state(case).conflicts()
    mine.edit(case, {"*": choice})
    assert mine.state(case).conflicts() == {}
    assert mine.state(case).deleted is choice


def test_an_edit_made_after_a_deletion_makes_no_conflict(mine: Replica) -> None:
    case = mine.create({"title": "a"})
    mine.edit(case, {"*": True})
    mine.edit(case, {"title": "b"})
    assert mine.state(case).deleted
    assert mine.state(case).conflicts() == {}


def test_an_edit_one_of_two_deletions_knew_of_makes_no_conflict(mine: Replica, desk: Replica) -> None:
    case = mine.create({"title": "a"})
    desk.receive(mine)
    mine.edit(case, {"*": True})
    desk.edit(case, {"title": "b"})
    desk.edit(case, {"*": True})
    exchange(mine, desk)
    assert mine.state(case).deleted
    assert mine.state(case).conflicts() == {}


def test_deleted_here_and_brought_back_there_is_a_conflict_and_stays_in_sight(mine: Replica, desk: Replica) -> None:
    case = mine.create({"title": "a", "*": True})
    desk.receive(mine)
    mine.edit(case, {"*": True})
    desk.edit(case, {"*": False})
    exchange(mine, desk)
    assert not mine.state(case).deleted
    assert len(mine.state(case).conflicts()["*"]) == 2


def test_a_removed_item_is_left_out_and_comes_back_as_it_was(mine: Replica) -> None:
    case = mine.create({"title": "a", f"flags/{ITEM_A}/code": "child", f"flags/{ITEM_B}/code": "health"})
    mine.edit(case, {f"flags/{ITEM_A}/*": True})
    assert mine.state(case).nested() == {"title": "a", "flags": {ITEM_B: {"code": "health"}}}
    mine.edit(case, {f"flags/{ITEM_A}/*": False})
    assert mine.state(case).nested()["flags"] == {ITEM_A: {"code": "child"}, ITEM_B: {"code": "health"}}


def test_removing_one_item_and_editing_another_merge(mine: Replica, desk: Replica) -> None:
    case = mine.create({f"flags/{ITEM_A}/code": "child", f"flags/{ITEM_B}/code": "health"})
    desk.receive(mine)
    mine.edit(case, {f"flags/{ITEM_A}/*": True})
    desk.edit(case, {f"flags/{ITEM_B}/code": "elderly"})
    exchange(mine, desk)
    assert mine.state(case).nested() == {"flags": {ITEM_B: {"code": "elderly"}}}
    assert mine.state(case).conflicts() == {}


def test_removing_an_item_while_it_is_edited_is_a_conflict(mine: Replica, desk: Replica) -> None:
    register = f"flags/{ITEM_A}/*"
    case = mine.create({f"flags/{ITEM_A}/code": "child"})
    desk.receive(mine)
    mine.edit(case, {register: True})
    desk.edit(case, {f"flags/{ITEM_A}/code": "elderly"})
    exchange(mine, desk)
    assert set(mine.state(case).conflicts()) == {register}
    assert mine.state(case).nested() == {"flags": {ITEM_A: {"code": "elderly"}}}


def test_of_concurrent_orders_the_smallest_is_shown_and_nobody_is_asked(mine: Replica, desk: Replica) -> None:
    path = f"flags/{ITEM_A}/order"
    case = mine.create({path: "V1"})
    desk.receive(mine)
    mine.edit(case, {path: "k1"})
    desk.edit(case, {path: "Z1"})
    exchange(mine, desk)
    assert mine.state(case).values() == desk.state(case).values() == {path: "Z1"}
    assert mine.state(case).conflicts() == {}
    assert shown(mine.state(case), path) == ["Z1", "k1"]


def test_the_order_of_words_in_a_name_is_a_field_like_others(mine: Replica, desk: Replica) -> None:
    case = mine.create({"order": "a"}, kind="name")
    desk.receive(mine)
    mine.edit(case, {"order": "b"})
    desk.edit(case, {"order": "c"})
    exchange(mine, desk)
    assert set(mine.state(case).conflicts()) == {"order"}


# ------------------------------------------------------------------------------------------- own setters


def test_what_others_set_is_left_out_of_the_own_state(mine: Replica, theirs: Replica) -> None:
    consent = mine.create({"state": "refused"}, kind="consent")
    exchange(mine, theirs)
    theirs.edit(consent, {"state": "granted"})
    mine.receive(theirs)
    assert mine.state(consent).values() == {"state": "granted"}
    assert mine.state(consent, setters="own").values() == {"state": "refused"}


def test_repeating_makes_it_own(mine: Replica, theirs: Replica) -> None:
    consent = mine.create({"state": "refused"}, kind="consent")
    exchange(mine, theirs)
    loosened = theirs.edit(consent, {"state": "granted"})
    mine.receive(theirs)
    mine.accept(loosened)
    assert mine.state(consent, setters="own").values() == {"state": "granted"}


# ------------------------------------------------------------------------------------------- not here, struck


def test_a_value_that_did_not_come_leaves_the_latest_that_is_here_and_says_so(mine: Replica, theirs: Replica) -> None:
    case = mine.create({"title": "a", "summary": "s"})
    late = mine.edit(case, {"title": "b", "summary": "t"})
    theirs.receive(mine, withheld={late.id: ["title"]})
    state = theirs.state(case)
    assert state.values() == {"title": "a", "summary": "t"}
    assert state.fields["title"].later_not_here
    assert not state.fields["summary"].later_not_here
    theirs.receive(mine)
    assert theirs.state(case).values() == {"title": "b", "summary": "t"}
    assert not theirs.state(case).fields["title"].later_not_here


def test_a_struck_value_shows_nothing_older(mine: Replica) -> None:
    case = mine.create({"title": "a", "summary": "s"})
    late = mine.edit(case, {"title": "b"})
    mine.erase(case, [target(late.id, "title")])
    assert mine.state(case).values() == {"summary": "s"}
    assert mine.state(case).fields["title"].struck


def test_a_struck_value_under_one_that_did_not_come_shows_nothing_older(mine: Replica, desk: Replica) -> None:
    case = mine.create({"title": "a"})
    middle = mine.edit(case, {"title": "b"})
    late = mine.edit(case, {"title": "c"})
    mine.erase(case, [target(middle.id, "title")])
    desk.receive(mine, withheld={late.id: ["title"]})
    assert desk.state(case).fields["title"].later_not_here
    assert desk.state(case).values() == {}


def test_an_earlier_wording_that_was_struck_leaves_the_later_one(mine: Replica) -> None:
    case = mine.create({"title": "a"})
    root = mine.revisions(case)[0]
    mine.edit(case, {"title": "b"})
    mine.erase(case, [target(root.id, "title")])
    assert mine.state(case).values() == {"title": "b"}
    assert root.id not in mine.openings


def test_a_whole_body_can_be_struck(mine: Replica) -> None:
    case = mine.create({"title": "a", "summary": "s"})
    mine.erase(case, [case])
    assert mine.state(case).values() == {}
    assert not mine.state(case).erased


def test_a_strike_by_somebody_else_does_not_count_until_it_is_repeated(mine: Replica, theirs: Replica) -> None:
    case = theirs.create({"title": "a"})
    mine.receive(theirs)
    erasure = theirs.erase(case, [target(case, "title")])
    mine.receive(theirs)
    assert mine.state(case).values() == {"title": "a"}
    mine.accept(erasure)
    assert mine.state(case).values() == {}
    assert mine.openings == {}


def test_a_struck_opening_that_arrives_again_is_not_kept(mine: Replica, theirs: Replica) -> None:
    case = mine.create({"title": "a", "summary": "s"})
    theirs.receive(mine)
    mine.erase(case, [target(case, "title")])
    mine.receive(theirs)
    assert dict(mine.openings[case].body) == {"summary": "s"}


def test_an_erased_record_is_erased_for_good(mine: Replica, desk: Replica) -> None:
    case = mine.create({"title": "a"})
    desk.receive(mine)
    mine.erase(case, "record")
    beside = desk.edit(case, {"title": "b"})
    mine.receive(desk)
    state = mine.state(case)
    assert state.erased
    assert state.values() == {}
    assert beside.id not in mine.openings
    with pytest.raises(Refused, match=r"revise\.erased"):
        mine.edit(case, {"title": "c"})
    desk.receive(mine)
    assert desk.state(case).erased


def test_a_revision_after_an_erasure_is_covered_too(mine: Replica, theirs: Replica) -> None:
    case = mine.create({"title": "a"})
    mine.erase(case, "record")
    theirs.receive(mine)
    assert not theirs.state(case).erased
    theirs.edit(case, {"title": "again"})
    mine.receive(theirs)
    assert mine.state(case).values() == {}


def test_a_deletion_whose_word_did_not_come_is_not_known(mine: Replica, desk: Replica) -> None:
    case = mine.create({"title": "a"})
    deletion = mine.edit(case, {"*": True})
    desk.receive(mine, withheld={deletion.id: ["*"]})
    assert not desk.state(case).deleted
    assert desk.state(case).fields["*"].later_not_here


# ------------------------------------------------------------------------------------------- the whole record


def test_a_record_once_sealed_stays_sealed(mine: Replica, theirs: Replica) -> None:
    photo = mine.create({"title": "a"}, kind="evidence")
    theirs.receive(mine)
    assert not mine.state(photo).sealed
    mine.edit(photo, {"title": "b"}, sealed=True)
    theirs.edit(photo, {"summary": "did not know"})
    exchange(mine, theirs)
    assert mine.state(photo).sealed
    assert theirs.state(photo).sealed
    assert theirs.edit(photo, {"title": "c"}).envelope.sealed


def test_an_identity_is_sealed_from_the_first(mine: Replica) -> None:
    identity = mine.create({"of": "0" * 64}, kind="identity")
    assert mine.state(identity).sealed


def test_more_than_sixty_four_heads_are_joined_in_steps(mine: Replica) -> None:
    case = mine.create({"title": "a"})
    root = mine.log[case]
    for number in range(70):
        mine.keep(*merge_of([root], {"title": number}, key_of(3)))
    assert len(mine.state(case).heads) == 70
    first = mine.edit(case, {"title": "z"})
    assert len(first.envelope.parents) == 64
    assert len(mine.state(case).heads) == 7
    mine.edit(case, {"title": "z"})
    assert mine.state(case).conflicts() == {}


def test_parts_of_the_log_without_their_beginning_have_no_state(mine: Replica) -> None:
    case = mine.create({"title": "a"})
    edit = mine.edit(case, {"title": "b"})
    with pytest.raises(Damaged, match=r"lineage\."):
        fold([edit], mine.openings, mine.own)
    with pytest.raises(Damaged, match=r"lineage\.root"):
        fold([], {}, mine.own)


def test_two_records_have_no_common_state(mine: Replica) -> None:
    one, other = mine.create({"title": "a"}), mine.create({"title": "b"})
    with pytest.raises(Damaged, match=r"lineage\.record"):
        fold([mine.log[one], mine.log[other]], mine.openings, mine.own)
