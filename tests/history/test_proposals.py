"""What others said that waits for a person here."""

from __future__ import annotations

from desktop.history.envelope import target
from tests.history.replica import Replica, exchange


def test_an_erasure_by_somebody_else_waits_until_it_is_repeated() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = theirs.create({"title": "a"})
    erasure = theirs.erase(case, [target(case, "title")])
    mine.receive(theirs)
    (proposal,) = mine.proposals(case)
    assert (proposal.revision, proposal.registers, proposal.repeats) == (erasure, (), False)
    mine.accept(erasure)
    assert mine.proposals(case) == []


def test_an_erasure_of_a_body_waits_until_it_is_repeated() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = theirs.create({"title": "a"})
    erasure = theirs.erase(case, [case])
    mine.receive(theirs)
    assert [proposal.revision for proposal in mine.proposals(case)] == [erasure]
    mine.accept(erasure)
    assert mine.proposals(case) == []


def test_own_erasures_wait_for_nobody() -> None:
    mine = Replica(1)
    case = mine.create({"title": "a"})
    mine.erase(case, [case])
    mine.edit(case, {"*": True})
    assert mine.proposals(case) == []


def test_an_accepted_erasure_is_no_question_for_the_one_who_began() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = theirs.create({"title": "a"})
    erasure = theirs.erase(case, "record")
    mine.receive(theirs)
    mine.accept(erasure)
    theirs.receive(mine)
    assert theirs.proposals(case) == []


def test_the_same_erasure_by_two_others_is_one_question() -> None:
    mine, one, other = Replica(1), Replica(2), Replica(3)
    case = one.create({"title": "a"})
    exchange(one, other)
    one.erase(case, [case])
    other.erase(case, [case])
    mine.receive(one)
    mine.receive(other)
    assert sorted(proposal.repeats for proposal in mine.proposals(case)) == [False, True]


def test_an_own_erasure_of_a_body_covers_one_of_its_fields() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = theirs.create({"title": "a", "summary": "b"})
    theirs.erase(case, [target(case, "title")])
    mine.receive(theirs)
    mine.erase(case, [case])
    assert mine.proposals(case) == []


def test_an_own_erasure_of_a_field_does_not_cover_the_body() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = theirs.create({"title": "a", "summary": "b"})
    theirs.erase(case, [case])
    mine.receive(theirs)
    mine.erase(case, [target(case, "title")])
    assert len(mine.proposals(case)) == 1


def test_a_deletion_by_somebody_else_waits_until_it_is_repeated() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = theirs.create({"title": "a"})
    deletion = theirs.edit(case, {"*": True})
    mine.receive(theirs)
    (proposal,) = mine.proposals(case)
    assert (proposal.revision, proposal.registers) == (deletion, ("*",))
    mine.accept(deletion)
    assert mine.proposals(case) == []
    theirs.receive(mine)
    assert theirs.proposals(case) == []


def test_a_deletion_its_author_took_back_is_no_question() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = theirs.create({"title": "a"})
    theirs.edit(case, {"*": True})
    theirs.edit(case, {"*": False})
    mine.receive(theirs)
    assert mine.proposals(case) == []


def test_bringing_back_what_is_deleted_here_is_a_question() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = mine.create({"title": "a"})
    mine.edit(case, {"*": True})
    exchange(mine, theirs)
    theirs.edit(case, {"*": False})
    mine.receive(theirs)
    assert [proposal.registers for proposal in mine.proposals(case)] == [("*",)]


def test_a_deletion_whose_word_is_not_here_is_no_question() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = theirs.create({"title": "a"})
    deletion = theirs.edit(case, {"*": True})
    mine.receive(theirs, withheld={deletion.id: ["*"]})
    assert mine.proposals(case) == []


def test_nothing_waits_in_an_erased_record() -> None:
    mine, theirs = Replica(1), Replica(2)
    case = mine.create({"title": "a"})
    exchange(mine, theirs)
    theirs.edit(case, {"*": True})
    mine.erase(case, "record")
    mine.receive(theirs)
    assert mine.proposals(case) == []
