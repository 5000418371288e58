"""The one way anything is added to a vault: log, openings, lists and index, within one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from desktop.history.opening import Opening
from desktop.history.revision import Revision
from desktop.vault.changes import Changes
from desktop.vault.compartment import Compartment
from desktop.vault.connection import Database
from desktop.vault.log import Log
from desktop.vault.projection import Projection
from desktop.vault.revisions import Revisions


@dataclass(frozen=True, slots=True)
class Addition:
    """A verified revision with what came beside it.

    opening: in clear; where the record is sealed it is sealed here. sealed_opening: sealed to this vault's
    compartment already.
    """

    revision: Revision
    opening: Opening | None = None
    sealed_opening: bytes | None = field(default=None, repr=False)


@dataclass
class Appended:
    """What an append did.

    sealed: by number of record, the openings that came for it, by number of revision. struck: records some of whose
    words were erased; hidden: whether words of the compartment were among them. erased: records erased for good.
    files: by name of evidence file, the record that was given it.
    """

    kinds: set[str] = field(default_factory=set)
    records: set[str] = field(default_factory=set)
    created: list[str] = field(default_factory=list)
    sealed: dict[int, dict[int, Opening]] = field(default_factory=dict)
    struck: set[str] = field(default_factory=set)
    hidden: bool = False
    erased: list[str] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict, repr=False)

    def changes(self) -> Changes:
        """What to announce."""
        return Changes(frozenset(self.kinds), frozenset(self.records), tuple(self.created))


@dataclass(frozen=True)
class Parts:
    """What writing needs, of the main database. own: public keys, hex, of the own authors."""

    database: Database
    log: Log
    compartment: Compartment
    own: Collection[str]
    revisions: Revisions
    projection: Projection

    @classmethod
    def of(cls, database: Database, log: Log, compartment: Compartment, own: Collection[str]) -> Parts:
        return cls(database, log, compartment, own, Revisions(database), Projection(database))


def by_record(additions: Iterable[Addition]) -> dict[str, list[Addition]]:
    """Additions by their record."""
    records: dict[str, list[Addition]] = {}
    for addition in additions:
        records.setdefault(addition.revision.record, []).append(addition)
    return records


def in_order(additions: Iterable[Addition]) -> list[Addition]:
    """Additions to one record, parents before children."""
    return sorted(additions, key=lambda addition: (addition.revision.envelope.depth, addition.revision.id))
