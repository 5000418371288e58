"""The part of a vault that knows what opens it (passphrases, a key file, recovery keys) and has it open by others."""

from __future__ import annotations

from desktop.crypto.recipients import HybridRecipient
from desktop.vault import keyfile, outside, recovery, slots, unlocking
from desktop.vault.rekeying import Rekeying


class WhatOpens(Rekeying):
    """What is sealed stays sealed to the same keys; those alone are sealed to something else."""

    @property
    def recovery_recipient(self) -> HybridRecipient:
        """Public half of the recovery key."""
        return recovery.recipient(self._database)

    @property
    def identities_recovery_recipient(self) -> HybridRecipient | None:
        """Public half of the identities' own recovery key; None where the vault's is theirs too."""
        return recovery.identities_recipient(self._database)

    def check_passphrase(self, passphrase: str, key_file: str | None = None) -> None:
        """Whether it opens this vault, before what only who knows it may do. Refused as `keyfile.opened`."""
        keyfile.opened(self._opened.place, passphrase, key_file)

    @property
    def needs_key_file(self) -> bool:
        """Whether it opens by its passphrase and a key file."""
        return outside.needs_key_file(self._opened.place)

    def change_passphrase(self, old: str, new: str, work_factor: int, key_file: str | None = None) -> None:
        """Seal the vault's keys to another passphrase, and to the same key file if there is one.

        Refused as `keyfile.opened` when `old` or `key_file` is not what opens the vault.
        """
        _, key = keyfile.opened(self._opened.place, old, key_file)
        keyfile.write(self._opened.place, self._opened.ring, new, work_factor, None if key is None else key.recipient)
        self._hold(slots.VAULT, self._opened.ring, keyfile.openers(self._opened.place, new, key_file))

    def change_key_file(self, passphrase: str, work_factor: int, old: str | None, new: str | None) -> None:
        """Have the vault need another key file, or its first one, or from now on none. old, new: their text.

        Refused as `keyfile.opened` when `passphrase` and `old` are not what opens the vault; `key_file.not_one`.
        """
        wanted = None if new is None else keyfile.parse(new)[0].recipient
        keyfile.opened(self._opened.place, passphrase, old)
        keyfile.write(self._opened.place, self._opened.ring, passphrase, work_factor, wanted)
        self._hold(slots.VAULT, self._opened.ring, keyfile.openers(self._opened.place, passphrase, new))

    def change_identity_passphrase(self, new: str | None, work_factor: int, old: str | None = None) -> None:
        """Give the compartment a passphrase of its own, or None. old: the one it has, if it has one.

        Refused `vault.identity_passphrase_needed`, `vault.identity_passphrase` when it has one and `old` is not it.
        """
        ring = unlocking.compartment_ring(self._opened, old)
        keyfile.write_compartment(self._opened.place, ring, self._opened.ring.recipient, new, work_factor)
        if new is not None:
            self._hold(slots.COMPARTMENT, ring, [slots.opener(new)])

    def set_recovery(self, new: HybridRecipient) -> None:
        """Have another recovery key open this vault from now on, and the old one no more. As `recovery.replace`."""
        recovery.replace(self._opened, self._compartment.ring if self._compartment.is_open else None, new)

    def set_identities_recovery(self, new: HybridRecipient | None) -> None:
        """Give the identities a recovery key of their own, or None. Refused `vault.compartment_closed`."""
        recovery.replace_identities(self._opened, self._compartment.ring, new)
