"""Where somebody is in the window: enough to come back to it, and nothing of what is written there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.casework.workspace import JSON

WORDS = "words"
"""In `Place.given`: what was typed to search, or to narrow a list: the name of somebody, as like as not."""
FOUND_AFTER, FOUND_WORDS = "found_after", "found_words"
"""In `Place.given`: the words a hit stands in, and what comes before them."""
_TYPED = frozenset({WORDS, FOUND_AFTER, FOUND_WORDS})


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

    @property
    def typed(self) -> tuple[tuple[str, str], ...]:
        """What of it are words, where names of people may be."""
        return tuple(one for one in self.given if one[0] in _TYPED)

    def to_json(self) -> JSON:
        """For what is kept inside the vault and can be read while the identities are closed: without what was typed."""
        given = [list(one) for one in self.given if one[0] not in _TYPED]
        return {"page": self.page, "record": self.record, "kind": self.kind, "given": given}

    @classmethod
    def from_json(cls, value: JSON) -> Place | None:
        """What `to_json` gave, or None for anything else."""
        if not isinstance(value, dict) or not isinstance(value.get("page"), str):
            return None
        given = tuple((str(name), str(filled)) for name, filled in value.get("given", ()))
        return cls(value["page"], str(value.get("record", "")), str(value.get("kind", "")), given)
