"""A researcher's machine reduced to its logs: revisions and openings of records, and a signing key."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Mapping

from desktop.crypto.signing import SigningKey
from desktop.history.canonical import JSON
from desktop.history.envelope import Envelope
from desktop.history.erasure import erased
from desktop.history.fold import Setters, fold
from desktop.history.opening import Opening
from desktop.history.paths import Path
from desktop.history.proposals import Proposal, proposals
from desktop.history.revise import accept, erase, revise
from desktop.history.revision import Revision, sign
from desktop.history.state import RecordState


def key_of(number: int) -> SigningKey:
    """The same key for the same number, always."""
    return SigningKey.from_seed(bytes([number]) * 32)


class Replica:
    """Holds records, edits them, and takes in what another replica holds."""

    def __init__(self, number: int, own: Iterable[int] = ()) -> None:
        self.key = key_of(number)
        self.own = frozenset({self.key.public_hex, *(key_of(other).public_hex for other in own)})
        self.log: dict[str, Revision] = {}
        self.openings: dict[str, Opening] = {}
        self.at = 1_750_000_000

    def revisions(self, record: str) -> list[Revision]:
        return [revision for revision in self.log.values() if revision.record == record]

    def records(self) -> list[str]:
        return sorted({revision.record for revision in self.log.values()})

    def state(self, record: str, *, setters: Setters = "all") -> RecordState:
        return fold(self.revisions(record), self.openings, self.own, setters=setters)

    def create(self, body: Mapping[Path, JSON], kind: str = "case", *, sealed: bool = False) -> str:
        return self.keep(*revise(None, kind, body, self.key, self.at, sealed=sealed)).record

    def edit(self, record: str, body: Mapping[Path, JSON], *, sealed: bool = False) -> Revision:
        before = self.state(record)
        return self.keep(*revise(before, before.kind, body, self.key, self.at, sealed=sealed))

    def erase(self, record: str, targets: str | Collection[str]) -> Revision:
        return self.keep(erase(self.state(record), targets, self.key, self.at), None)

    def proposals(self, record: str) -> list[Proposal]:
        return proposals(self.revisions(record), self.openings, self.own)

    def accept(self, revision: Revision, registers: Collection[Path] = ()) -> Revision:
        opening = self.openings.get(revision.id)
        return self.keep(*accept(self.state(revision.record), revision, opening, self.key, self.at, registers))

    def keep(self, revision: Revision, opening: Opening | None) -> Revision:
        """What a vault does with a revision and an opening that were checked."""
        self.log[revision.id] = revision
        mine = self.openings.get(revision.id)
        if opening is not None:
            self.openings[revision.id] = opening if mine is None else mine.union(opening)
        covered = erased(self.revisions(revision.record), self.own)
        for each in self.revisions(revision.record):
            if each.id in self.openings:
                left = covered.strike(each.id, self.openings[each.id])
                if left is None:
                    del self.openings[each.id]
                else:
                    self.openings[each.id] = left
        return revision

    def receive(
        self, other: Replica, *, withheld: Mapping[str, Collection[Path]] | None = None, shuffle: int | None = None
    ) -> None:
        """Take in all that `other` holds; withheld: paths of a body that do not go along. In any order."""
        arriving = list(other.log.values())
        if shuffle is not None:
            random.Random(shuffle).shuffle(arriving)
        for revision in arriving:
            opening = other.openings.get(revision.id)
            if opening is not None and withheld is not None:
                opening = opening.without(withheld.get(revision.id, ()))
            if opening is not None:
                opening.check(revision.envelope)
            self.keep(revision, opening)


def exchange(*replicas: Replica) -> None:
    """Everybody receives from everybody, so that all hold the same log."""
    for _ in range(2):
        for one in replicas:
            for other in replicas:
                if one is not other:
                    one.receive(other)


def merge_of(parents: Iterable[Revision], body: Mapping[Path, JSON], key: SigningKey) -> tuple[Revision, Opening]:
    """A revision that follows exactly `parents`, as a machine makes it that knows no others."""
    sides = sorted(parents, key=lambda revision: revision.id)
    opening = Opening.seal_body(body)
    envelope = Envelope(
        kind=sides[0].envelope.kind,
        parents=tuple(side.id for side in sides),
        depth=1 + max(side.envelope.depth for side in sides),
        author=key.public_hex,
        at=1,
        sets=opening.sets,
        digest=opening.digest(),
        record=sides[0].record,
        sealed=any(side.envelope.sealed for side in sides),
    )
    return sign(envelope, key), opening
