"""Rows in the leaves of SQLite's b-trees, told by their own bytes alone (sqlite.org/fileformat2.html)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from enum import Enum
from typing import TypeAlias

from desktop.crypto.page_cipher import USABLE


class Gap(Enum):
    """What stands for a value the page of which cannot be read."""

    LOST = 0


LOST = Gap.LOST

Value: TypeAlias = int | float | str | bytes | Gap | None
Row: TypeAlias = tuple[Value, ...]
Page = Callable[[int], bytes | None]

TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR = 0x0D, 0x0A, 0x02
_FIRST = 100
"""Bytes of the database's own header, which stand before the b-tree of page 1."""

_LEAST = (USABLE - 12) * 32 // 255 - 23
_MOST = {TABLE_LEAF: USABLE - 35, INDEX_LEAF: (USABLE - 12) * 64 // 255 - 23}
_MOST[INDEX_INTERIOR] = _MOST[INDEX_LEAF]
_LONGEST = 64 << 20
"""Bytes of a row: an opening of 40 MiB sealed, and some more."""

_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def rows(number: int, page: bytes, other: Page) -> Iterator[tuple[int | None, Row]]:
    """Each row in a page, with its rowid (None in an index, and in a table without rowids).

    other: gives another page, for rows that are longer than one; from where one is missing on the values are LOST.
    Whatever is no row is left out.
    """
    begins = _FIRST if number == 1 else 0
    kind = page[begins]
    if kind not in _MOST:
        return
    count = int.from_bytes(page[begins + 3 : begins + 5], "big")
    pointers = begins + (12 if kind == INDEX_INTERIOR else 8)
    for (at,) in struct.iter_unpack(">H", page[pointers : pointers + 2 * min(count, USABLE // 2)]):
        try:
            yield _row(page, at + (4 if kind == INDEX_INTERIOR else 0), kind, other)
        except (ValueError, IndexError, struct.error):
            continue


def _row(page: bytes, at: int, kind: int, other: Page) -> tuple[int | None, Row]:
    size, at = _varint(page, at)
    rowid: int | None = None
    if kind == TABLE_LEAF:
        rowid, at = _varint(page, at)
    return rowid, _values(_payload(page, at, size, kind, other), size)


def _payload(page: bytes, at: int, size: int, kind: int, other: Page) -> bytes:
    """A row's bytes: those in the page, then those in its chain of overflow pages as far as that can be followed."""
    if size > _LONGEST:
        raise ValueError("no row is as long")
    if size <= _MOST[kind]:
        if at + size > USABLE:
            raise ValueError("behind the end")
        return page[at : at + size]
    local = _LEAST + (size - _LEAST) % (USABLE - 4)
    local = local if local <= _MOST[kind] else _LEAST
    pieces = [page[at : at + local]]
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    left = size - local
    while left > 0:
        piece = other(following) if following else None
        if piece is None:
            break
        pieces.append(piece[4 : 4 + left])
        left -= USABLE - 4
        following = int.from_bytes(piece[:4], "big")
    return b"".join(pieces)


def _values(payload: bytes, size: int) -> Row:
    """size: bytes the row has; fewer are here where a piece of it is missing."""
    header, at = _varint(payload, 0)
    if header > len(payload):
        raise ValueError("no header")
    types = []
    while at < header:
        told, at = _varint(payload, at)
        types.append(told)
    values: list[Value] = []
    at = header
    for told in types:
        end = at + _length(told)
        values.append(_value(payload[at:end], told) if end <= len(payload) else LOST)
        at = end
    if at != size:
        raise ValueError("another length than its header says")
    return tuple(values)


def _length(told: int) -> int:
    if told >= 12:
        return (told - 12) // 2
    if told in {10, 11}:
        raise ValueError("a type that is never written")
    return 8 if told == 7 else _INTEGERS.get(told, 0)


def _value(found: bytes, told: int) -> Value:
    if told >= 12:
        return found.decode("utf-8") if told % 2 else found
    if told in _INTEGERS:
        return int.from_bytes(found, "big", signed=True)
    if told == 7:
        number: float = struct.unpack(">d", found)[0]
        return number
    return None if told == 0 else told - 8


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for count in range(8):
        byte = data[at + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count + 1
    return value << 8 | data[at + 8], at + 9
