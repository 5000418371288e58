"""A record that stands for one of ours with one recipient, kept apart from the log."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop.history import lines
from desktop.history.fold import fold
from desktop.history.opening import Opening
from desktop.history.revision import Revision
from desktop.history.state import RecordState


@dataclass(repr=False)
class Derived:
    """A record that stands for one of ours with one recipient, as far as it was made.

    items: their item ids by ours. blob: the name its file has with them.
    """

    source: str
    revisions: list[Revision] = field(default_factory=list)
    openings: dict[str, Opening] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)
    blob: str = ""

    @property
    def id(self) -> str:
        return self.revisions[0].id

    def copy(self) -> Derived:
        """One that can be extended without changing this one."""
        return replace(self, revisions=list(self.revisions), openings=dict(self.openings), items=dict(self.items))

    def encode(self) -> bytes:
        """What the vault keeps, so that a later copy extends this one."""
        told = [lines.revision_line(said, self.openings.get(said.id)).decode() for said in self.revisions]
        return json.dumps({"lines": told, "items": self.items, "blob": self.blob}).encode()

    @classmethod
    def decode(cls, source: str, kept: bytes) -> Derived:
        """From what the vault kept."""
        members = json.loads(kept)
        derived = cls(source, items=members["items"], blob=members["blob"])
        for line in members["lines"]:
            said, opening = lines.read_revision_line(line.encode())
            derived.revisions.append(said)
            if opening is not None:
                derived.openings[said.id] = opening
        return derived

    def state(self, own: Iterable[str]) -> RecordState | None:
        """As it stands with the recipient; None before its first revision."""
        return fold(self.revisions, self.openings, frozenset(own)) if self.revisions else None
