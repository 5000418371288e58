"""Invented people with keys and cards, and a small case they hand to each other."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from desktop.crypto.recipients import HybridIdentity, KeyIdentity, X25519Identity
from desktop.crypto.signing import SigningKey
from desktop.formats.arrival import VerifiedPackage, open_package
from desktop.formats.card import Card, Period, make_card
from desktop.formats.content import Carried, EvidenceFile, PackageContent, Receiver
from desktop.formats.manifest import PackageKind
from desktop.formats.package import write_package
from desktop.history.fold import fold
from desktop.history.revise import revise

NOW = 1_750_000_000
QUARTER = 7_776_000


@dataclass(frozen=True)
class Party:
    """Somebody who signs, and two keys to seal to."""

    key: SigningKey
    package: KeyIdentity
    identities: KeyIdentity
    card: Card

    @property
    def receiver(self) -> Receiver:
        return Receiver.of(self.card, NOW)


def party(name: str, *, hybrid: bool = False) -> Party:
    """Somebody with fresh keys, X25519 unless told otherwise."""
    make: Callable[[], KeyIdentity] = HybridIdentity.generate if hybrid else X25519Identity.generate
    key, package, identities = SigningKey.generate(), make(), make()
    period = Period(NOW - 60, NOW + QUARTER, package.recipient.text, identities.recipient.text)
    return Party(key, package, identities, make_card(name, NOW, key, [period]))


@dataclass(frozen=True)
class Known:
    """What a receiver has already: nothing, or these revisions."""

    revisions: frozenset[str] = frozenset()

    def has(self, revision: str) -> bool:
        return revision in self.revisions

    def sealed(self, record: str) -> bool:
        return False


def small_case(key: SigningKey) -> list[Carried]:
    """A case said in two revisions, and the identity record of somebody in it."""
    first, words = revise(None, "case", {"title": "第一次"}, key, NOW)
    state = fold([first], {first.id: words}, [key.public_hex])
    second, later_words = revise(state, "case", {"summary": "后来补充"}, key, NOW + 60)
    hidden, secret_words = revise(None, "identity", {"of": first.id, "words": "陈玉兰"}, key, NOW)
    return [Carried(first, words), Carried(second, later_words), Carried(hidden, secret_words, sealed=True)]


def evidence(data: bytes) -> EvidenceFile:
    """A file that goes along, held in memory."""
    return EvidenceFile(len(data), sha256(data).hexdigest(), lambda: io.BytesIO(data))


def transfer(sender: Party, receivers: Sequence[Party], *, files: Sequence[EvidenceFile] = ()) -> PackageContent:
    """A small case for colleagues."""
    return PackageContent(
        kind=PackageKind.TRANSFER,
        at=NOW,
        sender=sender.card,
        receivers=[receiver.receiver for receiver in receivers],
        purpose="review",
        consent="our_team",
        revisions=small_case(sender.key),
        page="<!DOCTYPE html><title>案件</title>",
        evidence=files,
    )


def written(content: PackageContent, sender: Party) -> bytes:
    """The sealed file."""
    out = io.BytesIO()
    write_package(out, content, sender.key)
    return out.getvalue()


def open_stream(
    sealed: BinaryIO, receiver: Party, *, known: Known | None = None, contact: Party | None = None
) -> VerifiedPackage:
    """The package as its receiver verifies it, the identity compartment being open."""
    return open_package(
        sealed,
        [receiver.package],
        own=[receiver.key.public_hex],
        known=known or Known(),
        is_contact=lambda signing: contact is not None and signing == contact.key.public_hex,
        identity_keys=[receiver.identities],
    )


def opened(
    sealed: bytes, receiver: Party, *, known: Known | None = None, contact: Party | None = None
) -> VerifiedPackage:
    """The same from memory."""
    return open_stream(io.BytesIO(sealed), receiver, known=known, contact=contact)
