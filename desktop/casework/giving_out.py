"""Giving a file out of the vault, in clear, where the person chose: without what is hidden in it, or as it came."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from desktop.casework import custody, evidence, going_out, hidden_data
from desktop.casework.outfiles import new_file
from desktop.casework.records import existing
from desktop.casework.workspace import Changes, Progress, Workspace
from desktop.vault.outbox import FILE


def give_out(
    ws: Workspace, record: str, out: Path, *, as_it_came: bool = False, progress: Progress | None = None
) -> Changes:
    """Write it, with a line in its life that is kept before it stands there. as_it_came: with all that is hidden in it.

    Refused `hidden.…` for what cannot be cleaned, and as `evidence.extract`.
    """
    made: list[Changes] = []

    def leaving(digest: str) -> None:
        made.append(custody.given_out(ws, record, digest))

    if as_it_came:
        evidence.extract(ws, record, out, progress=progress, leaving=leaving)
        return made[0]
    existing(ws, record)
    going_out.check_file(ws, record)
    cleaned = hidden_data.clean(ws, record)
    with new_file(out, needed=len(cleaned)) as file:
        file.write(cleaned)
        going_out.note_out(ws, FILE, [record])
        leaving(sha256(cleaned).hexdigest())
    return made[0]
