"""The lines in which revisions and openings travel (`revisions.jsonl`, `identities.age`), without their newlines."""

from __future__ import annotations

import json
import re

from desktop.errors import Damaged
from desktop.history import canonical, opening, revision
from desktop.history.canonical import JSON
from desktop.history.envelope import MAX_SIZE, Envelope
from desktop.history.opening import Opening
from desktop.history.revision import Revision

MAX_LINE = MAX_SIZE + opening.MAX_SIZE + 1024  # bytes

_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_ID = re.compile(r"[0-9a-f]{64}")


def revision_line(said: Revision, opened: Opening | None) -> bytes:
    """``{"envelope", "signature", "opening"}``; opening None for a body that is sealed or does not go along."""
    members: dict[str, JSON] = {"envelope": said.envelope.to_json(), "signature": said.signature.hex()}
    if opened is not None:
        members["opening"] = opened.to_json()
    return canonical.encode(members)


def read_revision_line(untrusted: bytes) -> tuple[Revision, Opening | None]:
    """The revision and the opening of one line, the signature verified, the opening checked.

    Raises Damaged(``line.form``) and whatever `revision.verify`, `Opening.parse` and `Opening.check` raise.
    """
    members = canonical.parse(untrusted, limit=MAX_LINE)
    if not isinstance(members, dict) or members.keys() | {"opening"} != {"envelope", "signature", "opening"}:
        raise Damaged("line.form")
    signature = members["signature"]
    if not isinstance(signature, str) or _SIGNATURE.fullmatch(signature) is None:
        raise Damaged("revision.signature")
    envelope = Envelope.from_json(members["envelope"])
    said = revision.verify_envelope(envelope, envelope.encode(), bytes.fromhex(signature))
    if "opening" not in members:
        return said, None
    opened = Opening.from_json(members["opening"])
    opened.check(envelope)
    return said, opened


def load_revision_line(said: str, line: bytes) -> tuple[Revision, Opening | None]:
    """The same of a line that was read before; nothing is checked again. said: the id of its revision."""
    members = json.loads(line)
    raw = canonical.encode(members["envelope"])
    opened = Opening.trusted(members["opening"]) if "opening" in members else None
    return revision.load(said, raw, bytes.fromhex(members["signature"])), opened


def opening_line(said: str, opened: Opening) -> bytes:
    """``{"id", "opening"}``, for bodies of the identity compartment."""
    return canonical.encode({"id": said, "opening": opened.to_json()})


def read_opening_line(untrusted: bytes) -> tuple[str, Opening]:
    """The revision id and the opening of one line, not yet checked against its envelope.

    Raises Damaged(``line.form`` | ``canonical.*`` | ``opening.*``) or Refused(``opening.body_size``).
    """
    members = canonical.parse(untrusted, limit=MAX_LINE)
    if not isinstance(members, dict) or members.keys() != {"id", "opening"}:
        raise Damaged("line.form")
    said = members["id"]
    if not isinstance(said, str) or _ID.fullmatch(said) is None:
        raise Damaged("line.form")
    return said, Opening.from_json(members["opening"])
