"""Whoever knew the passphrase once, and kept the keys it opened: what of a folder these still open."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.crypto import age
from desktop.crypto.keys import database_key
from desktop.crypto.recipients import HybridIdentity, parse_identities
from desktop.errors import JiashuError


@dataclass(frozen=True)
class OldKeys:
    """Identities of a vault and of its compartment, and of its contacts."""

    identities: tuple[HybridIdentity, ...]

    @classmethod
    def of(cls, place: Path, recovery: str) -> OldKeys:
        """All that the slots k1 to k4 hold now."""
        opened = [age.unseal((place / slot).read_bytes(), parse_identities(recovery)) for slot in ("k2", "k4")]
        found = [identity for plain in opened for identity in parse_identities(plain.decode("ascii"))]
        return cls(tuple(identity for identity in found if isinstance(identity, HybridIdentity)))

    def opening(self, place: Path) -> list[str]:
        """Names of the files in a folder that open with them: age files by key, databases and logs by raw key.

        A write-ahead log is of the key of its database, beside which it lies.
        """
        return sorted(path.name for path in place.rglob("*") if path.is_file() and self._opens(path))

    def _opens(self, path: Path) -> bool:
        content = path.read_bytes()
        if path.name in {"a.db", "b.db", "r"}:
            names = ("a.db", "b.db")
            return any(
                content.startswith(database_key(each.secret, name)[1]) for each in self.identities for name in names
            )
        try:
            age.unseal(content, self.identities)
        except JiashuError:
            return False
        return True
