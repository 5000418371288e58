"""Everything out, in clear, into a folder the person chose: for ourselves, or without names for a purpose."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from desktop.casework import cells, custody, evidence, hidden_data
from desktop.casework.export_redacted import ForAPurpose
from desktop.casework.going_out import InClear, note_out
from desktop.casework.leaving import TEAM_SCOPE
from desktop.casework.outfiles import new_file, new_folder
from desktop.casework.outgoing import CLEANED, Outgoing
from desktop.casework.workspace import JSON, Progress, Workspace
from desktop.domain.consent_scopes import OUTSIDE
from desktop.domain.registry import KINDS
from desktop.errors import Refused
from desktop.formats.csv_out import write_table
from desktop.vault.files import check_room
from desktop.vault.outbox import TABLES

_PAGE = 1000
_FILES = "evidence"

Line = tuple[str, str, Mapping[str, JSON]]
"""Id, code and values of a record as they are written."""


@dataclass(frozen=True, repr=False)
class ExportPreview:
    """What would be written. records: counts by kind; files, bytes: of evidence. identities: whether names, numbers
    and sealed evidence are among it. left_out: sealed records that stay because the compartment is closed.

    scope: what it is for: `internal`, for ourselves, or a purpose outside, for which only redacted records are written.
    staying: how many records, by kind, stay for which reason (of `permission_reasons`, `handoff_reasons`).
    people: codes of the people whose data stays, with the reason.
    """

    records: tuple[tuple[str, int], ...]
    files: int
    bytes: int
    identities: bool
    left_out: int
    scope: str = TEAM_SCOPE
    staying: tuple[tuple[str, str, int], ...] = ()
    people: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, repr=False)
class Exported:
    """The files written, by their place in the folder. left_out: sealed records that are not in them.

    staying: as in the preview.
    """

    folder: Path
    files: tuple[str, ...]
    left_out: int
    staying: tuple[tuple[str, str, int], ...] = ()


class _Chosen(Protocol):
    """What of the vault is written: each record that goes, as it is written, and why each other stays."""

    def stays(self, record: str) -> str | None:
        """Why a record stays; None where it goes."""

    def line(self, record: str) -> Line:
        """A record that goes, as it is written."""

    def file(self, record: str) -> Outgoing | None:
        """What becomes of its file; None where that goes as it came."""


class _ForUs:
    """Every record as it is, of whoever did not say no to our own team."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._judged = InClear(ws)

    def stays(self, record: str) -> str | None:
        return self._judged.stays(record)

    def line(self, record: str) -> Line:
        return record, self._ws.vault.code(record), self._ws.vault.state(record).nested()

    def file(self, _record: str) -> None:
        """As it came: it stays ours."""


def preview_export(ws: Workspace, scope: str = TEAM_SCOPE) -> ExportPreview:
    """Counts, so that nobody is surprised. Refused `handoff.scope`, `vault.compartment_closed` as `export_all`."""
    chosen = _chosen(ws, scope)
    going, staying = _judged(ws, chosen)
    said = ((person, chosen.stays(person)) for person in _ids(ws, "person"))
    people = [(ws.vault.code(person), reason) for person, reason in said if reason]
    sizes = [described.size for described in _evidence(ws, chosen).values()]
    return ExportPreview(
        records=tuple((kind, len(records)) for kind, records in going.items()),
        files=len(sizes),
        bytes=sum(sizes),
        identities=ws.vault.compartment_open and scope == TEAM_SCOPE,
        left_out=_sealed_away(ws),
        scope=scope,
        staying=_counted(staying),
        people=tuple(people),
    )


def export_all(ws: Workspace, folder: Path, *, scope: str = TEAM_SCOPE, progress: Progress | None = None) -> Exported:
    """JSON Lines and a table a kind, and the evidence under its own names; remembered as having left.

    scope: `internal`, for ourselves: who said no to our team, or took it back, is left out, with every file that shows
    or holds somebody who did not agree to that. A purpose outside: redacted records alone, of whoever agreed to that
    purpose; everybody else is a bare code, and files go without what is hidden in them or not at all.
    A file at a time stands there whole; after an exception some are missing. What is sealed goes only while the
    compartment is open. Refused `file.exists` unless the folder is new or empty, `handoff.scope` for no purpose,
    `vault.compartment_closed` for one outside; Hindered `disk.full` before anything is written where the evidence has
    no room.
    """
    chosen = _chosen(ws, scope)
    new_folder(folder)
    written: list[str] = []
    going, staying = _judged(ws, chosen)
    files = _evidence(ws, chosen)
    check_room(folder, sum(described.size for described in files.values()))
    note_out(ws, TABLES, [record for records in going.values() for record in records], purpose=scope)
    total = len(going) + len(files)
    for kind, records in going.items():
        written += _write_kind(folder, kind, [chosen.line(record) for record in records])
        _tell(progress, len(written), total)
    if files:
        new_folder(folder / _FILES)
    taken: set[str] = set()
    for record, described in files.items():
        name = f"{_FILES}/{_file_name(chosen.line(record)[1], described.name if scope == TEAM_SCOPE else '', taken)}"
        _write_file(ws, record, folder / name, chosen.file(record))
        written.append(name)
        _tell(progress, len(written), total)
    return Exported(folder, tuple(written), _sealed_away(ws), _counted(staying))


def _chosen(ws: Workspace, scope: str) -> _Chosen:
    if scope == TEAM_SCOPE:
        return _ForUs(ws)
    if scope not in OUTSIDE:
        raise Refused("handoff.scope")
    return ForAPurpose(ws, scope)


def _judged(ws: Workspace, chosen: _Chosen) -> tuple[dict[str, list[str]], Counter[tuple[str, str]]]:
    """By kind the records that go; how many, by kind and reason, stay."""
    going: dict[str, list[str]] = {}
    staying: Counter[tuple[str, str]] = Counter()
    for kind in KINDS:
        for record in _ids(ws, kind):
            reason = chosen.stays(record)
            if reason is None:
                going.setdefault(kind, []).append(record)
            elif reason != "compartment_closed":  # counted as left out
                staying[kind, reason] += 1
    return going, staying


def _counted(staying: Counter[tuple[str, str]]) -> tuple[tuple[str, str, int], ...]:
    return tuple((kind, reason, count) for (kind, reason), count in staying.items())


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress:
        progress(min(done, total), total)


def _sealed_away(ws: Workspace) -> int:
    """Records that cannot be read now."""
    return 0 if ws.vault.compartment_open else sum(ws.vault.count_sealed(kind) for kind in KINDS)


def _ids(ws: Workspace, kind: str) -> Iterator[str]:
    """Every record of a kind, the oldest first."""
    ids: list[str] = []
    while rows := ws.vault.rows(kind, offset=len(ids), limit=_PAGE):
        ids += [row.id for row in rows]
    return reversed(ids)


def _write_kind(folder: Path, kind: str, records: Sequence[Line]) -> list[str]:
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


def _evidence(ws: Workspace, chosen: _Chosen) -> dict[str, evidence.EvidenceFile]:
    """Evidence that goes, whose file is here and can be opened now."""
    found = {}
    for record in _ids(ws, "evidence"):
        try:
            described = evidence.describe(ws, record)
        except Refused:  # names no file, or is sealed
            continue
        if not described.readable or chosen.stays(record) is not None:
            continue
        going = chosen.file(record)
        if going is None or going.goes:
            found[record] = described if going is None else replace(described, size=going.size)
    return found


def _write_file(ws: Workspace, record: str, out: Path, going: Outgoing | None) -> None:
    """Whole, or without what is hidden in it; with a line in its life."""
    leaving = partial(custody.given_out, ws, record)
    if going is None or going.how != CLEANED:
        evidence.write_out(ws, record, out, leaving=leaving)
        return
    with new_file(out, needed=going.size) as file:
        cleaned = hidden_data.clean(ws, record)
        file.write(cleaned)
        leaving(sha256(cleaned).hexdigest())


def _file_name(code: str, original: str, taken: set[str]) -> str:
    """The code, then the original name as far as every system can bear it; never a name twice."""
    ending = Path(original).suffix
    plain = "".join(sign if sign.isalnum() or sign in "-_. " else "_" for sign in Path(original).stem)
    name = f"{code} {plain[:80].strip(' .')}".strip()
    safe_ending = ending if ending[1:].isalnum() and len(ending) <= 10 else ""
    while name + safe_ending in taken:
        name += "_"
    taken.add(name + safe_ending)
    return name + safe_ending
