"""Receiving a package: look at what it would do, choose, then merge."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.casework import contacts, reading
from desktop.casework.arriving import Merged, merge
from desktop.casework.contacts import CardPreview
from desktop.casework.copies import Condition
from desktop.casework.deciding import Decision, decisions_of, kind_label, title_of
from desktop.casework.held import note_received
from desktop.casework.naming import Calling
from desktop.casework.parts import existing_package
from desktop.casework.signers import (
    identity_keys,
    known_signer,
    package_keys,
    sealed_by_passphrase,
    take_newer_card,
    unverified_words,
)
from desktop.casework.taking_evidence import take_evidence
from desktop.casework.waiting import put_to_wait, waits_already, would_wait
from desktop.casework.weighing import Weighing
from desktop.casework.workspace import Changes, Progress, Workspace
from desktop.domain.consent_said import every_condition
from desktop.errors import Refused
from desktop.formats.arrival import VerifiedPackage, open_package


@dataclass(frozen=True)
class Arriving:
    """A record of the package. what: "new" | "merged" | "known". conflicts: labels of fields that will stand open."""

    record: str
    kind: str
    kind_label: str
    title: str = field(repr=False)
    what: str
    conflicts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True)
class ReceivePreview:
    """A verified package, nothing of it kept.

    signer: our name for the contact, or as the card calls itself; signer_calls: the name on a contact's card where that
    is another, which changes nothing here, else "". signer_card: set when the signer is not a contact: look at it and
    add it first. signer_words: of a contact with whom nobody has compared them, else "". cleared: fields that arrive
    empty or not here, by record and label. conditions: under which people agreed, of consents that are news here.
    identities_waiting: names came along that wait, sealed, until the identities
    are opened. identities_unreadable: these are open, and still the names cannot be read.
    """

    file: Path = field(repr=False)
    sealed_digest: str
    signer: str = field(repr=False)
    signer_calls: str = field(repr=False)
    signer_known: bool
    signer_card: CardPreview | None
    signer_words: str = field(repr=False)
    kind: str
    purpose: str = field(repr=False)
    made_at: int
    arriving: tuple[Arriving, ...]
    decisions: tuple[Decision, ...]
    cleared: tuple[str, ...] = field(repr=False)
    conditions: tuple[Condition, ...] = field(repr=False)
    evidence_files: int
    evidence_bytes: int
    nothing_new: bool
    identities_waiting: bool
    identities_unreadable: bool
    verified: VerifiedPackage


@dataclass(frozen=True)
class Received:
    """What came in. waiting: names wait, sealed, until the identities are opened."""

    changes: Changes
    new: int
    merged: int
    conflicts: int
    accepted: int
    refused: int
    evidence: int
    waiting: bool


def preview_package(
    ws: Workspace, file: Path, *, passphrase: str | None = None, progress: Progress | None = None
) -> ReceivePreview:
    """Open and check the whole of it; of a package in parts any part leads to the others beside it.

    Damaged `package.*`; Hindered `package.part_missing`; Refused `package.other_keys` when it is sealed to keys not
    here, `age.no_match` when it is sealed with a passphrase and that is not given or another."""
    vault = ws.vault
    with existing_package(file) as untrusted:
        try:
            verified = open_package(
                untrusted,
                package_keys(ws, passphrase),
                own=vault.own_authors,
                known=vault,
                is_contact=lambda signing: known_signer(ws, signing) is not None,
                identity_keys=identity_keys(ws.vault),
                progress=progress,
            )
        except Refused as refusal:
            if refusal.code == "age.no_match" and not sealed_by_passphrase(untrusted):
                raise Refused("package.other_keys") from None
            raise
    calling = _calling(ws, verified)
    arriving: list[Arriving] = []
    decisions: list[Decision] = []
    cleared: list[str] = []
    agreed_on: list[Condition] = []
    news = False
    for merged in merge(ws, verified):
        arriving.append(_arriving(ws, calling, merged))
        decisions += decisions_of(ws, calling, merged)
        cleared += _cleared(ws, calling, merged)
        agreed_on += _conditions(calling, merged)
        news = news or bool(merged.news)
    known = known_signer(ws, verified.sender.signing)
    waiting = would_wait(ws, verified)
    return ReceivePreview(
        file=file,
        sealed_digest=verified.sealed_sha256,
        signer=known.name if known else verified.sender.name,
        signer_calls=verified.sender.name if known and known.name != verified.sender.name else "",
        signer_known=known is not None,
        signer_card=None if known else contacts.preview_card(ws, verified.sender.encode()),
        signer_words=unverified_words(known),
        kind=verified.manifest.kind.value,
        purpose=verified.manifest.purpose,
        made_at=verified.manifest.at,
        arriving=tuple(arriving),
        decisions=tuple(decisions),
        cleared=tuple(cleared),
        conditions=tuple(dict.fromkeys(agreed_on)),
        evidence_files=len(verified.evidence),
        evidence_bytes=sum(entry.size for entry in verified.evidence),
        nothing_new=not news and (not waiting or waits_already(ws, verified)),
        identities_waiting=waiting,
        identities_unreadable=_unreadable(ws, verified),
        verified=verified,
    )


def receive(
    ws: Workspace,
    preview: ReceivePreview,
    *,
    accepted: Collection[str] = frozenset(),
    passphrase: str | None = None,
    progress: Progress | None = None,
) -> Received:
    """Merge it in one transaction; of the decisions only those accepted take effect, the others are noted as refused.

    A second time changes nothing. While the identities are closed the names that came along are kept as they came,
    sealed, and merged when those are opened (`waiting.take_in`). Refused `package.unknown_signer` until the signer is a
    contact, `package.identities_unreadable` when the names are sealed to keys that are not here; Damaged
    `package.changed` when the file is not the one previewed.
    """
    verified = preview.verified
    if known_signer(ws, verified.sender.signing) is None:
        raise Refused("package.unknown_signer")
    if _unreadable(ws, verified):
        raise Refused("package.identities_unreadable")
    take_newer_card(ws, verified)
    note_received(ws, verified)
    weighing = Weighing(ws, accepted)
    coming = frozenset(entry.sha256 for entry in verified.evidence)
    for merged in merge(ws, verified):  # again, since something may have been saved since the preview
        weighing.take(merged)
        if _brings_file(ws, coming, merged):
            weighing.receive_file(merged, verified.sender.signing)
    waiting = would_wait(ws, verified) and not waits_already(ws, verified)
    with existing_package(preview.file) as untrusted:
        taken = take_evidence(ws, untrusted, verified, package_keys(ws, passphrase), names_wait=waiting)
    to_wait = put_to_wait(ws, verified, taken.unnamed) if waiting else {}
    changes = ws.vault.append_records(weighing.additions(verified), to_wait=to_wait, progress=progress)
    weighing.note()
    return Received(
        changes=changes,
        new=weighing.new,
        merged=weighing.merged,
        conflicts=sum(len(ws.vault.state(record).conflicts()) for record in verified.batch.records),
        accepted=len(weighing.accepted),
        refused=len(weighing.refused),
        evidence=taken.files,
        waiting=waiting,
    )


def _brings_file(ws: Workspace, coming: Collection[object], merged: Merged) -> bool:
    """Whether the file of an evidence record comes along and is not here. coming: by SHA-256."""
    if merged.after.kind != "evidence" or merged.after.erased:
        return False
    nested = merged.after.nested()
    blob, digest = nested.get("blob"), nested.get("sha256")
    comes = isinstance(digest, str) and digest in coming
    return comes and isinstance(blob, str) and ws.vault.blob_info(blob) is None


def _unreadable(ws: Workspace, verified: VerifiedPackage) -> bool:
    return verified.identities is not None and verified.sealed_openings is None and ws.vault.compartment_open


def _arriving(ws: Workspace, calling: Calling, merged: Merged) -> Arriving:
    kind = merged.after.kind
    return Arriving(
        record=merged.record,
        kind=kind,
        kind_label=kind_label(ws, kind),
        title=title_of(calling, merged),
        what="new" if merged.before is None else "merged" if merged.news else "known",
        conflicts=tuple(reading.label(ws, kind, path) for path in merged.conflicts),
    )


def _cleared(ws: Workspace, calling: Calling, merged: Merged) -> Iterator[str]:
    title = title_of(calling, merged)
    for path in merged.cleared:
        yield f"{title} · {reading.label(ws, merged.after.kind, path)}"


def _conditions(calling: Calling, merged: Merged) -> Iterator[Condition]:
    """What somebody asked for when they agreed: whoever has their words from now on has to see that it holds."""
    if merged.after.kind != "consent" or not merged.news or merged.after.erased:
        return
    consent = merged.after.nested()
    person = consent.get("person")
    if isinstance(person, str):
        yield from (Condition(person, calling.record(person), calling.text(one)) for one in every_condition(consent))


def _calling(ws: Workspace, verified: VerifiedPackage) -> Calling:
    """Calls people as they will be called: by the names that are here, else by those arriving with them."""
    known: dict[str, str] = {}
    for merged in merge(ws, verified, "name"):
        nested = merged.after.nested()
        person, full = nested.get("person"), nested.get("full")
        told = ws.names_shown or not merged.after.sealed
        if told and isinstance(person, str) and isinstance(full, str) and ws.vault.kind_of(person) is None:
            known.setdefault(person, full)
    return Calling(ws, known)
