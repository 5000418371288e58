"""In which order a list comes when it is not by what changed last: by its titles, dates, codes, cases, or by names."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from desktop.domain.mentions import OPEN
from desktop.vault.connection import Database
from desktop.vault.index import PINYIN
from desktop.vault.rows import Order

_SLOTS = 1 << 20  # numbers of texts a record may have
_DATE = f"{OPEN}@"  # begins a date in a title's notation

_KEYS: Mapping[str, str] = {
    "title": "NULLIF(record.title, '') COLLATE NOCASE",
    "code": "(SELECT id FROM revision WHERE revision.seq = record.seq)",
    "date": f"substr(record.title, NULLIF(instr(record.title, '{_DATE}'), 0) + {len(_DATE)})",
    "case": (
        "(SELECT other.title FROM reference CROSS JOIN revision ON revision.id = reference.target"
        " CROSS JOIN record AS other ON other.seq = revision.seq"
        " WHERE reference.source = record.seq AND reference.path = 'case' LIMIT 1) COLLATE NOCASE"
    ),
}
"""SQL over a row of `record`; null stands at the end whatever the direction."""

_CALLED_BY: Mapping[str, tuple[str, str, str]] = {
    "person": ("name", "person", "full"),
    "evidence": ("identity", "of", "file_name"),
}
"""By kind: of which kind the records are that say what it is called, how they point at it, where the words stand."""

_OF_KIND = (
    "WHERE record.kind = ?1 AND record.gone <= ?2 AND (?3 IS NULL OR record.seq IN (SELECT value FROM json_each(?3)))"
)
_NAMES = """
    SELECT reference.target, (
        SELECT words FROM text WHERE text.id BETWEEN record.seq * ?4 AND record.seq * ?4 + ?4 - 1
        AND text.path IN (?3, ?3 || ?5) ORDER BY text.path DESC LIMIT 1
    ) FROM record CROSS JOIN reference ON reference.source = record.seq AND reference.path = ?2
    WHERE record.kind = ?1 AND record.gone = 0 ORDER BY record.seq DESC
"""


class Orders:
    """Picks pages out of the ordered numbers of records; reads no record."""

    def __init__(self, databases: Sequence[Database]) -> None:
        """databases: `a.db`, and `b.db` while names are open."""
        self._databases = databases

    def page(
        self, kind: str, order: Order, *, offset: int, limit: int, only: Collection[int] | None, gone: int
    ) -> list[int]:
        """Numbers of the records of a page. gone: the greatest that is listed."""
        chosen = None if only is None else json.dumps(sorted(only))
        if order.by in _KEYS:
            return self._by_key(order, (kind, gone, chosen, limit, offset))
        return self._by_name(kind, order, (kind, gone, chosen))[offset : offset + limit]

    def _by_key(self, order: Order, values: Sequence[Any]) -> list[int]:
        key, way = _KEYS[order.by], "DESC" if order.descending else "ASC"
        rows = self._databases[0].all(
            f"SELECT seq FROM record {_OF_KIND}"  # noqa: S608 - our own statements
            f" ORDER BY {key} IS NULL, {key} {way}, record.changed DESC LIMIT ?4 OFFSET ?5",
            values,
        )
        return [seq for (seq,) in rows]

    def _by_name(self, kind: str, order: Order, values: Sequence[Any]) -> list[int]:
        """By what the record, or the person it points at, is called; where that has no name, by code, at the end."""
        if order.by == "called":
            whose, pointing = kind, "(SELECT id FROM revision WHERE revision.seq = record.seq)"
        else:
            whose = "person"
            pointing = "(SELECT target FROM reference WHERE source = record.seq AND path = ?4 LIMIT 1)"
        asked = values if order.by == "called" else (*values, order.by)
        rows = self._databases[0].all(f"SELECT seq, {pointing} FROM record {_OF_KIND}", asked)  # noqa: S608
        names = self._names(whose, self._databases if order.named else self._databases[:1])
        known = [(names[target], seq) for seq, target in rows if target in names]
        coded = [(target, seq) for seq, target in rows if target is not None and target not in names]
        bare = [seq for seq, target in rows if target is None]
        known.sort(reverse=order.descending)
        coded.sort(reverse=order.descending)
        return [seq for _, seq in known] + [seq for _, seq in coded] + bare

    def _names(self, kind: str, databases: Sequence[Database]) -> dict[bytes, str]:
        """By id, as it is read aloud where that is known: of several names the one that came first."""
        if kind not in _CALLED_BY:
            return {}
        values = (*_CALLED_BY[kind], _SLOTS, PINYIN)
        found: dict[bytes, str] = {}
        for database in databases:
            found.update({target: words for target, words in database.all(_NAMES, values) if words})
        return found
