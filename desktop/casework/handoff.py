"""Handing a case over: exactly what leaves and what stays and why, then the sealed file."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.casework import contacts, passphrases
from desktop.casework.cards import bare_key
from desktop.casework.contact_names import known_as
from desktop.casework.copies import CopyPreview, preview_copy
from desktop.casework.derived_records import Derived
from desktop.casework.gathering import Gathered, gather
from desktop.casework.handoff_preview import DEFAULT_SCOPE, Handoff, HandoffPreview
from desktop.casework.held import held_by_all
from desktop.casework.leaving import Verdict, for_team, redacted
from desktop.casework.outfiles import new_folder
from desktop.casework.outgoing import KEPT, STAYS, Cleanings, outgoing
from desktop.casework.packing import Package, pack
from desktop.casework.redacting import Redaction
from desktop.casework.workspace import Progress, Workspace
from desktop.crypto.recipients import HybridRecipient, PassphraseRecipient
from desktop.domain.consent_scopes import OUTSIDE
from desktop.errors import Refused
from desktop.formats.card import read_card
from desktop.formats.content import Receiver
from desktop.vault.contacts import Contact as Kept

__all__ = [
    "DEFAULT_SCOPE",
    "CopyPreview",
    "HandedOver",
    "Handoff",
    "HandoffPreview",
    "hand_off",
    "preview_handoff",
    "reason",
]

_WORK_FACTOR = 18


@dataclass(frozen=True, repr=False)
class HandedOver:
    """The files written, in the order of the receivers; of one in parts the first part first."""

    files: tuple[Path, ...]


def preview_handoff(ws: Workspace, wanted: Handoff, earlier: HandoffPreview | None = None) -> HandoffPreview:
    """Exactly what would leave. earlier: a preview of nearly the same; what that found out of files is not asked again.

    Refused `record.unknown`, `contact.unknown`, `card.expired`, `handoff.not_our_team` (a transfer to somebody else),
    `handoff.nobody`, `handoff.scope`, `vault.compartment_closed` (names must be known to be kept out of a redacted
    copy).
    """
    return _look(ws, wanted, known=earlier.cleanings if earlier else None).preview


def hand_off(
    ws: Workspace,
    preview: HandoffPreview,
    out: Path,
    *,
    passphrase: str | None = None,
    work_factor: int = _WORK_FACTOR,
    part_size: int | None = None,
    progress: Progress | None = None,
) -> HandedOver:
    """Write the sealed file (several redacted copies: one each into the folder `out`), logged with its custody.

    part_size: bytes; each file is then written as NAME.001, NAME.002, … of that size.
    Refused `handoff.changed` when what would leave is no longer what the preview said; `file.exists`;
    `handoff.passphrase` when one is missing or there should be none; `handoff.part_size`, `handoff.too_many_parts`; as
    `passphrases.check`.
    """
    wanted = preview.wanted
    if (passphrase is None) == (not wanted.to):
        raise Refused("handoff.passphrase")
    by = None if passphrase is None else PassphraseRecipient(passphrases.check(passphrase), work_factor)
    looked = _look(ws, wanted, preview.minted, preview.cleanings)
    if looked.preview != preview:
        raise Refused("handoff.changed")
    several = len(looked.packages) > 1
    if several:
        new_folder(out)
    files = [out / f"{secrets.token_hex(8)}.age" if several else out for _ in looked.packages]
    written = (
        pack(ws, package, file, by, part_size, progress) for package, file in zip(looked.packages, files, strict=True)
    )
    return HandedOver(tuple(part for parts in written for part in parts))


def reason(ws: Workspace, code: str) -> str:
    """A reason or a warning of a preview in the workspace's language."""
    bare = code.removeprefix("handoff.")
    name = "permission_reasons" if bare in ws.vocabularies["permission_reasons"] else "handoff_reasons"
    return ws.vocabularies.label(name, bare, ws.language)


@dataclass(frozen=True)
class _Looked:
    """A preview, with what each file is made of."""

    preview: HandoffPreview
    packages: Sequence[Package]


def _look(
    ws: Workspace, wanted: Handoff, minted: Sequence[Mapping[str, Derived]] = (), known: Cleanings | None = None
) -> _Looked:
    """minted: what an earlier preview derived for each copy. known: what it found out of files."""
    cleanings = dict(known or {})
    gathered = gather(ws, wanted.case)
    kept = _receivers(ws, wanted)
    packages = [
        _package(ws, wanted, gathered, several, cleanings, minted[place] if place < len(minted) else {})
        for place, several in enumerate(_files(wanted, kept))
    ]
    copies = [preview_copy(ws, gathered, one.verdict, one.to, one.redaction) for one in packages]
    preview = HandoffPreview(
        wanted,
        tuple(copies),
        _warnings(ws, wanted, kept, copies),
        heads=tuple(head for state in gathered.states.values() for head in state.heads),
        minted=tuple(one.redaction.made for one in packages if one.redaction),
        cleanings=cleanings,
    )
    return _Looked(preview, packages)


def _package(
    ws: Workspace,
    wanted: Handoff,
    gathered: Gathered,
    kept: Sequence[Kept],
    cleanings: Cleanings,
    minted: Mapping[str, Derived],
) -> Package:
    verdict = _verdict(ws, wanted, gathered, kept)
    redaction = None
    if wanted.redacted:
        going = outgoing(ws, gathered, verdict.leaves, wanted.keep_hidden, cleanings)
        redaction = Redaction(ws, gathered, verdict, kept[0].signing if kept else "", going, minted)
        redaction.make()
    return Package(gathered, verdict, wanted.scope, wanted.purpose, tuple(kept), redaction)


def _receivers(ws: Workspace, wanted: Handoff) -> list[Kept]:
    if wanted.redacted and wanted.scope not in OUTSIDE:
        raise Refused("handoff.scope")
    kept = [contacts.kept_contact(ws, contact) for contact in dict.fromkeys(wanted.to)]
    if not wanted.redacted:
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
    if not wanted.redacted or not kept:
        return [list(kept)]
    return [[one] for one in kept]


def _verdict(ws: Workspace, wanted: Handoff, gathered: Gathered, kept: Sequence[Kept]) -> Verdict:
    if wanted.redacted:
        return redacted(ws, gathered, wanted.scope, known_as(ws, kept[0]) if kept else "")
    return for_team(ws, gathered, [known_as(ws, one) for one in kept], held_by_all(ws, kept))


def _warnings(ws: Workspace, wanted: Handoff, kept: Sequence[Kept], copies: Sequence[CopyPreview]) -> tuple[str, ...]:
    keys = [Receiver.of(read_card(one.card), ws.clock()).package for one in kept]
    bares = [bare_key(read_card(one.card)) for one in kept]
    told = {
        "handoff.passphrase_only": not kept,
        "handoff.not_post_quantum": any(not isinstance(key, HybridRecipient) for key in keys),
        "handoff.unverified_contact": any(not one.verified and not bare for one, bare in zip(kept, bares, strict=True)),
        "handoff.bare_key": any(bares),
        "handoff.name_shared": not all(known_as(ws, one) for one in kept),
        "handoff.names_waiting": wanted.redacted and bool(ws.vault.waiting),
        "handoff.files_as_they_are": any(file.how == KEPT for copy in copies for file in copy.files),
        "handoff.files_stay": any(file.how == STAYS for copy in copies for file in copy.files),
    }
    return tuple(code for code, holds in told.items() if holds)
