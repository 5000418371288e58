"""What a verified package would do here, record by record, before anything of it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from desktop.casework.workspace import JSON, Workspace, day_of
from desktop.domain.consent import permits
from desktop.domain.consent_scopes import SCOPES
from desktop.domain.consent_second import Second
from desktop.domain.permission import GRANTS
from desktop.formats.arrival import VerifiedPackage
from desktop.history.envelope import WHOLE
from desktop.history.erasure import erased
from desktop.history.fold import fold
from desktop.history.opening import Opening
from desktop.history.paths import GONE, is_register
from desktop.history.proposals import Proposal, proposals
from desktop.history.revision import Revision
from desktop.history.state import RecordState
from desktop.vault.append import Addition


@dataclass(frozen=True)
class Merged:
    """One record of the package together with what is here of it.

    before: None for one that is new here. arriving: revisions the package brings; news: those that are not here, or
    bring words that are not. openings: all words there would be.
    """

    record: str
    before: RecordState | None
    after: RecordState
    revisions: Mapping[str, Revision]
    openings: Mapping[str, Opening] = field(repr=False)
    arriving: frozenset[str]
    news: tuple[str, ...]

    @property
    def conflicts(self) -> tuple[str, ...]:
        """Paths that will stand open and do not now."""
        before = self.before.conflicts() if self.before else {}
        return tuple(path for path in sorted(self.after.conflicts()) if path not in before)

    @property
    def cleared(self) -> tuple[str, ...]:
        """Paths that said something here and arrive cleared, or with a later wording that is not here."""
        before = self.before.values() if self.before else {}
        after = self.after.values()
        return tuple(
            path
            for path in sorted(before)
            if not path.endswith(GONE) and (path not in after or self.after.fields[path].later_not_here)
        )


@dataclass(frozen=True)
class Proposed:
    """What binds only if accepted. what: "erasure", "deletion", "removal", "restoration", "loosened_consent".

    id: revision that says so. proposal: None for a consent, which is repeated value by value.
    """

    id: str
    what: str
    merged: Merged
    proposal: Proposal | None

    @property
    def erases_all(self) -> bool:
        """Whether accepting it erases the whole record, so that no other decision about it is left."""
        return self.proposal is not None and self.proposal.revision.envelope.erases == WHOLE


def merge(ws: Workspace, verified: VerifiedPackage, kind: str | None = None) -> Iterator[Merged]:
    """Every record of the package, or those of one kind, folded with what is here; one held at a time."""
    for record, its_kind in verified.batch.records.items():
        if kind in {None, its_kind}:
            yield _merged(ws, record, arrived(verified, record))


def arrived(verified: VerifiedPackage, record: str) -> Iterator[Addition]:
    """What the package brings of one record as the vault takes it, parents before children."""
    sealed = verified.sealed_openings or {}
    for arrival in verified.batch.of_record(record):
        yield Addition(arrival.revision, arrival.opening or sealed.get(arrival.revision.id))


def _merged(ws: Workspace, record: str, additions: Iterable[Addition]) -> Merged:
    here = ws.vault.kind_of(record) is not None
    revisions = {said.id: said for said in ws.vault.revisions(record)} if here else {}
    openings = dict(ws.vault.openings(record)) if here else {}
    before = ws.vault.state(record) if here else None
    gone = struck(before) if before else frozenset()
    arriving, news = [], []
    for addition in additions:
        name, opening = addition.revision.id, addition.opening
        arriving.append(name)
        brings = opening is not None and (name not in openings or not openings[name].body.keys() >= opening.body.keys())
        if name not in revisions or (brings and name not in gone):
            news.append(name)
        revisions[name] = addition.revision
        if opening is not None:
            openings[name] = openings[name].union(opening) if name in openings else opening
    own = ws.vault.own_authors
    return Merged(
        record=record,
        before=before,
        after=fold(revisions.values(), openings, own),
        revisions=revisions,
        openings=openings,
        arriving=frozenset(arriving),
        news=tuple(news),
    )


def struck(state: RecordState) -> frozenset[str]:
    """The revisions of which an own erasure covers words: what comes of them again is not kept, and is no news."""
    if state.erased:
        return state.revisions
    setters = (setter for one in state.fields.values() for setter in one.setters)
    return frozenset(setter.revision for setter in setters if setter.presence == "struck")


def proposed(ws: Workspace, merged: Merged) -> Iterator[Proposed]:
    """What of one record somebody here has to decide, or decided against before.

    A deletion that an erasure in the same package covers is no question of its own.
    """
    found = [
        proposal
        for proposal in proposals(merged.revisions.values(), merged.openings, ws.vault.own_authors)
        if proposal.revision.id in merged.arriving
    ]
    erasures = [proposal.revision for proposal in found if not proposal.registers]
    covered = erased(erasures, {said.envelope.author for said in erasures})
    for proposal in found:
        said = proposal.revision.id
        moot = proposal.registers and all(covered.covers(said, path) for path in proposal.registers)
        if not proposal.repeats and not moot:
            yield Proposed(said, _what(merged, proposal), merged, proposal)
    if merged.after.kind == "consent" and _loosens(ws, merged):
        yield Proposed(_latest(merged), "loosened_consent", merged, None)


def _what(merged: Merged, proposal: Proposal) -> str:
    if not proposal.registers:
        return "erasure"
    opening = merged.openings.get(proposal.revision.id)
    gone = opening is not None and any(opening.body.get(path) is True for path in proposal.registers)
    if not gone:
        return "restoration"
    return "deletion" if GONE in proposal.registers else "removal"


def _latest(merged: Merged) -> str:
    """The latest arriving revision that sets a field: erasures and deletions are decisions of their own."""
    setting = [name for name in merged.arriving if not all(map(is_register, merged.revisions[name].envelope.sets))]
    return max(setting or merged.arriving, key=lambda name: (merged.revisions[name].envelope.depth, name))


def _loosens(ws: Workspace, merged: Merged) -> bool:
    """Whether, as all say, a consent gives more than as our own revisions alone say."""
    if merged.after.deleted or merged.after.erased:
        return False
    own = fold(merged.revisions.values(), merged.openings, ws.vault.own_authors, setters="own")
    told, ours = merged.after.nested(), own.nested()
    return any(_gives(told, scope, ws) and not _gives(ours, scope, ws) for scope in SCOPES)


def _gives(nested: Mapping[str, JSON], scope: str, ws: Workspace) -> bool:
    approved = Second(approved=frozenset({""}))  # what it gives once a second person approves counts as given
    return permits({"": nested}, scope, "", day_of(ws), second=approved).reason in GRANTS
