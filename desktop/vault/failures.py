"""What SQLite's result codes mean for the person in front of the screen."""

from __future__ import annotations

from pathlib import Path

from sqlcipher3 import dbapi2

from desktop.errors import Damaged, Hindered, JiashuError
from desktop.vault import files

ROOM = 16 * 1024 * 1024
"""Bytes worth making free when a database could not grow: enough for a day's work."""

# Primary result codes; extended ones hold them in their lowest byte (sqlite.org/rescode.html).
_CORRUPT, _NOTADB = 11, 26
_HINDRANCE = {
    5: "vault.busy",  # BUSY
    6: "vault.busy",  # LOCKED
    7: "vault.memory",  # NOMEM
    8: "disk.not_allowed",  # READONLY
    9: "vault.interrupted",  # INTERRUPT
    10: "disk.failed",  # IOERR
    13: "disk.full",  # FULL
    14: "disk.failed",  # CANTOPEN
}
_ERROR, _IOERR, _CANTOPEN, _FULL = 1, 10, 14, 13
_TOLD_IN_WORDS = {  # what fails within a function of SQL, as `sqlcipher_export` is, or in a backup, has but these words
    "database or disk is full": _FULL,
    "disk I/O error": _IOERR,
    "unable to open database file": _CANTOPEN,
    "attempt to write a readonly database": 8,
    "database is locked": 5,
    "database disk image is malformed": _CORRUPT,
    "file is not a database": _NOTADB,
}


def translated(error: dbapi2.Error, path: Path) -> JiashuError | None:
    """The error with a code, or None when it is our own mistake and has to be seen as one.

    path: of the database, to find out what SQLite does not tell: a quota, a limit on the size of files and a full disk
    without room for its shared index, or for one more file, all come as errors of the disk.
    """
    result = getattr(error, "sqlite_errorcode", None) or _TOLD_IN_WORDS.get(str(error))
    if result is None:
        return None
    primary = result & 0xFF
    if primary == _ERROR:
        primary = _TOLD_IN_WORDS.get(str(error), _ERROR)
    if primary in {_CORRUPT, _NOTADB}:
        return Damaged("vault.database", file=path.name)
    if primary in {_IOERR, _CANTOPEN} and files.lacks_room(path.parent, _size(path)):
        return Hindered("disk.full", needed=ROOM, file=path.name)
    if primary in _HINDRANCE:
        return Hindered(_HINDRANCE[primary], needed=ROOM, file=path.name, result=result)
    return None


def _size(path: Path) -> int:
    """Of the larger of the database and its write-ahead log; looked up, not opened."""
    both = (path, path.with_name(f"{path.name}-wal"))
    return max((each.stat().st_size for each in both if each.exists()), default=0)
