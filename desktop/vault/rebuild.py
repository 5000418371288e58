"""Making lists, references and index anew from the log, as if everything came once more."""

from __future__ import annotations

from collections.abc import Callable

from desktop.history.fold import fold
from desktop.vault.append import Parts
from desktop.vault.projection import Seen

Progress = Callable[[int, int], None]

_RECORDS = """
    SELECT revision.record, MAX(log.n) FROM log JOIN revision ON revision.seq = log.revision
    GROUP BY revision.record ORDER BY revision.record
"""


def rebuild(parts: Parts, progress: Progress | None = None) -> None:
    """All that is shown of the main database, in one transaction; raising from `progress` leaves it as it was."""
    with parts.database.transaction():
        records = parts.database.all(_RECORDS)
        parts.projection.clear()
        for done, (seq, changed) in enumerate(records):
            stored = parts.revisions.of_record(seq)
            openings = {each.revision.id: opened for each in stored if (opened := each.opened) is not None}
            revisions = [each.revision for each in stored]
            parts.projection.put(Seen.of(seq, fold(revisions, openings, parts.own), changed, revisions), new=True)
            if progress:
                progress(done + 1, len(records))
        parts.projection.index.optimise()
