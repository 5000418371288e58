"""What the erasures that count cover."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from desktop.history.envelope import WHOLE, split_target
from desktop.history.opening import Opening
from desktop.history.paths import Path
from desktop.history.revision import Revision


@dataclass(frozen=True, slots=True)
class Erased:
    """What of one record is erased: all of it, whole bodies by revision id, single fields by revision id."""

    record: bool = False
    bodies: frozenset[str] = frozenset()
    fields: Mapping[str, frozenset[Path]] | None = None

    def __bool__(self) -> bool:
        return self.record or bool(self.bodies) or bool(self.fields)

    def covers(self, revision: str, path: Path) -> bool:
        """Whether the value of `path` in `revision` is struck."""
        if self.record or revision in self.bodies:
            return True
        return self.fields is not None and path in self.fields.get(revision, ())

    def strike(self, revision: str, opening: Opening) -> Opening | None:
        """What may be kept of an opening; None where all of it is covered."""
        if self.record or revision in self.bodies:
            return None
        left = opening.without((self.fields or {}).get(revision, frozenset()))
        return left if left.body else None


def erased(revisions: Iterable[Revision], own: Collection[str]) -> Erased:
    """What the erasures among one record's revisions cover; only those by an own author count."""
    targets: set[str] = set()
    for revision in revisions:
        erases = revision.envelope.erases
        if erases is None or revision.envelope.author not in own:
            continue
        if erases == WHOLE:
            return Erased(record=True)
        targets.update(erases)
    return _gather(targets) if targets else Erased()


def _gather(targets: Iterable[str]) -> Erased:
    bodies: set[str] = set()
    fields: dict[str, set[Path]] = {}
    for target in targets:
        revision, path = split_target(target)
        if path is None:
            bodies.add(revision)
        else:
            fields.setdefault(revision, set()).add(path)
    return Erased(False, frozenset(bodies), {revision: frozenset(paths) for revision, paths in fields.items()})
