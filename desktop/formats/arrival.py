"""Open a stranger's package: everything is verified before anything of it is kept."""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from desktop.crypto import age
from desktop.crypto.recipients import Identity, PassphraseIdentity
from desktop.errors import Damaged, Refused
from desktop.formats import manifest as names
from desktop.formats.card import Card
from desktop.formats.digests import Halves, Progress, digest_of_file
from desktop.formats.fingerprint import fingerprint
from desktop.formats.manifest import Entry, Manifest, PackageKind
from desktop.formats.members import Reading, checked, split_lines
from desktop.formats.untar import TarReader
from desktop.history.batch import Batch
from desktop.history.envelope import Envelope
from desktop.history.opening import Opening
from desktop.history.verify import Lookup, verify_batch, verify_openings

MAX_README = 1024 * 1024
MAX_PAGE = 256 * 1024 * 1024
MAX_IDENTITIES = 256 * 1024 * 1024
MAX_REVISIONS = 2 * 1024 * 1024 * 1024
MAX_OF_STRANGER = 16 * 1024 * 1024  # revisions, and identities: until a card is taken, nobody vouches for the work
_PIECE = 1024 * 1024


@dataclass(frozen=True)
class VerifiedPackage:
    """A package every byte of which was checked.

    sealed_sha256: of the file as it came, in hex; `evidence_files` asks for the same again.
    sender_known: whether the signer's key is a contact's; if not, the package stays in quarantine.
    batch: the revisions and openings; what is for people (README, page) is checked and not held.
    identities: the bytes of `identities.age`, None when there are none.
    sealed_openings: what those hold by revision id, checked; None as long as they cannot be opened here.
    """

    sealed_sha256: str
    manifest: Manifest
    sender_known: bool
    batch: Batch
    identities: bytes | None = field(repr=False)
    sealed_openings: Mapping[str, Opening] | None = field(repr=False)

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
    `package.too_large`, `package.stranger_too_large`; Damaged `package.signature`, `package.digest`, …, and all
    that `verify_batch` raises.
    """
    halves = Halves(progress)
    sealed_sha256 = digest_of_file(untrusted_sealed, halves.first)
    opened = age.OpenedFile(untrusted_sealed, identities)
    with opened:
        reading = Reading(TarReader(cast("BinaryIO", opened), opened.size), opened.size, halves.second)
        manifest = reading.manifest()
        _check_receiver(manifest, identities, own)
        sender_known = is_contact(manifest.sender.signing)
        if not sender_known:
            _check_stranger(manifest)
        found = {entry.name: _take(reading, entry, known) for entry in manifest.members}
        reading.end()
    batch = cast("Batch", found[names.REVISIONS])
    sealed = cast("bytes | None", found.get(names.IDENTITIES))
    return VerifiedPackage(
        sealed_sha256=sealed_sha256,
        manifest=manifest,
        sender_known=sender_known,
        batch=batch,
        identities=sealed,
        sealed_openings=open_identities(sealed, identity_keys, batch) if sealed and identity_keys else None,
    )


def open_identities(
    untrusted_sealed: bytes, identity_keys: Sequence[Identity], batch: Batch
) -> Mapping[str, Opening] | None:
    """The openings in `identities.age` by revision id, each checked; None when it is sealed to keys not here."""
    return read_identities(io.BytesIO(untrusted_sealed), identity_keys, batch.envelope_of)


def read_identities(
    untrusted_sealed: BinaryIO, identity_keys: Sequence[Identity], envelope_of: Callable[[str], Envelope | None]
) -> Mapping[str, Opening] | None:
    """The same of bytes that waited. envelope_of: the verified envelope of a revision, None if unknown."""
    try:
        opened = age.OpenedFile(untrusted_sealed, identity_keys)
    except Refused as refusal:
        if refusal.code != "age.no_match":
            raise
        return None
    with opened:
        return verify_openings(split_lines(iter(lambda: opened.read(_PIECE), b"")), envelope_of)


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
                yield wanted[member.name], checked(member, wanted[member.name])


def _take(reading: Reading, entry: Entry, known: Lookup) -> Batch | bytes | None:
    """Read one member: revisions become a batch, identities bytes; what is kept later leaves nothing now."""
    if entry.name == names.REVISIONS:
        return _batch(reading.pieces(entry, MAX_REVISIONS), known)
    if entry.name == names.IDENTITIES:
        return b"".join(reading.pieces(entry, MAX_IDENTITIES))
    limits = {names.README: MAX_README, names.PAGE: MAX_PAGE}
    for piece in reading.pieces(entry, limits.get(entry.name, entry.size)):
        if entry.name == names.PADDING and piece != bytes(len(piece)):  # fifty times as fast as asking each byte
            raise Damaged("package.trailing")
    return None


def _batch(untrusted: Iterator[bytes], known: Lookup) -> Batch:
    batch = verify_batch(split_lines(untrusted), known)
    for _ in untrusted:  # to its end, where the digest is checked
        pass
    return batch


def _check_receiver(manifest: Manifest, identities: Sequence[Identity], own: Collection[str]) -> None:
    """Somebody else's package, sealed on to us, must not pass for one the sender meant for us."""
    if manifest.kind is PackageKind.PASSPHRASE:
        to_us = any(isinstance(identity, PassphraseIdentity) for identity in identities)
    else:
        to_us = not {fingerprint(signing) for signing in own}.isdisjoint(manifest.recipients)
    if not to_us:
        raise Refused("package.not_for_you")


def _check_stranger(manifest: Manifest) -> None:
    """Anybody can sign; before much is done for it, there is a card to be taken."""
    for entry in manifest.members:
        if entry.name in {names.REVISIONS, names.IDENTITIES} and entry.size > MAX_OF_STRANGER:
            raise Refused("package.stranger_too_large", limit=MAX_OF_STRANGER)
