"""The history of a record as people read it: who changed what from what to what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.history.canonical import JSON
from desktop.history.diff import Change
from desktop.history.erasure import Erased, erased
from desktop.history.lineage import Lineage
from desktop.history.opening import Opening
from desktop.history.paths import Path
from desktop.history.revision import Revision
from desktop.history.state import Presence
from desktop.history.views import Views

ROOM = 1 << 20  # entries of views made in one walk: some 60 MiB, whatever a log looks like


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One revision. changes: per path set, what was shown before it and what it says; none in an erasure."""

    revision: Revision
    changes: tuple[Change, ...]


def timeline(
    revisions: Iterable[Revision], openings: Mapping[str, Opening], own: Collection[str] = (), *, room: int = ROOM
) -> list[HistoryEntry]:
    """Every revision of one record in display order: depth, then claimed time, then id.

    own: the own authors, whose erasures count. Where several values stood before, the first is given, as
    in `RecordState.values`. room: entries remembered at once. Raises Damaged(``lineage.*``).
    """
    lineage = Lineage(revisions)
    telling = _Telling(lineage, openings, erased(lineage.ordered, own), room)
    telling.look_back()
    entries = [HistoryEntry(revision, telling.changes(revision)) for revision in lineage.ordered]
    return sorted(entries, key=_display_order)


def _display_order(entry: HistoryEntry) -> tuple[int, int, str]:
    return entry.revision.envelope.depth, entry.revision.envelope.at, entry.revision.id


@dataclass(slots=True)
class _Telling:
    """Finds what stood before each change, for as many paths at once as there is room for.

    A view for every revision and path would grow with branches times paths, which is the square of what came.
    """

    lineage: Lineage
    openings: Mapping[str, Opening] = field(repr=False)
    erased: Erased
    room: int
    before: dict[tuple[str, Path], JSON] = field(default_factory=dict, repr=False)

    def look_back(self) -> None:
        """Fill `before`: by revision and path."""
        setters: dict[Path, list[str]] = {}
        for revision in self.lineage.ordered:
            for path in revision.envelope.sets:
                setters.setdefault(path, []).append(revision.id)
        pending = [sorted(setters)]
        while pending:
            several = pending.pop()
            if not self._walk(_by_revision(several, setters), alone=len(several) == 1):
                half = len(several) // 2
                pending += [several[half:], several[:half]]

    def changes(self, revision: Revision) -> tuple[Change, ...]:
        told = []
        for path in revision.envelope.sets:
            value, presence = self._value(revision.id, path)
            told.append(Change(path, self.before[revision.id, path], value, presence))
        return tuple(told)

    def _walk(self, sets: Mapping[str, Sequence[Path]], *, alone: bool) -> bool:
        """From the root up, with these of the paths each revision sets; False where there was no room to the end.

        alone: it is one path, for which there must be.
        """
        views = Views(self.lineage)
        for revision in self.lineage.ordered:
            view, paths = views.before(revision), sets.get(revision.id, ())
            for path in paths:
                self.before[revision.id, path] = self._first(view.get(path, ()), path)
            views.keep(revision, view, paths)
            if views.made > self.room and not alone:
                return False
        return True

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


def _by_revision(several: Iterable[Path], setters: Mapping[Path, Sequence[str]]) -> dict[str, list[Path]]:
    """By revision those of `several` it sets."""
    sets: dict[str, list[Path]] = {}
    for path in several:
        for revision in setters[path]:
            sets.setdefault(revision, []).append(path)
    return sets
