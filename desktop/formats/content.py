"""What goes into a package, as the sender puts it together."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from desktop.crypto.recipients import HybridRecipient, KeyRecipient, parse_recipient
from desktop.formats.card import Card
from desktop.formats.manifest import EVIDENCE, Entry, PackageKind
from desktop.history import lines
from desktop.history.opening import Opening
from desktop.history.revision import Revision


@dataclass(frozen=True)
class Carried:
    """A revision that goes along.

    opening: None when its body does not go. sealed: the body belongs to the identity compartment (every
    body of a record of which one revision says so) and goes into `identities.age`.
    """

    revision: Revision
    opening: Opening | None
    sealed: bool = False

    def line(self) -> bytes:
        """Its line of `revisions.jsonl`, with the line feed."""
        return lines.revision_line(self.revision, None if self.sealed else self.opening) + b"\n"

    def sealed_line(self) -> bytes:
        """Its line of `identities.age`, with the line feed; empty when it has none."""
        if not (self.sealed and self.opening):
            return b""
        return lines.opening_line(self.revision.id, self.opening) + b"\n"


def new_evidence_name() -> str:
    """A member's name that says nothing and is used in one package only."""
    return EVIDENCE + secrets.token_hex(16)


@dataclass(frozen=True)
class EvidenceFile:
    """A file that goes along; the same one twice is given once.

    open: gives, each time, a new stream of `size` bytes whose SHA-256 is `sha256` (hex); closed here.
    name: drawn by lot; the page may tell it.
    """

    size: int
    sha256: str
    open: Callable[[], BinaryIO]
    name: str = field(default_factory=new_evidence_name, repr=False)

    @property
    def entry(self) -> Entry:
        return Entry(self.name, self.size, self.sha256)


@dataclass(frozen=True)
class Receiver:
    """Whom a package is sealed to, by the fingerprint of their signing key."""

    fingerprint: str
    package: KeyRecipient
    identities: KeyRecipient

    @classmethod
    def of(cls, card: Card, now: int) -> Receiver:
        """The keys of a card that hold at `now` (UTC seconds). Refused `card.expired`."""
        period = card.period(now)
        return cls(card.fingerprint, parse_recipient(period.package), parse_recipient(period.identities))

    @property
    def post_quantum(self) -> bool:
        """Whether what is sealed to them stays secret from a quantum computer."""
        return isinstance(self.package, HybridRecipient)


@dataclass(frozen=True)
class PackageContent:
    """What a package says and carries.

    at: UTC seconds claimed (of redacted copies midnight of the day). sender: the sender's newest card.
    receivers: none of a passphrase package, one of a redacted copy. consent: the basis on which it leaves.
    revisions: parents before children; iterated twice, the same both times. page: `dossier.case_html`.
    """

    kind: PackageKind
    at: int
    sender: Card
    receivers: Sequence[Receiver]
    purpose: str = field(repr=False)
    consent: str = field(repr=False)
    revisions: Iterable[Carried]
    page: str = field(repr=False)
    evidence: Sequence[EvidenceFile] = ()
