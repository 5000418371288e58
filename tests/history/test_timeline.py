"""History as people read it."""

from __future__ import annotations

from desktop.history.diff import Change
from desktop.history.envelope import target
from desktop.history.timeline import HistoryEntry, timeline
from tests.history.replica import Replica, exchange


def told(replica: Replica, record: str) -> list[HistoryEntry]:
    return timeline(replica.revisions(record), replica.openings, replica.own)


def test_each_entry_tells_what_was_there_before() -> None:
    mine = Replica(1)
    case = mine.create({"title": "a"})
    mine.edit(case, {"title": "b", "summary": "s"})
    mine.edit(case, {"summary": None})
    assert [entry.changes for entry in told(mine, case)] == [
        (Change("title", None, "a"),),
        (Change("summary", None, "s"), Change("title", "a", "b")),
        (Change("summary", "s", None),),
    ]


def test_what_others_did_meanwhile_is_not_what_was_there_before() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = mine.create({"title": "a"})
    exchange(mine, theirs)
    mine.edit(case, {"title": "b"})
    theirs.edit(case, {"title": "c"})
    exchange(mine, theirs)
    mine.edit(case, {"title": "d"})
    entries = told(mine, case)
    assert [entry.changes[0].before for entry in entries[:3]] == [None, "a", "a"]
    assert entries[3].changes[0].before in {"b", "c"}
    assert entries == told(theirs, case)[:3] + entries[3:]


def test_a_joined_view_forgets_what_one_side_had_already_replaced() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = mine.create({"title": "a"})
    exchange(mine, theirs)
    theirs.edit(case, {"summary": "s"})
    mine.edit(case, {"title": "b"})
    exchange(mine, theirs)
    mine.edit(case, {"title": "c"})
    assert told(mine, case)[-1].changes == (Change("title", "b", "c"),)


def test_display_order_is_depth_then_claimed_time_then_id() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = mine.create({"title": "a"})
    exchange(mine, theirs)
    mine.at += 50
    late = mine.edit(case, {"title": "b"})
    early = theirs.edit(case, {"title": "c"})
    theirs.at -= 1000
    last = theirs.edit(case, {"title": "d"})
    exchange(mine, theirs)
    assert [entry.revision for entry in told(mine, case)] == [mine.log[case], early, late, last]


def test_struck_and_missing_words_are_told_as_such() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = mine.create({"title": "a"})
    edit = mine.edit(case, {"title": "b"})
    mine.erase(case, [target(case, "title")])
    theirs.receive(mine, withheld={edit.id: ["title"]})
    assert told(mine, case)[0].changes == (Change("title", None, None, "struck"),)
    assert told(mine, case)[1].changes == (Change("title", None, "b"),)
    assert told(theirs, case)[1].changes == (Change("title", None, None, "not_here"),)


def test_an_erasure_is_an_entry_without_changes() -> None:
    mine = Replica(1)
    case = mine.create({"title": "a"})
    mine.erase(case, "record")
    entries = told(mine, case)
    assert entries[1].revision.envelope.erases == "record"
    assert entries[1].changes == ()
    assert entries[0].changes[0].presence == "struck"
