"""From what somebody wants changed, as nested JSON, to the paths that say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.history import canonical, paths, shape
from desktop.history.canonical import JSON
from desktop.history.paths import GONE, Path
from desktop.history.state import RecordState

ABSENT = "absent"


def patch_to_body(state: RecordState, patch: Mapping[str, JSON]) -> dict[Path, JSON]:
    """The paths an RFC 7396 merge patch changes; what it leaves as shown is left out.

    Lists are objects by item id: an item with null is removed, a key beginning with `+` is a new item; an
    array adds new items at the end, in its order. null at a field clears it, at a list removes every item.
    Other objects merge member by member, except that a reason (``{"absent": …}``) replaces and is replaced whole.
    Removing an item that is one code removes every item in sight with that code.
    """
    return _patch(state, patch, merge=True)


def values_to_body(state: RecordState, values: Mapping[str, JSON]) -> dict[Path, JSON]:
    """The same for a form: each value given is the whole new value of its field, an object such as a date included.

    Lists still change item by item; an empty object is an empty list.
    """
    return _patch(state, values, merge=False)


def merge_patch(current: JSON, patch: JSON) -> JSON:
    """RFC 7396 on one value."""
    if not isinstance(patch, dict):
        return patch
    if not isinstance(current, dict) or ABSENT in current or ABSENT in patch:
        current = {}
    merged = dict(current)
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge_patch(merged.get(name), value)
    return merged


def _patch(state: RecordState, patch: Mapping[str, JSON], *, merge: bool) -> dict[Path, JSON]:
    work = _Patching(state.values(), merge)
    pending: list[tuple[str, Mapping[str, JSON]]] = [("", patch)]
    while pending:
        prefix, members = pending.pop()
        for name, value in members.items():
            pending.extend(work.member(paths.member(prefix, name), value))
    return work.body


@dataclass(slots=True, repr=False)
class _Patching:
    shown: Mapping[Path, JSON]
    merge: bool
    body: dict[Path, JSON] = field(default_factory=dict)

    def member(self, path: Path, value: JSON) -> list[tuple[str, Mapping[str, JSON]]]:
        """Take in one member; what it holds of items is handed back to be taken in next."""
        current = self.shown.get(path)
        if current is not None and canonical.same(current, value):
            return []
        items = shape.as_items(value)
        if items is None or isinstance(current, list):
            self._whole(path, value)
            return []
        if isinstance(value, list):
            self._append(path, items)
        if current is not None:
            self.body[path] = None  # "not asked" and the like end where the list begins
        within: list[tuple[str, Mapping[str, JSON]]] = []
        for item, fields in items:
            if fields is None:
                self._remove(path, item)
            else:
                self._bring_back(path, item)
                within.append((f"{path}/{item}/", fields))
        return within

    def _whole(self, path: Path, value: JSON) -> None:
        items, current = self._items(path), self.shown.get(path)
        if items and value == {} and self.merge:
            return  # an empty patch of a list
        for item in items:
            self.body[f"{path}/{item}/{GONE}"] = True
        if value in ({}, []) and (items or not self.merge):
            value = None  # an emptied list, not a value of its own
        if self.merge:
            value = merge_patch(current, value)
        if not canonical.same(current, value):
            self.body[path] = value

    def _remove(self, path: Path, item: str) -> None:
        items = self._items(path)
        if item not in items:
            return
        code = shape.only_code(items[item])
        for other, fields in items.items():
            if other == item or (code is not None and canonical.same(shape.only_code(fields), code)):
                self.body[f"{path}/{other}/{GONE}"] = True

    def _bring_back(self, path: Path, item: str) -> None:
        if self.shown.get(register := f"{path}/{item}/{GONE}") is True:
            self.body[register] = False

    def _append(self, path: Path, items: list[tuple[str, dict[str, JSON] | None]]) -> None:
        """Order new items after the last in sight that something short can follow, as one run."""
        orders = [paths.order_key(fields.get(shape.ORDER)) for fields in self._items(path).values()]
        key = paths.between(max(filter(paths.has_room_after, orders), default=None), None)
        for _, fields in items:
            if fields is not None:
                fields[shape.ORDER] = key
                key = paths.next_after(key)

    def _items(self, path: Path) -> dict[str, dict[str, JSON]]:
        """The items of a list in sight, with their own fields."""
        items: dict[str, dict[str, JSON]] = {}
        beginning = path + "/"
        for each, value in self.shown.items():
            if each.startswith(beginning):
                item, name = each[len(beginning) :].split("/", 1)
                items.setdefault(item, {})[name] = value
        return {item: fields for item, fields in items.items() if fields.get(GONE) is not True}
