"""A record's history, and taking one change back."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework.workspace import Changes, Workspace


@dataclass(frozen=True)
class FieldChange:
    """One field a revision set. before, after: as they read; None where there was or is nothing.

    state: "here" | "not_here" | "struck".
    """

    path: str
    label: str
    before: str | None
    after: str | None
    state: str


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
    raise NotImplementedError


def undo(ws: Workspace, record: str, revision: str) -> Changes:
    """Set what the revision set back to what stood before it; later changes of other fields stay.

    Refused `history.superseded` when one of its fields was changed since, `history.root` for the first revision.
    """
    raise NotImplementedError
