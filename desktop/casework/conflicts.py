"""Values that contradict each other after a merge: shown side by side, settled by a person."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework.workspace import JSON, Changes, Workspace


@dataclass(frozen=True)
class Side:
    """One of the values. revision names it. author: "" for our own. text: as it reads."""

    revision: str
    author: str
    own: bool
    at: int
    value: JSON
    text: str


@dataclass(frozen=True)
class Conflict:
    """A field with several values."""

    record: str
    kind: str
    title: str
    path: str
    label: str
    sides: tuple[Side, ...]


def open_conflicts(ws: Workspace, record: str | None = None) -> tuple[Conflict, ...]:
    """Those of one record, or of the whole vault."""
    raise NotImplementedError


def settle(ws: Workspace, record: str, path: str, revision: str) -> Changes:
    """Choose one side's value. Refused `conflict.settled` when there is no conflict any more."""
    raise NotImplementedError


def settle_with(ws: Workspace, record: str, path: str, value: JSON) -> Changes:
    """Settle with a value of one's own."""
    raise NotImplementedError
