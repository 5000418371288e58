"""The identity compartment: sealed to with its public half, opened with its secret one while that is at hand."""

from __future__ import annotations

from desktop.crypto import age
from desktop.crypto.recipients import HybridRecipient
from desktop.errors import Damaged, Refused
from desktop.history import opening
from desktop.history.opening import Opening
from desktop.vault.slots import KeyRing


class Compartment:
    """Open or closed; new sealed bodies can be written either way."""

    def __init__(self, recipient: HybridRecipient) -> None:
        self.recipient = recipient
        self._ring: KeyRing | None = None

    @property
    def is_open(self) -> bool:
        return self._ring is not None

    @property
    def ring(self) -> KeyRing:
        """Refused `vault.compartment_closed`."""
        if self._ring is None:
            raise Refused("vault.compartment_closed")
        return self._ring

    def open(self, ring: KeyRing) -> None:
        """Take the identities in. Damaged `vault.key_slot` when they are not those the vault seals to."""
        if all(identity.recipient != self.recipient for identity in ring.identities):
            raise Damaged("vault.key_slot", slot="k3", cause="recipient")
        self._ring = ring

    def close(self) -> None:
        """Overwrite the secret half, and let go of it."""
        ring, self._ring = self._ring, None
        if ring is not None:
            ring.wipe()

    def seal(self, plain: bytes) -> bytes:
        """An age file for the compartment."""
        return age.seal(plain, [self.recipient])

    def unseal(self, sealed: bytes) -> bytes:
        """Refused `vault.compartment_closed`; Damaged `age.…`."""
        return age.unseal(sealed, self.ring.identities)

    def seal_opening(self, opened: Opening) -> bytes:
        """The opening with zeros behind it, so that its length tells a class of sizes alone. Format 1, section 2."""
        return self.seal(opening.pad(opened.encode()))

    def unseal_opening(self, sealed: bytes) -> Opening:
        """The opening inside; whether it belongs to its envelope only `Opening.check` says."""
        return opening.parse_padded(self.unseal(sealed))
