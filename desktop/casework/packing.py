"""Putting a package together from what may leave, writing it, and noting that it left."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from desktop.casework import contacts, custody
from desktop.casework.accepting import as_it_counts
from desktop.casework.gathering import Gathered, file_of
from desktop.casework.gone import gone_since, saying_so
from desktop.casework.leaving import Verdict
from desktop.casework.outgoing import Outgoing, as_file
from desktop.casework.parts import new_file_or_parts
from desktop.casework.redacting import DAY, Redaction
from desktop.casework.telling import Told, about_copy, dossier
from desktop.casework.workspace import Progress, Workspace
from desktop.casework.writing import Pending
from desktop.crypto.recipients import PassphraseRecipient
from desktop.errors import Refused
from desktop.formats.card import read_card
from desktop.formats.content import Carried, EvidenceFile, PackageContent, Receiver
from desktop.formats.dossier import case_html
from desktop.formats.manifest import PackageKind
from desktop.formats.package import WrittenPackage, write_package
from desktop.history import codes
from desktop.history.lineage import Lineage
from desktop.vault.contacts import Contact as Kept
from desktop.vault.outbox import Sent

_TEAM_BASIS = "own_team"


@dataclass(frozen=True)
class Package:
    """What one file is to hold. to: whom it is for, nobody for a passphrase. redaction: None for a transfer."""

    gathered: Gathered
    verdict: Verdict
    scope: str
    purpose: str = field(repr=False)
    to: tuple[Kept, ...]
    redaction: Redaction | None

    @property
    def kind(self) -> PackageKind:
        """What the manifest calls it."""
        if self.redaction is None:
            return PackageKind.TRANSFER
        return PackageKind.REDACTED if self.to else PackageKind.PASSPHRASE


@dataclass(frozen=True)
class _Contents:
    """told: what the page is written from, with the code of each record. items: what the outbox remembers. custody:
    lines in the lives of the files that go, which go along with a transfer."""

    carried: Sequence[Carried]
    told: Told
    code: Callable[[str], str]
    evidence: Sequence[EvidenceFile]
    items: frozenset[str] = field(repr=False)
    custody: Pending = field(repr=False)


def pack(
    ws: Workspace,
    package: Package,
    path: Path,
    passphrase: PassphraseRecipient | None,
    part_size: int | None,
    progress: Progress | None,
) -> Sequence[Path]:
    """Write the file whole, or in parts of so many bytes; before it stands in place the outbox knows of it.

    Returns the files that hold it. Refused `handoff.nothing` and as `write_package`, `file.exists`; Hindered `disk.…`.
    """
    contents = _redacted(ws, package, package.redaction) if package.redaction else _transfer(ws, package)
    if not contents.carried:
        raise Refused("handoff.nothing")
    content = _content(ws, package, contents)
    needed = sum(file.size for file in contents.evidence)
    with new_file_or_parts(path, part_size, needed=needed) as (out, files):
        written = write_package(out, content, ws.vault.signing, passphrase=passphrase, progress=progress)
        _note(ws, package, contents, written)
    return files


def _content(ws: Workspace, package: Package, contents: _Contents) -> PackageContent:
    now = ws.clock()
    redacted = package.redaction is not None
    withheld = package.verdict.withheld_acts(package.gathered)
    page = dossier(ws, contents.told, contents.code, about_copy(ws, redacted=redacted, withheld_acts=withheld))
    return PackageContent(
        kind=package.kind,
        at=now // DAY * DAY if redacted else now,
        sender=contacts.current_card(ws),
        receivers=[Receiver.of(read_card(one.card), now) for one in package.to],
        purpose=package.redaction.plain(package.purpose) if package.redaction else package.purpose,
        consent=package.scope if redacted else _TEAM_BASIS,
        revisions=contents.carried,
        page=case_html(page, ws.language),
        evidence=contents.evidence,
    )


def _transfer(ws: Workspace, package: Package) -> _Contents:
    """Our own revisions with all that is here of their history; of what they have and is gone here, only that."""
    gone = list(gone_since(ws, package.to))
    files = {record: info for record in package.verdict.leaves if (info := _file(ws, package.gathered, record))}
    handed = custody.handing_over(ws, {record: file.sha256 for record, file in files.items()}, package.to)
    carried = [one for record in package.verdict.leaves for one in _history(ws, record)]
    carried += [Carried(one.revision, one.opening, ws.vault.sealed(one.revision.record)) for one in handed.additions]
    carried += [one for record in gone for one in saying_so(ws, record)]
    opened = (one.revision.id for one in carried if one.opening is not None)
    gathered = package.gathered
    kinds = {record: gathered.states[record].kind for record in package.verdict.leaves}
    told = {record: (kind, as_it_counts(ws, record, kind, gathered.nested[record])) for record, kind in kinds.items()}
    visible = {record: one for record, one in told.items() if not ws.vault.sealed(record)}
    return _Contents(
        carried=carried,
        told=visible,
        code=ws.vault.code,
        evidence=list(files.values()),
        items=frozenset({*package.verdict.leaves, *gone, *opened}),
        custody=handed,
    )


def _redacted(ws: Workspace, package: Package, redaction: Redaction) -> _Contents:
    """Records derived for the one recipient."""
    going = {record: redaction.outgoing[record] for record in sorted(redaction.files & redaction.made.keys())}
    return _Contents(
        carried=redaction.carried(),
        told=redaction.nested(),
        code=codes.code_of,
        evidence=[_outgoing(ws, package.gathered, record, one) for record, one in going.items()],
        items=frozenset(package.verdict.leaves) & redaction.made.keys(),
        custody=custody.handing_over(ws, {record: one.sha256 for record, one in going.items()}, package.to),
    )


def _history(ws: Workspace, record: str) -> Iterator[Carried]:
    """Every revision of a record, parents first, with what is here of it."""
    openings = ws.vault.openings(record)
    sealed = ws.vault.sealed(record)
    for said in Lineage(ws.vault.revisions(record)).ordered:
        yield Carried(said, openings.get(said.id), sealed)


def _file(ws: Workspace, gathered: Gathered, record: str) -> EvidenceFile | None:
    info = file_of(ws, gathered, record)
    if info is None:
        return None
    return EvidenceFile(info.size, info.sha256.hex(), lambda: cast("BinaryIO", ws.vault.blob(info.name)))


def _outgoing(ws: Workspace, gathered: Gathered, record: str, going: Outgoing) -> EvidenceFile:
    info = file_of(ws, gathered, record)
    assert info is not None
    return as_file(ws, record, info.name, going)


def _note(ws: Workspace, package: Package, contents: _Contents, written: WrittenPackage) -> None:
    """Remember the package before it stands in place: one that then was not written is no harm."""
    if package.redaction is not None and package.to:
        ws.vault.derived.keep_all(package.redaction.kept())
    receivers = [one.signing for one in package.to] or [package.purpose or package.kind.value]
    for place, receiver in enumerate(receivers):
        name = written.sha256 if not place else f"{written.sha256}/{place}"
        sent = Sent(name, package.kind.value, ws.clock(), package.purpose, receiver)
        ws.vault.outbox.note(sent, contents.items)
    contents.custody.commit()
