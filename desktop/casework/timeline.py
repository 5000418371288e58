"""A record's history, and taking one change back."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework import authors, reading
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.errors import Refused
from desktop.history import paths
from desktop.history.diff import Change
from desktop.history.paths import GONE
from desktop.history.state import RecordState, gone
from desktop.history.timeline import HistoryEntry, timeline


@dataclass(frozen=True, repr=False)
class FieldChange:
    """One field a revision set. before, after: as they read; None where there was or is nothing.

    state: "here" | "not_here" | "struck". earlier: these words are kept, and no longer what the record says.
    """

    path: str
    label: str
    before: str | None
    after: str | None
    state: str
    earlier: bool = False


@dataclass(frozen=True)
class HistoryLine:
    """One revision. author: "" for an own one, else a contact's name or a fingerprint. at: a claim."""

    revision: str
    author: str
    own: bool
    at: int
    kind: str
    changes: tuple[FieldChange, ...]


def history(ws: Workspace, record: str) -> tuple[HistoryLine, ...]:
    """Oldest first. kind: "created" | "changed" | "merged" | "deleted" | "restored" | "erased"."""
    state = existing(ws, record)
    return tuple(_line(ws, state, entry) for entry in _entries(ws, record))


def undo(ws: Workspace, record: str, revision: str) -> Changes:
    """Set what the revision set back to what stood before it; later changes of other fields stay.

    Refused `history.unknown`, `history.root` for the first revision, `history.superseded` when one of its fields was
    changed since, `history.contested` when one is in conflict, `history.not_here` when what it
    said or what stood before is not here.
    """
    state = existing(ws, record)
    entry = next((entry for entry in _entries(ws, record) if entry.revision.id == revision), None)
    if entry is None:
        raise Refused("history.unknown")
    if not entry.revision.envelope.parents:
        raise Refused("history.root")
    if not entry.changes:
        raise Refused("history.not_here")
    pending = Pending(ws)
    pending.set(state, {change.path: _back(state, entry, change) for change in entry.changes})
    return pending.commit()


def _back(state: RecordState, entry: HistoryEntry, change: Change) -> JSON:
    """The value to set so that a field reads as before."""
    setters = state.fields[change.path].setters
    others = [setter for setter in setters if setter.revision != entry.revision.id]
    if others and len(others) < len(setters):
        raise Refused("history.contested")  # nothing later to undo: it stands beside what somebody else says
    if others:
        raise Refused("history.superseded")
    if change.presence != "here":
        raise Refused("history.not_here")
    return change.before is True if paths.is_register(change.path) else change.before


def _entries(ws: Workspace, record: str) -> list[HistoryEntry]:
    vault = ws.vault
    return timeline(vault.revisions(record), vault.openings(record), vault.own_authors)


def _line(ws: Workspace, state: RecordState, entry: HistoryEntry) -> HistoryLine:
    envelope = entry.revision.envelope
    moved = [change for change in entry.changes if paths.is_order(change.path)]
    told = entry.changes if len(moved) == len(entry.changes) else [one for one in entry.changes if one not in moved]
    return HistoryLine(
        revision=entry.revision.id,
        author=authors.called(ws, envelope.author),
        own=envelope.author in ws.vault.own_authors,
        at=envelope.at,
        kind=_kind(entry),
        changes=tuple(_change(ws, state, entry.revision.id, change) for change in told),
    )


def _kind(entry: HistoryEntry) -> str:
    envelope = entry.revision.envelope
    if envelope.erases is not None:
        return "erased"
    if not envelope.parents:
        return "created"
    if envelope.sets == (GONE,):
        return "deleted" if entry.changes and entry.changes[0].after is True else "restored"
    return "merged" if len(envelope.parents) > 1 else "changed"


def _change(ws: Workspace, state: RecordState, revision: str, change: Change) -> FieldChange:
    kind = state.kind
    return FieldChange(
        path=change.path,
        label=reading.label(ws, kind, change.path),
        before=reading.text(ws, kind, change.path, change.before) or None,
        after=reading.text(ws, kind, change.path, change.after) or None,
        state=change.presence,
        earlier=change.presence == "here" and change.after is not None and _is_past(state, revision, change.path),
    )


def _is_past(state: RecordState, revision: str, path: paths.Path) -> bool:
    """Whether what a revision said at a path is no longer in sight."""
    field = state.fields.get(path)
    if field is None or paths.is_register(path) or paths.is_order(path):
        return False
    stands = any(setter.revision == revision for setter in field.setters)
    above = (state.fields.get(register) for register in paths.registers_above(path))
    return not stands or any(gone(register) for register in above if register is not None)
