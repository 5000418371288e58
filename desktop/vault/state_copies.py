"""The databases of a backup: copied while they are written to, opened and read whole, and read back from the device."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.crypto.page_cipher import PAGE
from desktop.errors import Damaged, Hindered
from desktop.vault import files, folder, system
from desktop.vault.aside import Report
from desktop.vault.blobfile import BlobInfo
from desktop.vault.blobs import Blobs
from desktop.vault.carrying import Carried, Carrier, Joined, digest_of, onto_disk, refused, same
from desktop.vault.connection import Database
from desktop.vault.copycheck import CopyCheck, Counted, drop
from desktop.vault.copyfolder import Listed
from desktop.vault.copying import Copying

Slices = Generator[None, None, None]
Aside = Callable[[Callable[[Report], Listed]], Generator[None, None, Listed]]


@dataclass(frozen=True)
class Copied:
    """A database that stands in `n`, whole or in parts. counted, files: what the main one holds."""

    listed: Listed
    counted: Counted | None
    files: list[BlobInfo]


@dataclass
class StateCopies:
    """aside: runs work with files beside the vault's thread. count: told of bytes that were copied."""

    vault: Path = field(repr=False)
    place: Path = field(repr=False)
    aside: Aside
    count: Callable[[int], None]
    carrier: Callable[[Report], Carrier]

    def copy(self, database: Database, name: str) -> Generator[None, None, Copied | None]:
        """Into `n`; None when the connection was closed meanwhile. Damaged `backup.copy_damaged`; Hindered `copy.…`.

        Where the disk takes no file so large, by way of the vault's own folder.
        """
        path = self.place / folder.NEXT / name
        direct = self._fits(database.size)
        if direct:
            try:
                whole = yield from self._pages(database, path)
            except Hindered as hindrance:
                direct = False
                if not (hindrance.code == "disk.full" and _too_large(path, database.size)):
                    raise self._refused(hindrance) from None
        if not direct:
            path = self.vault / folder.COPIED
            whole = yield from self._pages(database, path)
        if not whole:
            drop(path)
            return None
        try:
            with onto_disk(self.carrier(_nobody).needed):
                counted, infos = yield from self._checked(database, path, name)
            listed = yield from self.aside(lambda report: self._on_device(path, name, report))
        finally:
            if not direct:
                drop(path)
        return Copied(listed, counted, infos)

    def _fits(self, size: int) -> bool:
        limit = self.carrier(_nobody).limit
        return limit is None or size <= limit

    def _pages(self, database: Database, path: Path) -> Generator[None, None, bool]:
        drop(path)
        copying = Copying(database, path)
        before = 0
        for done, _ in copying.slices():
            self.count((done - before) * PAGE)
            before = done
            yield
        return copying.whole

    def _checked(
        self, source: Database, path: Path, name: str
    ) -> Generator[None, None, tuple[Counted | None, list[BlobInfo]]]:
        try:
            check = CopyCheck(source, path)
        except Damaged:
            raise Damaged("backup.copy_damaged") from None
        counted, infos = None, []
        try:
            if name == folder.MAIN:
                counted, infos = Counted.of(check.database), Blobs.listed(check.database)
        except Damaged:
            check.database.close()
            raise Damaged("backup.copy_damaged") from None
        yield from check.slices()
        self.count(path.stat().st_size)
        return counted, infos

    def _on_device(self, path: Path, name: str, report: Report) -> Listed:
        """What was opened and read whole is what the device gives back, or what the parts of it give."""
        if path.name == folder.COPIED:
            with Joined([path]) as source:
                done = self.carrier(report).carry(source, source.size, f"{folder.NEXT}/{name}")
            return {each.name.removeprefix(f"{folder.NEXT}/"): each.sha256 for each in done}
        size, digest = digest_of(path, report, cached=True)
        with onto_disk():
            system.flush_file(path)
        if not same(path, Carried(name, size, digest), report):
            raise Hindered("copy.reads_wrong")
        return {name: digest}

    def _refused(self, hindrance: Hindered) -> Hindered:
        return refused(hindrance, self.carrier(_nobody).needed)


def _too_large(path: Path, size: int) -> bool:
    """Whether the disk has room, but takes no file of this size; tried where FAT is not known to be."""
    scratch = path.with_name(files.SCRATCH)
    try:
        descriptor = system.open_private(scratch, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        try:
            os.lseek(descriptor, size - 1, os.SEEK_SET)
            os.write(descriptor, b"\0")
        finally:
            os.close(descriptor)
            scratch.unlink()
    except OSError as error:
        return error.errno == errno.EFBIG
    return False


def _nobody(_count: int) -> None:
    """Nobody is told."""
