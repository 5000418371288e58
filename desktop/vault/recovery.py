"""The recovery keys: getting back into a vault by one, and putting another in its place."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.crypto import age
from desktop.crypto.recipients import HybridRecipient, KeyIdentity
from desktop.errors import Damaged, Hindered, Refused
from desktop.vault import copyfolder, files, folder, keyfile, slots
from desktop.vault.connection import Database
from desktop.vault.database_file import beginning
from desktop.vault.slots import KeyRing
from desktop.vault.unlocking import Opened

MAIN, IDENTITIES = "recovery", "recovery_identities"
"""Facts: the public halves. Without the second, the first is the identities' too."""


@dataclass(frozen=True)
class Opens:
    """What a recovery key opens, as the slots say."""

    vault: bool
    identities: bool


def check(place: Path, recovery: KeyIdentity) -> Opens:
    """What this key would open; nothing is changed, and nobody who has the vault open is in the way.

    Refused `vault.not_found`, `vault.not_a_vault`; Damaged `vault.…`.
    """
    folder.check(place, needs=(slots.VAULT_RECOVERY, folder.MAIN))
    both = (slots.VAULT_RECOVERY, slots.COMPARTMENT_RECOVERY)
    return Opens(*(slots.open_slot(place, slot, [recovery]) is not None for slot in both))


def set_passphrase(place: Path, recovery: KeyIdentity, passphrase: str, work_factor: int) -> None:
    """Seal the vault's keys to a new passphrase by its recovery key; nothing else of the vault is touched.

    A passphrase of the compartment's own goes: it is lost too, most likely, and opens with the vault from then on;
    unless the compartment has a recovery key of its own, which is for those who have its passphrase. The
    compartment's slot is written first, so that whatever a kill leaves opens by the old passphrase or by the new one.

    Refused `vault.recovery_key`: the key of another vault; `vault.not_found`, `vault.not_a_vault`; Hindered
    `vault.in_use`, `disk.…`; Damaged `vault.…`, `vault.other_database` too when the keys do not open it.
    """
    copyfolder.complete(place)
    folder.check(place, needs=(slots.VAULT_RECOVERY, folder.MAIN))
    held = folder.lock(place)
    try:
        ring = _ring(place, slots.VAULT_RECOVERY, folder.MAIN, recovery)
        if ring is None:
            raise Refused("vault.recovery_key")
        if beginning(place / folder.MAIN) != ring.key_in(place)[1]:  # a slot of another day: what is in `k1` is needed
            raise Damaged("vault.other_database", file=folder.MAIN)
        if slots.open_slot(place, slots.COMPARTMENT, ring.identities) is None:
            inner = _ring(place, slots.COMPARTMENT_RECOVERY, folder.IDENTITIES, recovery)
            if inner is not None:
                slots.write(place, slots.COMPARTMENT, inner.text(), [ring.recipient])
        slots.write(place, slots.VAULT, ring.text(), [slots.by_passphrase(passphrase, work_factor)])
    finally:
        held.release()


def set_identity_passphrase(opened: Opened, recovery: KeyIdentity, passphrase: str, work_factor: int) -> None:
    """Give the compartment another passphrase by the recovery key that opens it.

    Refused `vault.identity_recovery_key`; Hindered `disk.…`: the old passphrase opens it then.
    """
    inner = _ring(opened.place, slots.COMPARTMENT_RECOVERY, folder.IDENTITIES, recovery)
    if inner is None or all(identity.recipient != opened.compartment_recipient for identity in inner.identities):
        raise Refused("vault.identity_recovery_key")
    keyfile.write_compartment(opened.place, inner, opened.ring.recipient, passphrase, work_factor)


def recipient(database: Database) -> HybridRecipient:
    """Public half of the vault's recovery key. Damaged `vault.database`: it is not there."""
    found = _public(database, MAIN)
    if found is None:
        raise Damaged("vault.database", file=database.path.name)
    return found


def identities_recipient(database: Database) -> HybridRecipient | None:
    """Public half of the identities' own recovery key; None where the vault's is theirs too."""
    return _public(database, IDENTITIES)


def replace(opened: Opened, inner: KeyRing | None, new: HybridRecipient) -> None:
    """Have the vault recovered by another key from now on, and its identities unless they have one of their own.

    inner: the compartment's keys while it is open. Each slot is sealed to both keys before the fact says which counts,
    and to that alone afterwards: whatever a kill leaves, one of the two opens vault and identities, and `finish` takes
    the other one away. Refused `vault.compartment_closed`; Hindered `disk.…`: the old key counts then; Hindered
    `vault.recovery_unfinished`: the new one does, but the old one opens too until the next unlocking.
    """
    rings = {slots.VAULT_RECOVERY: opened.ring}
    if identities_recipient(opened.database) is None:
        if inner is None:
            raise Refused("vault.compartment_closed")
        rings[slots.COMPARTMENT_RECOVERY] = inner
    _replace(opened, rings, {MAIN: new}, new)


def replace_identities(opened: Opened, inner: KeyRing, new: HybridRecipient | None) -> None:
    """The same for the identities alone. None: the vault's recovery key is theirs again."""
    _replace(opened, {slots.COMPARTMENT_RECOVERY: inner}, {IDENTITIES: new}, new or recipient(opened.database))


def finish(opened: Opened, inner: KeyRing | None) -> None:
    """Seal to the key that counts alone what a kill left sealed to two; what cannot be done keeps nobody out."""
    with suppress(Hindered, Damaged):
        _finish(opened, {slots.VAULT_RECOVERY: opened.ring})
    if inner is not None:
        with suppress(Hindered, Damaged):
            _finish(opened, {slots.COMPARTMENT_RECOVERY: inner})


def _replace(
    opened: Opened, rings: dict[str, KeyRing], facts: dict[str, HybridRecipient | None], new: HybridRecipient
) -> None:
    try:
        for slot, ring in rings.items():
            slots.write(opened.place, slot, ring.text(), [_counting(opened, slot), new])
        with opened.database.transaction():
            for name, public in facts.items():
                opened.database.run("DELETE FROM fact WHERE name = ?", (name,))
                if public is not None:
                    opened.database.run("INSERT INTO fact VALUES (?, ?)", (name, public.text))
    except Hindered:
        with suppress(Hindered, Damaged):
            _finish(opened, rings)
        raise
    try:
        _finish(opened, rings)
    except Hindered as hindrance:
        raise Hindered("vault.recovery_unfinished", cause=hindrance.code) from None


def _finish(opened: Opened, rings: dict[str, KeyRing]) -> None:
    for slot, ring in rings.items():
        if age.openers(files.read(opened.place / slot, slots.LIMIT)) > 1:
            slots.write(opened.place, slot, ring.text(), [_counting(opened, slot)])


def _counting(opened: Opened, slot: str) -> HybridRecipient:
    """Whom a recovery slot is to be sealed to, as the facts stand."""
    own = identities_recipient(opened.database) if slot == slots.COMPARTMENT_RECOVERY else None
    return own or recipient(opened.database)


def _public(database: Database, name: str) -> HybridRecipient | None:
    text = database.value("SELECT value FROM fact WHERE name = ?", (name,))
    return None if text is None else HybridRecipient.from_text(text)


def _ring(place: Path, slot: str, database: str, recovery: KeyIdentity) -> KeyRing | None:
    plain = slots.open_slot(place, slot, [recovery])
    return None if plain is None else KeyRing.parse(database, plain, slot)
