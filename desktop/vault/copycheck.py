"""A copy of a vault's database, opened with its keys and held against the one it was copied from."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import Damaged, JiashuError
from desktop.vault.connection import Database
from desktop.vault.log import first

_MOMENT = 0.03


@dataclass(frozen=True, slots=True)
class Counted:
    """What a database holds. n, hash: the end of its log. last: number of its last revision."""

    vault_id: bytes
    n: int
    hash: bytes
    last: int
    records: int
    revisions: int

    @classmethod
    def of(cls, database: Database, *, up_to: int | None = None) -> Counted:
        """up_to: counting no revision behind this number."""
        vault_id: bytes = database.value("SELECT value FROM fact WHERE name = 'vault'")
        n, hashed = database.one("SELECT n, hash FROM log ORDER BY n DESC LIMIT 1") or (0, first(vault_id))
        last = database.value("SELECT MAX(seq) FROM revision") or 0
        until = last if up_to is None else up_to
        records = database.value("SELECT COUNT(*) FROM revision WHERE record = seq AND seq <= ?", (until,))
        revisions = database.value("SELECT COUNT(*) FROM revision WHERE seq <= ?", (until,))
        return cls(vault_id, n, hashed, last, records, revisions)


class CopyCheck:
    """Opens a copy; reading every page takes long, and is done in a thread while the vault's own goes on."""

    def __init__(self, source: Database, path: Path) -> None:
        """Damaged `vault.…` when it cannot be opened."""
        self.database = source.open_beside(path)
        self._error: JiashuError | None = None

    def slices(self) -> Generator[None, None, None]:
        """Check every page, and close it: all is in its one file then. Damaged `backup.copy_damaged`."""
        thread = threading.Thread(target=self._run, name="check", daemon=True)
        thread.start()
        try:
            while True:
                thread.join(_MOMENT)
                if not thread.is_alive():
                    break
                yield
        finally:
            self.database.interrupt()
            thread.join()
            self.database.close()
        if self._error is not None:
            raise self._error

    def _run(self) -> None:
        try:
            bad = self.database.all("PRAGMA cipher_integrity_check")
            if bad or self.database.all("PRAGMA integrity_check") != [("ok",)]:
                raise Damaged("backup.copy_damaged")
            self.database.truncate_wal()
        except Damaged:
            self._error = Damaged("backup.copy_damaged")
        except JiashuError as error:
            self._error = error


def drop(path: Path) -> None:
    """A copy that is not wanted, with what SQLite put beside it."""
    for tail in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            path.with_name(path.name + tail).unlink(missing_ok=True)
