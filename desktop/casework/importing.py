"""Bringing a table or records in: every problem first, then all rows or none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop.casework.workspace import Changes, Progress, Workspace


@dataclass(frozen=True)
class Trouble:
    """A problem of one cell. row: line of the table, the header is 1. column: its header, or "". code: the reason.

    blocking: the file cannot be taken while it is so; otherwise the words are kept as they are.
    """

    row: int
    column: str
    code: str
    text: str
    blocking: bool


@dataclass(frozen=True)
class ColumnUse:
    """What becomes of a column. target: "name" | "sex" | "birth" | "death" | "source" | "note"."""

    header: str
    target: str


@dataclass(frozen=True)
class ImportPreview:
    """What taking the file would make. known: rows that are here already. sample: (first rows) cells as read."""

    kind: str
    rows: int
    new: int
    known: int
    columns: tuple[ColumnUse, ...]
    makes: tuple[tuple[str, int], ...]
    troubles: tuple[Trouble, ...]
    encoding: str
    sample: tuple[tuple[str, ...], ...]
    plan: Any


def preview_import(
    ws: Workspace, untrusted: bytes, *, kind: str = "person", name: str = "", progress: Progress | None = None
) -> ImportPreview:
    """Read a table (CSV) or records (JSON Lines) and say what they would become. Refused `import.*`, `table.*`."""
    raise NotImplementedError


def accept_import(ws: Workspace, preview: ImportPreview, *, progress: Progress | None = None) -> Changes:
    """All of it in one transaction, or nothing. The same file again makes no duplicates."""
    raise NotImplementedError
