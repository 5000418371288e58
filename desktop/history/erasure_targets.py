"""Whether erasures name only what came before them, however many there are and however a log lies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop.errors import Damaged
from desktop.history.envelope import split_target
from desktop.history.lineage import Lineage
from desktop.history.revision import Revision

_FEWEST, _MOST = 1 << 10, 1 << 16  # targets followed in one walk
_BITS = 1 << 29  # of all revisions that are waited for together: 64 MiB, whatever a hostile log looks like


def check_erasures(lineage: Lineage) -> None:
    """Raise Damaged(``lineage.erases``) unless every erasure names only its own ancestors."""
    naming = _naming(lineage)
    if not naming:
        return
    ordered = _depth_first(lineage)
    waiting = Counter(parent for revision in ordered for parent in revision.envelope.parents)
    together = min(_MOST, max(_FEWEST, _BITS // _width(ordered, waiting)))
    targets = [revision.id for revision in ordered if revision.id in naming]
    for start in range(0, len(targets), together):
        _check(ordered, waiting, targets[start : start + together], naming)


def _naming(lineage: Lineage) -> dict[str, list[str]]:
    """By target the erasures that name it."""
    naming: dict[str, list[str]] = {}
    for revision in lineage.ordered:
        if isinstance(revision.envelope.erases, tuple):
            for target in {split_target(text)[0] for text in revision.envelope.erases}:
                if target not in lineage:
                    raise Damaged("lineage.erases")
                naming.setdefault(target, []).append(revision.id)
    return naming


def _depth_first(lineage: Lineage) -> list[Revision]:
    """Parents before children, and each branch to its end before the next: so few are waited for at once."""
    ordered: list[Revision] = []
    done: set[str] = set()
    pending = list(lineage.heads)
    while pending:
        revision = lineage[pending[-1]]
        missing = [parent for parent in revision.envelope.parents if parent not in done]
        if missing:
            pending += missing
            continue
        pending.pop()
        if revision.id not in done:
            done.add(revision.id)
            ordered.append(revision)
    return ordered


def _width(ordered: Sequence[Revision], waiting: Mapping[str, int]) -> int:
    """The most revisions of which a child is still to come, at any place of the walk."""
    left, width = dict(waiting), 1
    open_now = 0
    for revision in ordered:
        open_now += revision.id in left
        width = max(width, open_now)
        for parent in revision.envelope.parents:
            left[parent] -= 1
            open_now -= not left[parent]
    return width


def _check(
    ordered: Sequence[Revision], waiting: Mapping[str, int], targets: Sequence[str], naming: Mapping[str, Sequence[str]]
) -> None:
    """One walk up; each revision hands its children the targets at or before it, as bits."""
    places = {target: place for place, target in enumerate(targets)}
    named: dict[str, list[int]] = {}
    for target, place in places.items():
        for erasure in naming[target]:
            named.setdefault(erasure, []).append(place)
    left = dict(waiting)
    seen: dict[str, int] = {}
    for revision in ordered:
        above = 0
        for parent in revision.envelope.parents:
            left[parent] -= 1
            above |= seen.get(parent, 0) if left[parent] else seen.pop(parent, 0)
        if revision.id in named and _bits(named[revision.id]) & ~above:
            raise Damaged("lineage.erases")
        if revision.id in places:
            above |= 1 << places[revision.id]
        if above and revision.id in left:
            seen[revision.id] = above


def _bits(places: Sequence[int]) -> int:
    """The number with ones at these places, which ascend; in one go, since each copy may be long."""
    bits = bytearray(places[-1] // 8 + 1)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")
