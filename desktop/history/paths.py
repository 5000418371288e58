"""Paths of fields, ids of list items, keys of their order."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from typing import TypeAlias

from desktop.errors import Refused

Path: TypeAlias = str

GONE = "*"  # the register of a record; of an item it is NAME/ITEM/*
MAX_ORDER = 256  # digits of a new key of order, whatever stands beside it: somebody else's may be of megabytes
MAX_ITEMS = 15  # items within items; with the values in them this stays within the depth JSON may have

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_ITEM = re.compile(r"[0-9a-f]{32}")
_PATH = re.compile(rf"(?:[a-z][a-z0-9_]*/[0-9a-f]{{32}}/){{0,{MAX_ITEMS}}}(?:[a-z][a-z0-9_]*|\*)")
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE = {digit: value for value, digit in enumerate(_DIGITS)}
_ORDER = re.compile(r"[0-9A-Za-z]+")
_TAIL = 5  # four random digits, and the one that counts up


def is_path(text: str) -> bool:
    """Whether `text` is ``NAME``, ``*``, or ``NAME/ITEM/`` (up to 15 times) before one of these."""
    return _PATH.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether `text` is a NAME: ``[a-z][a-z0-9_]*``."""
    return _NAME.fullmatch(text) is not None


def is_item(text: str) -> bool:
    """Whether `text` is the id of an item: 32 lower-case hex digits."""
    return _ITEM.fullmatch(text) is not None


def is_register(path: Path) -> bool:
    """Whether `path` is ``*`` of the record or of an item."""
    return path.endswith(GONE)


def is_order(path: Path) -> bool:
    """Whether `path` places an item in its list (``NAME/ITEM/order``; a record's own `order` is a plain field)."""
    return path.endswith("/order")


def check(path: str) -> Path:
    """`path`, if it is one; else Refused(``path.malformed``)."""
    if not is_path(path):
        raise Refused("path.malformed")
    return path


def member(prefix: str, name: str) -> Path:
    """The path of the member `name` of the record (prefix "") or of an item (``NAME/ITEM/``).

    Refused(``path.malformed``), also for a name that is itself a path: nobody writes nested JSON so.
    """
    if "/" in name:
        raise Refused("path.malformed")
    return check(prefix + name)


def registers_above(path: Path) -> Iterator[Path]:
    """The registers whose truth takes `path` out of sight, without `path` itself; the record's first."""
    if path != GONE:
        yield GONE
    end = 0
    for _ in range(path.count("/") // 2):
        end = path.index("/", path.index("/", end) + 1) + 1
        register = path[:end] + GONE
        if register != path:
            yield register


def new_item() -> str:
    """A fresh item id: 32 random hex digits."""
    return secrets.token_hex(16)


def order_key(value: object) -> str:
    """What an `order` value sorts by: itself if it is well formed, else the empty text (before all)."""
    return value if isinstance(value, str) and _ORDER.fullmatch(value) else ""


def first_order() -> str:
    """The key of the first item of an empty list."""
    return between(None, None)


def between(before: str | None, after: str | None) -> str:
    """A key after `before` (None: the beginning) and before `after` (None: the end), for a run of new items.

    Four random digits keep the runs of two people apart who insert at the same place without knowing of
    each other. Where there is no room (keys alike, nothing but zeros, or alike for longer than a new key may be),
    the new key begins with `before`, or with as much of it as fits.
    """
    low = order_key(before)
    middle = _middle(low, None if after is None else order_key(after))
    if middle is None:
        middle = low[: MAX_ORDER - _TAIL]
    return middle + "".join(secrets.choice(_DIGITS) for _ in range(4)) + "1"


def has_room_after(order: object) -> bool:
    """Whether `between` has a key for the end of a list this is the last order of."""
    return _middle(order_key(order), None) is not None


def next_after(order: str) -> str:
    """The key of the next item of the same run: ``…1``, ``…2``, … ``…z``, ``…z1``.

    Only for a run this form began with `between`; after somebody else's item a new run begins.
    """
    key = order_key(order)
    if not key or key[-1] == _DIGITS[-1]:
        return key + "1"
    return key[:-1] + _DIGITS[_VALUE[key[-1]] + 1]


def _middle(low: str, high: str | None) -> str | None:
    """A text greater than `low`, every continuation of which is below `high`; None where no short one is."""
    if high is not None and low >= high:
        return None
    middle = ""
    while (place := len(middle)) < MAX_ORDER - _TAIL:
        floor = _VALUE[low[place]] if place < len(low) else 0
        if high is None:
            ceiling = len(_DIGITS)
        elif place < len(high):
            ceiling = _VALUE[high[place]]
        else:
            return None
        if ceiling - floor > 1:
            return middle + _DIGITS[(floor + ceiling) // 2]
        if ceiling > floor:
            high = None  # this digit is below already: what follows is free
        middle += _DIGITS[floor]
    return None
