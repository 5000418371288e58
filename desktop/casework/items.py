"""Items of lists as a form holds them: their ids, and what of them somebody changed."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.casework.workspace import JSON
from desktop.history import paths, shape

__all__ = ["changed", "new_item"]

new_item = paths.new_item


def changed(stands: Mapping[str, JSON], shown: Mapping[str, JSON]) -> dict[str, JSON]:
    """The fields that are otherwise than they were shown, each with its new value; None clears.

    Of a list only the items that differ, and in these only what differs; what was taken away is None. What came into
    the record meanwhile, and what nobody touched, is in neither.
    """
    names = (name for name in stands if stands[name] != shown.get(name))
    return {name: _difference(stands[name], shown.get(name)) for name in names}


def _difference(now: JSON, before: JSON) -> JSON:
    if not _is_list(before) or not (now is None or _is_list(now)):
        return now
    items: dict[str, JSON] = now or {}
    differing = {item: fields for item, fields in items.items() if fields != before.get(item)}
    return {
        **{item: None for item in before if item not in items},
        **{item: _fields(fields, before.get(item)) for item, fields in differing.items()},
    }


def _fields(now: JSON, before: JSON) -> JSON:
    if not isinstance(now, dict) or not isinstance(before, dict):
        return now
    return changed({**dict.fromkeys(before), **now}, before)


def _is_list(value: JSON) -> bool:
    return isinstance(value, dict) and shape.as_items(value) is not None
