"""Key slots of a vault that were destroyed, put back from its last backup: what was saved since then is kept."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

from desktop.crypto import age
from desktop.errors import Damaged, JiashuError, Refused
from desktop.vault import files, folder, keyfile, recovery, slots
from desktop.vault.connection import Database
from desktop.vault.database_file import beginning, log_of
from desktop.vault.restore import Keys, Origin, rings
from desktop.vault.slots import KeyRing

_TO_VAULT = (slots.CONTACT, slots.SIGNING)


def mend(place: Path, backup: Path, keys: Keys) -> tuple[str, ...]:
    """Put back every slot that is destroyed, and the passphrase's if these keys do not open it; returns their names.

    keys: of the backup's day. Refused `mend.other_keys` when the backup's slots do not open this vault's database (its
    keys were renewed since, or it is another vault), and as `Origin`, `rings`; Damaged `vault.…` when that database is
    destroyed too; Hindered `vault.in_use`, `disk.…`.
    """
    origin = Origin(backup)
    ring, _ = rings(origin, keys)
    files.check_regular(place / folder.MAIN)
    held = folder.lock(place)
    try:
        if beginning(place / folder.MAIN) != ring.key_in(place)[1]:
            raise Refused("mend.other_keys")
        put_back = [slot for slot in folder.SLOTS if slot in origin.files and not _is_right(place, slot, ring, keys)]
        for slot in put_back:
            files.write(place / slot, files.read(origin.slot(slot) / slot, slots.LIMIT))
        _for_todays_recovery_key(place, put_back, ring)
    finally:
        held.release()
    return tuple(put_back)


def _is_right(place: Path, slot: str, ring: KeyRing, keys: Keys) -> bool:
    try:
        age.header_digest(io.BytesIO(files.read(place / slot, slots.LIMIT)))
        if slot == slots.VAULT and keys.recovery is None:
            keyfile.opened(place, keys.passphrase, keys.key_file)
        return slot not in _TO_VAULT or slots.open_slot(place, slot, ring.identities) is not None
    except (Damaged, Refused):
        return False


def _for_todays_recovery_key(place: Path, put_back: list[str], ring: KeyRing) -> None:
    """Recovery slots of the backup's day may open by a key that was replaced since, and not by the one of today."""
    wanted = [slot for slot in put_back if slot in {slots.VAULT_RECOVERY, slots.COMPARTMENT_RECOVERY}]
    if not wanted or log_of(place / folder.MAIN).exists():  # only unlocking can tell whose log that is
        return
    with suppress(JiashuError):
        database = Database.open(place / folder.MAIN, ring.key_in(place))
        try:
            main, own = recovery.recipient(database), recovery.identities_recipient(database)
        finally:
            database.close()
        if slots.VAULT_RECOVERY in wanted:
            slots.write(place, slots.VAULT_RECOVERY, ring.text(), [main])
        inner = slots.open_slot(place, slots.COMPARTMENT, ring.identities)
        if slots.COMPARTMENT_RECOVERY in wanted and inner is not None:
            slots.write(place, slots.COMPARTMENT_RECOVERY, inner, [own or main])
