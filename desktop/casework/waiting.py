"""Names that came while the identities were closed: they wait, sealed, and are merged when those are opened."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from hashlib import sha256
from typing import BinaryIO, cast

from desktop.casework.arriving import Merged, struck
from desktop.casework.deciding import Decision, decisions_of
from desktop.casework.naming import Calling
from desktop.casework.signers import identity_keys
from desktop.casework.taking_evidence import take_waiting_evidence
from desktop.casework.weighing import Weighing
from desktop.casework.workspace import Changes, Workspace
from desktop.errors import Damaged, Hindered, JiashuError, Refused
from desktop.formats.arrival import VerifiedPackage, read_identities
from desktop.history.opening import Opening
from desktop.history.proposals import proposals
from desktop.vault import blobfile
from desktop.vault.append import Addition
from desktop.vault.vault import Vault

UNDECIDED = "names.undecided"
"""The setting that remembers what of it is still to be decided: pairs of record and revision."""


def would_wait(ws: Workspace, verified: VerifiedPackage) -> bool:
    """Whether names came with a package that cannot be read now, and that are not all here already."""
    if verified.identities is None or ws.vault.compartment_open:
        return False
    return any(_brings(ws, verified, record) for record in verified.batch.sealed if record in verified.batch.records)


def waits_already(ws: Workspace, verified: VerifiedPackage) -> bool:
    """Whether the very same names wait."""
    return verified.identities is not None and _digest(verified.identities) in ws.vault.waiting


def put_to_wait(ws: Workspace, verified: VerifiedPackage, evidence: Collection[str]) -> Mapping[str, str]:
    """Seal the names for the vault as they came; the files that wait from the next append on, as it is told of them.

    evidence: files taken in that nothing in sight names.
    """
    if verified.identities is None:
        return {}
    digest = _digest(verified.identities)
    with ws.vault.incoming("compartment") as writer:
        writer.write(verified.identities)
        writer.commit()
    return dict.fromkeys((writer.name, *evidence), digest)


def take_in(vault: Vault) -> tuple[JiashuError, ...]:
    """Merge all that waits, now that the identities are open; each package's names in one step.

    What could not be merged goes on waiting, but for names that are not what the revisions they came with say: those
    are no use to anybody. Returns what to tell: Hindered `names.came`, `names.undecided`, `names.unread`,
    `disk.…`; Damaged `names.spoilt`, `vault.file`.
    """
    told: list[JiashuError] = []
    try:
        told.extend(_taken_in(vault))
    except JiashuError as error:  # not even what waits can be listed: that keeps nobody from all else
        told.append(error)
    return tuple(told)


def _taken_in(vault: Vault) -> Iterator[JiashuError]:
    came = unread = 0
    for digest in vault.waiting:
        try:
            openings = _opened(vault, digest)
            if openings is None:
                unread += 1
            else:
                came += len(_merge(vault, digest, openings).records)
        except JiashuError as error:
            yield error
    if came:
        yield Hindered("names.came", count=came)
    if unread:
        yield Hindered("names.unread", count=unread)
    if open_now := len(_still_open(vault)) if came else 0:
        yield Hindered("names.undecided", count=open_now)


def undecided(ws: Workspace) -> tuple[Decision, ...]:
    """What binds only if accepted here, of names that waited; nothing while the identities are closed."""
    calling = Calling(ws)
    told = (decision for merged in _undecided(ws) for decision in decisions_of(ws, calling, merged))
    return tuple(decision for decision in told if not decision.refused_before)


def decide(ws: Workspace, asked: Collection[Decision], accepted: Collection[str]) -> Changes:
    """Let what is accepted of the decisions asked for hold here too; the rest of them is noted as refused.

    What came to be decided since nobody has seen, and it waits on. Refused `vault.compartment_closed`.
    """
    if not ws.vault.compartment_open:
        raise Refused("vault.compartment_closed")
    seen = {one.id for one in asked}
    weighing = Weighing(ws, accepted)
    for merged in _undecided(ws, seen):
        weighing.take(merged)
    changes = ws.vault.append_records(weighing.repeated())
    weighing.note()
    left = [[record, revision] for record, revision in _still_open(ws.vault) if revision not in seen]
    ws.vault.set_setting(UNDECIDED, left or None)
    return changes


def _digest(identities: bytes) -> str:
    return sha256(identities).hexdigest()


def _brings(ws: Workspace, verified: VerifiedPackage, record: str) -> bool:
    """Whether a revision of a sealed record says something that is not here, and was not erased here."""
    here = ws.vault.kind_of(record) is not None
    gone = struck(ws.vault.state(record)) if here else frozenset()
    return any(
        bool(said.revision.envelope.sets) and said.revision.id not in gone and not ws.vault.has_words(said.revision.id)
        for said in verified.batch.of_record(record)
    )


def _opened(vault: Vault, digest: str) -> Mapping[str, Opening] | None:
    """The openings that waited; None while the keys they are sealed to are not here.

    Damaged `vault.file`: not the bytes that were kept. Damaged `names.spoilt`: never what their sender said they were;
    they do not wait any longer then.
    """
    info = vault.waiting_names(digest)
    with vault.blob(info.name) as sealed:
        if blobfile.digest(sealed) != info.sha256:
            raise Damaged("vault.file", file=info.name)
        sealed.seek(0)
        try:
            return read_identities(cast("BinaryIO", sealed), identity_keys(vault), vault.envelope)
        except (Damaged, Refused):
            vault.append_records((), waited=(digest,))
            raise Damaged("names.spoilt") from None


def _merge(vault: Vault, digest: str, openings: Mapping[str, Opening]) -> Changes:
    by_record: dict[str, list[str]] = {}
    for revision in openings:
        envelope = vault.envelope(revision)
        if envelope is not None:
            by_record.setdefault(envelope.record or revision, []).append(revision)
    open_now = [pair for record, several in by_record.items() for pair in _to_decide(vault, record, several, openings)]
    if open_now:  # before they are merged: a pair of which nothing is here yet asks nothing
        vault.set_setting(UNDECIDED, [*_still_open(vault), *open_now])
    take_waiting_evidence(vault, digest, by_record, openings)
    return vault.append_records(
        ((record, _additions(vault, record, several, openings)) for record, several in by_record.items()),
        waited=(digest,),
    )


def _additions(
    vault: Vault, record: str, arriving: Collection[str], openings: Mapping[str, Opening]
) -> Iterator[Addition]:
    for said in vault.revisions(record):
        if said.id in arriving:
            yield Addition(said, openings[said.id])


def _to_decide(
    vault: Vault, record: str, arriving: Collection[str], openings: Mapping[str, Opening]
) -> Iterator[tuple[str, str]]:
    """What somebody has to decide of one record that nobody could be asked before."""
    here = vault.openings(record)
    there = {**{revision: openings[revision] for revision in arriving}, **here}
    for proposal in proposals(vault.revisions(record), there, vault.own_authors):
        if proposal.registers and proposal.revision.id in openings and proposal.revision.id not in here:
            yield record, proposal.revision.id


def _undecided_ids(vault: Vault) -> list[tuple[str, str]]:
    kept = vault.setting(UNDECIDED, [])
    return [(record, revision) for record, revision in kept]


def _still_open(vault: Vault) -> list[tuple[str, str]]:
    """Those of them nobody has decided since, by receiving the same once more."""
    kept = _undecided_ids(vault)
    refused = {refusal.revision for refusal in vault.refusals.every()}
    proposed = {
        proposal.revision.id
        for record in {record for record, _ in kept}
        for proposal in proposals(vault.revisions(record), vault.openings(record), vault.own_authors)
    }
    return [(record, revision) for record, revision in kept if revision in proposed - refused]


def _undecided(ws: Workspace, only: Collection[str] | None = None) -> Iterator[Merged]:
    """The records something of is to be decided, as they stand. only: revisions, to look at no others."""
    by_record: dict[str, set[str]] = {}
    for record, revision in _undecided_ids(ws.vault) if ws.vault.compartment_open else ():
        if only is None or revision in only:
            by_record.setdefault(record, set()).add(revision)
    for record, revisions in by_record.items():
        state = ws.vault.state(record)
        yield Merged(
            record=record,
            before=state,
            after=state,
            revisions={said.id: said for said in ws.vault.revisions(record)},
            openings=ws.vault.openings(record),
            arriving=frozenset(revisions),
            news=(),
        )
