"""Who a package is from, and which of our keys may open it."""

from __future__ import annotations

from typing import BinaryIO

from desktop.casework import contacts
from desktop.casework.workspace import Workspace
from desktop.crypto import age
from desktop.crypto.passphrase import normalise_passphrase
from desktop.crypto.recipients import Identity, PassphraseIdentity
from desktop.formats.arrival import VerifiedPackage
from desktop.formats.fingerprint import fingerprint, fingerprint_words
from desktop.vault.contacts import Contact
from desktop.vault.vault import Vault


def package_keys(ws: Workspace, passphrase: str | None) -> list[Identity]:
    """All that may open a package of ours."""
    by_passphrase: list[Identity] = [PassphraseIdentity(normalise_passphrase(passphrase))] if passphrase else []
    return [*by_passphrase, *(key for pair in ws.vault.contact_pairs for key in pair.identities)]


def sealed_by_passphrase(untrusted_sealed: BinaryIO) -> bool:
    """Whether a package that opened with none of our keys waits for a passphrase."""
    untrusted_sealed.seek(0)
    return age.work_factor(untrusted_sealed) is not None


def identity_keys(vault: Vault) -> list[Identity]:
    """All that may open the names in one; none while the identities are closed."""
    return [key for pair in vault.identity_pairs for key in pair.identities] if vault.compartment_open else []


def known_signer(ws: Workspace, signing: str) -> Contact | None:
    """The contact with this signing key; our own key needs no card."""
    if signing in ws.vault.own_authors:
        card = contacts.current_card(ws)
        return Contact(signing, card.name, card.encode(), card.at, team=True, verified=True)
    return ws.vault.contacts.one(signing)


def unverified_words(known: Contact | None) -> str:
    """The words to compare with a contact nobody has compared them with; "" for others."""
    return "" if known is None or known.verified else fingerprint_words(fingerprint(known.signing))


def take_newer_card(ws: Workspace, verified: VerifiedPackage) -> None:
    """Keys are renewed each quarter: the newest card travels with every package."""
    preview = contacts.preview_card(ws, verified.sender.encode())
    if preview.standing == "newer":
        contacts.add_card(ws, preview)
