"""Records as we export them, as JSON Lines or as a table, read back."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.casework import cells
from desktop.casework.accepting import STATUS, UNDECIDED, anchored, is_accepted
from desktop.casework.import_rows import Making, Row, Rows, Trouble, Troubles, beginning, sample
from desktop.casework.workspace import JSON, Workspace
from desktop.domain.checking import check
from desktop.domain.date_input import with_dates
from desktop.domain.date_words import parse_words
from desktop.domain.dates import DateValue
from desktop.domain.registry import declaration
from desktop.domain.relative_dates import relative_of
from desktop.domain.walk import leaves
from desktop.errors import JiashuError, Refused
from desktop.formats.csv_in import MAX_ROWS, Table
from desktop.formats.csv_in import Row as Cells
from desktop.formats.encoding import decode
from desktop.history import shape

_ID = re.compile(r"[0-9a-f]{64}")
_IDS = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_BLOCKING = ("value.", "absent.", "date.")


@dataclass(frozen=True)
class RecordRow:
    """One record. fields: as nested JSON, its references as in the file."""

    number: int
    key: tuple[str, str] = field(repr=False)
    record: str | None
    kind: str
    fields: Mapping[str, JSON] = field(repr=False)
    refers: Mapping[str, str]
    shares: Sequence[str] = field(default=(), repr=False)

    @property
    def makes(self) -> Sequence[str]:
        return [self.kind]

    def make(self, making: Making) -> str:
        """The record, pointing at what its neighbours in the file have become."""
        text = _IDS.sub(lambda found: making.ids.get(found[0], found[0]), json.dumps(self.fields))
        record = making.pending.create(self.kind, json.loads(text))
        if self.record is not None:
            making.ids[self.record] = record
        return record


def is_own(header: Sequence[str], kind: str) -> bool:
    """Whether every column is a field of the kind: then it is a table of records."""
    return set(header) <= {*cells.OWN, *declaration(kind).fields} and len(set(header)) == len(header)


def from_table(ws: Workspace, table: Table, kind: str) -> Rows:
    """A table whose columns are fields; references may be ids or codes."""
    troubles = Troubles()
    troubles.add_table(table)
    rows = [_row_of(ws, table, each, kind, troubles) for each in table.rows]
    return Rows(
        rows=_in_order([row for row in rows if row is not None]),
        columns=[(name, "record") for name in table.header],
        troubles=troubles,
        encoding=table.encoding,
        sample=sample(table),
    )


def from_lines(untrusted: bytes, kind: str) -> Rows:
    """JSON Lines: each a record's fields, or ``{"id", "fields"}`` as exported.

    Refused `text.encoding`, `table.too_many_rows`.
    """
    text, encoding = decode(untrusted)
    troubles = Troubles()
    rows: list[RecordRow] = []
    for number, line in enumerate(_lines(text), start=1):
        if line.strip():
            row = _row_of_line(line, number, kind, troubles)
            rows += [] if row is None else [row]
        if len(rows) > MAX_ROWS:
            raise Refused("table.too_many_rows", limit=MAX_ROWS)
    return Rows(_in_order(rows), [], troubles, encoding, ())


def _lines(text: str) -> Iterator[str]:
    """One after the other: a list of all could take many times the room of the text."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def dangling(ws: Workspace, fresh: Sequence[Row], ids: Iterable[str]) -> Iterator[Trouble]:
    """References to records that are neither here nor made before in the same file; nobody is created for them.

    ids: of rows whose record is here already.
    """
    here = set(ids)
    for row in fresh:
        for path, target in row.refers.items():
            if target not in here and (not _ID.fullmatch(target) or ws.vault.kind_of(target) is None):
                yield Trouble(row.number, path, "reference_missing", target[:64], blocking=True)
        if row.record is not None:
            here.add(row.record)


def _row_of_line(line: str, number: int, kind: str, troubles: Troubles) -> RecordRow | None:
    try:
        value = json.loads(line, parse_float=_whole, parse_constant=_whole)
    except (ValueError, RecursionError):
        troubles.add(Trouble(number, "", "json", "", blocking=True))
        return None
    if not isinstance(value, dict):
        troubles.add(Trouble(number, "", "not_an_object", "", blocking=True))
        return None
    record = value.get("id") if isinstance(value.get("id"), str) and _ID.fullmatch(value["id"]) else None
    inner = value.get("fields")
    fields = inner if isinstance(inner, dict) else value
    if value.get("kind", kind) != kind and "fields" in value:
        troubles.add(Trouble(number, "", "other_kind", str(value.get("kind"))[:40], blocking=True))
        return None
    return _checked(number, record, kind, fields, troubles)


def _row_of(ws: Workspace, table: Table, row: Cells, kind: str, troubles: Troubles) -> RecordRow | None:
    declared = declaration(kind).fields
    fields: dict[str, JSON] = {}
    record = None
    for name, cell in zip(table.header, row.cells, strict=True):
        if name == "id":
            record = cell if _ID.fullmatch(cell) else None
        elif name in declared and cell:
            try:
                value = cells.read_cell(declared[name], cell)
            except (ValueError, RecursionError):
                troubles.add(Trouble(row.number, name, "cell", beginning(cell), blocking=True))
                return None
            fields[name] = _by_code(ws, value) if declared[name].type == "ref" else value
    return _checked(row.number, record, kind, fields, troubles)


def _by_code(ws: Workspace, value: JSON) -> JSON:
    """A reference written as a code becomes the id it means, if it means one."""
    if not isinstance(value, str) or _ID.fullmatch(value):
        return value
    try:
        found = ws.vault.find_code(value)
    except Refused:
        return value
    return found[0] if len(found) == 1 else value


def _checked(
    number: int, record: str | None, kind: str, fields: Mapping[str, JSON], troubles: Troubles
) -> RecordRow | None:
    try:
        nested = shape.nest(
            {path: value for path, value in shape.flatten(with_dates(kind, fields)).items() if value is not None}
        )
    except JiashuError:
        troubles.add(Trouble(number, "", "shape", "", blocking=True))
        return None
    if not nested:
        troubles.add(Trouble(number, "", "empty_record", "", blocking=True))
        return None
    refers = {
        path: value
        for path, field, value in leaves(declaration(kind).fields, nested)
        if field.type == "ref" and isinstance(value, str)
    }
    problems = [problem for problem in check(kind, nested) if problem.path not in refers]
    for path, _field, value in leaves(declaration(kind).fields, nested):
        if (counted := relative_of(value)) is not None:
            refers[path] = counted.to
    for problem in problems:
        blocking = problem.code.startswith(_BLOCKING)
        troubles.add(Trouble(number, problem.path, problem.code.replace(".", "_"), "", blocking))
    for path, said in _not_understood(kind, nested):
        troubles.add(Trouble(number, path, f"date_{said.flag}", beginning(said.words), blocking=False))
    flat = shape.flatten(nested)
    if is_accepted(kind, flat) and not any(anchored(flat)):
        troubles.add(Trouble(number, STATUS[kind], "no_source", "", blocking=False))
        nested = {**nested, STATUS[kind]: UNDECIDED}
    if kind == "evidence" and flat.get("shows_person") is False:
        troubles.add(Trouble(number, "shows_person", "not_looked_at", "", blocking=False))
        nested = {name: value for name, value in nested.items() if name != "shows_person"}
    key = record or json.dumps(fields, sort_keys=True, ensure_ascii=False)
    return RecordRow(number, ("", f"{kind} {key}"), record, kind, nested, refers)


def _not_understood(kind: str, nested: Mapping[str, JSON]) -> Iterator[tuple[str, DateValue]]:
    """Dates kept in words alone, each with why."""
    for path, decl, value in leaves(declaration(kind).fields, nested):
        if decl.type == "date" and isinstance(value, dict) and not value.get("edtf"):
            words = value.get("words")
            if isinstance(words, str) and (said := parse_words(words)).flag:
                yield path, said


def _in_order(rows: Sequence[RecordRow]) -> list[RecordRow]:
    """Rows that others of the file point at before those; a circle is left as it stands and reported as dangling.

    Layer by layer, each in the order of the file.
    """
    open_ids = Counter(row.record for row in rows)
    awaited: dict[str, list[int]] = {}
    awaits: list[int] = []
    for place, row in enumerate(rows):
        wanted = {target for target in row.refers.values() if target in open_ids}
        awaits.append(len(wanted))
        for target in wanted:
            awaited.setdefault(target, []).append(place)
    layer = [place for place, count in enumerate(awaits) if not count]
    ordered: list[int] = []
    while layer:
        ordered += layer
        freed: list[int] = []
        for place in layer:
            record = rows[place].record
            open_ids[record] -= 1
            if record is not None and not open_ids[record]:
                freed += awaited.get(record, ())
        for place in freed:
            awaits[place] -= 1
        layer = sorted({place for place in freed if not awaits[place]})
    done = set(ordered)
    return [rows[place] for place in (*ordered, *(place for place in range(len(rows)) if place not in done))]


def _whole(_text: str) -> JSON:
    raise ValueError("numbers are whole")
