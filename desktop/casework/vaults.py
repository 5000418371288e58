"""Making, opening, locking a vault; its passphrase and the compartment of identities."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from desktop.casework import known, outside, own_card, passphrases, waiting
from desktop.casework import recovery_key as on_paper
from desktop.casework.workspace import JSON, Clock, Workspace
from desktop.crypto.passphrase import normalise_passphrase
from desktop.crypto.recipients import parse_identity
from desktop.errors import Hindered, JiashuError
from desktop.vault import recovery
from desktop.vault.vault import Vault


@dataclass(frozen=True)
class Notice:
    """Something noticed while unlocking that the person should know.

    code: looked up among the messages (`vault.older`, `vault.branch`, `vault.copied_in_use`, …).
    """

    code: str
    details: Mapping[str, str | int]


@dataclass(frozen=True)
class Created:
    """A new vault, unlocked, and its recovery key: shown once, to be written down, never stored."""

    vault: Vault
    recovery_key: str = field(repr=False)


def create_vault(
    folder: Path,
    passphrase: str,
    *,
    clock: Clock,
    identity_passphrase: str | None = None,
    work_factor: int | None = None,
) -> Created:
    """A new vault in `folder`, which must not exist or be empty; with our contact card, which needs both keys.

    work_factor: None = measured on this machine, about one second, 17 to 19. Tests pass a small one.
    Refused as `passphrases.check`, `vault.exists`; Hindered when the folder cannot be written.
    """
    checked = passphrases.check(passphrase)
    identity = None if identity_passphrase is None else passphrases.check(identity_passphrase)
    factor = passphrases.calibrated_work_factor() if work_factor is None else work_factor
    vault, recovery_key = Vault.create(folder, checked, work_factor=factor, clock=clock, identity_passphrase=identity)
    try:
        own_card.current(vault, clock)
    except BaseException:
        vault.lock()
        raise
    _remember(folder, None)
    return Created(vault, recovery_key)


def unlock(
    folder: Path,
    passphrase: str,
    *,
    clock: Clock,
    identity_passphrase: str | None = None,
    key_file: str | None = None,
) -> Vault:
    """Open a vault and remember where it is. Refused as `keyfile.opened`; Damaged, Hindered as the vault says.

    key_file: its text (`key_files.read`), where the vault needs one (`outside.needs_key_file`). The identity
    compartment opens with it unless it has a passphrase of its own that is not given; names that waited for it are
    merged, which the notices tell.
    """
    vault = Vault.unlock(
        folder,
        normalise_passphrase(passphrase),
        clock=clock,
        identity_passphrase=None if identity_passphrase is None else normalise_passphrase(identity_passphrase),
        last_seen=known.last_marker(folder),
        key_file=key_file,
    )
    try:
        _remember(folder, None)
        if vault.compartment_open:
            vault.notice(*waiting.take_in(vault))
    except BaseException:
        vault.lock()
        raise
    return vault


def lock(vault: Vault) -> None:
    """Close the databases, drop the keys, remember the marker left behind."""
    folder = vault.folder
    _remember(folder, vault.lock())


def notices(vault: Vault) -> tuple[Notice, ...]:
    """What was noticed at unlocking."""
    return _as_notices(vault.notices)


def _as_notices(found: Iterable[JiashuError]) -> tuple[Notice, ...]:
    return tuple(Notice(notice.code, dict(notice.details)) for notice in found)


def change_passphrase(
    vault: Vault, old: str, new: str, *, work_factor: int | None = None, key_file: str | None = None
) -> None:
    """Seal the key slot anew, at what this machine can do now, and to the same key file if there is one.

    Refused as `keyfile.opened` when `old` or `key_file` is wrong, and as `passphrases.check`.
    """
    checked = passphrases.check(new)
    factor = passphrases.calibrated_work_factor() if work_factor is None else work_factor
    vault.change_passphrase(normalise_passphrase(old), checked, factor, key_file)


def check_passphrase(vault: Vault, passphrase: str, key_file: str | None = None) -> None:
    """Whether it opens this vault, before what only who knows it may do. Refused as `keyfile.opened`."""
    vault.check_passphrase(normalise_passphrase(passphrase), key_file)


def change_identity_passphrase(
    vault: Vault, old: str | None, new: str | None, *, work_factor: int | None = None
) -> None:
    """Give the identities a passphrase of their own, another one, or None: they open with the vault then.

    old: the one they have; None where they have none. Refused `vault.identity_passphrase_needed`,
    `vault.identity_passphrase`, and as `passphrases.check`; Hindered `disk.…`.
    """
    checked = None if new is None else passphrases.check(new)
    factor = passphrases.calibrated_work_factor() if work_factor is None else work_factor
    vault.change_identity_passphrase(checked, factor, None if old is None else normalise_passphrase(old))


def recover(folder: Path, recovery_key: str, new: str, *, clock: Clock, work_factor: int | None = None) -> Vault:
    """Open a vault by its recovery key and give it a new passphrase; the identities open with it from then on.

    A key file is needed no more, which the notices tell.

    recovery_key: as it was typed from paper, see `recovery_key.typed`. Refused `key.malformed`, `key.unknown_kind`,
    `vault.recovery_key`, and as `passphrases.check` and `unlock`.
    """
    identity = parse_identity(on_paper.typed(recovery_key))
    checked = passphrases.check(new)
    factor = passphrases.calibrated_work_factor() if work_factor is None else work_factor
    needed = outside.needs_key_file(folder)
    recovery.set_passphrase(folder, identity, checked, factor)
    vault = unlock(folder, new, clock=clock)
    if needed:
        vault.notice(Hindered("vault.key_file_dropped"))
    return vault


def open_identities(ws: Workspace, passphrase: str | None = None) -> tuple[Notice, ...]:
    """Open the identity compartment; with its own passphrase if it has one. Refused `vault.identity_passphrase`.

    Names that waited for it are merged. Returns what is to be told of that.
    """
    ws.vault.open_compartment(None if passphrase is None else normalise_passphrase(passphrase))
    told = waiting.take_in(ws.vault)
    ws.vault.notice(*told)
    return _as_notices(told)


def close_identities(ws: Workspace) -> None:
    """Close the identity compartment alone; people are then called by their codes."""
    ws.vault.close_compartment()


def setting(ws: Workspace, name: str, default: JSON = None) -> JSON:
    """A setting kept inside the vault (language, idle minutes, theme, …)."""
    return ws.vault.setting(name, default)


def set_setting(ws: Workspace, name: str, value: JSON) -> None:
    """Keep a setting inside the vault; None forgets it."""
    ws.vault.set_setting(name, value)


def _remember(folder: Path, closed: bytes | None) -> None:
    """Note where the vault is; a host that cannot be written to must not keep anybody from their vault."""
    with suppress(Hindered):
        known.remember(folder, closed)
