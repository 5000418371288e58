"""People packages are exchanged with: the newest card of each, and how far they are trusted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from desktop.vault.connection import Database


@dataclass(frozen=True, slots=True)
class Contact:
    """signing: public key, 64 hex digits. name: ours for them. card: its bytes, with the name they gave themselves.

    at: time the card claims. team: of our team, gets transfers. verified: somebody compared the words of the
    fingerprint.
    """

    signing: str
    name: str = field(repr=False)
    card: bytes = field(repr=False)
    at: int
    team: bool = False
    verified: bool = False


class Contacts:
    """One row a signing key; a changed key is another contact until somebody verified it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, contact: Contact) -> None:
        """Add a contact, or overwrite the one with the same signing key."""
        self._database.run(
            "REPLACE INTO contact (signing, name, card, team, verified, at) VALUES (?, ?, ?, ?, ?, ?)",
            (contact.signing, contact.name, contact.card, contact.team, contact.verified, contact.at),
        )

    def one(self, signing: str) -> Contact | None:
        """The contact with this signing key."""
        found = self._select("WHERE signing = ?", signing)
        return found[0] if found else None

    def every(self) -> tuple[Contact, ...]:
        """All contacts, by name."""
        return self._select("ORDER BY name, signing")

    def drop(self, signing: str) -> None:
        """Take a contact off the list."""
        self._database.run("DELETE FROM contact WHERE signing = ?", (signing,))

    def _select(self, rest: str, *values: Any) -> tuple[Contact, ...]:
        statement = "SELECT signing, name, card, at, team, verified FROM contact "
        return tuple(
            Contact(signing, name, card, at, bool(team), bool(verified))
            for signing, name, card, at, team, verified in self._database.all(statement + rest, values)
        )
