"""Items of a list that had no id yet when they were saved, and the ids they were given."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import count

from desktop.casework.workspace import JSON

NEW = "+"
"""Begins the key of an item that has no id yet: ``+1``, ``+2``…"""


def next_new(items: Collection[str], last: int) -> int:
    """The number of the next new item, after `last` and after those a draft brought back."""
    return next(number for number in count(last + 1) if f"{NEW}{number}" not in items)


def ids_given(sent: JSON, saved: JSON) -> dict[str, str]:
    """What became of the new items of a list. sent: the list as it was handed over; saved: as it stands since.

    Items come in the order they were typed in, there as here.
    """
    if not isinstance(sent, dict) or not isinstance(saved, dict):
        return {}
    fresh = (item for item in saved if item not in sent)
    return dict(zip((item for item in sent if item.startswith(NEW)), fresh, strict=False))


def with_ids(value: JSON, ids: Mapping[str, str]) -> JSON:
    """A list with the ids its items were given."""
    return {ids.get(item, item): fields for item, fields in value.items()} if isinstance(value, dict) and ids else value
