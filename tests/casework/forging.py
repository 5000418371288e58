"""Packages that this program would not make: signed by a contact, of records of any shape."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from desktop.casework import contacts
from desktop.casework.workspace import JSON, Workspace
from desktop.crypto.recipients import KeyRecipient
from desktop.formats.card import read_card
from desktop.formats.content import Carried, PackageContent, Receiver
from desktop.formats.manifest import PackageKind
from desktop.formats.package import write_package
from desktop.history.opening import Opening
from desktop.history.revise import revise
from desktop.history.revision import Revision

SEALED = frozenset({"name", "identity"})


def forged(sender: Workspace, kind: str, body: Mapping[str, JSON]) -> Carried:
    """A new record signed by the sender, whatever is in it; their own vault does not see it."""
    said, opening = revise(None, kind, body, sender.vault.signing, sender.clock(), sealed=kind in SEALED)
    return carried(said, opening)


def carried(said: Revision, opening: Opening | None) -> Carried:
    """A revision as it goes along."""
    return Carried(said, opening, said.envelope.kind in SEALED)


def packed(
    sender: Workspace, to: Workspace, revisions: Iterable[Carried], *, identities: KeyRecipient | None = None
) -> Path:
    """A transfer of these revisions and nothing else, beside the sender's vault.

    identities: what the names are sealed to, if not to the key on the receiver's card.
    """
    now = sender.clock()
    card = read_card(contacts.own_card(to).text.encode())
    receiver = Receiver.of(card, now)
    content = PackageContent(
        kind=PackageKind.TRANSFER,
        at=now,
        sender=contacts.current_card(sender),
        receivers=[replace(receiver, identities=identities or receiver.identities)],
        purpose="",
        consent="",
        revisions=list(revisions),
        page="",
        evidence=[],
    )
    out = sender.vault.folder.parent / f"{secrets.token_hex(8)}.age"
    with out.open("w+b") as file:
        write_package(file, content, sender.vault.signing, passphrase=None, progress=None)
    return out
