"""One connection to a SQLCipher database: opened by raw key, checked before use, its failures given codes."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, Self, TypeVar

from sqlcipher3 import dbapi2

from desktop.crypto.page_cipher import PageCipher
from desktop.crypto.wiping import Wipeable
from desktop.errors import Damaged, Hindered, JiashuError, Refused
from desktop.vault import database_file, failures, files
from desktop.vault.underneath import Underneath

Key = tuple[bytes, bytes]
"""32 bytes of key and the 16 bytes of salt a database begins with (`crypto.keys.database_key`)."""
Values = Sequence[Any]
T = TypeVar("T")

# cipher_memory_security stays off: it doubles the time of a save, and cannot wipe the copies Python makes.
_SETTINGS = (
    "PRAGMA temp_store = MEMORY",  # an overflowing sort must not write rows beside the vault
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -16384",
    "PRAGMA journal_mode = WAL",
)
_PROMISED = {"cipher_status": "1", "temp_store": "2", "secure_delete": "1", "foreign_keys": "1", "journal_mode": "wal"}


class Connection:
    """A connection whose every failure comes out as Damaged or Hindered.

    A page whose HMAC is wrong poisons SQLCipher's connection: after a Damaged it is closed and opened anew, so that
    all other pages go on giving what is in them. Nothing read from such a page is ever given out, or committed.
    """

    def __init__(self, path: Path, key: Key) -> None:
        """Nothing is opened yet: use `open` or `create`."""
        self.path = path
        self._key = (Wipeable(key[0]), key[1])  # the salt is the file's beginning, and no secret
        self._open: dbapi2.Connection | None = None
        self._closing = threading.Lock()
        self._synchronous = "FULL"
        self.ends: list[Callable[[], None]] = []
        """What is under way on this connection (`copying`), to be ended before it is closed."""
        self._ready = False
        self._underneath: Underneath | None = None
        self._cipher: PageCipher | None = None
        self.copy: Self | None = None
        """One that is being held against this (`rewriting`); `interrupt` ends what is asked of it too."""

    @classmethod
    def open(cls, path: Path, key: Key, *, synchronous: str = "FULL") -> Self:
        """A database that is there. synchronous: NORMAL for what can be rebuilt, where losing the last writes is fine.

        Damaged `vault.missing`, `vault.is_…`, `vault.not_a_file`, `vault.empty`, `vault.cut_off`,
        `vault.plain_database`, `vault.other_database` (sealed with another key), `vault.database`.
        """
        database_file.check(path, key[1])
        database = cls(path, key)
        database._connect(synchronous)
        return database

    def all(self, statement: str, values: Values = ()) -> list[tuple[Any, ...]]:
        """Every row."""
        return self._asked(statement, values, dbapi2.Cursor.fetchall)

    def one(self, statement: str, values: Values = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
        row: tuple[Any, ...] | None = self._asked(statement, values, dbapi2.Cursor.fetchone)
        return row

    def value(self, statement: str, values: Values = ()) -> Any:
        """The first value of the first row, or None."""
        row = self.one(statement, values)
        return None if row is None else row[0]

    def run(self, statement: str, values: Values = ()) -> int:
        """Execute a statement that gives no rows; returns the number of rows it changed."""
        connection = self._connection()
        self._check_underneath(connection)
        try:
            changed: int = connection.execute(statement, values).rowcount
        except dbapi2.Error as error:
            self._fail(error)
        self._note_underneath(connection)
        return changed

    def run_many(self, statement: str, rows: Iterable[Values]) -> None:
        """Execute a statement once for each row of values."""
        connection = self._connection()
        self._check_underneath(connection)
        try:
            connection.executemany(statement, rows)
        except dbapi2.Error as error:
            self._fail(error)
        self._note_underneath(connection)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or none of it; on disk when this ends without an exception. Not to be nested.

        Hindered `vault.changed_underneath`: somebody else's program put another file in the database's place.
        """
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self._check_pages()
            self.run("COMMIT")
        except Damaged:
            self._roll_back()
            self._recover()
            raise
        except BaseException:
            self._roll_back()
            raise

    @property
    def is_open(self) -> bool:
        """Whether there is a connection."""
        return self._open is not None

    def reopen(self) -> None:
        """Close and open anew: after a page that was damaged, what is asked of good ones is answered again.

        Hindered `vault.changed_underneath`: another file stands there, which must not be taken for this one.
        """
        if self._underneath is not None and not self._underneath.is_ours():
            raise Hindered("vault.changed_underneath", file=self.path.name)
        self.disconnect()
        self._connect(self._synchronous)

    def close(self) -> None:
        """Close for good and overwrite the key; what is asked afterwards is Refused `vault.locked`.

        SQLCipher overwrites its own copies as it closes; the statement that handed it the key, a string, it cannot.
        """
        self.disconnect()
        self._key[0].wipe()
        self._cipher = None

    def interrupt(self) -> None:
        """From any thread: what is being asked right now fails as Hindered `vault.interrupted`; else nothing happens.

        A transaction under way is rolled back by who began it.
        """
        if not self._closing.acquire(blocking=False):
            return  # SQLite must not be told of a connection that is being closed, nor does anybody wait for that
        try:
            if self._open is not None:
                self._open.interrupt()
        finally:
            self._closing.release()
        if (copy := self.copy) is not None:
            copy.interrupt()

    def disconnect(self) -> None:
        """Close the connection; `reopen` opens another."""
        for end in tuple(self.ends):
            end()
        with self._closing:
            connection, self._open = self._open, None
            if connection is not None:
                connection.close()
        if self._underneath is not None:
            underneath, self._underneath = self._underneath, None
            underneath.close()
        self._cipher = None  # another key may open what is connected to next

    def _asked(self, statement: str, values: Values, fetch: Callable[[dbapi2.Cursor], T]) -> T:
        """What a statement gives, once every page it read was sound."""
        try:
            try:
                found = fetch(self._connection().execute(statement, values))
            except dbapi2.Error as error:
                self._fail(error)
            self._check_pages()
        except Damaged:
            self._recover()
            raise
        return found

    def _recover(self) -> None:
        """After a page that was damaged: good ones are answered again from here on, within no transaction."""
        if self._ready and self._open is not None and not self._open.in_transaction:
            with suppress(JiashuError):
                self.reopen()

    def _check_underneath(self, connection: dbapi2.Connection) -> None:
        """Before something is written, and not within what began already."""
        if self._underneath is not None and not connection.in_transaction and not self._underneath.is_ours():
            raise Hindered("vault.changed_underneath", file=self.path.name)

    def _note_underneath(self, connection: dbapi2.Connection) -> None:
        if self._underneath is not None and not connection.in_transaction:
            self._underneath.note()

    def _spelled(self) -> str:
        """Key and salt as SQLCipher reads them. Refused `vault.locked`."""
        key, salt = self._key
        if key.wiped:
            raise Refused("vault.locked")
        return f"x'{key.value.hex()}{salt.hex()}'"

    def _connect(self, synchronous: str) -> None:
        self._synchronous = synchronous
        self._ready = False
        settings = (*_SETTINGS, f"PRAGMA synchronous = {synchronous}")
        try:
            try:
                self._prepare(settings)
            except Hindered:
                # A full or read-only disk has no room for the index that processes share of the write-ahead log. One
                # process alone needs none, and can at least read.
                self.disconnect()
                self._prepare(("PRAGMA locking_mode = EXCLUSIVE", *settings))
            self._check_promises()
            self._note_underneath(self._connection())
            self._ready = True
        except BaseException as error:
            cut_off = isinstance(error, Damaged) and self._pages_are_sound()
            self.close()
            if cut_off:
                raise Damaged("vault.cut_off", file=self.path.name, size=self.path.stat().st_size) from None
            raise

    def _prepare(self, settings: Iterable[str]) -> None:
        with files.told():
            self._underneath = Underneath(self.path, database_file.log_of(self.path))
        try:
            # mode=rw: a file that is not there must never be made anew.
            place = f"{self.path.absolute().as_uri()}?mode=rw"
            self._open = dbapi2.connect(place, uri=True, isolation_level=None, check_same_thread=False)
            self._open.execute("PRAGMA cipher_log_level = NONE")
            self._open.execute(f'PRAGMA key = "{self._spelled()}"')
        except dbapi2.Error as error:
            self._fail(error)
        for setting in settings:
            self.run(setting)

    def _check_promises(self) -> None:
        """Refuse a library, or a way of opening, that would write in clear or forget to erase."""
        found = {name: str(self.value(f"PRAGMA {name}")) for name in _PROMISED}
        if not self.value("PRAGMA cipher_version") or found != _PROMISED:
            raise Hindered("vault.self_check")

    def _check_pages(self) -> None:
        """Damaged when any page read so far was: SQLCipher gives zeros for it, and not always an error."""
        status = self._connection().execute("PRAGMA cipher_status").fetchone()
        if status != ("1",):
            raise self._unless_unread(Damaged("vault.database", file=self.path.name))

    def _pages_are_sound(self) -> bool:
        """Of a database SQLite calls malformed while it is being opened: every page it read was authentic, so some are
        missing at its end (it compares the file's size with the first page before anything else)."""
        try:
            self._check_pages()
        except (JiashuError, dbapi2.Error):
            return False
        return True

    def _connection(self) -> dbapi2.Connection:
        if self._open is None:
            raise Refused("vault.locked")
        return self._open

    def _fail(self, error: dbapi2.Error) -> NoReturn:
        known = failures.translated(error, self.path)
        if known is None:
            raise error
        raise self._unless_unread(known) from None

    def _unless_unread(self, told: JiashuError) -> JiashuError:
        """Nothing is called damaged because a disk did not give it."""
        unread = self._underneath.error() if self._underneath and isinstance(told, Damaged) else None
        return told if unread is None else files.hindered(unread)

    def _roll_back(self) -> None:
        # The error that led here is the one to tell; a rollback SQLite has done by itself is none.
        with suppress(dbapi2.Error):
            if self._open is not None and self._open.in_transaction:
                self._open.execute("ROLLBACK")
                self._note_underneath(self._open)
