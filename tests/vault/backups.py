"""Backups and what comes out of them, as tests make and look at them."""

from __future__ import annotations

import os
from pathlib import Path

from desktop.crypto.recipients import parse_identity
from desktop.vault.backup import Made
from desktop.vault.restore import Keys, Restore, Restored
from tests.vault.desk import PASSPHRASE, Desk


def backed_up(desk: Desk, place: Path, *, thorough: bool = False, part_size: int | None = None) -> Made:
    """A backup, made to its end."""
    backup = desk.vault.backup(place, thorough=thorough, part_size=part_size)
    for _ in backup.slices():
        pass
    assert backup.made is not None
    return backup.made


def restored(desk: Desk, source: Path, place: Path, *, by_recovery_key: bool = False) -> Restored:
    """A backup, restored to its end."""
    keys = Keys(recovery=parse_identity(desk.recovery)) if by_recovery_key else Keys(PASSPHRASE)
    restore = Restore(source, place, keys, clock=desk.clock)
    for _ in restore.slices():
        pass
    assert restore.restored is not None
    return restore.restored


def attached(desk: Desk, size: int) -> str:
    """An evidence record with a file; the name of the file."""
    with desk.vault.incoming("vault") as writer:
        writer.write(os.urandom(size))
        writer.commit()
    desk.add("evidence", {"blob": writer.name})
    return writer.name


def files_in(place: Path) -> dict[str, bytes]:
    """Every file below, by its name; a folder is there even when it is empty."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes() if path.is_file() else b"" for path in place.rglob("*")
    }
