"""One file to be handed over, told record by record before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop.casework.gathering import Gathered, file_of
from desktop.casework.gone import gone_since
from desktop.casework.leaving import Verdict
from desktop.casework.naming import Calling
from desktop.casework.workspace import Workspace
from desktop.domain.registry import KINDS
from desktop.vault.contacts import Contact as Kept


@dataclass(frozen=True)
class Leaving:
    """A record that goes. earlier: how many earlier wordings go along (transfers only).

    gone: "deleted" | "erased" for one they have and that is so here since: only that goes, no word of it. Else "".
    """

    record: str
    kind: str
    kind_label: str
    title: str = field(repr=False)
    earlier: int
    gone: str = ""


@dataclass(frozen=True)
class Staying:
    """A record, or a person's name, that does not go. reason: of `permission_reasons` or `handoff_reasons`."""

    record: str
    kind: str
    kind_label: str
    title: str = field(repr=False)
    reason: str


@dataclass(frozen=True)
class Condition:
    """What somebody asked for when they agreed. words: as it was noted; nobody but a person can tell if it holds."""

    person: str
    name: str = field(repr=False)
    words: str = field(repr=False)


@dataclass(frozen=True)
class CopyPreview:
    """One file. to: names of those it is for ("" for a passphrase)."""

    to: str = field(repr=False)
    leaving: tuple[Leaving, ...]
    staying: tuple[Staying, ...]
    withheld_acts: int
    evidence_bytes: int
    conditions: tuple[Condition, ...]


def preview_copy(
    ws: Workspace, gathered: Gathered, verdict: Verdict, kept: Sequence[Kept], *, transfer: bool
) -> CopyPreview:
    """One file as it would be. transfer: with history, and with what became of records they have already."""
    calling = Calling(ws)
    leaving = []
    for record in verdict.leaves:
        state = gathered.states[record]
        earlier = _earlier(ws, record) if transfer else 0
        title = calling.title(state.kind, record, gathered.nested[record])
        leaving.append(Leaving(record, state.kind, _label(ws, state.kind), title, earlier))
    if transfer:
        leaving += [_gone(ws, calling, record) for record in gone_since(ws, kept)]
    staying = [
        Staying(
            record,
            gathered.states[record].kind,
            _label(ws, gathered.states[record].kind),
            calling.title(gathered.states[record].kind, record, gathered.nested[record]),
            why,
        )
        for record, why in verdict.stays.items()
    ]
    return CopyPreview(
        to=", ".join(one.name for one in kept),
        leaving=tuple(leaving),
        staying=tuple(staying),
        withheld_acts=verdict.withheld_acts(gathered),
        evidence_bytes=sum(_file_size(ws, gathered, record) for record in verdict.leaves),
        conditions=tuple(
            Condition(person, calling.record(person), words)
            for person, several in verdict.conditions.items()
            for words in several
        ),
    )


def _gone(ws: Workspace, calling: Calling, record: str) -> Leaving:
    """That a record they have was deleted or erased here."""
    kind = ws.vault.kind_of(record) or ""
    gone = "erased" if ws.vault.state(record).erased else "deleted"
    return Leaving(record, kind, _label(ws, kind), calling.record(record), 0, gone)


def _earlier(ws: Workspace, record: str) -> int:
    """How many wordings of a record are not what it says today."""
    state = ws.vault.state(record)
    standing = {(setter.revision, path) for path, one in state.fields.items() for setter in one.setters}
    openings = ws.vault.openings(record)
    return sum((revision, path) not in standing for revision, said in openings.items() for path in said.body)


def _file_size(ws: Workspace, gathered: Gathered, record: str) -> int:
    info = file_of(ws, gathered, record)
    return info.size if info else 0


def _label(ws: Workspace, kind: str) -> str:
    return KINDS[kind].label(ws.language) if kind in KINDS else kind
