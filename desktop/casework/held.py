"""Who has what left: packages that went out with something in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from desktop.casework.workspace import Workspace
from desktop.formats.fingerprint import fingerprint
from desktop.formats.manifest import PackageKind
from desktop.vault.contacts import Contact
from desktop.vault.outbox import Sent


@dataclass(frozen=True)
class HeldElsewhere:
    """A package that left. package: its digest; at: when, UTC seconds.

    to: who has it: a contact's name, or the beginning of the fingerprint of one no longer known here; "" for whoever
    has the passphrase. purpose: in the words noted for it, often none.
    """

    package: str
    to: str = field(repr=False)
    at: int
    purpose: str = field(repr=False)


def held_elsewhere(ws: Workspace, items: Iterable[str]) -> tuple[HeldElsewhere, ...]:
    """The packages that held any of these records or revisions, the latest first."""
    sent = {package.package: package for item in items for package in ws.vault.outbox.holding(item)}
    latest = sorted(sent.values(), key=lambda package: (-package.at, package.package))
    return tuple(HeldElsewhere(each.package, _receiver(ws, each), each.at, each.purpose) for each in latest)


def _receiver(ws: Workspace, sent: Sent) -> str:
    if sent.kind == PackageKind.PASSPHRASE.value:
        return ""
    known = ws.vault.contacts.one(sent.receiver)
    return known.name if known else fingerprint(sent.receiver)[:16]


def held_by_all(ws: Workspace, receivers: Sequence[Contact]) -> frozenset[str]:
    """Records and revisions each of these contacts got from us as they are: by transfers, not by redacted copies."""
    by_receiver: dict[str, set[str]] = {one.signing: set() for one in receivers}
    for sent in ws.vault.outbox.every():
        if sent.kind == PackageKind.TRANSFER.value and sent.receiver in by_receiver:
            by_receiver[sent.receiver] |= ws.vault.outbox.items(sent.package)
    return frozenset.intersection(*map(frozenset, by_receiver.values())) if by_receiver else frozenset()
