"""Evidence files taken along: copied from where they are whole, and read back from where they were copied to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from desktop.crypto import age
from desktop.crypto.recipients import Identity
from desktop.errors import Damaged, Hindered, JiashuError
from desktop.vault import blobfile, files, folder, system
from desktop.vault.blobfile import BlobFile, BlobInfo
from desktop.vault.connection import Database
from desktop.vault.rescue.keys import Keys

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Named:
    """A file as an evidence record tells of it. sha256: hex."""

    name: str
    record: str
    size: int
    sha256: str


@dataclass
class FilesReport:
    """whole: files taken. unread: those of them whose inside could not be read, since the compartment is closed.

    lost: by name the record they belong to.
    """

    whole: int = 0
    unread: int = 0
    lost: dict[str, str] = field(default_factory=dict, repr=False)


class Evidence:
    """Files of the new vault. places: the folders of vaults they may be in, the damaged one first."""

    def __init__(self, new: Path, database: Database, keys: Keys, places: Sequence[Path]) -> None:
        self._new = new
        self._database = database
        self._keys = keys
        self._places = places
        self.report = FilesReport()

    def take(self, rows: Iterable[tuple[str, BlobInfo]]) -> Iterator[None]:
        """Files whose rows are known, by keeper; a step each."""
        for keeper, info in rows:
            if self._copied(info) is None:
                self.report.lost[info.name] = keeper
            else:
                self._note(keeper, info)
            yield

    def take_named(self, named: Named) -> None:
        """A file whose row is lost: the record that names it says what it has to be."""
        for place in self._places:
            path = _path(place, named.name)
            for sealed_to, identities in self._openers():
                info = _read_as(path, named, sealed_to, identities)
                if info is not None and self._copied(info) is not None:
                    self.report.lost.pop(named.name, None)
                    self._note(named.record, info)
                    return
        self.report.lost[named.name] = named.record

    def look_again(self) -> None:
        """What was called lost may have come from elsewhere meanwhile."""
        for name in [name for name in self.report.lost if self.here(name)]:
            del self.report.lost[name]
            self.report.whole += 1

    def here(self, name: str) -> bool:
        """Whether a file is in the new vault."""
        return bool(self._database.value("SELECT 1 FROM blob WHERE name = ?", (name,)))

    def _openers(self) -> Iterator[tuple[blobfile.SealedTo, Sequence[Identity]]]:
        yield "vault", self._keys.ring.identities
        if self._keys.inner is not None:
            yield "compartment", self._keys.inner.identities

    def _note(self, keeper: str, info: BlobInfo) -> None:
        self.report.whole += 1
        inner = info.sealed_to == "compartment"
        self._database.run(
            "INSERT OR IGNORE INTO blob VALUES (?, ?, ?, ?, ?, ?, ?)",
            (info.name, keeper, inner, info.stored, info.size, info.sha256, info.header),
        )

    def _copied(self, info: BlobInfo) -> Path | None:
        target = _path(self._new, info.name)
        for place in self._places:
            try:
                _copy(_path(place, info.name), target, info.stored)
                if self._whole(target, info):
                    return target
            except Hindered:
                files.remove(target)
                raise  # the new disk is full, or fails: nothing may be called lost for that
            except (JiashuError, OSError):
                pass
            files.remove(target)
        return None

    def _whole(self, path: Path, info: BlobInfo) -> bool:
        opener: Sequence[Identity] = self._keys.ring.identities
        if info.sealed_to == "compartment":
            opener = self._keys.inner.identities if self._keys.inner is not None else ()
        with os.fdopen(system.open_private(path, os.O_RDONLY), "rb", buffering=0) as sealed:
            if age.header_digest(sealed) != info.header:
                return False
            if not opener:
                self.report.unread += 1
                return True
            sealed.seek(0)
            with BlobFile(sealed, opener, info.size) as reader:
                return blobfile.digest(reader) == info.sha256


def _path(place: Path, name: str) -> Path:
    return place / folder.BLOBS / name[:2] / name


def _copy(source: Path, target: Path, size: int) -> None:
    """Byte for byte. Hindered `disk.…`: of the new vault's disk. Damaged `vault.file`: it cannot be read."""
    with _damage_told():
        if files.check_regular(source) != size:
            raise Damaged("vault.file", file=source.name, cause="size")
        untrusted = os.fdopen(system.open_private(source, os.O_RDONLY), "rb", buffering=0)
    if not target.parent.exists():
        with files.told():
            system.make_private_folder(target.parent)
    with (
        untrusted,
        files.told(size),
        os.fdopen(system.open_private(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb") as file,
    ):
        while piece := _piece(untrusted):
            file.write(piece)
        file.flush()
        system.flush(file.fileno())
    with files.told():
        system.sync_folder(target.parent)


def _piece(untrusted: BinaryIO) -> bytes:
    with _damage_told():
        return untrusted.read(_PIECE)


@contextmanager
def _damage_told() -> Iterator[None]:
    """What cannot be read is damaged, whatever the disk says of it."""
    try:
        yield
    except (OSError, Hindered):
        raise Damaged("vault.file") from None


def _read_as(path: Path, named: Named, sealed_to: blobfile.SealedTo, identities: Sequence[Identity]) -> BlobInfo | None:
    """What a file is, if it is what the record says and sealed to these."""
    try:
        stored = files.check_regular(path)
        with os.fdopen(system.open_private(path, os.O_RDONLY), "rb", buffering=0) as sealed:
            header = age.header_digest(sealed)
            sealed.seek(0)
            with BlobFile(sealed, identities, named.size) as reader:
                hashed = blobfile.digest(reader)
    except (JiashuError, OSError):
        return None
    if hashed.hex() != named.sha256:
        return None
    return BlobInfo(named.name, sealed_to, stored, named.size, hashed, header)
