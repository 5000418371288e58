"""Making, opening, locking a vault; its passphrase and the compartment of identities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.casework.workspace import JSON, Clock, Workspace

if TYPE_CHECKING:
    from desktop.vault.vault import Vault


@dataclass(frozen=True)
class Notice:
    """Something noticed while unlocking that the person should know.

    code: looked up among the sentences of the ui (`vault.older`, `vault.branch`, `vault.in_use_copy`, …).
    """

    code: str
    details: Mapping[str, str | int]


@dataclass(frozen=True)
class Created:
    """A new vault, unlocked, and its recovery key: shown once, to be written down, never stored."""

    vault: Vault
    recovery_key: str


def create_vault(
    folder: Path,
    passphrase: str,
    *,
    clock: Clock,
    identity_passphrase: str | None = None,
    work_factor: int | None = None,
) -> Created:
    """A new vault in `folder`, which must not exist or be empty.

    work_factor: None = measured on this machine, about one second, 17 to 19. Tests pass a small one.
    Refused as `passphrases.check`, `vault.exists`; Hindered when the folder cannot be written.
    """
    raise NotImplementedError


def unlock(folder: Path, passphrase: str, *, clock: Clock, identity_passphrase: str | None = None) -> Vault:
    """Open a vault and remember where it is. Refused `vault.passphrase`; Damaged, Hindered as the vault says.

    The identity compartment opens with it unless it has a passphrase of its own that is not given.
    """
    raise NotImplementedError


def lock(vault: Vault) -> None:
    """Close the databases, drop the keys, remember the marker left behind."""
    raise NotImplementedError


def notices(vault: Vault) -> tuple[Notice, ...]:
    """What was noticed at unlocking, most important first."""
    raise NotImplementedError


def change_passphrase(vault: Vault, old: str, new: str, *, work_factor: int | None = None) -> None:
    """Seal the key slot anew. Refused `vault.passphrase` when `old` is wrong, and as `passphrases.check`."""
    raise NotImplementedError


def open_identities(ws: Workspace, passphrase: str | None = None) -> None:
    """Open the identity compartment; with its own passphrase if it has one. Refused `vault.passphrase`."""
    raise NotImplementedError


def close_identities(ws: Workspace) -> None:
    """Close the identity compartment alone; people are then called by their codes."""
    raise NotImplementedError


def setting(ws: Workspace, name: str, default: JSON = None) -> JSON:
    """A setting kept inside the vault (language, idle minutes, theme, …)."""
    raise NotImplementedError


def set_setting(ws: Workspace, name: str, value: JSON) -> None:
    """Keep a setting inside the vault."""
    raise NotImplementedError
