"""From the revisions of one record to its state."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from desktop.history import canonical, paths
from desktop.history.erasure import Erased, erased
from desktop.history.lineage import Lineage
from desktop.history.opening import Opening
from desktop.history.paths import Path
from desktop.history.revision import Revision
from desktop.history.state import FieldState, Presence, RecordState, Setter, gone

Setters: TypeAlias = Literal["all", "own"]


def fold(
    revisions: Iterable[Revision],
    openings: Mapping[str, Opening],
    own: Collection[str],
    *,
    setters: Setters = "all",
) -> RecordState:
    """The state of one record; neither order nor repetition of `revisions` matters.

    openings: by revision id, checked against their envelopes; what is missing is *not here*. own: public keys
    of the own authors, to whom erasures and registers ``*`` are reserved. setters: ``"own"`` leaves out what
    others set (for permissions, which are asked of both). Raises Damaged(``lineage.*``).
    """
    lineage = Lineage(revisions)
    folding = _Folding(lineage, openings, own, setters, erased(lineage.ordered, own))
    fields = folding.fields()
    return RecordState(
        id=lineage.root.id,
        kind=lineage.root.envelope.kind,
        heads=lineage.heads,
        depth=lineage.depth,
        sealed=any(revision.envelope.sealed for revision in lineage.ordered),
        erased=folding.erased.record,
        deleted=paths.GONE in fields and gone(fields[paths.GONE]),
        fields=fields,
        revisions=lineage.ids,
    )


@dataclass(frozen=True, slots=True, repr=False)
class _Folding:
    lineage: Lineage
    openings: Mapping[str, Opening]
    own: Collection[str]
    setters: Setters
    erased: Erased

    def fields(self) -> dict[Path, FieldState]:
        maximal = self.lineage.maximal_setters(self._counting)
        fields = {path: self._field(path, revisions) for path, revisions in maximal.items()}
        self._add_older(fields)
        self._add_beside(fields)
        return fields

    def _counting(self, revision: Revision) -> Sequence[Path]:
        """The paths a revision counts as setting."""
        sets = revision.envelope.sets
        if revision.envelope.author in self.own:
            return sets
        if self.setters == "own":
            return ()
        return [path for path in sets if not paths.is_register(path)]

    def _known(self, revision: Revision) -> Iterator[Path]:
        """Those of them whose value is here, or struck (which hides what is older)."""
        return (path for path in self._counting(revision) if self._presence(revision, path) != "not_here")

    def _presence(self, revision: Revision, path: Path) -> Presence:
        if self.erased and self.erased.covers(revision.id, path):
            return "struck"
        opening = self.openings.get(revision.id)
        return "here" if opening is not None and path in opening.body else "not_here"

    def _set(self, revision: Revision, path: Path) -> Setter:
        presence = self._presence(revision, path)
        value = self.openings[revision.id].body[path] if presence == "here" else None
        return _setter(revision, path, value, presence)

    def _field(self, path: Path, revisions: Sequence[Revision]) -> FieldState:
        if len(revisions) == 1:
            return FieldState((self._set(revisions[0], path),))
        setters = [self._set(revision, path) for revision in sorted(revisions, key=_deepest_first)]
        if paths.is_order(path):
            return FieldState(tuple(sorted(setters, key=_smallest_order_first)))
        return FieldState(tuple(setters), conflict=_several(setters))

    def _add_older(self, fields: dict[Path, FieldState]) -> None:
        """Where a latest value is not here, add the latest values that are."""
        wanted = {path for path, field in fields.items() if field.later_not_here}
        if not wanted:
            return
        known = self.lineage.maximal_setters(lambda revision: [p for p in self._known(revision) if p in wanted])
        for path, revisions in known.items():
            latest = {setter.revision for setter in fields[path].setters}
            below = [self._set(r, path) for r in sorted(revisions, key=_deepest_first) if r.id not in latest]
            if paths.is_order(path):
                below.sort(key=_smallest_order_first)
            older = tuple(setter for setter in below if setter.presence == "here")
            fields[path] = dataclasses.replace(fields[path], older=older)

    def _add_beside(self, fields: dict[Path, FieldState]) -> None:
        """To registers that say gone, add what was set concurrently with all who said so."""
        registers = [path for path, field in fields.items() if paths.is_register(path) and _says_gone(field)]
        if not registers or self.lineage.is_chain:
            return
        bit = {path: 1 << place for place, path in enumerate(registers)}
        marks: dict[str, int] = {}
        for path in registers:
            for setter in _gone_setters(fields[path]):
                marks[setter.revision] = marks.get(setter.revision, 0) | bit[path]
        related = self.lineage.related(marks)
        beside: dict[Path, list[Setter]] = {}
        for revision in sorted(self.lineage.ordered, key=_deepest_first):
            for path in self._counting(revision):
                for register in paths.registers_above(path):
                    if register in bit and not related[revision.id] & bit[register]:
                        beside.setdefault(register, []).append(self._set(revision, path))
        for register, found in beside.items():
            fields[register] = dataclasses.replace(fields[register], beside=tuple(found), conflict=True)


def _setter(revision: Revision, path: Path, value: canonical.JSON, presence: Presence) -> Setter:
    return Setter(revision.id, revision.envelope.author, revision.envelope.at, value, presence, path)


def _several(setters: Sequence[Setter]) -> bool:
    """Whether the setters say more than one thing; *not here* and *struck* are things said."""
    first = setters[0]
    return any(each.presence != first.presence or not canonical.same(each.value, first.value) for each in setters[1:])


def _gone_setters(field: FieldState) -> list[Setter]:
    return [setter for setter in field.setters + field.older if setter.value is True]


def _says_gone(field: FieldState) -> bool:
    return bool(_gone_setters(field))


def _deepest_first(revision: Revision) -> tuple[int, str]:
    """Which of several stands first: never a matter of a clock."""
    return -revision.envelope.depth, revision.id


def _smallest_order_first(setter: Setter) -> tuple[bool, str]:
    return setter.presence != "here", paths.order_key(setter.value)
