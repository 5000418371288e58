"""What came for the identity compartment while that was closed: bytes that wait as files until it is opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from desktop.vault.blobfile import BlobInfo
from desktop.vault.blobs import Blobs
from desktop.vault.connection import Database

STRIKE_WAITING = "waiting"
"""An unfinished step: erased words may be among what waits, and are known to be gone once nothing waits."""

# The keeper of what waits is no record but the digest of the names it came with: theirs is the row it is the digest of.
_NAMES = "keeper = lower(hex(sha256))"


def waits(database: Database) -> bool:
    """Whether anything waits."""
    return bool(database.value(f"SELECT EXISTS (SELECT 1 FROM blob WHERE {_NAMES})"))  # noqa: S608 - a literal


class Waiting:
    """By the SHA-256 of an `identities.age`, in hex: that, and the evidence it may have named. Format 1, section 3."""

    def __init__(self, database: Database, blobs: Blobs) -> None:
        self._database = database
        self._blobs = blobs

    def every(self) -> tuple[str, ...]:
        """All that waits, the earliest first."""
        rows = self._database.all(f"SELECT keeper FROM blob WHERE {_NAMES} ORDER BY rowid")  # noqa: S608 - a literal
        return tuple(digest for (digest,) in rows)

    def names(self, digest: str) -> BlobInfo:
        """The file with the sealed names."""
        return next(info for info in self._blobs.of_record(digest) if info.sha256.hex() == digest)

    def evidence(self, digest: str) -> tuple[BlobInfo, ...]:
        """The files that came with them and that no record in sight named."""
        return tuple(info for info in self._blobs.of_record(digest) if info.sha256.hex() != digest)

    def adopt(self, files: Mapping[str, str]) -> None:
        """Within a transaction: these finished files wait from now on. files: by name the digest of the names."""
        for name, digest in files.items():
            self._blobs.adopt(name, digest)

    def leave(self, digests: Iterable[str]) -> None:
        """Within a transaction: these are merged; their files are swept once that is committed."""
        for digest in digests:
            self._blobs.leave([info.name for info in self._blobs.of_record(digest)])
        if not waits(self._database):
            self._database.run("DELETE FROM unfinished WHERE step = ?", (STRIKE_WAITING,))


def note_erased(database: Database) -> None:
    """Within a transaction: words that may wait are erased."""
    if waits(database):
        database.run("INSERT OR IGNORE INTO unfinished VALUES (?)", (STRIKE_WAITING,))
