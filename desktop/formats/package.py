"""Write a package: a sealed tar with everything a recipient needs, readable without this program."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import BinaryIO, cast

from desktop.crypto import age
from desktop.crypto.recipients import PassphraseRecipient, Recipient
from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged, Refused
from desktop.formats import manifest as names
from desktop.formats import padding, tar
from desktop.formats.content import EvidenceFile, PackageContent
from desktop.formats.digests import DigestWriter, Progress, ProgressWriter, digest_of, entry_of
from desktop.formats.manifest import Entry, Manifest, PackageKind, sign_manifest
from desktop.formats.readme import readme
from desktop.formats.tar import TarWriter

PIECE = 1024 * 1024


@dataclass(frozen=True)
class WrittenPackage:
    """What was written. size, sha256 (hex): of the sealed file."""

    manifest: Manifest
    size: int
    sha256: str


def write_package(
    out: BinaryIO,
    content: PackageContent,
    key: SigningKey,
    *,
    passphrase: PassphraseRecipient | None = None,
    progress: Progress | None = None,
) -> WrittenPackage:
    """Seal everything into `out`, in constant memory but for the identities.

    key: the sender's, of the card. passphrase: for that kind alone. progress: bytes of the inner archive.
    Refused `package.receivers` when they do not fit the kind, `package.mixed_receivers`,
    `package.identities_need_key`, `package.text_too_long`, `package.too_many_members`; Damaged
    `package.content_changed` when a file is not what was told of it. After an exception `out` is not whole.
    """
    if key.public_hex != content.sender.signing:
        raise ValueError("a package is signed by the key of the card it carries")
    _check_limits(content)
    recipients = _recipients(content, passphrase)
    revisions, identities = _measure(content)
    texts = {names.README: _readme(content), names.PAGE: content.page.encode("utf-8"), names.IDENTITIES: identities}
    told = [entry_of(names.README, texts[names.README]), entry_of(names.PAGE, texts[names.PAGE]), revisions]
    told += [entry_of(names.IDENTITIES, identities)] if identities else []
    manifest, total = _settle(content, key, [*told, *(file.entry for file in content.evidence)])
    sealed = DigestWriter(out)
    with age.Sealer(cast("BinaryIO", sealed), recipients) as sealer:
        archive = ProgressWriter(cast("BinaryIO", sealer), progress, total) if progress else sealer
        _write(TarWriter(cast("BinaryIO", archive)), manifest, key, content, texts)
    return WrittenPackage(manifest, sealed.size, sealed.hexdigest())


def _check_limits(content: PackageContent) -> None:
    """What a reader would refuse."""
    if max(len(content.purpose), len(content.consent)) > names.MAX_TEXT:
        raise Refused("package.text_too_long", limit=names.MAX_TEXT)
    if len(content.evidence) > names.MAX_EVIDENCE:
        raise Refused("package.too_many_members", limit=names.MAX_EVIDENCE)


def _recipients(content: PackageContent, passphrase: PassphraseRecipient | None) -> list[Recipient]:
    """Who can open it. The kinds differ in how many they are for; weak and strong keys are never mixed."""
    count = len({receiver.fingerprint for receiver in content.receivers})
    by_passphrase = content.kind is PackageKind.PASSPHRASE
    fits = {PackageKind.TRANSFER: count >= 1, PackageKind.REDACTED: count == 1, PackageKind.PASSPHRASE: count == 0}
    if not fits[content.kind] or count != len(content.receivers) or by_passphrase != (passphrase is not None):
        raise Refused("package.receivers")
    if len({type(key) for receiver in content.receivers for key in (receiver.package, receiver.identities)}) > 1:
        raise Refused("package.mixed_receivers")
    return [passphrase] if passphrase else [receiver.package for receiver in content.receivers]


def _measure(content: PackageContent) -> tuple[Entry, bytes]:
    """The entry of `revisions.jsonl`, and the sealed bytes of `identities.age` (empty when there is nothing)."""
    size, digest, hidden = 0, sha256(), 0
    sealed = io.BytesIO()
    recipients: list[Recipient] = [receiver.identities for receiver in content.receivers]
    sealer = age.Sealer(sealed, recipients) if recipients else None
    for carried in content.revisions:
        line = carried.line()
        size += len(line)
        digest.update(line)
        if hidden_line := carried.sealed_line():
            if sealer is None:
                raise Refused("package.identities_need_key")
            hidden += sealer.write(hidden_line)
    if sealer:
        sealer.close()
    return Entry(names.REVISIONS, size, digest.hexdigest()), sealed.getvalue() if hidden else b""


def _settle(content: PackageContent, key: SigningKey, told: Sequence[Entry]) -> tuple[Manifest, int]:
    """The manifest with a padding that brings the archive to a padded length, and that length.

    The padding's own size stands in the manifest and may make it a block longer: so it grows until it fits.
    """
    signature = len(sign_manifest(b"", key))  # all signatures are of one length
    zeros = 0
    while True:
        manifest = _manifest(content, [*told, Entry(names.PADDING, zeros, "0" * 64)])
        sizes = [len(manifest.encode()), signature, *(entry.size for entry in manifest.members)]
        total = sum(map(tar.stored_size, sizes)) + tar.END
        if padding.padded(total) == total:
            last = Entry(names.PADDING, zeros, digest_of(_zeros(zeros)))
            return _manifest(content, [*told, last]), total
        zeros += padding.padded(total) - total


def _manifest(content: PackageContent, members: Sequence[Entry]) -> Manifest:
    return Manifest(
        kind=content.kind,
        at=content.at,
        sender=content.sender,
        recipients=tuple(receiver.fingerprint for receiver in content.receivers),
        purpose=content.purpose,
        consent=content.consent,
        members=tuple(members),
    )


def _write(
    archive: TarWriter, manifest: Manifest, key: SigningKey, content: PackageContent, texts: dict[str, bytes]
) -> None:
    encoded = manifest.encode()
    streams: dict[str, Callable[[], Iterator[bytes]]] = {
        names.REVISIONS: lambda: (carried.line() for carried in content.revisions),
        names.PADDING: partial(_zeros, manifest.members[-1].size),
        **{file.name: partial(_pieces, file) for file in content.evidence},
    }
    with archive:
        archive.add(names.MANIFEST, encoded)
        archive.add(names.SIGNATURE, sign_manifest(encoded, key))
        for entry in manifest.members:
            archive.begin(entry.name, entry.size)
            _copy(archive, entry, streams[entry.name]() if entry.name in streams else iter([texts[entry.name]]))


def _copy(archive: TarWriter, entry: Entry, pieces: Iterator[bytes]) -> None:
    """A member whose size and digest the signed manifest has already told."""
    digest, left = sha256(), entry.size
    for piece in pieces:
        left -= len(piece)
        if left < 0:
            break
        digest.update(piece)
        archive.write(piece)
    if left or digest.hexdigest() != entry.sha256:
        raise Damaged("package.content_changed", member=entry.name)


def _pieces(file: EvidenceFile) -> Iterator[bytes]:
    with file.open() as stream:
        while piece := stream.read(PIECE):
            yield piece


def _zeros(size: int) -> Iterator[bytes]:
    for start in range(0, size, PIECE):
        yield bytes(min(PIECE, size - start))


def _readme(content: PackageContent) -> bytes:
    hybrid = any(receiver.post_quantum for receiver in content.receivers)
    return readme(content.kind, content.sender, hybrid=hybrid).encode("utf-8")
