"""A reader of another make for SQLCipher 4 files: SQLite3 Multiple Ciphers through apsw."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import apsw
import pyrage

MAGIC = b"SQLite format 3\0"


def raw_key(place: Path, passphrase: str, slot: str = "k1") -> str:
    """The 96 hex digits that `age -d k1` prints."""
    plain: bytes = pyrage.passphrase.decrypt((place / slot).read_bytes(), passphrase)
    found = re.search(r"x'([0-9a-f]{96})'", plain.decode("ascii"))
    assert found
    return found[1]


def read(file: Path, key: str) -> Any:
    """A connection to a database, which must not be open in this process."""
    connection = apsw.Connection(str(file))
    for setting in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{key}'\""):
        connection.execute(f"PRAGMA {setting}").fetchall()
    return connection


def pages(file: Path, key: str) -> bytes:
    """Every page of a database in clear, free ones and those of a write-ahead log too."""
    connection = read(file, key)
    try:
        found: bytes = connection.serialize("main")
        assert found.startswith(MAGIC)
        return found
    finally:
        connection.close()
