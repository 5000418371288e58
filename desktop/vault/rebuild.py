"""Making lists, references and index anew from the log, as if everything came once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.history.fold import fold
from desktop.vault import renewal
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
            parts.projection.put(_seen(parts, seq, changed), new=True)
            if progress:
                progress(done + 1, len(records))
        parts.projection.index.optimise()
        renewal.note_new(parts.database)


def renew(parts: Parts) -> Iterator[tuple[int, int]]:
    """The same a slice at each step, record by record in its place, where other rules made what is there."""

    def put(seq: int) -> None:
        changed: int = parts.database.value("SELECT changed FROM record WHERE seq = ?", (seq,))
        parts.projection.put(_seen(parts, seq, changed))

    return renewal.slices(parts.database, parts.projection.index, put)


def _seen(parts: Parts, seq: int, changed: int) -> Seen:
    stored = parts.revisions.of_record(seq)
    openings = {each.revision.id: opened for each in stored if (opened := each.opened) is not None}
    revisions = [each.revision for each in stored]
    return Seen.of(seq, fold(revisions, openings, parts.own), changed, revisions)
