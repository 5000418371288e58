"""Handing over and receiving between two vaults of a test."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO, cast

from desktop.casework import contacts, handoff, receive
from desktop.casework.handoff import Handoff, HandoffPreview
from desktop.casework.receive import Received, ReceivePreview
from desktop.casework.signers import package_keys
from desktop.casework.workspace import Workspace
from desktop.crypto import age
from desktop.formats.untar import TarReader


def wanted(ws: Workspace, case: str, to: str, mode: str = "transfer", scope: str = "share_partner") -> Handoff:
    """A hand-over to one contact by name."""
    return Handoff(case, mode, (contacts.resolve_contact(ws, to).id,), scope)


def preview(ws: Workspace, case: str, to: str, mode: str = "transfer") -> HandoffPreview:
    """What would leave."""
    return handoff.preview_handoff(ws, wanted(ws, case, to, mode))


def handed(ws: Workspace, case: str, to: str, mode: str = "transfer") -> Path:
    """The sealed file, beside the vault."""
    out = ws.vault.folder.parent / f"{secrets.token_hex(8)}.age"
    return handoff.hand_off(ws, preview(ws, case, to, mode), out).files[0]


def arriving(ws: Workspace, file: Path) -> ReceivePreview:
    """What it would do here."""
    return receive.preview_package(ws, file)


def received(ws: Workspace, file: Path, accepted: Collection[str] = ()) -> Received:
    """Looked at and merged."""
    return receive.receive(ws, arriving(ws, file), accepted=accepted)


def members(ws: Workspace, file: Path) -> dict[str, bytes]:
    """What is inside a package for this vault, by member."""
    with file.open("rb") as sealed, age.OpenedFile(sealed, package_keys(ws, None)) as opened:
        archive = TarReader(cast(BinaryIO, opened), opened.size)
        return {member.name: b"".join(member.pieces()) for member in archive.members()}


def opened(package: ReceivePreview, record: str) -> list[dict[str, object]]:
    """The bodies of one record's revisions that a package carries in clear or sealed to the reader's identities."""
    sealed = package.verified.sealed_openings or {}
    found = ((arrival.revision, arrival.opening) for arrival in package.verified.batch.of_record(record))
    told = (opening or sealed.get(said.id) for said, opening in found)
    return [dict(opening.body) for opening in told if opening is not None]
