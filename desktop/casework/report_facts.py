"""The acts a report counts, read once and in slices, with what belongs to them; all, or of who agreed to be counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.casework.consent import Asking
from desktop.casework.workspace import JSON, Progress, Workspace, day_of
from desktop.domain.tallies import codes_of

STATS = "stats"
_SLICE = 500
_COMPLAINTS = frozenset({"complaint_cn", "demand_invest"})


@dataclass(frozen=True, repr=False)
class Facts:
    """acts: by id. involved: by act, who took part. complaints: by act, what was filed about it. cases: by id.

    left_out: acts against people who did not agree to be counted, where only those who did are. for_others: so it is.
    """

    acts: Mapping[str, Mapping[str, JSON]]
    involved: Mapping[str, list[Mapping[str, JSON]]]
    complaints: Mapping[str, list[Mapping[str, JSON]]]
    cases: Mapping[str, Mapping[str, JSON]]
    left_out: int = field(default=0)
    for_others: bool = False


NOTHING = Facts({}, {}, {}, {})
"""For a report that counts none of it."""


def facts(ws: Workspace, *, for_others: bool = False, progress: Progress | None = None) -> Facts:
    """Read all acts, who took part, complaints and cases. for_others: only acts whose person agreed to be counted."""
    kinds = ("act", "involvement", "intervention", "case")
    reading = _Reading(ws, sum(map(ws.vault.count, kinds)), progress)
    acts = dict(reading.kind("act"))
    counted = _agreed(ws, acts) if for_others else acts
    involved: dict[str, list[Mapping[str, JSON]]] = {}
    for _, one in reading.kind("involvement"):
        if isinstance(act := one.get("act"), str) and act in counted:
            involved.setdefault(act, []).append(one)
    complaints: dict[str, list[Mapping[str, JSON]]] = {}
    for _, one in reading.kind("intervention"):
        if str(one.get("type")) in _COMPLAINTS:
            for act in codes_of(one.get("acts"), "act"):
                complaints.setdefault(act, []).append(one)
    for act, step in _steps(acts):
        complaints.setdefault(act, []).append(step)
    cases = dict(reading.kind("case"))
    return Facts(counted, involved, complaints, cases, len(acts) - len(counted), for_others)


class _Reading:
    def __init__(self, ws: Workspace, total: int, progress: Progress | None) -> None:
        self._ws = ws
        self._total = total
        self._done = 0
        self._progress = progress

    def kind(self, kind: str) -> Iterator[tuple[str, Mapping[str, JSON]]]:
        """Every record of a kind with its values, a slice at a time."""
        offset = 0
        while rows := self._ws.vault.rows(kind, offset=offset, limit=_SLICE):
            states = self._ws.vault.states([row.id for row in rows])
            yield from ((record, state.nested()) for record, state in states.items())
            offset += len(rows)
            self._done += len(rows)
            if self._progress:
                self._progress(min(self._done, self._total), self._total)


def _agreed(ws: Workspace, acts: Mapping[str, Mapping[str, JSON]]) -> dict[str, Mapping[str, JSON]]:
    """Acts against people who agreed to be counted in statistics; of whom nobody knows who it was, nobody agreed."""
    asking = Asking(ws, day_of(ws))
    return {
        record: act
        for record, act in acts.items()
        if isinstance(victim := act.get("victim"), str) and asking.permits(victim, STATS, "").allowed
    }


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
