"""Who follows whom among the revisions of one record; all walks are iterative."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from desktop.errors import Damaged
from desktop.history.paths import Path
from desktop.history.revision import Revision

_CHUNK = 1024  # the fewest paths followed at once
_BITS = 1 << 29  # of all revisions together (64 MiB): bounds the memory a hostile log can claim


class Lineage:
    """The revisions of one record, each once, parents before children (by depth, then id)."""

    __slots__ = ("_by_id", "ordered", "root")

    def __init__(self, revisions: Iterable[Revision]) -> None:
        """Raises Damaged(``lineage.*``) unless these are one record's, none of them without its parents."""
        self._by_id = {revision.id: revision for revision in revisions}
        if not self._by_id:
            raise Damaged("lineage.root")
        self.ordered: Sequence[Revision] = sorted(self._by_id.values(), key=_place)
        self.root = self.ordered[0]
        for revision in self.ordered:
            self._check(revision)

    def __contains__(self, revision: str) -> bool:
        return revision in self._by_id

    def __len__(self) -> int:
        return len(self._by_id)

    def __getitem__(self, revision: str) -> Revision:
        return self._by_id[revision]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all revisions."""
        return frozenset(self._by_id)

    @property
    def depth(self) -> int:
        """The greatest depth."""
        return self.ordered[-1].envelope.depth

    @property
    def heads(self) -> tuple[str, ...]:
        """The revisions that are nobody's parent, sorted."""
        followed = {parent for revision in self.ordered for parent in revision.envelope.parents}
        return tuple(sorted(self._by_id.keys() - followed))

    @property
    def is_chain(self) -> bool:
        """Whether nothing in it is concurrent (then a lesser depth is an ancestor)."""
        return self.depth == len(self._by_id)

    def ancestors(self, revision: str) -> set[str]:
        """All that `revision` follows, itself left out."""
        found: set[str] = set()
        pending = list(self._by_id[revision].envelope.parents)
        while pending:
            parent = pending.pop()
            if parent not in found:
                found.add(parent)
                pending.extend(self._by_id[parent].envelope.parents)
        return found

    def maximal(self, revisions: Collection[str]) -> set[str]:
        """Those of `revisions` that no other of them follows; one walk down to the lowest of them."""
        left = set(revisions)
        floor = min(self._by_id[revision].envelope.depth for revision in left)
        if self.is_chain:
            return {max(left, key=lambda revision: self._by_id[revision].envelope.depth)}
        seen: set[str] = set()
        pending = list(left)
        while pending:
            for parent in self._by_id[pending.pop()].envelope.parents:
                if parent not in seen and self._by_id[parent].envelope.depth >= floor:
                    seen.add(parent)
                    pending.append(parent)
        return left - seen

    def maximal_setters(self, counting: Callable[[Revision], Iterable[Path]]) -> dict[Path, list[Revision]]:
        """Per path the setters no other setter of it follows. counting: the paths a revision counts as setting."""
        setters: dict[Path, list[Revision]] = {}
        for revision in reversed(self.ordered):
            for path in counting(revision):
                setters.setdefault(path, []).append(revision)
        if self.is_chain:
            return {path: several[:1] for path, several in setters.items()}
        disputed = [path for path, several in setters.items() if len(several) > 1]
        together = max(_CHUNK, _BITS // len(self._by_id))
        for start in range(0, len(disputed), together):
            self._keep_maximal(setters, disputed[start : start + together])
        return setters

    def _keep_maximal(self, setters: dict[Path, list[Revision]], several: Sequence[Path]) -> None:
        """One walk from the heads down; each revision hands its parents the paths set at or after it, as bits."""
        places: dict[str, list[int]] = {}
        for place, path in enumerate(several):
            for revision in setters[path]:
                places.setdefault(revision.id, []).append(place)
            setters[path] = []
        covered: dict[str, int] = {}
        for revision in reversed(self.ordered):
            here = covered.pop(revision.id, 0)
            if set_here := places.get(revision.id):
                bits = bytearray(here.to_bytes(len(several) // 8 + 1, "little"))  # one copy, however many it sets
                for place in set_here:
                    if not bits[place >> 3] >> (place & 7) & 1:
                        setters[several[place]].append(revision)
                        bits[place >> 3] |= 1 << (place & 7)
                here = int.from_bytes(bits, "little")
            if here:
                for parent in revision.envelope.parents:
                    covered[parent] = covered.get(parent, 0) | here

    def related(self, marks: Mapping[str, int]) -> dict[str, int]:
        """Per revision the bits of all marked revisions it is, follows, or is followed by. marks: id → bits."""
        after: dict[str, int] = {}
        for revision in self.ordered:
            bits = marks.get(revision.id, 0)
            for parent in revision.envelope.parents:
                bits |= after[parent]
            after[revision.id] = bits
        before: dict[str, int] = {}
        for revision in reversed(self.ordered):
            bits = before.pop(revision.id, 0) | marks.get(revision.id, 0)
            after[revision.id] |= bits
            for parent in revision.envelope.parents:
                before[parent] = before.get(parent, 0) | bits
        return after

    def _check(self, revision: Revision) -> None:
        if revision.record != self.root.id:
            raise Damaged("lineage.record")
        depths = [0]
        for parent in revision.envelope.parents:
            if parent not in self._by_id:
                raise Damaged("lineage.parent")
            depths.append(self._by_id[parent].envelope.depth)
        if revision.envelope.depth != 1 + max(depths):
            raise Damaged("lineage.depth")
        if revision.envelope.kind != self.root.envelope.kind:
            raise Damaged("lineage.kind")


def _place(revision: Revision) -> tuple[int, str]:
    return revision.envelope.depth, revision.id
