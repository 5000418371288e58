"""Key slots: ordinary age files that hold the vault's identities and the databases' raw keys."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop.crypto import age
from desktop.crypto.keys import database_key
from desktop.crypto.passphrase import normalise_passphrase
from desktop.crypto.recipients import (
    HybridIdentity,
    HybridRecipient,
    Identity,
    PassphraseIdentity,
    PassphraseRecipient,
    Recipient,
    parse_identities,
)
from desktop.errors import Damaged, JiashuError, Refused
from desktop.vault import files
from desktop.vault.connection import Key
from desktop.vault.database_file import beginning

VAULT, VAULT_RECOVERY = "k1", "k2"
COMPARTMENT, COMPARTMENT_RECOVERY = "k3", "k4"
CONTACT, SIGNING, CONTACT_IDENTITIES = "k5", "k6", "k7"

_AGE = b"age-encryption.org/"
"""How every age file begins, and no identity file."""

LIMIT = 1 << 20
"""Bytes of a slot; it holds a few keys, even after ten years of quarters."""


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The identities of a slot, the current one first (two while renewing), for the database they open."""

    database: str = field(repr=False)
    identities: tuple[HybridIdentity, ...]

    @property
    def current(self) -> HybridIdentity:
        """The one that new things are sealed to; the others only open."""
        return self.identities[0]

    @property
    def recipient(self) -> HybridRecipient:
        return self.current.recipient

    @property
    def database_key(self) -> Key:
        """Key and salt of the database, derived from the current identity."""
        return database_key(self.current.secret, self.database)

    def text(self) -> bytes:
        """An age identity file; before each identity a comment, all a reader of another make needs for the database."""
        lines: list[str] = []
        for identity in self.identities:
            key, salt = database_key(identity.secret, self.database)
            lines += [f"# {self.database} x'{key.hex()}{salt.hex()}'", identity.text]
        return ("\n".join(lines) + "\n").encode("ascii")

    @property
    def renewing(self) -> bool:
        """Whether there are earlier identities too, to which something may still be sealed."""
        return len(self.identities) > 1

    def key_in(self, folder: Path) -> Key:
        """What opens the database in a folder, which is not open yet: it begins with the salt of one identity."""
        if self.renewing:
            with suppress(JiashuError):  # whatever is wrong with the file, opening it tells
                return self.key_by(beginning(folder / self.database))
        return self.database_key

    def key_by(self, salt: bytes) -> Key:
        """The key of a database that begins so (`Database.salt`); the current one where it is of no identity here."""
        keys = [database_key(identity.secret, self.database) for identity in self.identities]
        return next((key for key in keys if key[1] == salt), self.database_key)

    def after(self, identity: HybridIdentity) -> KeyRing:
        """With a new identity before those that are here."""
        return KeyRing(self.database, (identity, *self.identities))

    def from_place(self, place: int) -> KeyRing:
        """Without the identities before this place."""
        return KeyRing(self.database, self.identities[place:])

    def salt_of(self, identity: HybridIdentity) -> bytes:
        """What the database begins with while it is sealed to one of them."""
        return database_key(identity.secret, self.database)[1]

    def alone(self) -> KeyRing:
        """Without any but the current identity."""
        return KeyRing(self.database, (self.current,))

    def led_by(self, recipient: HybridRecipient) -> KeyRing:
        """Ordered so that the identity of this recipient, if it is here, is the current one."""
        return KeyRing(self.database, tuple(sorted(self.identities, key=lambda each: each.recipient != recipient)))

    def wipe(self) -> None:
        """Overwrite every identity of it; it opens nothing from now on."""
        for identity in self.identities:
            identity.wipe()

    @classmethod
    def generate(cls, database: str) -> KeyRing:
        return cls(database, (HybridIdentity.generate(),))

    @classmethod
    def parse(cls, database: str, untrusted: bytes, slot: str) -> KeyRing:
        """From a slot's plaintext. Damaged `vault.key_slot`: not an age identity file with hybrid keys."""
        try:
            found = parse_identities(untrusted.decode("ascii"))
        except (UnicodeDecodeError, Refused):
            raise Damaged("vault.key_slot", slot=slot, cause="identities") from None
        identities = tuple(identity for identity in found if isinstance(identity, HybridIdentity))
        if not identities:
            raise Damaged("vault.key_slot", slot=slot, cause="identities")
        return cls(database, identities)


def write(
    folder: Path, slot: str, plain: bytes, recipients: Sequence[Recipient], *, around: Recipient | None = None
) -> None:
    """Seal a slot and put it in place whole. Hindered `disk.…`; the old one is there then.

    around: what is sealed is sealed once more, to this; both are needed to open it.
    """
    sealed = age.seal(plain, recipients)
    files.write(folder / slot, sealed if around is None else age.seal(sealed, [around]))


def open_slot(folder: Path, slot: str, identities: Sequence[Identity]) -> bytes | None:
    """A slot's plaintext, or None when it, or what is sealed within it, is sealed to somebody else.

    Damaged `vault.absurd_work`; `vault.key_slot` (cause: the code of what is wrong with the age file); as `files.read`.
    """
    plain = unsealed(files.read(folder / slot, LIMIT), slot, identities)
    if plain is not None and is_sealed(plain):
        return unsealed(plain, slot, identities)
    return plain


def is_sealed(plain: bytes) -> bool:
    """Whether what a slot holds is sealed once more."""
    return plain.startswith(_AGE)


def work_factor(folder: Path, slot: str) -> int | None:
    """The log2 of scrypt's N that a slot's outside asks for; None where that is not sealed by passphrase.

    Its header says so, without any secret. Damaged as `open_slot`.
    """
    sealed = files.read(folder / slot, LIMIT)
    try:
        return age.work_factor(io.BytesIO(sealed))
    except Damaged as damage:
        raise Damaged("vault.key_slot", slot=slot, cause=damage.code, **_part(damage)) from None


def wrap(folder: Path, slot: str, around: Recipient) -> None:
    """Seal a slot once more as it is, unless it is sealed twice already or not by passphrase."""
    if work_factor(folder, slot) is not None:
        files.write(folder / slot, age.seal(files.read(folder / slot, LIMIT), [around]))


def unwrap(folder: Path, slot: str, identities: Sequence[Identity]) -> None:
    """Take the outer one of two layers off; a slot of one layer stays as it is."""
    plain = unsealed(files.read(folder / slot, LIMIT), slot, identities)
    if plain is not None and is_sealed(plain):
        files.write(folder / slot, plain)


def unsealed(sealed: bytes, slot: str, identities: Sequence[Identity]) -> bytes | None:
    """What one layer of a slot holds, or None. Damaged as `open_slot`."""
    try:
        return age.unseal(sealed, identities)
    except Refused as refusal:
        if refusal.code == "age.no_match":
            return None
        raise
    except Damaged as damage:
        if damage.code == "age.absurd_work":
            raise Damaged("vault.absurd_work", slot=slot, work_factor=damage.details["work_factor"]) from None
        raise Damaged("vault.key_slot", slot=slot, cause=damage.code, **_part(damage)) from None


def unused(folder: Path, slot: str, like: bytes) -> None:
    """Fill a slot nobody uses with what looks like one in use: sealed to a key that is thrown away here."""
    write(folder, slot, bytes(len(like)), [HybridIdentity.generate().recipient])


def by_passphrase(passphrase: str, factor: int) -> PassphraseRecipient:
    """Seals to a passphrase; factor: log2 of scrypt's N. Refused `passphrase.empty`, `age.work_factor`."""
    return PassphraseRecipient(normalise_passphrase(passphrase), factor)


def opener(passphrase: str) -> PassphraseIdentity:
    """Opens by passphrase; a slot asking for a work factor above 20 is Damaged before any memory is used."""
    return PassphraseIdentity(normalise_passphrase(passphrase))


def _part(damage: Damaged) -> dict[str, str | int]:
    return {name: damage.details[name] for name in ("part",) if name in damage.details}
