"""Copies to work with or to give away: evidence of their own with fingerprints of their own; the original stays."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from desktop.casework import custody, hidden_data
from desktop.casework.evidence import Came, describe, keep, original_name, take_in
from desktop.casework.identified import Readings
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.errors import Refused

CLEANED = "metadata_stripped"
_LINES: Mapping[str, str] = {"redacted": "redacted_copy", "translated": "translated"}
_COPY = "working_copy"
_SAME = ("case", "testimony", "description", "language", "type", "shows_person")  # true of a copy too


def make_clean_copy(ws: Workspace, evidence: str) -> Changes:
    """A copy without what is hidden in the file, proven to be; the first in `Changes.created`.

    Refused `hidden.…` where that cannot be, `hidden.plain` where there is nothing to take out; as
    `evidence.open_evidence`.
    """
    cleaned = hidden_data.clean(ws, evidence)
    described = describe(ws, evidence)
    if sha256(cleaned).hexdigest() == described.sha256:
        raise Refused("hidden.plain")
    with ws.vault.incoming("compartment" if described.sealed else "vault") as writer:
        writer.write(cleaned)
        came = Came(writer.commit(), described.media)
    return _keep(ws, evidence, came, CLEANED, {"metadata_stripped": True}, original_name(ws, evidence))


def attach_copy(ws: Workspace, evidence: str, file: Path, transform: str) -> Changes:
    """Take a file in that was made from this evidence elsewhere: faces covered, translated, written down.

    transform: of `transforms`. It is sealed where the evidence is. Refused `record.value` for another transform; as
    `evidence.attach`.
    """
    if transform not in ws.vocabularies["transforms"]:
        raise Refused("record.value", path="transform", problem="value.code")
    came = take_in(ws, file, sealed=describe(ws, evidence).sealed)
    return _keep(ws, evidence, came, transform, {}, file.name)


def copies_of(ws: Workspace, evidence: str) -> tuple[str, ...]:
    """The working copies made from it that are here."""
    return tuple(ws.vault.referring(evidence, "evidence", "parent"))


def made_from(ws: Workspace, evidence: str) -> tuple[str, ...]:
    """These and all that was made from them; somebody may have signed a circle, and it is gone round once."""
    found = {evidence: None}
    coming = [evidence]
    while coming:
        nearest = dict.fromkeys(copy for one in coming for copy in copies_of(ws, one) if copy not in found)
        found.update(nearest)
        coming = list(nearest)
    return tuple(found)[1:]


def _keep(ws: Workspace, parent: str, came: Came, transform: str, further: Mapping[str, JSON], name: str) -> Changes:
    """The copy with its own fingerprint, and a line in both lives; the original's fields stay as they are."""
    state = existing(ws, parent)
    nested = state.nested()
    line = custody.event(ws, _LINES.get(transform, _COPY), came.sha256)
    same = {field: nested[field] for field in _SAME if field in nested}
    ours = Readings(ws, parent, state)
    if same.get("shows_person") is False and not ours.said_here("shows_person", value=False, of="blob"):
        del same["shows_person"]  # the word of others, which a record of our own would make ours
    people = nested.get("people")
    listed = [one.get("person") for one in people.values() if isinstance(one, dict)] if isinstance(people, dict) else []
    pending = Pending(ws)
    keep(
        pending,
        ws,
        came,
        {**same, "people": listed, "parent": parent, "transform": transform, "custody": [line], **further},
        name,
    )
    pending.patch(state, {"custody": [line]})
    return pending.commit()
