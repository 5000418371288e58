"""Checking what arrives: a whole batch of revisions, or nothing of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from desktop.errors import Damaged, Refused
from desktop.history import lines
from desktop.history.batch import Batch, Kept, SealedOpenings
from desktop.history.envelope import Envelope
from desktop.history.erasure_targets import check_erasures
from desktop.history.lineage import Lineage

MAX_REVISIONS = 1_000_000
MAX_HEADS = 64


class Lookup(Protocol):
    """What the checks ask of what is here already."""

    def has(self, revision: str) -> bool:
        """Whether this revision is in the log."""

    def sealed(self, record: str) -> bool:
        """Whether a revision here says that this record's bodies belong to the identity compartment."""


def verify_batch(untrusted_lines: Iterable[bytes], known: Lookup) -> Batch:
    """The batch these lines are (see `lines`), every rule of format 1 checked.

    A batch carries every ancestor of what it carries. Raises Damaged(``line.*`` | ``batch.order`` | ``lineage.*`` | …)
    and Refused(``batch.revisions`` | ``batch.twice`` | ``batch.ancestor`` | ``batch.heads`` | ``batch.sealed`` | …).
    """
    kept: dict[str, Kept] = {}
    said_sealed: set[str] = set()
    in_clear: set[str] = set()
    for untrusted in untrusted_lines:
        if len(kept) >= MAX_REVISIONS:
            raise Refused("batch.revisions", limit=MAX_REVISIONS)
        revision, opening = lines.read_revision_line(untrusted)
        if revision.id in kept:
            raise Refused("batch.twice", revision=revision.id)
        if not kept.keys() >= set(revision.envelope.parents):
            raise Refused("batch.ancestor", revision=revision.id)
        kept[revision.id] = Kept(
            revision.id, revision.record, revision.envelope.kind, untrusted, known.has(revision.id)
        )
        if revision.envelope.sealed:
            said_sealed.add(revision.record)
        if opening is not None:
            in_clear.add(revision.record)
    batch = Batch(kept.values(), ())
    for record in batch.records:
        _check_lineage(batch, record)
    for record in in_clear & said_sealed:  # a package that knows a record is sealed carries none of its bodies so
        raise Refused("batch.sealed", record=record)
    return Batch(kept.values(), said_sealed | {record for record in batch.records if known.sealed(record)})


def verify_openings(untrusted_lines: Iterable[bytes], envelope_of: Callable[[str], Envelope | None]) -> SealedOpenings:
    """The openings of sealed bodies these lines are, by revision id, each checked against its envelope.

    envelope_of: the verified envelope of a revision, None if unknown. Raises Damaged(``opening.stray`` |
    ``opening.digest`` | ``line.*`` | …) and Refused(``batch.twice``).
    """
    openings = SealedOpenings()
    for untrusted in untrusted_lines:
        said, opening = lines.read_opening_line(untrusted)
        if said in openings:
            raise Refused("batch.twice", revision=said)
        envelope = envelope_of(said)
        if envelope is None:
            raise Damaged("opening.stray", revision=said)
        opening.check(envelope)
        openings.keep(said, opening)
    return openings


def _check_lineage(batch: Batch, record: str) -> None:
    lineage = Lineage(arrival.revision for arrival in batch.of_record(record))
    if len(lineage.heads) > MAX_HEADS:
        raise Refused("batch.heads", record=lineage.root.id, limit=MAX_HEADS)
    check_erasures(lineage)
