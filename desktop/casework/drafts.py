"""Unfinished forms, kept encrypted so that no lock and no crash loses what was typed."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.casework.workspace import JSON, Workspace


@dataclass(frozen=True)
class Draft:
    """key: names the form. form: e.g. "quick", "record:person". content: what the form holds, caret included."""

    key: str
    form: str
    record: str | None
    content: JSON
    at: int


def keep(ws: Workspace, key: str, form: str, content: JSON, *, record: str | None = None) -> None:
    """Overwrite the draft in place."""
    raise NotImplementedError


def resume(ws: Workspace) -> tuple[Draft, ...]:
    """Every draft, the latest first."""
    raise NotImplementedError


def draft(ws: Workspace, key: str) -> Draft | None:
    """One draft."""
    raise NotImplementedError


def drop(ws: Workspace, key: str) -> None:
    """Throw a draft away."""
    raise NotImplementedError
