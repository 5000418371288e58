"""What SQLite's result codes mean for the person in front of the screen."""

from __future__ import annotations

from sqlcipher3 import dbapi2

from desktop.errors import Damaged, Hindered, JiashuError

ROOM = 16 * 1024 * 1024
"""Bytes worth making free when a database could not grow: enough for a day's work."""

# Primary result codes; extended ones hold them in their lowest byte (sqlite.org/rescode.html).
_CORRUPT, _NOTADB = 11, 26
_HINDRANCE = {
    5: "vault.busy",  # BUSY
    6: "vault.busy",  # LOCKED
    7: "vault.memory",  # NOMEM
    8: "disk.not_allowed",  # READONLY
    10: "disk.failed",  # IOERR
    13: "disk.full",  # FULL
    14: "disk.failed",  # CANTOPEN
}
_NO_SHARED_MEMORY = {10 | 19 << 8, 10 | 20 << 8, 10 | 21 << 8, 10 | 24 << 8}  # SHMSIZE, SHMLOCK, SHMMAP, MMAP
_FILE_LIMIT = 10 | 3 << 8  # IOERR_WRITE: a limit on the size of files comes as this, not as FULL


def translated(error: dbapi2.Error, file: str) -> JiashuError | None:
    """The error with a code, or None when it is our own mistake and has to be seen as one."""
    result = getattr(error, "sqlite_errorcode", None)
    if result is None:
        return None
    primary = result & 0xFF
    if primary in {_CORRUPT, _NOTADB}:
        return Damaged("vault.database", file=file)
    if result == _FILE_LIMIT:
        return Hindered("disk.full", needed=ROOM, file=file, result=result)
    if primary in _HINDRANCE:
        return Hindered(_HINDRANCE[primary], needed=ROOM, file=file, result=result)
    return None


def lacks_shared_memory(error: JiashuError) -> bool:
    """Whether there was no room even for the index that processes share of the write-ahead log."""
    return error.details.get("result") in _NO_SHARED_MEMORY
