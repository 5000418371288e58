"""Who has what is here: packages that went out with something in them, or came with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop.casework.workspace import Workspace
from desktop.formats.arrival import VerifiedPackage
from desktop.formats.fingerprint import fingerprint
from desktop.formats.manifest import PackageKind
from desktop.vault.contacts import Contact
from desktop.vault.outbox import IN_CLEAR, RECEIVED, TABLES, Sent

_AS_THEY_ARE = (PackageKind.TRANSFER.value, RECEIVED)


@dataclass(frozen=True)
class HeldElsewhere:
    """A package that left, or a transfer that came. package: its digest; at: when, UTC seconds.

    to: who has it: a contact's name, or the beginning of the fingerprint of one no longer known here; "" for whoever
    has the passphrase; of a form for the UN or others what it was for. purpose: in the words noted for it, often none;
    of tables the use people agreed to. theirs: it came from them. kind: of `vault.outbox.Sent`; way: the same, "" where
    it did not go in clear.
    """

    package: str
    to: str = field(repr=False)
    at: int
    purpose: str = field(repr=False)
    theirs: bool = False
    way: str = field(default="", repr=False)
    kind: str = field(default="", repr=False)


def held_elsewhere(ws: Workspace, items: Iterable[str]) -> tuple[HeldElsewhere, ...]:
    """The packages by which others have any of these records or revisions, the latest first."""
    sent = {package.package: package for item in items for package in ws.vault.outbox.holding(item)}
    latest = sorted(sent.values(), key=lambda package: (-package.at, package.package))
    return tuple(
        HeldElsewhere(
            each.package,
            _receiver(ws, each),
            each.at,
            _purpose(ws, each),
            each.kind == RECEIVED,
            each.kind if each.kind in IN_CLEAR else "",
            each.kind,
        )
        for each in latest
    )


def _receiver(ws: Workspace, sent: Sent) -> str:
    if sent.kind == PackageKind.PASSPHRASE.value:
        return ""
    if sent.kind in IN_CLEAR:
        return sent.receiver
    known = ws.vault.contacts.one(sent.receiver)
    return known.name if known else fingerprint(sent.receiver)[:16]


def _purpose(ws: Workspace, sent: Sent) -> str:
    """Tables are noted by the code of a use, which nobody but this program reads."""
    known = sent.kind == TABLES and sent.purpose in ws.vocabularies["consent_scopes"]
    return ws.vocabularies.label("consent_scopes", sent.purpose, ws.language) if known else sent.purpose


def note_received(ws: Workspace, verified: VerifiedPackage) -> None:
    """Remember that whoever sent a transfer has the records in it."""
    manifest = verified.manifest
    if manifest.kind is PackageKind.TRANSFER:
        name = f"{verified.sealed_sha256}/{RECEIVED}"  # somebody's own package may be here as sent too
        sent = Sent(name, RECEIVED, ws.clock(), manifest.purpose, manifest.sender.signing)
        ws.vault.outbox.note(sent, verified.batch.records.keys())


def held_by_all(ws: Workspace, receivers: Sequence[Contact]) -> frozenset[str]:
    """Records and revisions each of these contacts has as they are: by transfers from us or to us, not by redacted
    copies."""
    by_receiver: dict[str, set[str]] = {one.signing: set() for one in receivers}
    for sent in ws.vault.outbox.every():
        if sent.kind in _AS_THEY_ARE and sent.receiver in by_receiver:
            by_receiver[sent.receiver] |= ws.vault.outbox.items(sent.package)
    return frozenset.intersection(*map(frozenset, by_receiver.values())) if by_receiver else frozenset()
