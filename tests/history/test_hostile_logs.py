"""Logs shaped so that reading them could cost far more than sending them: forks of forks, over and over."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.history.canonical import JSON
from desktop.history.erasure_targets import check_erasures
from desktop.history.lineage import Lineage
from desktop.history.opening import Opening
from desktop.history.revision import Revision
from desktop.history.timeline import timeline
from tests.history.test_lineage import altered, ladder, openings, unsigned
from tests.measured import MIB, calls, cost

NAMES = tuple(f"f{number:06}" for number in range(100_000))


def fan(branches: int, fields: int) -> list[Revision]:
    """A root that sets many fields, and as many edits of it that know nothing of each other."""
    root = unsigned(None, [], NAMES[:fields], 0)
    return [root, *(unsigned(root.id, [root], (NAMES[number % fields],), number) for number in range(branches))]


def hourglass(branches: int, fields: int) -> list[Revision]:
    """Edits side by side, joined again; what comes after sets many fields, twice over."""
    root = unsigned(None, [], ("title",), 0)
    level = [unsigned(root.id, [root], ("title",), number) for number in range(branches)]
    revisions = [root, *level]
    while len(level) > 1:
        level = [unsigned(root.id, level[start : start + 64], (), len(revisions)) for start in range(0, len(level), 64)]
        revisions += level
    for number in (1, 2):
        revisions.append(unsigned(root.id, [revisions[-1]], NAMES[:fields], number))
    return revisions


def erasing(revisions: Sequence[Revision], each: int) -> list[Revision]:
    """The same, and one erasure after the other that name so many of them each, until all are named."""
    found = list(revisions)
    for start in range(0, len(revisions), each):
        several = [one.id for one in revisions[start : start + each]]
        made = altered(
            unsigned(revisions[0].id, [found[-1]], (), 0), sets=(), digest=None, erases=tuple(sorted(several))
        )
        found.append(dataclasses.replace(made, id=hashlib.sha256("".join(several).encode()).hexdigest()))
    return found


HERE = "from tests.history.test_hostile_logs import *"


@pytest.mark.fault(16)
def test_fault_16_telling_a_history_takes_no_memory_for_every_branch_times_every_field() -> None:
    spent = cost(f"{HERE}\nlog = fan(3_000, 20_000)\nsaid = openings(log)", "timeline(log, said)")
    assert spent.memory < 200 * MIB  # and not 1.5 GiB


@pytest.mark.fault(16)
def test_fault_16_finding_who_set_what_last_takes_no_memory_for_every_branch_times_every_field() -> None:
    measured = "Lineage(log).maximal_setters(lambda one: one.envelope.sets)"
    assert cost(f"{HERE}\nlog = hourglass(40_000, 100_000)", measured).memory < 200 * MIB  # and not 600


@pytest.mark.fault(16)
def test_fault_16_erasures_on_a_forked_log_are_checked_in_steps_that_grow_with_the_log() -> None:
    few, many = (Lineage(erasing(ladder(steps), 2)) for steps in (1_000, 8_000))
    assert calls(lambda: check_erasures(many)) < 10 * calls(lambda: check_erasures(few))


def brute(revisions: Sequence[Revision], said: dict[str, Opening]) -> dict[tuple[str, str], JSON]:
    """What stood before each change, by the definition."""
    lineage = Lineage(revisions)
    before: dict[tuple[str, str], JSON] = {}
    for one in revisions:
        above = lineage.ancestors(one.id)
        for path in one.envelope.sets:
            setters = [each for each in revisions if each.id in above and path in each.envelope.sets]
            latest = [each for each in setters if not any(each.id in lineage.ancestors(other.id) for other in setters)]
            latest.sort(key=lambda each: (-each.envelope.depth, each.id))
            here = [said[each.id].body[path] for each in latest if each.id in said]
            before[one.id, path] = here[0] if here else None
    return before


EDITS = st.lists(
    st.tuples(st.lists(st.integers(0, 30), min_size=1, max_size=3), st.sets(st.sampled_from(NAMES[:4]), min_size=1)),
    max_size=20,
)


@pytest.mark.parametrize("room", [1, 5, 1 << 20])
@given(edits=EDITS, missing=st.sets(st.integers(0, 20)))
def test_what_stood_before_is_told_by_the_definition_however_little_room_there_is(
    room: int, edits: list[tuple[list[int], set[str]]], missing: set[int]
) -> None:
    revisions = [unsigned(None, [], NAMES[:4], 0)]
    for number, (picks, names) in enumerate(edits, 1):
        parents = [revisions[index] for index in {pick % len(revisions) for pick in picks}]
        revisions.append(unsigned(revisions[0].id, parents, tuple(sorted(names)), number))
    said = openings([one for place, one in enumerate(revisions) if place not in missing])
    entries = timeline(revisions, said, room=room)
    told = {(entry.revision.id, change.path): change.before for entry in entries for change in entry.changes}
    assert told == brute(revisions, said)
