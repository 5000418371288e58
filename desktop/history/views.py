"""What each revision of a record saw of some of its paths: who had set them last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TypeAlias

from desktop.history.lineage import Lineage
from desktop.history.paths import Path
from desktop.history.revision import Revision

# Per path the ids of its maximal setters, the one shown first in front. Changed only while one revision has it.
View: TypeAlias = dict[Path, tuple[str, ...]]


class Views:
    """Handed on from the root up, shared where two revisions saw the same, dropped when nobody asks any more.

    made: entries put into views so far, what memory they take.
    """

    def __init__(self, lineage: Lineage) -> None:
        self._lineage = lineage
        self._views: dict[str, View] = {}
        self._children = Counter(parent for one in lineage.ordered for parent in one.envelope.parents)
        self._waiting = Counter(self._children)
        self._alone: set[str] = set()  # whose view nobody else has
        self._joined: dict[tuple[int, ...], tuple[list[View], View]] = {}
        self.made = 0

    def before(self, revision: Revision) -> View:
        """What `revision` saw. Ask once of each, parents first, and `keep` what it leaves to those after it."""
        parents = revision.envelope.parents
        views = [self._handed(parent) for parent in parents]
        if not views:
            self._alone.add(revision.id)
            return {}
        if len(views) > 1:
            return self._join(views)
        if parents[0] in self._alone and self._children[parents[0]] == 1:
            self._alone.add(revision.id)
        return views[0]

    def keep(self, revision: Revision, view: View, paths: Sequence[Path]) -> None:
        """Leave `view`, these paths now being set by `revision`, to those after it."""
        if paths and revision.id not in self._alone:
            self._alone.add(revision.id)
            self.made += len(view)
            view = dict(view)
        for path in paths:
            self.made += path not in view
            view[path] = (revision.id,)
        if self._children[revision.id]:
            self._views[revision.id] = view

    def _handed(self, parent: str) -> View:
        self._waiting[parent] -= 1
        return self._views[parent] if self._waiting[parent] else self._views.pop(parent)

    def _join(self, views: Sequence[View]) -> View:
        several = list({id(view): view for view in views}.values())
        if len(several) == 1:
            return several[0]
        key = tuple(sorted(map(id, several)))
        if key not in self._joined:
            self._joined[key] = several, self._joined_anew(several)
        return self._joined[key][1]

    def _joined_anew(self, views: Sequence[View]) -> View:
        largest, *others = sorted(views, key=len, reverse=True)
        joined = dict(largest)
        for other in others:
            for path, setters in other.items():
                mine = joined.get(path, ())
                joined[path] = setters if not mine else mine if mine == setters else self._latest({*mine, *setters})
        self.made += len(joined)
        return joined

    def _latest(self, setters: Collection[str]) -> tuple[str, ...]:
        left = self._lineage.maximal(setters)
        return tuple(sorted(left, key=lambda setter: (-self._lineage[setter].envelope.depth, setter)))
