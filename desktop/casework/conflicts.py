"""Values that contradict each other after a merge: shown side by side, settled by a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.casework import authors, reading
from desktop.casework.naming import Calling
from desktop.casework.records import existing
from desktop.casework.workspace import JSON, Changes, Workspace
from desktop.casework.writing import Pending
from desktop.errors import Refused
from desktop.history import paths
from desktop.history.state import RecordState, Setter


@dataclass(frozen=True)
class Side:
    """One of the values. revision names it. author: "" for our own. text: as it reads. state: "here" | "not_here" |
    "struck"; of the last two there is no value.

    path: what this side set; it differs from the conflict's where one side took away what the other changed.
    """

    revision: str
    author: str
    own: bool
    at: int
    path: str
    value: JSON = field(repr=False)
    text: str = field(repr=False)
    state: str


@dataclass(frozen=True)
class Conflict:
    """A field with several values."""

    record: str
    kind: str
    title: str = field(repr=False)
    path: str
    label: str = field(repr=False)
    sides: tuple[Side, ...]


def open_conflicts(ws: Workspace, record: str | None = None) -> tuple[Conflict, ...]:
    """Those of one record, or of the whole vault."""
    records = [record] if record is not None else ws.vault.conflicting()
    return tuple(conflict for one in records for conflict in _conflicts(ws, existing(ws, one)))


def count(ws: Workspace) -> int:
    """How many there are in the whole vault, read from the lists alone."""
    return sum(row.conflicts for row in ws.vault.rows_of(ws.vault.conflicting()))


def settle(ws: Workspace, record: str, path: str, revision: str) -> Changes:
    """Choose one side's value. Refused `conflict.settled` when there is no such conflict or side any more."""
    state = existing(ws, record)
    chosen = next((setter for setter in state.conflicts().get(path, ()) if setter.revision == revision), None)
    if chosen is None or chosen.presence != "here":
        raise Refused("conflict.settled")
    # Whoever chooses the change of something that was taken away brings it back, and the change stands.
    return _settle(ws, state, path, chosen.value if chosen.path == path else False)


def settle_with(ws: Workspace, record: str, path: str, value: JSON) -> Changes:
    """Settle with a value of one's own. Refused as `settle`."""
    state = existing(ws, record)
    if path not in state.conflicts() or paths.is_register(path):
        raise Refused("conflict.settled")
    return _settle(ws, state, path, value)


def _settle(ws: Workspace, state: RecordState, path: str, value: JSON) -> Changes:
    pending = Pending(ws)
    pending.set(state, {path: value})
    return pending.commit()


def _conflicts(ws: Workspace, state: RecordState) -> Iterator[Conflict]:
    conflicts = state.conflicts()
    title = Calling(ws).title(state.kind, state.id, state.nested()) if conflicts else ""
    for path, setters in sorted(conflicts.items()):
        yield Conflict(
            record=state.id,
            kind=state.kind,
            title=title,
            path=path,
            label=reading.label(ws, state.kind, path),
            sides=tuple(_side(ws, state.kind, setter) for setter in setters),
        )


def _side(ws: Workspace, kind: str, setter: Setter) -> Side:
    text = reading.text(ws, kind, setter.path, setter.value)
    return Side(
        revision=setter.revision,
        author=authors.called(ws, setter.author),
        own=setter.author in ws.vault.own_authors,
        at=setter.at,
        path=setter.path,
        value=setter.value,
        text=text,
        state=setter.presence,
    )
