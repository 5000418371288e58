"""What was deleted or erased here that a receiver has: they hear that it is gone, and get nothing else of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.casework.held import held_by_all
from desktop.casework.workspace import Workspace
from desktop.formats.content import Carried
from desktop.history.envelope import WHOLE
from desktop.history.lineage import Lineage
from desktop.history.paths import GONE
from desktop.history.state import RecordState
from desktop.vault.contacts import Contact as Kept


def gone_since(ws: Workspace, to: Sequence[Kept]) -> Iterator[str]:
    """Records every receiver has by a transfer, from us or to us, that are deleted or erased here.

    Somebody who never had one learns nothing of it, not even that there was something.
    """
    for record in sorted(held_by_all(ws, to)):
        if ws.vault.kind_of(record) is not None:
            state = ws.vault.state(record)
            if state.erased or state.deleted:
                yield record


def saying_so(ws: Workspace, record: str) -> Iterator[Carried]:
    """The revisions that say a record is gone, and what they follow, parents first.

    Of all these only the register travels opened: whom the words are of may have refused, or withdrawn, and a deletion
    is no consent. Whoever has the words already keeps them until they accept.
    """
    state, sealed = ws.vault.state(record), ws.vault.sealed(record)
    lineage = Lineage(ws.vault.revisions(record))
    openings = ws.vault.openings(record)
    saying = set(_saying(ws, state, lineage))
    needed = saying.union(*(lineage.ancestors(revision) for revision in saying))
    for said in lineage.ordered:
        if said.id in needed:
            opening = openings.get(said.id) if said.id in saying else None
            words = None if opening is None else opening.without([path for path in opening.body if path != GONE])
            yield Carried(said, words, sealed)


def _saying(ws: Workspace, state: RecordState, lineage: Lineage) -> Iterator[str]:
    """The own revisions by which a record is gone."""
    if state.erased:
        whole = [said for said in lineage.ordered if said.envelope.erases == WHOLE]
        yield from (said.id for said in whole if said.envelope.author in ws.vault.own_authors)
    else:
        yield from (setter.revision for setter in state.fields[GONE].setters)
