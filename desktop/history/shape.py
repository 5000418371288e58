"""Nested JSON, as people and programs write it, from paths and values, and back."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, cast

from desktop.history import canonical, paths
from desktop.history.canonical import JSON
from desktop.history.paths import GONE, Path

NEW = "+"  # begins a key that stands for an item not yet named: "+", "+a", "+1"
CODE = "code"
ORDER = "order"

Items: TypeAlias = dict[str, dict[str, JSON]]


def flatten(nested: Mapping[str, JSON]) -> dict[Path, JSON]:
    """The paths that `nested` sets.

    A non-empty object whose keys are all item ids, or begin with `+`, is a list; an array of objects, or of
    texts (each then a `code`), is a list of new items in that order. An item that is null is removed. Any other
    value is one value. Raises Refused(``path.malformed``).
    """
    values: dict[Path, JSON] = {}
    pending: deque[tuple[str, Mapping[str, JSON]]] = deque([("", nested)])
    while pending:
        prefix, members = pending.popleft()
        for name, value in members.items():
            path = paths.member(prefix, name)
            items = as_items(value)
            if items is None:
                values[path] = value
                continue
            for item, fields in items:
                if fields is None:
                    values[f"{path}/{item}/{GONE}"] = True
                else:
                    pending.append((f"{path}/{item}/", fields))
    return values


def nest(values: Mapping[Path, JSON]) -> dict[str, JSON]:
    """Nested JSON of shown values: lists are objects by item id, sorted by order, then item id.

    Left out are null, items whose register is true, and of items that are one equal code each all but the
    first. Where a list has items in sight and a value at its own path, the items are shown.
    """
    record: dict[str, JSON] = {}
    lists: dict[Path, Items] = {}
    for path in _in_sight(values):
        *above, name = path.split("/")
        for end in range(2, len(above), 2):
            _place(record, lists, above[:end])
        _place(record, lists, above)[name] = values[path]
    for path in sorted(lists, key=lambda path: -path.count("/")):
        *above, name = path.split("/")
        shown = _sorted_once(lists[path])
        _place(record, lists, above)[name] = cast(JSON, shown)
    return record


def as_items(value: JSON) -> list[tuple[str, dict[str, JSON] | None]] | None:
    """The items of a list in input, new ones named and, in an array, ordered; None if `value` is no list."""
    if isinstance(value, dict):
        if not value or not all(_is_item_entry(key, fields) for key, fields in value.items()):
            return None
        return [(_named(key), cast("dict[str, JSON] | None", fields)) for key, fields in value.items()]
    if isinstance(value, list) and value:
        if all(isinstance(each, str) for each in value):
            return [(paths.new_item(), {CODE: each}) for each in value]
        if all(isinstance(each, dict) for each in value):
            return [(paths.new_item(), fields) for fields in _in_order(cast(list[dict[str, JSON]], value))]
    return None


def only_code(fields: Mapping[str, JSON]) -> JSON:
    """The code of an item that is nothing but one, else None."""
    return fields[CODE] if CODE in fields and fields.keys() <= {CODE, ORDER} else None


def _in_order(items: Sequence[dict[str, JSON]]) -> Iterator[dict[str, JSON]]:
    key = paths.first_order()
    for fields in items:
        yield {ORDER: key, **fields}
        key = paths.next_after(key)


def _is_item_entry(key: str, fields: JSON) -> bool:
    return (paths.is_item(key) or key.startswith(NEW)) and (fields is None or isinstance(fields, dict))


def _named(key: str) -> str:
    return paths.new_item() if key.startswith(NEW) else key


def _in_sight(values: Mapping[Path, JSON]) -> Iterator[Path]:
    removed = {path for path, value in values.items() if path != GONE and paths.is_register(path) and value is True}
    for path, value in values.items():
        if value is None or paths.is_register(path):
            continue
        if not removed or removed.isdisjoint(paths.registers_above(path)):
            yield path


def _place(record: dict[str, JSON], lists: dict[Path, Items], above: Sequence[str]) -> dict[str, JSON]:
    """The object that holds the fields of the record itself, or of the item `above` ends in."""
    if not above:
        return record
    path, item = "/".join(above[:-1]), above[-1]
    if path not in lists:
        lists[path] = {}
    return lists[path].setdefault(item, {})


def _sorted_once(items: Items) -> Items:
    shown: Items = {}
    codes: set[bytes] = set()
    for item in sorted(items, key=lambda item: (paths.order_key(items[item].get(ORDER)), item)):
        code = only_code(items[item])
        if code is not None:
            key = canonical.encode(code)
            if key in codes:
                continue
            codes.add(key)
        shown[item] = items[item]
    return shown
