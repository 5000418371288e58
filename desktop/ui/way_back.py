"""Where somebody was, kept at a lock and found again: what was typed there is kept with the identities."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.casework import drafts, vaults
from desktop.errors import Damaged
from desktop.ui.place import Place

if TYPE_CHECKING:
    from desktop.casework.workspace import Workspace

_PLACE = "place"
"""A setting; and the draft of what was typed there: a name, as like as not, which nobody may read while they are
closed."""


def keep(ws: Workspace, place: Place) -> None:
    """For the next unlocking."""
    vaults.set_setting(ws, _PLACE, place.to_json())
    if place.typed:
        drafts.keep(ws, _PLACE, _PLACE, [list(one) for one in place.typed], sealed=True)


def find(ws: Workspace) -> Place | None:
    """Where somebody was at the last lock; without what was typed there while the identities are closed."""
    place = Place.from_json(vaults.setting(ws, _PLACE))
    kept = None
    with suppress(Damaged):  # it is no more than a convenience, and keeps nobody from their vault
        kept = drafts.draft(ws, _PLACE)
    if place is None or kept is None or not isinstance(kept.content, list):
        return place
    return replace(place, given=(*place.given, *((str(name), str(words)) for name, words in kept.content)))


def forget(ws: Workspace) -> None:
    """One is there again; a kill does not lead back."""
    vaults.set_setting(ws, _PLACE, None)
    drafts.drop(ws, _PLACE)
