"""What a record may say while values of it are in open conflict."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

from desktop.domain.values import Json, Nested

MOST = 256


def alternatives(nested: Nested, conflicts: Mapping[str, Sequence[Json]]) -> list[Nested]:
    """One version of the record for each choice among the values of the paths in conflict.

    Without conflicts that is the record itself; with more than `MOST` versions it is none, and what depends on the
    record can't be told.
    """
    versions = 1
    for values in conflicts.values():
        versions *= len(values)
    if versions > MOST:
        return []
    return [_with_values(nested, dict(zip(conflicts, choice, strict=True))) for choice in product(*conflicts.values())]


def _with_values(nested: Nested, values: Mapping[str, Json]) -> Nested:
    """A copy with values at paths ``NAME`` or ``NAME/ITEM/NAME``."""
    changed: dict[str, Json] = dict(nested)
    for path, value in values.items():
        name, _, inside = path.partition("/")
        if not inside:
            changed[name] = value
            continue
        item, _, key = inside.partition("/")
        items = changed.get(name)
        items = dict(items) if isinstance(items, dict) else {}
        row = items.get(item)
        items[item] = {**(row if isinstance(row, dict) else {}), key: value}
        changed[name] = items
    return changed
