"""What a record belongs to that does not stand in it: whose document a file is, whose acts an event is made of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property

from desktop.casework.gathering import Gathered
from desktop.casework.identified import Readings
from desktop.casework.workspace import Workspace
from desktop.domain.walk import references

# By kind: the kinds that name it, by which field, and whose those are.
_NAMED_BY: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "evidence": (("act", "medical_document", "victim"), ("consent", "document", "person")),
    "event": (("act", "event", "victim"),),
}
_OF_OTHERS = frozenset({"organisation", "source", "tag"})
"""Kinds that are about nobody by themselves: a school, an article. That they are there tells of who led to them."""


class Belonging:
    """By what others say of a record: by every reading of what was gathered, and by what points at it in the vault.

    read: gives the readings of a record that was gathered.
    """

    def __init__(self, ws: Workspace, gathered: Gathered, read: Callable[[str], Readings]) -> None:
        self._ws = ws
        self._gathered = gathered
        self._read = read

    def people(self, record: str) -> Iterator[str]:
        """Whom a record is about by what names it: who a medical document is of, who were harmed in an event."""
        for namer, whose in self._namers(record):
            here = namer in self._gathered.states
            read = self._read(namer) if here else Readings(self._ws, namer, self._ws.vault.state(namer))
            yield from read.named(whose)

    def documented(self, record: str) -> Iterator[str]:
        """What a file is the document of."""
        if self._kind(record) == "evidence":
            yield from (namer for namer, _ in self._namers(record))

    def _namers(self, record: str) -> Iterator[tuple[str, str]]:
        for kind, path, whose in _NAMED_BY.get(self._kind(record), ()):
            here = self._gathering.get((record, kind, path), ())
            found = dict.fromkeys([*self._ws.vault.referring(record, kind, path), *here])
            yield from ((namer, whose) for namer in found)

    def _kind(self, record: str) -> str:
        here = self._gathered.states.get(record)
        return (self._ws.vault.kind_of(record) or "") if here is None else here.kind

    @cached_property
    def _gathering(self) -> Mapping[tuple[str, str, str], list[str]]:
        """By what is named, kind and field, the records gathered that name it in any reading."""
        found: dict[tuple[str, str, str], list[str]] = {}
        ways = dict.fromkeys((kind, path) for several in _NAMED_BY.values() for kind, path, _ in several)
        for record, state in self._gathered.states.items():
            for kind, path in ways:
                if state.kind == kind:
                    for named in self._read(record).named(path):
                        found.setdefault((named, kind, path), []).append(record)
        return found


def stay_with(gathered: Gathered, stays: Collection[str], wholes: Callable[[str], Iterable[str]]) -> list[str]:
    """What stays because other records do: what is part of one; and what is about nobody by itself and only records
    that stay lead to, since who keeps their school to themselves keeps the school. wholes: what a record is part of.
    """
    gone, pending = set(stays), list(stays)
    parts: dict[str, list[str]] = {}
    for record in gathered.states:
        for whole in wholes(record):
            parts.setdefault(whole, []).append(record)
    leads, led_by = _leads(gathered)
    while pending:
        record = pending.pop()
        more = parts.get(record, [])
        for target in leads.get(record, ()):
            led_by[target].discard(record)
            more = more if led_by[target] else [*more, target]
        more = [one for one in dict.fromkeys(more) if one not in gone]
        gone.update(more)
        pending += more
    return [record for record in gathered.states if record in gone and record not in stays]


def _leads(gathered: Gathered) -> tuple[Mapping[str, Collection[str]], Mapping[str, set[str]]]:
    """From what a record leads to what is about nobody by itself; and back."""
    leads: dict[str, set[str]] = {}
    led_by: dict[str, set[str]] = {}
    for record, state in gathered.states.items():
        for _, target in references(state.kind, gathered.nested[record]):
            if target != record and target in gathered.states and gathered.states[target].kind in _OF_OTHERS:
                leads.setdefault(record, set()).add(target)
                led_by.setdefault(target, set()).add(record)
    return leads, led_by
