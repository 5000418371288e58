"""Checking what arrives: a whole batch of revisions, or nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from desktop.errors import Damaged, Refused
from desktop.history import lines
from desktop.history.envelope import Envelope
from desktop.history.erasure_targets import check_erasures
from desktop.history.lineage import Lineage
from desktop.history.opening import Opening
from desktop.history.revision import Revision

MAX_REVISIONS = 1_000_000
MAX_HEADS = 64


class Lookup(Protocol):
    """What the checks ask of what is here already."""

    def has(self, revision: str) -> bool:
        """Whether this revision is in the log."""

    def sealed(self, record: str) -> bool:
        """Whether a revision here says that this record's bodies belong to the identity compartment."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One verified revision. opening: checked, None where the body did not come. known: it is in the log already."""

    revision: Revision
    opening: Opening | None
    known: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """What one package brings, verified whole.

    arrivals: parents before children. lineages: by record id, the batch's revisions of it. sealed: the records
    whose bodies belong to the identity compartment, by what is here or by what came; an opening of theirs that
    came in the clear (from somebody who did not know) is kept sealed.
    """

    arrivals: tuple[Arrival, ...]
    lineages: Mapping[str, Lineage]
    sealed: frozenset[str]


def verify_batch(untrusted_lines: Iterable[bytes], known: Lookup) -> Batch:
    """The batch these lines are (see `lines`), every rule of format 1 checked.

    A batch carries every ancestor of what it carries. Raises Damaged(``line.*`` | ``batch.order`` | ``lineage.*`` | …)
    and Refused(``batch.revisions`` | ``batch.twice`` | ``batch.ancestor`` | ``batch.heads`` | ``batch.sealed`` | …).
    """
    arrivals: dict[str, Arrival] = {}
    records: dict[str, list[Revision]] = {}
    for untrusted in untrusted_lines:
        if len(arrivals) >= MAX_REVISIONS:
            raise Refused("batch.revisions", limit=MAX_REVISIONS)
        revision, opening = lines.read_revision_line(untrusted)
        if revision.id in arrivals:
            raise Refused("batch.twice", revision=revision.id)
        if not arrivals.keys() >= set(revision.envelope.parents):
            raise Refused("batch.ancestor", revision=revision.id)
        arrivals[revision.id] = Arrival(revision, opening, known.has(revision.id))
        records.setdefault(revision.record, []).append(revision)
    lineages = {record: _lineage(revisions) for record, revisions in records.items()}
    said_sealed = {revision.record for revisions in records.values() for revision in revisions if _seals(revision)}
    _check_sealed(arrivals.values(), said_sealed)
    sealed = said_sealed | {record for record in records if known.sealed(record)}
    return Batch(tuple(arrivals.values()), lineages, frozenset(sealed))


def verify_openings(
    untrusted_lines: Iterable[bytes], envelope_of: Callable[[str], Envelope | None]
) -> dict[str, Opening]:
    """The openings of sealed bodies these lines are, by revision id, each checked against its envelope.

    envelope_of: the verified envelope of a revision, None if unknown. Raises Damaged(``opening.stray`` |
    ``opening.digest`` | ``line.*`` | …) and Refused(``batch.twice``).
    """
    openings: dict[str, Opening] = {}
    for untrusted in untrusted_lines:
        said, opening = lines.read_opening_line(untrusted)
        if said in openings:
            raise Refused("batch.twice", revision=said)
        envelope = envelope_of(said)
        if envelope is None:
            raise Damaged("opening.stray", revision=said)
        opening.check(envelope)
        openings[said] = opening
    return openings


def _lineage(revisions: list[Revision]) -> Lineage:
    lineage = Lineage(revisions)
    if len(lineage.heads) > MAX_HEADS:
        raise Refused("batch.heads", record=lineage.root.id, limit=MAX_HEADS)
    check_erasures(lineage)
    return lineage


def _seals(revision: Revision) -> bool:
    return revision.envelope.sealed


def _check_sealed(arrivals: Iterable[Arrival], sealed: set[str]) -> None:
    """A package that knows a record is sealed carries none of its bodies in the clear."""
    for arrival in arrivals:
        if arrival.opening is not None and arrival.revision.record in sealed:
            raise Refused("batch.sealed", record=arrival.revision.record)
