"""New keys for a vault: how they come into the slots, who is told of them, and how the old ones leave at the end.

The slots hold both, the new identity first, until nothing of the vault is sealed to the old one any more. Whatever a
kill leaves opens by the passphrase, and goes on without one: only when the old identities leave must `k1` be sealed by
passphrase once more, and that is made ready (`hold`) whenever a passphrase was given anyhow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from desktop.crypto import age
from desktop.crypto.recipients import HybridIdentity, HybridRecipient, Identity, Recipient, parse_recipient
from desktop.errors import Refused
from desktop.vault import files, slots
from desktop.vault.connection import Database
from desktop.vault.slots import KeyRing

PROPOSED = "proposed_keys"
"""Fact: the recipient of the compartment that is about to come into its slots; it counts once it is `compartment`."""
CURRENT = "current_keys"
"""Fact: the recipient of the vault everything is being sealed to anew, or was."""
REACHED = "renewed_openings"
"""Fact: the number of the last revision whose sealed openings were sealed anew."""

MARK = "mark_before"
"""Fact: SHA-256, hex, of the mark left by locking that was sealed to the keys before those of today."""

UNDER_WAY = "renew keys"
COMPARTMENT = "renew compartment"
OPENINGS = "renew openings"
"""Unfinished steps: the whole of it; a new identity for the compartment; sealed openings and drafts. For the latter two
the compartment must be open."""
FILE = "renew file "
"""Begins an unfinished step: the file of this name may be sealed to an old identity."""

_KEEP = "REPLACE INTO fact VALUES (?, ?)"


@dataclass(frozen=True)
class Held:
    """A slot as it will be without old identities, sealed for whom it is sealed now. seen: digest of what it is now."""

    seen: bytes = field(repr=False)
    final: bytes = field(repr=False)


def hold(place: Path, slot: str, ring: KeyRing, vault: KeyRing, openers: Sequence[Identity]) -> Held | None:
    """Make ready what a slot will be at the end. None when these do not open it. openers: of who gave a passphrase."""
    sealed = files.read(place / slot, slots.LIMIT)
    final = _alike(slot, sealed, vault, openers, ring.alone().text(), vault.recipient)
    return None if final is None else Held(sha256(sealed).digest(), final)


def begin(place: Path, database: Database, old: KeyRing, openers: Sequence[Identity]) -> KeyRing:
    """Draw a new identity for the vault, and put it into the slots; the keys with it before the old ones.

    Refused `vault.passphrase` where the openers open nothing; Hindered `disk.…`. Nothing counts before `k1` is
    written, after `k2`, and until then nothing is sealed to the new one.
    """
    both = old.after(HybridIdentity.generate())
    sealed = _alike(slots.VAULT, files.read(place / slots.VAULT, slots.LIMIT), old, openers, both.text(), old.recipient)
    if sealed is None:
        raise Refused("vault.passphrase")
    slots.write(place, slots.VAULT_RECOVERY, both.text(), [_recovery(database, inner=False)])
    files.write(place / slots.VAULT, sealed)
    return both


def counting(database: Database, vault: KeyRing) -> KeyRing:
    """Of keys that may come from `k2`, which is written before `k1`, those that count: without new ones before the one
    that is noted, or the one the database is sealed to. They may be in no slot a passphrase opens.
    """
    for place, identity in enumerate(vault.identities):
        if identity.recipient.text == _fact(database, CURRENT) or vault.salt_of(identity) == database.salt:
            return vault.from_place(place)
    return vault


def settle(database: Database, vault: KeyRing) -> None:
    """Have it counted that `k1` holds new keys: all there is has to be sealed anew from here on. Hindered `disk.…`."""
    if not vault.renewing or _fact(database, CURRENT) == vault.recipient.text:
        return
    with database.transaction():
        database.run(_KEEP, (CURRENT, vault.recipient.text))
        database.run_many("INSERT OR IGNORE INTO unfinished VALUES (?)", [(UNDER_WAY,), (COMPARTMENT,)])
        _note_files(database, compartment=False)


def begin_inner(
    place: Path, database: Database, vault: KeyRing, inner: KeyRing, openers: Sequence[Identity]
) -> KeyRing:
    """The same for the open compartment, once `k1` holds the vault's new identity; its keys with the new one first.

    Never before: who has the old keys of the vault would find the new ones of the compartment in `k3`, in what is left
    of it on the disk too. Refused `vault.identity_passphrase…` where the openers open nothing; Hindered `disk.…`.
    """
    proposed = [each for each in inner.identities if each.recipient.text == _fact(database, PROPOSED)]
    both = inner.led_by(proposed[0].recipient) if proposed else inner.after(HybridIdentity.generate())
    sealed = None if proposed else check_inner(place, vault, openers, both)
    database.run(_KEEP, (PROPOSED, both.recipient.text))
    slots.write(place, slots.COMPARTMENT_RECOVERY, both.text(), [_recovery(database, inner=True)])
    if sealed is not None:
        files.write(place / slots.COMPARTMENT, sealed)
    with database.transaction():
        database.run(_KEEP, ("compartment", both.recipient.text))
        database.run("DELETE FROM fact WHERE name IN (?, ?)", (PROPOSED, REACHED))
        database.run("INSERT OR IGNORE INTO unfinished VALUES (?)", (OPENINGS,))
        _note_files(database, compartment=True)
        done(database, COMPARTMENT)
    return both


def check_inner(place: Path, vault: KeyRing, openers: Sequence[Identity], inner: KeyRing) -> bytes:
    """The compartment's slot with these keys in it. Refused `vault.identity_passphrase`,
    `vault.identity_passphrase_needed` where neither the vault nor the openers open it.
    """
    opened = files.read(place / slots.COMPARTMENT, slots.LIMIT)
    sealed = _alike(slots.COMPARTMENT, opened, vault, openers, inner.text(), vault.recipient)
    if sealed is None:
        raise Refused("vault.identity_passphrase" if openers else "vault.identity_passphrase_needed")
    return sealed


def _note_files(database: Database, *, compartment: bool) -> None:
    """What is sealed to the old identity, or is just coming in and may be."""
    database.run(
        "INSERT OR IGNORE INTO unfinished SELECT ? || name FROM blob WHERE compartment = ?", (FILE, compartment)
    )
    database.run("INSERT OR IGNORE INTO unfinished SELECT ? || name FROM incoming", (FILE,))


def under_way(database: Database) -> bool:
    """Whether keys are being renewed."""
    return _is_step(database, UNDER_WAY)


def compartment_left(database: Database) -> bool:
    """Whether the compartment has yet to be given a new identity."""
    return _is_step(database, COMPARTMENT)


def openings_left(database: Database) -> bool:
    """Whether sealed openings or drafts may still be sealed to an old identity."""
    return _is_step(database, OPENINGS)


def files_left(database: Database) -> list[str]:
    """Names of the files that may still be sealed to an old identity."""
    steps = database.all("SELECT step FROM unfinished WHERE step GLOB ? ORDER BY step", (f"{FILE}*",))
    return [step.removeprefix(FILE) for (step,) in steps]


def done(database: Database, step: str) -> None:
    """Within a transaction or on its own: this step is done."""
    database.run("DELETE FROM unfinished WHERE step = ?", (step,))


def note_mark(database: Database, sealed: bytes) -> None:
    """Before the mark is sealed to the new keys: hosts remember it as it was."""
    database.run(_KEEP, (MARK, sha256(sealed).hexdigest()))


def is_mark_of_before(database: Database, sealed: bytes) -> bool:
    """Whether a mark that no key here opens is the last one sealed to the keys before; else it may be of later ones,
    and the folder an older one that was put back."""
    return _fact(database, MARK) == sha256(sealed).hexdigest()


def finish(place: Path, database: Database, vault: KeyRing, inner: KeyRing, held: dict[str, Held]) -> bool:
    """Let the old identities out of the slots; False when a passphrase has to be given first. Hindered `disk.…`.

    `k1` is written last: while it holds both, all of this is done again.
    """
    compartment = hold(place, slots.COMPARTMENT, inner, vault, ()) or _still(place, slots.COMPARTMENT, held)
    passphrase = _still(place, slots.VAULT, held)
    if compartment is None or passphrase is None:
        return False
    slots.write(place, slots.VAULT_RECOVERY, vault.alone().text(), [_recovery(database, inner=False)])
    slots.write(place, slots.COMPARTMENT_RECOVERY, inner.alone().text(), [_recovery(database, inner=True)])
    files.write(place / slots.COMPARTMENT, compartment.final)
    files.write(place / slots.VAULT, passphrase.final)
    return True


def rewrap(place: Path, slot: str, vault: KeyRing, held: dict[str, Held]) -> None:
    """Seal a slot that is sealed to the vault, around a passphrase or not, to the new identity, as soon as `k1` has it:
    whoever has the old one would find new keys of the compartment there. Hindered `disk.…`."""
    sealed = files.read(place / slot, slots.LIMIT)
    inside = slots.unsealed(sealed, slot, vault.identities[1:])
    if inside is not None:
        ready, anew = _still(place, slot, held), age.seal(inside, [vault.recipient])
        files.write(place / slot, anew)
        if ready is not None:
            held[slot] = Held(sha256(anew).digest(), ready.final)


def sealed_to(place: Path, slot: str, identity: Identity) -> bool:
    """Whether this identity alone opens a slot."""
    return slots.open_slot(place, slot, [identity]) is not None


def _alike(
    slot: str, sealed: bytes, vault: KeyRing, openers: Sequence[Identity], plain: bytes, to: HybridRecipient
) -> bytes | None:
    """Another plaintext for whom a slot is sealed now; what is sealed to the vault, be it around a passphrase or not,
    to this recipient of it. None when it does not open.
    """
    inside = slots.unsealed(sealed, slot, vault.identities)
    if inside is not None:
        kept = _alike(slot, inside, vault, openers, plain, to) if slots.is_sealed(inside) else plain
        return None if kept is None else age.seal(kept, [to])
    inside = slots.unsealed(sealed, slot, openers)
    if inside is None:
        return None
    kept = _alike(slot, inside, vault, openers, plain, to) if slots.is_sealed(inside) else plain
    return None if kept is None else age.alike(sealed, openers, kept)


def _still(place: Path, slot: str, held: dict[str, Held]) -> Held | None:
    """What was made ready, unless the slot was written meanwhile: by another passphrase, most likely."""
    ready = held.get(slot)
    if ready is None or sha256(files.read(place / slot, slots.LIMIT)).digest() != ready.seen:
        return None
    return ready


def _recovery(database: Database, *, inner: bool) -> Recipient:
    """Who recovers the vault, or the compartment where that has a recovery key of its own."""
    own = _fact(database, "recovery_identities") if inner else None
    return parse_recipient(str(own or _fact(database, "recovery")))


def _fact(database: Database, name: str) -> object:
    return database.value("SELECT value FROM fact WHERE name = ?", (name,))


def _is_step(database: Database, step: str) -> bool:
    return bool(database.value("SELECT EXISTS (SELECT 1 FROM unfinished WHERE step = ?)", (step,)))
