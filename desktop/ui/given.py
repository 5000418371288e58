"""What a new record begins with, as the place one was led to says."""

from __future__ import annotations

from desktop.casework.items import new_item
from desktop.casework.workspace import JSON
from desktop.domain.registry import declaration
from desktop.ui.place import Place


def given_in(place: Place) -> dict[str, JSON]:
    """By field; whatever else a place tells is no field of its kind."""
    fields = declaration(place.kind).fields
    given: dict[str, JSON] = {}
    for name, value in place.given:
        decl = fields.get(name)
        if decl is not None:
            given[name] = {new_item(): {decl.item_key: value}} if decl.type in {"codes", "refs"} else value
    return given
