"""Batches of lines from somebody else: all of it holds, or nothing is taken."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection
from typing import Any

import pytest

from desktop.errors import Damaged, Refused
from desktop.history import canonical, lines
from desktop.history.batch import Batch
from desktop.history.envelope import Envelope, target
from desktop.history.opening import Opening
from desktop.history.revise import revise
from desktop.history.revision import Revision, sign
from desktop.history.verify import verify_batch, verify_openings
from tests.history.arrivals import arrivals
from tests.history.replica import Replica, exchange, key_of, merge_of


class Here:
    """What is in a log already."""

    def __init__(self, revisions: Collection[str] = (), sealed: Collection[str] = ()) -> None:
        self._revisions, self._sealed = revisions, sealed

    def has(self, revision: str) -> bool:
        return revision in self._revisions

    def sealed(self, record: str) -> bool:
        return record in self._sealed


def package(replica: Replica, *, clear: bool = True) -> list[bytes]:
    """The lines of all a replica holds, parents before children."""
    ordered = sorted(replica.log.values(), key=lambda revision: revision.envelope.depth)
    return [lines.revision_line(r, replica.openings.get(r.id) if clear else None) for r in ordered]


def check(untrusted: list[bytes], here: Here | None = None) -> Batch:
    return verify_batch(untrusted, here or Here())


@pytest.fixture
def sender() -> Replica:
    """Two records with some history: a conflict, a merge, a strike."""
    one, other = Replica(1), Replica(2)
    case = one.create({"title": "案件", "priority": 1})
    one.create({"sex": "f"}, kind="person")
    exchange(one, other)
    one.edit(case, {"title": "a"})
    struck = other.edit(case, {"title": "b", "summary": "s"})
    exchange(one, other)
    one.edit(case, {"title": "c"})
    one.erase(case, [target(struck.id, "summary")])
    return one


def test_a_whole_package_is_taken(sender: Replica) -> None:
    batch = check(package(sender))
    assert {a.revision.id: a.opening for a in arrivals(batch)} == {
        name: sender.openings.get(name) for name in sender.log
    }
    assert [arrival.revision for arrival in arrivals(batch)] == [sender.log[a.revision.id] for a in arrivals(batch)]
    assert set(batch.records) == set(sender.records())
    assert not any(arrival.known for arrival in arrivals(batch))


def test_what_is_here_already_is_known(sender: Replica) -> None:
    batch = check(package(sender), Here(sender.log))
    assert all(arrival.known for arrival in arrivals(batch))


def test_bodies_need_not_come_along(sender: Replica) -> None:
    assert all(arrival.opening is None for arrival in arrivals(check(package(sender, clear=False))))


def test_an_empty_package_is_one() -> None:
    assert not arrivals(check([]))


@pytest.mark.parametrize("missing", range(5))
def test_a_package_that_lacks_an_ancestor_is_refused(sender: Replica, missing: int) -> None:
    ordered = package(sender)
    parents = {parent for revision in sender.log.values() for parent in revision.envelope.parents}
    followed = [line for line in ordered if lines.read_revision_line(line)[0].id in parents]
    ordered.remove(followed[missing % len(followed)])
    with pytest.raises(Refused, match=r"batch\.ancestor"):
        check(ordered, Here(sender.log))


def test_children_before_parents_are_refused(sender: Replica) -> None:
    with pytest.raises(Refused, match=r"batch\.ancestor"):
        check(package(sender)[::-1])


def test_the_same_revision_twice_is_refused(sender: Replica) -> None:
    ordered = package(sender)
    with pytest.raises(Refused, match=r"batch\.twice"):
        check([*ordered, ordered[0]])


def test_sixty_four_heads_come_in_and_sixty_five_do_not() -> None:
    sender = Replica(1)
    case = sender.create({"title": "a"})
    for number in range(64):
        sender.keep(*merge_of([sender.log[case]], {"title": number}, sender.key))
    assert len(check(package(sender)).of_record(case)) == 65
    sender.keep(*merge_of([sender.log[case]], {"title": 64}, sender.key))
    with pytest.raises(Refused, match=r"batch\.heads"):
        check(package(sender))


def test_more_revisions_than_a_package_may_bring_are_refused(sender: Replica, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.history.verify.MAX_REVISIONS", 5)
    with pytest.raises(Refused, match=r"batch\.revisions"):
        check(package(sender))


def resigned(revision: Revision, **changes: Any) -> Revision:
    """The revision with something changed, signed again by its author."""
    return sign(dataclasses.replace(revision.envelope, **changes), key_of(1))


def test_a_wrong_depth_is_damaged() -> None:
    sender = Replica(1)
    case = sender.create({"title": "a"})
    edit = sender.edit(case, {"title": "b"})
    bad = resigned(edit, depth=3)
    with pytest.raises(Damaged, match=r"lineage\.depth"):
        check([lines.revision_line(sender.log[case], None), lines.revision_line(bad, None)])


def test_a_parent_of_another_record_is_damaged() -> None:
    sender = Replica(1)
    case, other = sender.create({"title": "a"}), sender.create({"title": "b"})
    edit = sender.edit(case, {"title": "c"})
    for parents in ([other], sorted([case, other])):
        bad = resigned(edit, parents=tuple(parents))
        with pytest.raises(Damaged, match=r"lineage\."):
            check([*(lines.revision_line(sender.log[r], None) for r in (case, other)), lines.revision_line(bad, None)])


def test_a_record_that_is_not_its_roots_is_damaged() -> None:
    sender = Replica(1)
    case = sender.create({"title": "a"})
    bad = resigned(sender.edit(case, {"title": "b"}), record="0" * 64)
    with pytest.raises(Damaged, match=r"lineage\.record"):
        check([lines.revision_line(sender.log[case], None), lines.revision_line(bad, None)])


def test_an_erasure_of_what_is_not_its_ancestor_is_damaged() -> None:
    sender = Replica(1)
    case = sender.create({"title": "a"})
    root = sender.log[case]
    side, _ = merge_of([root], {"title": "b"}, sender.key)
    erasure = resigned(sender.erase(case, [case]), erases=(side.id,))
    with pytest.raises(Damaged, match=r"lineage\.erases"):
        check([lines.revision_line(each, None) for each in (root, side, erasure)])


def test_words_that_were_not_signed_are_damaged(sender: Replica) -> None:
    ordered = sorted(sender.log.values(), key=lambda revision: revision.envelope.depth)
    swapped = lines.revision_line(ordered[0], Opening.seal_body({"sex": "m"}))
    with pytest.raises(Damaged, match=r"opening\.digest"):
        check([swapped])


def test_a_body_for_an_erasure_is_damaged(sender: Replica) -> None:
    ordered = package(sender)
    erasure = next(r for r in sender.log.values() if r.envelope.erases is not None)
    ordered[-1] = lines.revision_line(erasure, Opening({}, b"\0" * 32))
    with pytest.raises(Damaged, match=r"opening\.digest"):
        check(ordered)


# ------------------------------------------------------------------------------------------- sealed bodies


def test_sealed_bodies_come_apart_from_their_envelopes() -> None:
    sender = Replica(1)
    identity = sender.create({"of": "0" * 64}, kind="identity")
    batch = check(package(sender, clear=False))
    assert batch.sealed == {identity}
    line = lines.opening_line(identity, sender.openings[identity])
    envelopes = {arrival.revision.id: arrival.revision.envelope for arrival in arrivals(batch)}
    assert verify_openings([line], envelopes.get) == {identity: sender.openings[identity]}


def test_a_sealed_body_in_the_clear_is_refused() -> None:
    sender = Replica(1)
    sender.create({"of": "0" * 64}, kind="identity")
    with pytest.raises(Refused, match=r"batch\.sealed"):
        check(package(sender))


def test_once_one_revision_is_sealed_every_body_of_the_record_is() -> None:
    one, other = Replica(1), Replica(2)
    photo = one.create({"title": "a"}, kind="evidence")
    other.receive(one)
    other.edit(photo, {"title": "b"})
    one.edit(photo, {"summary": "face"}, sealed=True)
    sealing = [r.id for r in one.log.values() if r.envelope.sealed]
    exchange(one, other)
    ordered = sorted(one.log.values(), key=lambda revision: revision.envelope.depth)
    some_clear = [lines.revision_line(r, None if r.id in sealing else one.openings[r.id]) for r in ordered]
    with pytest.raises(Refused, match=r"batch\.sealed"):
        check(some_clear)


def test_a_body_from_somebody_who_did_not_know_of_the_sealing_is_taken_and_marked() -> None:
    one, other = Replica(1), Replica(2)
    photo = one.create({"title": "a"}, kind="evidence")
    other.receive(one)
    other.edit(photo, {"title": "b"})
    batch = check(package(other), Here(sealed=[photo]))
    assert batch.sealed == {photo}


def test_sealed_lines_are_checked_against_their_envelopes() -> None:
    root, opening = revise(None, "identity", {"of": "0" * 64}, key_of(1), 0)
    line = lines.opening_line(root.id, opening)
    envelopes: dict[str, Envelope] = {root.id: root.envelope}
    with pytest.raises(Damaged, match=r"opening\.stray"):
        verify_openings([line], lambda _: None)
    with pytest.raises(Refused, match=r"batch\.twice"):
        verify_openings([line, line], envelopes.get)
    with pytest.raises(Damaged, match=r"opening\.digest"):
        verify_openings([lines.opening_line(root.id, Opening.seal_body({"of": "1" * 64}))], envelopes.get)


@pytest.mark.parametrize("members", [None, [], {}, {"id": "0" * 64}, {"opening": {}}, {"id": 1, "opening": {}}])
def test_a_sealed_line_of_another_form_is_damaged(members: Any) -> None:
    with pytest.raises(Damaged, match=r"line\.form"):
        lines.read_opening_line(canonical.encode(members))


@pytest.mark.parametrize(
    "change", [{"envelope": 1}, {"signature": 1}, {"signature": "0" * 127}, {"more": 1}, {"opening": 1}]
)
def test_a_line_of_another_form_is_damaged(sender: Replica, change: dict[str, Any]) -> None:
    members = canonical.parse(package(sender)[0], limit=lines.MAX_LINE)
    assert isinstance(members, dict)
    with pytest.raises(Damaged):
        check([canonical.encode({**members, **change})])
