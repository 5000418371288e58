"""The history of a record as people read it: who changed what from what to what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop.history.canonical import JSON
from desktop.history.diff import Change
from desktop.history.erasure import Erased, erased
from desktop.history.lineage import Lineage
from desktop.history.opening import Opening
from desktop.history.paths import Path
from desktop.history.revision import Revision
from desktop.history.state import Presence

# Per path the ids of its maximal setters as one revision saw them.
_Seen: TypeAlias = dict[Path, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One revision. changes: per path set, what was shown before it and what it says; none in an erasure."""

    revision: Revision
    changes: tuple[Change, ...]


def timeline(
    revisions: Iterable[Revision], openings: Mapping[str, Opening], own: Collection[str] = ()
) -> list[HistoryEntry]:
    """Every revision of one record in display order: depth, then claimed time, then id.

    own: the own authors, whose erasures count. Where several values stood before, the first is given, as
    in `RecordState.values`. Raises Damaged(``lineage.*``).
    """
    lineage = Lineage(revisions)
    telling = _Telling(lineage, openings, erased(lineage.ordered, own))
    entries = [HistoryEntry(revision, telling.changes(revision)) for revision in lineage.ordered]
    return sorted(entries, key=_display_order)


def _display_order(entry: HistoryEntry) -> tuple[int, int, str]:
    return entry.revision.envelope.depth, entry.revision.envelope.at, entry.revision.id


@dataclass(slots=True)
class _Telling:
    """Walks from the root up, handing each revision's view on to its children; the last child gets it uncopied."""

    lineage: Lineage
    openings: Mapping[str, Opening]
    erased: Erased
    seen: dict[str, _Seen] = field(default_factory=dict)
    children: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for revision in self.lineage.ordered:
            for parent in revision.envelope.parents:
                self.children[parent] = self.children.get(parent, 0) + 1

    def changes(self, revision: Revision) -> tuple[Change, ...]:
        seen = self._joined(revision.envelope.parents)
        told = []
        for path in revision.envelope.sets:
            value, presence = self._value(revision.id, path)
            told.append(Change(path, self._first(seen.get(path, ()), path), value, presence))
            seen[path] = (revision.id,)
        self.seen[revision.id] = seen
        return tuple(told)

    def _joined(self, parents: Collection[str]) -> _Seen:
        views = sorted((self._handed(parent) for parent in parents), key=len, reverse=True)
        if not views:
            return {}
        joined, *others = views
        for other in others:
            for path, setters in other.items():
                mine = joined.get(path, ())
                joined[path] = setters if not mine else mine if mine == setters else self._maximal({*mine, *setters})
        return joined

    def _handed(self, parent: str) -> _Seen:
        self.children[parent] -= 1
        return dict(self.seen[parent]) if self.children[parent] else self.seen.pop(parent)

    def _maximal(self, setters: set[str]) -> tuple[str, ...]:
        left = [
            setter
            for setter in setters
            if not any(other != setter and self.lineage.follows(other, setter) for other in setters)
        ]
        return tuple(sorted(left, key=lambda setter: (-self.lineage[setter].envelope.depth, setter)))

    def _first(self, setters: tuple[str, ...], path: Path) -> JSON:
        for setter in setters:
            value, presence = self._value(setter, path)
            if presence == "here":
                return value
        return None

    def _value(self, revision: str, path: Path) -> tuple[JSON, Presence]:
        if self.erased.covers(revision, path):
            return None, "struck"
        opening = self.openings.get(revision)
        if opening is None or path not in opening.body:
            return None, "not_here"
        return opening.body[path], "here"
