"""Open a stranger's package: everything is verified before anything of it is kept."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO, cast

from desktop.crypto import age
from desktop.crypto.recipients import Identity, PassphraseIdentity
from desktop.errors import Damaged, Refused
from desktop.formats import manifest as names
from desktop.formats.card import Card
from desktop.formats.digests import Halves, Progress, digest_of_file
from desktop.formats.fingerprint import fingerprint
from desktop.formats.manifest import Entry, Manifest, PackageKind, verify_manifest
from desktop.formats.untar import Member, TarReader
from desktop.history import lines
from desktop.history.opening import Opening
from desktop.history.verify import Batch, Lookup, verify_batch, verify_openings

MAX_README = 1024 * 1024
MAX_PAGE = 256 * 1024 * 1024
MAX_IDENTITIES = 256 * 1024 * 1024
MAX_REVISIONS = 2 * 1024 * 1024 * 1024


@dataclass(frozen=True)
class VerifiedPackage:
    """A package every byte of which was checked.

    sealed_sha256: of the file as it came, in hex; `evidence_files` asks for the same again.
    sender_known: whether the signer's key is a contact's; if not, the package stays in quarantine.
    batch: the revisions and openings. identities: the bytes of `identities.age`, None when there are none.
    sealed_openings: what those hold by revision id, checked; None as long as they cannot be opened here.
    """

    sealed_sha256: str
    manifest: Manifest
    sender_known: bool
    batch: Batch
    page: str
    identities: bytes | None
    sealed_openings: Mapping[str, Opening] | None

    @property
    def sender(self) -> Card:
        return self.manifest.sender

    @property
    def evidence(self) -> tuple[Entry, ...]:
        return self.manifest.evidence


def open_package(
    untrusted_sealed: BinaryIO,
    identities: Sequence[Identity],
    *,
    own: Collection[str],
    known: Lookup,
    is_contact: Callable[[str], bool],
    identity_keys: Sequence[Identity] = (),
    progress: Progress | None = None,
) -> VerifiedPackage:
    """Verify the whole package; of its evidence nothing is held.

    untrusted_sealed: seekable. identities: that may open it (a passphrase's too). own: the signing keys
    of this vault in hex, one of which must be listed. known: what is here already. is_contact: told a
    signing key in hex. identity_keys: for `identities.age`, while the compartment is open. progress: over
    the two times the file is read.

    Refused `age.no_match`, `package.not_for_you`, `package.members`, `package.newer`, `package.member_…`,
    `package.too_large`; Damaged `package.signature`, `package.digest`, …, and all that `verify_batch` raises.
    """
    halves = Halves(progress)
    sealed_sha256 = digest_of_file(untrusted_sealed, halves.first)
    opened = age.OpenedFile(untrusted_sealed, identities)
    with opened:
        reading = _Reading(TarReader(cast("BinaryIO", opened), opened.size), opened.size, halves.second)
        manifest = reading.manifest()
        _check_receiver(manifest, identities, own)
        found = {entry.name: _take(reading, entry, known) for entry in manifest.members}
        reading.end()
    batch = cast("Batch", found[names.REVISIONS])
    sealed = cast("bytes | None", found.get(names.IDENTITIES))
    return VerifiedPackage(
        sealed_sha256=sealed_sha256,
        manifest=manifest,
        sender_known=is_contact(manifest.sender.signing),
        batch=batch,
        page=cast("bytes", found[names.PAGE]).decode("utf-8", "replace"),
        identities=sealed,
        sealed_openings=open_identities(sealed, identity_keys, batch) if sealed and identity_keys else None,
    )


def open_identities(
    untrusted_sealed: bytes, identity_keys: Sequence[Identity], batch: Batch
) -> dict[str, Opening] | None:
    """The openings in `identities.age` by revision id, each checked; None when it is sealed to keys not here."""
    envelopes = {arrival.revision.id: arrival.revision.envelope for arrival in batch.arrivals}
    try:
        plain = age.unseal(untrusted_sealed, identity_keys)
    except Refused as refusal:
        if refusal.code != "age.no_match":
            raise
        return None
    return verify_openings(_lines(iter([plain])), envelopes.get)


def evidence_files(
    untrusted_sealed: BinaryIO, verified: VerifiedPackage, identities: Sequence[Identity]
) -> Iterator[tuple[Entry, Iterator[bytes]]]:
    """Each evidence file once more, with its pieces, checked against what was verified.

    The pieces of one are read before the next is asked for, and a file is kept only once they came to their
    end without an error. Damaged `package.changed` when the
    sealed file is not the one that was verified, `package.digest` for a member that does not match.
    """
    if digest_of_file(untrusted_sealed) != verified.sealed_sha256:
        raise Damaged("package.changed")
    with age.OpenedFile(untrusted_sealed, identities) as opened:
        wanted = {entry.name: entry for entry in verified.evidence}
        for member in TarReader(cast("BinaryIO", opened), opened.size).members():
            if member.name in wanted:
                yield wanted[member.name], _checked(member, wanted[member.name])


class _Reading:
    """The members in the order the manifest tells, each measured while it goes by."""

    def __init__(self, archive: TarReader, total: int, progress: Progress) -> None:
        self._members = archive.members()
        self._total = total
        self._progress = progress
        self._done = 0

    def manifest(self) -> Manifest:
        """The first two members, which vouch for all others."""
        untrusted = self._next(names.MANIFEST).read(names.MAX_MANIFEST)
        return verify_manifest(untrusted, self._next(names.SIGNATURE).read(names.MAX_SIGNATURE))

    def pieces(self, entry: Entry, limit: int) -> Iterator[bytes]:
        """The next member, which must be `entry`. Refused `package.members`, `package.too_large`."""
        if entry.size > limit:
            raise Refused("package.too_large", member=entry.name, limit=limit)
        for piece in _checked(self._next(entry.name), entry):
            self._done += len(piece)
            self._progress(self._done, self._total)
            yield piece

    def end(self) -> None:
        """Nothing follows."""
        if next(self._members, None) is not None:
            raise Refused("package.members")

    def _next(self, name: str) -> Member:
        member = next(self._members, None)
        if member is None or member.name != name:
            raise Refused("package.members")
        return member


def _take(reading: _Reading, entry: Entry, known: Lookup) -> Batch | bytes | None:
    """Read one member: revisions become a batch, small texts bytes; what is kept later leaves nothing now."""
    if entry.name == names.REVISIONS:
        return _batch(reading.pieces(entry, MAX_REVISIONS), known)
    limits = {names.README: MAX_README, names.PAGE: MAX_PAGE, names.IDENTITIES: MAX_IDENTITIES}
    if entry.name in limits:
        return b"".join(reading.pieces(entry, limits[entry.name]))
    for piece in reading.pieces(entry, entry.size):
        if entry.name == names.PADDING and any(piece):
            raise Damaged("package.trailing")
    return None


def _batch(untrusted: Iterator[bytes], known: Lookup) -> Batch:
    batch = verify_batch(_lines(untrusted), known)
    for _ in untrusted:  # to its end, where the digest is checked
        pass
    return batch


def _checked(member: Member, entry: Entry) -> Iterator[bytes]:
    """A member's pieces; at the end it must have been what the manifest told. Damaged `package.digest`."""
    if member.size != entry.size:
        raise Damaged("package.digest", member=entry.name)
    digest = sha256()
    for piece in member.pieces():
        digest.update(piece)
        yield piece
    if digest.hexdigest() != entry.sha256:
        raise Damaged("package.digest", member=entry.name)


def _check_receiver(manifest: Manifest, identities: Sequence[Identity], own: Collection[str]) -> None:
    """Somebody else's package, sealed on to us, must not pass for one the sender meant for us."""
    if manifest.kind is PackageKind.PASSPHRASE:
        to_us = any(isinstance(identity, PassphraseIdentity) for identity in identities)
    else:
        to_us = not {fingerprint(signing) for signing in own}.isdisjoint(manifest.recipients)
    if not to_us:
        raise Refused("package.not_for_you")


def _lines(untrusted: Iterable[bytes]) -> Iterator[bytes]:
    """Lines without their line feed, every one ended by one. Damaged `line.form`; Refused `package.line_too_long`."""
    held = io.BytesIO()
    for piece in untrusted:
        *ended, rest = piece.split(b"\n")
        for line in ended:
            held.write(line)
            yield held.getvalue()
            held = io.BytesIO()
        held.write(rest)
        if held.tell() > lines.MAX_LINE:
            raise Refused("package.line_too_long", limit=lines.MAX_LINE)
    if held.tell():
        raise Damaged("line.form")
