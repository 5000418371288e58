"""Evidence files: taking them in, looking at them from memory, giving them out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from desktop.casework.workspace import Changes, Progress, Workspace


@dataclass(frozen=True)
class EvidenceFile:
    """name: the original file name while the compartment is open, else "". size: bytes. media: e.g. image/jpeg.

    sealed: it lies in the identity compartment. here: its bytes are in this vault and can be opened now.
    """

    record: str
    code: str
    name: str
    media: str
    size: int
    sha256: str
    sealed: bool
    here: bool


def attach(
    ws: Workspace,
    case: str | None,
    file: Path,
    *,
    sealed: bool | None = None,
    person: str | None = None,
    testimony: str | None = None,
    progress: Progress | None = None,
) -> Changes:
    """Take a file in: hashed and sealed as it streams, then an `evidence` record and its original name.

    sealed: None = into the identity compartment when it may show a face or hold a voice (picture, audio, video).
    The file itself stays where it is. Hindered `file.unreadable`; Refused `file.not_regular`.
    """
    raise NotImplementedError


def describe(ws: Workspace, evidence: str) -> EvidenceFile:
    """Refused `record.unknown`, `evidence.no_file`."""
    raise NotImplementedError


def open_evidence(ws: Workspace, evidence: str) -> BinaryIO:
    """A seekable reader that opens the file piece by piece in memory; close it. Refused `vault.compartment_closed`."""
    raise NotImplementedError


def extract(ws: Workspace, evidence: str, out: Path, *, progress: Progress | None = None) -> None:
    """Write the file in clear where the person chose. Refused `file.exists`; Damaged when its digest differs."""
    raise NotImplementedError
