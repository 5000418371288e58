"""New items of a list keep the place they were written in: each gets an `order` after the item before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from desktop.casework.workspace import JSON
from desktop.history import paths
from desktop.history.shape import NEW, ORDER


def in_order(nested: JSON, there: Mapping[str, JSON] | None = None) -> JSON:
    """The same JSON; new items that have no order get one, as they stand.

    New are those under keys that begin with ``+``, and where it is said which items are `there`, with their orders,
    all others.
    """
    if not isinstance(nested, dict):
        return nested  # refused further on, in words
    return {name: _ordered(value, there) for name, value in nested.items()}


def _ordered(value: JSON, there: Mapping[str, JSON] | None) -> JSON:
    if not isinstance(value, dict) or not value or not all(_is_item(key, fields) for key, fields in value.items()):
        return value
    orders = [fields.get(ORDER) or (there or {}).get(key) if fields else None for key, fields in value.items()]
    placed: dict[str, JSON] = {}
    before: str | None = None
    run: str | None = None  # the last key of the run of new items being written
    for place, (key, fields) in enumerate(value.items()):
        if fields is None:
            placed[key] = None
            continue
        inner = in_order(fields, there)
        order = orders[place]
        if not order and (key.startswith(NEW) or (there is not None and key not in there)):
            run = paths.next_after(run) if run else paths.between(before, _first(orders, place + 1))
            order = inner[ORDER] = run
        else:
            run = None
        if order and paths.has_room_after(order):
            before = order
        placed[key] = inner
    return placed


def _first(orders: Sequence[JSON], start: int) -> JSON:
    """The order of the next item that has one."""
    return next((order for order in islice(orders, start, None) if order), None)


def _is_item(key: str, fields: JSON) -> bool:
    return (paths.is_item(key) or key.startswith(NEW)) and (fields is None or isinstance(fields, dict))
