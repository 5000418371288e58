"""Receiving a package: look at what it would do, choose, then merge."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop.casework.contacts import CardPreview
from desktop.casework.workspace import Changes, Progress, Workspace


@dataclass(frozen=True)
class Arriving:
    """A record of the package. what: "new" | "merged" | "known". conflicts: labels of fields that will stand open."""

    record: str
    kind: str
    kind_label: str
    title: str
    what: str
    conflicts: tuple[str, ...]


@dataclass(frozen=True)
class Decision:
    """Something that binds only if accepted here. what: "erasure" | "deletion" | "loosened_consent" | "removal".

    id: names it in `receive(accepted=…)`. refused_before: it was refused earlier, and is only listed.
    """

    id: str
    what: str
    record: str
    kind_label: str
    title: str
    detail: str
    refused_before: bool


@dataclass(frozen=True)
class ReceivePreview:
    """A verified package, nothing of it kept. signer: the contact's name; signer_card: set when the signer is not
    a contact yet: look at it and add it first. cleared: fields that arrive empty or not here, by label."""

    file: Path
    sealed_digest: str
    signer: str
    signer_known: bool
    signer_card: CardPreview | None
    kind: str
    purpose: str
    made_at: int
    arriving: tuple[Arriving, ...]
    decisions: tuple[Decision, ...]
    cleared: tuple[str, ...]
    evidence_files: int
    evidence_bytes: int
    nothing_new: bool


@dataclass(frozen=True)
class Received:
    """What came in."""

    changes: Changes
    new: int
    merged: int
    conflicts: int
    accepted: int
    refused: int
    evidence: int


def preview_package(
    ws: Workspace, file: Path, *, passphrase: str | None = None, progress: Progress | None = None
) -> ReceivePreview:
    """Open and check the whole of it. Damaged `package.*`; Refused `age.no_match` when it is for somebody else."""
    raise NotImplementedError


def receive(
    ws: Workspace,
    preview: ReceivePreview,
    *,
    accepted: frozenset[str] = frozenset(),
    passphrase: str | None = None,
    progress: Progress | None = None,
) -> Received:
    """Merge it in one transaction; of the decisions only those accepted take effect, the others are noted as refused.

    Refused `package.unknown_signer`, `package.changed` when the file is not the one previewed. A second time
    changes nothing.
    """
    raise NotImplementedError
