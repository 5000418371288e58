"""The acts a report counts, read once and in slices, with what belongs to them; all, or of who agreed to be counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.casework.consent import Asking
from desktop.casework.identified import Readings
from desktop.casework.workspace import JSON, Progress, Workspace, day_of
from desktop.domain.allegation import stands
from desktop.domain.declaration import FieldDecl
from desktop.domain.registry import KINDS
from desktop.domain.tallies import codes_of

STATS = "stats"
_SLICE = 500
_AFTER = frozenset({"precedes", "causes"})
_COMPLAINTS = frozenset({"complaint_cn", "demand_invest"})


@dataclass(frozen=True, repr=False)
class Facts:
    """acts: by id. involved: by act, who took part, unless that was withdrawn or is in conflict. complaints: by act,
    what was filed about it. cases: by id.

    left_out: acts against people who did not agree to be counted, where only those who did are. for_others: so it is.
    followed: acts of which, or of whose event, a link says that an event came before or led to it; an event that
    is none of harm, since no act is part of it: a letter, a talk, a journey.
    """

    acts: Mapping[str, Mapping[str, JSON]]
    involved: Mapping[str, list[Mapping[str, JSON]]]
    complaints: Mapping[str, list[Mapping[str, JSON]]]
    cases: Mapping[str, Mapping[str, JSON]]
    left_out: int = field(default=0)
    for_others: bool = False
    followed: frozenset[str] = frozenset()


NOTHING = Facts({}, {}, {}, {})
"""For a report that counts none of it."""


def facts(ws: Workspace, *, for_others: bool = False, progress: Progress | None = None) -> Facts:
    """Read all acts, who took part, complaints and cases.

    for_others: only acts whose person agreed to be counted, and no code but those of our lists, since it is told as it
    stands there.
    """
    kinds = ("act", "involvement", "intervention", "case", "event_link")
    reading = _Reading(ws, sum(map(ws.vault.count, kinds)), progress, listed=for_others)
    acts = dict(reading.kind("act"))
    counted = _agreed(ws, acts) if for_others else acts
    involved: dict[str, list[Mapping[str, JSON]]] = {}
    for _, one in reading.kind("involvement"):
        if isinstance(act := one.get("act"), str) and act in counted and stands(one):
            involved.setdefault(act, []).append(one)
    complaints: dict[str, list[Mapping[str, JSON]]] = {}
    for _, one in reading.kind("intervention"):
        if str(one.get("type")) in _COMPLAINTS:
            for act in codes_of(one.get("acts"), "act"):
                complaints.setdefault(act, []).append(one)
    for act, step in _steps(acts):
        complaints.setdefault(act, []).append(step)
    cases = dict(reading.kind("case"))
    followed = _followed(acts, reading.kind("event_link"))
    return Facts(counted, involved, complaints, cases, len(acts) - len(counted), for_others, followed)


class _Reading:
    def __init__(self, ws: Workspace, total: int, progress: Progress | None, *, listed: bool) -> None:
        self._ws = ws
        self._listed = listed
        self._total = total
        self._done = 0
        self._progress = progress

    def kind(self, kind: str) -> Iterator[tuple[str, Mapping[str, JSON]]]:
        """Every record of a kind with its values, a slice at a time."""
        offset = 0
        while rows := self._ws.vault.rows(kind, offset=offset, limit=_SLICE):
            states = self._ws.vault.states([row.id for row in rows])
            for record, state in states.items():
                nested = state.nested()
                yield record, _listed(self._ws, KINDS[kind].fields, nested) if self._listed else nested
            offset += len(rows)
            self._done += len(rows)
            if self._progress:
                self._progress(min(self._done, self._total), self._total)


def _agreed(ws: Workspace, acts: Mapping[str, Mapping[str, JSON]]) -> dict[str, Mapping[str, JSON]]:
    """Acts against people who agreed to be counted in statistics; of whom nobody knows who it was, nobody agreed."""
    asking, every, agreed = Asking(ws, day_of(ws)), list(acts), dict[str, Mapping[str, JSON]]()
    for begin in range(0, len(every), _SLICE):
        some = every[begin : begin + _SLICE]
        own = ws.vault.states(some, "own")
        for record, state in ws.vault.states(some).items():
            # by every reading: nobody is counted because somebody else put another person in their place
            harmed = Readings(ws, record, state, own.get(record)).said("victim")
            if harmed and all(asking.permits(person, STATS, "").allowed for person in harmed):
                agreed[record] = acts[record]
    return agreed


def _listed(ws: Workspace, fields: Mapping[str, FieldDecl], nested: Mapping[str, JSON]) -> dict[str, JSON]:
    """The values without codes that stand in no list of ours: what another program wrote there may be a name."""
    found: dict[str, JSON] = {}
    for name, value in nested.items():
        declared = fields.get(name)
        vocabulary = declared.vocabulary if declared and declared.type == "code" else None
        if vocabulary and isinstance(value, str) and value not in ws.vocabularies[vocabulary]:
            continue
        inner = declared.items if declared and isinstance(value, dict) else None
        if inner and isinstance(value, dict):
            items = ((item, said) for item, said in value.items() if isinstance(said, dict))
            found[name] = {item: _listed(ws, inner, said) for item, said in items}
        else:
            found[name] = value
    return found


def _followed(
    acts: Mapping[str, Mapping[str, JSON]], links: Iterable[tuple[str, Mapping[str, JSON]]]
) -> frozenset[str]:
    of_harm = {event for act in acts.values() if isinstance(event := act.get("event"), str)}
    found = set[str]()
    for _, one in links:
        first, then = one.get("first"), one.get("second")
        known = isinstance(first, str) and isinstance(then, str) and str(one.get("type")) in _AFTER
        if known and first not in acts and first not in of_harm:
            found.add(str(then))
    return frozenset(found | {record for record, act in acts.items() if str(act.get("event")) in found})


def _steps(acts: Mapping[str, Mapping[str, JSON]]) -> Iterable[tuple[str, Mapping[str, JSON]]]:
    """Steps for redress among the acts, with the act each is about: of the same event, or that retaliated for it."""
    by_event: dict[str, list[str]] = {}
    for record, act in acts.items():
        if isinstance(event := act.get("event"), str):
            by_event.setdefault(event, []).append(record)
    for record, act in acts.items():
        if not str(act.get("type")).startswith("J.") or not isinstance(event := act.get("event"), str):
            continue
        yield from ((other, act) for other in by_event[event] if other != record)
