"""Striking a wording and erasing a record: first exactly what goes, then for good."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.casework import reading
from desktop.casework.held import HeldElsewhere, held_elsewhere
from desktop.casework.naming import Calling
from desktop.casework.records import existing
from desktop.casework.working_copies import made_from
from desktop.casework.workspace import JSON, Changes, Progress, Workspace
from desktop.errors import Refused
from desktop.history.envelope import WHOLE, target
from desktop.history.opening import Opening
from desktop.history.paths import is_register
from desktop.history.revise import erase as revise_erase
from desktop.history.revision import Revision
from desktop.history.state import RecordState
from desktop.vault.append import Addition

_NAMED_IN_COMPARTMENT = ("person", "evidence")
_LONG_ENOUGH = 6
_MOST_LOOKED_FOR = 20  # each reads every opening of the vault


_OF_PERSON: Mapping[str, tuple[str, ...]] = {
    "name": ("person",),
    "relationship": ("person", "related_person"),
    "consent": ("person",),
    "defender_profile": ("person",),
    "risk_assessment": ("person",),
    "posting": ("person",),
    "merge_decision": ("person", "other"),
}
"""Kinds of records that say nothing but about one person, and the fields that say about whom."""


@dataclass(frozen=True)
class Wording:
    """One wording: the record it stands in, the field, the revision, the text as it reads. shown: today's."""

    record: str
    title: str = field(repr=False)
    revision: str
    path: str
    label: str = field(repr=False)
    text: str = field(repr=False)
    shown: bool


@dataclass(frozen=True)
class ErasePreview:
    """What erasing would do. records: ids that go whole; targets: else the revisions and paths that are struck.

    goes: every wording that goes. stays: wordings elsewhere that have the same words. elsewhere: who still has
    copies. files: evidence files that go. anchors: records that quote the words. waits: part of it can be done only
    when the identity compartment is open. heads: what the preview was made from.
    """

    record: str
    title: str = field(repr=False)
    records: tuple[str, ...]
    targets: tuple[str, ...]
    goes: tuple[Wording, ...]
    stays: tuple[Wording, ...]
    anchors: tuple[str, ...] = field(repr=False)
    elsewhere: tuple[HeldElsewhere, ...]
    files: tuple[str, ...] = field(repr=False)
    waits: bool
    heads: tuple[str, ...]


def preview_erase(
    ws: Workspace, record: str, *, path: str | None = None, revision: str | None = None, words: str | None = None
) -> ErasePreview:
    """What would go. Of a whole record also the names, identities and relationships that speak of nothing else, and the
    copies made from a file.

    path alone: the field in all its wordings, today's too. revision: what that revision said; with both: one wording
    of one revision. words: wordings elsewhere to list; else those that go are looked for.
    Refused `record.unknown`, `record.erased`, `erase.nothing`; `vault.compartment_closed` for what has names there
    that could not be found otherwise.
    """
    state = existing(ws, record)
    if state.erased:
        raise Refused("record.erased")
    whole = path is None and revision is None
    if whole and state.kind in _NAMED_IN_COMPARTMENT and not ws.vault.compartment_open:
        raise Refused("vault.compartment_closed")
    records = (record, *_belongings(ws, state)) if whole else ()
    targets = () if whole else tuple(_targets(ws, state, path, revision))
    if not whole and not targets:
        raise Refused("erase.nothing")
    calling = Calling(ws)
    goes = [w for one in records for w in _all_wordings(ws, calling, one)]
    struck = frozenset(targets)
    goes += [w for w in _all_wordings(ws, calling, record) if _covered(w, struck)] if targets else []
    items = {*records, *(w.revision for w in goes)}
    return ErasePreview(
        record=record,
        title=calling.record(record),
        records=records,
        targets=targets,
        goes=tuple(goes),
        stays=tuple(_stays(ws, calling, goes, [words] if words else _long_texts(ws, goes))),
        anchors=tuple(_anchors(ws, record, None if whole else goes)),
        elsewhere=held_elsewhere(ws, {*items, record}),
        files=tuple(info.name for one in records for info in ws.vault.blobs_of(one)),
        waits=any(ws.vault.sealed(one) for one in (*records, record)) and not ws.vault.compartment_open,
        heads=tuple(head for one in (records or (record,)) for head in ws.vault.state(one).heads),
    )


def erase(ws: Workspace, preview: ErasePreview, *, progress: Progress | None = None) -> Changes:
    """Do exactly what the preview says; returns when nothing of it is left on the disk (but see `waits`).

    Refused `erase.changed` when a record changed since the preview.
    """
    records = preview.records or (preview.record,)
    states = [existing(ws, record) for record in records]
    if tuple(head for state in states for head in state.heads) != preview.heads:
        raise Refused("erase.changed")
    targets = WHOLE if preview.records else preview.targets
    at = ws.clock()
    return ws.vault.append(
        [Addition(revise_erase(state, targets, ws.vault.signing, at)) for state in states], progress=progress
    )


def pending(ws: Workspace) -> bool:
    """Whether something erased is still to be removed, mostly when the identity compartment is next opened."""
    return ws.vault.erasures_pending


def _belongings(ws: Workspace, state: RecordState) -> Iterator[str]:
    """Records that say nothing but about this one: a person's names, consents, risks; its identities; of evidence the
    copies made from it, which show the same faces and hold the same words, with theirs.

    A consent somebody gave for another is that other's, and stays.
    """
    copies = made_from(ws, state.id) if state.kind == "evidence" else ()
    yield from copies
    if state.kind == "person":
        yield from _only_about(ws, state.id, _OF_PERSON)
    for one in (state.id, *copies):
        yield from _only_about(ws, one, {"identity": ("of",)})


def _only_about(ws: Workspace, record: str, kinds: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Records of these kinds that are about one, in one of the fields named."""
    for kind, fields in kinds.items():
        for found in ws.vault.referring(record, kind):
            nested = ws.vault.state(found).nested()
            if any(nested.get(field) == record for field in fields):
                yield found


def _targets(ws: Workspace, state: RecordState, path: str | None, revision: str | None) -> Iterator[str]:
    """What an erasure would name."""
    for said in ws.vault.revisions(state.id):
        if revision is not None and not said.id.startswith(revision.lower()):
            continue
        if said.envelope.erases is not None:
            continue
        if path is None:
            yield said.id
        elif path in said.envelope.sets:
            yield target(said.id, path)


def _says_today(state: RecordState, said: Revision, path: str) -> bool:
    field = state.fields.get(path)
    return field is not None and any(setter.revision == said.id for setter in field.setters)


def _all_wordings(ws: Workspace, calling: Calling, record: str) -> Iterator[Wording]:
    """Every wording of a record that is here, the oldest first."""
    state = ws.vault.state(record)
    openings = ws.vault.openings(record)
    for said in ws.vault.revisions(record):
        for path, value in openings[said.id].body.items() if said.id in openings else ():
            text = reading.text(ws, state.kind, path, value)
            if not text or is_register(path) or path.endswith("/order"):
                continue
            yield Wording(
                record=record,
                title=calling.record(record),
                revision=said.id,
                path=path,
                label=reading.label(ws, state.kind, path),
                text=text,
                shown=_says_today(state, said, path),
            )


def _covered(wording: Wording, targets: Collection[str]) -> bool:
    return wording.revision in targets or target(wording.revision, wording.path) in targets


def _long_texts(ws: Workspace, goes: Sequence[Wording]) -> list[str]:
    """Wordings, as stored, worth looking for elsewhere: codes, dates and short words stand everywhere."""
    found: dict[str, None] = {}
    here = _Here(ws)
    for wording in goes:
        stored = here.value(wording.record, wording.revision, wording.path)
        kind = ws.vault.kind_of(wording.record) or ""
        if isinstance(stored, str) and len(stored) >= _LONG_ENOUGH and reading.is_words(kind, wording.path):
            found[stored] = None
    return list(found)[:_MOST_LOOKED_FOR]


class _Here:
    """Words of revisions, those of a record read once as long as the same record is asked for."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._record = ""
        self._openings: Mapping[str, Opening] = {}

    def value(self, record: str, revision: str, path: str) -> JSON:
        """None where it is not here."""
        if record != self._record:
            self._record, self._openings = record, self._ws.vault.openings(record)
        opening = self._openings.get(revision)
        return opening.body.get(path) if opening else None


def _stays(ws: Workspace, calling: Calling, goes: Sequence[Wording], words: Sequence[str]) -> Iterator[Wording]:
    """Wordings that would not go and have the same words in them."""
    gone = {(wording.revision, wording.path) for wording in goes}
    here = _Here(ws)
    for each in words:
        for found in ws.vault.wordings(each):
            if (found.revision, found.path) in gone:
                continue
            gone.add((found.revision, found.path))
            kind = ws.vault.kind_of(found.record) or ""
            yield Wording(
                record=found.record,
                title=calling.record(found.record),
                revision=found.revision,
                path=found.path,
                label=reading.label(ws, kind, found.path),
                text=reading.text(ws, kind, found.path, here.value(found.record, found.revision, found.path)),
                shown=found.shown,
            )


def _anchors(ws: Workspace, record: str, goes: Sequence[Wording] | None) -> Iterator[str]:
    """Records that quote words of this one. goes: of these wordings alone; None for all."""
    here = _Here(ws)
    for other in ws.vault.referring(record):
        anchors = ws.vault.state(other).nested().get("anchors")
        items = anchors.values() if isinstance(anchors, dict) else ()
        quoting = [item for item in items if isinstance(item, dict) and item.get("record") == record]
        if quoting and (goes is None or any(_quotes(here, item, goes) for item in quoting)):
            yield other


def _quotes(here: _Here, anchor: Mapping[str, JSON], goes: Sequence[Wording]) -> bool:
    """Whether it names one of these wordings, or has words of theirs; one that names none may mean any."""
    named = anchor.get("revision")
    path = f"statements/{anchor.get('item')}/words"
    stored = (here.value(one.record, one.revision, one.path) for one in goes)
    return (
        not named
        or any((one.revision, one.path) == (named, path) for one in goes)
        or any(isinstance(text, str) and str(anchor.get("quote")) in text for text in stored)
    )
