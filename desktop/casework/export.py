"""Everything out, in clear, into a folder the person chose: for the day this program is no longer wanted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.casework import cells, evidence
from desktop.casework.outfiles import new_file, new_folder
from desktop.casework.workspace import JSON, Progress, Workspace
from desktop.domain.registry import KINDS
from desktop.errors import Refused
from desktop.formats.csv_out import write_table
from desktop.vault.files import check_room
from desktop.vault.rows import Row

_PAGE = 1000
_FILES = "evidence"


@dataclass(frozen=True)
class ExportPreview:
    """What would be written. records: counts by kind; files, bytes: of evidence. identities: whether names, numbers
    and sealed evidence are among it (the compartment is open). left_out: sealed records that stay because it is not."""

    records: tuple[tuple[str, int], ...]
    files: int
    bytes: int
    identities: bool
    left_out: int


@dataclass(frozen=True, repr=False)
class Exported:
    """The files written, by their place in the folder. left_out: sealed records that are not in them."""

    folder: Path
    files: tuple[str, ...]
    left_out: int


def preview_export(ws: Workspace) -> ExportPreview:
    """Counts, so that nobody is surprised."""
    sizes = [described.size for _, described in _evidence(ws)]
    records = ((kind, ws.vault.count(kind) - _left_out(ws, kind)) for kind in KINDS)
    return ExportPreview(
        records=tuple((kind, count) for kind, count in records if count),
        files=len(sizes),
        bytes=sum(sizes),
        identities=ws.vault.compartment_open,
        left_out=sum(_left_out(ws, kind) for kind in KINDS),
    )


def export_all(ws: Workspace, folder: Path, *, progress: Progress | None = None) -> Exported:
    """JSON Lines and a table a kind, and the evidence under its own names.

    A file at a time stands there whole; after an exception some are missing. What is sealed goes only while the
    compartment is open. Refused `file.exists` unless the folder is new or empty; Hindered `disk.full` before anything
    is written where the evidence has no room.
    """
    new_folder(folder)
    written: list[str] = []
    kinds = [kind for kind in KINDS if ws.vault.count(kind)]
    files = list(_evidence(ws))
    check_room(folder, sum(described.size for _, described in files))
    total = len(kinds) + len(files)
    for kind in kinds:
        records = list(_records(ws, kind))
        if records:
            written += _write_kind(folder, kind, records)
        _tell(progress, len(written), total)
    if files:
        new_folder(folder / _FILES)
    taken: set[str] = set()
    for record, described in files:
        name = f"{_FILES}/{_file_name(described, taken)}"
        evidence.extract(ws, record, folder / name)
        written.append(name)
        _tell(progress, len(written), total)
    return Exported(folder, tuple(written), sum(_left_out(ws, kind) for kind in KINDS))


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress:
        progress(min(done, total), total)


def _records(ws: Workspace, kind: str) -> Iterator[tuple[str, str, Mapping[str, JSON]]]:
    """Id, code and values of every record of a kind that can be read, the oldest first."""
    for row in reversed(list(_rows(ws, kind))):
        state = ws.vault.state(row.id)
        if not state.sealed or ws.vault.compartment_open:
            yield row.id, row.code, state.nested()


def _left_out(ws: Workspace, kind: str) -> int:
    """Records of a kind that cannot be read now."""
    return 0 if ws.vault.compartment_open else ws.vault.count_sealed(kind)


def _rows(ws: Workspace, kind: str) -> Iterator[Row]:
    offset = 0
    while rows := ws.vault.rows(kind, offset=offset, limit=_PAGE):
        yield from rows
        offset += len(rows)


def _write_kind(folder: Path, kind: str, records: Sequence[tuple[str, str, Mapping[str, JSON]]]) -> list[str]:
    with new_file(folder / f"{kind}.jsonl") as out:
        for record, code, nested in records:
            line = {"id": record, "code": code, "kind": kind, "fields": nested}
            out.write(json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n")
    fields = KINDS[kind].fields
    header = cells.columns(fields, {name for _, _, nested in records for name in nested})
    rows = [
        [record, code, *(cells.write_cell(fields.get(name), nested.get(name)) for name in header[len(cells.OWN) :])]
        for record, code, nested in records
    ]
    with new_file(folder / f"{kind}.csv") as out:
        write_table(out, header, rows)
    return [f"{kind}.jsonl", f"{kind}.csv"]


def _evidence(ws: Workspace) -> Iterator[tuple[str, evidence.EvidenceFile]]:
    """Evidence whose file is here and can be opened now."""
    for row in _rows(ws, "evidence"):
        try:
            described = evidence.describe(ws, row.id)
        except Refused:  # names no file, or is sealed
            continue
        if described.readable:
            yield row.id, described


def _file_name(described: evidence.EvidenceFile, taken: set[str]) -> str:
    """The code, then the original name as far as every system can bear it; never a name twice."""
    ending = Path(described.name).suffix
    plain = "".join(sign if sign.isalnum() or sign in "-_. " else "_" for sign in Path(described.name).stem)
    name = f"{described.code} {plain[:80].strip(' .')}".strip()
    safe_ending = ending if ending[1:].isalnum() and len(ending) <= 10 else ""
    while name + safe_ending in taken:
        name += "_"
    taken.add(name + safe_ending)
    return name + safe_ending
