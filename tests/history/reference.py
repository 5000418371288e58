"""The rules of state once more, by brute force over sets of ancestors: slow, short, and written apart from the fold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import rfc8785

from desktop.history.opening import Opening
from desktop.history.revision import Revision
from desktop.history.state import RecordState, Setter

Said = tuple[str, str, str, bytes]  # revision, path, presence, value
Field = tuple[frozenset[Said], frozenset[Said], frozenset[Said], bool]  # latest, older, beside, conflict
NOTHING: Field = (frozenset(), frozenset(), frozenset(), False)


@dataclass
class Expected:
    heads: list[str]
    sealed: bool
    erased: bool
    deleted: bool
    fields: dict[str, Field]


class Reference:
    """One record's log, every question answered from the definition."""

    def __init__(
        self, revisions: Iterable[Revision], openings: Mapping[str, Opening], own: Collection[str], own_only: bool
    ) -> None:
        self.log = {r.id: r for r in revisions}
        self.openings, self.own, self.own_only = openings, own, own_only
        self.before: dict[str, set[str]] = {name: set() for name in self.log}
        for _ in self.log:
            for r in self.log.values():
                for parent in r.envelope.parents:
                    self.before[r.id] |= {parent} | self.before[parent]
        erasures = [r.envelope.erases or () for r in self.log.values() if r.envelope.author in own]
        self.struck = {"record"} & set(erasures) | {t for e in erasures if e != "record" for t in e}

    def say(self, name: str, path: str) -> Said:
        if {"record", name, f"{name}/{path}"} & self.struck:
            return name, path, "struck", b"null"
        if name in self.openings and path in self.openings[name].body:
            return name, path, "here", rfc8785.dumps(self.openings[name].body[path])
        return name, path, "not_here", b"null"

    def setters(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for r in self.log.values():
            for path in r.envelope.sets:
                if r.envelope.author in self.own or not (self.own_only or path.endswith("*")):
                    found.setdefault(path, set()).add(r.id)
        return found

    def latest(self, names: set[str]) -> set[str]:
        return {name for name in names if not any(name in self.before[other] for other in names)}

    def field(self, path: str, setters: Mapping[str, set[str]]) -> Field:
        top = {self.say(name, path) for name in self.latest(setters[path])}
        older: set[Said] = set()
        if any(said[2] == "not_here" for said in top):
            known = self.latest({name for name in setters[path] if self.say(name, path)[2] != "not_here"})
            older = {self.say(name, path) for name in known if self.say(name, path)[2] == "here"} - top
        several = len({said[2:] for said in top}) > 1
        in_order = path.count("/") > 1 and path.endswith("/order")
        beside = self.beside(path, {said[0] for said in top | older if said[3] == b"true"}, setters)
        return frozenset(top), frozenset(older), frozenset(beside), (several and not in_order) or bool(beside)

    def beside(self, path: str, sayers: set[str], setters: Mapping[str, set[str]]) -> set[Said]:
        if not path.endswith("*") or not sayers:
            return set()
        return {
            self.say(name, other)
            for other, names in setters.items()
            for name in names
            if other != path and other.startswith(path[:-1]) and all(self.apart(name, sayer) for sayer in sayers)
        }

    def apart(self, one: str, other: str) -> bool:
        return one != other and one not in self.before[other] and other not in self.before[one]


def reference(
    revisions: Iterable[Revision], openings: Mapping[str, Opening], own: Collection[str], *, own_only: bool = False
) -> Expected:
    """What the fold has to give."""
    by_definition = Reference(revisions, openings, own, own_only)
    setters = by_definition.setters()
    fields = {path: by_definition.field(path, setters) for path in setters}
    top, older, _, conflict = fields.get("*", NOTHING)
    here = {said[3] for said in top if said[2] == "here"} or {said[3] for said in older}
    log = by_definition.log
    return Expected(
        heads=sorted(set(log) - {parent for r in log.values() for parent in r.envelope.parents}),
        sealed=any(r.envelope.sealed for r in log.values()),
        erased="record" in by_definition.struck,
        deleted=not conflict and here == {b"true"},
        fields=fields,
    )


def found(state: RecordState) -> Expected:
    """A state in the same form, to compare."""

    def said(setters: tuple[Setter, ...]) -> frozenset[Said]:
        return frozenset((s.revision, s.path, s.presence, rfc8785.dumps(s.value)) for s in setters)

    return Expected(
        heads=list(state.heads),
        sealed=state.sealed,
        erased=state.erased,
        deleted=state.deleted,
        fields={p: (said(f.setters), said(f.older), said(f.beside), f.conflict) for p, f in state.fields.items()},
    )
