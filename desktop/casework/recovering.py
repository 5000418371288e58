"""Making a recovery key anew: prepared, asked back, and only then put in the place of the old one."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from desktop.casework import passphrases, recovery_shares, vaults
from desktop.casework import recovery_key as on_paper
from desktop.casework.workspace import Workspace
from desktop.crypto.passphrase import normalise_passphrase
from desktop.crypto.recipients import HybridIdentity, parse_identity
from desktop.errors import Refused
from desktop.vault import recovery
from desktop.vault.recovery import Opens

NOTED, NOTED_IDENTITIES = "recovery", "recovery_identities"


@dataclass(frozen=True)
class Prepared:
    """A recovery key that opens nothing yet. shares: it in shares, none where it is written down whole.

    needed: how many of them give it back. identities: it is to be the identities' own.
    """

    key: str = field(repr=False)
    shares: tuple[str, ...] = field(default=(), repr=False)
    needed: int = 0
    identities: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The texts of its QR codes: of the key, or of each share."""
        return tuple(recovery_shares.code(text) for text in self.shares or (self.key,))


def make() -> Prepared:
    """A key that opens nothing yet."""
    return Prepared(HybridIdentity.generate().text)


def split(prepared: Prepared, needed: int, count: int) -> Prepared:
    """The same in shares. Refused `share.numbers`."""
    shares = recovery_shares.split(prepared.key, needed, count)
    return Prepared(prepared.key, shares, needed, prepared.identities)


def prepare(
    ws: Workspace,
    passphrase: str,
    *,
    needed: int = 0,
    count: int = 0,
    identities: bool = False,
    key_file: str | None = None,
) -> Prepared:
    """A new key for who has the passphrase, in `count` shares unless that is 0; nothing of the vault is changed.

    key_file: its text (`key_files.read`), where the vault needs one. Refused as `keyfile.opened`,
    `share.numbers`; `vault.compartment_closed` where it is to open the identities too.
    """
    ws.vault.check_passphrase(normalise_passphrase(passphrase), key_file)
    if not ws.vault.compartment_open and (identities or ws.vault.identities_recovery_recipient is None):
        raise Refused("vault.compartment_closed")
    prepared = Prepared(HybridIdentity.generate().text, identities=identities)
    return split(prepared, needed, count) if count else prepared


def check_back(prepared: Prepared, given: str, number: int = 0) -> None:
    """Whether what was given back, typed or from a code, is this key, or the `number`th of its shares.

    Refused `recovery.differs`, `share.another`, `share.older_set`, `share.…`.
    """
    if number:
        recovery_shares.check_same(prepared.shares[number - 1], given, number)
    elif on_paper.typed(given) != prepared.key:
        raise Refused("recovery.differs")


def put_in_place(ws: Workspace, prepared: Prepared) -> None:
    """From now on it opens this vault, and the one before does not; call it once it was asked back.

    One that is in place already is noted as asked back. A copy of the folder made before opens with the old key.
    Refused `vault.compartment_closed`; Hindered as `Vault.set_recovery`.
    """
    vault, public = ws.vault, HybridIdentity.from_text(prepared.key).recipient
    if prepared.identities:
        if vault.identities_recovery_recipient != public:
            vault.set_identities_recovery(public)
        vault.keeping.note(NOTED_IDENTITIES, shares=len(prepared.shares), needed=prepared.needed)
        return
    if vault.recovery_recipient != public:
        vault.set_recovery(public)
    vault.keeping.note(NOTED, shares=len(prepared.shares), needed=prepared.needed)


def give_up_own(ws: Workspace) -> None:
    """The vault's recovery key is the identities' again. Refused `vault.compartment_closed`."""
    ws.vault.set_identities_recovery(None)


def from_paper(key: str, *, identities: bool = False) -> Prepared:
    """A key as it was typed from paper. Refused `key.malformed`, `key.unknown_kind`."""
    return Prepared(HybridIdentity.from_text(on_paper.typed(key)).text, identities=identities)


def from_shares(given: tuple[str, ...], count: int, *, identities: bool = False) -> Prepared:
    """A key of which each of its `count` shares was asked back. Refused `share.not_all`, `share.…`."""
    recovery_shares.check_all(given, count)
    key = recovery_shares.key(given)
    return Prepared(key, given, recovery_shares.typed(given[0]).needed, identities)


def confirm(ws: Workspace, key: str) -> None:
    """Note that the key in place was asked back, of a vault for which nobody had. Refused `vault.recovery_key`."""
    prepared = from_paper(key)
    if not is_current(ws, prepared.key):
        raise Refused("vault.recovery_key")
    put_in_place(ws, prepared)


def is_current(ws: Workspace, key: str) -> bool:
    """Whether a key, as it was typed, is the one that opens this vault today."""
    return ws.vault.recovery_recipient == HybridIdentity.from_text(on_paper.typed(key)).recipient


def check(folder: Path, key: str) -> Opens:
    """What a key, as it was typed, opens of a vault, which may be locked. Refused `vault.recovery_key`: nothing."""
    found = recovery.check(folder, parse_identity(on_paper.typed(key)))
    if not found.vault and not found.identities:
        raise Refused("vault.recovery_key")
    return found


def recover_identities(
    ws: Workspace, key: str, new: str, *, work_factor: int | None = None
) -> tuple[vaults.Notice, ...]:
    """Open the identities by the key they are recovered by, and give them a new passphrase of their own.

    Names that waited are merged; returns what is to be told of that. Refused `key.malformed`, `key.unknown_kind`,
    `vault.identity_recovery_key`, and as `passphrases.check`.
    """
    identity = parse_identity(on_paper.typed(key))
    checked = passphrases.check(new)
    factor = passphrases.calibrated_work_factor() if work_factor is None else work_factor
    ws.vault.recover_identities(identity, checked, factor)
    return vaults.open_identities(ws)
