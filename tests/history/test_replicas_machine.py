"""Three machines that edit, delete, erase, withhold and exchange in any order (row 23 of the faults)."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from desktop.history.canonical import JSON
from desktop.history.envelope import target
from desktop.history.fold import fold
from desktop.history.paths import is_register
from tests.history.reference import found, reference
from tests.history.replica import Replica, exchange, key_of

WHO = st.integers(0, 2)
ITEM_A, ITEM_B = "a" * 32, "b" * 32
PATHS = st.sampled_from(
    [
        *["title"] * 4,
        "summary",
        *["*"] * 2,
        *(f"flags/{item}/{name}" for item in (ITEM_A, ITEM_B) for name in ("code", "order", "*")),
        f"flags/{ITEM_A}/notes/{ITEM_B}/words",
        f"flags/{ITEM_A}/notes/{ITEM_B}/*",
    ]
)
WORDS: st.SearchStrategy[JSON] = st.sampled_from(["x", "y", "一", None, True, 1, {"absent": "declined"}])
ORDERS: st.SearchStrategy[JSON] = st.sampled_from(["V1", "V2", "k1", 7, None])


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, JSON]:
    chosen = draw(st.lists(PATHS, min_size=1, max_size=3, unique=True))
    body: dict[str, JSON] = {}
    for path in chosen:
        values: st.SearchStrategy[Any] = (
            st.booleans() if is_register(path) else ORDERS if path.endswith("/order") else WORDS
        )
        body[path] = draw(values)
    return body


class ThreeReplicas(RuleBasedStateMachine):
    """The first two machines are one person's; the third is a colleague's."""

    def __init__(self) -> None:
        super().__init__()
        dice = random.Random(23)  # salts and nonces that can be thrown again when a failure is replayed
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr("secrets.token_bytes", dice.randbytes)
        self.patch.setattr("secrets.token_hex", lambda size: dice.randbytes(size).hex())
        self.replicas: list[Replica] = []

    @initialize(body=bodies())
    def begin(self, body: dict[str, JSON]) -> None:
        self.replicas = [Replica(1, own=[2]), Replica(2, own=[1]), Replica(3)]
        self.record = self.replicas[0].create(body)
        exchange(*self.replicas)

    def alive(self, who: int) -> bool:
        return not self.replicas[who].state(self.record).erased

    @rule(who=WHO, body=bodies(), years=st.integers(-10, 10))
    def edit(self, who: int, body: dict[str, JSON], years: int) -> None:
        self.replicas[who].at += years * 31_556_952  # clocks that are wrong
        if self.alive(who):
            self.replicas[who].edit(self.record, body)

    @rule(who=WHO, register=st.sampled_from(["*", f"flags/{ITEM_A}/*"]), gone=st.booleans())
    def remove_or_bring_back(self, who: int, register: str, gone: bool) -> None:
        if self.alive(who):
            self.replicas[who].edit(self.record, {register: gone})

    @rule(who=WHO, data=st.data())
    def strike(self, who: int, data: st.DataObject) -> None:
        replica = self.replicas[who]
        setters = [revision for revision in replica.revisions(self.record) if revision.envelope.sets]
        chosen = data.draw(st.sampled_from(setters))
        path = data.draw(st.sampled_from([None, *chosen.envelope.sets]))
        replica.erase(self.record, [target(chosen.id, path)])

    @precondition(lambda self: len(self.replicas[0].log) > 6)
    @rule(who=WHO, sure=st.sampled_from([False, False, False, True]))
    def erase_for_good(self, who: int, sure: bool) -> None:
        if sure:
            self.replicas[who].erase(self.record, "record")

    @rule(who=WHO)
    def settle_everything(self, who: int) -> None:
        replica = self.replicas[who]
        conflicts = replica.state(self.record).conflicts()
        if conflicts and self.alive(who):
            replica.edit(self.record, {path: setters[0].value for path, setters in conflicts.items()})
            assert replica.state(self.record).conflicts() == {}

    @rule(who=WHO, other=WHO, shuffle=st.integers(0, 9), data=st.data())
    def send(self, who: int, other: int, shuffle: int, data: st.DataObject) -> None:
        """A package with everything, or with some words withheld; it arrives twice."""
        held = [(name, path) for name, opening in self.replicas[other].openings.items() for path in opening.body]
        withheld: dict[str, set[str]] = {}
        for name, path in data.draw(st.lists(st.sampled_from(held), max_size=4)) if held else []:
            withheld.setdefault(name, set()).add(path)
        for _ in range(2):
            self.replicas[who].receive(self.replicas[other], withheld=withheld, shuffle=shuffle)

    @rule(who=WHO)
    def accept_what_is_proposed(self, who: int) -> None:
        replica = self.replicas[who]
        for proposal in replica.proposals(self.record):
            opening = replica.openings.get(proposal.revision.id)
            here = opening is not None and set(proposal.registers) <= opening.body.keys()
            if not self.alive(who) or (proposal.registers and not here):
                continue
            replica.accept(proposal.revision, proposal.registers)

    @invariant()
    def the_fold_is_the_reference_fold(self) -> None:
        for replica in self.replicas:
            revisions = replica.revisions(self.record)
            expected = reference(revisions, replica.openings, replica.own)
            assert found(fold(revisions, replica.openings, replica.own)) == expected
            assert fold([*reversed(revisions), *revisions], replica.openings, replica.own) == fold(
                revisions, replica.openings, replica.own
            )
            mine = reference(revisions, replica.openings, replica.own, own_only=True)
            assert found(replica.state(self.record, setters="own")) == mine

    def teardown(self) -> None:
        self.patch.undo()
        if not self.replicas:
            return
        exchange(*self.replicas)
        self.one_persons_machines_agree()
        for _ in range(2):
            self.accept_all_erasures()
            exchange(*self.replicas)
        self.everybody_agrees()

    def one_persons_machines_agree(self) -> None:
        first, second, _ = self.replicas
        assert first.log == second.log
        assert first.openings == second.openings or any(r.envelope.erases for r in first.log.values())
        assert first.state(self.record) == second.state(self.record)

    def accept_all_erasures(self) -> None:
        for replica in self.replicas:
            for proposal in replica.proposals(self.record):
                if not proposal.registers and not replica.state(self.record).erased:
                    replica.accept(proposal.revision, proposal.registers)

    def everybody_agrees(self) -> None:
        first, *others = (self.content(replica) for replica in self.replicas)
        assert all(other == first for other in others)
        for replica in self.replicas:
            assert replica.log == self.replicas[0].log
            assert not [each for each in replica.proposals(self.record) if not each.registers]
            self.nothing_is_lost(replica)
        everybody = {key_of(number).public_hex for number in (1, 2, 3)}
        states = [fold(r.revisions(self.record), r.openings, everybody) for r in self.replicas]
        assert states[0] == states[1] == states[2]

    def content(self, replica: Replica) -> object:
        """All but the registers, which each person decides alone."""
        state = replica.state(self.record)
        fields = {path: field for path, field in state.fields.items() if not is_register(path)}
        return state.heads, state.erased, fields

    def nothing_is_lost(self, replica: Replica) -> None:
        """Every value nobody followed up or struck is among those shown."""
        state = replica.state(self.record)
        expected = reference(replica.revisions(self.record), replica.openings, replica.own)
        for path, (top, _, _, conflict) in expected.fields.items():
            assert {said[0] for said in top} == {setter.revision for setter in state.fields[path].setters}
            if conflict:
                assert len(state.conflicts()[path]) > 1


@pytest.mark.fault(23)
def test_fault_23_equal_logs_give_equal_states_whatever_was_exchanged_in_whatever_order() -> None:
    run_state_machine_as_test(ThreeReplicas, settings=settings(stateful_step_count=25))
