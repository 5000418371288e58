"""The part of a vault that gives it new keys, a slice at a time beside all else, and goes on after any interruption."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from desktop.crypto.recipients import Identity
from desktop.errors import Damaged, JiashuError, Refused
from desktop.vault import files, folder, keyfile, marker, newkeys, quarters, resealing, slots
from desktop.vault.blobfile import BlobFile, BlobInfo
from desktop.vault.marker import Marker
from desktop.vault.quarters import DatedPair
from desktop.vault.rewriting import rewrite
from desktop.vault.slots import KeyRing
from desktop.vault.unlocking import Opened
from desktop.vault.upkeep import Upkeep
from desktop.vault.writing import Clock

Slices = Generator[tuple[int, int], None, None]

_OPENING = 4096
"""What a sealed opening counts for beside a byte of evidence: about as much time."""


@dataclass(frozen=True)
class KeysLeft:
    """What still needs the old keys. files: how many; damaged: names of those that cannot be read to their end.

    compartment: the identities have to be opened first. passphrase: all else is done, and the vault has to be unlocked
    once more (the identities opened once more) so that the old keys can leave the slots.
    """

    files: int
    damaged: tuple[str, ...] = field(default=(), repr=False)
    compartment: bool = False
    passphrase: bool = False


class Rekeying(Upkeep):
    """What renewing keys adds to a vault. Nothing that is signed, and no digest, changes by it."""

    def __init__(self, opened: Opened, clock: Clock) -> None:
        super().__init__(opened, clock)
        self._identity_pairs: tuple[DatedPair, ...] = ()
        self._renewing: Slices | None = None
        self._unreadable: set[str] = set()

    def begin_new_keys(
        self, passphrase: str, identity_passphrase: str | None = None, key_file: str | None = None
    ) -> None:
        """Draw new keys; `renew_keys` then seals everything to them. What is closed of it waits until it is opened.

        key_file: its text, where the vault needs one. Refused `vault.passphrase`; `vault.identity_passphrase`,
        `vault.identity_passphrase_needed` where the open compartment has one of its own; Hindered `disk.…`: then all
        is as it was, or the keys are being renewed.
        """
        opened = self._opened
        openers = keyfile.openers(opened.place, passphrase, key_file)
        inner_openers = [] if identity_passphrase is None else [slots.opener(identity_passphrase)]
        if self._compartment.is_open:
            newkeys.check_inner(opened.place, opened.ring, inner_openers, self._compartment.ring)
        opened.ring = newkeys.begin(opened.place, self._database, opened.ring, openers)
        opened.marked = None  # what stands there is sealed to the old keys
        newkeys.settle(self._database, opened.ring)
        self._hold(slots.VAULT, opened.ring, openers)
        if self._compartment.is_open:
            self._begin_inner_keys(inner_openers)
            self._hold(slots.COMPARTMENT, self._compartment.ring, inner_openers)

    def _begin_inner_keys(self, openers: Sequence[Identity]) -> None:
        """While the compartment is open, and its passphrase at hand if it has one: its part of the beginning."""
        if not newkeys.compartment_left(self._database):
            return
        opened, ring = self._opened, self._compartment.ring
        both = newkeys.begin_inner(opened.place, self._database, opened.ring, ring, openers)
        opened.compartment_recipient = self._compartment.recipient = both.recipient
        self._compartment.open(both)

    @property
    def keys_under_way(self) -> bool:
        """Whether keys are being renewed: `renew_keys` goes on."""
        return newkeys.under_way(self._database)

    @property
    def keys_left(self) -> KeysLeft:
        """What `renew_keys` has not done, while keys are being renewed."""
        names = newkeys.files_left(self._database)
        damaged = tuple(name for name in names if name in self._unreadable)
        closed = not self._compartment.is_open or newkeys.compartment_left(self._database)
        slots_only = not names and not newkeys.openings_left(self._database)
        return KeysLeft(len(names), damaged, closed, slots_only and not closed)

    @property
    def has_identity_passphrase(self) -> bool:
        """Whether the compartment has a passphrase of its own."""
        plain = slots.open_slot(self._opened.place, slots.COMPARTMENT, self._opened.ring.identities)
        return plain is None or slots.is_sealed(plain)

    @property
    def database_size(self) -> int:
        """Bytes of the main database, and of room it needs to be written anew."""
        return self._database.size

    def files_kept(self) -> list[BlobInfo]:
        """All files of evidence, and what waits."""
        return self._blobs.every()

    def renew_keys(self) -> Slices:
        """Seal everything to the new keys, a slice at each step; gives (done, total), in bytes or thereabouts.

        What is done stays done, whatever comes between. It ends when all is done and the old keys are nowhere any more
        (`keys_under_way` is false), or nothing can be done now: `keys_left`. Hindered `disk.…`, Damaged: it stops
        there, and goes on when it is asked again.
        """
        self._stop_renewing_keys()
        self._renewing = self._slices()
        return self._renewing

    def _slices(self) -> Slices:
        if not self.keys_under_way:
            return
        count = _Count(self._to_do())
        if self._opened.ring.renewing:
            yield count.so_far
            self._renew_vault()
            yield count.so_far
            yield from self._renew_compartment(count)
            for name in newkeys.files_left(self._database):
                yield from self._renew_file(name, count)
        self._finish_keys()

    def _renew_vault(self) -> None:
        """All that is sealed to the vault itself and is no evidence."""
        opened, ring = self._opened, self._opened.ring
        if self._database.salt != ring.database_key[1]:
            rewrite(self._database, key=ring.database_key)
        newkeys.rewrap(opened.place, slots.COMPARTMENT, ring, opened.held)
        if not newkeys.sealed_to(opened.place, slots.CONTACT, ring.current):
            pairs = quarters.afresh(opened.contact_pairs, self._clock())
            slots.write(opened.place, slots.CONTACT, quarters.text(pairs), [ring.recipient])
            opened.contact_pairs = pairs
        if not newkeys.sealed_to(opened.place, slots.SIGNING, ring.current):
            slots.write(opened.place, slots.SIGNING, opened.authors.text(), [ring.recipient])
        self._renew_marker()

    def _renew_marker(self) -> None:
        """`open` still tells what the log was when the vault was last locked, or what it is now."""
        opened = self._opened
        ring = opened.ring
        _, sealed = marker.find(opened.place)
        with suppress(Damaged):
            marker.unseal(sealed, (ring.current,))
            return
        try:
            told = marker.unseal(sealed, ring.identities)
        except Damaged:
            told = Marker(opened.vault_id, opened.log.n, opened.log.hash)
        newkeys.note_mark(self._database, sealed)
        files.write(opened.place / folder.OPEN, told.seal(ring.recipient))
        opened.marked = told

    def _renew_compartment(self, count: _Count) -> Slices:
        """All that is sealed to the compartment and is no evidence, while that is open."""
        identities = self._identities
        if identities is None or newkeys.compartment_left(self._database):
            return
        opened, ring = self._opened, self._compartment.ring
        if identities.database.salt != ring.database_key[1]:
            identities.catch_up()
            rewrite(identities.database, key=ring.database_key)
        if not newkeys.sealed_to(opened.place, slots.CONTACT_IDENTITIES, ring.current):
            pairs = quarters.afresh(self._identity_pairs, self._clock())
            slots.write(opened.place, slots.CONTACT_IDENTITIES, quarters.text(pairs), [ring.recipient])
            self._identity_pairs = pairs
        if newkeys.openings_left(self._database):
            for done in resealing.openings(self._database, self._compartment):
                yield count.add(done * _OPENING)

    def _renew_file(self, name: str, count: _Count) -> Slices:
        info = self._blobs.info(name)
        if info is not None and self._is_closed(info):
            return
        begun = count.done
        slices = resealing.file(self._database, self._blobs, name, self._reader)
        try:
            for done in slices:
                count.done = begun + done
                yield count.so_far
                if info is not None and self._is_closed(info):
                    return
        except (Damaged, Refused) as error:
            if error.code == "vault.database":  # a page of that, which says nothing of the file
                raise
            self._unreadable.add(name)  # the old keys stay, so that what is left of it is not lost with them
        finally:
            slices.close()
        count.done = begun + (0 if info is None else info.size)
        yield count.so_far

    def _is_closed(self, info: BlobInfo) -> bool:
        closed = not self._compartment.is_open or newkeys.compartment_left(self._database)
        return info.sealed_to == "compartment" and closed

    def _reader(self, info: BlobInfo) -> BlobFile:
        return self._blobs.open(info, self._opens(info))

    def _finish_keys(self) -> None:
        """The old keys leave when nothing needs them any more."""
        opened = self._opened
        if opened.ring.renewing:
            left = self.keys_left
            if left.files or left.compartment or newkeys.openings_left(self._database):
                return
            inner = self._compartment.ring
            if not newkeys.finish(opened.place, self._database, opened.ring, inner, opened.held):
                return
            before = (*opened.ring.identities[1:], *inner.identities[1:])
            opened.ring = opened.ring.alone()
            self._compartment.open(inner.alone())
            opened.held.clear()
            for identity in before:
                identity.wipe()
        self.keeping.note("keys")
        newkeys.done(self._database, newkeys.UNDER_WAY)

    def _to_do(self) -> int:
        sizes = [info.size for name in newkeys.files_left(self._database) if (info := self._blobs.info(name))]
        return sum(sizes) + _OPENING * resealing.openings_to_do(self._database)

    def _hold(self, slot: str, ring: KeyRing, openers: Sequence[Identity]) -> None:
        """While a passphrase is at hand: what its slot will be when the old keys leave it."""
        opened = self._opened
        if opened.ring.renewing and openers:
            held = newkeys.hold(opened.place, slot, ring, opened.ring, openers)
            if held is not None:
                opened.held[slot] = held

    def _stop_renewing_keys(self) -> None:
        """Let go of a file that is half sealed: it begins anew the next time."""
        slices, self._renewing = self._renewing, None
        if slices is not None:
            with suppress(JiashuError, ValueError):
                slices.close()


@dataclass
class _Count:
    total: int
    done: int = 0

    @property
    def so_far(self) -> tuple[int, int]:
        return min(self.done, self.total), max(self.total, 1)

    def add(self, more: int) -> tuple[int, int]:
        self.done += more
        return self.so_far
