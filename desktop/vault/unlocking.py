"""Making a vault's folder, and everything between a passphrase and an open database."""

from __future__ import annotations

import io
import secrets
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.crypto import age
from desktop.crypto.recipients import HybridIdentity, HybridRecipient, Recipient
from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged, Hindered, JiashuError, Refused
from desktop.vault import (
    authors,
    copyfolder,
    files,
    folder,
    keyfile,
    marker,
    migrating,
    newkeys,
    quarters,
    renewal,
    schema,
    slots,
)
from desktop.vault.authors import Authors
from desktop.vault.connection import Database
from desktop.vault.folder import FolderLock
from desktop.vault.log import Log, first
from desktop.vault.marker import Marker
from desktop.vault.newkeys import Held
from desktop.vault.quarters import DatedPair
from desktop.vault.slots import KeyRing


@dataclass
class Opened:
    """All that is there once a vault is unlocked; the compartment is opened later, or never."""

    place: Path = field(repr=False)
    lock: FolderLock
    ring: KeyRing
    database: Database
    vault_id: bytes
    log: Log
    authors: Authors
    contact_pairs: tuple[DatedPair, ...]
    compartment_recipient: HybridRecipient
    notices: list[JiashuError]
    marked: Marker | None = None
    """What the file `open` says, if it can be read."""
    held: dict[str, Held] = field(default_factory=dict, repr=False)
    """While keys are renewed: slots as they will be in the end, as far as their passphrases were given."""

    def wipe(self) -> None:
        """Overwrite every key that is held here."""
        self.ring.wipe()
        self.authors.current.wipe()
        for pair in self.contact_pairs:
            pair.wipe()


def create(
    place: Path, passphrase: str, *, work_factor: int, now: int, identity_passphrase: str | None
) -> tuple[KeyRing, KeyRing, HybridIdentity]:
    """Fill a new folder. Returns the vault's keys, the compartment's, and the recovery key, which is kept nowhere.

    Refused `vault.exists`, `passphrase.empty`, `age.work_factor`; Hindered `disk.…`.
    """
    by_passphrase = slots.by_passphrase(passphrase, work_factor)
    ring, inner = KeyRing.generate(folder.MAIN), KeyRing.generate(folder.IDENTITIES)
    opens_compartment: Recipient = ring.recipient
    if identity_passphrase is not None:
        opens_compartment = slots.by_passphrase(identity_passphrase, work_factor)
    recovery = HybridIdentity.generate()
    folder.create(place)
    vault_id = secrets.token_bytes(16)
    Database.create(place / folder.MAIN, ring.database_key, (*schema.MAIN, *_facts(vault_id, inner, recovery)))
    Database.create(place / folder.IDENTITIES, inner.database_key, (*schema.IDENTITIES, *_applied(vault_id)))
    for slot, plain, recipient in (
        (slots.VAULT_RECOVERY, ring.text(), recovery.recipient),
        (slots.COMPARTMENT, inner.text(), opens_compartment),
        (slots.COMPARTMENT_RECOVERY, inner.text(), recovery.recipient),
        (slots.CONTACT, quarters.text([quarters.generate(now)]), ring.recipient),
        (slots.SIGNING, Authors(SigningKey.generate()).text(), ring.recipient),
        (slots.CONTACT_IDENTITIES, quarters.text([quarters.generate(now)]), inner.recipient),
        (slots.VAULT, ring.text(), by_passphrase),
    ):
        slots.write(place, slot, plain, [recipient])
    marker.closed(place, Marker(vault_id, 0, first(vault_id)).seal(ring.recipient))
    return ring, inner, recovery


def unlock(place: Path, passphrase: str, *, now: int, last_seen: bytes | None, key_file: str | None = None) -> Opened:
    """Open the main database. last_seen: the `closed` marker the host remembers. key_file: its text, if needed.

    Refused as `keyfile.opened`, `vault.not_found`, `vault.not_a_vault`, `vault.newer`; Hindered `vault.in_use`,
    `disk.…`; Damaged `vault.…`. The folder is as it was then.
    """
    copyfolder.complete(place)
    folder.check(place)
    held = folder.lock(place)
    try:
        ring, _ = keyfile.opened(place, passphrase, key_file)
        return unlock_with(place, held, ring, now=now, last_seen=last_seen)
    except BaseException:
        held.release()
        raise


def unlock_with(
    place: Path, held: FolderLock, ring: KeyRing, *, now: int, last_seen: bytes | None, recovered: bool = False
) -> Opened:
    """The same with the vault's keys at hand. recovered: they may come from the slot of the recovery key."""
    was_backup = copyfolder.become_vault(place)
    found, sealed = marker.find(place)
    notices: list[JiashuError] = [Hindered("vault.was_backup")] if was_backup else []
    notices += [*marker.set_foreign_logs_aside(place, found), *marker.copied_in_use(place, found), *marker.gone(found)]
    database = Database.open(place / folder.MAIN, ring.key_in(place))
    try:
        if migrating.upgrade(database):
            notices.append(Hindered("vault.upgraded"))
        if recovered:
            ring = newkeys.counting(database, ring)
        vault_id: bytes = _fact(database, "vault")
        log = Log(database, vault_id)
        marked, told = _compared(sealed, ring, log, vault_id, exact=found == folder.CLOSED)
        _, remembered = _compared(last_seen or b"", ring, log, vault_id, exact=False)
        if newkeys.is_mark_of_before(database, last_seen or b""):  # sealed to keys that are gone: it says nothing bad
            remembered = [each for each in remembered if each.code != "vault.marker"]
        notices += [*told, *remembered, *folder.close_to_others(place)]
        for slot in (slots.SIGNING, slots.CONTACT):
            check_is_no_file(place, database, slot)
        opened = Opened(
            place,
            held,
            ring,
            database,
            vault_id,
            log,
            authors.parse(_slot(place, slots.SIGNING, ring)),
            _renewed(place, slots.CONTACT, ring, now),
            HybridRecipient.from_text(_fact(database, "compartment")),
            _once(notices),
            marked,
        )
        marker.opened(place)
        with suppress(Hindered):  # a full disk keeps nobody from reading; it is counted at the next unlocking
            newkeys.settle(database, ring)  # not before: a log beside `closed` would be taken for a foreign one
        _tidy(opened)
    except BaseException:
        database.close()
        raise
    return opened


def compartment_ring(opened: Opened, passphrase: str | None) -> KeyRing:
    """The compartment's keys. Refused `vault.identity_passphrase_needed`, `vault.identity_passphrase`."""
    plain = slots.open_slot(opened.place, slots.COMPARTMENT, opened.ring.identities)
    if plain is None:
        if passphrase is None:
            raise Refused("vault.identity_passphrase_needed")
        opener = slots.opener(passphrase)
        plain = slots.open_slot(opened.place, slots.COMPARTMENT, [*opened.ring.identities, opener])
    if plain is None:
        raise Refused("vault.identity_passphrase")
    return KeyRing.parse(folder.IDENTITIES, plain, slots.COMPARTMENT).led_by(opened.compartment_recipient)


def identity_pairs(opened: Opened, ring: KeyRing, now: int, *, keep_all: bool) -> tuple[DatedPair, ...]:
    """The contact identities for identities, a new pair among them when the quarter is new.

    ring: the compartment's. keep_all: names sealed to one of them wait, however long ago that was. Damaged as
    `check_is_no_file`.
    """
    check_is_no_file(opened.place, opened.database, slots.CONTACT_IDENTITIES)
    return _renewed(opened.place, slots.CONTACT_IDENTITIES, ring, now, keep_all=keep_all)


def check_is_no_file(place: Path, database: Database, slot: str) -> None:
    """Evidence is sealed to whom these slots are sealed to, and what is in it somebody else wrote: a file of it put in
    the place of a slot would have their signing key count as one's own, or their keys on one's card.

    Damaged `vault.key_slot`.
    """
    try:
        said = age.header_digest(io.BytesIO(files.read(place / slot, slots.LIMIT)))
    except Damaged:  # which opening it tells
        return
    if database.value("SELECT EXISTS (SELECT 1 FROM blob WHERE header = ?)", (said,)):
        raise Damaged("vault.key_slot", slot=slot, cause="evidence")


def identities_database(opened: Opened, ring: KeyRing) -> tuple[Database, bool]:
    """Open `b.db`; one that is missing or damaged is set aside and made anew, since all in it is elsewhere too.

    Returns whether it is new.
    """
    path = opened.place / folder.IDENTITIES
    try:
        return _identities(path, ring), False
    except Damaged:
        for tail in ("", "-wal", "-shm"):
            kept = path.with_name(path.name + tail)
            if kept.is_symlink() or kept.exists():
                files.set_aside(kept)
        Database.create(path, ring.database_key, schema.IDENTITIES)
        return _identities(path, ring), True


def _identities(path: Path, ring: KeyRing) -> Database:
    database = Database.open(path, ring.key_in(path.parent), synchronous="NORMAL")
    try:
        migrating.upgrade(database)
    except BaseException:
        database.close()
        raise
    return database


def _facts(vault_id: bytes, inner: KeyRing, recovery: HybridIdentity) -> list[str]:
    texts = {"compartment": inner.recipient.text, "recovery": recovery.recipient.text}
    return [
        renewal.FACT,
        f"INSERT INTO fact VALUES ('vault', x'{vault_id.hex()}')",  # noqa: S608 - hex digits
        *(f"INSERT INTO fact VALUES ('{name}', '{text}')" for name, text in texts.items()),  # noqa: S608 - Bech32
    ]


def _applied(vault_id: bytes) -> list[str]:
    """The identity database begins where the log does: nothing has been applied, and nothing is missing."""
    return [
        renewal.FACT,
        "INSERT INTO fact VALUES ('n', 0)",
        f"INSERT INTO fact VALUES ('hash', x'{first(vault_id).hex()}')",  # noqa: S608 - hex digits
    ]


def _fact(database: Database, name: str) -> Any:
    value = database.value("SELECT value FROM fact WHERE name = ?", (name,))
    if value is None:
        raise Damaged("vault.database", file=database.path.name)
    return value


def _slot(place: Path, slot: str, ring: KeyRing) -> bytes:
    plain = slots.open_slot(place, slot, ring.identities)
    if plain is None:
        raise Damaged("vault.key_slot", slot=slot, cause="recipient")
    return plain


def _renewed(place: Path, slot: str, ring: KeyRing, now: int, *, keep_all: bool = False) -> tuple[DatedPair, ...]:
    kept = quarters.parse(_slot(place, slot, ring), slot)
    try:
        return with_this_quarter(place, slot, ring, now, keep_all=keep_all)
    except Hindered:  # a full or read-only disk keeps nobody from reading; whoever needs them has it tried again
        return kept


def with_this_quarter(
    place: Path, slot: str, ring: KeyRing, now: int, *, keep_all: bool = False
) -> tuple[DatedPair, ...]:
    """What a slot has of contact identities, with a pair for this quarter. Hindered `disk.…` where that is not kept."""
    kept = quarters.parse(_slot(place, slot, ring), slot)
    wanted = quarters.renewed(kept, now, keep_all=keep_all)
    if wanted != kept:
        slots.write(place, slot, quarters.text(wanted), [ring.recipient])
    return wanted


def _compared(
    sealed: bytes, ring: KeyRing, log: Log, vault_id: bytes, *, exact: bool
) -> tuple[Marker | None, list[JiashuError]]:
    if not sealed:
        return None, []
    try:
        seen = marker.unseal(sealed, ring.identities)
    except Damaged as damage:
        return None, [damage]
    notice = marker.compare(seen, log, vault_id, exact=exact)
    return seen, [] if notice is None else [notice]


def _tidy(opened: Opened) -> None:
    """Take away what was never finished, and report what is not a vault's."""
    with suppress(Hindered):
        for name in folder.UNFINISHED:
            files.remove(opened.place / name)
    opened.notices += [Hindered("vault.strange_file", file=name) for name in folder.strange_names(opened.place)]


def _once(notices: list[JiashuError]) -> list[JiashuError]:
    """The vault's own marker and the host's copy of it often say the same."""
    return list({str(notice): notice for notice in notices}.values())
