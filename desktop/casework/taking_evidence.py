"""Evidence files of a package: each checked once more while it is sealed for this vault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import BinaryIO

from desktop.casework.workspace import Workspace
from desktop.crypto.recipients import Identity
from desktop.formats.arrival import VerifiedPackage, evidence_files
from desktop.history.opening import Opening

_KIND = "evidence"


@dataclass(frozen=True)
class _Place:
    """Where a file belongs: the name its record gives it, and whether it goes to the identity compartment."""

    blob: str
    sealed: bool


def take_evidence(ws: Workspace, untrusted: BinaryIO, verified: VerifiedPackage, identities: Sequence[Identity]) -> int:
    """Take in the files that records of the package name and that are not here; how many.

    They are kept with those records when these are appended; what no record names is left. Damaged `package.…`.
    """
    wanted = _wanted(ws, verified)
    taken = 0
    if not any(entry.sha256 in wanted for entry in verified.evidence):
        return 0
    for entry, pieces in evidence_files(untrusted, verified, identities):
        places = wanted.pop(entry.sha256, [])
        with ExitStack() as stack:
            writers = [
                stack.enter_context(ws.vault.incoming("compartment" if place.sealed else "vault", place.blob))
                for place in places
            ]
            for piece in pieces:
                for writer in writers:
                    writer.write(piece)
            for writer in writers:
                writer.commit()
        taken += bool(places)
    return taken


def _wanted(ws: Workspace, verified: VerifiedPackage) -> dict[str, list[_Place]]:
    """By SHA-256 where files that are not here belong."""
    found: dict[str, dict[str, _Place]] = {}
    erased = {record for record, kind in verified.batch.records.items() if kind == _KIND and _erased(ws, record)}
    for record, opening in _openings(verified):
        digest, blob = opening.body.get("sha256"), opening.body.get("blob")
        if record in erased or not isinstance(digest, str) or not isinstance(blob, str):
            continue
        if ws.vault.blob_info(blob) is None:
            sealed = record in verified.batch.sealed or ws.vault.sealed(record)
            found.setdefault(digest, {})[blob] = _Place(blob, sealed)
    return {digest: list(places.values()) for digest, places in found.items()}


def _erased(ws: Workspace, record: str) -> bool:
    return ws.vault.kind_of(record) is not None and ws.vault.state(record).erased


def _openings(verified: VerifiedPackage) -> Iterator[tuple[str, Opening]]:
    """What the package says of evidence, with the record."""
    sealed = verified.sealed_openings or {}
    for record, kind in verified.batch.records.items():
        for arrival in verified.batch.of_record(record) if kind == _KIND else ():
            opening = arrival.opening or sealed.get(arrival.revision.id)
            if opening is not None:
                yield record, opening
