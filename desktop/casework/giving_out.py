"""Giving a file out of the vault, in clear, where the person chose: without what is hidden in it, or as it came."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from desktop.casework import custody, evidence, going_out, hidden_data
from desktop.casework.outfiles import new_file
from desktop.casework.records import existing
from desktop.casework.workspace import Changes, Progress, Workspace
from desktop.casework.writing import Pending
from desktop.vault.outbox import FILE


def give_out(
    ws: Workspace, record: str, out: Path, *, as_it_came: bool = False, progress: Progress | None = None
) -> Changes:
    """Write it, with a line in its life. as_it_came: with all that is hidden in it.

    Refused `hidden.…` for what cannot be cleaned, and as `evidence.extract`.
    """
    if as_it_came:
        evidence.extract(ws, record, out, progress=progress)
        digest = evidence.describe(ws, record).sha256
    else:
        existing(ws, record)
        going_out.check_file(ws, record)
        cleaned = hidden_data.clean(ws, record)
        digest = sha256(cleaned).hexdigest()
        with new_file(out, needed=len(cleaned)) as file:
            file.write(cleaned)
            going_out.note_out(ws, FILE, [record])  # before it stands in place: one that then does not is no harm
    pending = Pending(ws)
    pending.patch(existing(ws, record), {"custody": [custody.event(ws, custody.GIVEN_OUT, digest)]})
    return pending.commit()
