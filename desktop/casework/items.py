"""Items of lists as a form holds them: their ids, and what of them somebody changed."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.casework.workspace import JSON
from desktop.history import paths, shape

__all__ = ["changed", "new_item", "onto"]

new_item = paths.new_item


def changed(stands: Mapping[str, JSON], shown: Mapping[str, JSON]) -> dict[str, JSON]:
    """The fields that are otherwise than they were shown, each with its new value; None clears.

    Of a list only the items that differ, and in these only what differs; what was taken away is None. What came into
    the record meanwhile, and what nobody touched, is in neither.
    """
    names = (name for name in stands if stands[name] != shown.get(name))
    return {name: _difference(stands[name], shown.get(name)) for name in names}


def onto(today: Mapping[str, JSON], stands: Mapping[str, JSON], before: Mapping[str, JSON]) -> dict[str, JSON]:
    """The fields that were typed over `before`, as they read over what stands there today.

    Of a list what came in meanwhile is there too, what went untouched is gone, and in an item only what was typed
    differs from today. A field that is no list reads as it was typed.
    """
    return {name: _onto(today.get(name), typed, before.get(name)) for name, typed in stands.items()}


def _onto(today: JSON, typed: JSON, before: JSON) -> JSON:
    lists = (today, typed, before)
    if not any(map(_is_list, lists)) or not all(each is None or _is_list(each) for each in lists):
        return typed
    there, mine, were = today or {}, typed or {}, before or {}
    items = {
        item: _fields_onto(fields, mine.get(item), were.get(item))
        for item, fields in there.items()
        if item in mine or item not in were
    }
    added = {item for item, fields in mine.items() if item not in items and fields != were.get(item)}
    order = list(items)
    behind = 0
    for item in mine:
        if item in added:
            order.insert(behind, item)
        if item in order:
            behind = order.index(item) + 1
    return {item: items[item] if item in items else mine[item] for item in order} or None


def _fields_onto(today: JSON, typed: JSON, before: JSON) -> JSON:
    if typed is None or typed == before:
        return today
    if not all(isinstance(each, dict) for each in (today, typed, before)):
        return typed
    stand = {**today, **onto(today, *_touched(typed, before))}
    return {name: value for name, value in stand.items() if value is not None}


def _touched(typed: Mapping[str, JSON], before: Mapping[str, JSON]) -> tuple[dict[str, JSON], Mapping[str, JSON]]:
    """Of an item the fields somebody changed, None where they cleared one, and what these were."""
    names = [name for name in {**before, **typed} if typed.get(name) != before.get(name)]
    return {name: typed.get(name) for name in names}, before


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
