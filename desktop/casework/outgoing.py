"""Evidence files on their way to strangers: without what is hidden in them, or not at all unless somebody wants it."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import BinaryIO, cast

from desktop.casework import hidden_data
from desktop.casework.gathering import Gathered, file_of
from desktop.casework.workspace import Workspace
from desktop.errors import Damaged, Refused
from desktop.formats.content import EvidenceFile

CLEANED, PLAIN, KEPT, STAYS = "cleaned", "plain", "kept", "stays"


@dataclass(frozen=True)
class Outgoing:
    """What becomes of one file. how: CLEANED, PLAIN (nothing can be hidden in it), KEPT (as it is, as somebody chose)
    or STAYS. reason: why it cannot be cleaned, of `hidden_reasons`, else "". size, sha256 (hex): of what goes.
    """

    how: str = field(repr=False)
    size: int
    sha256: str = field(repr=False)
    reason: str = ""

    @property
    def goes(self) -> bool:
        return self.how != STAYS


Cleanings = dict[str, Outgoing]
"""What was found out of files by record, so that looking twice at a preview asks the helper once."""


def outgoing(
    ws: Workspace, gathered: Gathered, records: Iterable[str], keep: Collection[str], known: Cleanings
) -> Mapping[str, Outgoing]:
    """What becomes of the files of these records, as far as they are here. keep: those that go as they are.

    known: is added to. Refused and Damaged as `evidence.open_evidence`.
    """
    found: dict[str, Outgoing] = {}
    for record in records:
        info = file_of(ws, gathered, record)
        if info is None:
            continue
        if record in keep:
            found[record] = Outgoing(KEPT, info.size, info.sha256.hex())
            continue
        if record not in known:
            known[record] = _cleaning(ws, record, info.sha256.hex())
        found[record] = known[record]
    return found


def as_file(ws: Workspace, record: str, blob: str, going: Outgoing) -> EvidenceFile:
    """The member of a package; what is cleaned is cleaned once more as it is written, in memory alone."""
    if going.how == CLEANED:
        return EvidenceFile(going.size, going.sha256, partial(_clean, ws, record, going.sha256))
    return EvidenceFile(going.size, going.sha256, lambda: cast("BinaryIO", ws.vault.blob(blob)))


def _clean(ws: Workspace, record: str, digest: str) -> BinaryIO:
    cleaned = hidden_data.clean(ws, record)
    if sha256(cleaned).hexdigest() != digest:
        raise Damaged("evidence.digest", record=record)
    return io.BytesIO(cleaned)


def _cleaning(ws: Workspace, record: str, original: str) -> Outgoing:
    try:
        cleaned = hidden_data.clean(ws, record)
    except Refused as refusal:
        if not refusal.code.startswith("hidden."):
            raise
        return Outgoing(STAYS, 0, "", refusal.code.removeprefix("hidden."))
    digest = sha256(cleaned).hexdigest()
    return Outgoing(PLAIN if digest == original else CLEANED, len(cleaned), digest)
