"""A record on its way from a form into the vault, and the draft that has its words until it is there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.casework.drafts import Draft
from desktop.casework.records import Shown
from desktop.casework.workspace import JSON
from desktop.errors import JiashuError
from desktop.ui.drafting import DRAFT
from desktop.ui.finding.passage import BEFORE, FIELD, WORDS
from desktop.ui.job import Failed
from desktop.ui.not_saved import tell_not_saved
from desktop.ui.place import Place
from desktop.ui.tools import Tools

SEALED = frozenset({"name", "identity"})
"""Kinds whose drafts lie with the identities, as their records do."""
PLACE = "place"
"""In the draft of what is new: where it was begun."""
LED = frozenset({DRAFT, FIELD, BEFORE, WORDS})
"""What a place is given to lead somebody to a field; nothing that is filled in."""


def draft_key(kind: str, record: str | None, place: Place | None = None) -> str:
    """One draft a record; for what is new one a kind, and one more by what it was begun with at a place: what was
    typed of one person is never shown again in what is begun about another."""
    if record:
        return f"record:{record}"
    given = sorted(one for one in place.given if one[0] not in LED) if place is not None else []
    return ":".join([f"new:{kind}", *(f"{name}={value}" for name, value in given)])


def begun_at(draft: Draft) -> Place | None:
    """Where something new was begun, with what was filled in there already; None where the draft does not say."""
    return Place.from_json(draft.content.get(PLACE)) if isinstance(draft.content, dict) else None


def differing(stands: Mapping[str, JSON], shown: Mapping[str, JSON]) -> dict[str, JSON]:
    """The fields that are otherwise than they were shown, each whole."""
    return {name: value for name, value in stands.items() if value != shown.get(name)}


@dataclass
class Saving:
    """before, sent: every field as it was shown, and as it was sent. record: its id, once it is there. read: how it
    stands after that; None where it could not be read.
    asked: how often the record had been asked for by then: what was asked for since is newer than `read`."""

    before: dict[str, JSON] = field(repr=False)
    sent: dict[str, JSON] = field(repr=False)
    record: str | None = None
    read: Shown | None = field(default=None, repr=False)
    asked: int = 0

    @property
    def stands(self) -> dict[str, JSON]:
        """The fields as the vault has them, as far as this form knows."""
        return self.sent if self.record else self.before

    def lost(self, tools: Tools, place: Place, draft: str) -> Failed:
        """Told when it was not saved and the form is gone: the draft has it, by the record once there is one."""

        def tell(error: JiashuError) -> None:
            here, kind = self.record, place.kind
            key, where = (draft_key(kind, here), Place("record", here, kind)) if here else (draft, place)
            tell_not_saved(tools, error, key, where)

        return tell
