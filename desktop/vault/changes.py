"""What a change touched, so that a view can ask whether it is concerned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """kinds and records touched, records by id; created: ids of records that are new here, in the order they came."""

    kinds: frozenset[str] = frozenset()
    records: frozenset[str] = frozenset()
    created: tuple[str, ...] = ()

    def __or__(self, more: Changes) -> Changes:
        """What both touched."""
        created = (*self.created, *more.created)
        return Changes(self.kinds | more.kinds, self.records | more.records, created)

    def __bool__(self) -> bool:
        return bool(self.kinds or self.records)
