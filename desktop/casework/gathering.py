"""Everything that belongs to a case: what points at it, what that points at, and who the people are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.walk import references
from desktop.history.state import RecordState
from desktop.vault.blobfile import BlobInfo

# What is part of a record although it is the other one that points: the kinds that come along with each.
# fmt: off
_BRINGS: Mapping[str, tuple[str, ...]] = {
    "case": (
        "act", "event", "testimony", "evidence", "interview", "submission", "intervention", "identity", "citation",
        "claim", "task",
    ),
    "act": ("involvement", "event_link", "identity", "citation", "claim", "task"),
    "event": ("event_link", "identity", "citation", "claim"),
    "person": (
        "name", "identity", "defender_profile", "posting", "risk_assessment", "consent", "citation", "claim", "task",
    ),
    "consent": ("approval",),
    "testimony": ("evidence", "identity", "citation", "claim"),
    "evidence": ("identity", "citation"),
    "interview": ("testimony", "identity", "citation"),
    "involvement": ("citation", "claim"),
    "organisation": ("identity", "citation", "claim"),
    "relationship": ("citation", "claim"),
    "claim": ("citation",),
    "intervention": ("identity", "citation"),
    "source": ("identity",),
}
# fmt: on
_ABOUT_ONE_CASE = ("act", "event", "testimony", "evidence", "interview", "submission", "intervention")


@dataclass(frozen=True, repr=False)
class Gathered:
    """The records of a case by id, in the order they were reached, the case first; with their values.

    own: as the own setters alone say, of those that were read so.
    """

    case: str
    states: Mapping[str, RecordState]
    nested: Mapping[str, Mapping[str, JSON]]
    own: Mapping[str, RecordState] = field(default_factory=dict)

    def of_kind(self, kind: str) -> list[str]:
        """The records of one kind."""
        return [record for record, state in self.states.items() if state.kind == kind]


def gather(ws: Workspace, case: str) -> Gathered:
    """What a case consists of, nothing deleted or erased, no other case. Refused `record.unknown`."""
    gathering = _Gathering(ws, case)
    gathering.reach(case, existing(ws, case))
    gathering.follow()
    for defender in list(gathering.states):
        if gathering.states[defender].kind == "person":
            gathering.relatives(defender)
    gathering.decisions()
    return Gathered(case, gathering.states, gathering.nested, gathering.own)


def file_of(ws: Workspace, gathered: Gathered, record: str) -> BlobInfo | None:
    """The file of an evidence record, if it is here; never one that is kept for another record, whoever names it."""
    blob = gathered.nested[record].get("blob") if gathered.states[record].kind == "evidence" else None
    return next((info for info in ws.vault.blobs_of(record) if info.name == blob), None)


class _Gathering:
    def __init__(self, ws: Workspace, case: str) -> None:
        self._ws = ws
        self._case = case
        self._waiting: list[str] = []
        self.states: dict[str, RecordState] = {}
        self.own: dict[str, RecordState] = {}
        self.nested: dict[str, Mapping[str, JSON]] = {}

    def reach(self, record: str, state: RecordState | None = None) -> None:
        """Take a record in, unless it is there, gone, or of another case."""
        if record in self.states or (state is None and self._ws.vault.kind_of(record) is None):
            return
        state = state or self._ws.vault.state(record)
        nested = {} if state.erased else state.nested()
        if state.erased or state.deleted or self._elsewhere(state.kind, record, nested):
            return
        self.states[record] = state
        self.nested[record] = nested
        self._waiting.append(record)

    def follow(self) -> None:
        """Take in all that what was taken in leads to, each step of the way in a few questions."""
        while self._waiting:
            nearest, self._waiting = self._waiting, []
            pointing = self._ws.vault.referring_by(nearest)
            further = dict.fromkeys(one for record in nearest for one in self._next(record, pointing.get(record, ())))
            read = self._ws.vault.states_twice([one for one in further if one not in self.states])
            self.own.update((record, own) for record, (_, own) in read.items())
            for record in further:
                self.reach(record, read[record][0] if record in read else None)

    def relatives(self, person: str) -> None:
        """The relationships of a defender with whoever they name; of others only those between people of the case."""
        defender = any(person == one for one in self._defenders())
        for record in self._ws.vault.referring(person, "relationship"):
            nested = self._ws.vault.state(record).nested()
            both = [nested.get("person"), nested.get("related_person")]
            if defender or all(isinstance(one, str) and one in self.states for one in both):
                self.reach(record)
        self.follow()

    def decisions(self) -> None:
        """Which of the people are recorded twice, since a no in either record binds whoever has both."""
        people = [record for record, state in self.states.items() if state.kind == "person"]
        for record in dict.fromkeys(
            one for person in people for one in self._ws.vault.referring(person, "merge_decision")
        ):
            nested = self._ws.vault.state(record).nested()
            pair = (nested.get("person"), nested.get("other"))
            if all(isinstance(one, str) and one in self.states for one in pair):
                self.reach(record)
        self.follow()

    def _next(self, record: str, pointing: Sequence[tuple[str, str]]) -> Iterator[str]:
        kind = self.states[record].kind
        yield from (target for _, target in references(kind, self.nested[record]))
        for brought in _BRINGS.get(kind, ()):
            yield from (one for one, its_kind in pointing if its_kind == brought)

    def _elsewhere(self, kind: str, record: str, nested: Mapping[str, JSON]) -> bool:
        """Whether a record belongs to another case."""
        if kind == "case":
            return record != self._case
        return kind in _ABOUT_ONE_CASE and nested.get("case") not in (None, self._case)

    def _defenders(self) -> Iterator[str]:
        listed = self.nested[self._case].get("defenders")
        for item in listed.values() if isinstance(listed, dict) else ():
            if isinstance(item, dict) and isinstance(item.get("person"), str):
                yield item["person"]
