"""The host's list of vault locations, each with the last marker seen; nothing else is kept outside a vault."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class KnownVault:
    """Where a vault was last seen. here: whether the folder is there now."""

    folder: Path
    here: bool


def known_vaults() -> tuple[KnownVault, ...]:
    """The vaults opened on this machine, the last opened first; none in portable mode."""
    raise NotImplementedError


def forget_vault(folder: Path) -> None:
    """Take a location off the list; the vault itself is not touched."""
    raise NotImplementedError
