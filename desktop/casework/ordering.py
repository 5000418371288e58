"""New items of a list keep the place they were written in: each gets an `order` after the item before it."""

from __future__ import annotations

from desktop.casework.workspace import JSON
from desktop.history import paths
from desktop.history.shape import NEW, ORDER


def in_order(nested: JSON) -> JSON:
    """The same JSON; items under keys that begin with ``+`` and have no order get one, as they stand."""
    if not isinstance(nested, dict):
        return nested  # refused further on, in words
    return {name: _ordered(value) for name, value in nested.items()}


def _ordered(value: JSON) -> JSON:
    if not isinstance(value, dict) or not value or not all(_is_item(key, fields) for key, fields in value.items()):
        return value
    orders = [fields.get(ORDER) if fields else None for fields in value.values()]
    placed: dict[str, JSON] = {}
    before: str | None = None
    run: str | None = None  # the last key of the run of new items being written
    for place, (key, fields) in enumerate(value.items()):
        if fields is None:
            placed[key] = None
            continue
        inner = in_order(fields)
        if key.startswith(NEW) and not inner.get(ORDER):
            after = next((order for order in orders[place + 1 :] if order), None)
            run = paths.next_after(run) if run else paths.between(before, after)
            inner[ORDER] = run
        else:
            run = None
        before = inner.get(ORDER) or before
        placed[key] = inner
    return placed


def _is_item(key: str, fields: JSON) -> bool:
    return (paths.is_item(key) or key.startswith(NEW)) and (fields is None or isinstance(fields, dict))
