"""One SQLCipher database as a file: made, copied, cut, replaced by another, looked at page by page."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from sqlcipher3 import dbapi2

from desktop.crypto.page_cipher import PAGE, PageCipher
from desktop.crypto.wiping import Wipeable
from desktop.errors import Hindered, Refused
from desktop.vault import database_file, files, system
from desktop.vault.connecting import Connection, Key

__all__ = ["Database", "Key"]


class Database(Connection):
    """A connection with all that is done to the file beneath it."""

    @classmethod
    def create(cls, path: Path, key: Key, statements: Iterable[str]) -> None:
        """Make a new database with its tables, and close it. Never over a file that is there.

        Hindered `vault.self_check` should what came out not be encrypted; it is removed then.
        """
        with files.told():
            os.close(system.open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        database = cls(path, key)
        try:
            database._connect("FULL")
        except BaseException:
            files.remove(path)
            raise
        try:
            with database.transaction():
                for statement in statements:
                    database.run(statement)
            database.truncate_wal()
        finally:
            database.close()
        database_file.check_sealed(path, key[1])
        with files.told():
            system.sync_folder(path.parent)

    def copy_to(self, other: Database, progress: Callable[[int, int], None] | None = None) -> None:
        """A copy by SQLite's backup API, page by page; `other` has the same key. Errors tell of the disk it is on."""

        def report(_: int, left: int, total: int) -> None:
            if progress:
                progress(total - left, total)

        try:
            self._connection().backup(other._connection(), pages=256, progress=report)
        except dbapi2.Error as error:
            other._fail(error)
        self._check_pages()

    @property
    def raw_key(self) -> Key:
        """A copy of what it was opened with."""
        return self._key[0].value, self._key[1]

    def beside(self, path: Path) -> Database:
        """The same keys for another file; nothing is opened yet."""
        return Database(path, self.raw_key)

    def open_beside(self, path: Path) -> Database:
        """A copy of this one, opened. Damaged as `open`."""
        return Database.open(path, self.raw_key, synchronous="OFF")

    def connect_unwatched(self) -> None:
        """For a copy nobody reads before all of it is there: no journal, and one flush at its end."""
        self._synchronous = "OFF"
        try:
            self._prepare(("PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF"))
        except BaseException:
            self.close()
            raise

    @property
    def size(self) -> int:
        """Bytes of all its pages."""
        return self.page_count() * PAGE

    @property
    def salt(self) -> bytes:
        """What the file begins with: tells by which key it opens."""
        return self._key[1]

    def become(self, anew: Path, key: Key) -> None:
        """Have a file that holds all that is in this one stand in its place, and be opened by this key.

        After a kill the old file or the new one is there, and beside it either the write-ahead log or the new one: a
        database with neither looks like one copied without its log. Whatever happens, `reopen` afterwards. Hindered
        `disk.…`.
        """
        with files.told():
            system.sync_folder(self.path.parent)  # what was written anew has its name before the log loses its own
            self.disconnect()
            system.touch_private(database_file.log_of(self.path))
            system.sync_folder(self.path.parent)
            anew.replace(self.path)
            before, self._key = self._key, (Wipeable(key[0]), key[1])
            before[0].wipe()
            self._cipher = None
            system.sync_folder(self.path.parent)

    def truncate_wal(self) -> None:
        """Move everything into the database file and cut the write-ahead log to nothing, for good.

        SQLite does not flush that cut: after a loss of power the log could be back, with words that were erased in it,
        beside a database that has moved on. Hindered `vault.busy`: somebody reads it still; `disk.…`.
        """
        row = self.one("PRAGMA wal_checkpoint(TRUNCATE)")
        self._note_underneath(self._connection())
        if row is None or row[0]:
            raise Hindered("vault.busy", file=self.path.name)
        log = database_file.log_of(self.path)
        if log.exists():
            with files.told():
                system.flush_file(log)

    def page_count(self) -> int:
        """Pages of the file, those alone that are still in its log of writes among them."""
        return int(self.value("PRAGMA page_count"))

    def page_is_sound(self, number: int) -> bool:
        """Whether a page (from 1) verifies as it lies in the file, where a later writing of it may not be yet.

        (SQLite's connection could not go on after one that does not.)
        """
        if self._underneath is None:
            raise Refused("vault.locked")
        self._cipher = self._cipher or PageCipher(*self.raw_key)
        found = self._underneath.read((number - 1) * PAGE, PAGE)
        return self._cipher.open(number, found) is not None
