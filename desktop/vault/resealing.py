"""Sealing to new keys what was sealed to the old ones, a slice at a time: openings, drafts and evidence."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import suppress

from desktop.errors import Damaged, Hindered, Refused
from desktop.vault import newkeys
from desktop.vault.blobfile import BlobFile, BlobInfo, BlobWriter
from desktop.vault.blobs import Blobs
from desktop.vault.compartment import Compartment
from desktop.vault.connection import Database

_OPENINGS = 100  # in one transaction: a twentieth of a second
_PIECE = 1 << 20
_PIECES = 8  # between two slices: what a save waits for

_SEALED = """
    SELECT seq, sealed FROM revision WHERE seq > ?1 AND seq <= ?2 AND sealed NOT NULL ORDER BY seq
"""
_LATER = "SELECT revision, sealed FROM later WHERE revision > ? AND revision <= ?"


def openings(database: Database, compartment: Compartment) -> Generator[int, None, None]:
    """Seal openings and drafts anew, a slice at each step; gives how many were done. The compartment must be open.

    One that opens with none of the keys stays as it is: verifying tells of it, and it was not readable before either.
    """
    reached = _reached(database)
    while (last := _slice_after(database, reached)) is not None:
        with database.transaction():
            count = 0
            for seq, sealed in database.all(_SEALED, (reached, last)):
                with suppress(Damaged, Refused):
                    anew = compartment.seal(compartment.unseal(sealed))
                    database.run("UPDATE revision SET sealed = ? WHERE seq = ?", (anew, seq))
                count += 1
            for seq, sealed in database.all(_LATER, (reached, last)):
                with suppress(Damaged, Refused):
                    values = (compartment.seal(compartment.unseal(sealed)), seq, sealed)
                    database.run("UPDATE later SET sealed = ? WHERE revision = ? AND sealed = ?", values)
            reached = last
            database.run("REPLACE INTO fact VALUES (?, ?)", (newkeys.REACHED, reached))
        yield count
        if not compartment.is_open:
            return
    with database.transaction():
        for key, sealed in database.all("SELECT key, value FROM draft WHERE sealed"):
            with suppress(Damaged, Refused):
                anew = compartment.seal(compartment.unseal(sealed))
                database.run("UPDATE draft SET value = ? WHERE key = ?", (anew, key))
        newkeys.done(database, newkeys.OPENINGS)
        database.run("DELETE FROM fact WHERE name = ?", (newkeys.REACHED,))


def openings_to_do(database: Database) -> int:
    """How many sealed openings may still be sealed to an old identity."""
    if not newkeys.openings_left(database):
        return 0
    found: int = database.value(
        "SELECT COUNT(*) FROM revision WHERE seq > ? AND sealed NOT NULL", (_reached(database),)
    )
    return found


def file(
    database: Database, blobs: Blobs, name: str, opener: Callable[[BlobInfo], BlobFile]
) -> Generator[int, None, None]:
    """Seal one file anew; gives bytes done at each step. What it is called and what is in it stay as they are.

    It comes in under another name, is whole on disk, and takes the place of the old one in one transaction. Damaged
    `vault.file` where it cannot be read to its end, and the old one is kept then; Refused while its compartment is
    closed; Hindered `disk.…`. Left early, nothing of it stays.
    """
    info = blobs.info(name)
    if info is None:
        _forget(database, name)
        return
    with opener(info) as reader, blobs.incoming(info.sealed_to) as writer:
        yield from _copied(reader, writer)
        anew = writer.commit()
        if anew.sha256 != info.sha256:
            blobs.drop_incoming(anew.name)
            raise Damaged("vault.file", file=name, cause="sha256")
        if blobs.info(name) != info:  # erased meanwhile
            blobs.drop_incoming(anew.name)
            _forget(database, name)
            return
        with database.transaction():  # should that fail, what came in stays until it is known which of both is true
            blobs.replace(name, anew)
            newkeys.done(database, newkeys.FILE + name)
    blobs.finished.pop(anew.name, None)
    with suppress(Hindered):  # a viewer has it open, on a system that minds that; it moves at the next unlocking
        blobs.put()


def _copied(reader: BlobFile, writer: BlobWriter) -> Generator[int, None, None]:
    done = 0
    while True:
        for _ in range(_PIECES):
            piece = reader.read(_PIECE)
            if not piece:
                return
            writer.write(piece)
            done += len(piece)
        yield done


def _forget(database: Database, name: str) -> None:
    """It is gone, erased or never kept; one that is coming in may yet be kept."""
    if not database.value("SELECT EXISTS (SELECT 1 FROM incoming WHERE name = ?)", (name,)):
        newkeys.done(database, newkeys.FILE + name)


def _reached(database: Database) -> int:
    found: int | None = database.value("SELECT value FROM fact WHERE name = ?", (newkeys.REACHED,))
    return found or 0


def _slice_after(database: Database, reached: int) -> int | None:
    """The last revision of the next slice that has something sealed, or None."""
    last: int | None = database.value(
        "SELECT MAX(seq) FROM (SELECT seq FROM revision WHERE seq > ? AND (sealed NOT NULL"
        " OR seq IN (SELECT revision FROM later)) ORDER BY seq LIMIT ?)",
        (reached, _OPENINGS),
    )
    return last
