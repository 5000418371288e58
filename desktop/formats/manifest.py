"""The manifest of a package: who sends what to whom, and the digest of every member after it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, cast

from desktop.crypto import sshsig
from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged, Refused
from desktop.formats.card import Card, card_of
from desktop.history import canonical

NAMESPACE = "jiashu-package@1"
MAX_MANIFEST = 32 * 1024 * 1024
MAX_SIGNATURE = 4096
MAX_TEXT = 10_000
MAX_RECIPIENTS = 64
MAX_EVIDENCE = 50_000
_LATEST = 2**40

MANIFEST = "manifest.json"
SIGNATURE = "manifest.json.sig"
README = "README.txt"
PAGE = "case.html"
REVISIONS = "revisions.jsonl"
IDENTITIES = "identities.age"
EVIDENCE = "evidence/"
PADDING = "padding"

_EVIDENCE_NAME = re.compile(r"evidence/[0-9a-f]{32}")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class PackageKind(StrEnum):
    """transfer: revisions with history, to our team. redacted: derived records, to one recipient.
    passphrase: a redacted copy for whoever has the passphrase."""

    TRANSFER = "transfer"
    REDACTED = "redacted"
    PASSPHRASE = "passphrase"  # noqa: S105 — a word of the format, not a secret


@dataclass(frozen=True)
class Entry:
    """One member of the tar: its name, size in bytes and SHA-256 in hex."""

    name: str = field(repr=False)
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What the signature of a package covers.

    at: UTC seconds the sender claims. recipients: fingerprints of signing keys. members: all that follow
    the signature, in order.
    """

    kind: PackageKind
    at: int
    sender: Card
    recipients: tuple[str, ...] = field(repr=False)
    purpose: str = field(repr=False)
    consent: str = field(repr=False)
    members: tuple[Entry, ...]

    def encode(self) -> bytes:
        """Canonical JSON."""
        return canonical.encode(
            {
                "v": 1,
                "kind": self.kind.value,
                "at": self.at,
                "sender": self.sender.as_json(),
                "recipients": list(self.recipients),
                "purpose": self.purpose,
                "consent": self.consent,
                "members": [{"name": e.name, "size": e.size, "sha256": e.sha256} for e in self.members],
            }
        )

    def entry(self, name: str) -> Entry | None:
        """The member of that name, if there is one."""
        return next((entry for entry in self.members if entry.name == name), None)

    @property
    def evidence(self) -> tuple[Entry, ...]:
        """The evidence files, in order."""
        return tuple(entry for entry in self.members if entry.name.startswith(EVIDENCE))


def sign_manifest(encoded: bytes, key: SigningKey) -> bytes:
    """The bytes of `manifest.json.sig`."""
    return sshsig.sign(key, encoded, NAMESPACE).encode("ascii")


def verify_manifest(untrusted: bytes, untrusted_signature: bytes) -> Manifest:
    """A manifest signed by the key of the very card it carries; whose card that is, the caller knows.

    Damaged `package.signature`, `package.manifest`, `canonical.…`, `card.…`; Refused `package.newer`.
    """
    public = sshsig.verify(untrusted_signature.decode("ascii", "replace"), untrusted, NAMESPACE)
    manifest = _manifest(canonical.parse(untrusted, limit=MAX_MANIFEST))
    if manifest.sender.signing != public.hex():
        raise Damaged("package.signature")
    return manifest


def _manifest(untrusted: object) -> Manifest:
    names = {"v", "kind", "at", "sender", "recipients", "purpose", "consent", "members"}
    version = untrusted.get("v") if isinstance(untrusted, Mapping) else None
    if type(version) is int and version > 1:
        raise Refused("package.newer")
    if version is True or version != 1 or not isinstance(untrusted, dict) or set(untrusted) != names:
        raise Damaged("package.manifest")
    if untrusted["kind"] not in list(PackageKind):
        raise Damaged("package.manifest")
    manifest = Manifest(
        kind=PackageKind(untrusted["kind"]),
        at=_number(untrusted["at"], _LATEST),
        sender=card_of(untrusted["sender"]),
        recipients=tuple(_digest(recipient) for recipient in _list(untrusted["recipients"], MAX_RECIPIENTS)),
        purpose=_text(untrusted["purpose"]),
        consent=_text(untrusted["consent"]),
        members=tuple(_entry(entry) for entry in _list(untrusted["members"], MAX_EVIDENCE + 5)),
    )
    check_shape(manifest)
    return manifest


def check_shape(manifest: Manifest) -> None:
    """Whether the members are the right ones in the right order, and the recipients fit the kind.

    Damaged `package.manifest`.
    """
    names = [entry.name for entry in manifest.members]
    evidence = [name for name in names if _EVIDENCE_NAME.fullmatch(name)]
    identities = [IDENTITIES] if IDENTITIES in names else []
    fits = {
        PackageKind.TRANSFER: len(manifest.recipients) >= 1,
        PackageKind.REDACTED: len(manifest.recipients) == 1,
        PackageKind.PASSPHRASE: not manifest.recipients and not identities,
    }[manifest.kind]
    in_order = names == [README, PAGE, REVISIONS, *identities, *evidence, PADDING]
    each_once = len(set(names)) == len(names) and len(set(manifest.recipients)) == len(manifest.recipients)
    if not (fits and in_order and each_once):
        raise Damaged("package.manifest")


def _entry(untrusted: object) -> Entry:
    if not isinstance(untrusted, dict) or set(untrusted) != {"name", "size", "sha256"}:
        raise Damaged("package.manifest")
    return Entry(_text(untrusted["name"]), _number(untrusted["size"], 2**53 - 1), _digest(untrusted["sha256"]))


def _list(untrusted: object, limit: int) -> list[object]:
    if not isinstance(untrusted, list) or len(untrusted) > limit:
        raise Damaged("package.manifest")
    return cast("list[object]", untrusted)


def _digest(untrusted: Any) -> str:
    if not isinstance(untrusted, str) or not _DIGEST.fullmatch(untrusted):
        raise Damaged("package.manifest")
    return untrusted


def _text(untrusted: object) -> str:
    if not isinstance(untrusted, str) or len(untrusted) > MAX_TEXT:
        raise Damaged("package.manifest")
    return untrusted


def _number(untrusted: object, limit: int) -> int:
    if not isinstance(untrusted, int) or isinstance(untrusted, bool) or not 0 <= untrusted <= limit:
        raise Damaged("package.manifest")
    return untrusted
