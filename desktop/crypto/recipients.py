"""Every kind of recipient and identity, read from text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from desktop.crypto import bech32, hybrid, x25519
from desktop.crypto.hybrid import HybridIdentity, HybridRecipient
from desktop.crypto.scrypt import PassphraseIdentity, PassphraseRecipient
from desktop.crypto.stanza import Stanza
from desktop.crypto.x25519 import X25519Identity, X25519Recipient
from desktop.errors import Refused

__all__ = [
    "HybridIdentity",
    "HybridRecipient",
    "Identity",
    "KeyIdentity",
    "KeyRecipient",
    "PassphraseIdentity",
    "PassphraseRecipient",
    "Recipient",
    "X25519Identity",
    "X25519Recipient",
    "parse_identities",
    "parse_identity",
    "parse_recipient",
]

KeyRecipient = X25519Recipient | HybridRecipient
KeyIdentity = X25519Identity | HybridIdentity


class Recipient(Protocol):
    """Whoever a file can be sealed to."""

    def wrap(self, file_key: bytes) -> list[Stanza]:
        """The 16-byte file key, sealed to this recipient."""


class Identity(Protocol):
    """Whatever can open a file."""

    def unwrap(self, stanzas: Sequence[Stanza]) -> bytes | None:
        """The 16-byte file key, or None when no stanza is for this identity."""


def parse_recipient(text: str) -> KeyRecipient:
    """From `age1…` or `age1pq1…`, blanks around it ignored.

    Refused `key.malformed`: a typing mistake; `key.unknown_kind`: a key of another sort.
    """
    hrp, public = bech32.decode(text.strip())
    if hrp.lower() == hybrid.RECIPIENT_HRP:
        return HybridRecipient(public)
    if hrp.lower() == x25519.RECIPIENT_HRP:
        return X25519Recipient(public)
    raise Refused("key.unknown_kind")


def parse_identity(text: str) -> KeyIdentity:
    """From `AGE-SECRET-KEY-1…` or `AGE-SECRET-KEY-PQ-1…`; refusals as `parse_recipient`."""
    hrp, secret = bech32.decode(text.strip())
    if hrp.upper() == hybrid.IDENTITY_HRP:
        return HybridIdentity(secret)
    if hrp.upper() == x25519.IDENTITY_HRP:
        return X25519Identity(secret)
    raise Refused("key.unknown_kind")


def parse_identities(text: str) -> list[KeyIdentity]:
    """The identities of an age identity file, in its order; comments and blank lines are skipped.

    Refused `key.identity_file` with the line that is no identity we know, `key.none` when there is none in it.
    """
    identities: list[KeyIdentity] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            identities.append(parse_identity(line))
        except Refused:
            raise Refused("key.identity_file", line=number) from None
    if not identities:
        raise Refused("key.none")
    return identities
