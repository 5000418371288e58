"""A revision: an envelope with its id and its author's signature."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass

from desktop.crypto import signing
from desktop.crypto.signing import SigningKey
from desktop.errors import Damaged, Refused
from desktop.history.envelope import MAX_SIZE, Envelope

FIRST_LINE = b"jiashu/1 revision\n"

_ID = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Revision:
    """An envelope whose signature was verified (or was stored after it had been).

    id: 64 hex digits. record: id of the record, which of a root is its own id. raw: canonical bytes of
    the envelope. signature: 64 bytes.
    """

    id: str
    record: str
    envelope: Envelope
    raw: bytes
    signature: bytes


def is_id(value: object) -> bool:
    """Whether `value` may be the id of a revision or a record: 64 lower-case hex digits. What a record points at may
    be anything, since nobody can keep somebody else from signing it."""
    return isinstance(value, str) and _ID.fullmatch(value) is not None


def revision_id(raw: bytes) -> str:
    """The id of the revision whose envelope these bytes are."""
    return hashlib.sha256(FIRST_LINE + raw).hexdigest()


def sign(envelope: Envelope, key: SigningKey) -> Revision:
    """The envelope signed by its author. Raises as `Envelope.check` does; Refused(``envelope.size``)."""
    if envelope.author != key.public_hex:
        raise ValueError("an envelope is signed by the key it names as author")
    envelope.check()
    raw = envelope.encode()
    if len(raw) > MAX_SIZE:
        raise Refused("envelope.size", limit=MAX_SIZE)
    return _revision(revision_id(raw), envelope, raw, key.sign(FIRST_LINE + raw))


def verify(untrusted_raw: bytes, untrusted_signature: bytes) -> Revision:
    """The revision these bytes are, form and signature checked; its place among others is `lineage`'s to check.

    Raises Damaged(``revision.signature``) and whatever `Envelope.parse` raises.
    """
    return verify_envelope(Envelope.parse(untrusted_raw), untrusted_raw, untrusted_signature)


def verify_envelope(envelope: Envelope, raw: bytes, untrusted_signature: bytes) -> Revision:
    """The same where the envelope was parsed with other bytes around it. raw: its canonical bytes.

    Raises Refused(``envelope.size``) and Damaged(``revision.signature``).
    """
    if len(raw) > MAX_SIZE:
        raise Refused("envelope.size", limit=MAX_SIZE)
    if not signing.verify(bytes.fromhex(envelope.author), FIRST_LINE + raw, untrusted_signature):
        raise Damaged("revision.signature")
    return _revision(revision_id(raw), envelope, raw, untrusted_signature)


def load(revision: str, raw: bytes, signature: bytes) -> Revision:
    """A revision read back from where it was put after `verify` or `sign`; nothing is checked again."""
    return _revision(revision, Envelope.trusted(json.loads(raw)), raw, signature)


def _revision(name: str, envelope: Envelope, raw: bytes, signature: bytes) -> Revision:
    return Revision(name, envelope.record or name, envelope, raw, signature)
