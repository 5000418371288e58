"""The rules of state once more, by brute force over sets of ancestors: slow, short, and written apart from the fold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import rfc8785

from desktop.history.opening import Opening
from desktop.history.revision import Revision
from desktop.history.state import RecordState, Setter

Said = tuple[str, str, str, bytes]  # revision, path, presence, value


@dataclass
class Expected:
    heads: list[str]
    sealed: bool
    erased: bool
    deleted: bool
    fields: dict[str, tuple[frozenset[Said], frozenset[Said], frozenset[Said], bool]]


def reference(
    revisions: Iterable[Revision], openings: Mapping[str, Opening], own: Collection[str], *, own_only: bool = False
) -> Expected:
    log = {r.id: r for r in revisions}
    before: dict[str, set[str]] = {name: set() for name in log}
    for _ in log:
        for r in log.values():
            for parent in r.envelope.parents:
                before[r.id] |= {parent} | before[parent]

    struck: set[str] = set()
    for r in log.values():
        if r.envelope.author in own and r.envelope.erases:
            struck |= {r.envelope.erases} if isinstance(r.envelope.erases, str) else set(r.envelope.erases)

    def say(name: str, path: str) -> Said:
        if {"record", name, f"{name}/{path}"} & struck:
            return name, path, "struck", b"null"
        if name in openings and path in openings[name].body:
            return name, path, "here", rfc8785.dumps(openings[name].body[path])
        return name, path, "not_here", b"null"

    def counts(r: Revision, path: str) -> bool:
        return r.envelope.author in own or not (own_only or path.split("/")[-1] == "*")

    setters: dict[str, set[str]] = {}
    for r in log.values():
        for path in r.envelope.sets:
            if counts(r, path):
                setters.setdefault(path, set()).add(r.id)

    def latest(names: set[str]) -> set[str]:
        return {name for name in names if not any(name in before[other] for other in names)}

    fields = {}
    for path, names in setters.items():
        top = {say(name, path) for name in latest(names)}
        older: set[Said] = set()
        if any(said[2] == "not_here" for said in top):
            known = latest({name for name in names if say(name, path)[2] != "not_here"})
            older = {say(name, path) for name in known if say(name, path)[2] == "here"} - top
        beside: set[Said] = set()
        sayers = {said[0] for said in top | older if said[3] == b"true"}
        if path.endswith("*") and sayers:
            scope = path[:-1]
            for other, others in setters.items():
                for name in others:
                    apart = all(s != name and s not in before[name] and name not in before[s] for s in sayers)
                    if other != path and other.startswith(scope) and apart:
                        beside.add(say(name, other))
        several = len({said[2:] for said in top}) > 1
        in_order = path.count("/") > 1 and path.endswith("/order")
        conflict = (several and not in_order) or bool(beside)
        fields[path] = (frozenset(top), frozenset(older), frozenset(beside), conflict)

    top, older, _, conflict = fields.get("*", (frozenset(), frozenset(), frozenset(), False))
    here = {said[3] for said in top if said[2] == "here"} or {said[3] for said in older}
    return Expected(
        heads=sorted(set(log) - {parent for r in log.values() for parent in r.envelope.parents}),
        sealed=any(r.envelope.sealed for r in log.values()),
        erased="record" in struck,
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
