"""A database written anew into a fresh file: so that nothing deleted is left in it, by another key, or changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2

from desktop.errors import Damaged, JiashuError
from desktop.vault import database_file, files, system
from desktop.vault.connection import Database, Key


def rewrite(database: Database, change: Callable[[Database], None] | None = None, key: Key | None = None) -> None:
    """Write all that is in it into a fresh file and put that in its place: nothing deleted is left in any page.

    `secure_delete` is not enough: when SQLite moves rows between pages, copies of them stay in the gaps. Needs as
    much room as the database takes. After a kill the old file or the new one is there (`Database.become`).
    change: what is done in the fresh file, in one transaction, before it takes the place of the old one.
    key: another one, by which it opens from then on; nothing the old one opens is left beside it.
    """
    database.truncate_wal()
    key = key or database.raw_key
    anew = database.path.with_name(files.REWRITTEN)
    files.remove(anew)
    try:
        with files.told():
            os.close(system.open_private(anew, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        _export(database, anew, key)
        _compare(database, anew, key, change)
        database.become(anew, key)
    finally:
        if not database.is_open:
            database.reopen()
        files.remove(anew)


def _export(database: Database, anew: Path, to: Key) -> None:
    key, salt = to
    database.run("ATTACH ? AS fresh KEY ?", (str(anew), f"x'{key.hex()}{salt.hex()}'"))
    try:
        for pragma in ("application_id", "user_version"):
            database.run(f"PRAGMA fresh.{pragma} = {database.value(f'PRAGMA main.{pragma}')}")
        # Nobody reads it before all of it is there, so that one flush is enough, and no journal is.
        database.run("PRAGMA fresh.synchronous = OFF")
        database.run("PRAGMA fresh.journal_mode = OFF")
        database.one("SELECT sqlcipher_export('fresh')")
    except BaseException:
        _detach(database)
        raise
    database.run("DETACH fresh")
    with files.told():
        system.flush_file(anew)


def _detach(database: Database) -> None:
    """Let go of what could not be written; the error that led here is the one to tell."""
    try:
        database.run("DETACH fresh")
    except (dbapi2.Error, JiashuError):
        database.disconnect()


def _compare(database: Database, anew: Path, key: Key, change: Callable[[Database], None] | None) -> None:
    """A copy counts only once it was opened and has as much in it, before what is changed in it and after."""
    database_file.check_sealed(anew, key[1])
    copy = Database.open(anew, key)
    database.copy = copy
    try:
        before = _counts(database)
        if _counts(copy) != before:
            raise Damaged("vault.database", file=database.path.name)
        if change is not None:
            with copy.transaction():
                change(copy)
            copy.truncate_wal()
            copy.reopen()
            if not before.items() <= _counts(copy).items() or copy.value("PRAGMA integrity_check") != "ok":
                raise Damaged("vault.database", file=database.path.name)
    finally:
        database.copy = None
        copy.close()


def _counts(database: Database) -> dict[str, int]:
    """The number of rows in each table."""
    names = database.all("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {name: database.value(f'SELECT COUNT(*) FROM "{name}"') for (name,) in names}  # noqa: S608 - our own tables
