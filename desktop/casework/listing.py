"""Lists as tables: which columns a kind has, what stands in them, and in which order the rows come."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop.casework import reading, recorded_twice, task_list
from desktop.casework.first_hand import first_hand
from desktop.casework.naming import Calling
from desktop.casework.records import Listed, listed
from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.domain.date_show import briefly
from desktop.domain.mentions import mentioned
from desktop.domain.titles import parts
from desktop.vault.rows import Order, Row

__all__ = ["COLUMNS", "NEWEST", "Column", "Entry", "Order", "Table", "columns", "table", "tasks_about", "usual"]

NEWEST = Order()
_DATED = {"event": "date", "task": task_list.DUE}
STANDING = "standing"
USUAL: Mapping[str, Order] = {"task": Order(STANDING, descending=False)}
"""By kind the order of a list nobody has ordered; of others what changed last comes first."""


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
    "person": (Column("name", "called"), Column("case"), _CODE, _CHANGED),
    "evidence": (Column("title", "called"), Column("case", "case"), _CODE, _CHANGED),
    "testimony": (
        Column("date", "date", latest_first=True),
        Column("speaker", "speaker"),
        Column("words"),
        Column("case", "case"),
        _CODE,
        _CHANGED,
    ),
    "event": (Column("title", "title"), Column("date", "date", latest_first=True), Column("case", "case"), *_PLAIN[1:]),
    "task": (Column("title", "title"), Column("standing", STANDING), Column("due", "date"), *_PLAIN[1:]),
}
"""name: "name" | "title" | "date" | "speaker" | "words" | "case" | "standing" | "due" | "code" | "changed"."""


@dataclass(frozen=True)
class Entry:
    """A row of a table. also: by which codes else the same person is recorded.

    cells: by column; that of "changed" is left to whoever shows it, and of "standing" the words: it holds one of
    `task_list.Standing`.
    """

    listed: Listed
    cells: tuple[str, ...] = field(repr=False)
    also: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Table:
    """A piece of a list. total: how many there are in all.

    among: the records it is chosen from, where not all of them are: the next piece need not find them out anew.
    """

    rows: tuple[Entry, ...]
    total: int
    among: frozenset[str] | None = field(default=None, repr=False)


def columns(kind: str) -> tuple[Column, ...]:
    """The columns of a kind."""
    return COLUMNS.get(kind, _PLAIN)


def usual(kind: str) -> Order:
    """The order of a list nobody has ordered."""
    return USUAL.get(kind, NEWEST)


def table(
    ws: Workspace,
    kind: str,
    *,
    text: str = "",
    first_hand_only: bool = False,
    order: Order = NEWEST,
    offset: int = 0,
    limit: int = 200,
    among: frozenset[str] | None = None,
) -> Table:
    """Rows of a kind that have the words, a person once. Names order the rows only while they are shown.

    among: what the piece before said, where nothing changed since.
    """
    asked = replace(order, named=ws.names_shown)
    if first_hand_only and among is None:
        among = first_hand(ws, kind)
    if order.by == STANDING:
        every = task_list.in_order(ws, text, turned=order.descending)
        return Table(tuple(_entries(ws, kind, every[offset : offset + limit])), len(every))
    twice = recorded_twice.groups(ws) if kind == "person" else {}
    instead = {other: first for first, others in twice.items() for other in others}
    read_as = reading.labelled(ws)
    rows = ws.vault.rows(
        kind,
        offset=offset,
        limit=limit,
        text=text,
        labelled=read_as,
        among=among,
        instead=instead,
        order=asked if order != NEWEST else None,
    )
    entries = (
        replace(one, also=recorded_twice.codes(ws, twice.get(one.listed.id, ()))) for one in _entries(ws, kind, rows)
    )
    return Table(tuple(entries), ws.vault.count(kind, text=text, labelled=read_as, among=among, instead=instead), among)


def tasks_about(ws: Workspace, record: str) -> tuple[Entry, ...]:
    """What is to be done about a record, as the list of all tasks has it when nobody has ordered it."""
    return tuple(_entries(ws, "task", task_list.in_order(ws, referring_to=record)))


def _entries(ws: Workspace, kind: str, rows: Sequence[Row]) -> Iterator[Entry]:
    calling = Calling(ws)
    if kind == "testimony":
        calling.prepare(mention.person for row in rows for mention in mentioned(row.title))
    cases = _cases(ws, calling, rows) if any(column.name == "case" for column in columns(kind)) else {}
    told = ws.vault.states([row.id for row in rows]) if kind in _DATED else {}
    for row, shown in zip(rows, listed(ws, rows), strict=True):
        cells = {"title": shown.title, "name": shown.title, "code": shown.beside, "case": cases.get(row.id, "")}
        if kind == "testimony":
            person, date, words = parts(row.title)
            said = (calling.notation(person), briefly(calling.notation(date)), calling.notation(words))
            cells.update(zip(("speaker", "date", "words"), said, strict=True))
        if row.id in told:
            cells.update(_dated(ws, kind, told[row.id].nested()))
        yield Entry(shown, tuple(cells.get(column.name, "") for column in columns(kind)))


def _dated(ws: Workspace, kind: str, nested: Mapping[str, JSON]) -> Iterator[tuple[str, str]]:
    """The title without its date, which has a column of its own; and how it stands with a task."""
    title, date = nested.get("title"), nested.get(_DATED[kind])
    if isinstance(title, str) and title.strip():
        yield "title", title
    yield ("due" if kind == "task" else "date"), briefly(reading.date_text(ws, date))
    if kind == "task":
        yield "standing", task_list.standing(nested, day_of(ws))


def _cases(ws: Workspace, calling: Calling, rows: Sequence[Row]) -> dict[str, str]:
    """What the case of each row is called."""
    belonging = ws.vault.cases_of([row.id for row in rows])
    called = {case.id: calling.listed(case) for case in ws.vault.rows_of(set(belonging.values()))}
    return {record: called[case] for record, case in belonging.items() if case in called}
