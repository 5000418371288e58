"""Bringing a table or records in: every problem first, then all rows or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.casework import import_needless, import_people, import_records
from desktop.casework.import_marks import Marks
from desktop.casework.import_rows import Making, More, Row, Rows, Trouble, Troubles, existing_source
from desktop.casework.outfiles import read_existing
from desktop.casework.workspace import Changes, Progress, Workspace
from desktop.casework.writing import Pending
from desktop.domain.registry import declaration
from desktop.errors import Refused
from desktop.formats import csv_in
from desktop.vault.derived import DerivedRecord

__all__ = ["ColumnUse", "ImportPreview", "More", "Trouble", "accept_import", "preview_file", "preview_import", "reason"]

PEOPLE = "person"
CERTAIN = frozenset({"utf-8", "utf-8-sig", "utf-16", "utf-32"})
"""Encodings that say themselves what they are, or fit by no chance; any other was guessed."""
_ORIGIN = "import"


@dataclass(frozen=True, repr=False)
class ColumnUse:
    """What becomes of a column. target: "name" | "sex" | "birth" | "death" | "source" | "note" | "record"."""

    header: str
    target: str


@dataclass(frozen=True)
class ImportPreview:
    """What taking the file would make. rows: in the file; known: rows that are here already.

    makes: records by kind. troubles: what is odd, those that stand in the way first. encoding: "" for JSON Lines.
    sample: the first rows as read.
    """

    kind: str
    rows: int
    new: int
    known: int
    columns: tuple[ColumnUse, ...]
    makes: tuple[tuple[str, int], ...]
    troubles: tuple[Trouble, ...]
    more: tuple[More, ...]
    encoding: str
    sample: tuple[tuple[str, ...], ...] = field(repr=False)
    fresh: tuple[Row, ...]
    ids: Mapping[str, str] = field(repr=False)

    @property
    def blocked(self) -> bool:
        """Whether something has to be put right in the file first."""
        return any(trouble.blocking for trouble in self.troubles)

    @property
    def troubles_count(self) -> int:
        """Those listed and the others."""
        return len(self.troubles) + sum(more.count for more in self.more)


def preview_file(ws: Workspace, file: Path, *, kind: str = PEOPLE, progress: Progress | None = None) -> ImportPreview:
    """`preview_import` of a file. Refused `file.too_large`, `file.not_regular`; Hindered `file.unreadable`."""
    return preview_import(ws, read_existing(file, limit=csv_in.MAX_BYTES + 1), kind=kind, progress=progress)


def preview_import(
    ws: Workspace, untrusted: bytes, *, kind: str = PEOPLE, progress: Progress | None = None
) -> ImportPreview:
    """Read a table of people, or a table or JSON Lines as we export them, and say what they would become.

    Refused `kind.unknown`, `import.empty`, `import.no_name_column`, `import.columns`, `text.encoding`, `table.…`.
    """
    declaration(kind)
    rows = _read(ws, untrusted, kind)
    sorting = _Sorting(Marks(ws), rows.troubles)
    for done, row in enumerate(rows.rows, start=1):
        sorting.take(row)
        if progress:
            progress(done, len(rows.rows))
    fresh, troubles = sorting.fresh, rows.troubles
    for trouble in import_records.dangling(ws, fresh, sorting.ids):
        troubles.add(trouble)
    for trouble in import_needless.in_identities(ws, fresh) if kind == "identity" else ():
        troubles.add(trouble)
    return ImportPreview(
        kind=kind,
        rows=len(rows.rows),
        new=len(fresh),
        known=len(rows.rows) - len(fresh),
        columns=tuple(ColumnUse(header, target) for header, target in rows.columns),
        makes=_makes(ws, fresh),
        troubles=troubles.listed,
        more=troubles.more,
        encoding=rows.encoding,
        sample=rows.sample,
        fresh=tuple(fresh),
        ids=sorting.ids,
    )


def accept_import(ws: Workspace, preview: ImportPreview, *, progress: Progress | None = None) -> Changes:
    """All of it in one transaction, or nothing. The same file again makes no duplicates.

    Refused `import.blocked` while a problem stands in the way.
    """
    if preview.blocked:
        more = sum(more.count for more in preview.more if more.blocking)
        raise Refused("import.blocked", rows=more + sum(trouble.blocking for trouble in preview.troubles))
    marks = Marks(ws)
    making = Making(ws, Pending(ws), dict(preview.ids))
    kept: list[DerivedRecord] = []
    for done, row in enumerate(preview.fresh):
        if marks.known(row) is None:  # somebody may have imported it since
            kept.append(DerivedRecord(_ORIGIN, row.make(making), marks.of(row), b""))
        if progress:
            progress(done + 1, len(preview.fresh))
    # First the marks: one that points at a record which then was not kept counts for nothing.
    ws.vault.derived.keep_all(kept)
    return making.pending.commit()


def reason(trouble: Trouble | More, ws: Workspace) -> str:
    """Why a cell is listed, in the workspace's language."""
    return ws.vocabularies.label("import_troubles", trouble.code, ws.language)


def _read(ws: Workspace, untrusted: bytes, kind: str) -> Rows:
    """JSON Lines begin with a brace, whatever their name; anything else is a table."""
    if not untrusted.strip(b"\xef\xbb\xbf \t\r\n"):
        raise Refused("import.empty")
    if untrusted.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return import_records.from_lines(untrusted, kind)
    table = csv_in.read_table(untrusted)
    if import_records.is_own(table.header, kind):
        return import_records.from_table(ws, table, kind)
    if kind != PEOPLE:
        raise Refused("import.columns")
    people = import_people.from_table(table)
    for trouble in import_needless.in_columns(table, people.columns):
        people.troubles.add(trouble)
    return people


def _makes(ws: Workspace, fresh: Sequence[Row]) -> tuple[tuple[str, int], ...]:
    counted = Counter(kind for row in fresh for kind in row.makes)
    shared = {source for row in fresh for source in row.shares}
    if new := sum(existing_source(ws, source) is None for source in shared):
        counted["source"] = new
    return tuple(counted.items())


@dataclass
class _Sorting:
    """Telling the rows that are new from those that are here. ids: of the latter, by their id in the file."""

    marks: Marks
    troubles: Troubles
    fresh: list[Row] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict, repr=False)
    seen: set[tuple[str, str]] = field(default_factory=set, repr=False)

    def take(self, row: Row) -> None:
        """Sort one row."""
        if row.key in self.seen:
            self.troubles.add(Trouble(row.number, "", "duplicate_row", "", blocking=False))
            return
        self.seen.add(row.key)
        known = self.marks.known(row)
        if known is None:
            self.fresh.append(row)
        elif row.record is not None:
            self.ids[row.record] = known
