"""What can be told of a database's file while no connection to it is open, and its log of writes.

Opening and closing it later, in the same process, would drop SQLite's locks.
"""

from __future__ import annotations

import os
from pathlib import Path

from desktop.crypto.page_cipher import PAGE
from desktop.errors import Damaged, Hindered
from desktop.vault import files, system

_MAGIC = b"SQLite format 3\0"


def check(path: Path, salt: bytes) -> None:
    """Before SQLite opens it. Damaged as `Database.open`."""
    size = files.check_regular(path)
    begins = beginning(path)
    if begins == _MAGIC:
        raise Damaged("vault.plain_database", file=path.name)
    if len(begins) < len(salt) or (size % PAGE and not _has_log(path)):
        raise Damaged("vault.cut_off", file=path.name, size=size)
    if begins != salt:
        raise Damaged("vault.other_database", file=path.name)


def log_of(path: Path) -> Path:
    """The write-ahead log of a database."""
    return path.with_name(f"{path.name}-wal")


def _has_log(path: Path) -> bool:
    """Whether something is in the write-ahead log. When moving its pages into the database was cut short, by a kill or
    a full disk, the last one may be there in part: the log still has all of them, and SQLite moves them again.
    """
    log = log_of(path)
    return log.is_file() and log.stat().st_size > 0


def check_sealed(path: Path, salt: bytes) -> None:
    """What was just made is encrypted, else it is removed. Hindered `vault.self_check`."""
    if beginning(path) != salt:
        files.remove(path)
        raise Hindered("vault.self_check")


def beginning(path: Path) -> bytes:
    """The first 16 bytes of a database no connection to which is open: its salt."""
    with files.told(), os.fdopen(system.open_private(path, os.O_RDONLY), "rb") as file:
        return file.read(len(_MAGIC))
