"""The keys of a damaged vault, from whichever of its slots, or of its backups' slots, still opens."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from desktop.crypto import age, header
from desktop.crypto.keys import database_key
from desktop.crypto.recipients import HybridRecipient, Identity, KeyIdentity, KeyRecipient
from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged, JiashuError, Refused
from desktop.vault import authors, files, folder, quarters, slots
from desktop.vault.authors import Authors
from desktop.vault.rescue.pages import beginning
from desktop.vault.slots import KeyRing

T = TypeVar("T")

_TO_VAULT = (slots.CONTACT, slots.SIGNING)


@dataclass(frozen=True)
class Way:
    """What somebody has to open a vault with: its passphrase (and key file, where it has one), or its recovery key."""

    passphrase: str | None = field(default=None, repr=False)
    recovery: KeyIdentity | None = field(default=None, repr=False)
    identity_passphrase: str | None = field(default=None, repr=False)
    key_file: tuple[KeyIdentity, ...] = field(default=(), repr=False)

    def open_vault_slot(self, place: Path) -> bytes | None:
        """The plaintext of `k1`; None when the passphrase, or the key file, is another."""
        by_passphrase = slots.opener(self.passphrase or "")
        for identity in (None, *self.key_file):
            plain = slots.open_slot(place, slots.VAULT, [identity, by_passphrase] if identity else [by_passphrase])
            if plain is not None:
                return plain
        return None


@dataclass(frozen=True)
class Keys:
    """What the slots hold. None: no copy of that slot opens. places: where slots were looked for, the vault first."""

    places: tuple[Path, ...] = field(repr=False)
    ring: KeyRing
    inner: KeyRing | None
    signing: Authors | None
    contact: tuple[quarters.DatedPair, ...] | None
    contact_identities: tuple[quarters.DatedPair, ...] | None

    @property
    def own(self) -> frozenset[str]:
        return self.signing.own if self.signing else frozenset()

    def without(self, places: Collection[Path]) -> Keys:
        """The same, with nothing taken from these folders any more."""
        return replace(self, places=tuple(place for place in self.places if place not in places))


def find(places: Sequence[Path], way: Way) -> Keys:
    """Refused `vault.passphrase`, `vault.recovery_key` when it opens none of the slots that are whole; Damaged
    `vault.key_slot` and the like when none is: of the vault itself."""
    ring = _ring(places, way)
    return _inside(tuple(places), ring, _inner(places, way, ring), ())


def none_of_files(keys: Keys, headers: Collection[bytes]) -> Keys:
    """The same without what a file of evidence in the place of a slot says. headers: digests of those of files."""
    return _inside(keys.places, keys.ring, keys.inner, headers)


def _inside(places: tuple[Path, ...], ring: KeyRing, inner: KeyRing | None, headers: Collection[bytes]) -> Keys:
    def first(slot: str, openers: KeyRing, parse: Callable[[bytes, str], T]) -> T | None:
        return _first([each for each in places if _header(each / slot) not in headers], slot, openers.identities, parse)

    return Keys(
        places,
        ring,
        inner,
        first(slots.SIGNING, ring, lambda plain, _: authors.parse(plain)),
        first(slots.CONTACT, ring, quarters.parse),
        first(slots.CONTACT_IDENTITIES, inner, quarters.parse) if inner else None,
    )


def _header(path: Path) -> bytes:
    try:
        return age.header_digest(io.BytesIO(files.read(path, slots.LIMIT)))
    except JiashuError:
        return b""


def _ring(places: Sequence[Path], way: Way) -> KeyRing:
    """Of the slots that open the first whose keys are those of the damaged vault's files: a backup may be of another
    vault with the same passphrase. Where nothing tells any more, the first of all."""
    slot = slots.VAULT if way.recovery is None else slots.VAULT_RECOVERY
    broken: JiashuError | None = None
    refused = False
    found: list[KeyRing] = []
    for place in places:
        try:
            recovery = way.recovery
            plain = slots.open_slot(place, slot, [recovery]) if recovery else way.open_vault_slot(place)
            if plain is not None:
                found.append(KeyRing.parse(folder.MAIN, plain, slot))
                if _fits(places[0], found[-1]):
                    return found[-1]
            refused = True
        except JiashuError as error:
            broken = broken or error
    if found:
        return found[0]
    if refused or broken is None:
        raise Refused("vault.recovery_key" if way.recovery is not None else "vault.passphrase")
    raise broken


def _fits(place: Path, ring: KeyRing) -> bool:
    """Whether anything in a folder is sealed to these keys."""
    if beginning(place / folder.MAIN) in {database_key(one.secret, folder.MAIN)[1] for one in ring.identities}:
        return True
    return any(_first([place], slot, ring.identities, lambda _plain, _slot: True) for slot in _TO_VAULT)


def _inner(places: Sequence[Path], way: Way, ring: KeyRing) -> KeyRing | None:
    tried: list[tuple[str, Sequence[Identity]]] = [(slots.COMPARTMENT, ring.identities)]
    if way.identity_passphrase is not None:
        # Where there is a key file, that slot is sealed to the vault once more.
        tried.append((slots.COMPARTMENT, [*ring.identities, slots.opener(way.identity_passphrase)]))
    if way.recovery is not None:
        tried.append((slots.COMPARTMENT_RECOVERY, [way.recovery]))
    for slot, openers in tried:
        found = _first(places, slot, openers, lambda plain, name: KeyRing.parse(folder.IDENTITIES, plain, name))
        if found is not None:
            return found
    return None


def _first(
    places: Iterable[Path], slot: str, openers: Sequence[Identity], parse: Callable[[bytes, str], T]
) -> T | None:
    """What the first copy of a slot holds that opens."""
    for place in places:
        try:
            plain = slots.open_slot(place, slot, openers)
            if plain is not None:
                return parse(plain, slot)
        except JiashuError:
            continue
    return None


@dataclass(frozen=True)
class Written:
    """What the slots of a new vault hold. anew: slots whose keys are lost, so that new ones were made."""

    signing: Authors
    anew: tuple[str, ...] = field(repr=False)


def write(
    new: Path,
    keys: Keys,
    way: Way,
    *,
    recovery: KeyRecipient | None,
    recovery_identities: KeyRecipient | None,
    compartment: HybridRecipient,
    authors_told: Iterable[str],
    now: int,
) -> Written:
    """Every slot but `k1`, which comes last of all (`write_first`): a folder without it is no vault yet.

    recovery, recovery_identities: who the recovery slots are sealed to. compartment: whom the database seals to.
    authors_told: own authors the database knows of, should no slot say who they are.
    """
    anew: list[str] = []
    ring, inner = keys.ring, keys.inner
    signing = keys.signing
    if signing is None:
        anew.append(slots.SIGNING)
        signing = Authors(SigningKey.generate())
        for public in authors_told:
            signing = signing.also(public)
    slots.write(new, slots.SIGNING, signing.text(), [ring.recipient])
    contact = keys.contact
    if contact is None:
        anew.append(slots.CONTACT)
        contact = (quarters.generate(now),)
    slots.write(new, slots.CONTACT, quarters.text(contact), [ring.recipient])
    _recovery_slot(new, slots.VAULT_RECOVERY, ring, keys, recovery, anew)
    if inner is None or inner.recipient != compartment:
        for slot in (slots.COMPARTMENT, slots.COMPARTMENT_RECOVERY, slots.CONTACT_IDENTITIES):
            if not _copied(new, slot, keys.places):
                anew.append(slot)
                slots.unused(new, slot, ring.text())
        return Written(signing, tuple(anew))
    _compartment_slot(new, inner, keys, way)
    _recovery_slot(new, slots.COMPARTMENT_RECOVERY, inner, keys, recovery_identities or recovery, anew)
    pairs = keys.contact_identities
    if pairs is None:
        anew.append(slots.CONTACT_IDENTITIES)
        pairs = (quarters.generate(now),)
    slots.write(new, slots.CONTACT_IDENTITIES, quarters.text(pairs), [inner.recipient])
    return Written(signing, tuple(anew))


def write_first(new: Path, keys: Keys, way: Way) -> bool:
    """The slot the passphrase opens, as it stands in the first copy that opens; False when there is none.

    Then it is filled with what nobody opens, and the recovery key gives the vault a new passphrase: also where keys are
    being renewed, and nothing tells whether this slot has the new ones that the recovery key's has.
    """
    for place in keys.places:
        try:
            sealed = files.read(place / slots.VAULT, slots.LIMIT)
            by_passphrase = way.passphrase is not None
            fits = (
                _holds(way.open_vault_slot(place), keys.ring)
                if by_passphrase
                else _whole(sealed) and not keys.ring.renewing
            )
        except JiashuError:
            continue
        if fits:
            files.write(new / slots.VAULT, sealed)
            return True
    slots.unused(new, slots.VAULT, keys.ring.text())
    return False


def _recovery_slot(
    new: Path, slot: str, ring: KeyRing, keys: Keys, recovery: KeyRecipient | None, anew: list[str]
) -> None:
    if recovery is not None:
        slots.write(new, slot, ring.text(), [recovery])
    elif not _copied(new, slot, keys.places):
        anew.append(slot)
        slots.unused(new, slot, ring.text())


def _compartment_slot(new: Path, inner: KeyRing, keys: Keys, way: Way) -> None:
    """Under its own passphrase where it has one, given or not; else it opens with the vault."""
    openers = [] if way.identity_passphrase is None else [slots.opener(way.identity_passphrase)]
    kept: bytes | None = None
    for place in keys.places:
        try:
            sealed = files.read(place / slots.COMPARTMENT, slots.LIMIT)
            if openers and _holds(slots.open_slot(place, slots.COMPARTMENT, [*keys.ring.identities, *openers]), inner):
                kept = sealed
                break
            if kept is None and _has_passphrase(place, sealed, keys.ring):
                kept = sealed
        except JiashuError:
            continue
    if kept is not None:
        files.write(new / slots.COMPARTMENT, kept)
        return
    slots.write(new, slots.COMPARTMENT, inner.text(), [keys.ring.recipient])


def _has_passphrase(place: Path, sealed: bytes, ring: KeyRing) -> bool:
    """Whether the compartment has a passphrase of its own, by this copy of its slot; it need not be known."""
    if slots.work_factor(place, slots.COMPARTMENT) is not None:
        return True
    return slots.is_sealed(age.unseal(sealed, ring.identities))


def _holds(plain: bytes | None, ring: KeyRing) -> bool:
    """Whether a slot's plaintext has these very identities, in whichever order."""
    if plain is None:
        return False
    found = KeyRing.parse(ring.database, plain, slots.VAULT)
    return {one.text for one in found.identities} == {one.text for one in ring.identities}


def _copied(new: Path, slot: str, places: Iterable[Path]) -> bool:
    """As it stands in the first copy that may be whole, which nobody can tell without its key."""
    for place in places:
        try:
            sealed = files.read(place / slot, slots.LIMIT)
        except JiashuError:
            continue
        if _whole(sealed):
            files.write(new / slot, sealed)
            return True
    return False


def _whole(sealed: bytes) -> bool:
    try:
        header.read(io.BytesIO(sealed))
    except (Damaged, Refused):
        return False
    return True
