"""What opens a vault, told in figures: passphrase, key file, the identities' own passphrase, the cost of a guess."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework import passphrases
from desktop.casework.workspace import Workspace
from desktop.vault import slots


@dataclass(frozen=True)
class Opens:
    """memory: bytes that trying one passphrase takes; None where nobody can try without the key file."""

    key_file: bool
    identity_passphrase: bool
    memory: int | None


def what_opens(ws: Workspace) -> Opens:
    """As the key slots are now. Damaged `vault.…`; Hindered `disk.…`."""
    vault = ws.vault
    factor = slots.work_factor(vault.folder, slots.VAULT)
    memory = None if factor is None else passphrases.memory(factor)
    return Opens(vault.needs_key_file, vault.has_identity_passphrase, memory)
