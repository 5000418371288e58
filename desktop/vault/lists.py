"""Lists of records, read from the projections alone."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from desktop.domain.indexing import code_token
from desktop.errors import Damaged
from desktop.history.revision import is_id
from desktop.vault.connection import Database
from desktop.vault.index import SLOTS, TERMS
from desktop.vault.orders import Orders
from desktop.vault.revisions import Revisions
from desktop.vault.rows import Order, Row

_SEEN = """
    SELECT record.seq, revision.id, record.kind, record.title, record.at, record.conflicts, record.gone, record.sealed
    FROM record JOIN revision ON revision.seq = record.seq
"""
_SEEN_ALONE = """
    SELECT record.seq, NULL, record.kind, record.title, record.at, record.conflicts, record.gone, record.sealed
    FROM record
"""
# The page is picked from the index alone, so that skipping many rows reads none of them.
_PAGE = """
    WHERE record.seq IN (
        SELECT seq FROM {among} WHERE kind = ?1 AND gone <= ?2 {only} ORDER BY changed DESC LIMIT ?3 OFFSET ?4
    ) ORDER BY record.changed DESC
"""
_THESE = "WHERE record.seq IN (SELECT value FROM json_each(?1)) ORDER BY record.changed DESC"
# What is chosen from: of a few each is looked up, so that all others of the kind cost nothing; of many the index is
# gone through once. CROSS JOIN keeps this order.
_FEW = 1_000
_AMONG_FEW = ("json_each({numbers}) CROSS JOIN record ON record.seq = value", "")
_AMONG_MANY = ("record", "AND +seq IN (SELECT value FROM json_each({numbers}))")
_ALL = ("record", "")


class Lists:
    """Rows of `a.db`; titles and conflicts of sealed records come from `b.db` while that is given."""

    def __init__(self, database: Database, identities: Database | None) -> None:
        self._database = database
        self._identities = identities
        self._revisions = Revisions(database)

    def rows(
        self,
        kind: str,
        *,
        offset: int = 0,
        limit: int = 200,
        only: Collection[int] | None = None,
        include_deleted: bool = False,
        order: Order | None = None,
    ) -> list[Row]:
        """A page of a kind, what changed here last at the front. only: numbers of the records to choose from."""
        if order is not None and order != Order():
            gone = int(include_deleted)
            orders = Orders(self._databases())
            seqs = orders.page(kind, order, offset=offset, limit=limit, only=only, gone=gone)
            return self._in_order(seqs)
        values: list[Any] = [kind, int(include_deleted), limit, offset]
        if only is not None:
            values.append(json.dumps(sorted(only)))
        among, chosen = _chosen(only, "?5")
        return self._shown(self._read(_PAGE.format(among=among, only=chosen), values))

    def _in_order(self, seqs: list[int]) -> list[Row]:
        rows = {row.id: row for row in self.these(seqs)}
        ids = self._revisions.ids(seqs)
        return [rows[ids[seq]] for seq in seqs]

    def these(self, seqs: Iterable[int]) -> list[Row]:
        """The rows of some records, in the same order."""
        return self._shown(self._read(_THESE, (json.dumps(list(seqs)),)))

    def count(self, kind: str, only: Collection[int] | None = None, *, include_deleted: bool = False) -> int:
        """How many rows there are in all."""
        among, chosen = _chosen(only, "?3")
        statement = f"SELECT COUNT(*) FROM {among} WHERE kind = ?1 AND gone <= ?2 {chosen}"  # noqa: S608 - our own words
        values: list[Any] = [kind, int(include_deleted)]
        if only is not None:
            values.append(json.dumps(sorted(only)))
        return int(self._database.value(statement, values))

    def saying(self, kind: str, fields: Collection[str], terms: Iterable[tuple[str, str]]) -> set[int]:
        """Numbers of the records in sight of a kind with words in one of these fields, or one of these terms in any.

        A date has the words it was said in. terms: vocabulary and code.
        """
        tokens = [f" {code_token(*term)} " for term in terms]
        rows = self._database.all(
            "SELECT DISTINCT record.seq FROM record CROSS JOIN text ON text.id BETWEEN record.seq * ?3"
            " AND record.seq * ?3 + ?3 - 1 WHERE kind = ?1 AND gone = 0"
            " AND (text.path IN (SELECT value FROM json_each(?2)) OR (text.path = ?4 AND EXISTS"
            " (SELECT 1 FROM json_each(?5) WHERE instr(' ' || text.words || ' ', value))))",
            (kind, json.dumps(list(fields)), SLOTS, TERMS, json.dumps(tokens)),
        )
        return {seq for (seq,) in rows}

    def referring(self, record: str, kind: str | None = None, path: str | None = None) -> set[int]:
        """Numbers of the records that point at this one and are in sight, of one kind or any, by one field or any."""
        found: set[int] = set()
        for database in self._databases():
            rows = database.all(
                "SELECT DISTINCT source FROM reference CROSS JOIN record ON record.seq = source"
                " WHERE target = ?1 AND gone = 0 AND (?2 IS NULL OR kind = ?2) AND (?3 IS NULL OR path = ?3)",
                (bytes.fromhex(record) if is_id(record) else None, kind, path),
            )
            found.update(seq for (seq,) in rows)
        return found

    def referring_any(self, records: Collection[str], kind: str) -> set[int]:
        """Numbers of the records of a kind in sight that point at one of several."""
        found: set[int] = set()
        for database in self._databases():
            rows = database.all(
                # CROSS JOIN keeps this order: without statistics the planner begins with every record of the kind
                "SELECT DISTINCT source FROM json_each(?1) CROSS JOIN reference ON target = unhex(value)"
                " CROSS JOIN record ON record.seq = source WHERE kind = ?2 AND gone = 0",
                (json.dumps(list(records)), kind),
            )
            found.update(seq for (seq,) in rows)
        return found

    def referring_by(self, records: Collection[str]) -> dict[str, dict[int, str]]:
        """By id of several records the numbers and kinds of what points at each of them and is in sight."""
        found: dict[str, dict[int, str]] = {}
        for database in self._databases():
            rows = database.all(
                "SELECT value, source, kind FROM json_each(?1) CROSS JOIN reference ON target = unhex(value)"
                " CROSS JOIN record ON record.seq = source WHERE gone = 0",
                (json.dumps([record for record in records if is_id(record)]),),
            )
            for record, source, kind in rows:
                found.setdefault(record, {})[source] = kind
        return found

    def kinds(self, records: Collection[str]) -> dict[str, str]:
        """By id the kind of several records."""
        rows = self._database.all(
            "SELECT value, kind FROM json_each(?1) CROSS JOIN revision ON revision.id = unhex(value)"
            " CROSS JOIN record ON record.seq = revision.seq WHERE revision.record = revision.seq",
            (json.dumps([record for record in records if is_id(record)]),),
        )
        return dict(rows)

    def referring_many(self, records: Collection[str], kind: str) -> dict[str, list[Row]]:
        """For many records at once, the rows of one kind that point at each: a person's names, say."""
        wanted = json.dumps(list(records))
        sources: dict[str, list[int]] = {}
        for database in self._databases():
            rows = database.all(
                # CROSS JOIN keeps this order: without statistics the planner begins with every record of the kind
                "SELECT target, source FROM json_each(?1) CROSS JOIN reference ON target = unhex(value)"
                " CROSS JOIN record ON record.seq = source WHERE kind = ?2 AND gone = 0 ORDER BY source",
                (wanted, kind),
            )
            for target, source in rows:
                sources.setdefault(target.hex(), []).append(source)
        numbers = {seq for several in sources.values() for seq in several}
        shown = {row.id: row for row in self.these(numbers)}
        ids = self._revisions.ids(numbers)
        return {
            record: [shown[ids[seq]] for seq in dict.fromkeys(several) if ids[seq] in shown]
            for record, several in sources.items()
        }

    def _databases(self) -> list[Database]:
        return [self._database] if self._identities is None else [self._database, self._identities]

    def _read(self, rest: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Rows with the ids of their records; those from an index, where a page with a record's root is damaged."""
        try:
            return self._database.all(_SEEN + rest, values)
        except Damaged:
            rows = self._database.all(_SEEN_ALONE + rest, values)
            ids = self._revisions.ids(row[0] for row in rows)
            return [(row[0], bytes.fromhex(ids[row[0]]), *row[2:]) for row in rows if row[0] in ids]

    def _shown(self, rows: list[tuple[Any, ...]]) -> list[Row]:
        hidden = self._from_identities([row[0] for row in rows if row[7]])
        shown = []
        for seq, identifier, kind, title, at, conflicts, gone, _ in rows:
            record = identifier.hex()
            known = hidden.get(seq, (title, conflicts, gone))
            shown.append(Row(record, self._revisions.code(record), kind, known[0], at, known[1], bool(known[2])))
        return shown

    def _from_identities(self, seqs: list[int]) -> dict[int, tuple[str, int, int]]:
        if self._identities is None or not seqs:
            return {}
        rows = self._identities.all(
            "SELECT seq, title, conflicts, gone FROM record WHERE seq IN (SELECT value FROM json_each(?))",
            (json.dumps(seqs),),
        )
        return {seq: (title, conflicts, gone) for seq, title, conflicts, gone in rows}


def _chosen(only: Collection[int] | None, numbers: str) -> tuple[str, str]:
    """What is chosen from, and a further condition. numbers: the parameter they are given by."""
    among, further = _ALL if only is None else _AMONG_FEW if len(only) <= _FEW else _AMONG_MANY
    return among.format(numbers=numbers), further.format(numbers=numbers)
