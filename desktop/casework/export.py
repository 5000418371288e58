"""Everything out, in clear, into a folder the person chose: for the day this program is no longer wanted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.casework.workspace import Progress, Workspace


@dataclass(frozen=True)
class ExportPreview:
    """What would be written. identities: whether names and numbers are among it (the compartment is open)."""

    records: tuple[tuple[str, int], ...]
    files: int
    bytes: int
    identities: bool


@dataclass(frozen=True)
class Exported:
    """The files written."""

    folder: Path
    files: tuple[str, ...]


def preview_export(ws: Workspace) -> ExportPreview:
    """Counts, so that nobody is surprised."""
    raise NotImplementedError


def export_all(ws: Workspace, folder: Path, *, progress: Progress | None = None) -> Exported:
    """JSON Lines and a table a kind, and the evidence. Refused `file.exists` unless the folder is new or empty."""
    raise NotImplementedError
