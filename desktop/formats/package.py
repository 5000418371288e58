"""Write a package: a sealed tar with everything a recipient needs, readable without this program."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO, Protocol

from desktop.crypto import age
from desktop.crypto.recipients import HybridRecipient, KeyRecipient, PassphraseRecipient, parse_recipient
from desktop.crypto.signing import SigningKey
from desktop.formats.card import Card
from desktop.formats.manifest import Manifest, PackageKind
from desktop.history.opening import Opening
from desktop.history.revision import Revision

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Carried:
    """A revision that goes along.

    opening: None when its body does not go. sealed: the body belongs to the identity compartment (every
    body of a record of which one revision says so) and goes into `identities.age`.
    """

    revision: Revision
    opening: Opening | None
    sealed: bool = False


@dataclass(frozen=True)
class EvidenceFile:
    """A file that goes along. open: gives a new stream of its `size` bytes each time, whose SHA-256 is `sha256` (hex)."""

    size: int
    sha256: str
    open: Callable[[], BinaryIO]


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
    purpose: str
    consent: str
    revisions: Iterable[Carried]
    page: str
    evidence: Sequence[EvidenceFile] = ()


@dataclass(frozen=True)
class WrittenPackage:
    """What was written. sha256: of the sealed file, in hex. evidence: member name by SHA-256 of the file."""

    manifest: Manifest
    size: int
    sha256: str


def write_package(
    out: BinaryIO,
    content: PackageContent,
    key: SigningKey,
    *,
    passphrase: PassphraseRecipient | None = None,
    progress: Progress | None = None,
) -> WrittenPackage:
    """Seal everything into `out`, in constant memory but for the identities.

    key: the sender's, of the card. passphrase: for that kind alone. progress: bytes of the inner archive.
    Refused `package.receivers` when they do not fit the kind, `package.mixed_receivers`,
    `package.identities_need_key`; Damaged `package.evidence_changed`. After an exception `out` is not whole.
    """
    raise NotImplementedError
