"""The open vault: one object, from unlocking to locking."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.crypto.recipients import HybridRecipient, KeyIdentity
from desktop.errors import Damaged, Hindered, JiashuError, Refused
from desktop.vault import files, folder, keyfile, marker, recovery, slots, system, unlocking
from desktop.vault.identities import Identities
from desktop.vault.marker import Marker
from desktop.vault.quarters import DatedPair
from desktop.vault.slots import KeyRing
from desktop.vault.unlocking import Opened
from desktop.vault.what_opens import WhatOpens
from desktop.vault.writing import Clock


class Vault(WhatOpens):
    """A vault that is unlocked, for one thread at a time. After `lock` everything is Refused `vault.locked`.

    The vault's own keys and its compartment are here, what opens them in `WhatOpens`, new ones in `Rekeying`, work on
    all of it in `Upkeep`, what is written in `Writing`, what is asked in `Reading`.
    """

    def __init__(self, opened: Opened, clock: Clock) -> None:
        """Use `create` or `unlock`."""
        super().__init__(opened, clock)

    @classmethod
    def create(
        cls, place: Path, passphrase: str, *, work_factor: int, clock: Clock, identity_passphrase: str | None = None
    ) -> tuple[Vault, str]:
        """A new vault, unlocked, in a folder that is empty or not there; and the recovery key, which is kept nowhere.

        work_factor: log2 of scrypt's N (17 to 19 in earnest). identity_passphrase: None seals the compartment to the
        vault, so that it opens with it. Refused `vault.exists`, `passphrase.empty`; Hindered `disk.…`.
        """
        ring, _, recovery = unlocking.create(
            place, passphrase, work_factor=work_factor, now=clock(), identity_passphrase=identity_passphrase
        )
        held = folder.lock(place)
        try:
            opened = unlocking.unlock_with(place, held, ring, now=clock(), last_seen=None)
            return cls(opened, clock)._begin(identity_passphrase), recovery.text
        except BaseException:
            held.release()
            raise

    @classmethod
    def unlock(
        cls,
        place: Path,
        passphrase: str,
        *,
        clock: Clock,
        identity_passphrase: str | None = None,
        last_seen: bytes | None = None,
        key_file: str | None = None,
    ) -> Vault:
        """Unlock a vault, and its compartment unless that has a passphrase of its own which is not given.

        last_seen: what `lock` returned the last time, if the host remembers. key_file: the text of the key file, where
        the vault needs one (`needs_key_file`). Refused as `keyfile.opened`, `vault.identity_passphrase`,
        `vault.not_found`, `vault.not_a_vault`, `vault.newer`; Hindered `vault.in_use`, `disk.…`; Damaged `vault.…`.
        """
        opened = unlocking.unlock(place, passphrase, now=clock(), last_seen=last_seen, key_file=key_file)
        vault = cls(opened, clock)
        try:
            vault._hold(slots.VAULT, opened.ring, keyfile.openers(place, passphrase, key_file))
        except BaseException:
            vault.lock()
            raise
        return vault._begin(identity_passphrase)

    @classmethod
    def unlock_with(cls, place: Path, ring: KeyRing, inner: KeyRing | None, *, clock: Clock) -> Vault:
        """The same with the keys of the vault at hand, and of its compartment perhaps, also from the slots of a
        recovery key."""
        folder.check(place, needs=(folder.MAIN,))
        held = folder.lock(place)
        try:
            opened = unlocking.unlock_with(place, held, ring, now=clock(), last_seen=None, recovered=True)
            return cls(opened, clock)._begin(None, inner)
        except BaseException:
            held.release()
            raise

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self._opened.place

    @property
    def notices(self) -> tuple[JiashuError, ...]:
        """What unlocking found out: told like errors, though nothing failed.

        ``vault.older``, ``vault.branch``, ``vault.newer_log``: the log is not the one last seen.
        ``vault.copied_in_use``, ``vault.foreign_wal``, ``vault.marker``, ``vault.no_marker``, ``vault.strange_file``,
        ``vault.was_open_to_others``, ``vault.open_to_others``, ``vault.compartment_rebuilt``: what they say.
        """
        return tuple(self._opened.notices)

    def notice(self, *found: JiashuError) -> None:
        """Have these told with what unlocking found out."""
        self._opened.notices += found

    @property
    def set_aside(self) -> tuple[str, ...]:
        """Names of files in the folder that were put aside, at this unlocking or an earlier one."""
        return folder.set_aside(self.folder)

    @property
    def vault_id(self) -> bytes:
        """16 random bytes."""
        return self._opened.vault_id

    @property
    def vault_recipient(self) -> HybridRecipient:
        """To whom what the vault keeps is sealed."""
        return self._opened.ring.recipient

    @property
    def compartment_recipient(self) -> HybridRecipient:
        """To whom what belongs to the identities is sealed; known while they are closed, too."""
        return self._compartment.recipient

    @property
    def contact_pairs(self) -> tuple[DatedPair, ...]:
        """Contact identities for packages, newest first."""
        return self._opened.contact_pairs

    @property
    def identity_pairs(self) -> tuple[DatedPair, ...]:
        """Contact identities for identities, newest first. Refused `vault.compartment_closed`."""
        self._compartment.ring  # noqa: B018 - refuses
        return self._identity_pairs

    def make_contact_pairs(self) -> None:
        """Those of this quarter, should a full or read-only disk have kept them from being made at the unlocking.

        Hindered `disk.…` where it still does; Refused `vault.compartment_closed`.
        """
        inner, place, now = self._compartment.ring, self.folder, self._clock()
        self._opened.contact_pairs = unlocking.with_this_quarter(place, slots.CONTACT, self._opened.ring, now)
        self._identity_pairs = unlocking.with_this_quarter(
            place, slots.CONTACT_IDENTITIES, inner, now, keep_all=bool(self._waiting.every())
        )

    @property
    def compartment_open(self) -> bool:
        """Whether the identities can be read now."""
        return self._compartment.is_open

    def open_compartment(self, passphrase: str | None = None, *, ring: KeyRing | None = None) -> None:
        """ring: its keys, if they are at hand: new ones that are in its recovery slot alone do not count.

        Refused `vault.identity_passphrase_needed`, `vault.identity_passphrase`; Hindered `disk.…`.
        """
        if self._compartment.is_open:
            return
        recovered = ring is not None
        ring = ring or unlocking.compartment_ring(self._opened, passphrase)
        self._compartment.open(ring.led_by(self._opened.compartment_recipient))
        try:
            openers = [] if passphrase is None else [slots.opener(passphrase)]
            if not recovered:
                with suppress(Hindered):  # a full disk keeps nobody from reading; new keys come when it is next opened
                    self._begin_inner_keys(openers)
            ring = self._compartment.ring
            self._hold(slots.COMPARTMENT, ring, openers)
            waits = bool(self._waiting.every())
            self._identity_pairs = unlocking.identity_pairs(self._opened, ring, self._clock(), keep_all=waits)
            database, _ = unlocking.identities_database(self._opened, ring)
            self._identities = Identities(database, self._parts)
            self._strike_what_waited()
            recovery.finish(self._opened, ring)
            if self._identities.catch_up():
                self._opened.notices.append(Hindered("vault.compartment_rebuilt"))
            with self._links_told():
                self._erasure.finish(self._identities)
        except BaseException:
            self.close_compartment()
            raise

    def close_compartment(self) -> None:
        """Drop the names: people are called by their codes from now on."""
        identities, self._identities = self._identities, None
        pairs, self._identity_pairs = self._identity_pairs, ()
        if identities is not None:
            with suppress(JiashuError):  # what is missing is caught up when it is next opened
                identities.catch_up()
            identities.database.close()
        for pair in pairs:
            pair.wipe()
        self._compartment.close()

    def recover_identities(self, key: KeyIdentity, new: str, work_factor: int) -> None:
        """Open the compartment by its recovery key, with a new passphrase. Refused `vault.identity_recovery_key`."""
        recovery.set_identity_passphrase(self._opened, key, new, work_factor)
        self.open_compartment(new)

    def interrupt(self) -> None:
        """From any thread: what a database is asked right now fails as Hindered `vault.interrupted`."""
        self._database.interrupt()
        identities = self._identities
        if identities is not None:
            identities.database.interrupt()

    def lock(self) -> bytes | None:
        """Close everything and drop the keys, whatever happens.

        Returns the new `closed` marker, a copy of which the host may keep; None when there was no room to write it,
        when not all could be moved into the databases, or when the vault is locked already.
        """
        if self._bundle is None:
            return None
        left: bytes | None = None
        try:
            self._end_backup()
            self._stop_renewing_keys()
            self.close_compartment()
            with suppress(JiashuError):  # a disk that fails, or failed before so that the database is closed already
                left = self._leave_marker()
            return left
        finally:
            self._database.close()
            if left is None:
                marker.stay_open(self.folder)
            self._opened.lock.release()
            self._forget()
            self._end_what_is_beside()

    def _begin(self, identity_passphrase: str | None, ring: KeyRing | None = None) -> Vault:
        """Finish what a kill interrupted, and open the compartment where that can be done without asking."""
        try:
            with suppress(Hindered), self._links_told():  # a full disk keeps nobody from reading
                self._blobs.sweep()
                self._erasure.finish(None)
            recovery.finish(self._opened, None)
            try:
                self.open_compartment(identity_passphrase, ring=ring)
            except Refused as refusal:
                if refusal.code != "vault.identity_passphrase_needed":
                    raise
        except BaseException:
            self.lock()
            raise
        return self

    @contextmanager
    def _links_told(self) -> Iterator[None]:
        """A link where files are to be unlinked keeps nobody from reading either; they stay on record."""
        try:
            yield
        except Damaged as damage:
            if damage.code != "vault.not_a_folder":
                raise
            if damage.code not in {notice.code for notice in self._opened.notices}:
                self._opened.notices.append(damage)

    def _leave_marker(self) -> bytes:
        opened = self._opened
        left = Marker(opened.vault_id, opened.log.n, opened.log.hash)
        self._database.truncate_wal()
        if marker.logs_left(opened.place):  # of the compartment: its disk failed, or it was closed since a kill
            raise Hindered("vault.busy", file=folder.IDENTITIES)
        with files.told():
            system.sync_folder(opened.place)  # that log is gone for good before the mark says so
        if left == opened.marked:
            return marker.closed_again(opened.place)
        sealed = left.seal(self.vault_recipient)
        marker.closed(opened.place, sealed)
        return sealed
