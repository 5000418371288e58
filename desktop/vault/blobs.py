"""Evidence files: which there are, which are coming and which are leaving, so that none is ever in doubt."""

from __future__ import annotations

import io
import os
import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from desktop.crypto import age
from desktop.crypto.recipients import HybridRecipient, Identity
from desktop.errors import Damaged, JiashuError, Refused
from desktop.vault import files, folder, system
from desktop.vault.blobfile import BlobFile, BlobInfo, BlobWriter, SealedTo, TellingFile
from desktop.vault.connection import Database

_NAME = re.compile(r"[0-9a-f]{32}")

_RENEWED = "renewed file "
"""Begins an unfinished step: the first file is sealed anew, and stands under the second name until it is moved."""


class Blobs:
    """The folder `d` and the tables that say what may be in it."""

    def __init__(self, database: Database, place: Path, recipients: Callable[[SealedTo], HybridRecipient]) -> None:
        self._database = database
        self._place = place / folder.BLOBS
        self._recipient = recipients
        self.finished: dict[str, BlobInfo] = {}
        self._coming: set[str] = set()

    def incoming(self, sealed_to: SealedTo, name: str | None = None) -> BlobWriter:
        """Begin to take a file in; its name is on record before its first byte is on disk.

        name: the one an arriving `evidence` record gives it. Refused `vault.file_name`, `vault.file_exists`.
        """
        name = secrets.token_hex(16) if name is None else name
        if not _NAME.fullmatch(name):
            raise Refused("vault.file_name")
        path = self.path(name)
        if self.info(name) is not None or os.path.lexists(path):
            raise Refused("vault.file_exists", file=name)
        with self._database.transaction():
            self._database.run("INSERT OR IGNORE INTO incoming VALUES (?)", (name,))
        self._coming.add(name)
        try:
            self._make_folders(path)
            return BlobWriter(self, name, sealed_to, path, self._recipient(sealed_to))
        except JiashuError:
            self.drop_incoming(name)
            raise

    def adopt(self, name: str, record: str) -> None:
        """Within a transaction: the file belongs to this record from now on, if it came and has no other."""
        info = self.finished.get(name)
        if info is None or self.info(name) is not None:
            return
        self._database.run(
            "INSERT INTO blob VALUES (?, ?, ?, ?, ?, ?, ?)",
            (name, record, info.sealed_to == "compartment", info.stored, info.size, info.sha256, info.header),
        )
        self._database.run("DELETE FROM incoming WHERE name = ?", (name,))

    def replace(self, name: str, anew: BlobInfo) -> None:
        """Within a transaction: the file is the one that came in as `anew` from now on; `put` moves it to its place."""
        self._database.run("UPDATE blob SET stored = ?, header = ? WHERE name = ?", (anew.stored, anew.header, name))
        self._database.run("DELETE FROM incoming WHERE name = ?", (anew.name,))
        self._database.run("INSERT INTO unfinished VALUES (?)", (f"{_RENEWED}{name} {anew.name}",))

    def put(self) -> None:
        """Move what was sealed anew over what it takes the place of; a rename, which works on a full disk too."""
        for name, anew in self._to_put():
            path, place = self.path(anew), self.path(name)
            if self._check_folders(path) and path.exists():
                with files.told():
                    self._make_folders(place)
                    path.replace(place)
                    system.sync_folder(place.parent)
                    system.sync_folder(path.parent)
            self._database.run("DELETE FROM unfinished WHERE step = ?", (f"{_RENEWED}{name} {anew}",))

    def info(self, name: str) -> BlobInfo | None:
        """What is known of a file; None when it is not here."""
        row = self._database.one(
            "SELECT name, compartment, stored, size, sha256, header FROM blob WHERE name = ?", (name,)
        )
        return None if row is None else _info(*row)

    def keeper(self, name: str) -> str | None:
        """The record a file belongs to; of what waits for the compartment the digest it is known by."""
        found: str | None = self._database.value("SELECT keeper FROM blob WHERE name = ?", (name,))
        return found

    def every(self) -> list[BlobInfo]:
        """All files, by name."""
        return self.listed(self._database)

    @staticmethod
    def listed(database: Database) -> list[BlobInfo]:
        """All files that this database, perhaps a copy, has on record."""
        rows = database.all("SELECT name, compartment, stored, size, sha256, header FROM blob ORDER BY name")
        return [_info(*row) for row in rows]

    @staticmethod
    def not_in_place(database: Database) -> list[tuple[str, str]]:
        """What was sealed anew and may not stand in its place yet: its name, and the name it came in by."""
        rows = database.all("SELECT step FROM unfinished WHERE step GLOB ?", (f"{_RENEWED}*",))
        return [(name, anew) for (step,) in rows for name, anew in [step.removeprefix(_RENEWED).split(" ")]]

    def of_record(self, record: str) -> list[BlobInfo]:
        """The files that go when a record is erased."""
        rows = self._database.all(
            "SELECT name, compartment, stored, size, sha256, header FROM blob WHERE keeper = ?", (record,)
        )
        return [_info(*row) for row in rows]

    def open(self, info: BlobInfo, identities: Sequence[Identity]) -> BlobFile:
        """A reader; that it is this sealing, and that it is whole, is known before it gives a byte.

        Damaged `vault.file`: missing, another size, another sealing, or cut off.
        """
        try:
            sealed = self._opened(info)
            try:
                if age.header_digest(sealed) != info.header:
                    raise Damaged("vault.file", file=info.name, cause="header")
                sealed.seek(0)
                return BlobFile(sealed, identities, info.size)
            except BaseException:
                sealed.close()
                raise
        except Damaged as damage:
            cause = damage.details.get("cause", damage.code)
            raise Damaged("vault.file", file=info.name, cause=cause) from None

    def leave(self, names: Iterable[str]) -> None:
        """Within a transaction: these files are to go; `sweep` unlinks them once that is committed."""
        for name in names:
            self._database.run("INSERT OR IGNORE INTO leaving VALUES (?)", (name,))
            self._database.run("DELETE FROM blob WHERE name = ?", (name,))

    def sweep(self) -> None:
        """Unlink what is on record as leaving, or as come but never kept; no other file is ever touched.

        What began to come since the vault was opened may be at work between two slices, or wait for its record.
        """
        self.put()  # first: it may be put over one that is leaving
        for table in ("incoming", "leaving"):
            for (name,) in self._database.all(f"SELECT name FROM {table}"):  # noqa: S608 - one of two literals
                if name not in self._coming or table == "leaving":
                    self._unlink(name)
                    self._database.run(f"DELETE FROM {table} WHERE name = ?", (name,))  # noqa: S608

    def drop_incoming(self, name: str) -> None:
        """Take back a file that was not kept."""
        self.finished.pop(name, None)
        self._coming.discard(name)
        self._unlink(name)
        self._database.run("DELETE FROM incoming WHERE name = ?", (name,))

    def strange(self) -> list[str]:
        """Files on no list, by their place in the vault; kept, and reported."""
        listed = {name for table in ("blob", "incoming", "leaving") for (name,) in self._names(table)}
        listed.update(anew for _, anew in self._to_put())
        with files.told():
            found = [path for path in self._place.rglob("*") if path.is_symlink() or not path.is_dir()]
        return sorted(
            path.relative_to(self._place.parent).as_posix()
            for path in found
            if path.name not in listed or path != self.path(path.name)
        )

    def path(self, name: str) -> Path:
        """Where a file of this name lies."""
        return self._place / name[:2] / name

    def _names(self, table: str) -> list[tuple[str]]:
        rows = self._database.all(f"SELECT name FROM {table}")  # noqa: S608 - one of three literals
        return [(str(name),) for (name,) in rows]

    def _to_put(self) -> list[tuple[str, str]]:
        return self.not_in_place(self._database)

    def _standing(self, name: str) -> Path:
        """Where it lies now: under another name while one that was sealed anew could not be moved."""
        for each, anew in self._to_put():
            if each == name and os.path.lexists(self.path(anew)):
                return self.path(anew)
        return self.path(name)

    def _opened(self, info: BlobInfo) -> BinaryIO:
        path = self._standing(info.name)
        self._check_folders(path)
        if files.check_regular(path) != info.stored:
            raise Damaged("vault.file", file=info.name, cause="size")
        with files.told():
            return io.BufferedReader(TellingFile(system.open_private(path, os.O_RDONLY)))

    def _unlink(self, name: str) -> None:
        path = self.path(name)
        if self._check_folders(path):
            files.remove(path)

    def _check_folders(self, path: Path) -> bool:
        """Whether the folders a file lies in are there, neither of them a link to somewhere else."""
        return files.check_folder(self._place) and files.check_folder(path.parent)

    def _make_folders(self, path: Path) -> None:
        for place in (self._place, path.parent):
            if not files.check_folder(place):
                with files.told():
                    system.make_private_folder(place)
                    system.sync_folder(place.parent)


def _info(name: str, compartment: int, stored: int, size: int, hashed: bytes, header: bytes) -> BlobInfo:
    return BlobInfo(name, "compartment" if compartment else "vault", stored, size, hashed, header)
