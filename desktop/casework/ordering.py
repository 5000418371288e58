"""New items of a list keep the place they were written in: each gets an `order` after the item before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

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
            run = paths.next_after(run) if run else paths.between(before, _first(orders, place + 1))
            inner[ORDER] = run
        else:
            run = None
        if inner.get(ORDER) and paths.has_room_after(inner[ORDER]):
            before = inner[ORDER]
        placed[key] = inner
    return placed


def _first(orders: Sequence[JSON], start: int) -> JSON:
    """The order of the next item that has one."""
    return next((order for order in islice(orders, start, None) if order), None)


def _is_item(key: str, fields: JSON) -> bool:
    return (paths.is_item(key) or key.startswith(NEW)) and (fields is None or isinstance(fields, dict))
