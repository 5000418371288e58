"""What opens a vault by passphrase: the passphrase alone, or with it a key file somebody keeps apart from the vault."""

from __future__ import annotations

from pathlib import Path

from desktop.crypto.recipients import HybridIdentity, HybridRecipient, Identity, parse_identities
from desktop.errors import Refused
from desktop.vault import folder, outside, slots
from desktop.vault.slots import KeyRing

MOST = 16
"""Identities in a key file; we write one, and nobody waits for a thousand to be tried."""

LIMIT = 16 * 1024
"""Bytes of a key file: a few lines, whoever made it."""


def make() -> HybridIdentity:
    """The secret of a new key file."""
    return HybridIdentity.generate()


def text(identity: HybridIdentity) -> str:
    """A key file's content: an age identity file that says nothing of what it opens."""
    return f"{identity.text}\n"


def parse(untrusted: str) -> tuple[HybridIdentity, ...]:
    """The identities of a key file. Refused `key_file.not_one`: something else, an older sort of key, or too many."""
    lines = [line for line in untrusted.splitlines() if line.strip() and not line.startswith("#")]
    if not 1 <= len(lines) <= MOST or len(untrusted) > LIMIT:
        raise Refused("key_file.not_one")
    try:
        found = parse_identities("\n".join(lines))
    except Refused:
        raise Refused("key_file.not_one") from None
    identities = tuple(identity for identity in found if isinstance(identity, HybridIdentity))
    if not identities:
        raise Refused("key_file.not_one")
    return identities


def opened(place: Path, passphrase: str, key_file: str | None) -> tuple[KeyRing, HybridIdentity | None]:
    """The vault's keys, and the key file's where one was needed; a key file that is not needed is not looked at.

    Refused `vault.passphrase`; `vault.key_file_needed`: it needs one, and none was given;
    `vault.passphrase_or_key_file`: either is another; `key_file.not_one`; Damaged as `slots.open_slot`.
    """
    opener = slots.opener(passphrase)
    if not outside.needs_key_file(place):
        plain = slots.open_slot(place, slots.VAULT, [opener])
        if plain is None:
            raise Refused("vault.passphrase")
        return KeyRing.parse(folder.MAIN, plain, slots.VAULT), None
    if key_file is None:
        raise Refused("vault.key_file_needed")
    for identity in parse(key_file):
        plain = slots.open_slot(place, slots.VAULT, [identity, opener])
        if plain is not None:
            return KeyRing.parse(folder.MAIN, plain, slots.VAULT), identity
    raise Refused("vault.passphrase_or_key_file")


def openers(place: Path, passphrase: str, key_file: str | None) -> list[Identity]:
    """What opens the slot, one layer or both; a key file that is not needed is not looked at. Refused
    `key_file.not_one`.
    """
    needed = key_file is not None and outside.needs_key_file(place)
    return [*(parse(key_file) if needed and key_file else ()), slots.opener(passphrase)]


def write(place: Path, ring: KeyRing, passphrase: str, work_factor: int, key: HybridRecipient | None) -> None:
    """Seal the vault's keys to a passphrase, and around that to a key file if there is to be one. Hindered `disk.…`.

    The compartment's own passphrase could be guessed without the key file; so while there is one, that slot is sealed
    once more to the vault. Whatever a kill leaves opens by what opened it before, or by what is to open it.
    """
    if key is not None:
        slots.wrap(place, slots.COMPARTMENT, ring.recipient)
    slots.write(place, slots.VAULT, ring.text(), [slots.by_passphrase(passphrase, work_factor)], around=key)
    if key is None:
        slots.unwrap(place, slots.COMPARTMENT, ring.identities)


def write_compartment(
    place: Path, inner: KeyRing, vault: HybridRecipient, passphrase: str | None, work_factor: int
) -> None:
    """Seal the compartment's keys to a passphrase of their own, or to the vault. Hindered `disk.…`."""
    if passphrase is None:
        slots.write(place, slots.COMPARTMENT, inner.text(), [vault])
        return
    own = slots.by_passphrase(passphrase, work_factor)
    slots.write(place, slots.COMPARTMENT, inner.text(), [own], around=vault if outside.needs_key_file(place) else None)
