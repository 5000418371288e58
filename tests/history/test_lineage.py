"""Ancestry, its checks, and walks that must not grow with the square."""

from __future__ import annotations

import dataclasses
import hashlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import Damaged
from desktop.history.envelope import Envelope
from desktop.history.erasure_targets import check_erasures
from desktop.history.fold import fold
from desktop.history.lineage import Lineage
from desktop.history.opening import Opening
from desktop.history.revision import Revision
from desktop.history.timeline import timeline
from tests.history.replica import Replica, key_of, merge_of

AUTHOR = key_of(1).public_hex
LONG = 100_000


def unsigned(record: str | None, parents: list[Revision], sets: tuple[str, ...], at: int) -> Revision:
    """A revision nobody signed, for walks over so many that signing them would take minutes."""
    names = tuple(sorted(parent.id for parent in parents))
    depth = 1 + max((parent.envelope.depth for parent in parents), default=0)
    envelope = Envelope("case", names, depth, AUTHOR, at, sets, digest="0" * 64, record=record)
    name = hashlib.sha256(repr(envelope).encode()).hexdigest()
    return Revision(name, record or name, envelope, b"", b"")


def chain(length: int, fields: int) -> list[Revision]:
    revisions = [unsigned(None, [], ("title",), 0)]
    for number in range(1, length):
        revisions.append(unsigned(revisions[0].id, [revisions[-1]], (f"f{number % fields}",), number))
    return revisions


def ladder(steps: int) -> list[Revision]:
    """Two people who edit at the same time and then merge, again and again."""
    revisions = [unsigned(None, [], ("title",), 0)]
    root = revisions[0].id
    for number in range(1, steps):
        sides = [unsigned(root, [revisions[-1]], (name,), number) for name in ("title", f"f{number % 50}")]
        revisions += [*sides, unsigned(root, sides, ("title",), number)]
    return revisions


def openings(revisions: list[Revision]) -> dict[str, Opening]:
    return {r.id: Opening(dict.fromkeys(r.envelope.sets, r.envelope.at), b"") for r in revisions}


def test_a_chain_of_a_hundred_thousand_revisions_folds_in_a_walk() -> None:
    revisions = chain(LONG, 100)
    start = time.process_time()
    state = fold(reversed(revisions), openings(revisions), [AUTHOR])
    assert time.process_time() - start < 20  # a quadratic walk takes hours, a recursive one dies
    assert (state.depth, len(state.heads), len(state.fields)) == (LONG, 1, 101)
    assert state.values()["f99"] == LONG - 1


def test_a_chain_that_sets_something_new_each_time_folds_in_a_walk() -> None:
    revisions = chain(LONG // 5, LONG)
    assert len(fold(revisions, openings(revisions), [AUTHOR]).fields) == LONG // 5


def test_a_history_that_parts_and_joins_five_thousand_times_folds_and_is_told_in_a_walk() -> None:
    revisions = ladder(5_000)
    said = openings(revisions)
    assert fold(revisions, said, [AUTHOR]).conflicts() == {}
    assert len(timeline(revisions, said)) == len(revisions)


def test_revisions_that_each_set_a_hundred_thousand_fields_fold_in_a_walk() -> None:
    revisions = [unsigned(None, [], ("title",), 0)]
    for number in range(8):
        names = tuple(sorted(f"f{number}_{place}" for place in range(LONG)))
        revisions.append(unsigned(revisions[0].id, [revisions[-1]], names, number))
    beside = unsigned(revisions[0].id, [revisions[0]], ("title",), 9)
    begin = time.process_time()
    setters = Lineage([*revisions, beside]).maximal_setters(lambda revision: revision.envelope.sets)
    assert time.process_time() - begin < 20  # bit by bit, each time copying all of them, it grows with the square
    assert len(setters) == 8 * LONG + 1
    assert setters["title"] == [beside]


def test_ancestry_over_a_hundred_thousand_steps_needs_no_recursion() -> None:
    revisions = ladder(LONG // 3)
    lineage = Lineage(revisions)
    assert len(lineage.ancestors(revisions[-1].id)) == len(revisions) - 1


@given(st.lists(st.lists(st.integers(0, 30), min_size=1, max_size=3), max_size=25))
def test_the_relations_are_those_of_the_definition(shape: list[list[int]]) -> None:
    revisions = [unsigned(None, [], ("title",), 0)]
    before: dict[str, set[str]] = {revisions[0].id: set()}
    for number, picks in enumerate(shape, 1):
        parents = [revisions[index] for index in {pick % len(revisions) for pick in picks}]
        made = unsigned(revisions[0].id, parents, ("title",), number)
        before[made.id] = {p.id for p in parents}.union(*(before[p.id] for p in parents))
        revisions.append(made)
    lineage = Lineage(revisions)
    for one in revisions:
        assert lineage.ancestors(one.id) == before[one.id]
    marks = {revision.id: 1 << place for place, revision in enumerate(revisions)}
    related = lineage.related(marks)
    for one in revisions:
        for other in revisions:
            near = one is other or other.id in before[one.id] or one.id in before[other.id]
            assert bool(related[one.id] & marks[other.id]) == near


@pytest.fixture
def case() -> tuple[Revision, Revision]:
    """A root and an edit of it."""
    replica = Replica(1)
    record = replica.create({"title": "a"})
    return replica.log[record], replica.edit(record, {"title": "b"})


def altered(revision: Revision, **changes: object) -> Revision:
    envelope = dataclasses.replace(revision.envelope, **changes)  # type: ignore[arg-type]
    return dataclasses.replace(revision, envelope=envelope)


def test_a_wrong_depth_is_damaged(case: tuple[Revision, Revision]) -> None:
    root, edit = case
    for depth in (3, 100):
        with pytest.raises(Damaged, match=r"lineage\.depth"):
            Lineage([root, altered(edit, depth=depth)])


def test_another_kind_than_the_roots_is_damaged(case: tuple[Revision, Revision]) -> None:
    root, edit = case
    with pytest.raises(Damaged, match=r"lineage\.kind"):
        Lineage([root, altered(edit, kind="person")])


def test_a_missing_parent_is_damaged(case: tuple[Revision, Revision]) -> None:
    root, edit = case
    with pytest.raises(Damaged, match=r"lineage\.parent"):
        Lineage([root, altered(edit, parents=("0" * 64,))])


def test_a_parent_from_another_record_is_damaged(case: tuple[Revision, Revision]) -> None:
    root, edit = case
    other = Replica(1)
    stranger = other.log[other.create({"title": "x"})]
    grafted, _ = merge_of([edit, stranger], {"title": "c"}, key_of(1))
    grafted = dataclasses.replace(grafted, record=root.id)
    with pytest.raises(Damaged, match=r"lineage\.parent"):
        Lineage([root, edit, grafted])
    with pytest.raises(Damaged, match=r"lineage\.record"):
        Lineage([root, edit, stranger])


def test_an_erasure_of_what_is_not_its_ancestor_is_damaged(case: tuple[Revision, Revision]) -> None:
    root, edit = case
    sibling, _ = merge_of([root], {"title": "c"}, key_of(2))
    erasure = altered(sibling, erases=(edit.id,), sets=(), digest=None)
    with pytest.raises(Damaged, match=r"lineage\.erases"):
        check_erasures(Lineage([root, edit, erasure]))
    check_erasures(Lineage([root, edit, altered(erasure, erases=(root.id, root.id + "/title"))]))


def test_an_erasure_of_the_unknown_or_of_itself_is_damaged(case: tuple[Revision, Revision]) -> None:
    root, edit = case
    for name in ("0" * 64, edit.id):
        with pytest.raises(Damaged, match=r"lineage\.erases"):
            check_erasures(Lineage([root, altered(edit, erases=(name,), sets=(), digest=None)]))


def test_thousands_of_erased_bodies_are_checked() -> None:
    revisions = chain(3000, 10)
    erasure = unsigned(revisions[0].id, [revisions[-1]], (), 0)
    erasure = altered(erasure, erases=tuple(sorted(revision.id for revision in revisions)))
    check_erasures(Lineage([*revisions, erasure]))
