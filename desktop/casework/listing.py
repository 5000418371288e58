"""Lists as tables: which columns a kind has, what stands in them, and in which order the rows come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.casework.first_hand import first_hand
from desktop.casework.naming import Calling
from desktop.casework.records import Listed, listed
from desktop.casework.workspace import Workspace
from desktop.domain.mentions import CLOSE, OPEN, mentioned
from desktop.domain.titles import parts
from desktop.vault.rows import Order, Row

__all__ = ["COLUMNS", "NEWEST", "Column", "Entry", "Order", "Table", "columns", "table"]

NEWEST = Order()
_PLAIN_DATE = re.compile(rf"{OPEN}@(\d{{4}}(?:-\d\d){{0,2}}){CLOSE}")


@dataclass(frozen=True)
class Column:
    """name: what it shows. by: what the vault orders it by, "" where it orders by nothing there.

    latest_first: whoever orders by it wants to see the latest.
    """

    name: str
    by: str = field(default="", repr=False)
    latest_first: bool = False


_CODE, _CHANGED = Column("code", "code"), Column("changed", "changed", latest_first=True)
_PLAIN = (Column("title", "title"), _CODE, _CHANGED)
COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "person": (Column("name", "called"), _CODE, _CHANGED),
    "evidence": (Column("title", "called"), _CODE, _CHANGED),
    "testimony": (
        Column("date", "date", latest_first=True),
        Column("speaker", "speaker"),
        Column("words"),
        Column("case", "case"),
        _CODE,
        _CHANGED,
    ),
}
"""name: "name" | "title" | "date" | "speaker" | "words" | "case" | "code" | "changed"."""


@dataclass(frozen=True)
class Entry:
    """A row of a table. cells: by column; that of "changed" is left to whoever shows it."""

    listed: Listed
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class Table:
    """A piece of a list. total: how many there are in all."""

    rows: tuple[Entry, ...]
    total: int


def columns(kind: str) -> tuple[Column, ...]:
    """The columns of a kind."""
    return COLUMNS.get(kind, _PLAIN)


def table(
    ws: Workspace,
    kind: str,
    *,
    text: str = "",
    first_hand_only: bool = False,
    order: Order = NEWEST,
    offset: int = 0,
    limit: int = 200,
) -> Table:
    """Rows of a kind that have the words. Names order the rows only while they are shown."""
    asked = replace(order, named=ws.names_shown)
    among = first_hand(ws, kind) if first_hand_only else None
    rows = ws.vault.rows(
        kind, offset=offset, limit=limit, text=text, among=among, order=asked if order != NEWEST else None
    )
    return Table(tuple(_entries(ws, kind, rows)), ws.vault.count(kind, text=text, among=among))


def _entries(ws: Workspace, kind: str, rows: Sequence[Row]) -> Iterator[Entry]:
    calling = Calling(ws)
    if kind == "testimony":
        calling.prepare(mention.person for row in rows for mention in mentioned(row.title))
    cases = _cases(ws, calling, rows) if any(column.name == "case" for column in columns(kind)) else {}
    for row, shown in zip(rows, listed(ws, rows), strict=True):
        cells = {"title": shown.title, "name": shown.title, "code": shown.beside, "case": cases.get(row.id, "")}
        if kind == "testimony":
            person, date, words = parts(row.title)
            told = (calling.notation(person), _short(date) or calling.notation(date), calling.notation(words))
            cells.update(zip(("speaker", "date", "words"), told, strict=True))
        yield Entry(shown, tuple(cells.get(column.name, "") for column in columns(kind)))


def _short(date: str) -> str:
    """A plain date as numbers, which is how a column of dates is read; of other dates nothing."""
    found = _PLAIN_DATE.fullmatch(date)
    return found[1] if found else ""


def _cases(ws: Workspace, calling: Calling, rows: Sequence[Row]) -> dict[str, str]:
    """What the case of each row is called."""
    belonging = ws.vault.cases_of([row.id for row in rows])
    called = {case.id: calling.listed(case) for case in ws.vault.rows_of(set(belonging.values()))}
    return {record: called[case] for record, case in belonging.items() if case in called}
