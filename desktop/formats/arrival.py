"""Open a stranger's package: everything is verified before anything of it is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from desktop.crypto.recipients import Identity
from desktop.formats.card import Card
from desktop.formats.manifest import Entry, Manifest
from desktop.history.opening import Opening
from desktop.history.verify import Batch, Lookup

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class VerifiedPackage:
    """A package every byte of which was checked.

    sealed_sha256: of the file as it came, in hex; `evidence_files` asks for the same again.
    sender_known: whether the signer's key is a contact's; if not, the package stays in quarantine.
    batch: the revisions and openings, verified (`history.verify`). identities: the bytes of
    `identities.age`, None when there are none; sealed_openings: what they hold by revision id, checked, or
    None as long as they could not be opened here.
    """

    sealed_sha256: str
    manifest: Manifest
    sender_known: bool
    batch: Batch
    identities: bytes | None
    sealed_openings: Mapping[str, Opening] | None
    page: str

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
    """Verify the whole package, keeping no evidence.

    untrusted_sealed: seekable. identities: that may open it (a passphrase's too). own: fingerprints of
    this vault's signing keys, one of which must be listed. known: what history is here already.
    is_contact: told a signing key in hex. identity_keys: for `identities.age`, while the compartment is open.
    """
    raise NotImplementedError


def evidence_files(
    untrusted_sealed: BinaryIO, verified: VerifiedPackage, identities: Sequence[Identity]
) -> Iterator[tuple[Entry, Iterator[bytes]]]:
    """Each evidence file once more, with its pieces, checked against what was verified.

    Keep a file only once its pieces came to their end without an error. Damaged `package.changed` when the
    sealed file is not the one that was verified, and for a file that does not match.
    """
    raise NotImplementedError
