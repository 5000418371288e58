"""Where somebody is in the window: enough to come back to it, and nothing of what is written there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.casework.workspace import JSON


@dataclass(frozen=True, slots=True)
class Place:
    """page: name of a room (`ui.rooms`). record, kind: what is looked at, or the kind of a new record.

    given: fields of a new record that are filled in already, (name, record id) or (name, code); or what a page was
    asked for, such as the words of a search or where it found them, or the revision and path to strike.
    """

    page: str = field(repr=False)
    record: str = ""
    kind: str = ""
    given: tuple[tuple[str, str], ...] = field(default=(), repr=False)

    def to_json(self) -> JSON:
        """For the settings inside the vault."""
        return {"page": self.page, "record": self.record, "kind": self.kind, "given": [list(one) for one in self.given]}

    @classmethod
    def from_json(cls, value: JSON) -> Place | None:
        """What `to_json` gave, or None for anything else."""
        if not isinstance(value, dict) or not isinstance(value.get("page"), str):
            return None
        given = tuple((str(name), str(filled)) for name, filled in value.get("given", ()))
        return cls(value["page"], str(value.get("record", "")), str(value.get("kind", "")), given)
