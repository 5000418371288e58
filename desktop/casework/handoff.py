"""Handing a case over: exactly what leaves and what stays and why, then the sealed file."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop.casework import contacts, passphrases
from desktop.casework.copies import Condition, CopyPreview, Leaving, Staying, preview_copy
from desktop.casework.gathering import Gathered, gather
from desktop.casework.held import held_by_all
from desktop.casework.leaving import Verdict, for_team, redacted
from desktop.casework.outfiles import new_folder
from desktop.casework.packing import Package, pack
from desktop.casework.workspace import Progress, Workspace
from desktop.crypto.recipients import HybridRecipient, PassphraseRecipient
from desktop.errors import Refused
from desktop.formats.card import read_card
from desktop.formats.content import Receiver
from desktop.vault.contacts import Contact as Kept

__all__ = [
    "DEFAULT_SCOPE",
    "Condition",
    "CopyPreview",
    "HandedOver",
    "Handoff",
    "HandoffPreview",
    "hand_off",
    "preview_handoff",
    "reason",
]

DEFAULT_SCOPE = "share_partner"
TRANSFER, REDACTED = "transfer", "redacted"
_WORK_FACTOR = 18


@dataclass(frozen=True)
class Handoff:
    """What to hand over and to whom. mode: "transfer" | "redacted". to: contact ids; none with a passphrase.

    scope: code of `consent_scopes` a redacted copy is for.
    """

    case: str
    mode: str
    to: tuple[str, ...] = field(default=(), repr=False)
    scope: str = DEFAULT_SCOPE
    purpose: str = field(default="", repr=False)


@dataclass(frozen=True)
class HandoffPreview:
    """The packages as they would be: one copy, or one for each receiver of redacted ones.

    warnings: `handoff.not_post_quantum`, `handoff.unverified_contact`, `handoff.passphrase_only`,
    `handoff.files_as_they_are`.
    """

    wanted: Handoff
    copies: tuple[CopyPreview, ...]
    warnings: tuple[str, ...] = field(repr=False)

    @property
    def leaving(self) -> tuple[Leaving, ...]:
        """What goes in any copy."""
        return tuple(dict.fromkeys(leaving for copy in self.copies for leaving in copy.leaving))

    @property
    def staying(self) -> tuple[Staying, ...]:
        """What stays out of any copy."""
        return tuple(dict.fromkeys(staying for copy in self.copies for staying in copy.staying))

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What those who agreed asked for in return, in any copy."""
        return tuple(dict.fromkeys(condition for copy in self.copies for condition in copy.conditions))

    @property
    def withheld_acts(self) -> int:
        """Acts left out because somebody does not permit, in the copy with most of them."""
        return max(copy.withheld_acts for copy in self.copies)

    @property
    def evidence_bytes(self) -> int:
        """Bytes of evidence in the largest copy."""
        return max(copy.evidence_bytes for copy in self.copies)

    @property
    def earlier_wordings(self) -> int:
        """They go along in a transfer; strike them first if they should not."""
        return sum(leaving.earlier for leaving in self.leaving)


@dataclass(frozen=True, repr=False)
class HandedOver:
    """The files written, in the order of the receivers."""

    files: tuple[Path, ...]


def preview_handoff(ws: Workspace, wanted: Handoff) -> HandoffPreview:
    """Exactly what would leave.

    Refused `record.unknown`, `contact.unknown`, `card.expired`, `handoff.not_our_team` (a transfer to somebody else),
    `handoff.nobody`, `handoff.scope`, `vault.compartment_closed` (names must be known to be kept out of a redacted
    copy).
    """
    gathered = gather(ws, wanted.case)
    kept = _receivers(ws, wanted)
    copies = [
        preview_copy(ws, gathered, _verdict(ws, wanted, gathered, several), several, transfer=wanted.mode == TRANSFER)
        for several in _files(wanted, kept)
    ]
    return HandoffPreview(wanted, tuple(copies), _warnings(ws, wanted, kept, copies))


def hand_off(
    ws: Workspace,
    preview: HandoffPreview,
    out: Path,
    *,
    passphrase: str | None = None,
    work_factor: int = _WORK_FACTOR,
    progress: Progress | None = None,
) -> HandedOver:
    """Write the sealed file (several redacted copies: one each into the folder `out`), logged with its custody.

    Refused `handoff.changed` when what would leave is no longer what the preview said; `file.exists`;
    `handoff.passphrase` when one is missing or there should be none; as `passphrases.check`.
    """
    wanted = preview.wanted
    if (passphrase is None) == (not wanted.to):
        raise Refused("handoff.passphrase")
    by = None if passphrase is None else PassphraseRecipient(passphrases.check(passphrase), work_factor)
    if preview_handoff(ws, wanted) != preview:
        raise Refused("handoff.changed")
    gathered = gather(ws, wanted.case)
    files = _files(wanted, _receivers(ws, wanted))
    several = len(files) > 1
    if several:
        new_folder(out)
    written = []
    for kept in files:
        path = out / f"{secrets.token_hex(8)}.age" if several else out
        verdict = _verdict(ws, wanted, gathered, kept)
        pack(ws, Package(gathered, verdict, wanted.mode, wanted.scope, wanted.purpose, tuple(kept)), path, by, progress)
        written.append(path)
    return HandedOver(tuple(written))


def reason(ws: Workspace, code: str) -> str:
    """A reason or a warning of a preview in the workspace's language."""
    bare = code.removeprefix("handoff.")
    name = "permission_reasons" if bare in ws.vocabularies["permission_reasons"] else "handoff_reasons"
    return ws.vocabularies.label(name, bare, ws.language)


def _receivers(ws: Workspace, wanted: Handoff) -> list[Kept]:
    if wanted.mode == REDACTED and wanted.scope not in ws.vocabularies["consent_scopes"]:
        raise Refused("handoff.scope")
    kept = [contacts.kept_contact(ws, contact) for contact in dict.fromkeys(wanted.to)]
    if wanted.mode == TRANSFER:
        if not kept:
            raise Refused("handoff.nobody")
        if any(not one.team for one in kept):
            raise Refused("handoff.not_our_team")
    elif not ws.vault.compartment_open:
        raise Refused("vault.compartment_closed")
    for one in kept:
        read_card(one.card).period(ws.clock())
    return kept


def _files(wanted: Handoff, kept: Sequence[Kept]) -> list[list[Kept]]:
    """Who each file is for: a transfer for all together, a redacted copy for one."""
    if wanted.mode == TRANSFER or not kept:
        return [list(kept)]
    return [[one] for one in kept]


def _verdict(ws: Workspace, wanted: Handoff, gathered: Gathered, kept: Sequence[Kept]) -> Verdict:
    if wanted.mode == REDACTED:
        return redacted(ws, gathered, wanted.scope, kept[0].name if kept else "")
    return for_team(ws, gathered, [one.name for one in kept], held_by_all(ws, kept))


def _warnings(ws: Workspace, wanted: Handoff, kept: Sequence[Kept], copies: Sequence[CopyPreview]) -> tuple[str, ...]:
    keys = [Receiver.of(read_card(one.card), ws.clock()).package for one in kept]
    told = {
        "handoff.passphrase_only": not kept,
        "handoff.not_post_quantum": any(not isinstance(key, HybridRecipient) for key in keys),
        "handoff.unverified_contact": any(not one.verified for one in kept),
        "handoff.files_as_they_are": any(copy.evidence_bytes for copy in copies) and wanted.mode == REDACTED,
    }
    return tuple(code for code, holds in told.items() if holds)
