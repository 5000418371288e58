"""Unfinished forms: one encrypted row each, overwritten in place."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from desktop.errors import Refused
from desktop.vault.compartment import Compartment
from desktop.vault.connection import Database

JSON = Any


NAMES = ":names"
"""Behind the key of a draft: what of it belongs to the identity compartment, while the rest can be read without it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """at: when it was last kept, UTC seconds. value: None while it is sealed and the compartment is closed."""

    key: str = field(repr=False)
    at: int
    sealed: bool
    value: JSON = field(repr=False)


class Drafts:
    """Drafts of a vault; sealed ones can be overwritten while the compartment is closed, but not read."""

    def __init__(self, database: Database, compartment: Compartment) -> None:
        self._database = database
        self._compartment = compartment

    def keep(self, key: str, value: JSON, at: int, *, sealed: bool = False) -> None:
        """Overwrite the draft. sealed: what it holds belongs to the identity compartment."""
        text = json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
        kept = self._compartment.seal(text) if sealed else text
        self._database.run("REPLACE INTO draft VALUES (?, ?, ?, ?)", (key, at, int(sealed), kept))

    def one(self, key: str) -> Draft | None:
        """A draft, or None."""
        row = self._database.one("SELECT key, at, sealed, value FROM draft WHERE key = ?", (key,))
        return self._draft(*row) if row else None

    def every(self) -> tuple[Draft, ...]:
        """All of them, the latest first."""
        rows = self._database.all("SELECT key, at, sealed, value FROM draft ORDER BY at DESC, key")
        return tuple(self._draft(*row) for row in rows)

    def drop(self, keys: Iterable[str]) -> None:
        """Throw drafts away, with their names; one that is not there is no error."""
        self._database.run_many("DELETE FROM draft WHERE key IN (?, ?)", [(key, key + NAMES) for key in keys])

    def drop_mentioning(self, record: str) -> None:
        """Throw away every draft that names a record being erased, in its key or anywhere in it; all sealed ones too.

        (Sealed ones cannot be searched while the compartment is closed, so they go unread.)
        """
        self._database.run(
            "DELETE FROM draft WHERE sealed OR instr(key, ?1) OR instr(value, CAST(?1 AS BLOB))", (record,)
        )

    def _draft(self, key: str, at: int, sealed: int, kept: bytes) -> Draft:
        if not sealed:
            return Draft(key, at, False, json.loads(kept))
        try:
            return Draft(key, at, True, json.loads(self._compartment.unseal(kept)))
        except Refused:
            return Draft(key, at, True, None)
