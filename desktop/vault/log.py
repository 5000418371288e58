"""The log of a vault: what came and what was erased, each event chained to all before it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from hashlib import sha256

from desktop.errors import JiashuError
from desktop.vault.connection import Database

_FIRST = b"jiashu/1 log\n"


class Event(IntEnum):
    """What happened to a revision. Format 1, section 3."""

    BARE = 0
    """The envelope came without its opening."""
    WHOLE = 1
    """The envelope came with its opening."""
    OPENED = 2
    """The opening came later, or more of it."""
    ERASED = 3
    """The opening, or part of it, was erased."""


def first(vault_id: bytes) -> bytes:
    """h₀. vault_id: 16 bytes."""
    return sha256(_FIRST + vault_id).digest()


def following(before: bytes, event: int, revision: bytes) -> bytes:
    """h_n of h_{n−1}. revision: the 32 bytes of its id."""
    return sha256(b"%b%c%b" % (before, event, revision)).digest()


class Log:
    """The end of the log, kept at hand; written only within the transaction of `append` or an erasure."""

    def __init__(self, database: Database, vault_id: bytes) -> None:
        self._database = database
        self._vault_id = vault_id
        self.n = 0
        self.hash = b""
        self.reload()

    def reload(self) -> None:
        """Read the end again, after a transaction that was rolled back."""
        row = self._database.one("SELECT n, hash FROM log ORDER BY n DESC LIMIT 1")
        self.n, self.hash = row if row else (0, first(self._vault_id))

    @contextmanager
    def in_step(self) -> Iterator[None]:
        """Around a transaction: when that is rolled back, this is as the log is then. The error that led there is the
        one to tell, also where nothing can be read any more.
        """
        before = self.n, self.hash
        try:
            yield
        except BaseException:
            self.n, self.hash = before
            with suppress(JiashuError):
                self.reload()
            raise

    def note(self, event: Event, seq: int, revision: bytes) -> int:
        """Add an event; returns its number. seq: number of the revision in the table."""
        self.n += 1
        self.hash = following(self.hash, event, revision)
        self._database.run("INSERT INTO log VALUES (?, ?, ?, ?)", (self.n, int(event), seq, self.hash))
        return self.n

    def hash_at(self, n: int) -> bytes | None:
        """h_n, or None when the log is shorter."""
        if n == 0:
            return first(self._vault_id)
        found: bytes | None = self._database.value("SELECT hash FROM log WHERE n = ?", (n,))
        return found
