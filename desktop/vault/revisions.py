"""Revisions and their openings as they are kept in the main database."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.errors import Damaged
from desktop.history import codes, revision
from desktop.history.opening import Opening
from desktop.history.revision import Revision, is_id
from desktop.vault.connection import Database


@dataclass(frozen=True, slots=True)
class Stored:
    """A revision with what is kept beside it. seq: its number. opening: in clear; sealed: to the compartment."""

    seq: int
    revision: Revision
    opening: bytes | None = field(repr=False)
    sealed: bytes | None = field(repr=False)

    @property
    def opened(self) -> Opening | None:
        """The opening kept in clear, which was checked before it was kept."""
        return None if self.opening is None else load_opening(self.opening)


def load_opening(kept: bytes) -> Opening:
    """An opening read back from where it was put after `Opening.check`; nothing is checked again."""
    members = json.loads(kept)
    if "salt" in members:
        return Opening(members["body"], bytes.fromhex(members["salt"]))
    salts = {path: bytes.fromhex(salt) for path, salt in members["salts"].items()}
    return Opening(members["body"], None, salts, members["gone"])


class Revisions:
    """The table `revision`, by id (64 hex digits) and by number."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def seq(self, identifier: str) -> int | None:
        """The number of a revision, or of a record (which is its root's); None also for what is no id."""
        found: int | None = self._database.value("SELECT seq FROM revision WHERE id = ?", (_bytes(identifier),))
        return found

    def record_seq(self, record: str) -> int | None:
        """The number of a record; None for what is no record here, a later revision's id too."""
        try:
            found: int | None = self._database.value(
                "SELECT seq FROM revision WHERE id = ? AND record = seq", (_bytes(record),)
            )
        except Damaged:  # its own row: what the indexes say of it is enough for all that only points at it
            found = self._database.value(
                "SELECT seq FROM revision INDEXED BY sqlite_autoindex_revision_1 WHERE id = ?", (_bytes(record),)
            )
            return found if found is not None and self.record_from_index(found) == record else None
        return found

    def of_record(self, seq: int) -> list[Stored]:
        """Every revision of a record, in the order they came."""
        rows = self._database.all(
            "SELECT seq, id, envelope, signature, opening, sealed FROM revision WHERE record = ? ORDER BY seq", (seq,)
        )
        return [_stored(row) for row in rows]

    def of_records(self, seqs: Iterable[int]) -> Iterator[tuple[int, Stored]]:
        """The same of several records at once, each with the number of its record; those of one come together."""
        rows = self._database.all(
            # CROSS JOIN keeps this order: without statistics the planner goes through every revision there is
            "SELECT record, seq, revision.id, envelope, signature, opening, sealed FROM json_each(?1)"
            " CROSS JOIN revision ON record = value ORDER BY record, seq",
            (json.dumps(list(seqs)),),
        )
        return ((record, _stored(row)) for record, *row in rows)

    def one(self, identifier: str) -> Stored | None:
        """A revision by its id; None also for what is no id."""
        row = self._database.one(
            "SELECT seq, id, envelope, signature, opening, sealed FROM revision WHERE id = ?", (_bytes(identifier),)
        )
        return None if row is None else _stored(row)

    def last(self) -> int:
        """The greatest number given so far."""
        return int(self._database.value("SELECT COALESCE(MAX(seq), 0) FROM revision"))

    def insert(self, said: Revision, record: int | None, opening: bytes | None, sealed: bytes | None) -> int:
        """Add a revision; returns its number. record: number of the record, None for a root."""
        seq = self.last() + 1
        self._database.run(
            "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?)",
            (seq, bytes.fromhex(said.id), record or seq, said.raw, said.signature, opening, sealed),
        )
        return seq

    def keep_signature(self, seq: int, signature: bytes) -> None:
        """Another valid signature of the same revision."""
        self._database.run("UPDATE revision SET signature = ? WHERE seq = ?", (signature, seq))

    def keep_opening(self, seq: int, opening: bytes | None, sealed: bytes | None) -> None:
        """What is kept beside a revision from now on; what was there before is overwritten with zeros."""
        self._database.run("UPDATE revision SET opening = ?, sealed = ? WHERE seq = ?", (opening, sealed, seq))

    def later(self, seq: int) -> list[bytes]:
        """Sealed openings that came while the compartment was closed and one was there already."""
        return [sealed for (sealed,) in self._database.all("SELECT sealed FROM later WHERE revision = ?", (seq,))]

    def keep_later(self, seq: int, sealed: bytes) -> bool:
        """Add one to those; False when the very bytes are there."""
        return bool(self._database.run("INSERT OR IGNORE INTO later VALUES (?, ?)", (seq, sealed)))

    def drop_later(self, seq: int) -> None:
        """They were joined with the first, or erased."""
        self._database.run("DELETE FROM later WHERE revision = ?", (seq,))

    def ids(self, seqs: Iterable[int]) -> dict[int, str]:
        """Ids by number."""
        wanted = json.dumps(list(seqs))
        try:
            rows = self._database.all(
                "SELECT seq, id FROM revision WHERE seq IN (SELECT value FROM json_each(?))", (wanted,)
            )
        except Damaged:
            rows = self._database.all(
                "SELECT seq, id FROM revision INDEXED BY sqlite_autoindex_revision_1"
                " WHERE id > x'' AND +seq IN (SELECT value FROM json_each(?))",
                (wanted,),
            )
        return {seq: identifier.hex() for seq, identifier in rows}

    def last_from_index(self) -> int:
        """The greatest number, where the page it stands in cannot be read."""
        statement = "SELECT COALESCE(MAX(+seq), 0) FROM revision INDEXED BY revision_record WHERE record > 0"
        return int(self._database.value(statement))

    def id_from_index(self, seq: int) -> str | None:
        """The id of a revision whose own row cannot be read, from the index over all ids; slow."""
        found: bytes | None = self._database.value(
            "SELECT id FROM revision INDEXED BY sqlite_autoindex_revision_1 WHERE id > x'' AND +seq = ?", (seq,)
        )
        return None if found is None else found.hex()

    def record_from_index(self, seq: int) -> str | None:
        """The id of the record it belongs to, in the same way."""
        record: int | None = self._database.value(
            "SELECT record FROM revision INDEXED BY revision_record WHERE record > 0 AND +seq = ?", (seq,)
        )
        return None if record is None else self.id_from_index(record)

    def code(self, record: str) -> str:
        """The code of a record here: the one that came later of two that begin alike is shown with 60 bits.

        What is no id stays as it is: that is all there is to say of what a record points at then.
        """
        if not is_id(record):
            return record
        begins = bytes.fromhex(record)[: codes.SHORT // 8]
        try:
            first: bytes | None = self._database.value(
                "SELECT id FROM revision WHERE id BETWEEN ? AND ? AND record = seq ORDER BY seq LIMIT 1",
                (begins + bytes(27), begins + b"\xff" * 27),
            )
        except Damaged:
            first = None
        alone = first is None or first.hex() == record
        return codes.code_of(record, codes.SHORT if alone else codes.LONG)

    def find_code(self, code: str) -> list[str]:
        """Every record whose id begins with a code as somebody typed it, the one that came first at the front."""
        low, high = codes.id_range(code)
        rows = self._database.all(
            "SELECT id FROM revision WHERE id BETWEEN ? AND ? AND record = seq ORDER BY seq",
            (bytes.fromhex(low), bytes.fromhex(high)),
        )
        return [identifier.hex() for (identifier,) in rows]


def _bytes(identifier: str) -> bytes | None:
    """An id as it is kept; None, which equals nothing, for what is none."""
    return bytes.fromhex(identifier) if is_id(identifier) else None


def _stored(row: Sequence[Any]) -> Stored:
    seq, identifier, envelope, signature, opening, sealed = row
    return Stored(seq, revision.load(identifier.hex(), envelope, signature), opening, sealed)
