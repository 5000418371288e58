"""Getting back into a vault by its recovery key: its slots are sealed to a new passphrase."""

from __future__ import annotations

from pathlib import Path

from desktop.crypto.recipients import KeyIdentity
from desktop.errors import Refused
from desktop.vault import folder, slots
from desktop.vault.slots import KeyRing


def set_passphrase(place: Path, recovery: KeyIdentity, passphrase: str, work_factor: int) -> None:
    """Seal the vault's keys to a new passphrase by its recovery key; nothing else of the vault is touched.

    A passphrase of the compartment's own goes: it is lost too, most likely, and opens with the vault from then on. The
    compartment's slot is written first, so that whatever a kill leaves opens by the old passphrase or by the new one.

    Refused `vault.recovery_key`: the key of another vault; `vault.not_found`, `vault.not_a_vault`; Hindered
    `vault.in_use`, `disk.…`; Damaged `vault.…`.
    """
    folder.check(place, needs=(slots.VAULT_RECOVERY, folder.MAIN))
    held = folder.lock(place)
    try:
        ring = _ring(place, slots.VAULT_RECOVERY, folder.MAIN, recovery)
        if slots.open_slot(place, slots.COMPARTMENT, ring.identities) is None:
            inner = _ring(place, slots.COMPARTMENT_RECOVERY, folder.IDENTITIES, recovery)
            slots.write(place, slots.COMPARTMENT, inner.text(), [ring.recipient])
        slots.write(place, slots.VAULT, ring.text(), [slots.by_passphrase(passphrase, work_factor)])
    finally:
        held.release()


def _ring(place: Path, slot: str, database: str, recovery: KeyIdentity) -> KeyRing:
    plain = slots.open_slot(place, slot, [recovery])
    if plain is None:
        raise Refused("vault.recovery_key")
    return KeyRing.parse(database, plain, slot)
